//! Opening a ledger: to read it, or to write it.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;
use super::connect::{Connected, WRITERS_CACHE, attach, connect, look, stay_in_memory};
use super::file::is_of_today;
use super::gate::{self, Open};
use super::place::{Place, Which};
use super::readonly::{ReadOnly, may_write};
use super::schema;
use super::spelling::Vocabulary;
use super::then::Remembered;
use super::turn::Turn;
use super::wait::Wait;
use crate::plan::{EMBEDDED, EMBEDDED_SHA256, Plan};

/// What a reader keeps of the ledger, in KiB. The system has the rest in memory, once for all sessions; what each keeps for
/// itself is what a host full of them runs out of, and a page that is new to a process takes longer than one read again.
const READERS_CACHE: i64 = 96;

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

    /// Opens an existing ledger for a look. One that nobody writes is read as a file alone: nothing is laid beside it, and
    /// it takes a good deal less time. Whoever reads it so is told if somebody wrote it meanwhile
    /// ([`StoreError::Unsteady`]), and opens it as usual.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn glance(path: &Path) -> Result<Self, StoreError> {
        Self::of_rested(path).map_or_else(|| Self::open(path), Ok)
    }

    /// Nothing also where anything is amiss, which is found again as usual.
    fn of_rested(path: &Path) -> Option<Self> {
        let place = Place::of(path).ok()?;
        let (db, only) = ReadOnly::of_rested(&std::fs::canonicalize(path).ok()?)?;
        if !is_of_today(&db) {
            return None;
        }
        let found = Self::at(place, db, None, Some(only)).ok()?;
        (found.place.check().is_ok() && found.is_steady()).then_some(found)
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
        if only.is_none() {
            db.pragma_update(None, "query_only", true)?;
        }
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
        stay_in_memory(&db)?;
        Self::at(path, place, db, plan, open)
    }

    /// A reader that has read what it had to goes on as a writer of the same file. A second connection would read the
    /// ledger's schema and settings again, which takes as long as a save.
    ///
    /// # Errors
    /// As [`Writer::open`].
    pub fn instead_of(reader: Reader) -> Result<Self, StoreError> {
        let Reader { db, plan, place, _open: open, .. } = reader;
        let path = place.path().to_owned();
        let Some(open) = open else {
            // It was read as one that cannot be written; why it cannot is said by trying.
            return Self::open(&path, plan);
        };
        place.check()?;
        db.pragma_update(None, "query_only", false)?;
        db.pragma_update(None, "cache_size", -WRITERS_CACHE)?;
        Self::at(&path, place, db, plan, open)
    }

    fn at(
        path: &Path,
        place: Place,
        db: Connection,
        plan: std::sync::Arc<Plan>,
        open: Open,
    ) -> Result<Self, StoreError> {
        // Its waiting is its own, in the order of asking and to be given up.
        db.busy_timeout(Duration::ZERO)?;
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
        Self::at(path, place, db, plan, open)
    }

    /// Holds that it writes the ledger that was read.
    ///
    /// # Errors
    /// [`StoreError::Replaced`] where it is another.
    pub fn must_be(&self, which: &Which) -> Result<(), StoreError> {
        if Which::of(&self.db)? == *which {
            return Ok(());
        }
        Err(StoreError::Replaced(self.place.path().to_owned()))
    }

    /// How the next saves wait for others.
    pub fn waits(&mut self, wait: Wait) {
        self.wait = wait;
    }
}

/// The plan and which ledger it is. The text of a plan that the program has itself is long, and only measured.
fn stored(db: &Connection) -> Result<(Plan, Which), StoreError> {
    let which = Which::of(db)?;
    let length: i64 = db.query_row("SELECT octet_length(body) FROM plan", [], |r| r.get(0))?;
    let plan = if which.plan() == Some(EMBEDDED_SHA256) && usize::try_from(length) == Ok(EMBEDDED.len()) {
        crate::plan::embedded()
    } else {
        let body: String = db.query_row("SELECT body FROM plan", [], |r| r.get(0))?;
        crate::plan::load(&body)
    };
    Ok((plan.map_err(StoreError::Plan)?, which))
}

#[cfg(test)]
mod tests {
    use rusqlite::config::DbConfig;

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
        for (db, cache) in [(&reader.db, -READERS_CACHE), (&writer.db, -WRITERS_CACHE)] {
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
}
