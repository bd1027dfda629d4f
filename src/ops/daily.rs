//! The backup of the day: made behind the back of whoever saves first, after the save was acknowledged.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;

use crate::clock::Clock;
use crate::store::of_day;

/// Whoever sees to it in one session.
#[derive(Debug, Clone)]
pub struct Daily {
    ledger: PathBuf,
    keep: usize,
    done: Option<Date>,
    busy: Arc<AtomicBool>,
}

impl Daily {
    /// Keeps so many; with 0 none is made.
    #[must_use]
    pub fn new(ledger: &Path, keep: usize) -> Self {
        Self { ledger: ledger.to_owned(), keep, done: None, busy: Arc::default() }
    }

    /// After a save. Never waits, and never fails: `doctor` says how old the newest backup is.
    pub fn saved(&mut self, clock: Clock) {
        let today = clock.today();
        if self.keep == 0 || self.done == Some(today) || self.busy.swap(true, Ordering::SeqCst) {
            return;
        }
        self.done = Some(today);
        let (ledger, keep, busy) = (self.ledger.clone(), self.keep, self.busy.clone());
        let work = move || {
            let _ = of_day(&ledger, keep, clock.now());
            busy.store(false, Ordering::SeqCst);
        };
        let _ = std::thread::Builder::new().name("backup".to_owned()).spawn(work);
    }
}
