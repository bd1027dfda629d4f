//! What these tests share: screens on one ledger, and somebody outside who holds it.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::ledger::Ledger;
use crate::pty::{Pty, Run};

pub const DUBAN: &str = env!("CARGO_BIN_EXE_duban");

/// A screen on a ledger.
pub fn screen(path: &Path) -> Run {
    let home = path.parent().unwrap();
    Run::new(DUBAN).env("DUBAN_DB", path).env("HOME", home).arg("--as-of").arg("2025-06-24")
}

/// The same, opened.
pub fn opened(path: &Path) -> Pty {
    let pty = screen(path).start();
    pty.wait_for_text("q退出");
    pty
}

/// A screen with a line typed for task 14, not yet saved.
pub fn with_line(path: &Path, text: &str) -> Pty {
    let mut pty = opened(path);
    pty.send("14");
    pty.wait_for_text(">14");
    pty.send("a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send(text);
    pty.wait_for_text(text);
    pty
}

/// Somebody who holds the ledger past the queue, as a database shell does.
pub fn outside(path: &Path) -> Connection {
    let db = Connection::open(path).unwrap();
    db.busy_timeout(Duration::from_secs(10)).unwrap();
    db.execute_batch("BEGIN EXCLUSIVE").unwrap();
    db
}

/// All progress texts, newest first.
pub fn texts(ledger: &Ledger) -> Vec<String> {
    let all = ledger.json(&["log", "--all", "--json"]);
    all.as_array().unwrap().iter().map(|e| e["progress"].as_str().unwrap().to_owned()).collect()
}

/// How long until it holds; panics after ten seconds.
#[track_caller]
pub fn until(what: &str, mut holds: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(10), "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
    start.elapsed()
}

/// Bytes of the log beside a ledger.
pub fn log_bytes(path: &Path) -> u64 {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    std::fs::metadata(name).map_or(0, |m| m.len())
}
