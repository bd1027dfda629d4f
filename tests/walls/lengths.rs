//! Files and functions that a reader takes in at one go.

use crate::source::{all, code};

const FILE_LINES: usize = 300;
const FUNCTION_LINES: usize = 60;

/// Files that may be longer, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// Functions that may be longer, each with its reason.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[];

#[test]
fn no_file_is_longer_than_a_reader_wants() {
    let mut long = Vec::new();
    for source in all() {
        let lines = source.text.lines().count();
        if lines > FILE_LINES && !LONG_FILES.iter().any(|(name, _)| *name == source.name) {
            long.push(format!("src/{} has {lines} lines of {FILE_LINES}", source.name));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_exceptions_are_still_needed() {
    let all = all();
    for (name, _) in LONG_FILES {
        let source = all.iter().find(|s| s.name == *name).unwrap_or_else(|| panic!("src/{name} is gone"));
        assert!(source.text.lines().count() > FILE_LINES, "src/{name} is short enough now");
    }
    for (file, function, _) in LONG_FUNCTIONS {
        let source = all.iter().find(|s| s.name == *file).unwrap_or_else(|| panic!("src/{file} is gone"));
        let found = functions(&source.text).into_iter().find(|(name, ..)| name == function);
        assert!(
            found.is_some_and(|(.., lines)| lines > FUNCTION_LINES),
            "{file} {function} is short enough now"
        );
    }
}

/// Name, first line and number of lines of every function.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let code = code(text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        if code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() {
            continue; // a type such as `fn(&str)`
        }
        let open = rest.find(['{', ';']).unwrap_or(rest.len());
        if rest[open..].starts_with('{') {
            let lines = rest[..close(rest, open)].matches('\n').count() + 1;
            found.push((name, code[..at].matches('\n').count() + 1, lines));
        }
    }
    found
}

/// Where the brace opened at `open` is closed.
fn close(code: &str, open: usize) -> usize {
    let mut depth = 0usize;
    for (at, c) in code[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return open + at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[test]
fn no_function_is_longer_than_a_screen() {
    let mut long = Vec::new();
    let mut seen = 0;
    for source in all() {
        for (name, line, lines) in functions(&source.text) {
            seen += 1;
            let known = LONG_FUNCTIONS.iter().any(|(file, f, _)| *file == source.name && *f == name);
            if lines > FUNCTION_LINES && !known {
                long.push(format!(
                    "src/{}:{line}: {name} has {lines} lines of {FUNCTION_LINES}",
                    source.name
                ));
            }
        }
    }
    assert!(seen > 500, "only {seen} functions found");
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_file_says_what_it_is() {
    for source in all() {
        assert!(source.text.starts_with("//! "), "src/{} has no header", source.name);
    }
}
