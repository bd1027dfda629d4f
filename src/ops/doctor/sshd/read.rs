//! Reading the settings of an SSH server as it does itself, with the files they include.

use std::path::{Path, PathBuf};

/// Files that include files that include files: deeper than this is a circle.
const DEEPEST: usize = 16;

/// One line: a keyword in small letters, and its words.
pub(super) struct Setting {
    keyword: String,
    pub(super) words: Vec<String>,
    /// Whether it holds for some only.
    matched: bool,
}

/// All lines in the order of reading.
pub(super) struct Settings {
    folder: PathBuf,
    lines: Vec<Setting>,
    /// Files that could not be read.
    pub(super) unread: Vec<PathBuf>,
}

impl Settings {
    /// Reads a file and what it includes.
    pub(super) fn read(config: &Path) -> Self {
        let folder = config.parent().unwrap_or(Path::new("/")).to_owned();
        let mut read = Self { folder, lines: Vec::new(), unread: Vec::new() };
        read.file(config, false, 0);
        read
    }

    fn file(&mut self, path: &Path, within: bool, depth: usize) {
        let Ok(bytes) = std::fs::read(path) else { return self.unread.push(path.to_owned()) };
        let mut matched = within;
        for (keyword, words) in String::from_utf8_lossy(&bytes).lines().filter_map(line) {
            match keyword.as_str() {
                "include" if depth < DEEPEST => {
                    let files =
                        words.iter().flat_map(|pattern| included(&self.folder, pattern)).collect::<Vec<_>>();
                    for file in files {
                        self.file(&file, matched, depth + 1);
                    }
                }
                "match" => matched = within || !words.iter().all(|word| word.eq_ignore_ascii_case("all")),
                _ => self.lines.push(Setting { keyword, words, matched }),
            }
        }
    }

    /// All lines of a keyword.
    pub(super) fn all<'s>(&'s self, keyword: &'s str) -> impl Iterator<Item = &'s Setting> {
        self.lines.iter().filter(move |line| line.keyword == keyword)
    }

    /// The values that may be in force: the first that holds for everybody, or what it is without one, and those that
    /// hold for some.
    pub(super) fn values(&self, keyword: &str, unset: &str) -> Vec<String> {
        let value = |line: &Setting| line.words.first().map(|word| word.to_ascii_lowercase());
        let global = self.all(keyword).filter(|line| !line.matched).find_map(value);
        let some = self.all(keyword).filter(|line| line.matched).filter_map(value);
        std::iter::once(global.unwrap_or_else(|| unset.to_owned())).chain(some).collect()
    }

    /// The values that may be in force for the operators: what is set for some is taken to be for them.
    pub(super) fn for_operators(&self, keyword: &str, unset: &str) -> Vec<String> {
        let mut values = self.values(keyword, unset);
        if values.len() > 1 {
            values.remove(0);
        }
        values
    }
}

/// A line's keyword and words; nothing for a remark.
fn line(line: &str) -> Option<(String, Vec<String>)> {
    let line = line.trim();
    let (keyword, rest) = line.split_at_checked(line.find([' ', '\t', '=']).unwrap_or(line.len()))?;
    let rest = rest.trim_start_matches([' ', '\t', '=']);
    let words =
        shell_words::split(rest).unwrap_or_else(|_| rest.split_whitespace().map(str::to_owned).collect());
    (!keyword.is_empty() && !keyword.starts_with('#')).then(|| (keyword.to_ascii_lowercase(), words))
}

/// The files that an `Include` names, in their order: a path, or a pattern for the names in one folder.
fn included(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let path = folder.join(pattern);
    let (Some(within), Some(pattern)) = (path.parent(), path.file_name().and_then(|name| name.to_str()))
    else {
        return Vec::new();
    };
    if !pattern.contains(['*', '?', '[']) {
        return if path.exists() { vec![path] } else { Vec::new() };
    }
    let entries = std::fs::read_dir(within).into_iter().flatten().flatten();
    let fits = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| !name.starts_with('.') && fits(pattern, name))
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(fits).collect();
    files.sort();
    files
}

/// Whether a name fits a pattern of `*` and `?`. A set in brackets is taken for any one sign: rather read too much.
fn fits(pattern: &str, name: &str) -> bool {
    let mut signs = pattern.chars();
    match signs.next() {
        None => name.is_empty(),
        Some('*') => name
            .char_indices()
            .map(|(at, _)| at)
            .chain([name.len()])
            .any(|at| name.get(at..).is_some_and(|rest| fits(signs.as_str(), rest))),
        Some(sign) => {
            let (sign, rest) = match (sign, signs.as_str().split_once(']')) {
                ('[', Some((_, rest))) => ('?', rest),
                _ => (sign, signs.as_str()),
            };
            let mut letters = name.chars();
            letters.next().is_some_and(|letter| sign == '?' || sign == letter) && fits(rest, letters.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, fit) in [
            ("*.conf", "50-a.conf", true),
            ("*.conf", "a.conf.bak", false),
            ("5?-*", "50-a", true),
            ("5?-*", "5-a", false),
            ("[0-9]*.conf", "1.conf", true),
            ("*", "", true),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false),
        ] {
            assert_eq!(fits(pattern, name), fit, "{pattern} {name}");
        }
    }
}
