//! Pages of entries, newest first. A page goes on from the last row of the one before it, so that turning pages
//! costs the same at the thousandth as at the first, and a report that comes in meanwhile moves nothing.

use jiff::civil::Date;
use rusqlite::{ToSql, named_params};

use super::{Reader, StoreError, rows};
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
        let unit = of.unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.as_str());
        let until = of.before.map_or(of.until, |(day, _)| day.min(of.until)).to_string();
        let since = of.since.map(|d| d.to_string());
        let (before_day, before_id) = of.before.map_or((None, 0), |(d, id)| (Some(d.to_string()), id.0));
        let limit = i64::try_from(most).unwrap_or(i64::MAX - 1) + 1;
        let sql = sql(of);
        let all = named_params! {
            ":plan": self.plan.id, ":until": until, ":limit": limit, ":task": of.task.map(|t| t.0), ":unit": unit,
            ":since": since, ":day": before_day, ":id": before_id,
        };
        let used: Vec<(&str, &dyn ToSql)> = all.iter().filter(|(name, _)| sql.contains(name)).copied().collect();
        let mut statement = self.db.prepare_cached(&sql)?;
        let found = statement.query_map(used.as_slice(), |r| rows::entry(&self.plan, r))?;
        let mut entries = found.collect::<rusqlite::Result<Vec<Entry>>>()?;
        let more = entries.len() > most;
        entries.truncate(most);
        Ok(Page { entries, more })
    }

    /// The newest entries of every task, a few of each: what the screen shows without asking again.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn newest(&self, unit: Option<UnitIx>, until: Date, each: usize) -> Result<Vec<(TaskNo, Page)>, StoreError> {
        let of = |task| PageOf { task: Some(task), unit, until, since: None, before: None };
        self.plan.tasks.iter().map(|t| Ok((t.no, self.page(&of(t.no), each)?))).collect()
    }
}

/// The statement for what is asked. Each of its eight forms walks one index backwards.
fn sql(of: &PageOf) -> String {
    let mut sql = format!("SELECT {} FROM entry e WHERE e.deleted_at IS NULL AND e.plan = :plan AND e.day <= :until", rows::ENTRY);
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
