//! Between the rows of the database and the types of the ledger.

use jiff::civil::Date;
use rusqlite::Row;
use rusqlite::types::{ToSql, ToSqlOutput, Type};

use crate::clock::Instant;
use crate::ledger::{
    Coded, Entry, EntryId, EvidenceKind, Measured, Percent, Period, Review, Reviewed, Revision, Status,
};
use crate::plan::{Plan, TaskNo, Words};

/// The columns that [`entry`] reads, in its order.
pub(super) const ENTRY: &str = "e.id, e.task, e.unit, e.period, e.day, e.status, e.percent, e.progress, e.problems, e.next_steps, e.reporter, e.typed_by, e.revision, e.created_at, e.updated_at, e.review, e.review_note, e.reviewed_by, e.highlight";

/// The place of the first column after those of [`ENTRY`].
pub(super) const AFTER_ENTRY: usize = 19;

/// The statement for one entry, unless it is gone.
pub(super) fn one_entry() -> String {
    format!("SELECT {ENTRY} FROM entry e WHERE e.id = ?1 AND e.deleted_at IS NULL")
}

/// Reads an entry from the columns of [`ENTRY`]; its values and evidence stay to be attached.
pub(super) fn entry(plan: &Plan, r: &Row<'_>) -> rusqlite::Result<Entry> {
    let unit: String = r.get(2)?;
    Ok(Entry {
        id: EntryId(r.get(0)?),
        task: task(r, 1)?,
        unit: plan.unit_by_code(&unit).ok_or_else(|| odd(2, &unit))?,
        period: period(r, 3)?,
        day: day(r, 4)?,
        status: status(r, 5)?,
        percent: percent(r, 6)?,
        progress: r.get(7)?,
        problems: r.get(8)?,
        next_steps: r.get(9)?,
        readings: Vec::new(),
        evidence: Vec::new(),
        reporter: r.get(10)?,
        typed_by: r.get(11)?,
        review: Reviewed { state: review(r, 15)?, note: r.get(16)?, by: r.get(17)?, highlight: r.get(18)? },
        revision: Revision(r.get(12)?),
        created_at: Instant(r.get(13)?),
        updated_at: Instant(r.get(14)?),
    })
}

/// A task's number; nothing is a report in general.
pub(super) fn task(r: &Row<'_>, at: usize) -> rusqlite::Result<TaskNo> {
    Ok(r.get::<_, Option<u16>>(at)?.map_or(TaskNo::GENERAL, TaskNo))
}

pub(super) fn review(r: &Row<'_>, at: usize) -> rusqlite::Result<Review> {
    parsed(r, at, Review::parse)
}

pub(super) fn period(r: &Row<'_>, at: usize) -> rusqlite::Result<Period> {
    parsed(r, at, Period::parse)
}

pub(super) fn day(r: &Row<'_>, at: usize) -> rusqlite::Result<Date> {
    parsed(r, at, iso_day)
}

/// A day as this program writes it; a look-up reads hundreds.
fn iso_day(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let plain = [(year, 4), (month, 2), (day, 2)].iter().all(|(part, digits)| part.len() == *digits);
    let day = plain.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok());
    day.flatten().or_else(|| text.parse().ok())
}

pub(super) fn status(r: &Row<'_>, at: usize) -> rusqlite::Result<Status> {
    parsed(r, at, Status::parse)
}

pub(super) fn percent(r: &Row<'_>, at: usize) -> rusqlite::Result<Option<Percent>> {
    Ok(r.get::<_, Option<i64>>(at)?.and_then(Percent::new))
}

pub(super) fn measured(r: &Row<'_>, at: usize) -> rusqlite::Result<Measured> {
    parsed(r, at, |text| text.parse().ok())
}

pub(super) fn evidence_kind(r: &Row<'_>, at: usize) -> rusqlite::Result<EvidenceKind> {
    parsed(r, at, EvidenceKind::parse)
}

pub(super) fn parsed<T>(r: &Row<'_>, at: usize, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = r.get_ref(at)?.as_str()?;
    parse(text).ok_or_else(|| odd(at, text))
}

/// A value that this program never writes: somebody else changed the file.
fn odd(at: usize, text: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, format!("unknown value {text:?}").into())
}

impl ToSql for Words {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}
