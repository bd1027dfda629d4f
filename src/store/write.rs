//! Writing: every way to save is the same few steps, and they are here.
//!
//! Take the turn, begin, look at what is stored now, let the rules decide, then write row, values, evidence, search
//! index, standing and record together, and commit. Nothing is half-written, and no rule decides on stale knowledge.

use rusqlite::{OptionalExtension, Transaction, named_params};

use super::found::Found;
use super::history::{Event, append};
use super::{StoreError, Writer, body, gram, parts};
use crate::clock::Instant;
use crate::ledger::{Action, Actor, Coded, Entry, EntryId, NewEntry, Percent, Reviewed, Revision};
use crate::plan::{Plan, TaskNo};

/// What the rules decide to do with an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Nothing: it already is as wanted.
    Nothing,
    /// Write it so, with what the office says of it.
    Put {
        /// What is done by that.
        action: Action,
        /// What was typed.
        new: Box<NewEntry>,
        /// What the office says of it.
        review: Reviewed,
        /// The row of the record that is taken back.
        undoes: Option<i64>,
    },
    /// Delete it.
    Remove(Action, Option<i64>),
}

impl Writer {
    /// Makes the search index anew from the entries.
    ///
    /// # Errors
    /// Nothing was changed; see [`StoreError`].
    pub fn rebuild_search(&mut self) -> Result<(), StoreError> {
        let mut waiting = self.wait.start();
        let _turn = self.turn.take(&mut waiting)?;
        self.place.check()?;
        let tx = waiting.begin(&self.db)?;
        gram::rebuild(&tx, self)?;
        Ok(tx.commit()?)
    }

    pub(super) fn turn<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Plan, &Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut waiting = self.wait.start();
        let _turn = self.turn.take(&mut waiting)?;
        self.place.check()?;
        let tx = waiting.begin(&self.db)?;
        // A newer program may have been at it since.
        super::schema::of(&tx)?;
        let done = work(&self.plan, &tx)?;
        tx.commit().map_err(StoreError::from)?;
        // What went into a file that nobody will open again is not saved.
        self.place.check()?;
        Ok(done)
    }
}

/// Writes a new entry.
pub(super) fn add_one(
    tx: &Transaction<'_>,
    plan: &Plan,
    (by, at): (&Actor, Instant),
    (new, review): (NewEntry, Reviewed),
) -> Result<Entry, StoreError> {
    let entry = stored(&new, at, &Stamp::first(by, at, review));
    let unit = plan.unit(new.unit).map(|u| u.code.as_str()).unwrap_or_default();
    let entry = Entry { id: insert(tx, plan, &entry, unit)?, ..entry };
    Save { tx, plan, by, at, action: Action::Add, undoes: None }.finish(&entry, unit, None, false)?;
    Ok(entry)
}

/// Does with an entry what `rule` decides of it. How it stands afterwards, or nothing where it is gone.
pub(super) fn change_one<E: From<StoreError>>(
    tx: &Transaction<'_>,
    plan: &Plan,
    (by, at): (&Actor, Instant),
    id: EntryId,
    rule: impl FnOnce(&Found<'_>) -> Result<Decision, E>,
) -> Result<Option<Entry>, E> {
    let found = Found::look(tx, plan, id)?;
    let decision = rule(&found)?;
    let (row, was_live) = (found.row()?, found.is_live());
    Ok(save(tx, plan, by, at, decision, &row, was_live)?)
}

fn save(
    tx: &Transaction<'_>,
    plan: &Plan,
    by: &Actor,
    at: Instant,
    decision: Decision,
    row: &Entry,
    was_live: bool,
) -> Result<Option<Entry>, StoreError> {
    let unit = plan.unit(row.unit).map(|u| u.code.as_str()).unwrap_or_default();
    let before = was_live.then_some(row);
    let next = Revision(row.revision.0 + 1);
    match decision {
        Decision::Nothing => Ok(before.cloned()),
        Decision::Put { action, new, review, undoes } => {
            let stamp = Stamp {
                id: row.id,
                revision: next,
                created_at: row.created_at,
                typed_by: &row.typed_by,
                review,
            };
            let entry = stored(&new, at, &stamp);
            update(tx, &entry, None)?;
            let save = Save { tx, plan, by, at, action, undoes };
            save.finish(&entry, unit, before, false)?;
            Ok(Some(entry))
        }
        Decision::Remove(action, undoes) => {
            let entry = Entry { revision: next, updated_at: at, ..row.clone() };
            update(tx, &entry, Some(at))?;
            Save { tx, plan, by, at, action, undoes }.finish(&entry, unit, before, true)?;
            Ok(None)
        }
    }
}

/// A change on its way into the record.
struct Save<'a> {
    tx: &'a Transaction<'a>,
    plan: &'a Plan,
    by: &'a Actor,
    at: Instant,
    action: Action,
    undoes: Option<i64>,
}

