//! The papers say what the program does: README's commands and keys, and the fields in docs/json.md.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/cli.rs"]
mod support;

use duban::strings::{Lang, keys as say};
use duban::tui::keys::BINDINGS;
use support::Home;

const READMES: [(Lang, &str, &str); 2] = [
    (Lang::En, "README.md", include_str!("../README.md")),
    (Lang::Zh, "README.zh-CN.md", include_str!("../README.zh-CN.md")),
];

/// The rows of the table with this beginning of its head.
fn rows<'a>(text: &'a str, first: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|l| !l.starts_with(first)).skip(2);
    lines.take_while(|l| l.starts_with('|')).collect()
}

/// The table must have these rows; `just docs` writes them.
fn settle(name: &str, text: &str, first: &str, wanted: &[String]) {
    let found = rows(text, first);
    if std::env::var_os("DUBAN_WRITE_DOCS").is_some() && found != wanted {
        let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        // Both tables of a file may be written in one run.
        let now = std::fs::read_to_string(&path).unwrap();
        let head = now.lines().position(|l| l.starts_with(first)).unwrap() + 2;
        let mut lines: Vec<&str> = now.lines().collect();
        lines.splice(head..head + found.len(), wanted.iter().map(String::as_str));
        std::fs::write(&path, lines.join("\n") + "\n").unwrap();
        return;
    }
    assert_eq!(found, wanted, "{name} is behind the program: run `just docs`");
}

#[test]
fn the_readmes_have_exactly_the_keys_of_the_table() {
    for (lang, name, text) in READMES {
        let digits = format!("| {} | {} |", say::DIGITS_KEY.say(lang), say::DIGITS.say(lang));
        let row = |b: &duban::tui::keys::Binding| {
            let keys: Vec<String> = b.keys.iter().map(|k| format!("`{}`", k.name())).collect();
            format!("| {} | {} |", keys.join(" "), b.help.say(lang))
        };
        let wanted: Vec<String> = std::iter::once(digits).chain(BINDINGS.iter().map(row)).collect();
        settle(name, text, if lang == Lang::En { "| keys |" } else { "| 键 |" }, &wanted);
    }
}

#[test]
fn the_readmes_have_exactly_the_commands_of_help() {
    let home = Home::new();
    for (lang, name, text) in READMES {
        let (code, head, first) = if lang == Lang::En {
            ("en", "Commands:", "| command |")
        } else {
            ("zh", "命令:", "| 命令 |")
        };
        let help = home.run(["--lang", code, "--help"]).ok();
        let verbs = help.lines().skip_while(|l| *l != head).skip(1).take_while(|l| !l.is_empty());
        let row = |line: &str| {
            let (verb, about) = line.trim().split_once(' ').unwrap();
            format!("| `duban {verb}` | {} |", about.trim())
        };
        settle(name, text, first, &verbs.map(row).collect::<Vec<_>>());
    }
}

#[test]
fn the_readmes_have_exactly_the_settings_of_the_table() {
    for (lang, name, text) in READMES {
        let row = |key: &duban::config::Key| {
            let default = if key.default.is_empty() { String::new() } else { format!("`{}`", key.default) };
            let takes: Vec<String> = key.takes.split(", ").map(|v| format!("`{v}`")).collect();
            let meaning = key.meaning.say(lang);
            format!("| `{}` = {} | {default} | {meaning} |", key.name, takes.join(" "))
        };
        let wanted: Vec<String> = duban::config::KEYS.iter().map(row).collect();
        settle(name, text, if lang == Lang::En { "| setting |" } else { "| 设置 | 缺省" }, &wanted);
    }
}

#[test]
fn the_commands_of_the_everyday_jobs_work() {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    for (lang, name, text) in READMES {
        let heading = if lang == Lang::En { "| job |" } else { "| 要做的事 |" };
        let rows = rows(text, heading);
        assert_eq!(rows.len(), 10, "{name}");
        for row in rows {
            let command = row.trim_end_matches(" |").rsplit(" | ").next().unwrap().trim_matches('`');
            let words: Vec<&str> = command.split(' ').skip(1).collect();
            home.run(words).ok();
        }
    }
}

#[test]
fn the_readmes_tell_the_same_two_commands() {
    for (_, name, text) in READMES {
        for command in ["    cargo run --release --locked\n", "    just test\n"] {
            assert!(text.contains(command), "{name}: {command}");
        }
        assert!(text.contains("docs/screen.png"), "{name}");
    }
    let recipe = include_str!("../justfile");
    assert!(recipe.contains("\ntest:\n") && recipe.contains("cargo test --locked --no-fail-fast "));
    assert!(include_str!("../.ci/run").contains("just test"));
}

#[test]
fn every_field_of_machine_output_is_documented() {
    fn walk(value: &serde_json::Value, with: &mut impl FnMut(&str)) {
        match value {
            serde_json::Value::Object(fields) => fields.iter().for_each(|(name, value)| {
                with(name);
                walk(value, with);
            }),
            serde_json::Value::Array(items) => items.iter().for_each(|v| walk(v, with)),
            _ => {}
        }
    }
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &[]);
    let text = include_str!("../docs/json.md");
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    for act in [
        "period open 2025B3 --on 2025-05-01",
        "notice send remind --unit sfj --task 14 --on 2025-06-01 请报",
        "notice answer 1 --unit sfj --on 2025-06-02 已报",
        "extend 7 2026-06-30 --reason 改革 --approved-by 县政府 --doc-no 1号 --on 2025-06-10",
        "operator add wang --role viewer",
    ] {
        home.run(act.split(' ')).ok();
    }
    let issue = home.run("report bulletin --period 2025B3 --issue 1 --signed 李".split(' '));
    assert_eq!(issue.code, 0, "{issue:?}");
    for verb in [
        "status",
        "status sfj",
        "list",
        "show 14",
        "show 7",
        "units",
        "indicators",
        "plan",
        "log",
        "verify",
        "history --acts",
        "period",
        "missing",
        "due",
        "review",
        "notice",
        "settings",
        "config",
        "operator",
        "edit 1 --status done",
        "close 14 --reason 好",
        "extend 7 --withdraw 好",
        "report bulletin",
        "report ledger",
        "report assess",
        "report task 7",
        "report unit sfj",
        "report issued",
    ] {
        walk(&home.json(verb.split(' ')), &mut |name| {
            assert!(words.contains(&name), "docs/json.md does not tell of {name} in `{verb}`");
        });
    }
}

#[test]
fn every_test_named_among_the_risks_is_there() {
    let risks = include_str!("README.md");
    let named: Vec<(&str, &str)> = risks.split('`').filter_map(|part| part.split_once(".rs::")).collect();
    for (file, name) in &named {
        let path = format!("{}/tests/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{file}.rs: {e}"));
        assert!(source.contains(&format!("fn {name}(")), "{file}.rs has no test {name}");
    }
    // Every risk of the terminal and of Chinese text has its row.
    let all = (1..=25).map(|n| format!("| A{n} ")).chain((1..=16).map(|n| format!("| B{n} ")));
    for row in all {
        let line = risks.lines().find(|l| l.starts_with(&row)).unwrap_or_else(|| panic!("no row {row}"));
        assert!(line.contains(".rs::"), "{line}");
    }
    assert!(named.len() > 60);
}
