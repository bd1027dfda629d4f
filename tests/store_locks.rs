//! The locks of a process on its ledger: closing any descriptor of a file gives them all up, so that whoever looks
//! at the file past SQLite loses what is saved afterwards.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs
)]

#[path = "support/ledger.rs"]
#[allow(dead_code)]
mod ledger;

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

use duban::clock::Clock;
use duban::ledger::EntryId;
use duban::ops;
use duban::store::{LedgerFile, Reader, Writer, create};
use ledger::{Ledger, TODAY, actor, lead, report};

/// How many locks this process holds on a file: `1: POSIX  ADVISORY  READ 812 fd:01:5177 1073741826 1073742335`.
fn locks(path: &Path) -> usize {
    let inode = std::fs::metadata(path).unwrap().ino();
    let all = std::fs::read_to_string("/proc/locks").expect("/proc/locks tells the locks of a process");
    let ours = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.get(4) == Some(&std::process::id().to_string().as_str())
            && words.get(5).is_some_and(|f| f.rsplit(':').next() == Some(&inode.to_string()))
    };
    all.lines().filter(ours).count()
}

fn save(reader: &Reader, writer: &mut Writer, text: &str) -> EntryId {
    let new = report(14, lead(reader, 14), TODAY, text);
    ops::add(writer, reader.plan(), new, &actor("甲"), Clock::noon(TODAY)).unwrap().id
}

#[test]
fn a_reader_keeps_its_lock_whatever_else_is_opened() {
    let ledger = Ledger::new();
    let reader = ledger.reader();
    assert!(locks(&ledger.path) > 0, "an open ledger is locked");
    let mut writer = Writer::open(&ledger.path, reader.plan().clone()).unwrap();
    assert!(locks(&ledger.path) > 0, "after a writer was opened");
    save(&reader, &mut writer, "一");
    assert!(locks(&ledger.path) > 0, "after a save");
    assert_eq!(LedgerFile::look(&ledger.path).unwrap(), LedgerFile::Ledger);
    create(&ledger.path, "", &actor("乙"), Clock::noon(TODAY).now()).unwrap();
    drop(ledger.reader());
    drop(writer);
    assert!(locks(&ledger.path) > 0, "after looks at it, and connections that came and went");
}

/// A `sqlite3` that believes it is alone takes the write-ahead log away when it leaves.
#[test]
fn a_backup_between_two_saves_loses_nothing() {
    let ledger = Ledger::new();
    let reader = ledger.reader();
    let mut writer = Writer::open(&ledger.path, reader.plan().clone()).unwrap();
    let backup = |name: &str| {
        let copy = ledger.folder.path().join(name);
        let done = Command::new("sqlite3")
            .arg(&ledger.path)
            .arg(format!(".backup '{}'", copy.display()))
            .status()
            .expect("sqlite3 is installed (see .ci/run)");
        assert!(done.success());
        copy
    };
    let first = save(&reader, &mut writer, "一");
    backup("one.db");
    let second = save(&reader, &mut writer, "二");
    let copy = backup("two.db");
    let third = save(&reader, &mut writer, "三");
    // Whoever comes anew sees all that was acknowledged, and so does a copy made between.
    let listed = ledger.json(&["log", "--json"]);
    let texts: Vec<_> = listed.as_array().unwrap().iter().map(|e| e["progress"].clone()).collect();
    assert_eq!(texts, ["三", "二", "一"]);
    drop((reader, writer));
    for id in [first, second, third] {
        assert!(ledger.reader().entry(id).unwrap().is_some(), "{id:?}");
    }
    let of_copy = Reader::open(&copy).unwrap();
    assert_eq!(of_copy.entry(second).unwrap().map(|e| e.progress), Some("二".to_owned()));
    ledger.assert_sound();
}
