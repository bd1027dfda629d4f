//! What the ledger itself says: its schema, its pages, its record, and what it means for the clock and the backups.

use std::path::Path;

use super::{Finding, State};
use crate::clock::Clock;
use crate::error::Error;
use crate::store::{Examined, StoreError, newest_backup};
use crate::strings::care;

/// A clock may be a little off.
const SLACK: i64 = 60_000;

/// After so many days without one a backup is asked for.
const OLD: i64 = 7;

pub(super) fn findings(ledger: &Path, clock: Clock) -> Vec<Finding> {
    let examined = match Examined::open(ledger) {
        Ok(examined) => examined,
        Err(e) => return vec![Finding::error("file", Error::Store(e), care::FILE_CURE)],
    };
    vec![schema(&examined), whole(&examined), record(&examined), time(&examined, clock)]
}

/// How many operators have a key to log in with; nobody where the ledger cannot say.
pub(super) fn keyed(ledger: &Path) -> usize {
    Examined::open(ledger).and_then(|examined| examined.keyed()).unwrap_or(0)
}

fn schema(examined: &Examined) -> Finding {
    let (found, known) = examined.schema();
    let parts = vec![found.to_string(), known.to_string()];
    if found < known {
        return Finding::bad("schema", State::Warn, care::SCHEMA_OLD, care::SCHEMA_OLD_CURE, parts);
    }
    Finding::ok("schema", care::SCHEMA, parts)
}

fn whole(examined: &Examined) -> Finding {
    match examined.whole() {
        Ok(()) => Finding::ok("integrity", care::WHOLE, vec![]),
        Err(StoreError::Damaged(said)) => {
            Finding::bad("integrity", State::Fault, care::BROKEN, care::BROKEN_CURE, vec![said])
        }
        Err(e) => Finding::error("integrity", Error::Store(e), care::BROKEN_CURE),
    }
}

fn record(examined: &Examined) -> Finding {
    let (found, known) = examined.schema();
    if found < known {
        let parts = vec![found.to_string(), known.to_string()];
        return Finding::bad("record", State::Warn, care::RECORD_OLD, care::SCHEMA_OLD_CURE, parts);
    }
    match examined.verify() {
        Ok(Ok(proof)) => Finding::ok("record", care::RECORD, vec![proof.head.to_string()]),
        Ok(Err(faults)) => {
            let parts = vec![faults.len().to_string()];
            Finding::bad("record", State::Fault, care::RECORD_BAD, care::RECORD_BAD_CURE, parts)
        }
        Err(e) => Finding::error("record", Error::Store(e), care::BROKEN_CURE),
    }
}

fn time(examined: &Examined, clock: Clock) -> Finding {
    let now = clock.now();
    let last = examined.last_at().ok().flatten();
    let parts = vec![now.iso(), last.unwrap_or(now).iso()];
    if last.is_some_and(|last| last.0 > now.0 + SLACK) {
        return Finding::bad("clock", State::Warn, care::CLOCK_BEHIND, care::CLOCK_BEHIND_CURE, parts);
    }
    Finding::ok("clock", care::CLOCK, parts)
}

pub(super) fn backups(ledger: &Path, clock: Clock) -> Finding {
    let newest = newest_backup(ledger);
    let (text, day) = match newest {
        None => (care::BACKUPS_NONE, String::new()),
        Some(day) if i64::from((clock.today() - day).get_days()) <= OLD => {
            return Finding::ok("backups", care::BACKUPS, vec![day.to_string()]);
        }
        Some(day) => (care::BACKUPS_OLD, day.to_string()),
    };
    Finding::bad("backups", State::Warn, text, care::BACKUPS_CURE, vec![day])
}
