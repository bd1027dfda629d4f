//! Many processes on one ledger, and processes that are killed.

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

#[path = "support/trials.rs"]
mod trials;

use std::collections::BTreeSet;

use duban::ledger::EntryId;
use ledger::Ledger;

#[test]
fn sixteen_first_starts_make_one_ledger() {
    let mut ledger = Ledger::missing();
    ledger.path = ledger.folder.path().join("duban/ledger.db");
    let start = || ledger.command(&["list", "--json"]).env("XDG_DATA_HOME", ledger.folder.path()).spawn();
    let started: Vec<_> = (0..16).map(|_| start().expect("a process")).collect();
    let said: BTreeSet<_> = started
        .into_iter()
        .map(|child| {
            let out = child.wait_with_output().expect("an end");
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            out.stdout
        })
        .collect();
    assert_eq!(said.len(), 1, "all see the same");
    let left: BTreeSet<_> = std::fs::read_dir(ledger.folder.path().join("duban"))
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .filter(|f| !["ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.db-open"].contains(&f.as_str()))
        .collect();
    assert_eq!(left, BTreeSet::new(), "no half-made ledger stays behind");
    assert_eq!(ledger.reader().verify().unwrap().unwrap().head.seq, 1);
    ledger.assert_sound();
}

#[test]
fn sixteen_commands_at_a_time_lose_no_edit() {
    const EACH: i64 = 5;
    let ledger = Ledger::new();
    assert_eq!(ledger.said(&["add", "14", "--unit", "sfj", "起"]), "1");
    let made: Vec<(i64, String)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..16)
            .map(|w| {
                scope.spawn({
                    let ledger = &ledger;
                    move || edits(ledger, w, EACH)
                })
            })
            .collect();
        workers.into_iter().flat_map(|w| w.join().unwrap()).collect()
    });
    let revisions: BTreeSet<i64> = made.iter().map(|(r, _)| *r).collect();
    assert_eq!(revisions, (2..=1 + 16 * EACH).collect(), "every edit has its own revision");
    let history = ledger.reader().history(EntryId(1)).unwrap();
    for (revision, text) in made {
        let version = history.iter().filter_map(|v| v.entry.as_ref()).find(|e| e.revision.0 == revision);
        let version = version.expect("a version");
        let said = [&version.problems, &version.next_steps, &version.reporter, &version.progress];
        assert!(said.contains(&&text), "revision {revision} is what was acknowledged");
    }
    ledger.assert_sound();
}

/// Edits one of four fields again and again; who is told that somebody was first tries again.
fn edits(ledger: &Ledger, worker: usize, count: i64) -> Vec<(i64, String)> {
    let mut made = Vec::new();
    for i in 0..count {
        let text = format!("{worker}-{i}");
        loop {
            let words = match worker % 4 {
                0 => vec!["edit", "1", "--problems", &text],
                1 => vec!["edit", "1", "--next", &text],
                2 => vec!["edit", "1", "--reporter", &text],
                _ => vec!["edit", "1", &text],
            };
            let out = ledger.run(&words);
            match out.status.code() {
                Some(0) => {
                    let revision = String::from_utf8(out.stdout).unwrap().trim().parse().unwrap();
                    made.push((revision, text));
                    break;
                }
                Some(4) => {}
                code => panic!("{code:?}: {}", String::from_utf8_lossy(&out.stderr)),
            }
        }
    }
    made
}

#[test]
fn sixteen_processes_lose_no_edit() {
    let waits = trials::edits(16, 20);
    println!("{waits}");
    assert_eq!(waits.saves, 320);
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let acknowledged = trials::kills(25);
    assert!(acknowledged >= 60, "{acknowledged}");
}
