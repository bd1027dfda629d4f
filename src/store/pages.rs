//! Pages of entries, newest first. A page goes on from the last row of the one before it, so that turning pages
//! costs the same at the thousandth as at the first, and a report that comes in meanwhile moves nothing.

use std::cmp::Reverse;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Row, ToSql};

use super::then::Then;
use super::{Reader, StoreError, When, parts, rows};
use crate::clock::Instant;
use crate::ledger::{Entry, EntryId};
use crate::plan::{TaskNo, UnitIx};

/// Whose entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PageOf {
    /// Of this task only.
    pub task: Option<TaskNo>,
    /// Of this unit only.
    pub unit: Option<UnitIx>,
    /// Dated on or before this day.
    pub until: Date,
    /// Dated on or after this day.
    pub since: Option<Date>,
    /// Older than this entry of an earlier page.
    pub before: Option<(Date, EntryId)>,
    /// As recorded at this moment; as stored now where there is none.
    pub known_at: Option<Instant>,
}

impl PageOf {
    /// The newest entries of all, as far as `when`.
    #[must_use]
    pub fn all(when: impl Into<When>) -> Self {
        let When { until, known_at } = when.into();
        Self { task: None, unit: None, until, since: None, before: None, known_at }
    }

    /// Whether an entry is one of them.
    #[must_use]
    pub fn takes(&self, entry: &Entry) -> bool {
        self.task.is_none_or(|t| t == entry.task)
            && self.unit.is_none_or(|u| u == entry.unit)
            && entry.day <= self.until
            && self.since.is_none_or(|d| d <= entry.day)
            && self.before.is_none_or(|place| (entry.day, entry.id) < place)
    }
}

/// Some entries and whether there are more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Whether older ones follow.
    pub more: bool,
}

impl Reader {
    /// One page of at most `most` entries.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn page(&self, of: &PageOf, most: usize) -> Result<Page, StoreError> {
        self.at_once(|| {
            let then = self.then(of.known_at)?;
            let stored = self.stored_page(of, most.saturating_add(1), &then)?;
            let known = then.entries().filter(|e| of.takes(e)).collect();
            self.both(stored, known, most, &then)
        })
    }

    /// A page of what is stored and what was known, of each the newest `most` and one more if there are.
    pub(super) fn both(
        &self,
        mut entries: Vec<Entry>,
        mut known: Vec<&Entry>,
        most: usize,
        then: &Then,
    ) -> Result<Page, StoreError> {
        if !known.is_empty() {
            known.sort_unstable_by_key(|e| Reverse((e.day, e.id)));
            entries.extend(known.into_iter().take(most.saturating_add(1)).cloned());
            entries.sort_by_key(|e| Reverse((e.day, e.id)));
        }
        let more = entries.len() > most;
        entries.truncate(most);
        let stored = entries.iter_mut().filter(|e| !then.hides(e.id));
        stored.into_iter().try_for_each(|e| parts::attach(&self.db, e))?;
        Ok(Page { entries, more })
    }

    /// One entry, unless it is gone.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        self.entry_at(id, None)
    }

    /// One entry as it was recorded at a moment, unless it was not there.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entry_at(&self, id: EntryId, known_at: Option<Instant>) -> Result<Option<Entry>, StoreError> {
        self.at_once(|| {
            let then = self.then(known_at)?;
            if then.hides(id) {
                return Ok(then.entry(id).cloned());
            }
            let mut entry = self.stored_entry(id)?;
            entry.iter_mut().try_for_each(|e| parts::attach(&self.db, e))?;
            Ok(entry)
        })
    }

    /// One entry as it is stored, without values and evidence.
    pub(super) fn stored_entry(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        let mut statement = self.db.prepare_cached(&rows::one_entry())?;
        Ok(statement.query_row([id.0], |r| rows::entry(&self.plan, r)).optional()?)
    }

    /// Where in the order of pages an entry stands, so that a page can begin after it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn place_of(
        &self,
        id: Option<i64>,
        known_at: Option<Instant>,
    ) -> Result<Option<(Date, EntryId)>, StoreError> {
        let entry = id.map(|id| self.entry_at(EntryId(id), known_at)).transpose()?;
        Ok(entry.flatten().map(|e| (e.day, e.id)))
    }

    /// The newest entries of every task, a few of each: what the screen shows without asking again.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn newest(
        &self,
        unit: Option<UnitIx>,
        until: impl Into<When>,
        each: usize,
    ) -> Result<Vec<(TaskNo, Page)>, StoreError> {
        let all = PageOf { unit, ..PageOf::all(until) };
        let of = |task| PageOf { task: Some(task), ..all };
        self.at_once(|| self.plan.tasks.iter().map(|t| Ok((t.no, self.page(&of(t.no), each)?))).collect())
    }

    /// The first `most` stored entries that count, without values and evidence.
    fn stored_page(&self, of: &PageOf, most: usize, then: &Then) -> Result<Vec<Entry>, StoreError> {
        let mut entries = Vec::new();
        if most > 0 {
            self.each_stored(rows::ENTRY, of, |r| {
                if !then.hides(EntryId(r.get(0)?)) {
                    entries.push(rows::entry(&self.plan, r)?);
                }
                Ok(entries.len() < most)
            })?;
        }
        Ok(entries)
    }

    /// Hands over the stored entries that count, newest first, until `more` says no. The first column is the id.
    pub(super) fn each_stored(
        &self,
        columns: &str,
        of: &PageOf,
        mut more: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<(), StoreError> {
        let sql = sql(columns, of);
        let named = self.named(of);
        let mut statement = self.db.prepare_cached(&sql)?;
        let mut found = statement.query(named.of(&sql).as_slice())?;
        while let Some(r) = found.next()? {
            if !more(r)? {
                break;
            }
        }
        Ok(())
    }

    fn named(&self, of: &PageOf) -> Named {
        let unit = of.unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.clone());
        // No report is dated after the day on which it is saved.
        let known = of.known_at.map_or(Date::MAX, |at| at.local().date());
        let until = of.before.map_or(of.until, |(day, _)| day.min(of.until)).min(known).to_string();
        let (day, id) = of.before.map_or((None, 0), |(d, id)| (Some(d.to_string()), id.0));
        Named(vec![
            (":plan", Box::new(self.plan.id.clone())),
            (":until", Box::new(until)),
            (":task", Box::new(of.task.map(|t| t.0))),
            (":unit", Box::new(unit)),
            (":since", Box::new(of.since.map(|d| d.to_string()))),
            (":day", Box::new(day)),
            (":id", Box::new(id)),
        ])
    }
}

