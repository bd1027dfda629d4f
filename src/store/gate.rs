//! Who has the ledger open: everybody holds a shared lock on a file beside it, and whoever puts another file in the
//! ledger's place needs it alone.
//!
//! A lock vanishes with its process. Who cannot have the lock file still reads: a full disk or a folder that may only
//! be read must not keep anybody out.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use super::StoreError;
use super::lock_file::LockFile;

/// How often one looks whether the ledger is given free.
const PAUSE: Duration = Duration::from_millis(25);

/// Somebody who has the ledger open, until this is dropped.
#[derive(Debug)]
pub(super) struct Open {
    _file: Option<File>,
}

/// The one who has the ledger alone.
#[derive(Debug)]
pub(super) struct Alone {
    file: File,
}

impl From<Alone> for Open {
    /// Stays in, still alone.
    fn from(alone: Alone) -> Self {
        Self { _file: Some(alone.file) }
    }
}

/// Comes in. Waits at most for `patience` while somebody has the ledger alone.
pub(super) fn enter(path: &Path, patience: Duration) -> Result<Open, StoreError> {
    let Ok(file) = LockFile::beside(path, "-open").open() else { return Ok(Open { _file: None }) };
    let until = Instant::now() + patience;
    loop {
        match file.try_lock_shared() {
            Ok(()) => return Ok(Open { _file: Some(file) }),
            Err(TryLockError::WouldBlock) if Instant::now() < until => std::thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(StoreError::Busy),
            Err(TryLockError::Error(_)) => return Ok(Open { _file: None }),
        }
    }
}

/// Has the ledger alone, or is told that somebody is there.
pub(super) fn alone(path: &Path) -> Result<Alone, StoreError> {
    let turn = LockFile::beside(path, "-open");
    let file = turn.open().map_err(|e| StoreError::at(turn.path(), e))?;
    match file.try_lock() {
        Ok(()) => Ok(Alone { file }),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(e)) => Err(StoreError::at(turn.path(), e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_in_or_one_is_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("l.db");
        let both = [enter(&path, Duration::ZERO).expect("in"), enter(&path, Duration::ZERO).expect("in")];
        assert!(matches!(alone(&path), Err(StoreError::InUse)));
        drop(both);
        let one = alone(&path).expect("nobody else");
        assert!(matches!(enter(&path, Duration::ZERO), Err(StoreError::Busy)));
        drop(one);
        enter(&path, Duration::ZERO).expect("in again");
    }
}
