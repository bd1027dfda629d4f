//! One bulletin in full, read by people: does it read like one, and is every number right?

use crate::stage::{DAY, ledger};

const BULLETIN: &str = include_str!("bulletin.txt");

#[test]
fn the_bulletin_reads_as_it_was_read() {
    let home = ledger();
    let text = home.run(["report", "bulletin", "--as-of", DAY]).ok();
    if std::env::var_os("DUBAN_WRITE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/report/bulletin.txt"), &text).unwrap();
    }
    for (at, (found, expected)) in text.lines().zip(BULLETIN.lines()).enumerate() {
        assert_eq!(found, expected, "line {} of\n{text}", at + 1);
    }
    assert_eq!(text.lines().count(), BULLETIN.lines().count());
}

#[test]
fn no_line_is_wider_than_the_page() {
    let home = ledger();
    for document in ["bulletin", "ledger", "assess", "task 15", "unit sfj"] {
        for lang in ["zh", "en"] {
            let words = format!("report {document} --as-of {DAY} --lang {lang}");
            for line in home.run(words.split(' ')).ok().lines() {
                assert!(duban::text::cells(line) <= 78, "{document} {lang}: {line}");
            }
        }
    }
}
