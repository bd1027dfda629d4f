//! Filling a new ledger with very many entries at once: the same rows, the same record and chain as one save after
//! another, but indexes, standings and search are made at the end, and nobody meets the file before it is whole.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::create::{self, Draft};
use super::history::{Event, append};
use super::write::{Stamp, insert, stored, update};
use super::{LedgerFile, Pair, StoreError, body, connect, gram, parts};
use crate::clock::Instant;
use crate::ledger::{Action, Actor, Coded, Entry, EntryId, NewEntry, Reviewed, Revision};
use crate::plan::Plan;

/// Indexes that cost less when they are made of all rows at once.
const LATER: &str = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
  AND tbl_name IN ('entry', 'reading', 'history')";

/// The live entries of each pair in their order.
type Live = HashMap<Pair, BTreeSet<(Date, EntryId)>>;

/// A ledger while it is filled, within one transaction of many.
pub struct Filling<'t> {
    tx: &'t Transaction<'t>,
    plan: &'t Plan,
    live: &'t mut Live,
}

/// Makes a ledger at `path` of what `source` writes, which is called until it says that there is no more. Each call
/// is one transaction.
///
/// # Errors
/// [`StoreError::Io`] where there is a file already, or what the disk says. Nothing half-made stays behind.
pub fn fill(
    path: &Path,
    toml: &str,
    by: &Actor,
    at: Instant,
    mut source: impl FnMut(&mut Filling<'_>) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    if LedgerFile::look(path)? == LedgerFile::Ledger {
        return Err(io(std::io::ErrorKind::AlreadyExists.into()));
    }
    let plan = Arc::new(crate::plan::load(toml).map_err(StoreError::Plan)?);
    create::make_folder(path)?;
    let draft = Draft::beside(path);
    create::build(draft.path(), &plan, toml, by, at)?;
    let mut db = Connection::open(draft.path())?;
    // What comes here is in stored form, so it need not be looked through once more; a test does.
    db.execute_batch("PRAGMA ignore_check_constraints = ON")?;
    let indexes = hurry(&db)?;
    let mut live = Live::new();
    let mut more = true;
    while more {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        more = source(&mut Filling { tx: &tx, plan: &plan, live: &mut live })?;
        tx.commit()?;
    }
    finish(&mut db, &plan, &live, &indexes)?;
    make_safe(db, draft.path())?;
    let placed = draft.place(path).map_err(io)?;
    if placed { Ok(()) } else { Err(io(std::io::ErrorKind::AlreadyExists.into())) }
}

/// Writes without care until [`make_safe`]: a ledger that is lost half-made is made again. Returns how the indexes are
/// made that are put off.
pub(super) fn hurry(db: &Connection) -> Result<Vec<String>, StoreError> {
    db.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF",
    )?;
    put_off_indexes(db)
}

/// Puts a file that was written without care on the disk.
pub(super) fn make_safe(db: Connection, path: &Path) -> Result<(), StoreError> {
    db.pragma_update(None, "journal_mode", "WAL")?;
    connect::settle(&db)?;
    db.close().map_err(|(_, e)| StoreError::from(e))?;
    fs::File::open(path).and_then(|file| file.sync_all()).map_err(|e| StoreError::at(path, e))
}

/// Drops the indexes that are made later, and returns how.
fn put_off_indexes(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = db.prepare(LATER)?;
    let found = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let found: Vec<(String, String)> = found.collect::<Result<_, _>>()?;
    for (name, _) in &found {
        db.execute_batch(&format!("DROP INDEX \"{name}\""))?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}

fn finish(db: &mut Connection, plan: &Plan, live: &Live, indexes: &[String]) -> Result<(), StoreError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for sql in indexes {
        tx.execute_batch(sql)?;
    }
    let mut standing =
        tx.prepare("INSERT INTO standing(plan, task, unit, entry, entries) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for ((task, unit), entries) in live {
        let unit = plan.unit(*unit).map(|u| u.code.as_str());
        if let Some((_, latest)) = entries.last() {
            let count = i64::try_from(entries.len()).unwrap_or(i64::MAX);
            standing.execute((&plan.id, task.0, unit, latest.0, count))?;
        }
    }
    drop(standing);
    gram::build(&tx, plan)?;
    Ok(tx.commit()?)
}

impl Filling<'_> {
    /// The plan of the ledger.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        self.plan
    }

    /// Writes a new entry, which must be in stored form. Returns it and the number of its row in the record.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn add(&mut self, by: &Actor, at: Instant, new: &NewEntry) -> Result<(Entry, i64), StoreError> {
        let entry = stored(new, at, &Stamp::first(by, at, Reviewed::default()));
        let unit = self.plan.unit(new.unit).map(|u| u.code.as_str()).unwrap_or_default();
        let entry = Entry { id: insert(self.tx, self.plan, &entry, unit)?, ..entry };
        let seq = self.record(by, at, Action::Add, &entry, None, false)?;
        Ok((entry, seq))
    }

    /// Writes an entry again, from its last row, deleted or not.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn put(
        &mut self,
        (by, at, action): (&Actor, Instant, Action),
        row: &Entry,
        new: &NewEntry,
        undoes: Option<i64>,
    ) -> Result<(Entry, i64), StoreError> {
        let revision = Revision(row.revision.0 + 1);
        let (id, created_at, review) = (row.id, row.created_at, row.review.clone());
        let stamp = Stamp { id, revision, created_at, typed_by: &row.typed_by, review };
        let entry = stored(new, at, &stamp);
        update(self.tx, &entry, None)?;
        self.of(row).remove(&(row.day, row.id));
        let seq = self.record(by, at, action, &entry, undoes, false)?;
        Ok((entry, seq))
    }

    /// Deletes an entry, and returns its row.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn remove(
        &mut self,
        (by, at, action): (&Actor, Instant, Action),
        row: &Entry,
        undoes: Option<i64>,
    ) -> Result<(Entry, i64), StoreError> {
        let entry = Entry { revision: Revision(row.revision.0 + 1), updated_at: at, ..row.clone() };
        update(self.tx, &entry, Some(at))?;
        self.of(row).remove(&(row.day, row.id));
        let seq = self.record(by, at, action, &entry, undoes, true)?;
        Ok((entry, seq))
    }

    fn of(&mut self, entry: &Entry) -> &mut BTreeSet<(Date, EntryId)> {
        self.live.entry((entry.task, entry.unit)).or_default()
    }

    fn record(
        &mut self,
        by: &Actor,
        at: Instant,
        action: Action,
        entry: &Entry,
        undoes: Option<i64>,
        gone: bool,
    ) -> Result<i64, StoreError> {
        let unit = self.plan.unit(entry.unit).map(|u| u.code.as_str()).unwrap_or_default();
        if gone {
            parts::remove(self.tx, entry.id)?;
        } else {
            parts::write(self.tx, entry, unit)?;
            self.of(entry).insert((entry.day, entry.id));
        }
        let event = Event {
            at,
            by,
            kind: "entry",
            object: entry.id.0.to_string(),
            action: action.code(),
            pair: Some((&self.plan.id, entry.task.0, unit)),
            stands: self.of(entry).last().map(|(_, id)| *id),
            undoes,
            body: body::write(entry, unit, gone.then_some(at)),
        };
        Ok(append(self.tx, &event)?.seq)
    }
}
