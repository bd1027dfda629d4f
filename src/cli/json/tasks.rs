//! Tasks with where they stand, and the overviews over them.

use serde::Serialize;

use super::entries::{EntryRow, entry_row};
use super::office::{ClosureRow, ExtensionRow, NoticeRow, PeriodRow, closure_row, extension_row, notice_row};
use super::plan::{
    AssignmentRow, ContactRow, IndicatorRow, UnitRow, assignment_row, contact_row, indicator_row, unit_row,
};
use crate::cli::Telling;
use crate::ledger::{Coded, Entry, Light, Review, Status};
use crate::plan::{GroupNo, Kind, Plan, Role, Task, Words};
use crate::query::{LightCounts, Row, Trouble, UnitCount, not_reached, owing_now};
use crate::store::Snapshot;

/// An element of `list`.
#[derive(Serialize)]
pub(in crate::cli) struct ListRow<'a> {
    task: u16,
    group: u16,
    title: &'a str,
    lead: Option<&'a str>,
    support: Vec<&'a str>,
    collective: Vec<&'a str>,
    note: Option<&'a str>,
    unit: Option<&'a str>,
    status: Option<&'static str>,
    percent: Option<u8>,
    light: &'static str,
    light_reason: String,
    due: Option<String>,
    last_entry: Option<EntryRow<'a>>,
    first_due: Option<String>,
    extended: usize,
}

/// Everything of one task.
#[derive(Serialize)]
pub(in crate::cli) struct ShowTask<'a> {
    #[serde(flatten)]
    row: ListRow<'a>,
    body: &'a str,
    measures: &'a [Words],
    bracket: &'a str,
    assignments: Vec<AssignmentRow<'a>>,
    indicators: Vec<IndicatorRow<'a>>,
    entries: Vec<EntryRow<'a>>,
    /// The closing that holds.
    closure: Option<ClosureRow<'a>>,
    extensions: Vec<ExtensionRow<'a>>,
    notices: Vec<NoticeRow<'a>>,
    /// What became of the lead's report for the current period.
    owing: Option<&'static str>,
    trouble: Vec<TroubleRow<'a>>,
    /// Ids of goals that nobody is held to and that were not reached.
    not_reached: Vec<&'a str>,
    /// Whom one calls at the unit whose standing it is.
    contact: Option<ContactRow<'a>>,
}

/// A supporting unit that is behind or whose report was sent back.
#[derive(Serialize)]
pub(in crate::cli) struct TroubleRow<'a> {
    unit: &'a str,
    state: &'static str,
    entry: i64,
    why: String,
}

/// `status` without more words.
#[derive(Serialize)]
pub(in crate::cli) struct Overview<'a> {
    title: &'a str,
    doc_no: &'a str,
    as_of: String,
    tasks: usize,
    lights: Lights,
    groups: Vec<GroupCount<'a>>,
    attention: Vec<ListRow<'a>>,
    latest: Vec<EntryRow<'a>>,
    /// The current period; `null` before the first was opened.
    period: Option<PeriodRow>,
    /// Reports that wait for the office.
    waiting: usize,
    /// The lights at the end of the period before; `null` where there was none.
    lights_before: Option<Lights>,
    /// Reports that came since the operator last left the screen; `null` where they never did.
    new: Option<usize>,
}

/// A count for each light.
#[derive(Serialize)]
pub(in crate::cli) struct Lights {
    red: usize,
    yellow: usize,
    green: usize,
    grey: usize,
    pending: usize,
    closed: usize,
}

/// A group with its number of tasks.
#[derive(Serialize)]
pub(in crate::cli) struct GroupCount<'a> {
    no: u16,
    title: &'a str,
    tasks: usize,
}

/// `status` of a unit.
#[derive(Serialize)]
pub(in crate::cli) struct UnitStatus<'a> {
    #[serde(flatten)]
    unit: UnitRow<'a>,
    as_of: String,
    lights: Lights,
    tasks: Vec<ListRow<'a>>,
}

pub(in crate::cli) fn list_row<'a>(
    snapshot: &'a Snapshot,
    row: &Row<'a>,
    last: Option<&'a Entry>,
) -> ListRow<'a> {
    let plan: &'a Plan = &snapshot.plan;
    let named = |of: fn(&Kind) -> bool| -> Vec<&'a str> {
        let supporting = row.task.assignments.iter().filter(|a| a.role == Role::Support);
        supporting
            .filter_map(|a| plan.unit(a.unit))
            .filter(|u| of(&u.kind))
            .map(|u| u.name.as_str())
            .collect()
    };
    ListRow {
        task: row.task.no.0,
        group: row.task.group.0,
        title: &row.task.title,
        lead: row.task.lead().map(|u| plan.unit_name(u)),
        support: named(|k| *k == Kind::Named),
        collective: named(|k| *k != Kind::Named),
        note: row.task.note.as_deref(),
        unit: row.unit.map(|u| plan.unit_name(u)),
        status: row.standing.map(|s| s.status.code()),
        percent: row.standing.and_then(|s| s.percent).map(crate::ledger::Percent::get),
        light: row.light.code(),
        light_reason: row.reason.short(crate::strings::Lang::Zh),
        due: row.deadline.map(|d| d.on.to_string()),
        last_entry: last.map(|e| entry_row(Telling::of(snapshot), e)),
        first_due: row.dated.and_then(|d| d.first).map(|d| d.to_string()),
        extended: row.dated.map_or(0, |d| d.times),
    }
}

