//! What is stored at the moment of writing, for the rules to decide on.

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Transaction};

use super::versions::{self, Recorded};
use super::{StoreError, parts, rows};
use crate::clock::Instant;
use crate::ledger::{Entry, EntryId, Import, NewEntry, Office, Review, Revision, Status};
use crate::plan::{Plan, TaskNo, UnitIx};

/// An entry as it is stored now, seen from inside the transaction that will change it.
pub struct Found<'t> {
    tx: &'t Transaction<'t>,
    plan: &'t Plan,
    row: Option<Entry>,
    deleted: bool,
    last: Option<Recorded>,
}

impl<'t> Found<'t> {
    /// Before the first writing of an entry.
    pub(super) fn nothing(tx: &'t Transaction<'t>, plan: &'t Plan) -> Self {
        Self { tx, plan, row: None, deleted: false, last: None }
    }

    pub(super) fn look(tx: &'t Transaction<'t>, plan: &'t Plan, id: EntryId) -> Result<Self, StoreError> {
        let sql = format!("SELECT {}, e.deleted_at IS NOT NULL FROM entry e WHERE e.id = ?1", rows::ENTRY);
        let found = tx
            .prepare_cached(&sql)?
            .query_row([id.0], |r| Ok((rows::entry(plan, r)?, r.get(rows::AFTER_ENTRY)?)))
            .optional()?;
        let (mut row, deleted) = found.ok_or(StoreError::NoEntry(id))?;
        parts::attach(tx, &mut row)?;
        let last = versions::last(tx, plan, id)?;
        Ok(Self { tx, plan, row: Some(row), deleted, last })
    }

    /// The transaction it looks from.
    pub(super) fn tx(&self) -> &Transaction<'t> {
        self.tx
    }

    /// The entry, unless it is deleted.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        self.row.as_ref().filter(|_| !self.deleted)
    }

    /// Its revision, counted on while it is deleted.
    #[must_use]
    pub fn revision(&self) -> Option<Revision> {
        self.row.as_ref().map(|r| r.revision)
    }

    /// Who wrote it last, and when.
    #[must_use]
    pub fn last_written(&self) -> (String, Instant) {
        self.last.as_ref().map(|l| (l.operator.clone(), l.at)).unwrap_or_default()
    }

    /// The entry as it was at an earlier revision, as far as the record still says.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn at_revision(&self, revision: Revision) -> Result<Option<Entry>, StoreError> {
        let Some(row) = &self.row else { return Ok(None) };
        versions::at_revision(self.tx, self.plan, row.id, revision)
    }

    /// The entry as a row of the record left it. `None` where that row is not about this entry, where the entry
    /// was deleted by it, or where the record no longer says.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn at_seq(&self, seq: i64) -> Result<Option<Entry>, StoreError> {
        let Some(row) = &self.row else { return Ok(None) };
        let found = versions::row(self.tx, self.plan, seq)?.filter(|v| v.id == row.id);
        Ok(found.and_then(|v| v.state.entry()))
    }

    /// Whether a row of the record was taken back and not brought again since.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn is_undone(&self, seq: i64) -> Result<bool, StoreError> {
        versions::is_undone(self.tx, seq)
    }

    /// The status that a pair had before an entry of this day: that of the entry before it in their order.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn status_before(&self, task: TaskNo, unit: UnitIx, day: Date) -> Result<Option<Status>, StoreError> {
        Ok(self.stood_before(task, unit, day)?.map(|(_, status)| status))
    }

    /// The same with the day of that entry.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn stood_before(
        &self,
        task: TaskNo,
        unit: UnitIx,
        day: Date,
    ) -> Result<Option<(Date, Status)>, StoreError> {
        let unit = self.plan.unit(unit).map(|u| u.code.as_str());
        let id = self.row.as_ref().map_or(i64::MAX, |r| r.id.0);
        let mut statement = self.tx.prepare_cached(
            "SELECT day, status FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL
               AND (day, id) < (?4, ?5) ORDER BY day DESC, id DESC LIMIT 1",
        )?;
        let found = statement
            .query_row((&self.plan.id, task.0, unit, day.to_string(), id), |r| {
                Ok((rows::day(r, 0)?, rows::status(r, 1)?))
            })
            .optional()?;
        Ok(found)
    }

    /// What a unit said last of a task up to a day, and what the office said of that.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn last_said(
        &self,
        task: TaskNo,
        unit: UnitIx,
        day: Date,
    ) -> Result<Option<(Status, Review)>, StoreError> {
        let unit = self.plan.unit(unit).map(|u| u.code.as_str());
        let mut statement = self.tx.prepare_cached(
            "SELECT status, review FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL
               AND day <= ?4 ORDER BY day DESC, id DESC LIMIT 1",
        )?;
        let said = |r: &rusqlite::Row<'_>| Ok((rows::status(r, 0)?, rows::review(r, 1)?));
        Ok(statement.query_row((&self.plan.id, task.0, unit, day.to_string()), said).optional()?)
    }

    /// How often somebody wrote or changed a report since a moment, counted up to `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn written_since(&self, operator: &str, since: Instant, most: usize) -> Result<usize, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut statement = self.tx.prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM history h WHERE h.operator = ?1 AND h.kind = 'entry'
               AND h.undoes IS NULL AND h.action IN ('add', 'edit', 'restore')
               AND h.seq > coalesce((SELECT seq FROM history WHERE at < ?2 ORDER BY at DESC, seq DESC LIMIT 1), 0)
             LIMIT ?3)",
        )?;
        let count: i64 = statement.query_row((operator, since.0, most), |r| r.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The entry of a unit, task, period and day that says the same, if there is one.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn same(&self, new: &NewEntry) -> Result<Option<Entry>, StoreError> {
        let unit = self.plan.unit(new.unit).map(|u| u.code.as_str());
        let sql = format!(
            "SELECT {} FROM entry e WHERE e.plan = ?1 AND e.task IS ?2 AND e.unit = ?3 AND e.day = ?4
               AND e.period = ?5 AND e.progress = ?6 AND e.deleted_at IS NULL ORDER BY e.id LIMIT 1",
            rows::ENTRY
        );
        let found = self
            .tx
            .prepare_cached(&sql)?
            .query_row(
                (
                    &self.plan.id,
                    new.task.numbered(),
                    unit,
                    new.day.to_string(),
                    new.period.to_string(),
                    &new.progress,
                ),
                |r| rows::entry(self.plan, r),
            )
            .optional()?;
        let Some(mut entry) = found else { return Ok(None) };
        parts::attach(self.tx, &mut entry)?;
        Ok(Some(entry))
    }

    /// The import of a file with this digest, if there was one.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn imported(&self, sha256: &str) -> Result<Option<Import>, StoreError> {
        super::imports::imported(self.tx, sha256)
    }

    /// What the office decided, as it is stored now.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn office(&self) -> Result<Office, StoreError> {
        super::acts::now(self.tx, self.plan)
    }

    pub(super) fn row(&self) -> Result<Entry, StoreError> {
        self.row.clone().ok_or_else(|| StoreError::Other("no row to change".to_owned()))
    }

    pub(super) fn is_live(&self) -> bool {
        !self.deleted
    }
}