/// Values for every placeholder that a statement may hold.
struct Named(Vec<(&'static str, Box<dyn ToSql>)>);

impl Named {
    /// Those that this statement does hold.
    fn of(&self, sql: &str) -> Vec<(&str, &dyn ToSql)> {
        self.0
            .iter()
            .filter(|(name, _)| sql.contains(name))
            .map(|(name, value)| (*name, value.as_ref()))
            .collect()
    }
}

/// The statement for what is asked. Each of its forms walks one index backwards and is left when enough is read.
fn sql(columns: &str, of: &PageOf) -> String {
    // Without a name the planner takes the log of all for a unit's, because its days have two ends.
    let index = match (of.task, of.unit) {
        (Some(_), Some(_)) => "entry_latest",
        (Some(_), None) => "entry_task",
        (None, Some(_)) => "entry_unit",
        (None, None) => "entry_day",
    };
    let mut sql = format!(
        "SELECT {columns} FROM entry e INDEXED BY {index} WHERE e.deleted_at IS NULL AND e.plan = :plan AND e.day <= :until"
    );
    for (used, condition) in [
        (of.task == Some(TaskNo::GENERAL), " AND e.task IS NULL"),
        (of.task.is_some_and(|t| t != TaskNo::GENERAL), " AND e.task = :task"),
        (of.unit.is_some(), " AND e.unit = :unit"),
        (of.since.is_some(), " AND e.day >= :since"),
        (of.before.is_some(), " AND (e.day, e.id) < (:day, :id)"),
    ] {
        if used {
            sql.push_str(condition);
        }
    }
    sql.push_str(" ORDER BY e.day DESC, e.id DESC");
    sql
}

/// Every statement that a page can ask for.
#[cfg(test)]
pub(super) fn all_forms() -> Vec<String> {
    let day = Date::ZERO;
    (0..32)
        .map(|bits: u8| {
            let of = |bit: u8| bits & bit != 0;
            let task = if of(16) { TaskNo::GENERAL } else { TaskNo(1) };
            sql(
                rows::ENTRY,
                &PageOf {
                    task: of(1).then_some(task),
                    unit: of(2).then_some(UnitIx(1)),
                    since: of(4).then_some(day),
                    before: of(8).then_some((day, EntryId(1))),
                    ..PageOf::all(day)
                },
            )
        })
        .collect()
}
