//! Finding entries by what they say. The index names candidates; each is then looked at literally.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Row};

use super::then::Then;
use super::{Reader, StoreError, When, gram, parts, rows};
use crate::ledger::{Entry, EntryId};
use crate::plan::{TaskNo, UnitIx};
use crate::text::fold;

/// Candidates, last written first.
const BY_GRAM: &str = "SELECT rowid FROM gram WHERE gram MATCH ?1 ORDER BY rowid DESC";

/// All, for a text that the index knows nothing of: punctuation alone.
const ALL: &str = "SELECT id FROM entry WHERE deleted_at IS NULL AND ?1 <> '' ORDER BY id DESC";

/// What is looked for, and where.
struct Hunt {
    folded: String,
    unit: Option<UnitIx>,
    until: Date,
}

impl Hunt {
    fn wants(&self, entry: &Entry) -> bool {
        let unit = self.unit.is_none_or(|u| u == entry.unit);
        unit && entry.day <= self.until && gram::holds(entry, &self.folded)
    }
}

impl Reader {
    /// The entries that hold a text, in any of their texts and whatever its case and width, newest first. Of more
    /// than `limit` those that were written last. An empty text is in none.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn search(
        &self,
        text: &str,
        unit: Option<UnitIx>,
        until: impl Into<When>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let When { until, known_at } = until.into();
        let hunt = Hunt { folded: fold(text), unit, until };
        self.at_once(|| {
            let then = self.then(known_at)?;
            let mut found = Vec::new();
            self.each_candidate(&hunt, &then, |entry| {
                if found.len() < limit && hunt.wants(&entry) {
                    found.push(entry);
                }
                found.len() < limit
            })?;
            found.iter_mut().try_for_each(|e| parts::attach(&self.db, e))?;
            let known = then.entries().filter(|e| !hunt.folded.is_empty() && hunt.wants(e));
            found.extend(known.cloned());
            found.sort_by_key(|e| Reverse((e.day, e.id)));
            found.truncate(limit);
            Ok(found)
        })
    }

    /// The tasks with an entry that holds a text, in any of its texts.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn tasks_mentioning(
        &self,
        text: &str,
        unit: Option<UnitIx>,
        until: impl Into<When>,
    ) -> Result<BTreeSet<TaskNo>, StoreError> {
        let When { until, known_at } = until.into();
        let hunt = Hunt { folded: fold(text), unit, until };
        self.at_once(|| {
            let then = self.then(known_at)?;
            let known = then.entries().filter(|e| !hunt.folded.is_empty() && hunt.wants(e));
            let mut tasks: BTreeSet<TaskNo> = known.map(|e| e.task).collect();
            self.each_candidate(&hunt, &then, |entry| {
                if !tasks.contains(&entry.task) && hunt.wants(&entry) {
                    tasks.insert(entry.task);
                }
                tasks.len() < self.plan.tasks.len()
            })?;
            Ok(tasks)
        })
    }

    /// Hands over stored entries that may hold the text, without values and evidence, until `more` says no.
    fn each_candidate(
        &self,
        hunt: &Hunt,
        then: &Then,
        mut more: impl FnMut(Entry) -> bool,
    ) -> Result<(), StoreError> {
        let question = gram::question(&hunt.folded);
        let (sql, asked) = question.as_ref().map_or((ALL, &hunt.folded), |q| (BY_GRAM, q));
        let row = format!("SELECT {} FROM entry e WHERE e.id = ?1 AND e.deleted_at IS NULL", rows::ENTRY);
        let mut row = self.db.prepare_cached(&row)?;
        let mut candidates = self.db.prepare_cached(sql)?;
        let mut found = candidates.query([asked])?;
        while let Some(candidate) = found.next()? {
            let id = EntryId(candidate.get(0)?);
            if then.hides(id) {
                continue;
            }
            let read = |r: &Row<'_>| rows::entry(&self.plan, r);
            if let Some(entry) = row.query_row([id.0], read).optional()?
                && !more(entry)
            {
                break;
            }
        }
        Ok(())
    }
}
