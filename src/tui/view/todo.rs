//! The lower part of 总览: what there is to do, who has not reported, and how the last periods went.

use super::super::overview::Goal;
use super::overview::Page;
use super::theme;
use crate::ledger::Owing;
use crate::query::{Only, in_words, owed, owes, owing, to_do};
use crate::store::Snapshot;
use crate::strings::{Text, overview as say, words};
use crate::text::{cells, truncate};

/// Where the missing reports begin.
const MISSING_AT: u16 = 55;
/// Where the last periods of each task begin.
pub(super) const PERIODS_AT: u16 = 84;
/// How many.
const PERIODS: usize = 6;

impl Page<'_> {
    /// What there is to do, and beside it, or below, who has not reported.
    pub(super) fn tasks(&mut self, snapshot: &Snapshot) {
        let (lang, first) = (self.lang(), self.y);
        let todo = to_do(snapshot);
        let goal = Some(Goal::Pressing).filter(|_| !todo.is_empty());
        self.put(say::TO_DO.with(lang, &[&todo.len().to_string()]), theme::STRONG, goal);
        self.next_row();
        let edge = if self.is_roomy() { MISSING_AT - 2 } else { self.width };
        for row in &todo {
            let goal = Some(Goal::Task(row.task.no));
            self.put(
                format!("{:>2} {}", row.task.no.0, row.light.mark().say(lang)),
                theme::light(row.light),
                goal,
            );
            let lead = row.unit.map(|u| snapshot.plan.unit_name(u)).unwrap_or_default();
            let room = usize::from(edge).saturating_sub(7 + cells(lead));
            let why = truncate(&in_words(snapshot, row, lang), room).into_owned();
            self.put(why, theme::PLAIN, None);
            let wide = u16::try_from(cells(lead)).unwrap_or(0);
            self.x = edge.saturating_sub(wide);
            self.put(lead.to_owned(), theme::PLAIN, None);
            self.next_row();
        }
        if !self.is_roomy() {
            self.next_row();
            self.missing(snapshot, 0);
            return;
        }
        let last = std::mem::replace(&mut self.y, first);
        self.missing(snapshot, MISSING_AT);
        self.y = self.y.max(last);
    }

    /// Whose report is not there, from a column on.
    fn missing(&mut self, snapshot: &Snapshot, from: u16) {
        let lang = self.lang();
        let Some(current) = snapshot.office.current(snapshot.as_of) else { return };
        let absent: Vec<_> =
            owed(snapshot, current).into_iter().filter(|o| Only::Absent.admits(o.owing)).collect();
        let who = Goal::Reports(current.period, Only::Absent);
        self.x = from;
        let goal = Some(who).filter(|_| !absent.is_empty());
        self.put(say::NOT_CAME.with(lang, &[&absent.len().to_string()]), theme::STRONG, goal);
        self.y += 1;
        for row in absent {
            self.x = from;
            let unit = snapshot.plan.unit_name(row.duty.0);
            let (number, goal) = match row.duty.1 {
                Some(task) => (format!("{:>2}", task.0), Goal::Task(task)),
                None => (words::GENERAL_MARK.say(lang).to_owned(), who),
            };
            self.put(number, theme::PLAIN, Some(goal));
            self.put(unit.to_owned(), theme::PLAIN, None);
            self.y += 1;
        }
    }

    /// How the last periods went, task by task, latest first.
    pub(super) fn periods(&mut self, snapshot: &Snapshot) {
        let lang = self.lang();
        let periods: Vec<_> = snapshot.office.opened(snapshot.as_of).take(PERIODS).collect();
        if periods.is_empty() {
            return;
        }
        (self.x, self.y) = (PERIODS_AT, 0);
        self.put(say::LAST_PERIODS.say(lang).to_owned(), theme::STRONG, None);
        self.next_row();
        self.x = PERIODS_AT + 4;
        for period in &periods {
            let code = period.period.to_string();
            let goal = Some(Goal::Reports(period.period, Only::All));
            self.put(code.get(2..).unwrap_or_default().to_owned(), theme::PLAIN, goal);
        }
        for task in &snapshot.plan.tasks {
            self.next_row();
            self.x = PERIODS_AT;
            self.put(format!("{:>2}", task.no.0), theme::PLAIN, Some(Goal::Task(task.no)));
            let Some(lead) = task.lead() else { continue };
            for (place, period) in (0u16..).zip(&periods) {
                self.x = PERIODS_AT + 4 + place * 5;
                if !owes(snapshot, *period, (lead, Some(task.no))) {
                    continue;
                }
                let owing = owing(snapshot, *period, (lead, Some(task.no)));
                self.put(mark(owing).say(lang).to_owned(), theme::PLAIN, None);
            }
        }
    }
}

/// What became of a report, in two cells.
const fn mark(owing: Owing) -> Text {
    match owing {
        Owing::Due => say::DUE_MARK,
        Owing::OnTime => say::ON_TIME_MARK,
        Owing::Late => say::LATE_MARK,
        Owing::Missing => say::MISSING_MARK,
        Owing::Returned => say::RETURNED_MARK,
    }
}
