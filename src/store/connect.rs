//! Connecting: one function makes every connection to a ledger that may be written, and reads back what must hold on it.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::file::LedgerFile;
use super::gate::{self, Open};
use super::place::Place;
use super::{migrate, schema};

/// Older SQLite can lose commits when several connections write and checkpoint in WAL mode.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What a writer keeps.
pub(super) const WRITERS_CACHE: i64 = 1024;

/// How long a reader waits where it must, such as for a log that is being mended after a crash.
const PATIENCE: Duration = Duration::from_secs(5);

/// Holds that there is a ledger at the path.
pub(super) fn look(path: &Path) -> Result<(), StoreError> {
    match LedgerFile::look(path)? {
        LedgerFile::Missing => Err(StoreError::Missing(path.to_owned())),
        LedgerFile::Ledger => Ok(()),
    }
}

/// A connection to a ledger that may be written.
pub(super) struct Connected {
    pub(super) db: Connection,
    pub(super) open: Open,
    pub(super) place: Place,
}

/// The one place that opens a ledger that may be written, and brings an old one up to date. Which file it is is asked
/// once nobody can put another in its place.
pub(super) fn connect(path: &Path) -> Result<Connected, StoreError> {
    let open = gate::enter(path, PATIENCE)?;
    let place = Place::of(path)?;
    let mut db = attach(path)?;
    if schema::of(&db)? != schema::SCHEMA {
        migrate::run(&mut db, path)?;
    }
    Ok(Connected { db, open, place })
}

/// The one place that makes a connection to a ledger that may be written.
pub(super) fn attach(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    settle(&db)?;
    Ok(db)
}

/// Keeps what is sorted or set aside off the disk: SQLite would put it where the environment says.
pub(super) fn stay_in_memory(db: &Connection) -> Result<(), StoreError> {
    Ok(db.pragma_update(None, "temp_store", "MEMORY")?)
}

/// Sets what every connection needs, and reads it back.
pub(super) fn settle(db: &Connection) -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::Other(format!("SQLite {} is too old", rusqlite::version())));
    }
    db.busy_timeout(PATIENCE)?;
    // A cached statement keeps the query plan it was tried with, whatever values it is given.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "cache_size", -WRITERS_CACHE)?;
    db.pragma_update(None, "journal_size_limit", 8 << 20)?;
    let mode: String = db.pragma_query_value(None, "journal_mode", |r| r.get(0))?;
    let number = |setting| db.pragma_query_value(None, setting, |r| r.get::<_, i64>(0));
    let holds = (mode, number("synchronous")?, number("foreign_keys")?);
    match holds {
        (mode, 2, 1) if mode == "wal" => Ok(()),
        other => Err(StoreError::Other(format!("the ledger's settings do not hold: {other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_keep_the_settings_is_refused() {
        let db = Connection::open_in_memory().expect("memory");
        assert!(matches!(settle(&db), Err(StoreError::Other(said)) if said.contains("memory")));
    }
}
