//! The source files, and their text without comments and string literals.

use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// Below `src/`, with `/`.
    pub name: String,
    pub text: String,
}

impl Source {
    /// The top-level module it belongs to: `cli` for `cli/out.rs`, `clock` for `clock.rs`.
    pub fn module(&self) -> &str {
        self.name.split('/').next().unwrap().trim_end_matches(".rs")
    }
}

/// Every file below `src/`.
pub fn all() -> Vec<Source> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&top, &mut paths);
    paths.sort();
    let source = |path: PathBuf| {
        let name = path.strip_prefix(&top).unwrap().to_str().unwrap().to_owned();
        Source { name, text: std::fs::read_to_string(path).unwrap() }
    };
    paths.into_iter().map(source).collect()
}

/// The text with comments and the insides of literals made into spaces; lines stay where they are.
pub fn code(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = literal_end(&chars, at).unwrap_or(at);
        if end > at {
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// Where the comment or literal that begins here ends.
fn literal_end(chars: &[char], at: usize) -> Option<usize> {
    let rest = &chars[at..];
    let before = at.checked_sub(1).map(|b| chars[b]);
    match rest {
        ['/', '/', ..] => Some(find(chars, at, &['\n'])),
        ['/', '*', ..] => Some(find(chars, at + 2, &['*', '/']) + 2),
        ['r', '"' | '#', ..] if !before.is_some_and(char::is_alphanumeric) => raw_end(chars, at),
        ['"', ..] => Some(quoted_end(chars, at + 1, '"')),
        ['\'', '\\', ..] => Some(quoted_end(chars, at + 1, '\'')),
        ['\'', _, '\'', ..] => Some(at + 3),
        _ => None,
    }
}

fn raw_end(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    if chars.get(at + 1 + hashes) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    Some(find(chars, at + 2 + hashes, &close) + close.len())
}

fn quoted_end(chars: &[char], mut at: usize, quote: char) -> usize {
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn find(chars: &[char], from: usize, what: &[char]) -> usize {
    (from..chars.len()).find(|i| chars[*i..].starts_with(what)).unwrap_or(chars.len())
}

#[test]
fn comments_and_literals_are_taken_out() {
    let text = "a // x\nb \"\\\"{\" c '{' 'a r#\"}\"# /* { */ d '\\'' e";
    assert_eq!(code(text).split_whitespace().collect::<Vec<_>>(), ["a", "b", "c", "'a", "d", "e"]);
}
