//! 销号 and 延期: tasks are accepted as finished, dates are moved, and both are taken back.

use jiff::civil::Date;

use super::permit::act;
use super::said::{come, not_before, wanted, wanted_line};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{
    Act, Actor, Closure, Deed, Extension, OfficeFault, Permission, Review, Status, extended,
};
use crate::plan::{Due, Plan, TaskNo};
use crate::store::Writer;

/// Accepts a task as finished. Its lead must have said that it is done.
///
/// # Errors
/// [`Error::Office`] with the rule that it breaks, or what the store says. Nothing is written then.
pub fn close_task(
    writer: &mut Writer,
    plan: &Plan,
    task: TaskNo,
    on: Date,
    reason: &str,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let (reason, on) = (wanted(reason, "reason")?, come(on, clock)?);
    let lead = plan.task(task).and_then(crate::plan::Task::lead);
    act(writer, Deed::Close, (Permission::Close, None), by, clock, |office, now| {
        let before = office.last_closure(task);
        let round = match before.map(|c| (c.on, c.round, &c.reopened)) {
            Some((closed, _, None)) => return Err(Error::Office(OfficeFault::Closed(task, closed))),
            Some((_, round, Some((reopened, _)))) => {
                not_before(on, *reopened)?;
                round + 1
            }
            None => 1,
        };
        let said = lead.map(|lead| now.last_said(task, lead, on)).transpose()?.flatten();
        if !said.is_some_and(|(status, review)| status == Status::Done && review != Review::Returned) {
            return Err(Error::Office(OfficeFault::NotSaidDone(task)));
        }
        Ok(vec![Act::Closure(Closure { task, round, on, reason, reopened: None })])
    })?;
    Ok(())
}

/// Takes a closure back.
///
/// # Errors
/// As [`close_task`].
pub fn reopen_task(
    writer: &mut Writer,
    task: TaskNo,
    on: Date,
    reason: &str,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let (reason, on) = (wanted(reason, "reason")?, come(on, clock)?);
    act(writer, Deed::Reopen, (Permission::Close, None), by, clock, |office, _| {
        let closed = office.last_closure(task).filter(|c| c.reopened.is_none());
        let closed = closed.ok_or(Error::Office(OfficeFault::NotClosed(task)))?;
        not_before(on, closed.on)?;
        Ok(vec![Act::Closure(Closure { reopened: Some((on, reason)), ..closed.clone() })])
    })?;
    Ok(())
}

/// What an extension is granted by.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Why.
    pub reason: String,
    /// 批准单位.
    pub approved_by: String,
    /// 文号.
    pub doc_no: String,
}

/// Moves the date of a task that the document gives one, to a day and as of a day.
///
/// # Errors
/// As [`close_task`].
pub fn extend(
    writer: &mut Writer,
    plan: &Plan,
    task: TaskNo,
    (to, on): (Date, Date),
    grant: &Grant,
    by: &Actor,
    clock: Clock,
) -> Result<Extension, Error> {
    let (reason, on) = (wanted(&grant.reason, "reason")?, come(on, clock)?);
    let approved_by = wanted_line(&grant.approved_by, "approved-by")?;
    let doc_no = wanted_line(&grant.doc_no, "doc-no")?;
    let own = plan.indicators_of(Some(task)).find_map(|i| match i.due {
        Due::On(day) => Some(day),
        _ => None,
    });
    let own = own.ok_or(Error::Office(OfficeFault::NoDate(task)))?;
    let mut made = None;
    act(writer, Deed::Extend, (Permission::Extend, None), by, clock, |office, _| {
        let (from, _) = extended(&office.extensions, task, own, Date::MAX);
        if to <= from {
            return Err(Error::Office(OfficeFault::NotLater(from)));
        }
        let extension = Extension { task, from, to, reason, approved_by, doc_no, on, withdrawn: None };
        made = Some(extension.clone());
        let id = office.extensions.last().map_or(1, |(id, _)| id + 1);
        Ok(vec![Act::Extension(id, extension)])
    })?;
    made.ok_or(Error::Office(OfficeFault::NoDate(task)))
}

/// Takes the last extension of a task back.
///
/// # Errors
/// As [`close_task`].
pub fn withdraw(
    writer: &mut Writer,
    task: TaskNo,
    on: Date,
    reason: &str,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let (reason, on) = (wanted(reason, "reason")?, come(on, clock)?);
    act(writer, Deed::Withdraw, (Permission::Extend, None), by, clock, |office, _| {
        let last = office.extensions.iter().rev().find(|(_, e)| e.task == task && e.withdrawn.is_none());
        let (id, extension) = last.ok_or(Error::Office(OfficeFault::NotExtended(task)))?;
        not_before(on, extension.on)?;
        Ok(vec![Act::Extension(*id, Extension { withdrawn: Some((on, reason)), ..extension.clone() })])
    })?;
    Ok(())
}
