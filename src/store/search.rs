//! Finding entries by what they say. The index names candidates; each is then looked at literally, newest first, and
//! only as many as are wanted.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::Connection;

use super::gram;
use super::spelling::{Ids, number};
use super::then::Then;
use super::{Page, PageOf, Reader, StoreError, When};
use crate::ledger::{Entry, EntryId};
use crate::plan::{TaskNo, UnitIx};
use crate::text::{Spelt, fold};

/// Candidates up to a number, the latest first.
const LATEST_BY_GRAM: &str =
    "SELECT rowid FROM gram WHERE gram MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC LIMIT ?3";

/// Up to so many candidates are read at once; of more, only those that come first in an index of entries.
const FEW: usize = 1000;

/// So many more candidates are asked of the index at a time.
const MORE: usize = 5000;

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
    /// Entries are gone through newest first and those read that are among these: as it stands, or spelt out.
    Many(RefCell<Falling>, Ids),
    /// The index knows nothing of punctuation alone, and some letters spell something in nearly every entry.
    Any,
}

/// Candidates from the latest on, as far as they were wanted: newest first one seldom needs more than the last few
/// of half a million.
#[derive(Debug)]
struct Falling {
    question: String,
    ids: Vec<i64>,
    /// Whether there are no earlier ones.
    all: bool,
}

impl Falling {
    fn holds(&mut self, db: &Connection, id: i64) -> Result<bool, StoreError> {
        while let Some(last) = self.ids.last().filter(|last| !self.all && id < **last) {
            let more = candidates(db, &self.question, last - 1, MORE)?;
            self.all = more.len() < MORE;
            self.ids.extend(more);
        }
        Ok(self.ids.binary_search_by(|held| id.cmp(held)).is_ok())
    }
}

fn candidates(db: &Connection, question: &str, up_to: i64, most: usize) -> Result<Vec<i64>, StoreError> {
    let mut statement = db.prepare_cached(LATEST_BY_GRAM)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(statement.query_map((question, up_to, most), |r| r.get(0))?.collect::<Result<_, _>>()?)
}

impl Hunt {
    fn names(&self, reader: &Reader, id: EntryId) -> Result<bool, StoreError> {
        match &self.candidates {
            Candidates::Few(ids) => Ok(ids.contains(&id.0)),
            Candidates::Many(_, spelt) if spelt.contains(number(id.0)) => Ok(true),
            Candidates::Many(falling, _) => falling.borrow_mut().holds(&reader.db, id.0),
            Candidates::Any => Ok(true),
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
        if spelt.is_some() {
            self.prepare_spelling()?;
        }
        let candidates = self.candidates(&folded, spelt.as_ref(), few)?;
        Ok(Hunt { folded, spelt, candidates })
    }

    fn candidates(&self, folded: &str, spelt: Option<&Spelt>, few: usize) -> Result<Candidates, StoreError> {
        let none = Falling { question: String::new(), ids: Vec::new(), all: true };
        let literal = match gram::question(folded) {
            None if folded.is_empty() => none,
            None => return Ok(Candidates::Any),
            Some(question) => {
                let ids = candidates(&self.db, &question, i64::MAX, few.saturating_add(1))?;
                let all = ids.len() <= few;
                Falling { question, ids, all }
            }
        };
        let mut spelt = match spelt.map(|s| self.spelling(s)).transpose()? {
            None => Ids::new(),
            Some(Some(ids)) => ids,
            Some(None) => return Ok(Candidates::Any),
        };
        if literal.all && literal.ids.len() as u64 + spelt.len() <= few as u64 {
            spelt.extend(literal.ids.iter().map(|id| number(*id)));
            return Ok(Candidates::Few(spelt.iter().filter_map(|id| i64::try_from(id).ok()).collect()));
        }
        Ok(Candidates::Many(RefCell::new(literal), spelt))
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
        self.prepare_spelling()?;
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
                if !then.hides(id) && hunt.names(self, id)? {
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
