//! Reading the record: an entry's versions, the log of changes, what somebody can take back.

use rusqlite::{Connection, Row};

use super::body::{self, State};
use super::history::PURGE;
use super::{Reader, StoreError, purge, rows};
use crate::clock::Instant;
use crate::ledger::{Action, Change, Coded, Entry, EntryId, PurgeNote, Revision, Version, changed};
use crate::plan::{Plan, TaskNo, UnitIx};

/// The columns that [`recorded`] reads.
pub(super) const COLUMNS: &str = "h.seq, h.at, h.operator, h.origin, h.action, h.object, h.task, h.unit, h.undoes, h.body, h.kind, h.key_fp";

/// A row of the record about an entry.
#[derive(Debug, Clone)]
pub(super) struct Recorded {
    pub(super) seq: i64,
    pub(super) at: Instant,
    pub(super) operator: String,
    pub(super) origin: String,
    pub(super) key: String,
    pub(super) action: Action,
    pub(super) id: EntryId,
    pub(super) task: TaskNo,
    pub(super) unit: UnitIx,
    pub(super) undoes: Option<i64>,
    pub(super) state: State,
    pub(super) purge: Option<PurgeNote>,
}

impl Recorded {
    /// Whether it changed the entry; a purge only changed the record.
    pub(super) fn is_change(&self) -> bool {
        self.purge.is_none()
    }

    fn version(self) -> Version {
        Version {
            seq: self.seq,
            at: self.at,
            operator: self.operator,
            origin: self.origin,
            key: self.key,
            action: self.action,
            id: self.id,
            task: self.task,
            unit: self.unit,
            purged: self.state == State::Purged && self.purge.is_none(),
            entry: self.state.entry(),
            undoes: self.undoes,
            purge: self.purge,
        }
    }
}

/// A page of the log of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Newest first.
    pub versions: Vec<Version>,
    /// Whether older ones follow.
    pub more: bool,
}

impl Reader {
    /// Everything that was done to an entry, newest last; nothing where there never was one.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn history(&self, id: EntryId) -> Result<Vec<Version>, StoreError> {
        Ok(of(&self.db, &self.plan, id)?.into_iter().map(Recorded::version).collect())
    }

    /// What was done to entries of a task, of one unit or of all, newest first, at most `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn task_history(
        &self,
        task: TaskNo,
        unit: Option<UnitIx>,
        most: usize,
    ) -> Result<Vec<Version>, StoreError> {
        let sql = if unit.is_some() {
            format!(
                "SELECT {COLUMNS} FROM history h WHERE h.kind = 'entry' AND h.plan = ?1 AND h.task = ?2 AND h.unit = ?4
                 ORDER BY h.seq DESC LIMIT ?3"
            )
        } else {
            format!(
                "SELECT {COLUMNS} FROM history h WHERE h.kind = 'entry' AND h.plan = ?1 AND h.task = ?2 AND ?4 IS NULL
                 ORDER BY h.seq DESC LIMIT ?3"
            )
        };
        let unit = unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.as_str());
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = all(&self.db, &self.plan, &sql, (&self.plan.id, task.0, most, unit))?;
        Ok(found.into_iter().map(Recorded::version).collect())
    }

    /// What was done to entries, newest first, older than row `before`, at most `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn log_of_changes(&self, before: Option<i64>, most: usize) -> Result<Changes, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM history h WHERE +h.kind IN ('entry', 'purge') AND h.seq < ?1 ORDER BY h.seq DESC LIMIT ?2"
        );
        let limit = i64::try_from(most).unwrap_or(i64::MAX - 1).saturating_add(1);
        let found = all(&self.db, &self.plan, &sql, (before.unwrap_or(i64::MAX), limit))?;
        let more = found.len() > most;
        Ok(Changes { versions: found.into_iter().take(most).map(Recorded::version).collect(), more })
    }

    /// How an entry stood before row `seq` of the record.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn version_before(&self, id: EntryId, seq: i64) -> Result<Option<Version>, StoreError> {
        Ok(last_until(&self.db, &self.plan, id, seq - 1)?.map(Recorded::version))
    }

    /// The last changes of an operator that were not taken back, in whichever session they were made, newest first, at
    /// most `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn last_changes(&self, operator: &str, most: usize) -> Result<Vec<Change>, StoreError> {
        self.changes_of(
            "SELECT h.seq FROM history h WHERE h.operator = ?1 AND h.kind = 'entry' AND h.undoes IS NULL
               AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.seq
                 AND NOT EXISTS (SELECT 1 FROM history r WHERE r.undoes = u.seq))
             ORDER BY h.seq DESC LIMIT ?2",
            operator,
            most,
        )
    }

    /// The last takings back of an operator that can be brought again: nothing new was done by them since.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn last_undos(&self, operator: &str, most: usize) -> Result<Vec<Change>, StoreError> {
        self.changes_of(
            "SELECT h.seq FROM history h WHERE h.operator = ?1 AND h.kind = 'entry' AND h.action = 'undo'
               AND h.seq > coalesce((SELECT max(seq) FROM history WHERE operator = ?1 AND kind = 'entry' AND undoes IS NULL), 0)
               AND NOT EXISTS (SELECT 1 FROM history r WHERE r.undoes = h.seq)
             ORDER BY h.seq DESC LIMIT ?2",
            operator,
            most,
        )
    }

    fn changes_of(&self, sql: &str, operator: &str, most: usize) -> Result<Vec<Change>, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut statement = self.db.prepare_cached(sql)?;
        let found = statement.query_map((operator, most), |r| r.get(0))?.collect::<Result<Vec<i64>, _>>()?;
        let each = found.into_iter().map(|seq| self.change(seq));
        each.filter_map(Result::transpose).collect()
    }

    fn change(&self, seq: i64) -> Result<Option<Change>, StoreError> {
        let Some(row) = row(&self.db, &self.plan, seq)? else { return Ok(None) };
        let before = before(&self.db, &self.plan, &row)?;
        if before == State::Purged || row.state == State::Purged {
            return Err(StoreError::Purged(row.id, row.seq));
        }
        let (before, after) = (before.entry(), row.state.entry());
        let fields = match (&before, &after) {
            (Some(before), Some(after)) => changed(&before.as_new(), &after.as_new()),
            _ => Vec::new(),
        };
        Ok(Some(Change { seq: row.seq, action: row.action, id: row.id, before, after, fields }))
    }
}

