//! 填报: a unit's report is written.

use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, Entry, NewEntry, Percent, Status};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::store::{Snapshot, Writer};

/// Writes one report and returns it as stored.
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
    must_be_responsible(plan, new.task, new.unit)?;
    let today = clock.today();
    let checked = new.checked(today).map_err(|(field, fault)| Error::Field(field, fault, today))?;
    Ok(writer.add(&checked, by, clock.now())?)
}

/// Only a unit that the document names for a task, or that a collective named there has as a member, reports on
/// it. Who the unnamed 有关单位 are the document does not say, so nobody reports as one of them.
fn must_be_responsible(plan: &Plan, task: TaskNo, unit: UnitIx) -> Result<(), Error> {
    let Some(found) = plan.task(task) else {
        return Err(Error::UnknownTask(task.0.to_string(), plan.tasks.len()));
    };
    if plan.role(found, unit).is_some() {
        return Ok(());
    }
    let units = found.assignments.iter().map(|a| plan.unit_name(a.unit).to_owned()).collect();
    Err(Error::NotResponsible(plan.unit_name(unit).to_owned(), task.0, units))
}

/// The status and percent that a unit last reported, to begin the next report with; 正常推进 before the first.
#[must_use]
pub fn prefill(snapshot: &Snapshot, task: TaskNo, unit: UnitIx) -> (Status, Option<Percent>) {
    snapshot.standings.get(&(task, unit)).map_or((Status::OnTrack, None), |s| (s.status, s.percent))
}
