//! Entries and what was done to them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::Telling;
use crate::clock::Instant;
use crate::error::Error;
use crate::ledger::{Acted, Change, Coded, Entry, EntryId, Evidence, Field, Part, Version, changed};
use crate::query::is_self_reviewed;

/// One report.
#[derive(Serialize)]
pub(in crate::cli) struct EntryRow<'a> {
    id: i64,
    /// `null` for a report in general.
    task: Option<u16>,
    unit: &'a str,
    period: String,
    status: &'static str,
    percent: Option<u8>,
    date: String,
    progress: &'a str,
    problems: &'a str,
    next_steps: &'a str,
    values: BTreeMap<&'a str, String>,
    evidence: Vec<EvidenceRow<'a>>,
    reporter: &'a str,
    typed_by: &'a str,
    revision: i64,
    created_at: String,
    updated_at: String,
    review: ReviewRow<'a>,
    /// Where values come from; left out where none says so.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    sources: BTreeMap<&'a str, &'a str>,
}

/// What the office said of a report.
#[derive(Serialize)]
pub(in crate::cli) struct ReviewRow<'a> {
    state: &'static str,
    note: &'a str,
    /// Empty where it passed by being typed by the office.
    by: &'a str,
    highlight: bool,
    self_reviewed: bool,
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
    /// Whether what it left was purged.
    purged: bool,
    /// Of a purge: why.
    reason: Option<&'a str>,
    /// Of a purge: the records.
    records: &'a [i64],
    /// Fingerprint of the key that was used over SSH; empty where none is known.
    key: &'a str,
}

/// What `delete` took out.
#[derive(Serialize)]
pub(in crate::cli) struct Deleted<'a> {
    #[serde(flatten)]
    entry: EntryRow<'a>,
    /// `false` for a preview.
    applied: bool,
}

/// What `undo` or `redo` did.
#[derive(Serialize)]
pub(in crate::cli) struct Reversed<'a> {
    id: i64,
    undoes: i64,
    fields: Vec<&'static str>,
    /// As it stands afterwards; `null` where it is gone.
    entry: Option<EntryRow<'a>>,
    /// `false` for a preview.
    applied: bool,
}

/// What is printed where somebody else was first.
#[derive(Serialize)]
pub(in crate::cli) struct Refused<'a> {
    conflict: ConflictRow<'a>,
}

#[derive(Serialize)]
struct ConflictRow<'a> {
    id: i64,
    /// `null` where there was none to go by.
    base: Option<i64>,
    /// `null` where the entry was deleted.
    stored: Option<i64>,
    by: &'a str,
    at: String,
    /// What both changed; empty where that was not asked.
    fields: Vec<&'static str>,
    /// Of `values` those that both changed; left out where that is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'a str>,
    /// Of `evidence` that which both changed; left out where that is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<&'a str>,
}

pub(in crate::cli) fn entry_row<'a>(telling: Telling<'a>, entry: &'a Entry) -> EntryRow<'a> {
    let sources = entry.readings.iter().filter(|r| !r.source.is_empty());
    EntryRow {
        id: entry.id.0,
        task: entry.task.numbered(),
        unit: telling.plan.unit_name(entry.unit),
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
        review: ReviewRow {
            state: entry.review.state.code(),
            note: &entry.review.note,
            by: &entry.review.by,
            highlight: entry.review.highlight,
            self_reviewed: is_self_reviewed(telling.own, entry),
        },
        sources: sources.map(|r| (r.indicator.as_str(), r.source.as_str())).collect(),
    }
}

pub(in crate::cli) fn version_row<'a>(
    telling: Telling<'a>,
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
        entry: after.map(|e| entry_row(telling, e)),
        purged: version.purged,
        reason: version.purge.as_ref().map(|p| p.reason.as_str()),
        records: version.purge.as_ref().map(|p| p.seqs.as_slice()).unwrap_or_default(),
        key: &version.key,
    }
}

pub(in crate::cli) fn reversed<'a>(
    telling: Telling<'a>,
    change: &Change,
    entry: Option<&'a Entry>,
    applied: bool,
) -> Reversed<'a> {
    Reversed {
        id: change.id.0,
        undoes: change.seq,
        fields: change.fields.iter().map(|f| f.code()).collect(),
        entry: entry.map(|e| entry_row(telling, e)),
        applied,
    }
}

pub(in crate::cli) fn deleted<'a>(telling: Telling<'a>, entry: &'a Entry, applied: bool) -> Deleted<'a> {
    Deleted { entry: entry_row(telling, entry), applied }
}

/// Who was first, where that is what went wrong.
pub(in crate::cli) fn refused(error: &Error) -> Option<Refused<'_>> {
    let row = |id: EntryId, by, at: Instant| ConflictRow {
        id: id.0,
        base: None,
        stored: None,
        by,
        at: at.iso(),
        fields: Vec::new(),
        values: Vec::new(),
        evidence: Vec::new(),
    };
    let conflict = match error {
        Error::Conflict(c) => {
            let mut row = row(c.theirs.id, &c.theirs_by, c.theirs_at);
            (row.base, row.stored) = (Some(c.base.revision.0), Some(c.theirs.revision.0));
            row.fields = c.parts.iter().map(|p| p.field().code()).collect();
            row.fields.dedup();
            for part in &c.parts {
                match part {
                    Part::Whole(_) => {}
                    Part::Value(indicator) => row.values.push(indicator),
                    Part::Evidence(_, reference) => row.evidence.push(reference),
                }
            }
            row
        }
        Error::Stale(s) => ConflictRow {
            base: Some(s.base.0).filter(|base| *base > 0),
            stored: Some(s.stored.0),
            ..row(s.id, &s.by, s.at)
        },
        Error::Gone { id, by, at } => row(*id, by, *at),
        _ => return None,
    };
    Some(Refused { conflict })
}

fn evidence_row(evidence: &Evidence) -> EvidenceRow<'_> {
    EvidenceRow { kind: evidence.kind.code(), r#ref: &evidence.reference, note: &evidence.note }
}

/// A record of what the office did.
#[derive(Serialize)]
pub(in crate::cli) struct ActedRow<'a> {
    seq: i64,
    at: String,
    operator: &'a str,
    origin: &'a str,
    action: &'static str,
    kind: &'a str,
    object: &'a str,
    /// As it was after this; `null` where it was purged.
    state: Option<serde_json::Value>,
}

pub(in crate::cli) fn acted_row(acted: &Acted) -> ActedRow<'_> {
    ActedRow {
        seq: acted.seq,
        at: acted.at.iso(),
        operator: &acted.operator,
        origin: &acted.origin,
        action: acted.deed.code(),
        kind: &acted.kind,
        object: &acted.object,
        state: acted.body.as_deref().and_then(|body| serde_json::from_str(body).ok()),
    }
}
