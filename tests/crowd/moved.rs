//! A ledger whose file is removed or replaced while somebody works on it.

use std::fs;

use duban::clock::Clock;
use duban::ops;
use duban::plan::EMBEDDED;
use duban::store::{StoreError, create};

use crate::ledger::{Ledger, TODAY, actor, lead, report};
use crate::stage::{opened, texts, with_line};

fn named(ledger: &Ledger, end: &str) -> std::path::PathBuf {
    ledger.folder.path().join(format!("ledger.db{end}"))
}

#[test]
fn a_removed_file_is_noticed_and_nothing_is_saved_into_it() {
    let ledger = Ledger::new();
    let mut pty = with_line(&ledger.path, "文件没了");
    for end in ["", "-wal", "-shm"] {
        fs::rename(named(&ledger, end), named(&ledger, &format!("{end}.away"))).unwrap();
    }
    pty.wait_for_text("不见了");
    pty.send("\r");
    pty.wait_for_text("什么都没有写入");
    pty.wait_for_text("> 文件没了");
    assert!(!pty.screen(|s| s.contents().contains("已保存")));
    for end in ["", "-wal", "-shm"] {
        fs::rename(named(&ledger, &format!("{end}.away")), named(&ledger, end)).unwrap();
    }
    pty.send("\r");
    pty.wait_for_text("已保存 14 县司法局 第1号");
    assert_eq!(texts(&ledger), ["文件没了"]);
    ledger.assert_sound();
}

/// As a restored backup comes: another file with an earlier state.
#[test]
fn a_backup_put_in_its_place_is_read_anew() {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-10", "备份里的"]);
    let backup = named(&ledger, ".backup");
    rusqlite::Connection::open(&ledger.path).unwrap().execute("VACUUM INTO ?1", [backup.to_str()]).unwrap();
    rusqlite::Connection::open(&backup).unwrap().pragma_update(None, "journal_mode", "WAL").unwrap();
    ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-11", "备份后的"]);
    let mut list = opened(&ledger.path);
    list.send("14");
    list.wait_for_text("备份后的");
    let mut form = opened(&ledger.path);
    form.send("14");
    form.wait_for_text("备份后的");
    form.send("e");
    form.wait_for_text("改第2号第1版");
    form.send("又");
    fs::remove_file(named(&ledger, "-wal")).ok();
    fs::remove_file(named(&ledger, "-shm")).ok();
    fs::rename(&backup, &ledger.path).unwrap();
    list.wait_for_text("台账文件被换过");
    list.wait_for_text("备份里的");
    assert!(!list.screen(|s| s.contents().contains("备份后的")));
    // What was to change an entry that the backup does not have becomes a new one.
    form.wait_for_text("你写的还在");
    form.send("\x13");
    form.wait_for_text("已保存 14 县司法局 第2号");
    list.send("14a新写的\r");
    list.wait_for_text("已保存 14 县司法局 第3号");
    assert_eq!(texts(&ledger), ["新写的", "备份后的又", "备份里的"]);
    ledger.assert_sound();
}

#[test]
fn another_ledger_in_its_place_is_neither_read_nor_written() {
    let ledger = Ledger::new();
    let other = Ledger::new();
    other.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-11", "另一本的"]);
    let mut pty = with_line(&ledger.path, "写给原来那本");
    fs::rename(&other.path, &ledger.path).unwrap();
    pty.wait_for_text("被换成了另一个文件");
    pty.send("\r");
    pty.wait_for_text("什么都没有写入");
    pty.wait_for_text("> 写给原来那本");
    assert_eq!(texts(&ledger), ["另一本的"]);
}

/// The store itself, between two saves and in the middle of one.
#[test]
fn a_save_into_a_file_that_is_gone_is_none() {
    let ledger = Ledger::new();
    let (reader, mut writer) = (ledger.reader(), ledger.writer());
    let plan = reader.plan().clone();
    let unit = lead(&reader, 14);
    let clock = Clock::noon(TODAY);
    let mut save = || ops::add(&mut writer, &plan, report(14, unit, TODAY, "一"), &actor("甲"), clock);
    save().unwrap();
    fs::remove_file(&ledger.path).unwrap();
    let refused = save().unwrap_err();
    assert!(matches!(refused, duban::error::Error::Store(StoreError::Moved(_))), "{refused:?}");
    create(&ledger.path, EMBEDDED, &actor("乙"), clock.now()).unwrap();
    let refused = save().unwrap_err();
    assert!(matches!(refused, duban::error::Error::Store(StoreError::Replaced(_))), "{refused:?}");
    let removed_meanwhile: Result<_, StoreError> = {
        let mut writer = ledger.writer();
        let new = report(14, unit, TODAY, "二");
        writer.add(&actor("甲"), clock.now(), |_| {
            fs::remove_file(&ledger.path).unwrap();
            Ok((new, duban::ledger::Reviewed::default()))
        })
    };
    assert!(matches!(removed_meanwhile, Err(StoreError::Moved(_))), "{removed_meanwhile:?}");
}
