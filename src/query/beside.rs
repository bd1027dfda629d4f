//! What stands beside a task's light: trouble of its supporting units, goals not reached, whose review it was.

use super::facts::judged;
use crate::ledger::{Entry, Judgement, Review, Standing, Status, extended};
use crate::plan::{Binding, Due, Indicator, Role, Task, TaskNo, UnitIx};
use crate::store::Snapshot;
use crate::strings::{Lang, words};

/// A supporting unit that is behind, or whose report was sent back.
#[derive(Debug, Clone, Copy)]
pub struct Trouble<'a> {
    /// The unit.
    pub unit: UnitIx,
    /// Where it stands.
    pub standing: &'a Standing,
}

/// Supporting units that are in trouble, in the order of the bracket; members of a collective behind them.
#[must_use]
pub fn trouble<'a>(snapshot: &'a Snapshot, task: &Task) -> Vec<Trouble<'a>> {
    let plan = &snapshot.plan;
    let mut units: Vec<UnitIx> =
        task.assignments.iter().filter(|a| a.role == Role::Support).map(|a| a.unit).collect();
    units.extend(plan.units().map(|(u, _)| u).filter(|u| plan.role(task, *u) == Some(Role::Covered)));
    let of = |unit| Some(Trouble { unit, standing: snapshot.standings.get(&(task.no, unit))? });
    let bad = |t: &Trouble<'_>| t.standing.review == Review::Returned || t.standing.status == Status::Behind;
    units.into_iter().filter_map(of).filter(bad).collect()
}

/// Goals of a task that nobody is held to and that were not reached by their date.
pub fn not_reached<'a>(snapshot: &'a Snapshot, task: &Task) -> impl Iterator<Item = &'a Indicator> {
    snapshot.plan.indicators_of(Some(task.no)).filter(|i| is_not_reached(snapshot, i))
}

/// Whether a goal that nobody is held to (力争, 推进) was not reached by its date.
#[must_use]
pub fn is_not_reached(snapshot: &Snapshot, indicator: &Indicator) -> bool {
    let date = match indicator.due {
        Due::On(day) => {
            let moved = |t| extended(&snapshot.office.extensions, t, day, snapshot.as_of).0;
            Some(indicator.task.map_or(day, moved))
        }
        Due::Horizon(day) => Some(day),
        Due::None => snapshot.plan.horizon.as_ref().map(|(day, _)| *day),
        Due::YearlyBy { .. } | Due::EveryYear | Due::EveryTerm => None,
    };
    indicator.binding != Binding::Firm
        && date.is_some_and(|date| date <= snapshot.as_of)
        && judged(snapshot, indicator) == Some(Judgement::Missed)
}

/// What a report is about, in short: the task's number, or that it is in general.
#[must_use]
pub fn about(task: TaskNo, lang: Lang) -> String {
    task.numbered().map_or_else(|| words::GENERAL.say(lang).to_owned(), |no| no.to_string())
}

/// What the office said of a report, where that is not simply that it passed.
#[must_use]
pub fn review_words(own: Option<UnitIx>, entry: &Entry, lang: Lang) -> String {
    let state = match entry.review.state {
        Review::Submitted => Some(words::WAITING.say(lang).to_owned()),
        Review::Returned => {
            let why: Vec<&str> = entry.review.note.lines().collect();
            Some(words::SENT_BACK_FOR.with(lang, &[&why.join(" ")]))
        }
        Review::Approved if is_self_reviewed(own, entry) => Some(words::SELF_REVIEWED.say(lang).to_owned()),
        Review::Approved => None,
    };
    let highlight = entry.review.highlight.then(|| words::HIGHLIGHT.say(lang).to_owned());
    state.into_iter().chain(highlight).collect::<Vec<_>>().join(" ")
}

/// Whether a report of the office's own unit was passed by whoever typed it. What the office types is passed by
/// being saved, and then nobody else looked at it.
#[must_use]
pub fn is_self_reviewed(own: Option<UnitIx>, entry: &Entry) -> bool {
    let by = &entry.review.by;
    let passed = entry.review.state == Review::Approved;
    passed && own == Some(entry.unit) && (by.is_empty() || *by == entry.typed_by)
}
