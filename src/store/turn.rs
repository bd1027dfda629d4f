//! Whose turn it is to write.
//!
//! Writers queue on a lock file beside the ledger. The system wakes them in the order they came, which SQLite's
//! own retrying does not. The lock vanishes with its process. Whoever may write the ledger may queue for it.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use rustix::fs::{Access, OFlags, access};

use super::StoreError;

/// The queue of one ledger.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    ledger: PathBuf,
    path: PathBuf,
}

/// A turn taken; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Taken {
    _file: File,
}

impl Turn {
    /// The queue of the ledger at `path`, by whichever link one came there.
    pub(super) fn beside(path: &Path) -> Self {
        Self::named(path, "-turn")
    }

    /// A lock file of another name that whoever may write the ledger may use.
    pub(super) fn named(path: &Path, end: &str) -> Self {
        let ledger = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut name = ledger.as_os_str().to_owned();
        name.push(end);
        Self { ledger, path: name.into() }
    }

    /// The lock file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Waits for the turn, at most for `patience`.
    pub(super) fn take(&self, patience: Duration) -> Result<Taken, StoreError> {
        let io = |source| StoreError::Io { path: self.path.clone(), source };
        let file = self.open().map_err(|e| match e.kind() {
            ErrorKind::StorageFull => StoreError::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreError::ReadOnly,
            _ => io(e),
        })?;
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

    /// The lock file, made where there is none.
    pub(super) fn open(&self) -> io::Result<File> {
        // A link that somebody laid there must not lead root to give another file away.
        let flags = OFlags::NOFOLLOW.bits().cast_signed();
        let open = || OpenOptions::new().write(true).custom_flags(flags).open(&self.path);
        let found = match open() {
            Err(e) if e.kind() == ErrorKind::NotFound => self.make(false).and_then(|()| open()),
            // From before the ledger was given to others. The order of those who wait may suffer once; that only one
            // writes at a time is SQLite's doing.
            Err(e) if e.kind() == ErrorKind::PermissionDenied => {
                access(&self.ledger, Access::WRITE_OK).map_err(|_| e)?;
                self.make(true).and_then(|()| open())
            }
            found => found,
        }?;
        // The ledger may have been given to others since. Whoever does not own the lock file need not care.
        let _ = self.fit(&found);
        Ok(found)
    }

    /// Makes the lock file under another name, so that nobody meets one that is not yet theirs to open.
    fn make(&self, anew: bool) -> io::Result<()> {
        let mut name = self.path.as_os_str().to_owned();
        name.push(format!("-new-{}-{:?}", std::process::id(), std::thread::current().id()));
        let _ = fs::remove_file(&name);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&name)?;
        let _ = self.fit(&file);
        let made = if anew { fs::rename(&name, &self.path) } else { fs::hard_link(&name, &self.path) };
        let _ = fs::remove_file(&name);
        match made {
            Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Gives the lock file to those who may write the ledger, whatever the umask: its group and its mode, and from
    /// root its owner too.
    fn fit(&self, file: &File) -> io::Result<()> {
        let of = |m: &Metadata| (m.uid(), m.gid(), m.mode() & 0o666);
        let root = rustix::process::geteuid().is_root();
        let found = file.metadata()?;
        if !found.is_file() || found.nlink() > 1 {
            return Ok(());
        }
        let (now, wanted) = (of(&found), of(&fs::metadata(&self.ledger)?));
        if now.1 != wanted.1 || (root && now.0 != wanted.0) {
            fchown(file, root.then_some(wanted.0), Some(wanted.1))?;
        }
        if now.2 != wanted.2 {
            file.set_permissions(Permissions::from_mode(wanted.2))?;
        }
        Ok(())
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
