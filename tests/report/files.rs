//! Where documents go: a file that replaces nothing unasked, standard output, and no harm in either.

use duban::ledger::Coded;
use duban::report::Format;

use crate::stage::{DAY, ledger};
use crate::support::{Home, is_raw};

#[test]
fn a_file_replaces_nothing_unasked_and_its_name_tells_the_format() {
    let home = ledger();
    let file = home.path("台账.md");
    let words = ["report", "ledger", "--as-of", DAY, "-o"];
    let said = home.call(words).arg(&file).run();
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.contains("台账.md"), "{}", said.err);
    assert!(std::fs::read_to_string(&file).unwrap().contains("| 序号 |"));
    let sentence = home.call(words).arg(&file).run().refused(2);
    assert!(sentence.contains("--force"), "{sentence}");
    assert_eq!(home.call(words).arg(&file).arg("--force").run().code, 0);
    assert_eq!(home.call(words).arg(home.path("none/台账.md")).run().code, 2);
    assert!(home.run(["report", "ledger", "--format", "odt"]).refused(2).contains("csv"));
    assert_eq!(home.run(["report", "ledger", "--bom"]).code, 2);
    let parts: Vec<String> = home.files().into_iter().filter(|f| f.contains(".part")).collect();
    assert!(parts.is_empty(), "{parts:?}");
}

#[test]
fn csv_begins_with_a_mark_where_asked() {
    let home = ledger();
    let plain = home.run(["report", "assess", "--as-of", DAY, "--format", "csv"]).ok();
    assert!(plain.starts_with("unit,leads,supports,owed,"));
    let marked = home.run(["report", "assess", "--as-of", DAY, "--format", "csv", "--bom"]).ok();
    assert_eq!(marked, format!("\u{feff}{plain}"));
}

#[test]
fn points_follow_the_rules_that_are_set_and_say_why() {
    let home = ledger();
    let assess = ["report", "assess", "--as-of", DAY, "--format", "csv"];
    assert!(!home.run(assess).ok().contains("points"), "no rule comes with the program");
    let config = home.path("config");
    std::fs::create_dir_all(config.join("duban")).unwrap();
    let rules = "[assess]\nstart = 100\nunreported = -10\nlate = -2.5\nreturned = -1\n";
    std::fs::write(config.join("duban/config.toml"), rules).unwrap();
    let said = home.call(assess).env("XDG_CONFIG_HOME", &config).run().ok();
    let row = |unit: &str| {
        said.lines().find(|l| l.starts_with(unit)).unwrap_or_else(|| panic!("{said}")).to_owned()
    };
    // Leads 8, 9 and 18: 8 in time, 18 late by a day, 9 not at all.
    assert!(row("县府办").contains(",86.5,") && row("县府办").contains("未报1"), "{said}");
    // 6 was sent back and not reported again, 19 never came.
    assert!(row("县发改局").contains(",89,"), "{said}");
    assert!(row("县委依法治县办").contains(",100,"), "{said}");
}

#[test]
fn what_was_typed_does_no_harm_in_any_format() {
    let home = Home::new();
    home.run(["init"]).ok();
    home.run(["period", "open", "2025B3", "--on", "2025-05-06"]).ok();
    home.add("14", "sfj", "2025-06-10", "=1+1|<b>#x\n*y*", &[]);
    // Past the program, which would not store it.
    let db = home.sql();
    db.execute_batch("PRAGMA ignore_check_constraints = 1").unwrap();
    db.execute("UPDATE entry SET problems = 'a' || char(27) || '[2J' || char(8238) || 'b'", []).unwrap();
    for document in ["bulletin", "ledger", "assess", "task 14", "unit sfj"] {
        for format in Format::ALL.iter().filter(|f| !f.is_bytes()) {
            let words = format!("report {document} --as-of 2025-06-27 --format {}", format.code());
            let said = home.run(words.split(' ')).ok();
            assert_eq!(said.chars().find(|c| is_raw(*c)), None, "{document} {format:?}");
            assert!(
                !said.contains("<b>") || matches!(format, Format::Text | Format::Csv | Format::Json),
                "{said}"
            );
            assert!(!said.lines().any(|l| l.starts_with('=') && !l.starts_with("===")), "{said}");
        }
    }
}
