//! Many new entries at once: one transaction, one turn, and what a pair's standing is worked out once at the end. The
//! record is the same as of one save after another.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Transaction};

use super::history::{self, Event, append_to};
use super::write::{Stamp, insert, restand, stored};
use super::{Found, StoreError, Writer, acts, body, gram, parts, rows};
use crate::clock::Instant;
use crate::ledger::{Act, Action, Actor, Coded, Deed, Entry, EntryId, NewEntry, Reviewed};
use crate::plan::{Plan, TaskNo};

/// What the rules make of many reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// The entries, in the order in which they are written.
    pub entries: Vec<(NewEntry, Reviewed)>,
    /// What is put on record beside them.
    pub act: Option<(Deed, Act)>,
}

/// The latest entry of a pair.
const LATEST: &str =
    "SELECT day, id FROM entry WHERE plan = ?1 AND task = ?2 AND unit = ?3 AND deleted_at IS NULL
  ORDER BY day DESC, id DESC LIMIT 1";

impl Writer {
    /// Looks at what is stored now without keeping anybody waiting, and writes nothing.
    ///
    /// # Errors
    /// See [`StoreError`], or what `ask` says.
    pub fn look<T, E: From<StoreError>>(
        &mut self,
        ask: impl FnOnce(&Found<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self.db.transaction().map_err(StoreError::from)?;
        ask(&Found::nothing(&tx, &self.plan))
    }

    /// Stores all the entries that `rule` makes of what is stored now, or none. `tell` hears how many are in, and ends it
    /// by an error.
    ///
    /// # Errors
    /// Nothing was written; see [`StoreError`], or what the rule says.
    pub fn batch<T, E: From<StoreError>>(
        &mut self,
        by: &Actor,
        at: Instant,
        rule: impl FnOnce(&Found<'_>) -> Result<(Batch, T), E>,
        tell: &mut dyn FnMut(i64) -> Result<(), StoreError>,
    ) -> Result<(Vec<Entry>, T), E> {
        self.turn(|plan, tx| {
            let (batch, more) = rule(&Found::nothing(tx, plan))?;
            let at = history::not_before(tx, at)?;
            let mut written = Written::new(tx, plan, by, at)?;
            let mut entries = Vec::with_capacity(batch.entries.len());
            for ((new, review), done) in batch.entries.into_iter().zip(1..) {
                entries.push(written.add(&new, review)?);
                tell(done)?;
            }
            written.finish()?;
            if let Some((deed, act)) = &batch.act {
                acts::write(tx, plan, act, *deed, by, at)?;
            }
            Ok((entries, more))
        })
    }
}

/// What was written so far.
struct Written<'t> {
    tx: &'t Transaction<'t>,
    plan: &'t Plan,
    by: &'t Actor,
    at: Instant,
    head: history::Head,
    last_at: i64,
    latest: HashMap<(TaskNo, String), Option<(Date, EntryId)>>,
}

impl<'t> Written<'t> {
    fn new(tx: &'t Transaction<'t>, plan: &'t Plan, by: &'t Actor, at: Instant) -> Result<Self, StoreError> {
        let (head, last_at) = history::newest(tx)?;
        Ok(Self { tx, plan, by, at, head, last_at, latest: HashMap::new() })
    }

    fn add(&mut self, new: &NewEntry, review: Reviewed) -> Result<Entry, StoreError> {
        let unit = self.plan.unit(new.unit).map(|u| u.code.as_str()).unwrap_or_default();
        let entry = stored(new, self.at, &Stamp::first(self.by, self.at, review));
        let entry = Entry { id: insert(self.tx, self.plan, &entry, unit)?, ..entry };
        parts::insert(self.tx, &entry, unit)?;
        gram::insert(self.tx, &entry)?;
        let event = Event {
            at: self.at,
            by: self.by,
            kind: "entry",
            object: entry.id.0.to_string(),
            action: Action::Add.code(),
            pair: Some((&self.plan.id, entry.task.0, unit)),
            stands: self.stands(&entry, unit)?,
            undoes: None,
            body: body::write(&entry, unit, None),
        };
        self.head = append_to(self.tx, self.head, self.last_at, &event)?;
        Ok(entry)
    }

    /// The latest entry of the pair after this one; a report in general has no standing.
    fn stands(&mut self, entry: &Entry, unit: &str) -> Result<Option<EntryId>, StoreError> {
        if entry.task == TaskNo::GENERAL {
            return Ok(None);
        }
        let key = (entry.task, unit.to_owned());
        let mut latest = match self.latest.get(&key) {
            Some(known) => *known,
            None => self
                .tx
                .prepare_cached(LATEST)?
                .query_row((&self.plan.id, entry.task.0, unit), |r| {
                    Ok((rows::day(r, 0)?, EntryId(r.get(1)?)))
                })
                .optional()?,
        };
        latest = latest.max(Some((entry.day, entry.id)));
        self.latest.insert(key, latest);
        Ok(latest.map(|(_, id)| id))
    }

    fn finish(self) -> Result<(), StoreError> {
        for (task, unit) in self.latest.keys() {
            restand(self.tx, (&self.plan.id, task.0, unit), None)?;
        }
        Ok(())
    }
}
