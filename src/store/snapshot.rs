//! The snapshot: where every unit stands with every task on a day.
//!
//! A few hundred rows at most, loaded at once; every list, count and light is then computed from it without SQL.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, named_params};

use super::{Reader, StoreError, rows};
use crate::ledger::{EntryId, Standing};
use crate::plan::{Plan, TaskNo, UnitIx};

/// A task and one of its units.
pub type Pair = (TaskNo, UnitIx);

/// The ledger as of a day.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The day.
    pub as_of: Date,
    /// Today, where the ledger lies.
    pub today: Date,
    /// Latest entry of each pair that has one.
    pub standings: HashMap<Pair, Standing>,
    /// Number of the newest row of the record, to tell whether anything changed since.
    pub seq: i64,
}

/// Standings through the table that is kept for today: one seek a pair.
const CURRENT: &str = "SELECT s.task, s.unit, e.id, e.status, e.percent, e.day, e.period
  FROM standing s JOIN entry e ON e.id = s.entry WHERE s.plan = :plan AND e.day <= :day";

/// Standings on any day: two seeks a pair. The pairs come from the table for today, for whoever has an entry on
/// some day has one now.
const ANY_DAY: &str = "SELECT s.task, s.unit, e.id, e.status, e.percent, e.day, e.period
  FROM standing s JOIN entry e ON e.id = (SELECT id FROM entry WHERE plan = s.plan AND task = s.task AND unit = s.unit
    AND day <= :day AND deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1) WHERE s.plan = :plan";

const LAST_DONE: &str = "SELECT max(day) FROM entry WHERE plan = :plan AND task = :task AND unit = :unit
  AND status = 'done' AND deleted_at IS NULL AND day <= :day";

impl Reader {
    /// The ledger as of a day, by the reports dated on or before it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn snapshot(&self, as_of: Date, today: Date) -> Result<Snapshot, StoreError> {
        let tx = self.db.unchecked_transaction()?;
        let seq = tx.query_row("SELECT coalesce(max(seq), 0) FROM history", [], |r| r.get(0))?;
        let mut standings = self.standings(as_of, today)?;
        self.add_last_done(&mut standings, as_of)?;
        tx.finish()?;
        Ok(Snapshot { plan: self.plan.clone(), as_of, today, standings, seq })
    }

    fn standings(&self, as_of: Date, today: Date) -> Result<HashMap<Pair, Standing>, StoreError> {
        let sql = if as_of >= today { CURRENT } else { ANY_DAY };
        let units: HashMap<&str, UnitIx> = self.plan.units().map(|(ix, u)| (u.code.as_str(), ix)).collect();
        let mut statement = self.db.prepare_cached(sql)?;
        let mut found = statement.query(named_params! {":plan": self.plan.id, ":day": as_of.to_string()})?;
        let mut standings = HashMap::new();
        while let Some(r) = found.next()? {
            let Some(unit) = units.get(r.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?) else {
                continue;
            };
            let standing = Standing {
                entry: EntryId(r.get(2)?),
                status: rows::status(r, 3)?,
                percent: rows::percent(r, 4)?,
                day: rows::day(r, 5)?,
                period: rows::period(r, 6)?,
                last_done: None,
            };
            standings.insert((TaskNo(r.get(0)?), *unit), standing);
        }
        Ok(standings)
    }

    /// Only yearly duties ask when they were last said to be done, and only of the unit that leads.
    fn add_last_done(&self, standings: &mut HashMap<Pair, Standing>, as_of: Date) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(LAST_DONE)?;
        for task in self.plan.tasks.iter().filter(|t| self.plan.is_yearly(t.no)) {
            let Some(lead) = task.lead() else { continue };
            let Some(standing) = standings.get_mut(&(task.no, lead)) else { continue };
            let unit = self.plan.unit(lead).map(|u| u.code.as_str());
            let named = named_params! {":plan": self.plan.id, ":task": task.no.0, ":unit": unit, ":day": as_of.to_string()};
            let day: Option<Option<String>> = statement.query_row(named, |r| r.get(0)).optional()?;
            standing.last_done = day.flatten().and_then(|d| d.parse().ok());
        }
        Ok(())
    }
}
