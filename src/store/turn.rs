//! Whose turn it is to write.
//!
//! Writers queue on lock files beside the ledger. The system wakes them in the order they came, which SQLite's
//! own retrying does not. The locks vanish with their process. Whoever may write the ledger may queue for it.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};

use super::StoreError;
use super::lock_file::LockFile;
use super::wait::{Obstacle, Waiting};

/// The queue of one ledger.
///
/// Two locks, one behind the other: who is next, and whose turn it is. With one alone, whoever lets go and asks again is
/// faster than the one who has to be woken, and some wait for seconds. Whoever is next holds the first until the turn
/// comes, so that everybody else queues behind.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    next: LockFile,
    whose: LockFile,
}

/// A turn taken; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Taken {
    _file: File,
}

impl Turn {
    /// The queue of the ledger at `path`, by whichever link one came there.
    pub(super) fn beside(path: &Path) -> Self {
        let named = |end| LockFile::beside(path, end);
        Self { next: named("-next"), whose: named("-turn") }
    }

    /// Waits for the turn, as long as `waiting` has patience.
    pub(super) fn take(&self, waiting: &mut Waiting<'_>) -> Result<Taken, StoreError> {
        let open = |file: &LockFile| {
            file.open().map_err(|e| match e.kind() {
                ErrorKind::StorageFull => StoreError::Full,
                ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreError::ReadOnly,
                _ => StoreError::Io { path: file.path().to_owned(), source: e },
            })
        };
        let (next, turn) = (open(&self.next)?, open(&self.whose)?);
        if next.try_lock().is_ok() && turn.try_lock().is_ok() {
            return Ok(Taken { _file: turn });
        }
        // Only a blocking lock keeps the order, and it cannot be timed: a thread waits, and whoever gives up
        // leaves it to let go of the locks at once when they come.
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            if next.lock().and_then(|()| turn.lock()).is_ok() {
                drop(next);
                let _ = send.send(turn);
            }
        });
        loop {
            match receive.recv_timeout(waiting.step(Obstacle::Colleague)?) {
                Ok(file) => return Ok(Taken { _file: file }),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(StoreError::Busy),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::wait::{Stop, Wait};
    use super::*;

    #[test]
    fn one_at_a_time_and_giving_up_leaves_nothing_behind() {
        let dir = tempfile::tempdir().expect("a folder");
        let turn = Turn::beside(&dir.path().join("l.db"));
        let take = |wait: &Wait| turn.take(&mut wait.start());
        let first = take(&Wait::default()).expect("nobody else");
        let stop = Stop::default();
        let given_up = Wait::new(stop.clone(), move |_| {
            let _ = stop.give_up();
        });
        assert!(matches!(take(&given_up), Err(StoreError::GivenUp)));
        drop(first);
        take(&Wait::default()).expect("the one who gave up let go");
    }
}
