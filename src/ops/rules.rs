//! What must hold of every entry that is written, however it comes about.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::error::Error;
use crate::ledger::{EvidenceKind, NewEntry, Office, OfficeFault, OperatorDuty, Status};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::store::Found;

/// What a unit's first report begins with.
pub(super) const FIRST_STATUS: Status = Status::OnTrack;

/// Only a unit that the document names for a task, or that a collective named there has as a member, reports on
/// it. Who the unnamed 有关单位 are the document does not say, so nobody reports as one of them.
///
/// # Errors
/// [`Error::NotResponsible`] with those that may, [`Error::UnknownTask`] where there is no such task.
pub fn must_be_responsible(plan: &Plan, task: TaskNo, unit: UnitIx) -> Result<(), Error> {
    let Some(found) = plan.task(task) else {
        return Err(Error::UnknownTask(task.0.to_string(), plan.tasks.len()));
    };
    if plan.role(found, unit).is_some() {
        return Ok(());
    }
    let units = found.assignments.iter().map(|a| plan.unit_name(a.unit).to_owned()).collect();
    Err(Error::NotResponsible(plan.unit_name(unit).to_owned(), task.0, units))
}

/// A report in general comes from the units that the office counts in; one on a task from those responsible.
///
/// # Errors
/// As [`must_be_responsible`], and [`OfficeFault::NotGeneral`].
pub(super) fn must_owe(plan: &Plan, office: &Office, task: TaskNo, unit: UnitIx) -> Result<(), Error> {
    if task != TaskNo::GENERAL {
        return must_be_responsible(plan, task, unit);
    }
    if office.settings.general.contains(&unit) {
        return Ok(());
    }
    Err(Error::Office(OfficeFault::NotGeneral(plan.unit_name(unit).to_owned())))
}

/// The entry in the form it is stored, if it may stand where `now` is.
pub(super) fn checked(
    plan: &Plan,
    now: &Found<'_>,
    new: NewEntry,
    duty: OperatorDuty,
    today: Date,
) -> Result<NewEntry, Error> {
    // A report in general has no standing to change silently.
    let before = match new.task {
        TaskNo::GENERAL => new.status,
        task => now.status_before(task, new.unit, new.day)?.unwrap_or(FIRST_STATUS),
    };
    checked_after(plan, new, before, duty, today)
}

/// The same where the unit stood at `before` until then.
pub(super) fn checked_after(
    plan: &Plan,
    new: NewEntry,
    before: Status,
    duty: OperatorDuty,
    today: Date,
) -> Result<NewEntry, Error> {
    let field = |(field, fault)| Error::Field(field, fault, today);
    let checked = new.checked_after(today, before).map_err(field)?;
    readings_fit(plan, &checked)?;
    said_by_the_right_one(&checked, before, duty)?;
    Ok(checked)
}

/// 长期坚持 is the office's word; 调整取消 rests on a document.
fn said_by_the_right_one(new: &NewEntry, before: Status, duty: OperatorDuty) -> Result<(), Error> {
    let newly = |status| new.status == status && before != status;
    if newly(Status::Standing) && duty != OperatorDuty::Office {
        return Err(Error::Office(OfficeFault::StandingIsTheOffices));
    }
    let document = new.evidence.iter().any(|e| e.kind == EvidenceKind::DocNo);
    if newly(Status::Dropped) && !document {
        return Err(Error::Office(OfficeFault::DroppedNeedsDocument));
    }
    Ok(())
}

/// Each value is of an indicator of this task or of the overall goals, once, and such as it can have.
fn readings_fit(plan: &Plan, new: &NewEntry) -> Result<(), Error> {
    let mut seen = HashSet::new();
    for reading in &new.readings {
        let id = &reading.indicator;
        let ours = |task: Option<TaskNo>| task.is_none_or(|t| t == new.task);
        let Some(indicator) = plan.indicators.iter().find(|i| i.id == *id && ours(i.task)) else {
            let possible =
                plan.indicators.iter().filter(|i| ours(i.task)).map(|i| i.id.to_string()).collect();
            return Err(Error::UnknownIndicator(id.clone(), new.task.0, possible));
        };
        if !seen.insert(id) {
            return Err(Error::TwoValues(id.clone()));
        }
        let fits = reading.value.fits(plan, indicator);
        fits.map_err(|fault| Error::Value(id.clone(), reading.value.to_string(), fault))?;
    }
    Ok(())
}
