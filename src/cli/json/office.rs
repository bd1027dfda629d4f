//! The office's work: periods and what is owed, what is due, closings, extensions, notices, settings, operators.

use jiff::civil::Date;
use serde::Serialize;

use super::plan::{ContactRow, contact_row};
use crate::ledger::{Closure, Coded, Extension, Notice, NoticeId, Opened, Owing, Setting, Settings};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::query::{DueItem, OwedCounts, OwedRow as Owed};
use crate::store::Snapshot;

/// An element of `period`.
#[derive(Serialize)]
pub(in crate::cli) struct PeriodRow {
    period: String,
    starts: String,
    ends: String,
    opened: String,
    cutoff: String,
    closed: Option<String>,
    days_left: i32,
    #[serde(flatten)]
    counts: Counts,
}

/// How many reports are owed, came, are missing.
#[derive(Serialize)]
pub(in crate::cli) struct Counts {
    owed: usize,
    reported: usize,
    late: usize,
    missing: usize,
    returned: usize,
}

/// `missing`.
#[derive(Serialize)]
pub(in crate::cli) struct Missing<'a> {
    as_of: String,
    period: Option<PeriodRow>,
    reports: Vec<OwedRow<'a>>,
}

/// An element of its `reports`.
#[derive(Serialize)]
pub(in crate::cli) struct OwedRow<'a> {
    state: &'static str,
    unit: &'a str,
    task: Option<u16>,
    title: Option<&'a str>,
    first: Option<String>,
    contact: Option<ContactRow<'a>>,
}

/// An element of `due`.
#[derive(Serialize)]
pub(in crate::cli) struct DueRow<'a> {
    kind: &'static str,
    due: Option<String>,
    days_left: Option<i32>,
    first_due: Option<String>,
    extended: usize,
    unit: &'a str,
    task: Option<u16>,
    notice: Option<i64>,
    state: Option<&'static str>,
    text: &'a str,
}

impl DueRow<'_> {
    /// The names of machine output, for a spreadsheet.
    pub(in crate::cli) const SHEET: [&'static str; 10] =
        ["kind", "due", "days_left", "first_due", "extended", "unit", "task", "notice", "state", "text"];

    /// The same for a spreadsheet.
    pub(in crate::cli) fn sheet(self) -> Vec<String> {
        vec![
            self.kind.to_owned(),
            self.due.unwrap_or_default(),
            self.days_left.map(|days| days.to_string()).unwrap_or_default(),
            self.first_due.unwrap_or_default(),
            self.extended.to_string(),
            self.unit.to_owned(),
            self.task.map(|t| t.to_string()).unwrap_or_default(),
            self.notice.map(|n| n.to_string()).unwrap_or_default(),
            self.state.unwrap_or_default().to_owned(),
            self.text.to_owned(),
        ]
    }
}

/// A closing.
#[derive(Serialize)]
pub(in crate::cli) struct ClosureRow<'a> {
    task: u16,
    date: String,
    reason: &'a str,
    reopened: Option<String>,
    reopen_reason: Option<&'a str>,
}

/// A date that was moved.
#[derive(Serialize)]
pub(in crate::cli) struct ExtensionRow<'a> {
    extension: i64,
    task: u16,
    from: String,
    to: String,
    reason: &'a str,
    approved_by: &'a str,
    doc_no: &'a str,
    date: String,
    withdrawn: Option<String>,
    withdraw_reason: Option<&'a str>,
}

/// A notice.
#[derive(Serialize)]
pub(in crate::cli) struct NoticeRow<'a> {
    notice: i64,
    kind: &'static str,
    units: Vec<&'a str>,
    tasks: Vec<u16>,
    date: String,
    due: Option<String>,
    text: &'a str,
    answers: Vec<AnswerRow<'a>>,
    unanswered: Vec<&'a str>,
    ended: Option<String>,
    result: Option<&'a str>,
}

/// An element of its `answers`.
#[derive(Serialize)]
pub(in crate::cli) struct AnswerRow<'a> {
    unit: &'a str,
    date: String,
    text: &'a str,
}

/// A setting.
#[derive(Serialize)]
pub(in crate::cli) struct SettingRow {
    name: &'static str,
    value: String,
    default: String,
    choices: String,
}

pub(in crate::cli) fn period_row(opened: &Opened, counts: OwedCounts, as_of: Date) -> PeriodRow {
    PeriodRow {
        period: opened.period.to_string(),
        starts: opened.period.starts().to_string(),
        ends: opened.period.ends().to_string(),
        opened: opened.on.to_string(),
        cutoff: opened.cutoff.to_string(),
        closed: opened.closed.filter(|day| *day <= as_of).map(|d| d.to_string()),
        days_left: as_of.until(opened.cutoff).map_or(0, |span| span.get_days()),
        counts: Counts {
            owed: counts.all(),
            reported: counts.came(),
            late: counts.count(Owing::Late),
            missing: counts.count(Owing::Due) + counts.count(Owing::Missing),
            returned: counts.count(Owing::Returned),
        },
    }
}

