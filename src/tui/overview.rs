//! 总览: what it shows and where its figures lead. Drawn by `view`, walked by `update`.

use crate::ledger::Light;
use crate::plan::TaskNo;
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
    /// Who has reported.
    Reports,
    /// What waits to be reviewed.
    Queue,
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
        Goal::Task(_) | Goal::Reports | Goal::Queue => None,
    }
}
