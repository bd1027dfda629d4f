//! What is due: dates that are not met, reports that are owed, notices that wait for an answer.

use jiff::civil::Date;

use super::facts::dated;
use super::{OwedRow, owed};
use crate::ledger::{Coded, NoticeId, Owing, Review, Status};
use crate::plan::{Task, TaskNo, UnitIx};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, words};

/// What kind of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueKind {
    /// A task's own date.
    Task,
    /// A report for the current period.
    Report,
    /// An answer to a notice.
    Notice,
}

impl Coded for DueKind {
    const ALL: &'static [Self] = &[Self::Task, Self::Report, Self::Notice];

    fn code(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Report => "report",
            Self::Notice => "notice",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Task => words::DUE_TASK,
            Self::Report => words::DUE_REPORT,
            Self::Notice => words::DUE_NOTICE,
        }
    }
}

/// One thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueItem {
    /// Which kind.
    pub kind: DueKind,
    /// Until when; a notice may await an answer without a day for it.
    pub on: Option<Date>,
    /// The date that the document set, where it was moved.
    pub first: Option<Date>,
    /// How often it was moved.
    pub extended: usize,
    /// Whose it is to do.
    pub unit: UnitIx,
    /// On which task; nothing for a general report or a notice about none or several.
    pub task: Option<TaskNo>,
    /// Which notice.
    pub notice: Option<NoticeId>,
    /// What became of the report so far.
    pub state: Option<Owing>,
}

impl DueItem {
    /// Days from a day until it is due, where there is a day; below zero where that has passed.
    #[must_use]
    pub fn left(&self, as_of: Date) -> Option<i32> {
        Some(as_of.until(self.on?).map_or(0, |span| span.get_days()))
    }

    /// Whether it is due within so many days of a day; what has no day is not.
    #[must_use]
    pub fn within(&self, days: i64, as_of: Date) -> bool {
        self.left(as_of).is_some_and(|left| i64::from(left) <= days)
    }
}

/// Days left until a day: `剩3天`, `今天到期`, `逾期85天`; `无期限` where there is none.
#[must_use]
pub fn days_left(days: Option<i32>, lang: Lang) -> String {
    let Some(days) = days else { return words::DUE_EVER.say(lang).to_owned() };
    match days {
        0 => words::DUE_TODAY.say(lang).to_owned(),
        1.. => words::DUE_IN.with(lang, &[&days.to_string()]),
        _ => words::OVERDUE.with(lang, &[&(-days).to_string()]),
    }
}

/// Everything that is due, nearest first and what has no day last; with a unit, what is that unit's to do.
#[must_use]
pub fn due(snapshot: &Snapshot, unit: Option<UnitIx>) -> Vec<DueItem> {
    let tasks = snapshot.plan.tasks.iter().filter_map(|t| of_task(snapshot, t));
    let mut all: Vec<DueItem> = tasks.chain(reports(snapshot)).chain(notices(snapshot)).collect();
    all.retain(|item| unit.is_none_or(|u| u == item.unit));
    all.sort_by_key(|item| {
        (item.on.is_none(), item.on, item.task.is_none(), item.task, item.unit, item.notice)
    });
    all
}

/// A task's date, unless its lead met it, or the task is closed or dropped.
fn of_task(snapshot: &Snapshot, task: &Task) -> Option<DueItem> {
    let unit = task.lead()?;
    let standing = snapshot.standings.get(&(task.no, unit));
    let dropped = standing.is_some_and(|s| s.status == Status::Dropped && s.review != Review::Returned);
    let dated = dated(snapshot, task)?;
    if dropped || dated.deadline.met_by(standing) || snapshot.office.closed(task.no, snapshot.as_of).is_some()
    {
        return None;
    }
    Some(DueItem {
        kind: DueKind::Task,
        on: Some(dated.deadline.on),
        first: dated.first,
        extended: dated.times,
        unit,
        task: Some(task.no),
        notice: None,
        state: None,
    })
}

/// Reports for the current period, as long as it is open.
fn reports(snapshot: &Snapshot) -> Vec<DueItem> {
    let current = snapshot.office.current(snapshot.as_of).filter(|p| p.is_open_on(snapshot.as_of));
    let Some(current) = current else { return Vec::new() };
    let wanting = owed(snapshot, current).into_iter().filter(|o| !o.owing.is_there());
    let item = |o: OwedRow| DueItem {
        kind: DueKind::Report,
        on: Some(current.cutoff),
        first: None,
        extended: 0,
        unit: o.duty.0,
        task: o.duty.1,
        notice: None,
        state: Some(o.owing),
    };
    wanting.map(item).collect()
}

fn notices(snapshot: &Snapshot) -> impl Iterator<Item = DueItem> {
    let standing = snapshot.office.notices.iter().filter(|(_, n)| n.stands_on(snapshot.as_of));
    standing.flat_map(|(id, n)| {
        n.silent(snapshot.as_of).map(move |unit| DueItem {
            kind: DueKind::Notice,
            on: n.due,
            first: None,
            extended: 0,
            unit,
            task: match n.tasks.as_slice() {
                [one] => Some(*one),
                _ => None,
            },
            notice: Some(*id),
            state: None,
        })
    })
}
