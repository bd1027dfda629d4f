//! What stands in the way of a save: each fault has its own sentence and exit code, and harms nothing.

use std::collections::BTreeSet;
use std::fs;

use rusqlite::Connection;

use crate::ledger::Ledger;
use crate::stage::outside;

const ADD: [&str; 5] = ["add", "14", "--unit", "sfj", "写给台账的"];

/// A ledger with a report that has something wrong with it, and what has to be kept alive meanwhile.
fn spoilt(how: &str) -> (Ledger, Option<Connection>) {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "先前的"]);
    let mut held = None;
    match how {
        "newer" => {
            let db = Connection::open(&ledger.path).unwrap();
            db.pragma_update(None, "user_version", 99).unwrap();
        }
        "foreign" => fs::write(&ledger.path, "姓名,电话\n张三,1\n".repeat(400)).unwrap(),
        "flipped bytes" => {
            // The pages of the tables, but not the first, by which it is known to be a ledger.
            let mut bytes = fs::read(&ledger.path).unwrap();
            for at in (4096..bytes.len()).step_by(37) {
                bytes[at] ^= 0x5a;
            }
            fs::write(&ledger.path, bytes).unwrap();
        }
        "held" => held = Some(outside(&ledger.path)),
        "a folder" => {
            fs::remove_file(&ledger.path).unwrap();
            fs::create_dir(&ledger.path).unwrap();
        }
        other => panic!("{other}"),
    }
    (ledger, held)
}

#[test]
fn each_has_its_own_sentence_and_exit_code() {
    let mut sentences = BTreeSet::new();
    for (how, code, says) in [
        ("newer", 7, "更新版本的督办写的"),
        ("foreign", 7, "不是督办台账"),
        ("flipped bytes", 7, "已损坏"),
        ("held", 6, "一直被别人占用"),
    ] {
        let (ledger, held) = spoilt(how);
        let before = fs::read(&ledger.path).unwrap();
        let (found, said) = ledger.refused(&ADD);
        assert_eq!(found, code, "{how}: {said}");
        assert!(said.contains(says) && said.lines().count() == 1, "{how}: {said}");
        assert!(
            said.contains("什么都没有写入") || said.contains("没有动它") || said.contains("没有再写入"),
            "{said}"
        );
        drop(held);
        assert_eq!(fs::read(&ledger.path).unwrap(), before, "{how}: it was left as it was");
        let generic = says.to_owned();
        assert!(sentences.insert(generic), "{how}");
    }
    let (ledger, _) = spoilt("a folder");
    assert_eq!(ledger.refused(&ADD).0, 7);
    assert!(ledger.path.is_dir());
}

/// Reading says so too, and never pretends that there is nothing.
#[test]
fn a_damaged_ledger_is_not_taken_for_an_empty_one() {
    let (ledger, _) = spoilt("flipped bytes");
    for words in [&["status"][..], &["log", "--json"], &["verify"]] {
        let (code, said) = ledger.refused(words);
        assert_eq!(code, 7, "{words:?}: {said}");
    }
}
