//! Whose turn it is to write.
//!
//! Writers queue on lock files beside the ledger. The system wakes them in the order they came, which SQLite's
//! own retrying does not. The locks vanish with their process. Whoever may write the ledger may queue for it.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};

use rustix::fs::{Access, OFlags, access};

use super::StoreError;
use super::wait::{Obstacle, Waiting};

/// The queue of one ledger.
///
/// Two locks, one behind the other: who is next, and whose turn it is. With one alone, whoever lets go and asks again is
/// faster than the one who has to be woken, and some wait for seconds. Whoever is next holds the first until the turn
/// comes, so that everybody else queues behind.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    ledger: PathBuf,
    next: PathBuf,
    whose: PathBuf,
}

/// A turn taken; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Taken {
    _file: File,
}

impl Turn {
    /// The queue of the ledger at `path`, by whichever link one came there.
    pub(super) fn beside(path: &Path) -> Self {
        let ledger = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let named = |end: &str| {
            let mut name = ledger.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        };
        Self { next: named("-next"), whose: named("-turn"), ledger }
    }

    /// Waits for the turn, as long as `waiting` has patience.
    pub(super) fn take(&self, waiting: &mut Waiting<'_>) -> Result<Taken, StoreError> {
        let open = |path: &Path| {
            self.open(path).map_err(|e| match e.kind() {
                ErrorKind::StorageFull => StoreError::Full,
                ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreError::ReadOnly,
                _ => StoreError::Io { path: path.to_owned(), source: e },
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

    /// The lock file, made where there is none.
    fn open(&self, path: &Path) -> io::Result<File> {
        // A link that somebody laid there must not lead root to give another file away.
        let flags = OFlags::NOFOLLOW.bits().cast_signed();
        let open = || OpenOptions::new().write(true).custom_flags(flags).open(path);
        let found = match open() {
            Err(e) if e.kind() == ErrorKind::NotFound => self.make(path, false).and_then(|()| open()),
            // From before the ledger was given to others. The order of those who wait may suffer once; that only one
            // writes at a time is SQLite's doing.
            Err(e) if e.kind() == ErrorKind::PermissionDenied => {
                access(&self.ledger, Access::WRITE_OK).map_err(|_| e)?;
                self.make(path, true).and_then(|()| open())
            }
            found => found,
        }?;
        // The ledger may have been given to others since. Whoever does not own the lock file need not care.
        let _ = self.fit(&found);
        Ok(found)
    }

    /// Makes the lock file under another name, so that nobody meets one that is not yet theirs to open.
    fn make(&self, path: &Path, anew: bool) -> io::Result<()> {
        let mut name = path.as_os_str().to_owned();
        name.push(format!("-new-{}-{:?}", std::process::id(), std::thread::current().id()));
        let _ = fs::remove_file(&name);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&name)?;
        let _ = self.fit(&file);
        let made = if anew { fs::rename(&name, path) } else { fs::hard_link(&name, path) };
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
