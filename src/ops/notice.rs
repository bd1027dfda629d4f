//! 督办: notices are sent, answered and ended.

use jiff::civil::Date;

use super::permit::act;
use super::said::{come, not_before, wanted};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Answer, Deed, Notice, NoticeId, Office, OfficeFault, Permission};
use crate::plan::{Plan, UnitIx};
use crate::store::Writer;

/// Sends a notice and returns its number.
///
/// # Errors
/// [`Error::Office`] with the rule that it breaks, or what the store says. Nothing is written then.
pub fn send(writer: &mut Writer, notice: Notice, by: &Actor, clock: Clock) -> Result<NoticeId, Error> {
    let text = wanted(&notice.text, "text")?;
    come(notice.on, clock)?;
    if notice.units.is_empty() {
        return Err(Error::Office(OfficeFault::Wanting("unit")));
    }
    notice.due.map_or(Ok(()), |due| not_before(due, notice.on))?;
    let mut sent = NoticeId(0);
    act(writer, Deed::Send, (Permission::Notify, None), by, clock, |office, _| {
        sent = NoticeId(office.notices.last().map_or(1, |(id, _)| id.0 + 1));
        Ok(vec![Act::Notice(sent, Notice { text, ..notice })])
    })?;
    Ok(sent)
}

/// Writes down a unit's answer of a day.
///
/// # Errors
/// As [`send`].
pub fn answer(
    writer: &mut Writer,
    plan: &Plan,
    id: NoticeId,
    (unit, on): (UnitIx, Date),
    text: &str,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let (text, on) = (wanted(text, "text")?, come(on, clock)?);
    act(writer, Deed::Answer, (Permission::Answer, Some(unit)), by, clock, |office, _| {
        let notice = standing(office, id)?;
        if !notice.units.contains(&unit) {
            return Err(Error::Office(OfficeFault::NotAddressed(id.0, plan.unit_name(unit).to_owned())));
        }
        not_before(on, notice.on)?;
        let mut answered = notice.clone();
        answered.answers.push(Answer { unit, on, text });
        Ok(vec![Act::Notice(id, answered)])
    })?;
    Ok(())
}

/// Ends a notice, with what came of it.
///
/// # Errors
/// As [`send`].
pub fn end(
    writer: &mut Writer,
    id: NoticeId,
    on: Date,
    result: &str,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let (result, on) = (wanted(result, "text")?, come(on, clock)?);
    act(writer, Deed::End, (Permission::Notify, None), by, clock, |office, _| {
        let notice = standing(office, id)?;
        not_before(on, notice.on)?;
        Ok(vec![Act::Notice(id, Notice { ended: Some((on, result)), ..notice.clone() })])
    })?;
    Ok(())
}

fn standing(office: &Office, id: NoticeId) -> Result<&Notice, Error> {
    let found = office.notices.iter().find(|(known, _)| *known == id).map(|(_, notice)| notice);
    let notice = found.ok_or(Error::Office(OfficeFault::NoNotice(id.0)))?;
    match &notice.ended {
        Some((on, _)) => Err(Error::Office(OfficeFault::Ended(id.0, *on))),
        None => Ok(notice),
    }
}
