//! Whether the file that is open is still the ledger at its path.
//!
//! A file that was removed or replaced stays open to whoever has it open, and takes every write without a murmur.
//! So a reading and a save ask here first, and a save once more before it says that it is safe.

use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension};

use super::StoreError;
use crate::plan::Plan;

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
    plan: Option<Vec<u8>>,
}

impl Which {
    pub(super) fn of(db: &Connection, plan: &Plan) -> Result<Self, StoreError> {
        let sha = "SELECT sha256 FROM plan WHERE id = ?1";
        Self::with(db, db.query_row(sha, [&plan.id], |r| r.get(0)).optional()?)
    }

    /// The ledger whose plan has this digest.
    pub(super) fn with(db: &Connection, plan: Option<Vec<u8>>) -> Result<Self, StoreError> {
        let id = db.query_row("SELECT value FROM meta WHERE key = 'ledger_id'", [], |r| r.get(0))?;
        Ok(Self { id, plan })
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
