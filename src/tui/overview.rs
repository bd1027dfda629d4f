//! 总览: what it shows and where its figures lead. Drawn by `view`, walked by `update`.

use super::office::Pile;
use crate::ledger::{Light, Period};
use crate::plan::{GroupNo, TaskNo};
use crate::query::{Filter, LightFilter, NumberFilter};
use crate::store::Snapshot;

/// What a figure or cell leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// A task.
    Task(TaskNo),
    /// The list of tasks with a light.
    Light(Light),
    /// The list of tasks whose numbers are so.
    Numbers(NumberFilter),
    /// The tasks of a group.
    Group(GroupNo),
    /// All tasks.
    All,
    /// Who has reported for a period.
    Reports(Period),
    /// Some reports, one after the other.
    Pile(Pile),
    /// What there is to do.
    Desk,
}

/// What the overview is made of: the day asked for, and the end of the period before it.
#[derive(Debug, Clone, Default)]
pub struct Glance {
    /// Another day than the screen's, if one was asked for.
    pub then: Option<Box<Snapshot>>,
    /// The ledger at the end of the period before.
    pub before: Option<Box<Snapshot>>,
    /// Which of the cells that lead somewhere is chosen.
    pub at: usize,
}

/// The list behind a figure.
#[must_use]
pub fn list_of(goal: Goal) -> Option<Filter> {
    let all = Filter::default();
    match goal {
        Goal::Light(light) => Some(Filter { light: LightFilter::of(&[light]), ..all }),
        Goal::Numbers(numbers) => Some(Filter { numbers: Some(numbers), ..all }),
        Goal::Group(group) => Some(Filter { group: Some(group), ..all }),
        Goal::All => Some(all),
        Goal::Task(_) | Goal::Reports(_) | Goal::Pile(_) | Goal::Desk => None,
    }
}
