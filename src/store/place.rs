//! Whether the file that is open is still the ledger at its path.
//!
//! A file that was removed or replaced stays open to whoever has it open, and takes every write without a murmur.
//! So a reading and a save ask here first, and a save once more before it says that it is safe.

use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::StoreError;

/// The path of a ledger and the file that was found there.
#[derive(Debug)]
pub(super) struct Place {
    path: PathBuf,
    file: (u64, u64),
}

impl Place {
    /// The file that is at the path now.
    pub(super) fn of(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { path: path.to_owned(), file: found(path)? })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Holds that the same file is still there.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        match found(&self.path) {
            Ok(file) if file == self.file => Ok(()),
            Ok(_) => Err(StoreError::Replaced(self.path.clone())),
            Err(e) => Err(e),
        }
    }
}

/// Which ledger it is, wherever it lies: its own number, and the plan it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    id: String,
    plan: Option<String>,
}

/// The number, and the digest of the plan as its record begins with it: in its table it stands behind the whole text, page
/// after page.
const WHICH: &str = "SELECT (SELECT value FROM meta WHERE key = 'ledger_id'),
  (SELECT body ->> 'sha256' FROM history WHERE seq = 1 AND kind = 'plan')";

impl Which {
    /// The ledger that is open.
    pub(super) fn of(db: &Connection) -> Result<Self, StoreError> {
        Ok(db.query_row(WHICH, [], |r| Ok(Self { id: r.get(0)?, plan: r.get(1)? }))?)
    }

    /// The digest of its plan, in hexadecimal digits.
    pub(super) fn plan(&self) -> Option<&str> {
        self.plan.as_deref()
    }
}

fn found(path: &Path) -> Result<(u64, u64), StoreError> {
    match std::fs::metadata(path) {
        Ok(found) => Ok((found.dev(), found.ino())),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(StoreError::Moved(path.to_owned()))
        }
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
}