pub(in crate::cli) fn missing<'a>(
    snapshot: &'a Snapshot,
    period: Option<PeriodRow>,
    shown: &[Owed],
) -> Missing<'a> {
    let plan = &snapshot.plan;
    let row = |o: &Owed| OwedRow {
        state: o.owing.code(),
        unit: plan.unit_name(o.duty.0),
        task: o.duty.1.map(|t| t.0),
        title: o.duty.1.and_then(|t| plan.task(t)).map(|t| t.title.as_str()),
        first: o.came.map(|d| d.to_string()),
        contact: contact_row(&snapshot.office, o.duty.0),
    };
    Missing { as_of: snapshot.as_of.to_string(), period, reports: shown.iter().map(row).collect() }
}

pub(in crate::cli) fn due_row<'a>(snapshot: &'a Snapshot, item: &DueItem) -> DueRow<'a> {
    DueRow {
        kind: item.kind.code(),
        due: item.on.map(|on| on.to_string()),
        days_left: item.left(snapshot.as_of),
        first_due: item.first.map(|d| d.to_string()),
        extended: item.extended,
        unit: snapshot.plan.unit_name(item.unit),
        task: item.task.map(|t| t.0),
        notice: item.notice.map(|n| n.0),
        state: item.state.map(Owing::code),
        text: what_is_due(snapshot, item),
    }
}

/// The text of a notice, else the title of the task.
pub(in crate::cli) fn what_is_due<'a>(snapshot: &'a Snapshot, item: &DueItem) -> &'a str {
    let notice = item.notice.and_then(|id| snapshot.office.notices.iter().find(|(n, _)| *n == id));
    let title = || item.task.and_then(|t| snapshot.plan.task(t)).map_or("", |t| t.title.as_str());
    notice.map_or_else(title, |(_, n)| n.text.as_str())
}

pub(in crate::cli) fn closure_row(closure: &Closure) -> ClosureRow<'_> {
    ClosureRow {
        task: closure.task.0,
        date: closure.on.to_string(),
        reason: &closure.reason,
        reopened: closure.reopened.as_ref().map(|(day, _)| day.to_string()),
        reopen_reason: closure.reopened.as_ref().map(|(_, why)| why.as_str()),
    }
}

pub(in crate::cli) fn extension_row(id: i64, extension: &Extension) -> ExtensionRow<'_> {
    ExtensionRow {
        extension: id,
        task: extension.task.0,
        from: extension.from.to_string(),
        to: extension.to.to_string(),
        reason: &extension.reason,
        approved_by: &extension.approved_by,
        doc_no: &extension.doc_no,
        date: extension.on.to_string(),
        withdrawn: extension.withdrawn.as_ref().map(|(day, _)| day.to_string()),
        withdraw_reason: extension.withdrawn.as_ref().map(|(_, why)| why.as_str()),
    }
}

/// A notice as of a day: later answers and a later end are not told.
pub(in crate::cli) fn notice_row<'a>(
    plan: &'a Plan,
    id: NoticeId,
    notice: &'a Notice,
    as_of: Date,
) -> NoticeRow<'a> {
    let name = |unit: UnitIx| plan.unit_name(unit);
    let answers = notice.answers.iter().filter(|a| a.on <= as_of);
    let ended = notice.ended.as_ref().filter(|(day, _)| *day <= as_of);
    NoticeRow {
        notice: id.0,
        kind: notice.kind.code(),
        units: notice.units.iter().map(|u| name(*u)).collect(),
        tasks: notice.tasks.iter().map(|t: &TaskNo| t.0).collect(),
        date: notice.on.to_string(),
        due: notice.due.map(|d| d.to_string()),
        text: &notice.text,
        answers: answers
            .map(|a| AnswerRow { unit: name(a.unit), date: a.on.to_string(), text: &a.text })
            .collect(),
        unanswered: notice.unanswered(as_of).map(name).collect(),
        ended: ended.map(|(day, _)| day.to_string()),
        result: ended.map(|(_, result)| result.as_str()),
    }
}

pub(in crate::cli) fn setting_row(plan: &Plan, settings: &Settings, setting: Setting) -> SettingRow {
    SettingRow {
        name: setting.code(),
        value: settings.get(plan, setting),
        default: Settings::default().get(plan, setting),
        choices: setting_choices(plan, setting),
    }
}

/// What a setting can be, as its refusals say it.
pub(in crate::cli) fn setting_choices(plan: &Plan, setting: Setting) -> String {
    // No setting can be a question mark.
    let fault = Settings::default().set(plan, setting, "?").err();
    fault.map(|f| f.to_string()).unwrap_or_default()
}
