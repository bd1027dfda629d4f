//! Purge: a person's data is out of the file for good, by an act that stays on record.

use std::path::Path;

use duban::clock::Clock;
use duban::ledger::{Actor, EntryId, Revision};
use duban::ops;
use duban::plan::EMBEDDED;
use duban::store::{Reader, Writer, create};
use jiff::civil::date;
use serde_json::json;

use crate::ledger::report;
use crate::support::Home;
use crate::{head, reported};

const SECRET: &str = "𪚥𪚥身份证330922";

/// An entry with what must go, edited once, then deleted; its number.
fn deleted() -> (Home, String) {
    let home = reported();
    let id = home.add("14", "sfj", "2025-06-20", &format!("误写{SECRET}"), &["--reporter", "龘某"]);
    home.run(["edit", &id, "--problems", SECRET]).ok();
    home.run(["delete", &id, "--yes"]).ok();
    (home, id)
}

/// Whether a file of the ledger holds some bytes.
fn holds(home: &Home, bytes: &[u8]) -> bool {
    let files = ["data/duban/ledger.db", "data/duban/ledger.db-wal"].map(|n| home.path(n));
    files.iter().filter_map(|f| std::fs::read(f).ok()).any(|c| c.windows(bytes.len()).any(|w| w == bytes))
}

/// The last bytes of a character that only the secret has: how the search index may keep it. Three of them, because two
/// stand by chance in one of a hundred ledgers, in their digests.
fn tail(text: &str) -> Vec<u8> {
    text.chars().next().unwrap().to_string().into_bytes()[1..].to_vec()
}

#[test]
fn nothing_of_it_is_left_in_the_file() {
    let (home, id) = deleted();
    assert!(holds(&home, SECRET.as_bytes()) && holds(&home, &tail(SECRET)), "or the test proves nothing");
    let noted = head(&home);
    let said = home.run(["purge", &id, "--reason", "误写个人信息", "--yes"]).ok();
    assert!(said.contains("#4") && said.contains("5、6、7") && said.lines().count() == 1, "{said}");
    assert!(!holds(&home, SECRET.as_bytes()) && !holds(&home, &tail(SECRET)));
    for text in ["身份证", "龘某"] {
        assert!(!holds(&home, text.as_bytes()), "{text}");
    }
    // The chain is whole, the head of before is still in it, and the purge is on record with its reason.
    home.run(["verify", "--expect", &noted]).ok();
    let proved = home.json(["verify"]);
    assert_eq!((&proved["sound"], &proved["purged"], &proved["seq"]), (&json!(true), &json!(3), &json!(8)));
    assert!(home.run(["verify"]).ok().contains("有3号记录的内容按记录清除了"));
    let history = home.json(["history", &id]);
    assert_eq!((&history[0]["action"], &history[0]["reason"]), (&json!("purge"), &json!("误写个人信息")));
    assert_eq!((&history[0]["records"], &history[0]["purged"]), (&json!([5, 6, 7]), &json!(false)));
    for row in &history.as_array().unwrap()[1..] {
        assert_eq!((&row["purged"], &row["entry"]), (&json!(true), &json!(null)));
    }
    let read = home.run(["history", &id]).ok();
    assert_eq!(read.matches("  已清除").count(), 3, "{read}");
    assert!(read.contains("清除了记录5、6、7,原因:误写个人信息"), "{read}");
    assert!(home.run(["history"]).ok().contains("误写个人信息"));
    assert!(home.run(["log", "--text", "身份证"]).ok().starts_with("还没有"));
    // Nobody finds it a second time, and a backup made from now on has none of it.
    assert!(home.run(["purge", &id, "--reason", "再", "--yes"]).ok().contains("没有可清除的了"));
    home.run(["backup", home.path("b.db").to_str().unwrap()]).ok();
    let copy = std::fs::read(home.path("b.db")).unwrap();
    assert!(!copy.windows(SECRET.len()).any(|w| w == SECRET.as_bytes()));
}

#[test]
fn what_is_purged_cannot_be_brought_back() {
    let (home, id) = deleted();
    home.run(["purge", &id, "--reason", "误写", "--yes"]).ok();
    let said = home.run(["undo", "--yes"]).refused(3);
    assert!(said.contains("第7号记录") && said.contains("#4") && said.contains("已清除"), "{said}");
    assert!(home.call(["undo", "--yes", "--lang", "en"]).run().refused(3).contains("purged"));
    home.run(["edit", &id, "--restore", "5"]).refused(4);
    // What comes after can be undone as ever.
    home.add("14", "sfj", "2025-06-21", "别的", &[]);
    home.run(["undo", "--yes"]).ok();
    home.run(["verify"]).ok();
}

