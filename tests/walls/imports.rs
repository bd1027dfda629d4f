//! Imports run downward only.

use crate::source::{Source, all, code};

/// Each module and those it may import, every one of them below it.
const MAY: &[(&str, &[&str])] = &[
    // Leaves.
    ("text", &[]),
    ("clock", &[]),
    // The words for the plan's own types live with all other words, and its faults speak through them.
    ("strings", &["plan"]),
    ("plan", &["text", "strings"]),
    ("ledger", &["plan", "text", "strings", "clock"]),
    ("store", &["ledger", "plan", "text", "clock"]),
    ("draft", &["ledger", "plan", "text", "strings", "clock"]),
    // The one table from fault to sentence knows every fault, and no more.
    ("error", &["store", "draft", "ledger", "plan", "text", "strings", "clock"]),
    ("config", &["ledger", "strings", "error"]),
    // Pure: of the store it knows what a snapshot is.
    ("query", &["store", "ledger", "plan", "text", "strings", "error"]),
    ("report", &["query", "store", "ledger", "plan", "text", "strings", "error", "clock"]),
    // Who comes in over SSH, and with which words. The command line hands on what passes.
    ("gate", &["ledger"]),
    ("sheet", &["query", "store", "ledger", "plan", "text", "strings", "error"]),
    ("ops", &["sheet", "query", "draft", "store", "ledger", "plan", "text", "strings", "error", "clock"]),
    // Not through `ops`: a test holds what it writes to the same rules.
    ("demo", &["store", "ledger", "plan", "text", "error", "clock"]),
    (
        "cli",
        &[
            "config", "demo", "gate", "report", "ops", "sheet", "query", "draft", "store", "ledger", "plan",
            "text", "strings", "error", "clock",
        ],
    ),
    // The screen is handed the circumstances of its call by the command line.
    (
        "tui",
        &[
            "cli", "report", "ops", "query", "draft", "store", "ledger", "plan", "text", "strings", "error",
            "clock",
        ],
    ),
    ("lib", &[]),
    ("main", &[]),
];

/// What a module may take of another of which it must not know more.
const ONLY: &[(&str, &str, &[&str])] =
    &[("query", "store", &["Snapshot", "Pair", "{Pair, Snapshot}"]), ("tui", "cli", &["Context"])];

/// Pairs that import each other; every other pair runs one way.
const BOTH_WAYS: &[(&str, &str)] = &[("plan", "strings")];

/// Every `crate::name` in a file: the line, the module named, and what follows it.
fn imports(source: &Source) -> Vec<(usize, String, String)> {
    let code = code(&source.text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + "crate::".len()..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let after = rest[name.len()..].trim_start_matches("::");
        let taken: String = after
            .chars()
            .take_while(|c| !matches!(c, ';' | '(' | ')' | ',' | ':') || after.starts_with('{') && *c != ';')
            .collect();
        found.push((line, name, taken.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    found
}

fn may(module: &str) -> &'static [&'static str] {
    let row = MAY.iter().find(|(name, _)| *name == module);
    row.unwrap_or_else(|| panic!("src/{module} has no row in the table of imports; give it its place")).1
}

#[test]
fn every_import_is_allowed_by_the_table() {
    let mut seen = 0;
    for source in all() {
        let module = source.module();
        let allowed = may(module);
        for (line, name, taken) in imports(&source) {
            let what = format!("src/{}:{line}: {module} imports crate::{name}::{taken}", source.name);
            let known = MAY.iter().any(|(m, _)| *m == name);
            // A macro or an item of the crate's own root names no module; only `texts!` is one.
            assert!(known || name == "texts", "{what}: no such module in the table");
            assert!(
                !known || name == module || allowed.contains(&name.as_str()),
                "{what}, which is not below it"
            );
            if let Some((.., items)) = ONLY.iter().find(|(m, of, _)| *m == module && *of == name) {
                assert!(items.contains(&taken.as_str()), "{what}, and may take only {items:?}");
            }
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} imports found");
}

/// How many times `super::` leads from a file to the crate's root.
fn depth(name: &str) -> usize {
    name.matches('/').count() + usize::from(!name.ends_with("/mod.rs"))
}

#[test]
fn nobody_climbs_over_a_wall() {
    for source in all() {
        for (n, line) in code(&source.text).lines().enumerate() {
            for (module, _) in MAY.iter().filter(|(m, _)| *m != source.module()) {
                let climbs = line.contains(&format!("{}{module}", "super::".repeat(depth(&source.name))));
                assert!(!climbs, "src/{}:{}: say crate::{module}", source.name, n + 1);
            }
        }
    }
}

#[test]
fn the_table_itself_runs_downward() {
    for (at, (module, allowed)) in MAY.iter().enumerate() {
        for below in *allowed {
            let place = MAY.iter().position(|(m, _)| m == below).unwrap();
            let both = BOTH_WAYS.iter().any(|(a, b)| [(a, b), (b, a)].contains(&(module, below)));
            assert!(place < at || both, "{module} stands above {below}");
        }
    }
}

#[test]
fn only_the_store_knows_sql_only_the_clock_the_time_and_nobody_starts_a_process() {
    for source in all() {
        let code = code(&source.text);
        let sql = code.contains("rusqlite");
        assert!(!sql || source.module() == "store", "src/{} names rusqlite", source.name);
        let process = code.contains("process::Command") || code.contains("Command::spawn");
        assert!(!process, "src/{} starts a process", source.name);
        assert!(
            !code.contains("SystemTime") || source.module() == "clock",
            "src/{} asks the time",
            source.name
        );
    }
}
