//! Whose turn it is to write.
//!
//! Writers queue on a lock file beside the ledger. The system wakes them in the order they came, which SQLite's
//! own retrying does not. The lock vanishes with its process.

use std::fs::{File, OpenOptions, Permissions};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::StoreError;

/// The queue of one ledger.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    path: PathBuf,
    /// Who may take a turn: whoever may write the ledger.
    mode: u32,
}

/// A turn taken; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Taken {
    _file: File,
}

impl Turn {
    /// The queue of the ledger at `path`.
    pub(super) fn beside(path: &Path) -> Self {
        let mut name = path.as_os_str().to_owned();
        name.push("-turn");
        let mode = std::fs::metadata(path).map_or(0o600, |m| m.permissions().mode() & 0o666);
        Self { path: name.into(), mode }
    }

    /// Waits for the turn, at most for `patience`.
    pub(super) fn take(&self, patience: Duration) -> Result<Taken, StoreError> {
        let io = |source| StoreError::Io { path: self.path.clone(), source };
        let opened =
            OpenOptions::new().create(true).truncate(false).write(true).mode(self.mode).open(&self.path);
        let file = opened.map_err(|e| match e.kind() {
            std::io::ErrorKind::StorageFull => StoreError::Full,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => {
                StoreError::ReadOnly
            }
            _ => io(e),
        })?;
        // The umask must not take the group's right away. Whoever does not own the file need not care.
        let _ = file.set_permissions(Permissions::from_mode(self.mode));
        match file.try_lock() {
            Ok(()) => return Ok(Taken { _file: file }),
            Err(std::fs::TryLockError::WouldBlock) => {}
            Err(std::fs::TryLockError::Error(e)) => return Err(io(e)),
        }
        // Only a blocking lock keeps the order, and it cannot be timed: a thread waits, and whoever gives up
        // leaves it to let go of the lock at once when it comes.
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            if file.lock().is_ok() {
                let _ = send.send(file);
            }
        });
        receive.recv_timeout(patience).map(|file| Taken { _file: file }).map_err(|_| StoreError::Busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_giving_up_leaves_nothing_behind() {
        let dir = tempfile::tempdir().expect("a folder");
        let turn = Turn::beside(&dir.path().join("l.db"));
        let first = turn.take(Duration::ZERO).expect("nobody else");
        assert!(matches!(turn.take(Duration::from_millis(20)), Err(StoreError::Busy)));
        drop(first);
        turn.take(Duration::from_secs(5)).expect("the one who gave up let go");
    }
}