#[test]
fn the_past_says_that_it_was_purged() {
    let home = Home::new();
    let by = Actor { name: "王敏".to_owned(), origin: String::new(), way: duban::ledger::Way::Local };
    let clock = |day| Clock::noon(date(2025, 6, day));
    create(&home.db(), EMBEDDED, &by, clock(1).now()).unwrap();
    let reader = Reader::open(&home.db()).unwrap();
    let plan = reader.plan().clone();
    let mut writer = Writer::open(&home.db(), plan.clone()).unwrap();
    for (day, text) in [(2, SECRET), (3, "留下的")] {
        let new = report(14, plan.unit_by_code("sfj").unwrap(), date(2025, 6, day), text);
        ops::add(&mut writer, &plan, new, &by, clock(day)).unwrap();
    }
    // Deleted, brought back, deleted again.
    ops::delete(&mut writer, EntryId(1), Revision(1), &by, clock(4)).unwrap();
    let change = ops::undo_preview(&reader, &by).unwrap().unwrap();
    ops::undo(&mut writer, &plan, &change, &by, clock(5)).unwrap();
    let change = ops::redo_preview(&reader, &by).unwrap().unwrap();
    ops::redo(&mut writer, &plan, &change, &by, clock(6)).unwrap();
    ops::purge(&mut writer, EntryId(1), &[], "误写", &by, clock(7)).unwrap();
    let known = |day: i8, words: &[&str]| {
        let at = format!("2025-06-{day:02}");
        home.run([words, &["--known-at", &at]].concat()).ok()
    };
    let there = "当时还有进展#1,内容已清除";
    for (day, shown) in [(1, false), (2, true), (3, true), (4, false), (5, true), (6, false), (7, false)] {
        let said = known(day, &["log"]);
        assert_eq!((said.contains(there), said.contains("留下的")), (shown, day > 2), "{day} {said}");
        assert!(!known(day, &["log", "3"]).contains(there));
        assert!(!said.contains("身份证"));
        for words in [vec!["status"], vec!["list"], vec!["show", "14"], vec!["log", "--json"], vec!["units"]]
        {
            let said = known(day, &words);
            assert!(!said.contains("身份证"), "{words:?}");
        }
    }
    assert!(known(3, &["history", "1"]).contains("已清除"));
}

#[test]
fn only_what_the_ledger_no_longer_says_is_purged() {
    let (home, id) = deleted();
    let before = home.rows();
    let refuse = |words: &[&str], code: i32, said: &str| {
        let found = home.run(words).refused(code);
        assert!(found.contains(said), "{words:?} {found}");
    };
    refuse(&["purge", "1", "--reason", "x", "--yes"], 2, "duban delete 1");
    refuse(&["purge", "1", "--record", "2", "--reason", "x", "--yes"], 2, "现在的内容");
    refuse(&["purge", "1", "--record", "3", "--reason", "x", "--yes"], 3, "3");
    refuse(&["purge", "1", "--record", "0", "--reason", "x", "--yes"], 2, "大于0");
    refuse(&["purge", "9", "--reason", "x", "--yes"], 3, "9");
    refuse(&["purge", &id, "--reason", " ", "--yes"], 2, "原因");
    refuse(&["purge", &id, "--reason", "a\u{1b}[2J", "--yes"], 2, "原因");
    refuse(&["purge", &id, "--yes"], 2, "--reason");
    let asked = home.run(["purge", &id, "--reason", "x"]);
    assert!(asked.code == 2 && asked.out.contains("5、6、7") && asked.err.contains("--yes"), "{asked:?}");
    let preview = home.call(["purge", &id, "--reason", "x", "--json"]).run();
    let preview: serde_json::Value = serde_json::from_str(&preview.out).unwrap();
    assert_eq!(preview, json!({"id": 4, "records": [5, 6, 7], "by": null, "clean": false, "applied": false}));
    assert_eq!(home.rows(), before);
    // An earlier version of an entry that stays.
    home.run(["edit", "1", "--percent", "90"]).ok();
    let done = home.call(["purge", "1", "--record", "2", "--reason", "误写", "--yes", "--json"]).run().ok();
    let done: serde_json::Value = serde_json::from_str(&done).unwrap();
    assert_eq!(done, json!({"id": 1, "records": [2], "by": 9, "clean": true, "applied": true}));
    home.run(["verify"]).ok();
    assert_eq!(home.json(["log", "14"])[1]["percent"], 90);
    assert!(home.run(["undo", "--yes"]).refused(3).contains("已清除"), "what it would lead back to is gone");
}

#[test]
fn a_body_that_goes_without_a_record_is_found() {
    let (home, id) = deleted();
    let db = home.sql();
    let hand = "UPDATE history SET body = NULL WHERE seq = 5";
    assert!(db.execute(hand, []).unwrap_err().to_string().contains("append-only"));
    home.run(["purge", &id, "--reason", "误写", "--yes"]).ok();
    // The record of a purge gives no right to another entry, nor to more of this one later.
    assert!(db.execute("UPDATE history SET body = NULL WHERE seq = 2", []).is_err());
    db.execute_batch("DROP TRIGGER history_no_update; UPDATE history SET body = NULL WHERE seq = 2").unwrap();
    let said = home.run(["verify"]);
    assert!(said.code == 7 && said.err.contains("第2号记录的内容没有了"), "{}", said.err);
    // Nor can the emptied row be written anew.
    let (home, id) = deleted();
    home.run(["purge", &id, "--reason", "误写", "--yes"]).ok();
    home.sql().execute("UPDATE entry SET progress = '另一句' WHERE id = ?1", [&id]).unwrap();
    assert!(home.run(["verify"]).err.contains("#4"));
}

#[test]
fn somebody_who_reads_only_puts_the_last_step_off() {
    let (home, id) = deleted();
    let reader = home.sql();
    reader.execute_batch("BEGIN; SELECT count(*) FROM history").unwrap();
    let said = home.run(["purge", &id, "--reason", "误写", "--yes"]).ok();
    assert!(said.contains("-wal"), "{said}");
    drop(reader);
    let said = home.run(["purge", &id, "--reason", "误写", "--yes"]).ok();
    assert!(!said.contains("-wal"), "{said}");
    assert!(!holds(&home, SECRET.as_bytes()));
    assert!(Path::new(&home.db()).exists());
}