pub(in crate::cli) fn show_task<'a>(
    snapshot: &'a Snapshot,
    row: &Row<'a>,
    last: Option<&'a Entry>,
    entries: &'a [Entry],
    trouble: &[(Trouble<'a>, String)],
) -> ShowTask<'a> {
    let (office, as_of) = (&snapshot.office, snapshot.as_of);
    let of_task = office.extensions.iter().filter(|(_, e)| e.task == row.task.no && e.on <= as_of);
    let notices = office.notices.iter().filter(|(_, n)| n.tasks.contains(&row.task.no) && n.on <= as_of);
    let (plan, task): (&'a Plan, &'a Task) = (&snapshot.plan, row.task);
    ShowTask {
        row: list_row(snapshot, row, last),
        body: &task.body,
        measures: &task.measures,
        bracket: &task.bracket,
        assignments: task.assignments.iter().map(|a| assignment_row(plan, a)).collect(),
        indicators: plan.indicators_of(Some(task.no)).map(|i| indicator_row(snapshot, i)).collect(),
        entries: entries.iter().map(|e| entry_row(Telling::of(snapshot), e)).collect(),
        closure: office.closed(task.no, as_of).map(closure_row),
        extensions: of_task.map(|(id, e)| extension_row(*id, e)).collect(),
        notices: notices.map(|(id, n)| notice_row(plan, *id, n, as_of)).collect(),
        owing: task.lead().and_then(|l| owing_now(snapshot, (l, Some(task.no)))).map(Coded::code),
        trouble: trouble.iter().map(|(t, why)| trouble_row(plan, t, why)).collect(),
        not_reached: not_reached(snapshot, task).map(|i| i.id.as_str()).collect(),
        contact: row.unit.and_then(|u| contact_row(office, u)),
    }
}

fn trouble_row<'a>(plan: &'a Plan, trouble: &Trouble<'_>, why: &str) -> TroubleRow<'a> {
    let returned = trouble.standing.review == Review::Returned;
    TroubleRow {
        unit: plan.unit_name(trouble.unit),
        state: if returned { Review::Returned.code() } else { Status::Behind.code() },
        entry: trouble.standing.entry.0,
        why: why.to_owned(),
    }
}

pub(in crate::cli) fn lights(counts: &LightCounts) -> Lights {
    Lights {
        red: counts.of(Light::Red),
        yellow: counts.of(Light::Yellow),
        green: counts.of(Light::Green),
        grey: counts.of(Light::Grey),
        pending: counts.of(Light::Pending),
        closed: counts.of(Light::Closed),
    }
}

pub(in crate::cli) fn overview<'a>(
    snapshot: &'a Snapshot,
    counts: &LightCounts,
    groups: &[(GroupNo, usize)],
    attention: Vec<ListRow<'a>>,
    latest: &'a [Entry],
    (period, before, new): (Option<PeriodRow>, Option<&LightCounts>, Option<usize>),
) -> Overview<'a> {
    let plan = &snapshot.plan;
    let group = |no| plan.group(no).map_or("", |g| g.title.as_str());
    Overview {
        title: &plan.document.plan_title,
        doc_no: &plan.document.doc_no,
        as_of: snapshot.as_of.to_string(),
        tasks: plan.tasks.len(),
        lights: lights(counts),
        groups: groups
            .iter()
            .map(|(no, tasks)| GroupCount { no: no.0, title: group(*no), tasks: *tasks })
            .collect(),
        attention,
        latest: latest.iter().map(|e| entry_row(Telling::of(snapshot), e)).collect(),
        period,
        waiting: snapshot.waiting,
        lights_before: before.map(lights),
        new,
    }
}

pub(in crate::cli) fn unit_status<'a>(
    snapshot: &'a Snapshot,
    count: &UnitCount,
    counts: &LightCounts,
    tasks: Vec<ListRow<'a>>,
) -> Option<UnitStatus<'a>> {
    Some(UnitStatus {
        unit: unit_row(&snapshot.plan, &snapshot.office, count.unit)?,
        as_of: snapshot.as_of.to_string(),
        lights: lights(counts),
        tasks,
    })
}
