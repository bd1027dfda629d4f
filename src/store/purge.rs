//! Purging: what the record held of an entry is taken out for good, and a row of the record says so.
//!
//! The chain holds digests and stays as it is. Of a deleted entry the row is emptied too. What was in the file is
//! overwritten, in the write-ahead log and in the search index as well. Backups made before still have it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Transaction;
use serde_json::{Value, json};

use super::body::State;
use super::history::{Event, PURGE, append, not_before};
use super::versions::{self, Recorded};
use super::{Reader, StoreError, Writer, body, rows};
use crate::clock::Instant;
use crate::ledger::{Action, Actor, Entry, EntryId, PurgeNote, Revision, Status};
use crate::plan::{Plan, TaskNo, UnitIx};

/// How many pages of the search index are merged in one turn, so that others can save in between.
const MERGE: i64 = 500;

/// What is to be purged, as it is stored now.
pub struct Purge<'t> {
    tx: &'t Transaction<'t>,
    plan: &'t Plan,
    row: Entry,
    deleted: Option<Instant>,
    all: Vec<Recorded>,
}

/// What was purged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The rows of the record that hold nothing any more because of this.
    pub seqs: Vec<i64>,
    /// The row that says so; none where all was purged before.
    pub by: Option<i64>,
    /// Whether it is gone from the files too. Somebody who was reading kept the log from being cut; purging again
    /// does it.
    pub clean: bool,
}

impl Purge<'_> {
    /// Whether the entry is there for everybody to see.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.deleted.is_none()
    }

    /// The rows of the record about the entry that hold something, oldest first. The last one of a live entry is
    /// what it says now.
    #[must_use]
    pub fn seqs(&self) -> Vec<i64> {
        let full = |v: &&Recorded| v.is_change() && v.state != State::Purged;
        self.all.iter().filter(full).map(|v| v.seq).collect()
    }

    /// Whether the record has a row of this number about the entry.
    #[must_use]
    pub fn has(&self, seq: i64) -> bool {
        self.all.iter().any(|v| v.is_change() && v.seq == seq)
    }

    fn act(&mut self, seqs: &[i64], reason: &str, by: &Actor, at: Instant) -> Result<i64, StoreError> {
        let at = not_before(self.tx, at)?;
        let unit = self.plan.unit(self.row.unit).map(|u| u.code.clone()).unwrap_or_default();
        // A deleted entry of which nothing is left in the record has nothing left in its row either.
        let last = self.all.iter().rev().find(|v| v.is_change()).map(|v| v.seq);
        let left = match self.deleted.filter(|_| last.is_some_and(|seq| seqs.contains(&seq))) {
            None => Value::Null,
            Some(deleted) => {
                self.blank(at)?;
                serde_json::from_str(&body::write(&self.row, &unit, Some(deleted))).unwrap_or_default()
            }
        };
        let event = Event {
            at,
            by,
            kind: PURGE,
            object: self.row.id.0.to_string(),
            action: PURGE,
            pair: Some((&self.plan.id, self.row.task.0, &unit)),
            stands: None,
            undoes: None,
            body: json!({"v": 1, "left": left, "reason": reason, "seqs": seqs}).to_string(),
        };
        let head = append(self.tx, &event)?;
        let mut purge = self.tx.prepare("UPDATE history SET body = NULL WHERE seq = ?1")?;
        for seq in seqs {
            purge.execute([seq])?;
        }
        Ok(head.seq)
    }

    /// Empties the row of a deleted entry.
    fn blank(&mut self, at: Instant) -> Result<(), StoreError> {
        let row = &mut self.row;
        row.status = Status::NotStarted;
        row.percent = None;
        for text in [&mut row.progress, &mut row.problems, &mut row.next_steps, &mut row.reporter] {
            text.clear();
        }
        (row.revision, row.updated_at) = (Revision(row.revision.0 + 1), at);
        self.tx
            .prepare(
                "UPDATE entry SET status = 'not_started', percent = NULL, progress = '', problems = '', next_steps = '',
                   reporter = '', revision = ?2, updated_at = ?3 WHERE id = ?1",
            )?
            .execute((row.id.0, row.revision.0, at.0))?;
        Ok(())
    }
}

