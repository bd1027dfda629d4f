//! Machine output: fixed field names in a fixed order, codes instead of words, the same under any locale.

use std::fmt::Write as _;

use serde::Serialize;

use crate::ledger::{Change, Coded, Entry, Evidence, Field, Light, Version, changed, judge};
use crate::plan::{Assignment, Binding, Due, Indicator, Kind, Plan, Role, Target, Task, Unit, UnitIx};
use crate::query::{Facets, LightCounts, Row, UnitCount};
use crate::store::Snapshot;

/// A value as indented JSON in which no character can do harm on a terminal: what JSON itself does not escape
/// (C1, direction marks, characters without ink) is written as `\u202e`.
pub(super) fn text(value: &impl Serialize) -> String {
    escape(&serde_json::to_string_pretty(value).unwrap_or_default())
}

/// The same on one line.
pub(super) fn line(value: &impl Serialize) -> String {
    escape(&serde_json::to_string(value).unwrap_or_default())
}

fn escape(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut bytes = [0; 4];
    let mut units = [0; 2];
    for ch in json.chars() {
        let whole = ch.encode_utf8(&mut bytes);
        if ch == '\n' || matches!(crate::text::visible(whole), std::borrow::Cow::Borrowed(_)) {
            out.push(ch);
        } else {
            for unit in ch.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

/// An element of `list`.
#[derive(Serialize)]
pub(super) struct ListRow<'a> {
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
}

/// Everything of one task.
#[derive(Serialize)]
pub(super) struct ShowTask<'a> {
    #[serde(flatten)]
    row: ListRow<'a>,
    body: &'a str,
    measures: &'a [String],
    bracket: &'a str,
    assignments: Vec<AssignmentRow<'a>>,
    indicators: Vec<IndicatorRow<'a>>,
    entries: Vec<EntryRow<'a>>,
}

/// One unit in a bracket.
#[derive(Serialize)]
pub(super) struct AssignmentRow<'a> {
    unit: &'a str,
    role: &'static str,
    as_written: &'a str,
}

/// One report.
#[derive(Serialize)]
pub(super) struct EntryRow<'a> {
    id: i64,
    task: u16,
    unit: &'a str,
    period: String,
    status: &'static str,
    percent: Option<u8>,
    date: String,
    progress: &'a str,
    problems: &'a str,
    next_steps: &'a str,
    values: std::collections::BTreeMap<&'a str, String>,
    evidence: Vec<EvidenceRow<'a>>,
    reporter: &'a str,
    typed_by: &'a str,
    revision: i64,
    created_at: String,
    updated_at: String,
}

/// What a report can be checked by.
#[derive(Serialize)]
pub(super) struct EvidenceRow<'a> {
    kind: &'static str,
    r#ref: &'a str,
    note: &'a str,
}

/// An element of `history`.
#[derive(Serialize)]
pub(super) struct VersionRow<'a> {
    seq: i64,
    at: String,
    operator: &'a str,
    origin: &'a str,
    action: &'static str,
    undoes: Option<i64>,
    id: i64,
    revision: Option<i64>,
    /// What changed; empty where the entry came or went as a whole.
    fields: Vec<&'static str>,
    /// As it was after this; `null` where it was deleted.
    entry: Option<EntryRow<'a>>,
}

/// What `undo` or `redo` did.
#[derive(Serialize)]
pub(super) struct Reversed<'a> {
    id: i64,
    undoes: i64,
    fields: Vec<&'static str>,
    /// As it stands now; `null` where it is gone.
    entry: Option<EntryRow<'a>>,
}

/// An element of `units`.
#[derive(Serialize)]
pub(super) struct UnitRow<'a> {
    name: &'a str,
    kind: &'static str,
    aliases: &'a [String],
    /// `null` where the document does not say who the members are.
    members: Option<Vec<&'a str>>,
    leads: Vec<u16>,
    supports: Vec<u16>,
    covered: Vec<u16>,
}

/// An element of `indicators`.
#[derive(Serialize)]
pub(super) struct IndicatorRow<'a> {
    id: &'a str,
    task: Option<u16>,
    name: &'a str,
    comparator: &'static str,
    target: Option<String>,
    unit: &'a str,
    due: Option<String>,
    binding: &'static str,
    quote: &'a str,
    value: Option<String>,
    met: Option<bool>,
}

/// `plan`.
#[derive(Serialize)]
pub(super) struct PlanCard<'a> {
    title: &'a str,
    doc_no: &'a str,
    index_no: &'a str,
    issuer: &'a str,
    dated: String,
    published: String,
    groups: Vec<GroupRow<'a>>,
}

/// A group of `plan`.
#[derive(Serialize)]
pub(super) struct GroupRow<'a> {
    no: u16,
    numeral: &'a str,
    title: &'a str,
    tasks: Vec<u16>,
}

