//! Where every unit stood with every task on a day, as it is known today or was recorded at a moment.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Row, named_params};

use super::snapshot::Pair;
use super::then::Then;
use super::{Reader, StoreError, rows};
use crate::ledger::{Entry, EntryId, Standing, Status};
use crate::plan::{TaskNo, UnitIx};

/// Which entry is whose standing since the last report, from the table that is kept for it: some pages for all pairs.
const STANDING: &str = "SELECT task, unit, entry FROM standing WHERE plan = ?1";

/// The last day of any report.
const NEWEST_DAY: &str =
    "SELECT day FROM entry WHERE plan = ?1 AND deleted_at IS NULL ORDER BY day DESC LIMIT 1";

/// A standing's entry.
const STANDS: &str = "SELECT e.task, e.unit, e.id, e.status, e.percent, e.day, e.period, e.review FROM entry e WHERE e.id = ?1";

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
    /// Those wanted, or all. Pairs of which something was written since the moment asked about stand where they stood then.
    pub(super) fn standings(
        &self,
        wanted: Option<&HashSet<Pair>>,
        as_of: Date,
        today: Date,
        then: &Then,
    ) -> Result<BTreeMap<Pair, Standing>, StoreError> {
        let mut standings = match wanted {
            _ if as_of >= today || self.newest_day()?.is_none_or(|newest| as_of >= newest) => {
                self.today(wanted, as_of)?
            }
            Some(wanted) => self.standings_of(wanted, as_of, then)?,
            None => self.on_any_day(as_of)?,
        };
        let hidden = standings.iter().filter(|(_, s)| then.hides(s.entry)).map(|(pair, _)| *pair);
        let changed = then.pairs().filter(|pair| wanted.is_none_or(|wanted| wanted.contains(pair)));
        let again: HashSet<Pair> = hidden.chain(changed).collect();
        standings.retain(|pair, _| !again.contains(pair));
        standings.extend(self.standings_of(&again, as_of, then)?);
        Ok(standings)
    }

    fn newest_day(&self) -> Result<Option<Date>, StoreError> {
        let mut newest = self.db.prepare_cached(NEWEST_DAY)?;
        Ok(newest.query_row([&self.plan.id], |r| rows::day(r, 0)).optional()?)
    }

    /// Only the entries of those wanted are read: each is a page of the file.
    fn today(
        &self,
        wanted: Option<&HashSet<Pair>>,
        as_of: Date,
    ) -> Result<BTreeMap<Pair, Standing>, StoreError> {
        let units = self.units();
        let (mut pairs, mut entries) = (self.db.prepare_cached(STANDING)?, self.db.prepare_cached(STANDS)?);
        let mut found = pairs.query([&self.plan.id])?;
        let mut standings = BTreeMap::new();
        while let Some(r) = found.next()? {
            let Some(pair) = pair(r, &units)? else { continue };
            if wanted.is_none_or(|wanted| wanted.contains(&pair)) {
                let stands = entries.query_row([r.get::<_, i64>(2)?], standing).optional()?;
                standings.extend(stands.filter(|s| s.day <= as_of).map(|s| (pair, s)));
            }
        }
        Ok(standings)
    }

    fn on_any_day(&self, as_of: Date) -> Result<BTreeMap<Pair, Standing>, StoreError> {
        let units = self.units();
        let mut statement = self.db.prepare_cached(ANY_DAY)?;
        let mut found = statement.query(named_params! {":plan": self.plan.id, ":day": as_of.to_string()})?;
        let mut standings = BTreeMap::new();
        while let Some(r) = found.next()? {
            if let Some(pair) = pair(r, &units)? {
                standings.insert(pair, standing(r)?);
            }
        }
        Ok(standings)
    }

    fn units(&self) -> HashMap<&str, UnitIx> {
        self.plan.units().map(|(ix, u)| (u.code.as_str(), ix)).collect()
    }

    /// Pair by pair, through what each reported.
    fn standings_of(
        &self,
        pairs: &HashSet<Pair>,
        as_of: Date,
        then: &Then,
    ) -> Result<BTreeMap<Pair, Standing>, StoreError> {
        let mut standings = BTreeMap::new();
        for &pair in pairs {
            let known = known_of(then, pair, as_of).max_by_key(|e| (e.day, e.id)).map(standing_of);
            let stored = self.stored_standing(pair, as_of, then)?;
            let later = known.into_iter().chain(stored).max_by_key(|s| (s.day, s.entry));
            standings.extend(later.map(|later| (pair, later)));
        }
        Ok(standings)
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
    pub(super) fn add_last_done(
        &self,
        standings: &mut BTreeMap<Pair, Standing>,
        as_of: Date,
        then: &Then,
    ) -> Result<(), StoreError> {
        for ((task, of), standing) in standings.iter_mut().filter(|((task, _), _)| self.plan.is_yearly(*task))
        {
            let mut statement = self.db.prepare_cached(DONE_DAYS)?;
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

/// Whose row it is; nothing of a unit that the plan does not know.
fn pair(r: &Row<'_>, units: &HashMap<&str, UnitIx>) -> rusqlite::Result<Option<Pair>> {
    let unit = units.get(r.get_ref(1)?.as_str()?);
    let task = TaskNo(r.get(0)?);
    Ok(unit.map(|unit| (task, *unit)))
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
