//! Reports that wait for somebody: for the office to review, or for a unit to report again.

use rusqlite::named_params;

use super::{Reader, StoreError, parts};
use crate::ledger::{Entry, EntryId};
use crate::plan::UnitIx;
use jiff::civil::Date;

/// Counted up to here; who has more to review needs no exact number.
const MOST: i64 = 1_001;

/// How many wait for the office.
const WAITING: &str = "SELECT count(*) FROM (SELECT 1 FROM entry WHERE plan = ?1 AND review = 'submitted'
  AND deleted_at IS NULL AND day <= ?2 LIMIT ?3)";

/// What waits for the office, oldest first.
const QUEUE: &str = "SELECT id FROM entry WHERE plan = :plan AND review = 'submitted' AND deleted_at IS NULL
  AND day <= :day ORDER BY day, id LIMIT :most";

/// What a unit has to report again, newest first.
const RETURNED: &str = "SELECT id FROM entry WHERE plan = :plan AND unit = :unit AND review = 'returned'
  AND deleted_at IS NULL AND day <= :day ORDER BY day DESC, id DESC LIMIT :most";

impl Reader {
    /// How many reports wait for the office, up to 1,001.
    pub(super) fn waiting(&self, as_of: Date) -> Result<usize, StoreError> {
        let mut statement = self.db.prepare_cached(WAITING)?;
        let count: u32 = statement.query_row((&self.plan.id, as_of.to_string(), MOST), |r| r.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The reports that wait for the office, oldest first, at most `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn queue(&self, as_of: Date, most: usize) -> Result<Vec<Entry>, StoreError> {
        self.at_once(|| self.listed(QUEUE, None, as_of, most))
    }

    /// The reports of a unit that the office sent back, newest first, at most `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn returned(&self, unit: UnitIx, as_of: Date, most: usize) -> Result<Vec<Entry>, StoreError> {
        self.at_once(|| self.listed(RETURNED, Some(unit), as_of, most))
    }

    fn listed(
        &self,
        sql: &str,
        unit: Option<UnitIx>,
        as_of: Date,
        most: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let (day, most) = (as_of.to_string(), i64::try_from(most).unwrap_or(i64::MAX));
        let code = unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.as_str());
        let mut statement = self.db.prepare_cached(sql)?;
        let id = |r: &rusqlite::Row<'_>| r.get(0).map(EntryId);
        let plan = &self.plan.id;
        let ids: Vec<EntryId> = match code {
            Some(code) => statement
                .query_map(named_params! {":plan": plan, ":day": day, ":most": most, ":unit": code}, id)?
                .collect::<Result<_, _>>()?,
            None => statement
                .query_map(named_params! {":plan": plan, ":day": day, ":most": most}, id)?
                .collect::<Result<_, _>>()?,
        };
        let mut entries = Vec::with_capacity(ids.len());
        for id in ids {
            entries.extend(self.stored_entry(id)?);
        }
        entries.iter_mut().try_for_each(|e| parts::attach(&self.db, e))?;
        Ok(entries)
    }
}
