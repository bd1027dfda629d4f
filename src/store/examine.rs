//! Looking into a ledger that may be damaged, without writing to it: a connection that never takes the log into the
//! file and never brings an old ledger up to date.

use std::path::Path;

use jiff::civil::Date;
use rusqlite::config::DbConfig;

use super::file::LedgerFile;
use super::readonly::{ReadOnly, may_write};
use super::{Mismatch, Proof, Reader, StoreError, backup, connect, keep, schema};
use crate::clock::Instant;

/// A ledger that is looked into.
#[derive(Debug)]
pub struct Examined {
    reader: Reader,
    schema: u32,
}

impl Examined {
    /// Opens it.
    ///
    /// # Errors
    /// Why it cannot be read at all.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if LedgerFile::look(path)? == LedgerFile::Missing {
            return Err(StoreError::Missing(path.to_owned()));
        }
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let db = if may_write(&real) { connect::attach(path)? } else { ReadOnly::open(&real)?.0 };
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        let schema = schema::of(&db)?;
        Ok(Self { reader: Reader::on(path, db)?, schema })
    }

    /// Its schema, and the one of this program.
    #[must_use]
    pub fn schema(&self) -> (u32, u32) {
        (self.schema, schema::SCHEMA)
    }

    /// How many operators may log in with a key.
    ///
    /// # Errors
    /// Where that cannot be read.
    pub fn keyed(&self) -> Result<usize, StoreError> {
        let office = self.reader.book(None)?;
        Ok(office.operators.iter().filter(|o| o.disabled.is_none() && !o.keys.is_empty()).count())
    }

    /// Whether SQLite finds every page and reference as it should be.
    ///
    /// # Errors
    /// What it finds first.
    pub fn whole(&self) -> Result<(), StoreError> {
        backup::must_be_whole(&self.reader.db)
    }

    /// Whether the rows are what the record says.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn verify(&self) -> Result<Result<Proof, Vec<Mismatch>>, StoreError> {
        self.reader.verify()
    }

    /// When the newest row of the record was written.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn last_at(&self) -> Result<Option<Instant>, StoreError> {
        let at =
            self.reader.db.query_row("SELECT max(at) FROM history", [], |r| r.get::<_, Option<i64>>(0))?;
        Ok(at.map(Instant))
    }
}

/// The day of the newest backup in the folder beside a ledger.
#[must_use]
pub fn newest_backup(ledger: &Path) -> Option<Date> {
    keep::newest(ledger)
}

/// The version of SQLite that this program carries.
#[must_use]
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
