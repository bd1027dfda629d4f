//! What a bulletin quotes of a period: reports that the office marked or sent back, and the latest of a pair.
//! The index is named: the planner would as soon go through all periods up to the day.

use rusqlite::{ToSql, named_params};

use super::then::Then;
use super::{Pair, Reader, StoreError, When, parts, rows};
use crate::ledger::{Entry, EntryId, Period, Review};
use crate::plan::TaskNo;

impl Reader {
    /// Reports for a period that the office named as highlights or sent back, unit by unit, earliest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn marked(&self, period: Period, when: When) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entry e INDEXED BY entry_period WHERE e.plan = :plan AND e.period = :period AND e.deleted_at IS NULL
               AND e.progress <> '' AND e.day <= :day AND (e.highlight = 1 OR e.review = 'returned')",
            rows::ENTRY
        );
        self.at_once(|| {
            let then = self.then(when.known_at)?;
            let (code, day) = (period.to_string(), then.day(when.until).to_string());
            let named = named_params! {":plan": self.plan.id, ":period": code, ":day": day};
            let mut found = self.whole(&sql, named, &then, usize::MAX)?;
            let marked = |e: &&Entry| e.review.highlight || e.review.state == Review::Returned;
            let counts = |e: &&Entry| e.period == period && e.is_report() && e.day <= when.until;
            found.extend(then.entries().filter(counts).filter(marked).cloned());
            found.sort_by_key(|e| (e.unit, e.task, e.day, e.id));
            Ok(found)
        })
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
