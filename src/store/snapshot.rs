//! The snapshot: where every unit stands with every task on a day.
//!
//! A few hundred rows at most, loaded at once; every list, count and light is then computed from it without SQL.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::then::When;
use super::{Reader, StoreError};
use crate::clock::Instant;
use crate::ledger::{Duty, Office, Period, Reading, Reported, Standing};
use crate::plan::{Indicator, Plan, Task, TaskNo, UnitIx};

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
    pub standings: BTreeMap<Pair, Standing>,
    /// What the office decided beside the reports.
    pub office: Office,
    /// How many reports wait for the office to review them, up to 1,001; 0 where only one unit or one task is asked about.
    pub waiting: usize,
    /// What came for the periods that lights and standings of reports ask about.
    pub reported: HashMap<(Period, Duty), Reported>,
    /// Latest value of each indicator that has one, by its id: that of the unit that leads its task, else of
    /// whichever unit gave one last.
    pub readings: HashMap<String, Known>,
    /// Number of the newest row of the record, to tell whether anything changed since.
    pub seq: i64,
}

/// Of which pairs a snapshot holds standings. What asks about less is answered sooner: an entry is a page of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Of all.
    All,
    /// Of the units that lead: what lights, dates and owed reports turn on. The values too are those alone.
    Leads,
    /// Of the units that lead, and of this one. The values as with them.
    Unit(UnitIx),
    /// Of the units that lead, and of all units of this task. The values as with them.
    LeadsAnd(TaskNo),
    /// Of all units of this task. Its indicators alone have values.
    Task(TaskNo),
}

impl Scope {
    /// The pairs, where they are not all.
    fn pairs(self, plan: &Plan) -> Option<HashSet<Pair>> {
        let wanted = |task: &Task, unit: UnitIx| match self {
            Self::All => true,
            Self::Leads => task.lead() == Some(unit),
            Self::Unit(of) => unit == of || task.lead() == Some(unit),
            Self::LeadsAnd(no) => task.no == no || task.lead() == Some(unit),
            Self::Task(no) => task.no == no,
        };
        let of = |task| plan.units().map(move |(unit, _)| (task, unit));
        let pairs = plan.tasks.iter().flat_map(of).filter(|(task, unit)| wanted(task, *unit));
        let pairs = pairs.filter(|(task, unit)| plan.role(task, *unit).is_some());
        (self != Self::All).then(|| pairs.map(|(task, unit)| (task.no, unit)).collect())
    }

    /// Whether it is asked how many reports wait for the office.
    fn awaits(self) -> bool {
        !matches!(self, Self::Unit(_) | Self::Task(_))
    }

    /// Whether an indicator's value is asked about.
    pub(super) fn asks(self, indicator: &Indicator) -> bool {
        match self {
            Self::All => true,
            Self::Leads | Self::Unit(_) | Self::LeadsAnd(_) => indicator.turns_lights(),
            Self::Task(no) => indicator.task == Some(no),
        }
    }
}

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
        self.snapshot_of(Scope::All, as_of, today, known_at)
    }

    /// The same with the standings of some pairs only.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn snapshot_of(
        &self,
        scope: Scope,
        as_of: Date,
        today: Date,
        known_at: Option<Instant>,
    ) -> Result<Snapshot, StoreError> {
        self.at_once(|| {
            let then = self.then(known_at)?;
            let day = then.day(as_of);
            let mut standings = self.standings(scope.pairs(&self.plan).as_ref(), day, today, &then)?;
            self.add_last_done(&mut standings, day, &then)?;
            let readings = self.readings(scope, day, &then)?;
            let office = self.office(then.cut())?;
            let waiting = if scope.awaits() { self.waiting(When { until: day, known_at })? } else { 0 };
            let reported = self.reported(&office, day, &then)?;
            let (plan, seq) = (self.plan.clone(), self.last_seq()?);
            Ok(Snapshot { plan, as_of, today, known_at, standings, office, waiting, reported, readings, seq })
        })
    }
}
