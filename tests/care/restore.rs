//! Restore: a backup takes the ledger's place while nobody is in it, and what was there is kept and on record.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;

use rusqlite::Connection;

use crate::support::Home;
use crate::{beside, head, migrate, mode, reported};

/// A ledger, its backup, and one report more since.
fn later() -> (Home, String) {
    let home = reported();
    let copy = home.path("copy.db").to_str().unwrap().to_owned();
    home.run(["backup", &copy]).ok();
    home.add("14", "sfj", "2025-06-20", "受理43件", &[]);
    (home, copy)
}

#[test]
fn a_backup_comes_back_and_what_was_abandoned_is_on_record() {
    let (home, copy) = later();
    let (abandoned, stamp) = (head(&home), home.run(["--db", &copy, "verify"]).ok());
    let stamp = stamp.lines().next().unwrap();
    let done = home.call(["restore", &copy, "--yes", "--json"]).run().ok();
    let done: serde_json::Value = serde_json::from_str(&done).unwrap();
    assert_eq!((&done["backup"], &done["abandoned"]), (&stamp.into(), &abandoned.as_str().into()));
    assert_eq!(done["head"], head(&home));
    assert_eq!(home.json(["log"]).as_array().unwrap().len(), 3);
    home.run(["verify", "--expect", stamp]).ok();
    assert!(home.run(["verify"]).ok().contains(&abandoned), "verify says what was left behind");
    assert_eq!(home.json(["verify"])["restores"][0]["abandoned"], abandoned);
    // Whoever noted the abandoned head is told where it went.
    let said = home.run(["verify", "--expect", &abandoned]);
    assert!(said.code == 7 && said.err.contains("放弃了它"), "{}", said.err);
    // The file before is whole and lies beside, alone.
    let kept = PathBuf::from(done["kept"].as_str().unwrap());
    assert_eq!(beside(&home.db(), "-replaced-"), std::slice::from_ref(&kept));
    assert_eq!(home.run(["--db", kept.to_str().unwrap(), "verify"]).ok().lines().next().unwrap(), abandoned);
    assert_eq!(beside(&home.db(), "-new-").len(), 0);
    home.add("14", "sfj", "2025-06-21", "受理44件", &[]);
    home.run(["verify"]).ok();
}

#[test]
fn it_is_refused_while_anybody_has_the_ledger_open() {
    let (home, copy) = later();
    let before = head(&home);
    let said = || home.run(["restore", &copy, "--yes"]).refused(6);
    // A screen that is idle, a program of another maker that is idle.
    let reader = duban::store::Reader::open(&home.db()).unwrap();
    assert!(said().contains("还有人开着"));
    drop(reader);
    let shell = Connection::open(home.db()).unwrap();
    let _: i64 = shell.query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap();
    assert!(said().contains("还有人开着"));
    drop(shell);
    assert_eq!((head(&home), beside(&home.db(), "-replaced-").len()), (before, 0));
    home.run(["restore", &copy, "--yes"]).ok();
}

#[test]
fn what_does_not_hold_is_not_put_in_place() {
    let (home, copy) = later();
    let before = head(&home);
    let refuse = |file: &str, code: i32, said: &str| {
        let found = home.run(["restore", file, "--yes"]);
        assert!(found.code == code && found.err.contains(said), "{file} {} {}", found.code, found.err);
    };
    let altered = home.path("altered.db");
    std::fs::copy(&copy, &altered).unwrap();
    Connection::open(&altered).unwrap().execute_batch("UPDATE entry SET progress = '改'").unwrap();
    refuse(altered.to_str().unwrap(), 7, "与它自己的历史记录不符");
    let flipped = home.path("flipped.db");
    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0x5a);
    std::fs::write(&flipped, bytes).unwrap();
    refuse(flipped.to_str().unwrap(), 7, "");
    let newer = home.path("newer.db");
    std::fs::copy(&copy, &newer).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    refuse(newer.to_str().unwrap(), 7, "99");
    std::fs::write(home.path("text"), "x").unwrap();
    refuse(home.path("text").to_str().unwrap(), 7, "不是督办台账");
    refuse(home.path("none").to_str().unwrap(), 3, "none");
    refuse(home.db().to_str().unwrap(), 2, "正开着");
    let other = reported();
    other.run(["backup", other.path("o.db").to_str().unwrap()]).ok();
    refuse(other.path("o.db").to_str().unwrap(), 2, "另一本台账");
    let open = Connection::open(home.path("open.db")).unwrap();
    std::fs::copy(&copy, home.path("open.db")).unwrap();
    open.execute_batch("DELETE FROM standing").unwrap();
    refuse(home.path("open.db").to_str().unwrap(), 2, "正开着");
    let asked = home.run(["restore", &copy]);
    assert!(asked.code == 2 && asked.err.contains("--yes") && asked.out.contains("copy.db"), "{asked:?}");
    assert_eq!(head(&home), before);
    assert_eq!(beside(&home.db(), "-replaced-").len() + beside(&home.db(), "-new-").len(), 0);
}

