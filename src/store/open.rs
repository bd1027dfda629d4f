//! Opening: one function makes every connection and reads back what must hold on it.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::file::LedgerFile;
use super::gate::{self, Open};
use super::history::hex;
use super::place::{Place, Which};
use super::readonly::{ReadOnly, may_write};
use super::spelling::Vocabulary;
use super::then::Remembered;
use super::turn::Turn;
use super::wait::Wait;
use super::{migrate, schema};
use crate::plan::{EMBEDDED, EMBEDDED_SHA256, Plan};

/// Older SQLite can lose commits when several connections write and checkpoint in WAL mode.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What a reader keeps of the ledger, in KiB. The system has the rest in memory, once for all sessions; what each keeps for
/// itself is what a host full of them runs out of.
const READERS_CACHE: i64 = 256;

/// How long a reader waits where it must, such as for a log that is being mended after a crash.
const PATIENCE: Duration = Duration::from_secs(5);

/// A connection that only reads, and the plan it reads about.
#[derive(Debug)]
pub struct Reader {
    pub(super) db: Connection,
    pub(super) plan: std::sync::Arc<Plan>,
    pub(super) place: Place,
    pub(super) which: Which,
    /// How it is read where it may not be written.
    pub(super) only: Option<ReadOnly>,
    /// The last answer about an earlier moment.
    pub(super) remembered: std::cell::RefCell<Remembered>,
    /// The characters and pairs in the index, as far as they were asked for.
    pub(super) vocabulary: std::cell::RefCell<Vocabulary>,
    /// Keeps the ledger from being replaced.
    _open: Option<Open>,
}

/// A connection that writes, one turn at a time.
#[derive(Debug)]
pub struct Writer {
    pub(super) db: Connection,
    pub(super) plan: std::sync::Arc<Plan>,
    pub(super) turn: Turn,
    pub(super) place: Place,
    pub(super) wait: Wait,
    /// Keeps the ledger from being replaced.
    _open: Open,
}

impl Reader {
    /// Opens an existing ledger for reading.
    ///
    /// # Errors
    /// What stands in the way, see [`StoreError`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        look(path)?;
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let opened = if may_write(&real) { connect(path) } else { Err(StoreError::ReadOnly) };
        let found = match opened {
            // Reading needs no right to write, and no room on the disk.
            Err(StoreError::ReadOnly | StoreError::Full) => {
                let place = Place::of(path)?;
                let (db, only) = ReadOnly::open(&real)?;
                let found = schema::of(&db)?;
                if found < schema::SCHEMA {
                    return Err(StoreError::TooOld { found, known: schema::SCHEMA });
                }
                Self::at(place, db, None, Some(only))?
            }
            opened => {
                let Connected { db, open, place } = opened?;
                Self::at(place, db, Some(open), None)?
            }
        };
        found.place.check()?;
        Ok(found)
    }

    /// Reads through a connection to the file at a path that is already there.
    pub(super) fn on(path: &Path, db: Connection) -> Result<Self, StoreError> {
        Self::at(Place::of(path)?, db, None, None)
    }

    fn at(
        place: Place,
        db: Connection,
        open: Option<Open>,
        only: Option<ReadOnly>,
    ) -> Result<Self, StoreError> {
        stay_in_memory(&db)?;
        db.pragma_update(None, "query_only", true)?;
        db.pragma_update(None, "cache_size", -READERS_CACHE)?;
        let (plan, which) = stored(&db)?;
        let plan = std::sync::Arc::new(plan);
        let (remembered, vocabulary) = (std::cell::RefCell::default(), std::cell::RefCell::default());
        Ok(Self { db, plan, place, which, only, remembered, vocabulary, _open: open })
    }

    /// Which ledger it is.
    #[must_use]
    pub fn which(&self) -> &Which {
        &self.which
    }

    /// The plan in the ledger.
    #[must_use]
    pub fn plan(&self) -> &std::sync::Arc<Plan> {
        &self.plan
    }
}

impl Writer {
    /// Opens an existing ledger for writing. `plan` is the one that a [`Reader`] of the same file loaded.
    ///
    /// # Errors
    /// What stands in the way, see [`StoreError`].
    pub fn open(path: &Path, plan: std::sync::Arc<Plan>) -> Result<Self, StoreError> {
        look(path)?;
        if !may_write(path) {
            return Err(StoreError::ReadOnly);
        }
        let Connected { db, open, place } = connect(path)?;
        place.check()?;
        // Its waiting is its own, in the order of asking and to be given up.
        db.busy_timeout(Duration::ZERO)?;
        stay_in_memory(&db)?;
        Ok(Self { db, plan, turn: Turn::beside(path), place, wait: Wait::default(), _open: open })
    }

