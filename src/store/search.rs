//! Finding entries by what they say. The index names candidates; each is then looked at literally, newest first, and
//! only as many as are wanted.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::gram::{self, BY_GRAM};
use super::then::Then;
use super::{Page, PageOf, Reader, StoreError, When};
use crate::ledger::{Entry, EntryId};
use crate::plan::{TaskNo, UnitIx};
use crate::text::{Spelt, fold};

/// Up to so many candidates are read at once; of more, only those that come first in an index of entries.
const FEW: usize = 1000;

/// A text looked for, and the entries that may hold it: asked of the index once for all pages.
#[derive(Debug)]
pub struct Hunt {
    folded: String,
    spelt: Option<Spelt>,
    candidates: Candidates,
}

#[derive(Debug)]
enum Candidates {
    /// Each of them is read.
    Few(Vec<i64>),
    /// In order; entries are gone through newest first and those read that are among these.
    Many(Vec<i64>),
    /// The index knows nothing of punctuation alone, and some letters spell something in nearly every entry.
    Any,
}

impl Hunt {
    fn names(&self, id: EntryId) -> bool {
        match &self.candidates {
            Candidates::Few(ids) | Candidates::Many(ids) => ids.binary_search(&id.0).is_ok(),
            Candidates::Any => true,
        }
    }

    /// Whether an entry says it, in any of its texts and whatever its case and width, or says what the letters
    /// spell. An empty text is in none.
    fn is_in(&self, entry: &Entry) -> bool {
        let spelt = || self.spelt.as_ref().is_some_and(|s| gram::texts(entry).iter().any(|t| s.is_in(t)));
        !self.folded.is_empty() && (gram::holds(entry, &self.folded) || spelt())
    }
}

impl Reader {
    /// Begins to look for a text, as it stands or spelt out by letters.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn hunt(&self, text: &str) -> Result<Hunt, StoreError> {
        self.hunt_reading(text, FEW)
    }

    fn hunt_reading(&self, text: &str, few: usize) -> Result<Hunt, StoreError> {
        let (folded, spelt) = (fold(text), Spelt::new(text));
        let mut ids = match gram::question(&folded) {
            None if folded.is_empty() => Some(Vec::new()),
            None => None,
            Some(question) => {
                let mut statement = self.db.prepare_cached(BY_GRAM)?;
                let ids = statement.query_map([question], |r| r.get(0))?;
                Some(ids.collect::<Result<Vec<i64>, _>>()?)
            }
        };
        if let (Some(some), Some(spelt)) = (&mut ids, &spelt) {
            match self.spelling(spelt)? {
                Some(more) => {
                    some.extend(more);
                    some.sort_unstable();
                    some.dedup();
                }
                None => ids = None,
            }
        }
        let candidates = match ids {
            Some(ids) if ids.len() <= few => Candidates::Few(ids),
            Some(ids) => Candidates::Many(ids),
            None => Candidates::Any,
        };
        Ok(Hunt { folded, spelt, candidates })
    }

    /// One page of at most `most` entries that hold the text, newest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn hits(&self, hunt: &Hunt, of: &PageOf, most: usize) -> Result<Page, StoreError> {
        self.at_once(|| {
            let then = self.then(of.known_at)?;
            let stored = self.stored_hits(hunt, of, most.saturating_add(1), &then)?;
            let mut known: Vec<&Entry> = then.entries().filter(|e| of.takes(e)).collect();
            known.sort_unstable_by_key(|e| Reverse((e.day, e.id)));
            let known = known.into_iter().filter(|e| hunt.is_in(e)).take(most.saturating_add(1));
            self.both(stored, known.collect(), most, &then)
        })
    }

    /// The tasks with an entry that holds a text.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn tasks_mentioning(
        &self,
        text: &str,
        unit: Option<UnitIx>,
        when: impl Into<When>,
    ) -> Result<BTreeSet<TaskNo>, StoreError> {
        let all = PageOf { unit, ..PageOf::all(when) };
        self.at_once(|| self.tasks_of(&self.hunt(text)?, &all))
    }

    fn tasks_of(&self, hunt: &Hunt, all: &PageOf) -> Result<BTreeSet<TaskNo>, StoreError> {
        let then = self.then(all.known_at)?;
        let mut tasks = BTreeSet::new();
        for entry in then.entries().filter(|e| all.takes(e)) {
            if !tasks.contains(&entry.task) && hunt.is_in(entry) {
                tasks.insert(entry.task);
            }
        }
        if let Candidates::Few(_) = hunt.candidates {
            let found = self.stored_hits(hunt, all, usize::MAX, &then)?;
            tasks.extend(found.iter().map(|e| e.task));
            return Ok(tasks);
        }
        for task in &self.plan.tasks {
            let of = PageOf { task: Some(task.no), ..*all };
            if !tasks.contains(&task.no) && !self.stored_hits(hunt, &of, 1, &then)?.is_empty() {
                tasks.insert(task.no);
            }
        }
        Ok(tasks)
    }

    /// The first `most` stored entries that hold the text, without values and evidence.
    fn stored_hits(
        &self,
        hunt: &Hunt,
        of: &PageOf,
        most: usize,
        then: &Then,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut hits = Vec::new();
        let wanted = |e: &Entry| of.takes(e) && hunt.is_in(e);
        if let Candidates::Few(ids) = &hunt.candidates {
            for id in ids.iter().map(|id| EntryId(*id)).filter(|id| !then.hides(*id)) {
                hits.extend(self.stored_entry(id)?.filter(wanted));
            }
            hits.sort_by_key(|e| Reverse((e.day, e.id)));
            hits.truncate(most);
        } else {
            self.each_stored("e.id", of, |r| {
                let id = EntryId(r.get(0)?);
                if hunt.names(id) && !then.hides(id) {
                    hits.extend(self.stored_entry(id)?.filter(wanted));
                }
                Ok(hits.len() < most)
            })?;
        }
        Ok(hits)
    }
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
