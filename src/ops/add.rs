//! 填报: a unit's report is written.

use super::limit;
use super::permit::{on_saving, permit};
use super::rules::{self, FIRST_STATUS};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, Entry, NewEntry, Percent, Permission, Reviewed, Status};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::store::{Found, Snapshot, Writer};

/// Writes one report and returns it as stored. Without a text it must at least change the unit's status.
///
/// # Errors
/// The rule that it breaks, or what the store says. Nothing is written then.
pub fn add(
    writer: &mut Writer,
    plan: &Plan,
    new: NewEntry,
    by: &Actor,
    clock: Clock,
) -> Result<Entry, Error> {
    writer.add(by, clock.now(), |now| ruled(plan, now, new, by, clock))
}

/// Writes several reports, all or none. Each is a row of the record of its own.
///
/// # Errors
/// As [`add`], of the first that is refused.
pub fn add_all(
    writer: &mut Writer,
    plan: &Plan,
    all: Vec<NewEntry>,
    by: &Actor,
    clock: Clock,
) -> Result<Vec<Entry>, Error> {
    writer.add_all(by, clock.now(), all, |now, new| ruled(plan, now, new, by, clock))
}

fn ruled(
    plan: &Plan,
    now: &Found<'_>,
    new: NewEntry,
    by: &Actor,
    clock: Clock,
) -> Result<(NewEntry, Reviewed), Error> {
    let office = now.office()?;
    rules::must_owe(plan, &office, new.task, new.unit)?;
    let duty = permit(&office, by, Permission::Report, Some(new.unit))?;
    let new = rules::checked(plan, now, new, duty, clock.today())?;
    limit::within(now, &office, &new, by, clock.now())?;
    Ok((new, on_saving(duty)))
}

/// The status and percent that a unit last reported, to begin the next report with; 正常推进 before the first.
#[must_use]
pub fn prefill(snapshot: &Snapshot, task: TaskNo, unit: UnitIx) -> (Status, Option<Percent>) {
    snapshot.standings.get(&(task, unit)).map_or((FIRST_STATUS, None), |s| (s.status, s.percent))
}
