//! The laws of the tables of interface text.

use std::collections::BTreeSet;

use duban::plan::faults;
use duban::strings::{TABLES, Text};
use unicode_width::UnicodeWidthChar;

use crate::source::all;

/// Tables that may hold characters whose width terminals disagree about, each with its reason.
const AMBIGUOUS_ALLOWED: &[(&str, &str)] = &[
    ("care", "printed line by line to a shell; the width line is there to be looked at"),
    ("cli", "printed line by line to a shell, never laid out in columns"),
    (
        "errors",
        "quotes what was typed in “ ”; the screen lays its sentences out like stored text, two cells for each",
    ),
    ("office", "holds sentences like those of errors, and lays them out the same way"),
    ("gate", "printed to a shell; the one sentence that a screen says is laid out like those of errors"),
    ("faults", "printed by `plan check` and `init`, never drawn"),
];

/// Every text of every table, the plan's faults included: table, name, text.
fn texts() -> Vec<(&'static str, &'static str, Text)> {
    let tables = TABLES.iter().copied().chain([("faults", faults::ALL)]);
    tables.flat_map(|(table, rows)| rows.iter().map(move |(name, text)| (table, *name, *text))).collect()
}

#[test]
fn every_table_is_in_the_list() {
    let files: BTreeSet<String> = all()
        .into_iter()
        .filter(|s| s.text.lines().any(|l| l.trim_start().starts_with("crate::texts! {")))
        .map(|s| s.name)
        .collect();
    let listed = TABLES.iter().map(|(name, _)| format!("strings/{name}.rs"));
    assert_eq!(files, listed.chain(["plan/faults.rs".to_owned()]).collect());
    assert!(texts().len() > 200);
}

#[test]
fn no_text_is_empty_in_either_language() {
    for (table, name, text) in texts() {
        assert!(!text.zh.trim().is_empty() && !text.en.trim().is_empty(), "{table}::{name}");
    }
}

#[test]
fn english_text_is_english_and_chinese_text_is_chinese() {
    let hanzi = |s: &str| s.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    for (table, name, text) in texts() {
        assert!(!hanzi(text.en), "{table}::{name} {}", text.en);
        let bare: String = text.zh.split(['{', '}']).step_by(2).collect();
        assert!(hanzi(text.zh) || !bare.chars().any(char::is_alphabetic), "{table}::{name} {}", text.zh);
    }
}

/// The placeholders of a template, each once: `{0}`, `{1}` …
fn placeholders(template: &str) -> BTreeSet<&str> {
    let inside = template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    inside.filter(|name| name.bytes().all(|b| b.is_ascii_digit())).collect()
}

#[test]
fn placeholders_are_the_same_in_both_languages_and_without_a_gap() {
    for (table, name, text) in texts() {
        let (zh, en) = (placeholders(text.zh), placeholders(text.en));
        assert_eq!(zh, en, "{table}::{name}");
        if name.ends_with("_CURE") {
            continue; // A cure shares its fault's parts and need not name them all.
        }
        let numbers: BTreeSet<String> = (0..zh.len()).map(|n| n.to_string()).collect();
        assert_eq!(zh, numbers.iter().map(String::as_str).collect(), "{table}::{name}");
    }
}

#[test]
fn no_text_holds_a_control_character() {
    for (table, name, text) in texts() {
        for said in [text.zh, text.en] {
            let bad = said.chars().find(|c| c.is_control() || c.width() == Some(0));
            assert_eq!(bad, None, "{table}::{name}");
        }
    }
}

#[test]
fn what_the_screen_says_is_equally_wide_in_every_terminal() {
    for (table, name, text) in texts() {
        if AMBIGUOUS_ALLOWED.iter().any(|(allowed, _)| *allowed == table) {
            continue;
        }
        for said in [text.zh, text.en] {
            let bad = said.chars().find(|c| c.width() != c.width_cjk());
            assert_eq!(bad, None, "{table}::{name} {said}");
        }
    }
}

#[test]
fn the_exceptions_are_still_needed() {
    for (table, _) in AMBIGUOUS_ALLOWED {
        let mut rows = texts().into_iter().filter(|(t, ..)| t == table);
        let needed =
            rows.any(|(.., t)| [t.zh, t.en].iter().any(|s| s.chars().any(|c| c.width() != c.width_cjk())));
        assert!(needed || *table == "cli", "{table} keeps to the law by itself");
    }
}

/// Sources whose literals may hold such characters, each with its reason.
const LITERALS_ALLOWED: &[(&str, &str)] = &[
    ("strings/", "the tables, looked at above"),
    ("plan/faults.rs", "a table, looked at above"),
    ("text/", "rules about characters; nothing here is shown"),
    ("report/samples.rs", "what tests write into files; not part of the program"),
    ("tui/ime.rs", "what input methods send for keys; nothing here is shown"),
];

#[test]
fn no_literal_outside_the_tables_is_of_uncertain_width() {
    for source in all() {
        if LITERALS_ALLOWED.iter().any(|(place, _)| source.name.starts_with(place)) {
            continue;
        }
        let shipped = source.text.split("#[cfg(test)]").next().unwrap();
        for line in shipped.lines().map(|l| l.split("//").next().unwrap()) {
            let bad = line.chars().find(|c| c.width() != c.width_cjk());
            assert_eq!(bad, None, "{}: {line}", source.name);
        }
    }
}

#[test]
fn nothing_escaped_is_of_uncertain_width_either() {
    for source in
        all().into_iter().filter(|s| s.name.starts_with("tui/view/") || s.name.starts_with("strings/"))
    {
        for rest in source.text.split("\\u{").skip(1) {
            let code = u32::from_str_radix(rest.split('}').next().unwrap(), 16).unwrap();
            let c = char::from_u32(code).unwrap();
            assert!(c.width() == c.width_cjk() && c.width() != Some(0), "{}: {code:x}", source.name);
        }
    }
}
