//! What a bulletin tells of a period's reports: those the office marked, how often it sent one back, the latest of a pair.
//! The index is named: the planner would as soon go through all periods up to the day.

use rusqlite::{ToSql, named_params};

use super::then::Then;
use super::{Pair, Reader, StoreError, When, parts, rows};
use crate::ledger::{Entry, EntryId, Period};
use crate::plan::{TaskNo, UnitIx};

impl Reader {
    /// Reports for a period that the office named as highlights, unit by unit, earliest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn marked(&self, period: Period, when: When) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entry e INDEXED BY entry_period WHERE e.plan = :plan AND e.period = :period AND e.deleted_at IS NULL
               AND e.progress <> '' AND e.day <= :day AND e.highlight = 1",
            rows::ENTRY
        );
        self.at_once(|| {
            let then = self.then(when.known_at)?;
            let (code, day) = (period.to_string(), then.day(when.until).to_string());
            let named = named_params! {":plan": self.plan.id, ":period": code, ":day": day};
            let mut found = self.whole(&sql, named, &then, usize::MAX)?;
            let counts = |e: &&Entry| e.period == period && e.is_report() && e.day <= when.until;
            found.extend(then.entries().filter(counts).filter(|e| e.review.highlight).cloned());
            found.sort_by_key(|e| (e.unit, e.task, e.day, e.id));
            Ok(found)
        })
    }

    /// How often the office sent back reports for a period, unit by unit; also those that came again since. What was taken
    /// back does not count.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn returns(&self, period: Period, when: When) -> Result<Vec<(UnitIx, usize)>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entry e INDEXED BY entry_period WHERE e.plan = :plan AND e.period = :period AND e.deleted_at IS NULL
               AND e.progress <> '' AND e.day <= :day AND e.revision > 1
               AND EXISTS (SELECT 1 FROM history h WHERE h.kind = 'entry' AND h.object = CAST(e.id AS TEXT) AND h.action = 'return')",
            rows::ENTRY
        );
        self.at_once(|| {
            let then = self.then(when.known_at)?;
            let (code, day) = (period.to_string(), then.day(when.until).to_string());
            let named = named_params! {":plan": self.plan.id, ":period": code, ":day": day};
            let mut found = self.whole(&sql, named, &then, usize::MAX)?;
            let counts = |e: &&Entry| e.period == period && e.is_report() && e.day <= when.until;
            found.extend(then.entries().filter(counts).cloned());
            found.sort_by_key(|e| e.unit);
            let cut = then.cut().unwrap_or(i64::MAX);
            let one = |e: &Entry| Ok((e.unit, self.returned(e.id, cut)?));
            found.iter().map(one).collect()
        })
    }

    /// How often an entry was sent back up to row `cut` of the record.
    fn returned(&self, id: EntryId, cut: i64) -> Result<usize, StoreError> {
        let mut statement = self.db.prepare_cached(
            "SELECT count(*) FROM history h WHERE h.kind = 'entry' AND h.object = ?1 AND h.action = 'return' AND h.seq <= ?2
               AND NOT EXISTS (SELECT 1 FROM history u WHERE u.undoes = h.seq AND u.seq <= ?2
                 AND NOT EXISTS (SELECT 1 FROM history r WHERE r.undoes = u.seq AND r.seq <= ?2))",
        )?;
        let count: i64 = statement.query_row((id.0.to_string(), cut), |r| r.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The latest report of a pair for a period.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn latest_for(
        &self,
        period: Period,
        (task, unit): Pair,
        when: When,
    ) -> Result<Option<Entry>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entry e INDEXED BY entry_period WHERE e.plan = :plan AND e.period = :period AND e.unit = :unit AND e.task IS :task
               AND e.deleted_at IS NULL AND e.progress <> '' AND e.day <= :day ORDER BY e.day DESC, e.id DESC",
            rows::ENTRY
        );
        self.at_once(|| {
            let then = self.then(when.known_at)?;
            let code = self.plan.unit(unit).map(|u| u.code.as_str());
            let (name, day) = (period.to_string(), then.day(when.until).to_string());
            let named = named_params! {
                ":plan": self.plan.id, ":period": name, ":unit": code, ":task": TaskNo::numbered(task), ":day": day,
            };
            let stored = self.whole(&sql, named, &then, 1)?;
            let counts = |e: &&Entry| e.period == period && e.is_report() && e.day <= when.until;
            let known = then.of_pair((task, unit)).filter(counts).cloned();
            Ok(stored.into_iter().chain(known).max_by_key(|e| (e.day, e.id)))
        })
    }

    /// The first `most` entries of a statement that are known as they are stored, with their values and evidence.
    fn whole(
        &self,
        sql: &str,
        named: &[(&str, &dyn ToSql)],
        then: &Then,
        most: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let mut found = statement.query(named)?;
        let mut entries = Vec::new();
        while let Some(r) = found.next()? {
            if !then.hides(EntryId(r.get(0)?)) {
                let mut entry = rows::entry(&self.plan, r)?;
                parts::attach(&self.db, &mut entry)?;
                entries.push(entry);
                if entries.len() == most {
                    break;
                }
            }
        }
        Ok(entries)
    }
}
