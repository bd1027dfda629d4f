//! 总览: where its figures lead. Drawn by `view`, walked by `update`.

use jiff::civil::Date;

use super::behind::List;
use super::office::Pile;
use crate::ledger::{Light, Period};
use crate::plan::{GroupNo, TaskNo};
use crate::query::{Filter, LightFilter, Only, PRESSING};

/// What a figure or cell leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// A task.
    Task(TaskNo),
    /// The list of tasks with a light.
    Light(Light),
    /// The tasks that want something done.
    Pressing,
    /// The tasks of a group.
    Group(GroupNo),
    /// Those of them with a light.
    GroupLight(GroupNo, Light),
    /// The same as of another day.
    GroupThen(Date, GroupNo, Light),
    /// All tasks.
    All,
    /// Who has reported for a period.
    Reports(Period, Only),
    /// Some reports, one after the other.
    Pile(Pile),
    /// A list that is not one of tasks.
    Behind(List),
}

/// The list behind a figure, and the day it is for where that is another than the screen's.
#[must_use]
pub fn list_of(goal: Goal) -> Option<(Filter, Option<Date>)> {
    let all = Filter::default();
    let of = |lights: &[Light], group| Filter { light: LightFilter::of(lights), group, ..Filter::default() };
    Some(match goal {
        Goal::All => (all, None),
        Goal::Light(light) => (of(&[light], None), None),
        Goal::Pressing => (of(&PRESSING, None), None),
        Goal::Group(group) => (Filter { group: Some(group), ..all }, None),
        Goal::GroupLight(group, light) => (of(&[light], Some(group)), None),
        Goal::GroupThen(day, group, light) => (of(&[light], Some(group)), Some(day)),
        Goal::Task(_) | Goal::Reports(..) | Goal::Pile(_) | Goal::Behind(_) => return None,
    })
}
