//! Rows: one task with the standing of the unit that is asked about.

use std::cmp::Reverse;

use super::facts::{Dated, dated, facts, number_state, owing_now};
use super::{Filter, LightFilter, NumberFilter};
use crate::ledger::{Coded, Deadline, Light, Reason, Standing, light};
use crate::plan::{Role, Task, TaskNo, UnitIx};
use crate::store::Snapshot;
use crate::strings::{Text, words};
use crate::text::pinyin::sort_key;

/// A task as a list shows it.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The task.
    pub task: &'a Task,
    /// Whose standing it is: the filter's unit, else the lead.
    pub unit: Option<UnitIx>,
    /// That unit's part in the task.
    pub role: Option<Role>,
    /// Its standing, before the first report none.
    pub standing: Option<&'a Standing>,
    /// The light, which is the lead's.
    pub light: Light,
    /// Why.
    pub reason: Reason,
    /// The task's own date, where the document sets one, moved by extensions.
    pub deadline: Option<Deadline>,
    /// The same, with the date before it was moved.
    pub dated: Option<Dated>,
}

impl Row<'_> {
    /// What the unit that was asked about said last, where it does not lead: the light and its reason are the lead's.
    #[must_use]
    pub fn said_by_other(&self) -> Option<Text> {
        let is_other = self.unit.is_some() && self.unit != self.task.lead();
        is_other.then(|| self.standing.map_or(words::NOTHING_YET, |s| s.status.word()))
    }
}

/// In which order a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// As in the document.
    #[default]
    Task,
    /// Red first.
    Light,
    /// Nearest date first, tasks without one last.
    Due,
    /// Latest report first.
    Last,
    /// By leading unit, in the document's order.
    Unit,
    /// By the name of the leading unit as it is read.
    Pinyin,
    /// Whatever came in last first, from any unit, whichever day it is about.
    Came,
}

impl Coded for Sort {
    const ALL: &'static [Self] =
        &[Self::Task, Self::Light, Self::Due, Self::Last, Self::Unit, Self::Pinyin, Self::Came];

    fn code(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Light => "light",
            Self::Due => "due",
            Self::Last => "last",
            Self::Unit => "unit",
            Self::Pinyin => "pinyin",
            Self::Came => "came",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Task => words::BY_TASK,
            Self::Light => words::BY_LIGHT,
            Self::Due => words::BY_DUE,
            Self::Last => words::BY_LAST,
            Self::Unit => words::BY_UNIT,
            Self::Pinyin => words::BY_PINYIN,
            Self::Came => words::BY_CAME,
        }
    }
}

/// The row of one task; with a unit, that unit's.
#[must_use]
pub fn row<'a>(snapshot: &'a Snapshot, task: &'a Task, unit: Option<UnitIx>) -> Row<'a> {
    let plan = &snapshot.plan;
    let unit = unit.or(task.lead());
    let standing = unit.and_then(|u| snapshot.standings.get(&(task.no, u)));
    let (light, reason) = light(facts(snapshot, task));
    let dated = dated(snapshot, task);
    let role = unit.and_then(|u| plan.role(task, u));
    Row { task, unit, role, standing, light, reason, deadline: dated.map(|d| d.deadline), dated }
}

/// The tasks that a filter lets through, in the document's order. Their rows are worked out only where it asks about them.
#[must_use]
pub fn tasks<'a>(snapshot: &'a Snapshot, filter: &Filter) -> Vec<&'a Task> {
    if filter.light == LightFilter::default() && filter.status.is_none() {
        return candidates(snapshot, filter).collect();
    }
    rows(snapshot, filter, Sort::Task).into_iter().map(|r| r.task).collect()
}

/// The tasks that pass the conditions that need no row.
fn candidates<'a>(snapshot: &'a Snapshot, filter: &Filter) -> impl Iterator<Item = &'a Task> {
    let plan = &snapshot.plan;
    plan.tasks
        .iter()
        .filter(|t| filter.group.is_none_or(|g| t.group == g))
        .filter(|t| filter.unit.is_none_or(|u| plan.role(t, u).is_some_and(|r| filter.role.admits(r))))
        .filter(|t| filter.text.as_ref().is_none_or(|text| text.tasks.contains(&t.no)))
        .filter(|t| filter.numbers.is_none_or(|n| has_number(snapshot, t.no, n)))
        .filter(|t| !filter.missing || is_missing(snapshot, t))
        .filter(|t| filter.review.is_none_or(|r| latest(snapshot, t, filter.unit).any(|s| s.review == r)))
}

/// The rows that a filter lets through.
#[must_use]
pub fn rows<'a>(snapshot: &'a Snapshot, filter: &Filter, sort: Sort) -> Vec<Row<'a>> {
    let plan = &snapshot.plan;
    let mut rows: Vec<Row<'a>> = candidates(snapshot, filter)
        .map(|t| row(snapshot, t, filter.unit))
        .filter(|r| filter.light.admits(r.light))
        .filter(|r| filter.status.is_none_or(|s| r.standing.is_some_and(|st| st.status == s)))
        .collect();
    match sort {
        Sort::Task => {}
        Sort::Light => rows.sort_by_key(|r| Light::ALL.iter().position(|l| *l == r.light)),
        Sort::Due => rows.sort_by_key(|r| (r.deadline.is_none(), r.deadline.map(|d| d.on))),
        Sort::Last => rows.sort_by_key(|r| Reverse(r.standing.map(|s| (s.day, s.entry)))),
        Sort::Unit => rows.sort_by_key(|r| r.task.lead()),
        Sort::Pinyin => rows.sort_by_cached_key(|r| {
            r.task
                .lead()
                .and_then(|u| plan.unit(u))
                .map(|u| (sort_key(&u.name, u.pinyin.as_deref()), r.task.no))
        }),
        Sort::Came => {
            rows.sort_by_cached_key(|r| {
                Reverse(latest(snapshot, r.task, filter.unit).map(|s| s.entry).max())
            });
        }
    }
    rows
}

/// Where units stand with a task: one of them, or all that ever reported on it.
fn latest<'a>(
    snapshot: &'a Snapshot,
    task: &'a Task,
    unit: Option<UnitIx>,
) -> impl Iterator<Item = &'a Standing> {
    let units = snapshot.plan.units().map(|(ix, _)| ix).filter(move |ix| unit.is_none_or(|u| u == *ix));
    units.filter_map(|ix| snapshot.standings.get(&(task.no, ix)))
}

fn has_number(snapshot: &Snapshot, task: TaskNo, wanted: NumberFilter) -> bool {
    snapshot.plan.indicators_of(Some(task)).any(|i| number_state(snapshot, i) == wanted)
}

/// Whether the lead's report for the current period is not there.
fn is_missing(snapshot: &Snapshot, task: &Task) -> bool {
    let owing = task.lead().and_then(|l| owing_now(snapshot, (l, Some(task.no))));
    owing.is_some_and(|o| !o.is_there())
}
