//! Entries as rows of a spreadsheet, for `log` and `export`.

use std::borrow::Cow;

use super::Telling;
use crate::ledger::{Coded, Entry, Evidence, Percent};

/// Headings for spreadsheets: the names that machine output uses.
pub(super) const COLUMNS: [&str; 19] = [
    "id",
    "task",
    "unit",
    "period",
    "status",
    "percent",
    "date",
    "progress",
    "problems",
    "next_steps",
    "reporter",
    "typed_by",
    "created_at",
    "updated_at",
    "values",
    "evidence",
    "review",
    "review_note",
    "highlight",
];

/// A row below [`COLUMNS`].
pub(super) fn cells<'e>(telling: Telling<'e>, e: &'e Entry) -> [Cow<'e, str>; 19] {
    let text = |text: &'e String| Cow::Borrowed(text.as_str());
    let readings = e.readings.iter();
    [
        e.id.0.to_string().into(),
        e.task.numbered().map(|no| no.to_string()).unwrap_or_default().into(),
        telling.plan.unit_name(e.unit).into(),
        e.period.to_string().into(),
        e.status.code().into(),
        e.percent.map(Percent::get).map(|p| p.to_string()).unwrap_or_default().into(),
        e.day.to_string().into(),
        text(&e.progress),
        text(&e.problems),
        text(&e.next_steps),
        text(&e.reporter),
        text(&e.typed_by),
        e.created_at.iso().into(),
        e.updated_at.iso().into(),
        lines(readings.map(|r| format!("{}={} {}", r.indicator, r.value, r.source).trim_end().to_owned())),
        lines(e.evidence.iter().map(Evidence::line)),
        e.review.state.code().into(),
        text(&e.review.note),
        if e.review.highlight { "true" } else { "false" }.into(),
    ]
}

/// What `--value` and `--evidence` take, one on each line.
fn lines<'e>(each: impl Iterator<Item = String>) -> Cow<'e, str> {
    each.collect::<Vec<_>>().join("\n").into()
}
