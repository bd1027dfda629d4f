//! From what the office asked for on the screen to the one call that does it.

use jiff::civil::Date;

use super::office::{ActAsk, Asked};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, parse_day};
use crate::ops;
use crate::plan::Plan;
use crate::store::Writer;

/// Does it.
///
/// # Errors
/// What `ops` says; nothing was written then.
pub fn act(writer: &mut Writer, plan: &Plan, ask: &ActAsk, by: &Actor, clock: Clock) -> Result<(), Error> {
    match ask {
        ActAsk::Send(notice) => ops::send(writer, (**notice).clone(), by, clock).map(drop),
        ActAsk::Lines(what, on, lines) => typed(writer, plan, what, *on, lines, by, clock),
        ActAsk::Review(id, base, verdict) => ops::review(writer, *id, *base, verdict, by, clock).map(drop),
        ActAsk::Open(period, on) => ops::open_period(writer, *period, *on, None, by, clock).map(drop),
        ActAsk::Close(period, on) => ops::close_period(writer, *period, *on, by, clock).map(drop),
    }
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
        // Its lines are read where they are typed.
        Asked::Send(..) => Ok(()),
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
        Asked::Return(id, base) => {
            ops::review(writer, *id, *base, &ops::Verdict::Return(line(0).to_owned()), by, clock).map(drop)
        }
    }
}
