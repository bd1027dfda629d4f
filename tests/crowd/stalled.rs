//! Whoever does not read what is written to them holds nobody up.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::ledger::Ledger;
use crate::stage::opened;

/// For a process to start, save and end, on a busy machine.
const QUICKLY: Duration = Duration::from_secs(2);

fn saves_quickly(ledger: &Ledger, while_what: &str) {
    let since = Instant::now();
    ledger.said(&["add", "14", "--unit", "sfj", "别处写的"]);
    assert!(since.elapsed() < QUICKLY, "{while_what}: {:?}", since.elapsed());
    // Not even the log has to wait: nobody stays in a transaction. The screen may be reading what was just saved,
    // for a moment.
    let db = rusqlite::Connection::open(&ledger.path).unwrap();
    db.busy_timeout(Duration::ZERO).unwrap();
    let until = Instant::now() + QUICKLY;
    while db.query_row("PRAGMA wal_checkpoint(RESTART)", [], |r| r.get::<_, i64>(0)).unwrap() != 0 {
        assert!(Instant::now() < until, "{while_what}: somebody stays in a transaction");
        std::thread::yield_now();
    }
}

#[test]
fn a_pipe_that_nobody_reads() {
    let ledger = Ledger::new();
    let text = "很长的一份进展。".repeat(200);
    for _ in 0..40 {
        ledger.said(&["add", "14", "--unit", "sfj", &text]);
    }
    for words in
        [&["log", "--all"][..], &["log", "--all", "--json"], &["log", "--all", "--csv"], &["history", "1"]]
    {
        let mut child = ledger.command(words).stdout(Stdio::piped()).spawn().unwrap();
        // Until it has filled its pipe or ended.
        std::thread::sleep(Duration::from_millis(300));
        let stalled = child.try_wait().unwrap().is_none();
        assert!(stalled || words[0] == "history", "{words:?} should be held up by its pipe");
        saves_quickly(&ledger, &format!("{words:?}"));
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

#[test]
fn a_terminal_that_takes_nothing() {
    let ledger = Ledger::new();
    for keys in ["14", "14a写着", "14A", "u", "/法", "?", "14]]]]", "14z"] {
        let mut pty = opened(&ledger.path);
        pty.stop_reading();
        pty.send(keys);
        // More than the terminal holds, so that a frame is stuck on its way.
        for _ in 0..40 {
            pty.resize(100, 30);
            pty.resize(80, 24);
        }
        std::thread::sleep(Duration::from_millis(150));
        saves_quickly(&ledger, keys);
        pty.read_on();
    }
}
