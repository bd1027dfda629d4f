//! Where the ledger lies, and whether a file is one at all, told without opening it as a database.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::StoreError;

/// `application_id` of a ledger: "dubn".
pub(super) const APPLICATION_ID: u32 = 0x6475_626e;

/// The schema that this program writes.
pub(super) const SCHEMA: u32 = 1;

/// What a path holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerFile {
    /// Nothing yet.
    Missing,
    /// A ledger of this schema or an older one.
    Ledger,
}

impl LedgerFile {
    /// Looks at the first hundred bytes of a file. It is not changed in any way, not even its time of reading by
    /// a database library.
    ///
    /// # Errors
    /// [`StoreError::NotALedger`] for any other file, [`StoreError::TooNew`] for a ledger of a newer program, and
    /// [`StoreError::Io`] where it cannot be read.
    pub fn look(path: &Path) -> Result<Self, StoreError> {
        let io = |source| StoreError::Io { path: path.to_owned(), source };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Self::Missing),
            Err(e) => return Err(io(e)),
        };
        let not_a_ledger = || StoreError::NotALedger(path.to_owned());
        if !file.metadata().map_err(io)?.is_file() {
            return Err(not_a_ledger());
        }
        let mut head = [0u8; 100];
        file.read_exact(&mut head).map_err(|e| match e.kind() {
            std::io::ErrorKind::UnexpectedEof => not_a_ledger(),
            _ => io(e),
        })?;
        // The header's layout is fixed by SQLite's file format: user_version at 60, application_id at 68.
        if !head.starts_with(b"SQLite format 3\0") || number(&head, 68) != Some(APPLICATION_ID) {
            return Err(not_a_ledger());
        }
        match number(&head, 60) {
            Some(found) if found > SCHEMA => Err(StoreError::TooNew { found, known: SCHEMA }),
            Some(1..=SCHEMA) => Ok(Self::Ledger),
            // No program ever finished a ledger without a schema.
            _ => Err(not_a_ledger()),
        }
    }
}

fn number(head: &[u8; 100], at: usize) -> Option<u32> {
    head.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes)
}

/// The ledger of whoever names none: in the data directory of the XDG rules.
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|dirs| dirs.data_dir().join("duban").join("ledger.db"))
}
