//! 开期、关期: the office opens a period for reports and closes it.

use jiff::civil::Date;

use super::permit::act;
use super::said::{come, not_before};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Deed, OfficeFault, Opened, Period, Permission};
use crate::store::Writer;

/// Opens a period as of a day; without one of its own the cut-off is as the settings say. A closed one is opened
/// again and keeps its cut-off unless another is given.
///
/// # Errors
/// [`Error::Office`] where it is open, or the cut-off lies before it begins; what the store says. Nothing is
/// written then.
pub fn open_period(
    writer: &mut Writer,
    period: Period,
    on: Date,
    cutoff: Option<Date>,
    by: &Actor,
    clock: Clock,
) -> Result<Opened, Error> {
    let on = come(on, clock)?;
    let mut done = None;
    act(writer, Deed::Open, (Permission::Period, None), by, clock, |office, _| {
        let before = office.periods.iter().find(|p| p.period == period);
        if before.is_some_and(|p| p.closed.is_none()) {
            return Err(Error::Office(OfficeFault::Open(period)));
        }
        let usual = before.map_or_else(|| period.cutoff(office.settings.cutoff_day), |p| p.cutoff);
        let cutoff = cutoff.unwrap_or(usual);
        if cutoff < period.starts() {
            return Err(Error::Office(OfficeFault::Cutoff(period, cutoff)));
        }
        let opened = Opened { period, on: before.map_or(on, |p| p.on.min(on)), cutoff, closed: None };
        done = Some(opened);
        Ok(vec![Act::Period(opened)])
    })?;
    done.ok_or(Error::Office(OfficeFault::NotOpen(period)))
}

/// Closes a period as of a day. What is missing stays missing.
///
/// # Errors
/// [`Error::Office`] where it is not open, or what the store says. Nothing is written then.
pub fn close_period(
    writer: &mut Writer,
    period: Period,
    on: Date,
    by: &Actor,
    clock: Clock,
) -> Result<Opened, Error> {
    let on = come(on, clock)?;
    let mut done = None;
    act(writer, Deed::Close, (Permission::Period, None), by, clock, |office, _| {
        let open = office.periods.iter().find(|p| p.period == period && p.closed.is_none());
        let open = open.ok_or(Error::Office(OfficeFault::NotOpen(period)))?;
        not_before(on, open.on)?;
        let closed = Opened { closed: Some(on), ..*open };
        done = Some(closed);
        Ok(vec![Act::Period(closed)])
    })?;
    done.ok_or(Error::Office(OfficeFault::NotOpen(period)))
}
