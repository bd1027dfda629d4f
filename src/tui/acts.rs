//! From what the office asked for on the screen to the one call that does it.

use jiff::civil::Date;

use super::office::{ActAsk, Asked};
use super::several::Job;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, EntryId, parse_day};
use crate::ops;
use crate::plan::Plan;
use crate::query::{Names, parse};
use crate::store::Writer;
use crate::strings::Lang;
use crate::text::fold;

/// Does it. The reports that were written by it at once.
///
/// # Errors
/// What `ops` says; nothing was written then.
pub fn act(
    writer: &mut Writer,
    plan: &Plan,
    ask: &ActAsk,
    by: &Actor,
    clock: Clock,
) -> Result<Vec<EntryId>, Error> {
    match ask {
        ActAsk::Send(notice) => ops::send(writer, (**notice).clone(), by, clock).map(drop),
        ActAsk::Lines(what, on, lines) => typed(writer, plan, what, *on, lines, by, clock),
        ActAsk::Review(id, base, verdict) => ops::review(writer, *id, *base, verdict, by, clock).map(drop),
        ActAsk::Open(period, on) => ops::open_period(writer, *period, *on, None, by, clock).map(drop),
        ActAsk::Close(period, on) => ops::close_period(writer, *period, *on, by, clock).map(drop),
        ActAsk::Several(job) => return several(writer, plan, job, by, clock),
    }?;
    Ok(Vec::new())
}

fn several(
    writer: &mut Writer,
    plan: &Plan,
    job: &Job,
    by: &Actor,
    clock: Clock,
) -> Result<Vec<EntryId>, Error> {
    match job {
        Job::Add(all) => {
            let written = ops::add_all(writer, plan, all.clone(), by, clock)?;
            return Ok(written.iter().map(|entry| entry.id).collect());
        }
        Job::Edit(all) => ops::edit_all(writer, plan, all.clone(), by, clock)?,
        Job::Send(notice) => ops::send(writer, (**notice).clone(), by, clock).map(drop)?,
        Job::Pass(all) => ops::pass_all(writer, all.clone(), by, clock)?,
    }
    Ok(match job {
        Job::Edit(all) => all.iter().map(|(id, ..)| *id).collect(),
        Job::Pass(all) => all.iter().map(|(id, _)| *id).collect(),
        Job::Add(_) | Job::Send(_) => Vec::new(),
    })
}

fn typed(
    writer: &mut Writer,
    plan: &Plan,
    what: &Asked,
    on: Date,
    lines: &[String],
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let line = |at: usize| lines.get(at).map(String::as_str).unwrap_or_default();
    let day = |at: usize| parse_day(line(at)).map_err(Error::Day);
    match what {
        // Their lines are read where they are typed.
        Asked::Send(..) | Asked::Several(..) => Ok(()),
        Asked::Answer(id, unit) => ops::answer(writer, plan, *id, (*unit, on), line(0), by, clock),
        Asked::End(id) => ops::end(writer, *id, on, line(0), by, clock),
        Asked::Close(task) => ops::close_task(writer, plan, *task, on, line(0), by, clock),
        Asked::Reopen(task) => ops::reopen_task(writer, *task, on, line(0), by, clock),
        Asked::Extend(task) => {
            let to = day(0)?;
            let [reason, approved_by, doc_no] = [line(1), line(2), line(3)].map(str::to_owned);
            let grant = ops::Grant { reason, approved_by, doc_no };
            ops::extend(writer, plan, *task, (to, on), &grant, by, clock).map(drop)
        }
        Asked::Withdraw(task) => ops::withdraw(writer, *task, on, line(0), by, clock),
        Asked::Set(setting) => ops::set(writer, plan, *setting, line(0), by, clock).map(drop),
        Asked::KeepView(code) => {
            let filter = parse(plan, &Names::new(plan, Lang::Zh), Lang::Zh, code)?;
            let number = fold(line(0)).parse().unwrap_or(0);
            ops::save_view(writer, plan, (number, line(1)), &filter, by, clock).map(drop)
        }
        Asked::DropView => {
            let number = fold(line(0)).parse().unwrap_or(0);
            ops::remove_view(writer, number, by, clock)
        }
        Asked::Contact(unit) => {
            let [leader, person, phone] = [line(0), line(1), line(2)].map(|l| Some(l.to_owned()));
            let change = ops::ContactChange { leader, person, phone };
            ops::set_contact(writer, plan, *unit, &change, by, clock).map(drop)
        }
        Asked::Return(id, base) => {
            ops::review(writer, *id, *base, &ops::Verdict::Return(line(0).to_owned()), by, clock).map(drop)
        }
    }
}
