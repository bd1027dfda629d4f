//! Why the store could not do what it was asked, and what SQLite's answers mean. Says nothing to the operator: `error` does.

use std::path::{Path, PathBuf};

use rusqlite::{ErrorCode, ffi};

use super::verify::Mismatch;
use crate::ledger::EntryId;
use crate::plan::Fault;

/// Why the store could not do what it was asked. Each has its own sentence and exit code in `error`.
#[derive(Debug)]
pub enum StoreError {
    /// The file is something else, and was left as it was.
    NotALedger(PathBuf),
    /// A newer program wrote it.
    TooNew {
        /// Its schema.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// There is no ledger at the path, and none was to be made.
    Missing(PathBuf),
    /// The file or its folder cannot be read or made.
    Io {
        /// Which.
        path: PathBuf,
        /// The system's answer.
        source: std::io::Error,
    },
    /// There never was an entry of this number.
    NoEntry(EntryId),
    /// Somebody else held the ledger for longer than one waits.
    Busy,
    /// The file was read alone, and somebody wrote it meanwhile.
    Unsteady,
    /// The operator did not want to wait any longer; nothing was written.
    GivenUp,
    /// The ledger is no longer where it was opened.
    Moved(PathBuf),
    /// Another file is where the ledger was opened.
    Replaced(PathBuf),
    /// No room on the disk.
    Full,
    /// The file or its folder may only be read.
    ReadOnly,
    /// An older program wrote it, and whoever asks may not bring it up to date.
    TooOld {
        /// Its schema.
        found: u32,
        /// The schema of this program.
        known: u32,
    },
    /// It could not be brought up to date and was left as it was.
    Upgrade {
        /// Its schema.
        from: u32,
        /// The schema of this program.
        to: u32,
        /// What stood in the way.
        cause: Box<StoreError>,
    },
    /// Somebody has the ledger open, and it was wanted alone.
    InUse,
    /// Something is already there, and was left as it was.
    Exists(PathBuf),
    /// A copy is not what its own record says.
    Unsound(PathBuf, Vec<Mismatch>),
    /// A copy of another ledger.
    OtherLedger(PathBuf),
    /// A copy that is itself open, or was not closed well.
    OpenCopy(PathBuf),
    /// What the record held of this change of an entry was purged.
    Purged(EntryId, i64),
    /// The file is damaged.
    Damaged(String),
    /// The plan inside does not load.
    Plan(Vec<Fault>),
    /// An export that cannot be taken in: its line, and what is wrong there.
    Export(usize, ExportFault),
    /// There are entries or decisions in the ledger already.
    NotEmpty(PathBuf),
    /// A row breaks a rule of the schema: a fault of this program, not of the operator.
    Rule(String),
    /// Anything else that SQLite says.
    Other(String),
}

/// What is wrong with a line of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFault {
    /// It is not written as an export writes it.
    Form,
    /// The export ends before its last line, or goes on behind it.
    End,
    /// The line does not follow from the one before, by its hash.
    Chain,
    /// What the line left is not what its digest says.
    Body,
    /// The first line is not the one that the last one speaks of.
    Header,
    /// The last line names another record than the one before it.
    Head,
}

impl StoreError {
    /// What the system said of a file or folder.
    #[must_use]
    pub fn at(path: &Path, source: std::io::Error) -> Self {
        match source.kind() {
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Io { path: path.to_owned(), source },
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let said = error.to_string();
        // The log's index gets no room before anything is written.
        let no_room = error.sqlite_error().is_some_and(|e| e.extended_code == ffi::SQLITE_IOERR_SHMSIZE);
        match error.sqlite_error_code() {
            _ if no_room => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(said),
            Some(ErrorCode::ConstraintViolation) => Self::Rule(said),
            _ => Self::Other(said),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sqlite_says_has_its_own_fault() {
        for (code, named) in [
            (ffi::SQLITE_BUSY, "Busy"),
            (ffi::SQLITE_BUSY_SNAPSHOT, "Busy"),
            (ffi::SQLITE_LOCKED, "Busy"),
            (ffi::SQLITE_FULL, "Full"),
            (ffi::SQLITE_READONLY, "ReadOnly"),
            (ffi::SQLITE_CANTOPEN, "ReadOnly"),
            (ffi::SQLITE_PERM, "ReadOnly"),
            (ffi::SQLITE_CORRUPT, "Damaged"),
            (ffi::SQLITE_NOTADB, "Damaged"),
            (ffi::SQLITE_CONSTRAINT_CHECK, "Rule"),
            (ffi::SQLITE_IOERR, "Other"),
            (ffi::SQLITE_IOERR_SHMSIZE, "Full"),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            let fault = format!("{:?}", StoreError::from(error));
            assert!(fault.starts_with(named), "{code}: {fault}");
        }
    }
}
