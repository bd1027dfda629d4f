//! Writing entries: row, standing, history and chain in one short transaction.

use std::time::Duration;

use rusqlite::{Transaction, TransactionBehavior, named_params};
use serde_json::json;

use super::history::{Event, append};
use super::{StoreError, Writer};
use crate::clock::Instant;
use crate::ledger::{Actor, Coded, Entry, EntryId, NewEntry, Revision};

/// How long a save waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

impl Writer {
    /// Stores a checked entry and returns it as stored, once it is safely on the disk.
    ///
    /// # Errors
    /// Nothing was written; see [`StoreError`].
    pub fn add(&mut self, new: &NewEntry, by: &Actor, at: Instant) -> Result<Entry, StoreError> {
        let plan = self.plan.clone();
        let unit = plan.unit(new.unit).map(|u| u.code.as_str()).unwrap_or_default();
        let pair = (plan.id.as_str(), new.task.0, unit);
        let _turn = self.turn.take(PATIENCE)?;
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let entry = stored(new, insert(&tx, pair, new, by, at)?, by, at);
        let stands = restand(&tx, pair)?;
        append(
            &tx,
            &Event {
                at,
                by,
                kind: "entry",
                object: entry.id.0.to_string(),
                action: "add",
                pair: Some(pair),
                stands,
                body: body(&entry, unit),
            },
        )?;
        tx.commit()?;
        Ok(entry)
    }
}

fn insert(
    tx: &Transaction<'_>,
    pair: (&str, u16, &str),
    new: &NewEntry,
    by: &Actor,
    at: Instant,
) -> Result<EntryId, StoreError> {
    tx.prepare_cached(
        "INSERT INTO entry(plan, task, unit, period, day, status, percent, progress, problems, next_steps, reporter, typed_by, created_at, updated_at)
         VALUES (:plan, :task, :unit, :period, :day, :status, :percent, :progress, :problems, :next_steps, :reporter, :typed_by, :at, :at)",
    )?
    .execute(named_params! {
        ":plan": pair.0, ":task": pair.1, ":unit": pair.2,
        ":period": new.period.to_string(), ":day": new.day.to_string(), ":status": new.status.code(),
        ":percent": new.percent.map(crate::ledger::Percent::get), ":progress": new.progress,
        ":problems": new.problems, ":next_steps": new.next_steps, ":reporter": new.reporter,
        ":typed_by": by.name, ":at": at.0,
    })?;
    Ok(EntryId(tx.last_insert_rowid()))
}

/// Derives a pair's standing afresh: one seek for the entry, one count.
fn restand(tx: &Transaction<'_>, pair: (&str, u16, &str)) -> Result<Option<EntryId>, StoreError> {
    tx.prepare_cached("DELETE FROM standing WHERE plan = ?1 AND task = ?2 AND unit = ?3")?.execute(pair)?;
    tx.prepare_cached(
        "INSERT INTO standing(plan, task, unit, entry, entries)
         SELECT ?1, ?2, ?3, id, (SELECT count(*) FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL)
         FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1",
    )?
    .execute(pair)?;
    let stands = tx
        .prepare_cached("SELECT entry FROM standing WHERE plan = ?1 AND task = ?2 AND unit = ?3")?
        .query_row(pair, |r| r.get(0));
    match stands {
        Ok(id) => Ok(Some(EntryId(id))),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(e) => Err(e.into()),
    }
}

fn stored(new: &NewEntry, id: EntryId, by: &Actor, at: Instant) -> Entry {
    Entry {
        id,
        task: new.task,
        unit: new.unit,
        period: new.period,
        day: new.day,
        status: new.status,
        percent: new.percent,
        progress: new.progress.clone(),
        problems: new.problems.clone(),
        next_steps: new.next_steps.clone(),
        reporter: new.reporter.clone(),
        typed_by: by.name.clone(),
        revision: Revision(1),
        created_at: at,
        updated_at: at,
    }
}

/// The state after the change as canonical JSON: keys in alphabetical order, no spaces, version first by number.
fn body(entry: &Entry, unit: &str) -> String {
    json!({
        "v": 1,
        "id": entry.id.0,
        "task": entry.task.0,
        "unit": unit,
        "period": entry.period.to_string(),
        "day": entry.day.to_string(),
        "status": entry.status.code(),
        "percent": entry.percent.map(crate::ledger::Percent::get),
        "progress": entry.progress,
        "problems": entry.problems,
        "next_steps": entry.next_steps,
        "reporter": entry.reporter,
        "typed_by": entry.typed_by,
        "revision": entry.revision.0,
        "created_at": entry.created_at.0,
        "updated_at": entry.updated_at.0,
        "deleted_at": null,
    })
    .to_string()
}
