//! The log beside the ledger stays small, whoever looks on.

use crate::ledger::Ledger;
use crate::stage::{log_bytes, opened, until};
use crate::trials::save_many;

/// What is promised.
const MOST: u64 = 8 << 20;

#[test]
fn idle_screens_let_it_be_written_anew() {
    let ledger = Ledger::new();
    let screens: Vec<_> = (0..4).map(|_| opened(&ledger.path)).collect();
    let mut largest = 0;
    save_many(&ledger, 400, |_| largest = largest.max(log_bytes(&ledger.path)));
    assert!(largest <= MOST, "{largest}");
    drop(screens);
    ledger.assert_sound();
}

/// A reader outside in one long transaction: the log has to keep what it may still read. Nothing is lost or refused,
/// and the next save after it has gone gives the room back.
#[test]
fn a_long_reader_outside_costs_room_only_while_it_reads() {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "一"]);
    let outside = rusqlite::Connection::open(&ledger.path).unwrap();
    outside.execute_batch("BEGIN").unwrap();
    let count = || -> i64 { outside.query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap() };
    assert_eq!(count(), 1);
    save_many(&ledger, 300, |_| {});
    let grown = log_bytes(&ledger.path);
    assert_eq!(count(), 1, "it reads what it began to read");
    assert!(grown > MOST, "the test wants a log that had to grow: {grown}");
    outside.execute_batch("COMMIT").unwrap();
    save_many(&ledger, 2, |_| {});
    until("the log is small again", || log_bytes(&ledger.path) <= MOST);
    ledger.assert_sound();
}
