//! Stored text that another program put there never acts on a terminal, a spreadsheet or a script.

use crate::support::{Home, Said, is_raw};

/// Escape sequences in seven and eight bits, controls, direction marks, characters without ink.
const BAD: &str = "甲\u{1b}]52;c;aGk=\u{7}\u{1b}]0;t\u{1b}\\\u{1b}c\u{1b}[2J\u{1b}[6n\u{9b}31m\u{9d}\u{7}\r\u{8}\t\u{b}\u{7f}\
                   \u{85}\u{202e}\u{2066}\u{200b}\u{feff}\u{2028}\u{2029}\u{e0041}\u{ad}乙";

/// A ledger whose every text of an entry was written past the program's checks.
fn poisoned() -> Home {
    let home = Home::new();
    home.add("14", "sfj", "2025-06-12", "好", &["--status", "behind"]);
    let db = home.sql();
    db.pragma_update(None, "ignore_check_constraints", true).unwrap();
    let columns = ["progress", "problems", "next_steps", "reporter", "typed_by"];
    for column in columns {
        let changed = db.execute(&format!("UPDATE entry SET {column} = ?1"), [BAD]).unwrap();
        assert_eq!(changed, 1);
    }
    home
}

fn check(said: &Said) {
    let raw = said.out.chars().chain(said.err.chars()).find(|c| is_raw(*c));
    assert_eq!(raw, None, "{:?}\n{:?}", said.args, said.out);
}

#[test]
fn no_verb_lets_it_out() {
    let home = poisoned();
    let verbs = [
        "",
        "status",
        "status 14",
        "status sfj",
        "status 五",
        "list",
        "list --unit sfj",
        "list --text 甲",
        "show 14",
        "log",
        "log --all",
        "units",
        "indicators",
        "plan",
    ];
    let mut seen = 0;
    for words in verbs {
        for option in ["--lang=zh", "--lang=en", "--json", "--csv"] {
            let said = home.call(words.split_whitespace()).arg(option).run();
            check(&said);
            assert!(said.code == 0 || option == "--csv", "{words} {option}: {}", said.err);
            seen += usize::from(said.out.contains('甲'));
        }
    }
    assert!(seen >= 20, "the text itself is shown, only {seen} times");
}

#[test]
fn people_see_what_is_there_and_machines_get_it_exactly() {
    let home = poisoned();
    let shown = home.run(["log"]).ok();
    for code in ["<U+001B>", "<U+009B>", "<U+202E>", "<U+200B>", "<U+000D>", "<U+2028>", "<U+E0041>"] {
        assert!(shown.contains(code), "{code}: {shown}");
    }
    let entry = home.json(["log"])[0].clone();
    for field in ["progress", "problems", "next_steps", "reporter", "typed_by"] {
        assert_eq!(entry[field], BAD, "{field} comes back whole from JSON");
    }
}

#[test]
fn a_hostile_plan_inside_the_ledger_is_refused() {
    let home = Home::new();
    home.run(["init"]).ok();
    let db = home.sql();
    let body: String = db.query_row("SELECT body FROM plan", [], |r| r.get(0)).unwrap();
    let escaped = body.replace("县司法局", "县\\u001b[2J\\u202e司法局");
    db.execute("UPDATE plan SET body = ?1", [&escaped]).unwrap();
    let said = home.run(["list"]);
    check(&said);
    assert_eq!((said.code, said.out.as_str()), (7, ""), "{}", said.err);
}

#[test]
fn a_value_that_no_version_writes_is_told_and_not_guessed() {
    for (column, value) in
        [("status", "great"), ("day", "2025-02-31"), ("period", "2025X9"), ("unit", "nobody")]
    {
        let home = Home::new();
        home.add("14", "sfj", "2025-06-12", "好", &[]);
        let db = home.sql();
        db.pragma_update(None, "ignore_check_constraints", true).unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        db.execute(&format!("UPDATE entry SET {column} = ?1"), [value]).unwrap();
        let said = home.run(["log"]);
        check(&said);
        assert_eq!(said.code, 7, "{column}: {} {}", said.out, said.err);
    }
}
