//! The snapshot: where every unit stands with every task on a day.
//!
//! A few hundred rows at most, loaded at once; every list, count and light is then computed from it without SQL.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::{Row, named_params};

use super::then::{Then, When};
use super::{Reader, StoreError, rows};
use crate::clock::Instant;
use crate::ledger::{Duty, Entry, EntryId, Office, Period, Reading, Reported, Standing, Status};
use crate::plan::{Plan, TaskNo, UnitIx};

/// A task and one of its units.
pub type Pair = (TaskNo, UnitIx);

/// A value of an indicator, the day it is of and the unit that gave it.
pub type Known = (Reading, Date, UnitIx);

/// The ledger as of a day.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The day.
    pub as_of: Date,
    /// Today, where the ledger lies.
    pub today: Date,
    /// The moment whose record it is; as stored now where there is none.
    pub known_at: Option<Instant>,
    /// Latest entry of each pair that has one.
    pub standings: HashMap<Pair, Standing>,
    /// What the office decided beside the reports.
    pub office: Office,
    /// How many reports wait for the office to review them, up to 1,001.
    pub waiting: usize,
    /// What came for the periods that lights and standings of reports ask about.
    pub reported: HashMap<(Period, Duty), Reported>,
    /// Latest value of each indicator that has one, by its id: that of the unit that leads its task, else of
    /// whichever unit gave one last.
    pub readings: HashMap<String, Known>,
    /// Number of the newest row of the record, to tell whether anything changed since.
    pub seq: i64,
}

/// Standings through the table that is kept for today: one seek a pair.
const CURRENT: &str = "SELECT s.task, s.unit, e.id, e.status, e.percent, e.day, e.period, e.review
  FROM standing s JOIN entry e ON e.id = s.entry WHERE s.plan = :plan AND e.day <= :day";

/// Standings on any day: two seeks a pair. The pairs come from the table for today, for whoever has an entry on
/// some day has one now.
const ANY_DAY: &str = "SELECT s.task, s.unit, e.id, e.status, e.percent, e.day, e.period, e.review
  FROM standing s JOIN entry e ON e.id = (SELECT id FROM entry WHERE plan = s.plan AND task = s.task AND unit = s.unit
    AND day <= :day AND deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1) WHERE s.plan = :plan";

/// Entries of a pair, newest first.
const OF_PAIR: &str =
    "SELECT e.task, e.unit, e.id, e.status, e.percent, e.day, e.period, e.review FROM entry e
  WHERE e.plan = :plan AND e.task = :task AND e.unit = :unit AND e.day <= :day AND e.deleted_at IS NULL
  ORDER BY e.day DESC, e.id DESC";

/// Days on which a pair was said to be done, latest first. The index is named, because the planner would as soon go
/// through everything that the pair ever reported.
const DONE_DAYS: &str =
    "SELECT id, day FROM entry INDEXED BY entry_done WHERE plan = :plan AND task = :task AND unit = :unit
  AND status = 'done' AND deleted_at IS NULL AND day <= :day ORDER BY day DESC, id DESC";

