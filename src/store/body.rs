//! The state of an entry as the record keeps it: canonical JSON, keys in alphabetical order, no spaces.

use serde::Deserialize;
use serde_json::json;

use super::StoreError;
use crate::clock::Instant;
use crate::ledger::{
    Coded, Entry, EntryId, Evidence, EvidenceKind, Percent, Period, Reading, Review, Reviewed, Revision,
    Status,
};
use crate::plan::{Plan, TaskNo};

/// The entry after a change; a deleted one keeps its texts but no values and no evidence, as its row does.
pub(super) fn write(entry: &Entry, unit: &str, deleted_at: Option<Instant>) -> String {
    let live = deleted_at.is_none();
    let readings = entry.readings.iter().filter(|_| live);
    let evidence = entry.evidence.iter().filter(|_| live);
    let mut body = json!({
        "v": 1,
        "id": entry.id.0,
        "task": entry.task.numbered(),
        "unit": unit,
        "period": entry.period.to_string(),
        "day": entry.day.to_string(),
        "status": entry.status.code(),
        "percent": entry.percent.map(Percent::get),
        "progress": entry.progress,
        "problems": entry.problems,
        "next_steps": entry.next_steps,
        "readings": readings.map(|r| json!([r.indicator, r.value.to_string(), r.source])).collect::<Vec<_>>(),
        "evidence": evidence.map(|e| json!([e.kind.code(), e.reference, e.note])).collect::<Vec<_>>(),
        "reporter": entry.reporter,
        "typed_by": entry.typed_by,
        "revision": entry.revision.0,
        "created_at": entry.created_at.0,
        "updated_at": entry.updated_at.0,
        "deleted_at": deleted_at.map(|at| at.0),
    });
    // Left out where nothing was said, as before there was anything to say.
    if entry.review != Reviewed::default()
        && let Some(map) = body.as_object_mut()
    {
        let r = &entry.review;
        map.insert("review".to_owned(), json!([r.state.code(), r.note, r.by, r.highlight]));
    }
    body.to_string()
}

/// What the record says of an entry after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    /// It was there, as this.
    There(Box<Entry>),
    /// It was deleted.
    Gone,
    /// The record no longer says.
    Purged,
}

impl State {
    /// The entry, where there was one.
    pub(super) fn entry(self) -> Option<Entry> {
        match self {
            Self::There(entry) => Some(*entry),
            Self::Gone | Self::Purged => None,
        }
    }
}

/// Reads a body back.
pub(super) fn read(plan: &Plan, body: Option<&str>) -> Result<State, StoreError> {
    let Some(text) = body else { return Ok(State::Purged) };
    let odd = || StoreError::Damaged(format!("a record that cannot be read: {text:.80}"));
    let body: Body = serde_json::from_str(text).map_err(|_| odd())?;
    if body.deleted_at.is_some() {
        return Ok(State::Gone);
    }
    body.entry(plan).map(|e| State::There(Box::new(e))).ok_or_else(odd)
}

/// Reads the row that a body describes, deleted or not.
pub(super) fn row(plan: &Plan, text: &str) -> Option<(Entry, Option<Instant>)> {
    let body: Body = serde_json::from_str(text).ok()?;
    let deleted = body.deleted_at.map(Instant);
    Some((body.entry(plan)?, deleted))
}

#[derive(Deserialize)]
struct Body {
    id: i64,
    task: Option<u16>,
    unit: String,
    period: String,
    day: String,
    status: String,
    percent: Option<i64>,
    progress: String,
    problems: String,
    next_steps: String,
    readings: Vec<(String, String, String)>,
    evidence: Vec<(String, String, String)>,
    reporter: String,
    typed_by: String,
    #[serde(default)]
    review: Option<(String, String, String, bool)>,
    revision: i64,
    created_at: i64,
    updated_at: i64,
    deleted_at: Option<i64>,
}

impl Body {
    fn entry(self, plan: &Plan) -> Option<Entry> {
        let readings = self.readings.into_iter().map(|(indicator, value, source)| {
            Some(Reading { indicator, value: value.parse().ok()?, source })
        });
        let evidence = self.evidence.into_iter().map(|(kind, reference, note)| {
            Some(Evidence { kind: EvidenceKind::parse(&kind)?, reference, note })
        });
        Some(Entry {
            id: EntryId(self.id),
            task: self.task.map_or(TaskNo::GENERAL, TaskNo),
            unit: plan.unit_by_code(&self.unit)?,
            period: Period::parse(&self.period)?,
            day: self.day.parse().ok()?,
            status: Status::parse(&self.status)?,
            percent: self.percent.and_then(Percent::new),
            progress: self.progress,
            problems: self.problems,
            next_steps: self.next_steps,
            readings: readings.collect::<Option<_>>()?,
            evidence: evidence.collect::<Option<_>>()?,
            reporter: self.reporter,
            typed_by: self.typed_by,
            review: match self.review {
                None => Reviewed::default(),
                Some((state, note, by, highlight)) => {
                    Reviewed { state: Review::parse(&state)?, note, by, highlight }
                }
            },
            revision: Revision(self.revision),
            created_at: Instant(self.created_at),
            updated_at: Instant(self.updated_at),
        })
    }
}