    /// The same while nobody else has the ledger open, and nobody can open it until this is dropped.
    ///
    /// # Errors
    /// [`StoreError::InUse`] where somebody has it open, and others.
    pub fn open_alone(path: &Path, plan: std::sync::Arc<Plan>) -> Result<Self, StoreError> {
        look(path)?;
        if !may_write(path) {
            return Err(StoreError::ReadOnly);
        }
        let open = gate::alone(path)?.into();
        let (place, db) = (Place::of(path)?, attach(path)?);
        place.check()?;
        db.busy_timeout(Duration::ZERO)?;
        Ok(Self { db, plan, turn: Turn::beside(path), place, wait: Wait::default(), _open: open })
    }

    /// Holds that it writes the ledger that was read.
    ///
    /// # Errors
    /// [`StoreError::Replaced`] where it is another.
    pub fn must_be(&self, which: &Which) -> Result<(), StoreError> {
        if Which::of(&self.db, &self.plan)? == *which {
            return Ok(());
        }
        Err(StoreError::Replaced(self.place.path().to_owned()))
    }

    /// How the next saves wait for others.
    pub fn waits(&mut self, wait: Wait) {
        self.wait = wait;
    }
}

/// Holds that there is a ledger at the path.
fn look(path: &Path) -> Result<(), StoreError> {
    match LedgerFile::look(path)? {
        LedgerFile::Missing => Err(StoreError::Missing(path.to_owned())),
        LedgerFile::Ledger => Ok(()),
    }
}

/// A connection to a ledger that may be written.
struct Connected {
    db: Connection,
    open: Open,
    place: Place,
}

/// The one place that opens a ledger that may be written, and brings an old one up to date. Which file it is is asked
/// once nobody can put another in its place.
fn connect(path: &Path) -> Result<Connected, StoreError> {
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
fn stay_in_memory(db: &Connection) -> Result<(), StoreError> {
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
    db.pragma_update(None, "cache_size", -1024)?;
    db.pragma_update(None, "journal_size_limit", 8 << 20)?;
    let holds: (String, i64, i64) = db.query_row(
        "SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT synchronous FROM pragma_synchronous),
                (SELECT foreign_keys FROM pragma_foreign_keys)",
        [],
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )?;
    match holds {
        (mode, 2, 1) if mode == "wal" => Ok(()),
        other => Err(StoreError::Other(format!("the ledger's settings do not hold: {other:?}"))),
    }
}

/// The plan and which ledger it is. The text of a plan that the program has itself is long, and only measured.
fn stored(db: &Connection) -> Result<(Plan, Which), StoreError> {
    let stored = "SELECT sha256, octet_length(body) FROM plan";
    let (sha, length): (Vec<u8>, i64) = db.query_row(stored, [], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let plan = if hex(&sha) == EMBEDDED_SHA256 && usize::try_from(length) == Ok(EMBEDDED.len()) {
        crate::plan::embedded()
    } else {
        let body: String = db.query_row("SELECT body, sha256 FROM plan", [], |r| r.get(0))?;
        crate::plan::load(&body)
    };
    Ok((plan.map_err(StoreError::Plan)?, Which::with(db, Some(sha))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::ledger::Actor;
    use crate::store::create;

    #[test]
    fn every_connection_is_durable_and_keeps_references() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("l.db");
        let by = Actor { name: "a".to_owned(), origin: String::new(), way: crate::ledger::Way::Local };
        create(&path, EMBEDDED, &by, Clock::System.now()).expect("a ledger");
        let reader = Reader::open(&path).expect("a reader");
        let writer = Writer::open(&path, reader.plan().clone()).expect("a writer");
        for (db, cache) in [(&reader.db, -READERS_CACHE), (&writer.db, -1024)] {
            let holds =
                |pragma: &str| db.pragma_query_value(None, pragma, |r| r.get::<_, i64>(0)).expect("one");
            let mode: String = db.pragma_query_value(None, "journal_mode", |r| r.get(0)).expect("one");
            let settings = ["synchronous", "foreign_keys", "cache_size", "mmap_size"].map(holds);
            assert_eq!((mode.as_str(), settings), ("wal", [2, 1, cache, 0]));
            assert_eq!(db.db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG).ok(), Some(true));
        }
        let written = reader.db.execute("DELETE FROM standing", []);
        assert!(matches!(written.map_err(StoreError::from), Err(StoreError::ReadOnly)));
    }

    #[test]
    fn a_file_that_cannot_keep_the_settings_is_refused() {
        let db = Connection::open_in_memory().expect("memory");
        assert!(matches!(settle(&db), Err(StoreError::Other(said)) if said.contains("memory")));
    }
}