#[test]
fn a_damaged_ledger_is_replaced_and_kept() {
    let (home, copy) = later();
    let mut bytes = std::fs::read(home.db()).unwrap();
    bytes[4096..].fill(0x5a);
    std::fs::write(home.db(), &bytes).unwrap();
    // A log that was left behind must not be read into the new file.
    std::fs::write(home.path("data/duban/ledger.db-wal"), vec![7; 9000]).unwrap();
    home.run(["list"]).refused(7);
    let said = home.run(["restore", &copy, "--yes"]).ok();
    assert!(said.contains("读不出"), "{said}");
    let kept = beside(&home.db(), "-replaced-");
    assert_eq!(std::fs::read(&kept[0]).unwrap(), bytes);
    home.run(["verify"]).ok();
    assert_eq!(home.json(["verify"])["restores"][0]["abandoned"], serde_json::Value::Null);
    // One that is gone altogether, too, though its log is still there and would fit.
    let open = home.sql();
    let _: i64 = open.query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap();
    home.add("14", "sfj", "2025-06-22", "只在日志里", &[]);
    let log = std::fs::read(home.path("data/duban/ledger.db-wal")).unwrap();
    assert!(log.len() > 4096, "the report is in the log");
    drop(open);
    std::fs::remove_file(home.db()).unwrap();
    std::fs::write(home.path("data/duban/ledger.db-wal"), log).unwrap();
    home.run(["restore", &copy, "--yes"]).ok();
    home.run(["verify"]).ok();
    assert!(!home.run(["log"]).ok().contains("只在日志里"));
}

#[test]
fn an_old_backup_is_brought_up_to_date_and_modes_are_the_ledgers() {
    let home = Home::new();
    migrate::old(&home.db());
    home.run(["list"]).ok();
    let old = beside(&home.db(), "-schema1-").remove(0);
    std::fs::set_permissions(home.db(), std::fs::Permissions::from_mode(0o660)).unwrap();
    let before = std::fs::read(&old).unwrap();
    home.run(["restore", old.to_str().unwrap(), "--yes"]).ok();
    assert_eq!(home.json(["verify"])["seq"], 14);
    assert_eq!(mode(&home.db()), 0o660);
    assert_eq!(std::fs::read(&old).unwrap(), before, "the backup itself is not touched");
}

/// Killed at whatever moment, the ledger is the one before or the one after.
#[test]
fn a_restore_cut_short_leaves_one_ledger_or_the_other() {
    let (home, copy) = later();
    for round in 0..12 {
        let mut command = home.call(["restore", &copy, "--yes"]).command();
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(round * 12));
        let _ = child.kill();
        child.wait().unwrap();
        home.run(["verify"]).ok();
        let entries = home.json(["log"]).as_array().unwrap().len();
        assert!((3..=4).contains(&entries), "{entries}");
    }
    home.run(["restore", &copy, "--yes"]).ok();
}

/// Whoever starts in that moment waits or is told; nobody writes into the file that goes.
#[test]
fn whoever_starts_meanwhile_finds_one_ledger_or_the_other() {
    let (home, copy) = later();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let (mut restored, mut refused) = (0, 0);
    let acknowledged = std::thread::scope(|scope| {
        let writer = |n: usize| {
            let (home, stop) = (&home, &stop);
            move || {
                let mut told = Vec::new();
                while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                    let text = format!("第{n}人第{}件", told.len());
                    let said = home.run(["add", "14", "--unit", "sfj", "--date", "2025-06-21", &text]);
                    assert!([0, 6].contains(&said.code), "{said:?}");
                    told.push((said.code, text));
                }
                told
            }
        };
        let writers: Vec<_> = (0..2).map(|n| scope.spawn(writer(n))).collect();
        for _ in 0..12 {
            match home.run(["restore", &copy, "--yes"]).code {
                0 => restored += 1,
                6 => refused += 1,
                other => panic!("{other}"),
            }
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
        writers.into_iter().flat_map(|w| w.join().unwrap()).filter(|(code, _)| *code == 0).count()
    });
    home.run(["restore", &copy, "--yes"]).ok();
    assert_eq!(beside(&home.db(), "-replaced-").len(), restored + 1, "{restored} {refused}");
    // Whatever was acknowledged is in one of the ledgers that were kept, and each of them holds.
    let mut found = 0;
    for kept in beside(&home.db(), "-replaced-").iter().filter(|p| !p.to_str().unwrap().ends_with("-open")) {
        let db = kept.to_str().unwrap();
        home.run(["--db", db, "verify"]).ok();
        let said = home.run(["--db", db, "log", "--all", "--json"]).ok();
        found += said.matches("人第").count();
    }
    assert_eq!(found, acknowledged);
}
