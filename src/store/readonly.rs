//! Opening for somebody who may only read, or only wants a look: nothing is created, changed or locked for others.
//!
//! SQLite would lay the log's files beside the ledger even for a reader. They would belong to somebody who may not
//! write it, and those who may could not use them. And laying and removing them takes a good part of a look-up.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use rustix::fs::{Access, access};

use super::file::address;
use super::{Reader, StoreError};
use crate::clock::Clock;

/// How a connection reads a ledger that it may not write.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ReadOnly {
    /// Beside those who write it, through their log.
    Beside(PathBuf),
    /// Nobody has it open: the file alone, as long as it stays as it was.
    Alone(PathBuf, Stamp),
}

/// What a file looked like: identity, length, last change of its bytes and of anything about it.
type Stamp = (u64, u64, [i64; 4]);

/// How many seconds a file must have rested to be read alone by somebody who could read it beside its writers. Whoever
/// writes it then leaves another time of change, however coarsely the file system tells time.
const REST: i64 = 5;

/// Whether this process may write the ledger and put files beside it.
pub(super) fn may_write(path: &Path) -> bool {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    access(path, Access::WRITE_OK).is_ok() && access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

impl ReadOnly {
    /// Opens the ledger at its real path.
    pub(super) fn open(path: &Path) -> Result<(Connection, Self), StoreError> {
        let (how, options) = if beside(path, "-wal").is_some() {
            (Self::Beside(path.to_owned()), "?mode=ro&readonly_shm=1")
        } else {
            (Self::Alone(path.to_owned(), stamp(path)?), "?immutable=1")
        };
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(address(path.as_os_str(), options), flags)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        Ok((db, how))
    }

    /// Opens a ledger that nobody writes as a file alone. Nothing where it has to be read beside its writers.
    pub(super) fn of_rested(path: &Path) -> Option<(Connection, Self)> {
        let (db, how) = Self::open(path).ok()?;
        let Self::Alone(_, (.., [changed, ..])) = &how else { return None };
        let rested = *changed < Clock::System.now().0 / 1000 - REST;
        (rested && beside(path, "-journal").is_none()).then_some((db, how))
    }

    /// Whether what is read now is still what was opened. A file read alone is not, once somebody writes it.
    pub(super) fn holds(&self) -> bool {
        match self {
            Self::Beside(_) => true,
            Self::Alone(path, was) => {
                beside(path, "-wal").is_none() && stamp(path).is_ok_and(|now| now == *was)
            }
        }
    }
}

impl Reader {
    /// Whether the ledger may only be read here.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.only.is_some() && !self.could_be_written()
    }

    fn could_be_written(&self) -> bool {
        std::fs::canonicalize(self.place.path()).is_ok_and(|path| may_write(&path))
    }

    /// Holds that what is read here is the ledger at its path, and opens it anew where it has to be. Whether another
    /// file has come there: another state of the same ledger, such as a backup.
    ///
    /// # Errors
    /// [`StoreError::Moved`] where there is none, [`StoreError::Replaced`] where there is another ledger, or what
    /// stands in the way of opening it. What is read is then as it was.
    pub fn follow(&mut self) -> Result<bool, StoreError> {
        let anew = match self.place.check() {
            Err(StoreError::Replaced(_)) => true,
            // Where only room was lacking there may be some now.
            Ok(()) if self.is_steady() && (self.only.is_none() || self.is_read_only()) => return Ok(false),
            Ok(()) => false,
            Err(e) => return Err(e),
        };
        let found = Self::open(self.place.path())?;
        if found.which != self.which {
            return Err(StoreError::Replaced(self.place.path().to_owned()));
        }
        *self = found;
        Ok(anew)
    }

    /// Whether nothing came between what was read.
    pub(super) fn is_steady(&self) -> bool {
        self.only.as_ref().is_none_or(ReadOnly::holds)
    }
}

/// What SQLite keeps beside a file while it is written, if there is anything in it.
fn beside(path: &Path, end: &str) -> Option<std::fs::Metadata> {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    std::fs::metadata(name).ok().filter(|kept| kept.len() > 0)
}

fn stamp(path: &Path) -> Result<Stamp, StoreError> {
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    let found = std::fs::metadata(path).map_err(io)?;
    let changed = [found.mtime(), found.mtime_nsec(), found.ctime(), found.ctime_nsec()];
    Ok((found.ino(), found.len(), changed))
}