/// All rows about an entry, newest last.
pub(super) fn of(db: &Connection, plan: &Plan, id: EntryId) -> Result<Vec<Recorded>, StoreError> {
    // One question for both would have to sort.
    let sql = format!("SELECT {COLUMNS} FROM history h WHERE h.kind = ?2 AND h.object = ?1 ORDER BY h.seq");
    let object = id.0.to_string();
    let mut found = all(db, plan, &sql, (&object, "entry"))?;
    found.extend(all(db, plan, &sql, (&object, PURGE))?);
    found.sort_by_key(|v| v.seq);
    Ok(found)
}

/// An entry at an earlier revision. The newest rows come first: whoever asks began a short while ago, and however
/// often the entry was changed before that costs nothing.
pub(super) fn at_revision(
    db: &Connection,
    plan: &Plan,
    id: EntryId,
    revision: Revision,
) -> Result<Option<Entry>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM history h WHERE h.kind = 'entry' AND h.object = ?1 ORDER BY h.seq DESC"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([id.0.to_string()])?;
    while let Some(r) = rows.next()? {
        match recorded(plan, r)?.state.entry() {
            Some(entry) if entry.revision == revision => return Ok(Some(entry)),
            Some(entry) if entry.revision < revision => return Ok(None),
            _ => {}
        }
    }
    Ok(None)
}

/// The last row about an entry.
pub(super) fn last(db: &Connection, plan: &Plan, id: EntryId) -> Result<Option<Recorded>, StoreError> {
    last_until(db, plan, id, i64::MAX)
}

/// The last row about an entry up to a row of the record.
pub(super) fn last_until(
    db: &Connection,
    plan: &Plan,
    id: EntryId,
    cut: i64,
) -> Result<Option<Recorded>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM history h WHERE h.kind = 'entry' AND h.object = ?1 AND h.seq <= ?2 ORDER BY h.seq DESC LIMIT 1"
    );
    Ok(all(db, plan, &sql, (id.0.to_string(), cut))?.pop())
}

/// One row, if it is about an entry.
pub(super) fn row(db: &Connection, plan: &Plan, seq: i64) -> Result<Option<Recorded>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM history h WHERE h.seq = ?1 AND h.kind = 'entry'");
    Ok(all(db, plan, &sql, [seq])?.pop())
}

/// Whether a row was taken back, and that not taken back in turn.
pub(super) fn is_undone(db: &Connection, seq: i64) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM history u WHERE u.undoes = ?1
                 AND NOT EXISTS (SELECT 1 FROM history r WHERE r.undoes = u.seq))";
    Ok(db.prepare_cached(sql)?.query_row([seq], |r| r.get(0))?)
}

/// How an entry was before a row about it.
fn before(db: &Connection, plan: &Plan, row: &Recorded) -> Result<State, StoreError> {
    let found = last_until(db, plan, row.id, row.seq - 1)?;
    Ok(found.map_or(State::Gone, |r| r.state))
}

fn all(
    db: &Connection,
    plan: &Plan,
    sql: &str,
    of: impl rusqlite::Params,
) -> Result<Vec<Recorded>, StoreError> {
    let mut statement = db.prepare_cached(sql)?;
    let mut found = statement.query(of)?;
    let mut rows = Vec::new();
    while let Some(r) = found.next()? {
        rows.push(recorded(plan, r)?);
    }
    Ok(rows)
}

/// Reads a row from [`COLUMNS`].
fn recorded(plan: &Plan, r: &Row<'_>) -> Result<Recorded, StoreError> {
    let body: Option<String> = r.get(9)?;
    let is_purge = r.get_ref(10)?.as_str().is_ok_and(|kind| kind == PURGE);
    let purge = body.as_deref().filter(|_| is_purge).map(|body| {
        purge::read(body)
            .map(|(note, _)| note)
            .ok_or_else(|| StoreError::Damaged("a purge that cannot be read".to_owned()))
    });
    Ok(Recorded {
        seq: r.get(0)?,
        at: Instant(r.get(1)?),
        operator: r.get(2)?,
        origin: r.get(3)?,
        key: r.get(11)?,
        action: rows::parsed(r, 4, Action::parse)?,
        id: EntryId(rows::parsed(r, 5, |t| t.parse().ok())?),
        task: rows::task(r, 6)?,
        unit: rows::parsed(r, 7, |code| plan.unit_by_code(code))?,
        undoes: r.get(8)?,
        state: body::read(plan, body.as_deref().filter(|_| !is_purge))?,
        purge: purge.transpose()?,
    })
}
