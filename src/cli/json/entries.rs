//! Entries and what was done to them.

use serde::Serialize;

use crate::ledger::{Change, Coded, Entry, Evidence, Field, Version, changed};
use crate::plan::Plan;

/// One report.
#[derive(Serialize)]
pub(in crate::cli) struct EntryRow<'a> {
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
pub(in crate::cli) struct EvidenceRow<'a> {
    kind: &'static str,
    r#ref: &'a str,
    note: &'a str,
}

/// An element of `history`.
#[derive(Serialize)]
pub(in crate::cli) struct VersionRow<'a> {
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
pub(in crate::cli) struct Reversed<'a> {
    id: i64,
    undoes: i64,
    fields: Vec<&'static str>,
    /// As it stands now; `null` where it is gone.
    entry: Option<EntryRow<'a>>,
}

pub(in crate::cli) fn entry_row<'a>(plan: &'a Plan, entry: &'a Entry) -> EntryRow<'a> {
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

pub(in crate::cli) fn version_row<'a>(
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

pub(in crate::cli) fn reversed<'a>(
    plan: &'a Plan,
    change: &Change,
    entry: Option<&'a Entry>,
) -> Reversed<'a> {
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
