//! What lies on the office's desk: reports that wait for it, those it sent back, and what came for an older period.

use rusqlite::named_params;

use super::{PageOf, Reader, Snapshot, StoreError, When, parts, rows};
use crate::clock::Instant;
use crate::ledger::{Entry, EntryId, Office, Opened, Review, duties};
use crate::plan::UnitIx;

/// Counted up to here; who has more to review needs no exact number.
const MOST: usize = 1_001;

/// How many wait for the office.
const WAITING: &str = "SELECT count(*) FROM (SELECT 1 FROM entry WHERE plan = ?1 AND review = 'submitted'
  AND deleted_at IS NULL AND day <= ?2 LIMIT ?3)";

/// What others wrote behind a row of the record. The record is walked from that row on.
const CAME_SINCE: &str = "SELECT e.id FROM history h CROSS JOIN entry e ON e.id = CAST(h.object AS INTEGER)
  WHERE h.seq > ?1 AND +h.kind = 'entry' AND h.operator <> ?2 AND h.action IN ('add', 'edit', 'restore')
  AND e.deleted_at IS NULL AND e.progress <> '' ORDER BY h.seq DESC LIMIT ?3";

impl Reader {
    /// How many reports wait for the office, up to 1,001.
    pub(super) fn waiting(&self, when: When) -> Result<usize, StoreError> {
        if when.known_at.is_some() {
            return Ok(self.to_review(None, when, MOST)?.len());
        }
        let mut statement = self.db.prepare_cached(WAITING)?;
        let (day, most) = (when.until.to_string(), i64::try_from(MOST).unwrap_or(i64::MAX));
        let count: u32 = statement.query_row((&self.plan.id, day, most), |r| r.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The office's book as it is, or as it was at a moment.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn book(&self, known_at: Option<Instant>) -> Result<Office, StoreError> {
        self.at_once(|| self.office(self.then(known_at)?.cut()))
    }

    /// Reports that wait for the office, oldest first, at most `most`; with a unit, that unit's.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn to_review(&self, unit: Option<UnitIx>, when: When, most: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entry e WHERE e.plan = :plan AND e.review = 'submitted' AND e.deleted_at IS NULL
               AND e.day <= :day ORDER BY e.day, e.id",
            rows::ENTRY
        );
        self.at_once(|| {
            let narrowed = unit.is_some() || when.known_at.is_some();
            let stored = self.stored_in(&sql, None, when, if narrowed { usize::MAX } else { most })?;
            let mut found = self.in_state(stored, Review::Submitted, unit, when)?;
            found.truncate(most);
            Ok(found)
        })
    }

    /// Reports of a unit that were sent back, and after which it reported nothing more on the task; oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn sent_back(&self, unit: UnitIx, when: When) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entry e WHERE e.plan = :plan AND e.unit = :unit AND e.review = 'returned'
               AND e.deleted_at IS NULL AND e.day <= :day ORDER BY e.day, e.id",
            rows::ENTRY
        );
        self.at_once(|| {
            let stored = self.stored_in(&sql, Some(unit), when, usize::MAX)?;
            let mut found = self.in_state(stored, Review::Returned, Some(unit), when)?;
            let mut answered = Vec::new();
            for entry in &found {
                let of = PageOf { task: Some(entry.task), unit: Some(unit), ..PageOf::all(when) };
                let newest = self.page(&of, 1)?.entries.first().map(|e| e.id);
                answered.extend(Some(entry.id).filter(|id| newest != Some(*id)));
            }
            found.retain(|e| !answered.contains(&e.id));
            Ok(found)
        })
    }

    /// Reports that others wrote or changed behind a row of the record, newest first, at most `most`.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn came_since(&self, seq: i64, operator: &str, most: usize) -> Result<Vec<EntryId>, StoreError> {
        self.at_once(|| {
            let mut statement = self.db.prepare_cached(CAME_SINCE)?;
            let most = i64::try_from(most).unwrap_or(i64::MAX);
            let found = statement.query_map((seq, operator, most), |r| r.get(0).map(EntryId))?;
            let mut ids: Vec<EntryId> = Vec::new();
            for id in found {
                let id = id?;
                ids.extend(Some(id).filter(|id| !ids.contains(id)));
            }
            Ok(ids)
        })
    }

    /// The same with their texts, as they are now.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entries_since(&self, seq: i64, operator: &str, most: usize) -> Result<Vec<Entry>, StoreError> {
        let mut found = Vec::new();
        for id in self.came_since(seq, operator, most)? {
            found.extend(self.entry_at(id, None)?);
        }
        Ok(found)
    }

    /// Adds to a snapshot what came for an older period than those that lights ask about.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn add_reported(&self, snapshot: &mut Snapshot, opened: Opened) -> Result<(), StoreError> {
        self.at_once(|| {
            let then = self.then(snapshot.known_at)?;
            for duty in duties(&self.plan, &snapshot.office.settings.general) {
                let came = self.came(opened.period, duty, snapshot.as_of, &then)?;
                snapshot.reported.insert((opened.period, duty), came);
            }
            Ok(())
        })
    }

    fn stored_in(
        &self,
        sql: &str,
        unit: Option<UnitIx>,
        when: When,
        most: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let then = self.then(when.known_at)?;
        let mut statement = self.db.prepare_cached(sql)?;
        let (plan, day) = (&self.plan.id, when.until.to_string());
        let code = unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.as_str());
        let mut found = match code {
            Some(code) => statement.query(named_params! {":plan": plan, ":day": day, ":unit": code})?,
            None => statement.query(named_params! {":plan": plan, ":day": day})?,
        };
        let mut entries = Vec::new();
        while let Some(r) = found.next()?.filter(|_| entries.len() < most) {
            if !then.hides(EntryId(r.get(0)?)) {
                let mut entry = rows::entry(&self.plan, r)?;
                parts::attach(&self.db, &mut entry)?;
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    /// What is stored together with what was known, in the order of days.
    fn in_state(
        &self,
        mut entries: Vec<Entry>,
        state: Review,
        unit: Option<UnitIx>,
        when: When,
    ) -> Result<Vec<Entry>, StoreError> {
        let then = self.then(when.known_at)?;
        let known = then.entries().filter(|e| e.review.state == state && e.day <= when.until);
        entries.extend(known.cloned());
        entries.retain(|e| unit.is_none_or(|u| u == e.unit));
        entries.sort_by_key(|e| (e.day, e.id));
        Ok(entries)
    }
}
