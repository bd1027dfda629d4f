//! What documents are made of, read once: the ledger as of a day, the same at the end of the period before, and the
//! reports that are quoted.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::clock::Instant;
use crate::error::Error;
use crate::ledger::{Entry, OfficeFault, Opened, Period};
use crate::plan::{TaskNo, UnitIx};
use crate::store::{PageOf, Pair, Reader, Snapshot, StoreError, When};

/// How many of the latest reports a sheet shows.
const RECENT: usize = 20;

/// What a document is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The day that was named, if one was.
    pub as_of: Option<Date>,
    /// Today.
    pub today: Date,
    /// As it was recorded then.
    pub known_at: Option<Instant>,
    /// For this period; for the current one where none is named.
    pub period: Option<Period>,
    /// Whose reports are quoted; the leads' where nobody is named.
    pub unit: Option<UnitIx>,
    /// Whose latest reports are shown beside those of the period, if a sheet asks for them.
    pub recent: Option<Recent>,
}

/// What a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recent {
    /// A task.
    Task(TaskNo),
    /// A unit.
    Unit(UnitIx),
}

/// What documents are made of.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The ledger as of the day.
    pub now: Snapshot,
    /// The ledger at the end of the period before.
    pub before: Option<Snapshot>,
    /// The period; nothing before the office opened one.
    pub opened: Option<Opened>,
    /// The latest report for that period of each pair that has one; without a period, the latest at all.
    pub entries: HashMap<Pair, Entry>,
    /// Reports for the period that the office named as highlights.
    pub marked: Vec<Entry>,
    /// How often the office sent back reports for the period, by unit; a unit may stand there several times.
    pub returns: Vec<(UnitIx, usize)>,
    /// The latest reports of what a sheet is about, newest first.
    pub recent: Vec<Entry>,
}

impl Sources {
    /// Reads it. A period that is over is looked at as of its end, unless a day is named.
    ///
    /// # Errors
    /// [`OfficeFault::NotOpen`] where the period was not opened by that day, or what the store says.
    pub fn gather(reader: &Reader, wanted: Wanted) -> Result<Self, Error> {
        let Wanted { as_of, today, known_at, period, unit, recent } = wanted;
        let day = as_of.or(known_at.map(|at| at.local().date().min(today))).unwrap_or(today);
        let mut now = reader.snapshot(day, today, known_at)?;
        let opened = match period {
            None => now.office.current(day),
            Some(named) => {
                let found = now.office.opened(day).find(|o| o.period == named);
                Some(found.ok_or(Error::Office(OfficeFault::NotOpen(named)))?)
            }
        };
        let is_current = opened == now.office.current(day);
        if let Some(opened) = opened.filter(|_| as_of.is_none() && !is_current) {
            let end = opened.period.ends().max(opened.on).min(day);
            now = reader.snapshot(end, today, known_at)?;
        }
        let before = previous(reader, &now, opened, today)?;
        if let Some(opened) = opened {
            reader.add_reported(&mut now, opened)?;
        }
        let when = When { until: now.as_of, known_at };
        let marked = opened.map(|o| reader.marked(o.period, when)).transpose()?.unwrap_or_default();
        let returns = opened.map(|o| reader.returns(o.period, when)).transpose()?.unwrap_or_default();
        let entries = entries(reader, &now, opened, unit, when)?;
        let recent = recent.map(|of| latest(reader, of, when)).transpose()?.unwrap_or_default();
        Ok(Self { now, before, opened, entries, marked, returns, recent })
    }

    /// The latest report of a unit on a task for the period.
    #[must_use]
    pub fn entry(&self, task: TaskNo, unit: Option<UnitIx>) -> Option<&Entry> {
        self.entries.get(&(task, unit?))
    }
}

/// The ledger at the end of the period opened before.
fn previous(
    reader: &Reader,
    now: &Snapshot,
    opened: Option<Opened>,
    today: Date,
) -> Result<Option<Snapshot>, StoreError> {
    let Some(opened) = opened else { return Ok(None) };
    let earlier = now.office.opened(now.as_of).find(|o| o.period.starts() < opened.period.starts());
    let Some(earlier) = earlier else { return Ok(None) };
    let end = earlier.period.ends().min(now.as_of);
    let mut before = reader.snapshot(end, today, now.known_at)?;
    reader.add_reported(&mut before, earlier)?;
    Ok(Some(before))
}

fn latest(reader: &Reader, of: Recent, when: When) -> Result<Vec<Entry>, StoreError> {
    let page = match of {
        Recent::Task(task) => PageOf { task: Some(task), ..PageOf::all(when) },
        Recent::Unit(unit) => PageOf { unit: Some(unit), ..PageOf::all(when) },
    };
    Ok(reader.page(&page, RECENT)?.entries)
}

fn entries(
    reader: &Reader,
    now: &Snapshot,
    opened: Option<Opened>,
    unit: Option<UnitIx>,
    when: When,
) -> Result<HashMap<Pair, Entry>, StoreError> {
    let mut entries = HashMap::new();
    for task in &now.plan.tasks {
        let Some(unit) = unit.or(task.lead()) else { continue };
        let pair = (task.no, unit);
        let entry = match (opened, now.standings.get(&pair)) {
            (_, None) => None,
            (Some(opened), _) => reader.latest_for(opened.period, pair, when)?,
            (None, Some(standing)) => reader.entry_at(standing.entry, when.known_at)?,
        };
        entries.extend(entry.map(|e| (pair, e)));
    }
    Ok(entries)
}
