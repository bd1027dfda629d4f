//! The office's book: what it decided beside the reports. Small, and loaded as a whole.

use jiff::civil::Date;

use super::{
    Act, Closure, Contact, Extension, Issued, Notice, NoticeId, Opened, Operator, Period, Settings, View,
};
use crate::plan::{Plan, TaskNo, UnitIx};

/// Everything that the office did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// How it works.
    pub settings: Settings,
    /// The periods it opened, earliest first.
    pub periods: Vec<Opened>,
    /// Tasks it closed, earliest time first.
    pub closures: Vec<Closure>,
    /// Dates it moved, by number.
    pub extensions: Vec<(i64, Extension)>,
    /// Who may do what, by name.
    pub operators: Vec<Operator>,
    /// Notices it sent, earliest first.
    pub notices: Vec<(NoticeId, Notice)>,
    /// Views it keeps, by number, also those it removed.
    pub views: Vec<View>,
    /// Whom one calls at units.
    pub contacts: Vec<(UnitIx, Contact)>,
    /// Bulletins it issued, earliest first.
    pub issued: Vec<Issued>,
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
            Act::View(view) => self.views.push(view),
            Act::Contact(unit, _, contact) => self.contacts.push((unit, contact)),
            Act::Bulletin(_, issued) => self.issued.push(issued),
            // There may be very many, and nothing is decided by them: see `Found::imported`.
            Act::Import(_) => {}
            Act::Setting(setting, value) => drop(self.settings.set(plan, setting, &value)),
        }
    }

    /// Puts everything into its order, after the last act was entered.
    pub fn settle(&mut self) {
        self.periods.sort_by_key(|p| (p.period.starts(), p.period.ends()));
        self.closures.sort_by_key(|c| (c.task, c.round));
        self.extensions.sort_by_key(|(id, _)| *id);
        self.notices.sort_by_key(|(id, _)| *id);
        self.views.sort_by_key(|v| v.number);
        self.issued.sort_by_key(|i| i.known_at);
    }

    /// Whom one calls at a unit, if anything of that is known.
    #[must_use]
    pub fn contact(&self, unit: UnitIx) -> Option<&Contact> {
        self.contacts.iter().find(|(of, c)| *of == unit && !c.is_empty()).map(|(_, contact)| contact)
    }

    /// The last closure of a task, taken back or not.
    #[must_use]
    pub fn last_closure(&self, task: TaskNo) -> Option<&Closure> {
        self.closures.iter().rev().find(|c| c.task == task)
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