impl Writer {
    /// Purges what `rule` chooses of an entry's record, for a reason that goes on record.
    ///
    /// # Errors
    /// Nothing was purged; [`StoreError::NoEntry`], what the rule says, and others.
    pub fn purge<E: From<StoreError>>(
        &mut self,
        id: EntryId,
        reason: &str,
        by: &Actor,
        at: Instant,
        rule: impl FnOnce(&Purge<'_>) -> Result<Vec<i64>, E>,
    ) -> Result<Erased, E> {
        self.db.pragma_update(None, "secure_delete", true).map_err(StoreError::from)?;
        let (seqs, by) = self.turn(|plan, tx| {
            let mut purge = look(tx, plan, id)?;
            let mut seqs = rule(&purge)?;
            seqs.sort_unstable();
            seqs.dedup();
            let by = if seqs.is_empty() { None } else { Some(purge.act(&seqs, reason, by, at)?) };
            Ok::<_, E>((seqs, by))
        })?;
        let clean = self.wipe()?;
        Ok(Erased { seqs, by, clean })
    }

    /// What `rule` would choose, with nothing purged.
    ///
    /// # Errors
    /// [`StoreError::NoEntry`], what the rule says, and others.
    pub fn purge_preview<E: From<StoreError>>(
        &mut self,
        id: EntryId,
        rule: impl FnOnce(&Purge<'_>) -> Result<Vec<i64>, E>,
    ) -> Result<Vec<i64>, E> {
        let tx = self.db.transaction().map_err(StoreError::from)?;
        rule(&look(&tx, &self.plan, id)?)
    }

    /// Takes deleted words out of the search index for good and cuts the log. Whether nobody was in the way.
    fn wipe(&mut self) -> Result<bool, StoreError> {
        let mut pages = -MERGE;
        loop {
            let before = self.db.total_changes();
            self.turn(|_, tx| -> Result<(), StoreError> {
                tx.execute("INSERT INTO gram(gram, rank) VALUES ('merge', ?1)", [pages])?;
                Ok(())
            })?;
            // By the manual of FTS5, fewer than two changes mean that all is one piece.
            if self.db.total_changes() - before < 2 {
                break;
            }
            pages = MERGE;
        }
        let busy: i64 = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
        Ok(busy == 0)
    }
}

impl Reader {
    /// Entries that were there at a moment, by the record, and whose text of then was purged since: number, task and
    /// unit.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn purged_then(&self, known_at: Instant) -> Result<Vec<(EntryId, TaskNo, UnitIx)>, StoreError> {
        let mut purged = self.db.prepare("SELECT object FROM history WHERE kind = 'purge' AND at > ?1")?;
        let ids = purged.query_map([known_at.0], |r| rows::parsed(r, 0, |t| t.parse().ok()))?;
        // An entry may have been purged more than once.
        let ids = ids.collect::<rusqlite::Result<BTreeSet<i64>>>()?;
        let mut found = Vec::new();
        for id in ids.into_iter().map(EntryId) {
            let mut all = versions::of(&self.db, &self.plan, id)?;
            all.retain(Recorded::is_change);
            let until: Vec<&Recorded> = all.iter().filter(|v| v.at <= known_at).collect();
            if let Some(last) = until.last().filter(|v| v.state == State::Purged)
                && was_there(&until, i64::MAX)
            {
                found.push((id, last.task, last.unit));
            }
        }
        Ok(found)
    }
}

/// Whether an entry was there before a row of the record, by what was done to it and without what it said.
fn was_there(all: &[&Recorded], before: i64) -> bool {
    all.iter().rev().find(|v| v.seq < before).is_some_and(|last| match last.action {
        Action::Delete => false,
        Action::Undo | Action::Redo => last.undoes.is_some_and(|seq| was_there(all, seq)),
        Action::Add | Action::Edit | Action::Restore | Action::Approve | Action::Return | Action::Purge => {
            true
        }
    })
}

fn look<'t>(tx: &'t Transaction<'t>, plan: &'t Plan, id: EntryId) -> Result<Purge<'t>, StoreError> {
    use rusqlite::OptionalExtension as _;
    let sql = format!("SELECT {}, e.deleted_at FROM entry e WHERE e.id = ?1", rows::ENTRY);
    let found = tx
        .prepare(&sql)?
        .query_row([id.0], |r| Ok((rows::entry(plan, r)?, r.get::<_, Option<i64>>(rows::AFTER_ENTRY)?)))
        .optional()?;
    let (row, deleted) = found.ok_or(StoreError::NoEntry(id))?;
    Ok(Purge { tx, plan, row, deleted: deleted.map(Instant), all: versions::of(tx, plan, id)? })
}

/// What the records of purges say, taken together.
#[derive(Debug, Default)]
pub(super) struct Purges {
    seqs: BTreeSet<i64>,
    left: BTreeMap<i64, String>,
}

impl Purges {
    /// Takes in the body of one.
    pub(super) fn take(&mut self, object: &str, body: &str) {
        let Some((note, left)) = read(body) else { return };
        self.seqs.extend(note.seqs);
        if let (Ok(id), Some(left)) = (object.parse(), left) {
            self.left.insert(id, left);
        }
    }

    /// Whether a row was purged on record.
    pub(super) fn covers(&self, seq: i64) -> bool {
        self.seqs.contains(&seq)
    }

    /// What is left of a purged entry.
    pub(super) fn left(&self, id: EntryId) -> Option<&String> {
        self.left.get(&id.0)
    }
}

/// Reads the body of a purge: why and which rows, and what it left of the entry.
pub(super) fn read(body: &str) -> Option<(PurgeNote, Option<String>)> {
    let body: Value = serde_json::from_str(body).ok()?;
    let seqs = body.get("seqs")?.as_array()?.iter().map(Value::as_i64).collect::<Option<_>>()?;
    let left = body.get("left").filter(|l| !l.is_null()).map(Value::to_string);
    Some((PurgeNote { reason: body.get("reason")?.as_str()?.to_owned(), seqs }, left))
}