impl Reader {
    /// The ledger as of a day, by the reports dated on or before it; with a moment, as it was recorded then.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn snapshot(
        &self,
        as_of: Date,
        today: Date,
        known_at: Option<Instant>,
    ) -> Result<Snapshot, StoreError> {
        self.at_once(|| {
            let then = self.then(known_at)?;
            let day = then.day(as_of);
            let mut standings = self.standings(day, today)?;
            self.know_again(&mut standings, day, &then)?;
            self.add_last_done(&mut standings, day, &then)?;
            let readings = self.readings(day, &then)?;
            let office = self.office(then.cut())?;
            let waiting = self.waiting(When { until: day, known_at })?;
            let reported = self.reported(&office, day, &then)?;
            let (plan, seq) = (self.plan.clone(), self.last_seq()?);
            Ok(Snapshot { plan, as_of, today, known_at, standings, office, waiting, reported, readings, seq })
        })
    }

    fn standings(&self, as_of: Date, today: Date) -> Result<HashMap<Pair, Standing>, StoreError> {
        let sql = if as_of >= today { CURRENT } else { ANY_DAY };
        let units: HashMap<&str, UnitIx> = self.plan.units().map(|(ix, u)| (u.code.as_str(), ix)).collect();
        let mut statement = self.db.prepare_cached(sql)?;
        let mut found = statement.query(named_params! {":plan": self.plan.id, ":day": as_of.to_string()})?;
        let mut standings = HashMap::new();
        while let Some(r) = found.next()? {
            let unit = r.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            if let Some(unit) = units.get(unit) {
                standings.insert((TaskNo(r.get(0)?), *unit), standing(r)?);
            }
        }
        Ok(standings)
    }

    /// Pairs of which something was written since the moment asked about stand where they stood then.
    fn know_again(
        &self,
        standings: &mut HashMap<Pair, Standing>,
        as_of: Date,
        then: &Then,
    ) -> Result<(), StoreError> {
        let hidden = standings.iter().filter(|(_, s)| then.hides(s.entry)).map(|(pair, _)| *pair);
        let pairs: HashSet<Pair> = hidden.chain(then.pairs()).collect();
        for pair in pairs {
            let known = known_of(then, pair, as_of).max_by_key(|e| (e.day, e.id)).map(standing_of);
            let stored = self.stored_standing(pair, as_of, then)?;
            let later = known.into_iter().chain(stored).max_by_key(|s| (s.day, s.entry));
            match later {
                Some(later) => standings.insert(pair, later),
                None => standings.remove(&pair),
            };
        }
        Ok(())
    }

    fn stored_standing(&self, pair: Pair, as_of: Date, then: &Then) -> Result<Option<Standing>, StoreError> {
        let unit = self.plan.unit(pair.1).map(|u| u.code.as_str());
        let mut statement = self.db.prepare_cached(OF_PAIR)?;
        let named = named_params! {":plan": self.plan.id, ":task": pair.0.0, ":unit": unit, ":day": as_of.to_string()};
        let mut found = statement.query(named)?;
        while let Some(r) = found.next()? {
            if !then.hides(EntryId(r.get(2)?)) {
                return Ok(Some(standing(r)?));
            }
        }
        Ok(None)
    }

    /// Only yearly duties ask when they were last said to be done, and only of the unit that leads.
    fn add_last_done(
        &self,
        standings: &mut HashMap<Pair, Standing>,
        as_of: Date,
        then: &Then,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(DONE_DAYS)?;
        for ((task, of), standing) in standings.iter_mut().filter(|((task, _), _)| self.plan.is_yearly(*task))
        {
            let unit = self.plan.unit(*of).map(|u| u.code.as_str());
            let named = named_params! {":plan": self.plan.id, ":task": task.0, ":unit": unit, ":day": as_of.to_string()};
            let done = known_of(then, (*task, *of), as_of).filter(|e| e.status == Status::Done);
            standing.last_done = done.map(|e| e.day).max();
            let mut found = statement.query(named)?;
            while let Some(r) = found.next()? {
                if !then.hides(EntryId(r.get(0)?)) {
                    standing.last_done = standing.last_done.max(Some(rows::day(r, 1)?));
                    break;
                }
            }
        }
        Ok(())
    }
}

fn standing(r: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        entry: EntryId(r.get(2)?),
        status: rows::status(r, 3)?,
        percent: rows::percent(r, 4)?,
        day: rows::day(r, 5)?,
        period: rows::period(r, 6)?,
        review: rows::review(r, 7)?,
        last_done: None,
    })
}

fn standing_of(entry: &Entry) -> Standing {
    Standing {
        entry: entry.id,
        status: entry.status,
        percent: entry.percent,
        day: entry.day,
        period: entry.period,
        review: entry.review.state,
        last_done: None,
    }
}

fn known_of(then: &Then, pair: Pair, as_of: Date) -> impl Iterator<Item = &Entry> {
    then.of_pair(pair).filter(move |e| e.day <= as_of)
}