/// `status` without more words.
#[derive(Serialize)]
pub(super) struct Overview<'a> {
    title: &'a str,
    doc_no: &'a str,
    as_of: String,
    tasks: usize,
    lights: Lights,
    groups: Vec<GroupCount<'a>>,
    attention: Vec<ListRow<'a>>,
    latest: Vec<EntryRow<'a>>,
}

/// A count for each light.
#[derive(Serialize)]
pub(super) struct Lights {
    red: usize,
    yellow: usize,
    green: usize,
    grey: usize,
    pending: usize,
    closed: usize,
}

/// A group with its number of tasks.
#[derive(Serialize)]
pub(super) struct GroupCount<'a> {
    no: u16,
    title: &'a str,
    tasks: usize,
}

/// `status` of a unit.
#[derive(Serialize)]
pub(super) struct UnitStatus<'a> {
    #[serde(flatten)]
    unit: UnitRow<'a>,
    as_of: String,
    lights: Lights,
    tasks: Vec<ListRow<'a>>,
}

pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Covered => "covered",
    }
}

pub(super) const fn binding(binding: Binding) -> &'static str {
    match binding {
        Binding::Firm => "firm",
        Binding::Strive => "strive",
        Binding::Promote => "promote",
    }
}

/// A date, `yearly-03-31` for a day that comes back every year, `every-year`, `every-term`.
pub(super) fn due(due: Due) -> Option<String> {
    match due {
        Due::None => None,
        Due::On(day) | Due::Horizon(day) => Some(day.to_string()),
        Due::YearlyBy { month, day } => Some(format!("yearly-{month:02}-{day:02}")),
        Due::EveryYear => Some("every-year".to_owned()),
        Due::EveryTerm => Some("every-term".to_owned()),
    }
}

/// The number as the document writes it, `yes` for what is done or not done, nothing where it is left open.
pub(super) fn target(target: &Target) -> Option<String> {
    match target {
        Target::Number(number) => Some(number.to_string()),
        Target::Yes => Some("yes".to_owned()),
        Target::Unknown => None,
    }
}

pub(super) fn list_row<'a>(plan: &'a Plan, row: &Row<'a>, last: Option<&'a Entry>) -> ListRow<'a> {
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
        last_entry: last.map(|e| entry_row(plan, e)),
    }
}

pub(super) fn show_task<'a>(
    snapshot: &'a Snapshot,
    row: &Row<'a>,
    last: Option<&'a Entry>,
    entries: &'a [Entry],
) -> ShowTask<'a> {
    let (plan, task): (&'a Plan, &'a Task) = (&snapshot.plan, row.task);
    ShowTask {
        row: list_row(plan, row, last),
        body: &task.body,
        measures: &task.measures,
        bracket: &task.bracket,
        assignments: task.assignments.iter().map(|a| assignment_row(plan, a)).collect(),
        indicators: plan.indicators_of(Some(task.no)).map(|i| indicator_row(snapshot, i)).collect(),
        entries: entries.iter().map(|e| entry_row(plan, e)).collect(),
    }
}

fn assignment_row<'a>(plan: &'a Plan, a: &'a Assignment) -> AssignmentRow<'a> {
    AssignmentRow { unit: plan.unit_name(a.unit), role: role(a.role), as_written: &a.as_written }
}

pub(super) fn entry_row<'a>(plan: &'a Plan, entry: &'a Entry) -> EntryRow<'a> {
    EntryRow {
        id: entry.id.0,
        task: entry.task.0,
        unit: plan.unit_name(entry.unit),
        period: entry.period.to_string(),
        status: entry.status.code(),
        percent: entry.percent.map(crate::ledger::Percent::get),
        date: entry.day.to_string(),
        progress: &entry.progress,
        problems: &entry.problems,
        next_steps: &entry.next_steps,
        values: entry.readings.iter().map(|r| (r.indicator.as_str(), r.value.to_string())).collect(),
        evidence: entry.evidence.iter().map(evidence_row).collect(),
        reporter: &entry.reporter,
        typed_by: &entry.typed_by,
        revision: entry.revision.0,
        created_at: entry.created_at.iso(),
        updated_at: entry.updated_at.iso(),
    }
}

pub(super) fn version_row<'a>(
    plan: &'a Plan,
    version: &'a Version,
    before: Option<&Entry>,
) -> VersionRow<'a> {
    let after = version.entry.as_ref();
    let fields = before.zip(after).map(|(b, a)| changed(&b.as_new(), &a.as_new())).unwrap_or_default();
    VersionRow {
        seq: version.seq,
        at: version.at.iso(),
        operator: &version.operator,
        origin: &version.origin,
        action: version.action.code(),
        undoes: version.undoes,
        id: version.id.0,
        revision: after.map(|e| e.revision.0),
        fields: fields.into_iter().map(Field::code).collect(),
        entry: after.map(|e| entry_row(plan, e)),
    }
}

