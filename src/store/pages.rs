//! Pages of entries, newest first. A page goes on from the last row of the one before it, so that turning pages
//! costs the same at the thousandth as at the first, and a report that comes in meanwhile moves nothing.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, ToSql};

use super::{Reader, StoreError, parts, rows};
use crate::ledger::{Entry, EntryId};
use crate::plan::{TaskNo, UnitIx};
use crate::text::fold;

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
        let sql = sql(of);
        let named = self.named(of, i64::try_from(most).unwrap_or(i64::MAX - 1).saturating_add(1));
        let mut statement = self.db.prepare_cached(&sql)?;
        let found = statement.query_map(named.of(&sql).as_slice(), |r| rows::entry(&self.plan, r))?;
        let mut entries = found.collect::<rusqlite::Result<Vec<Entry>>>()?;
        let more = entries.len() > most;
        entries.truncate(most);
        entries.iter_mut().try_for_each(|e| parts::attach(&self.db, e))?;
        Ok(Page { entries, more })
    }

    /// One entry, unless it is gone.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        let sql = format!("SELECT {} FROM entry e WHERE e.id = ?1 AND e.deleted_at IS NULL", rows::ENTRY);
        let mut statement = self.db.prepare_cached(&sql)?;
        let mut entry = statement.query_row([id.0], |r| rows::entry(&self.plan, r)).optional()?;
        entry.iter_mut().try_for_each(|e| parts::attach(&self.db, e))?;
        Ok(entry)
    }

    /// Where in the order of pages an entry stands, so that a page can begin after it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn place_of(&self, id: Option<i64>) -> Result<Option<(Date, EntryId)>, StoreError> {
        let entry = id.map(|id| self.entry(EntryId(id))).transpose()?;
        Ok(entry.flatten().map(|e| (e.day, e.id)))
    }

    /// The tasks with an entry that holds a text, in any of its texts.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn tasks_mentioning(
        &self,
        text: &str,
        unit: Option<UnitIx>,
        until: Date,
    ) -> Result<BTreeSet<TaskNo>, StoreError> {
        let wanted = fold(text);
        let of = PageOf { task: None, unit, until, since: None, before: None };
        let sql = sql(&of);
        let mut found = BTreeSet::new();
        let mut statement = self.db.prepare_cached(&sql)?;
        let named = self.named(&of, i64::MAX);
        let mut entries = statement.query(named.of(&sql).as_slice())?;
        while let Some(r) = entries.next()? {
            let entry = rows::entry(&self.plan, r)?;
            let texts = [&entry.progress, &entry.problems, &entry.next_steps];
            if texts.iter().any(|t| fold(t).contains(&wanted)) {
                found.insert(entry.task);
            }
        }
        Ok(found)
    }

    fn named(&self, of: &PageOf, limit: i64) -> Named {
        let unit = of.unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.clone());
        let until = of.before.map_or(of.until, |(day, _)| day.min(of.until)).to_string();
        let (day, id) = of.before.map_or((None, 0), |(d, id)| (Some(d.to_string()), id.0));
        Named(vec![
            (":plan", Box::new(self.plan.id.clone())),
            (":until", Box::new(until)),
            (":limit", Box::new(limit)),
            (":task", Box::new(of.task.map(|t| t.0))),
            (":unit", Box::new(unit)),
            (":since", Box::new(of.since.map(|d| d.to_string()))),
            (":day", Box::new(day)),
            (":id", Box::new(id)),
        ])
    }

    /// The newest entries of every task, a few of each: what the screen shows without asking again.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn newest(
        &self,
        unit: Option<UnitIx>,
        until: Date,
        each: usize,
    ) -> Result<Vec<(TaskNo, Page)>, StoreError> {
        let of = |task| PageOf { task: Some(task), unit, until, since: None, before: None };
        self.plan.tasks.iter().map(|t| Ok((t.no, self.page(&of(t.no), each)?))).collect()
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

/// The statement for what is asked. Each of its eight forms walks one index backwards.
fn sql(of: &PageOf) -> String {
    let mut sql = format!(
        "SELECT {} FROM entry e WHERE e.deleted_at IS NULL AND e.plan = :plan AND e.day <= :until",
        rows::ENTRY
    );
    for (used, condition) in [
        (of.task.is_some(), " AND e.task = :task"),
        (of.unit.is_some(), " AND e.unit = :unit"),
        (of.since.is_some(), " AND e.day >= :since"),
        (of.before.is_some(), " AND (e.day, e.id) < (:day, :id)"),
    ] {
        if used {
            sql.push_str(condition);
        }
    }
    sql.push_str(" ORDER BY e.day DESC, e.id DESC LIMIT :limit");
    sql
}
