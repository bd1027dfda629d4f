//! 应报: who owes what for a period and what became of it, with its counts.

use jiff::civil::Date;

use super::facts::owing;
use crate::ledger::{Duty, Opened, Owing, duties};
use crate::plan::{TaskNo, UnitIx};
use crate::store::Snapshot;

/// One report that is owed for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Who owes it.
    pub unit: UnitIx,
    /// On which task; nothing for a general report.
    pub task: Option<TaskNo>,
    /// What became of it.
    pub state: Owing,
    /// The day on which it first came.
    pub first: Option<Date>,
}

/// How many reports of a period are there and how many are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwedCounts {
    /// All that are owed: those that came, are missing or were sent back.
    pub owed: usize,
    /// Those that came, in time or late.
    pub reported: usize,
    /// Those of them that came late.
    pub late: usize,
    /// Those that did not come, whether or not their time is up.
    pub missing: usize,
    /// Those that were sent back and did not come again.
    pub returned: usize,
}

/// Every report that is owed for a period, in the order of the document, general reports last; with a unit, that
/// unit's.
#[must_use]
pub fn owed(snapshot: &Snapshot, opened: Opened, unit: Option<UnitIx>) -> Vec<Owed> {
    let all = duties(&snapshot.plan, &snapshot.office.settings.general);
    let of = |duty: Duty| Owed {
        unit: duty.0,
        task: duty.1,
        state: owing(snapshot, opened, duty),
        first: snapshot.reported.get(&(opened.period, duty)).and_then(|r| r.first),
    };
    all.into_iter().filter(|(u, _)| unit.is_none_or(|wanted| wanted == *u)).map(of).collect()
}

impl OwedCounts {
    /// Counts reports by what became of them.
    #[must_use]
    pub fn of(all: &[Owed]) -> Self {
        let count = |states: &[Owing]| all.iter().filter(|o| states.contains(&o.state)).count();
        Self {
            owed: all.len(),
            reported: count(&[Owing::OnTime, Owing::Late]),
            late: count(&[Owing::Late]),
            missing: count(&[Owing::Due, Owing::Missing]),
            returned: count(&[Owing::Returned]),
        }
    }
}
