//! What a task's light turns on: the snapshot and the office's book, put into the rules' own words.

use crate::ledger::{
    Deadline, Duty, Facts, Judgement, Opened, Owing, Reported, Review, Status, deadline, extended, judge,
    running,
};
use crate::plan::{Due, Indicator, IndicatorIx, Target, Task};
use crate::store::Snapshot;

use super::NumberFilter;

/// The date of a task: the document's, moved by the extensions that hold, and how often it was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The date that counts.
    pub deadline: Deadline,
    /// The date that the document set, where it was moved.
    pub first: Option<jiff::civil::Date>,
    /// How often it was moved.
    pub times: usize,
}

/// The date that counts for a task, if it has one.
#[must_use]
pub fn dated(snapshot: &Snapshot, task: &Task) -> Option<Dated> {
    let lead = task.lead().and_then(|l| snapshot.standings.get(&(task.no, l)));
    let own = deadline(&snapshot.plan, task.no, snapshot.as_of, lead)?;
    if own.since.is_some() {
        return Some(Dated { deadline: own, first: None, times: 0 });
    }
    let (on, times) = extended(&snapshot.office.extensions, task.no, own.on, snapshot.as_of);
    Some(Dated { deadline: Deadline { on, ..own }, first: (times > 0).then_some(own.on), times })
}

/// What the light of a task turns on. It is the lead's: dates, numbers and owed reports are theirs to answer for.
pub(super) fn facts<'a>(snapshot: &'a Snapshot, task: &Task) -> Facts<'a> {
    let (as_of, settings) = (snapshot.as_of, &snapshot.office.settings);
    let lead = task.lead();
    let standing = lead.and_then(|l| snapshot.standings.get(&(task.no, l)));
    let duty = lead.map(|l| (l, Some(task.no)));
    Facts {
        deadline: dated(snapshot, task).map(|d| d.deadline),
        closed: snapshot.office.closed(task.no, as_of).is_some(),
        term_over: snapshot.plan.horizon.as_ref().is_some_and(|(end, _)| *end < as_of),
        missed: numbers(snapshot, task).find(|(_, i)| is_missed(snapshot, i)).map(|(ix, _)| ix),
        exceeded: numbers(snapshot, task).find(|(_, i)| is_exceeded(snapshot, i)).map(|(ix, _)| ix),
        running: duty.and_then(|d| running(&last_over(snapshot, d), as_of, settings.running)),
        unreported: duty.is_some_and(|d| owing_now(snapshot, d) == Some(Owing::Missing)),
        ..Facts::of(as_of, standing, settings.near_days)
    }
}

/// What became of a report that is owed for the current period; nothing where no period was opened, or none is owed.
#[must_use]
pub fn owing_now(snapshot: &Snapshot, duty: Duty) -> Option<Owing> {
    let current = snapshot.office.current(snapshot.as_of)?;
    owes(snapshot, current, duty).then(|| owing(snapshot, current, duty))
}

/// Whether a report is owed for an opened period at all: a task that was closed or dropped before the period began
/// owes none, until it is taken up again.
#[must_use]
pub fn owes(snapshot: &Snapshot, opened: Opened, duty: Duty) -> bool {
    let Some(task) = duty.1 else { return true };
    let (starts, as_of) = (opened.period.starts(), snapshot.as_of);
    let mut closures = snapshot.office.closures.iter().filter(|c| c.task == task);
    if closures.any(|c| c.spares(starts, opened.cutoff, as_of)) {
        return false;
    }
    let here = came(snapshot, opened, duty);
    here.first.is_some() || here.returned || !dropped_before(snapshot, opened, duty)
}

/// Whether the last word before a period was that the task is dropped.
fn dropped_before(snapshot: &Snapshot, opened: Opened, (unit, task): Duty) -> bool {
    let starts = opened.period.starts();
    let standing = task.and_then(|t| snapshot.standings.get(&(t, unit)));
    if standing.is_some_and(|s| s.day < starts) {
        return standing.is_some_and(|s| s.status == Status::Dropped && s.review != Review::Returned);
    }
    let mut before = snapshot.office.opened(snapshot.as_of).filter(|o| o.period.starts() < starts);
    before.find_map(|o| came(snapshot, o, (unit, task)).status) == Some(Status::Dropped)
}

/// What became of a report that was owed for an opened period.
#[must_use]
pub fn owing(snapshot: &Snapshot, opened: Opened, duty: Duty) -> Owing {
    came(snapshot, opened, duty).owing_for(opened, snapshot.as_of)
}

fn came(snapshot: &Snapshot, opened: Opened, duty: Duty) -> Reported {
    snapshot.reported.get(&(opened.period, duty)).copied().unwrap_or_default()
}

fn last_over(snapshot: &Snapshot, duty: Duty) -> Vec<(Opened, Reported)> {
    let over = snapshot.office.over(snapshot.as_of).filter(|opened| owes(snapshot, *opened, duty));
    over.take(snapshot.office.settings.running).map(|opened| (opened, came(snapshot, opened, duty))).collect()
}

/// The task's numbers that can turn its light.
fn numbers<'a>(snapshot: &'a Snapshot, task: &Task) -> impl Iterator<Item = (IndicatorIx, &'a Indicator)> {
    let no = task.no;
    let all = snapshot.plan.indicators.iter().enumerate();
    all.filter(move |(_, i)| i.task == Some(no) && i.turns_lights())
        .filter_map(|(at, i)| Some((IndicatorIx(u16::try_from(at).ok()?), i)))
}

/// Missed at the date that the document sets for it. A number that nobody reported is not known to be missed.
fn is_missed(snapshot: &Snapshot, indicator: &Indicator) -> bool {
    let date = match indicator.due {
        Due::On(day) => {
            indicator.task.map_or(day, |t| extended(&snapshot.office.extensions, t, day, snapshot.as_of).0)
        }
        _ => return false,
    };
    date <= snapshot.as_of && judged(snapshot, indicator) == Some(Judgement::Missed)
}

/// Above a limit now. A target that is to be reached is judged at its date alone.
fn is_exceeded(snapshot: &Snapshot, indicator: &Indicator) -> bool {
    indicator.comparator.is_limit() && judged(snapshot, indicator) == Some(Judgement::Missed)
}

pub(super) fn judged(snapshot: &Snapshot, indicator: &Indicator) -> Option<Judgement> {
    let (reading, ..) = snapshot.readings.get(indicator.id.as_str())?;
    Some(judge(&snapshot.plan, indicator, &reading.value))
}

/// How a number of the document stands.
pub(super) fn number_state(snapshot: &Snapshot, indicator: &Indicator) -> NumberFilter {
    match (&indicator.target, judged(snapshot, indicator)) {
        (Target::Unknown, _) => NumberFilter::Open,
        (_, Some(Judgement::Met)) => NumberFilter::Met,
        (_, Some(Judgement::Missed)) => NumberFilter::Missed,
        _ => NumberFilter::Unknown,
    }
}