impl Save<'_> {
    /// Everything that hangs on the row just written.
    fn finish(
        &self,
        entry: &Entry,
        unit: &str,
        before: Option<&Entry>,
        gone: bool,
    ) -> Result<(), StoreError> {
        let pair = (self.plan.id.as_str(), entry.task.0, unit);
        if let Some(before) = before {
            gram::remove(self.tx, before)?;
        }
        if gone {
            parts::remove(self.tx, entry.id)?;
        } else {
            parts::write(self.tx, entry, unit)?;
            gram::insert(self.tx, entry)?;
        }
        let more = i64::from(!gone) - i64::from(before.is_some());
        let stands = if entry.task == TaskNo::GENERAL { None } else { restand(self.tx, pair, Some(more))? };
        append(
            self.tx,
            &Event {
                at: self.at,
                by: self.by,
                kind: "entry",
                object: entry.id.0.to_string(),
                action: self.action.code(),
                pair: Some(pair),
                stands,
                undoes: self.undoes,
                body: body::write(entry, unit, gone.then_some(self.at)),
            },
        )?;
        Ok(())
    }
}

/// What an entry has beside what was typed.
pub(super) struct Stamp<'a> {
    pub(super) id: EntryId,
    pub(super) revision: Revision,
    pub(super) created_at: Instant,
    pub(super) typed_by: &'a str,
    pub(super) review: Reviewed,
}

impl<'a> Stamp<'a> {
    pub(super) fn first(by: &'a Actor, at: Instant, review: Reviewed) -> Self {
        Self { id: EntryId(0), revision: Revision(1), created_at: at, typed_by: &by.name, review }
    }
}

pub(super) fn insert(
    tx: &Transaction<'_>,
    plan: &Plan,
    entry: &Entry,
    unit: &str,
) -> Result<EntryId, StoreError> {
    tx.prepare_cached(
        "INSERT INTO entry(plan, task, unit, period, day, status, percent, progress, problems, next_steps, reporter, typed_by, review, review_note, reviewed_by, highlight, created_at, updated_at)
         VALUES (:plan, :task, :unit, :period, :day, :status, :percent, :progress, :problems, :next_steps, :reporter, :typed_by, :review, :review_note, :reviewed_by, :highlight, :at, :at)",
    )?
    .execute(named_params! {
        ":plan": plan.id, ":task": entry.task.numbered(), ":unit": unit,
        ":period": entry.period.to_string(), ":day": entry.day.to_string(), ":status": entry.status.code(),
        ":percent": entry.percent.map(Percent::get), ":progress": entry.progress, ":problems": entry.problems,
        ":next_steps": entry.next_steps, ":reporter": entry.reporter, ":typed_by": entry.typed_by,
        ":review": entry.review.state.code(), ":review_note": entry.review.note, ":reviewed_by": entry.review.by,
        ":highlight": entry.review.highlight, ":at": entry.created_at.0,
    })?;
    Ok(EntryId(tx.last_insert_rowid()))
}

pub(super) fn update(
    tx: &Transaction<'_>,
    entry: &Entry,
    deleted_at: Option<Instant>,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "UPDATE entry SET period = :period, day = :day, status = :status, percent = :percent, progress = :progress,
           problems = :problems, next_steps = :next_steps, reporter = :reporter, review = :review, review_note = :review_note,
           reviewed_by = :reviewed_by, highlight = :highlight, revision = :revision,
           updated_at = :at, deleted_at = :deleted WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": entry.id.0, ":period": entry.period.to_string(), ":day": entry.day.to_string(),
        ":status": entry.status.code(), ":percent": entry.percent.map(Percent::get),
        ":progress": entry.progress, ":problems": entry.problems, ":next_steps": entry.next_steps,
        ":reporter": entry.reporter, ":revision": entry.revision.0, ":at": entry.updated_at.0,
        ":deleted": deleted_at.map(|at| at.0), ":review": entry.review.state.code(), ":review_note": entry.review.note,
        ":reviewed_by": entry.review.by, ":highlight": entry.review.highlight,
    })?;
    Ok(())
}

/// Derives a pair's standing afresh from the latest entry that is left. Of how many there are it says as many more as are known
/// to have come; only where that is not known are they counted, for a pair may have thousands.
pub(super) fn restand(
    tx: &Transaction<'_>,
    (plan, task, unit): (&str, u16, &str),
    more: Option<i64>,
) -> Result<Option<EntryId>, StoreError> {
    let had = tx
        .prepare_cached("DELETE FROM standing WHERE plan = ?1 AND task = ?2 AND unit = ?3 RETURNING entries")?
        .query_row((plan, task, unit), |r| r.get::<_, i64>(0))
        .optional()?;
    let entries = had.zip(more).map(|(had, more)| had + more);
    let stands = tx
        .prepare_cached(
            "INSERT INTO standing(plan, task, unit, entry, entries)
             SELECT ?1, ?2, ?3, id, coalesce(?4, (SELECT count(*) FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL))
             FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1
             RETURNING entry",
        )?
        .query_row((plan, task, unit, entries), |r| r.get(0).map(EntryId))
        .optional()?;
    Ok(stands)
}

pub(super) fn stored(new: &NewEntry, at: Instant, stamp: &Stamp<'_>) -> Entry {
    let mut readings = new.readings.clone();
    readings.sort_by(|a, b| a.indicator.cmp(&b.indicator));
    Entry {
        id: stamp.id,
        task: new.task,
        unit: new.unit,
        period: new.period,
        day: new.day,
        status: new.status,
        percent: new.percent,
        progress: new.progress.clone(),
        problems: new.problems.clone(),
        next_steps: new.next_steps.clone(),
        readings,
        evidence: new.evidence.clone(),
        reporter: new.reporter.clone(),
        typed_by: stamp.typed_by.to_owned(),
        review: stamp.review.clone(),
        revision: stamp.revision,
        created_at: stamp.created_at,
        updated_at: at,
    }
}