pub(super) fn reversed<'a>(plan: &'a Plan, change: &Change, entry: Option<&'a Entry>) -> Reversed<'a> {
    Reversed {
        id: change.id.0,
        undoes: change.seq,
        fields: change.fields.iter().map(|f| f.code()).collect(),
        entry: entry.map(|e| entry_row(plan, e)),
    }
}

fn evidence_row(evidence: &Evidence) -> EvidenceRow<'_> {
    EvidenceRow { kind: evidence.kind.code(), r#ref: &evidence.reference, note: &evidence.note }
}

pub(super) fn unit_row(plan: &Plan, ix: UnitIx) -> Option<UnitRow<'_>> {
    let unit: &Unit = plan.unit(ix)?;
    let tasks =
        |wanted| plan.tasks.iter().filter(|t| plan.role(t, ix) == Some(wanted)).map(|t| t.no.0).collect();
    let (kind, members) = match &unit.kind {
        Kind::Named => ("named", Some(Vec::new())),
        Kind::Collective(members) => {
            ("collective", members.as_ref().map(|m| m.iter().map(|u| plan.unit_name(*u)).collect()))
        }
    };
    Some(UnitRow {
        name: &unit.name,
        kind,
        aliases: &unit.aliases,
        members,
        leads: tasks(Role::Lead),
        supports: tasks(Role::Support),
        covered: tasks(Role::Covered),
    })
}

pub(super) fn indicator_row<'a>(snapshot: &Snapshot, indicator: &'a Indicator) -> IndicatorRow<'a> {
    let value = snapshot.readings.get(&indicator.id).map(|(reading, _, _)| &reading.value);
    IndicatorRow {
        id: &indicator.id,
        task: indicator.task.map(|t| t.0),
        name: &indicator.name,
        comparator: indicator.comparator.sign(),
        target: target(&indicator.target),
        unit: &indicator.measure,
        due: due(indicator.due),
        binding: binding(indicator.binding),
        quote: &indicator.quote,
        value: value.map(ToString::to_string),
        met: value.and_then(|v| judge(&snapshot.plan, indicator, v).met()),
    }
}

pub(super) fn plan_card(plan: &Plan) -> PlanCard<'_> {
    let groups = plan.groups.iter().map(|g| GroupRow {
        no: g.no.0,
        numeral: &g.numeral,
        title: &g.title,
        tasks: plan.tasks.iter().filter(|t| t.group == g.no).map(|t| t.no.0).collect(),
    });
    PlanCard {
        title: &plan.document.title,
        doc_no: &plan.document.doc_no,
        index_no: &plan.document.index_no,
        issuer: &plan.document.issuer,
        dated: plan.document.dated.to_string(),
        published: plan.document.published.to_string(),
        groups: groups.collect(),
    }
}

pub(super) fn lights(counts: &LightCounts) -> Lights {
    Lights {
        red: counts.of(Light::Red),
        yellow: counts.of(Light::Yellow),
        green: counts.of(Light::Green),
        grey: counts.of(Light::Grey),
        pending: counts.of(Light::Pending),
        closed: counts.of(Light::Closed),
    }
}

pub(super) fn overview<'a>(
    snapshot: &'a Snapshot,
    counts: &LightCounts,
    facets: &Facets,
    attention: Vec<ListRow<'a>>,
    latest: &'a [Entry],
) -> Overview<'a> {
    let plan = &snapshot.plan;
    let group = |no| plan.group(no).map_or("", |g| g.title.as_str());
    Overview {
        title: &plan.document.plan_title,
        doc_no: &plan.document.doc_no,
        as_of: snapshot.as_of.to_string(),
        tasks: plan.tasks.len(),
        lights: lights(counts),
        groups: facets
            .groups
            .iter()
            .map(|(no, tasks)| GroupCount { no: no.0, title: group(*no), tasks: *tasks })
            .collect(),
        attention,
        latest: latest.iter().map(|e| entry_row(plan, e)).collect(),
    }
}

pub(super) fn unit_status<'a>(
    snapshot: &'a Snapshot,
    count: &UnitCount,
    counts: &LightCounts,
    tasks: Vec<ListRow<'a>>,
) -> Option<UnitStatus<'a>> {
    Some(UnitStatus {
        unit: unit_row(&snapshot.plan, count.unit)?,
        as_of: snapshot.as_of.to_string(),
        lights: lights(counts),
        tasks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_raw_comes_through() {
        let hostile = "a\u{1b}[2J\u{9b}\u{202e}\u{200b}\u{e0041}\u{7f}\n中";
        let json = line(&hostile);
        assert_eq!(json, r#""a\u001b[2J\u009b\u202e\u200b\udb40\udc41\u007f\n中""#);
        assert_eq!(serde_json::from_str::<String>(&json).expect("still JSON"), hostile);
    }
}
