//! The office's book: what it decided beside the reports. Small, and loaded as a whole.

use jiff::civil::Date;

use super::{Act, Closure, Extension, Notice, NoticeId, Opened, Operator, Period, Settings};
use crate::plan::{Plan, TaskNo};

/// Everything that the office did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// How it works.
    pub settings: Settings,
    /// The periods it opened, earliest first.
    pub periods: Vec<Opened>,
    /// Tasks it closed, each the last time.
    pub closures: Vec<Closure>,
    /// Dates it moved, by number.
    pub extensions: Vec<(i64, Extension)>,
    /// Who may do what, by name.
    pub operators: Vec<Operator>,
    /// Notices it sent, earliest first.
    pub notices: Vec<(NoticeId, Notice)>,
}

impl Office {
    /// Enters an act. A setting that no longer makes sense leaves the default.
    pub fn take(&mut self, plan: &Plan, act: Act) {
        match act {
            Act::Period(opened) => self.periods.push(opened),
            Act::Closure(closure) => self.closures.push(closure),
            Act::Extension(id, extension) => self.extensions.push((id, extension)),
            Act::Notice(id, notice) => self.notices.push((id, notice)),
            Act::Operator(operator) => self.operators.push(operator),
            // There may be very many, and nothing is decided by them: see `Found::imported`.
            Act::Import(_) => {}
            Act::Setting(setting, value) => drop(self.settings.set(plan, setting, &value)),
        }
    }

    /// Puts everything into its order, after the last act was entered.
    pub fn settle(&mut self) {
        self.periods.sort_by_key(|p| (p.period.starts(), p.period.ends()));
        self.closures.sort_by_key(|c| c.task);
        self.extensions.sort_by_key(|(id, _)| *id);
        self.notices.sort_by_key(|(id, _)| *id);
    }

    /// The closure of a task that holds on a day.
    #[must_use]
    pub fn closed(&self, task: TaskNo, day: Date) -> Option<&Closure> {
        self.closures.iter().find(|c| c.task == task && c.holds_on(day))
    }

    /// The periods opened by a day, latest first.
    pub fn opened(&self, day: Date) -> impl Iterator<Item = Opened> {
        self.periods.iter().rev().copied().filter(move |p| p.on <= day)
    }

    /// The period that units report for on a day: the latest that was opened.
    #[must_use]
    pub fn current(&self, day: Date) -> Option<Opened> {
        self.opened(day).next()
    }

    /// The period that a report of a day is for, unless it says otherwise: the latest that takes reports then, else
    /// the one in which the day lies.
    #[must_use]
    pub fn period_for(&self, day: Date) -> Period {
        let open = self.opened(day).find(|p| p.is_open_on(day));
        open.map_or_else(|| Period::containing(day, self.settings.period), |p| p.period)
    }

    /// The last periods whose time was up on a day, latest first.
    pub fn over(&self, day: Date) -> impl Iterator<Item = Opened> {
        self.opened(day).filter(move |p| p.cutoff < day)
    }
}
