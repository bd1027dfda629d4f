//! Finding entries by what they say. The index names candidates; each is then looked at literally, newest first, and
//! only as many as are wanted.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::Connection;

use super::then::Then;
use super::{Page, PageOf, Reader, StoreError, When, gram};
use crate::ledger::{Entry, EntryId};
use crate::plan::{TaskNo, UnitIx};
use crate::text::fold;

/// Candidates up to a number, the latest first.
const BY_GRAM: &str =
    "SELECT rowid FROM gram WHERE gram MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC LIMIT ?3";

/// Up to so many candidates are read at once; of more, only those that come first in an index of entries.
const FEW: usize = 1000;

/// So many more candidates are asked of the index at a time.
const MORE: usize = 5000;

/// A text looked for, and the entries that may hold it: asked of the index once for all pages.
#[derive(Debug)]
pub struct Hunt {
    folded: String,
    candidates: Candidates,
}

#[derive(Debug)]
enum Candidates {
    /// Each of them is read.
    Few(Vec<i64>),
    /// Entries are gone through newest first and those read that are among these.
    Many(RefCell<Falling>),
    /// The index knows nothing of punctuation alone.
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
    let mut statement = db.prepare_cached(BY_GRAM)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Ok(statement.query_map((question, up_to, most), |r| r.get(0))?.collect::<Result<_, _>>()?)
}

impl Hunt {
    fn names(&self, reader: &Reader, id: EntryId) -> Result<bool, StoreError> {
        match &self.candidates {
            Candidates::Few(ids) => Ok(ids.contains(&id.0)),
            Candidates::Many(falling) => falling.borrow_mut().holds(&reader.db, id.0),
            Candidates::Any => Ok(true),
        }
    }

    /// Whether an entry says it, in any of its texts and whatever its case and width. An empty text is in none.
    fn is_in(&self, entry: &Entry) -> bool {
        !self.folded.is_empty() && gram::holds(entry, &self.folded)
    }
}

impl Reader {
    /// Begins to look for a text.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn hunt(&self, text: &str) -> Result<Hunt, StoreError> {
        self.hunt_reading(text, FEW)
    }

    fn hunt_reading(&self, text: &str, few: usize) -> Result<Hunt, StoreError> {
        let folded = fold(text);
        let candidates = match gram::question(&folded) {
            None if folded.is_empty() => Candidates::Few(Vec::new()),
            None => Candidates::Any,
            Some(question) => {
                let ids = candidates(&self.db, &question, i64::MAX, few.saturating_add(1))?;
                if ids.len() <= few {
                    Candidates::Few(ids)
                } else {
                    Candidates::Many(RefCell::new(Falling { question, ids, all: false }))
                }
            }
        };
        Ok(Hunt { folded, candidates })
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
mod tests {
    use jiff::civil::date;
    use rusqlite::StatementStatus;

    use super::*;
    use crate::clock::Clock;
    use crate::ledger::Actor;
    use crate::plan::EMBEDDED;
    use crate::store::{Writer, create, rows};

    /// A ledger with 1,200 reports of the unit that leads each of the first four tasks, of several days each. Every
    /// report says 进展, every hundredth 律师.
    fn ledger(folder: &std::path::Path) -> Reader {
        let path = folder.join("l.db");
        let by = Actor { name: "a".to_owned(), origin: String::new() };
        create(&path, EMBEDDED, &by, Clock::System.now()).expect("a ledger");
        let reader = Reader::open(&path).expect("a reader");
        let mut writer = Writer::open(&path, reader.plan().clone()).expect("a writer");
        writer
            .db
            .execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
                 INSERT INTO entry(plan, task, unit, period, day, status, progress, reporter, typed_by, created_at, updated_at)
                 SELECT a.plan, a.task, a.unit, '2025B1', date('2025-01-01', (i * 7 % 90) || ' days'), 'on_track',
                   iif(i % 100 = 0, '律师进展,', '有进展') || i, 'a', 'a', 0, 0
                 FROM n JOIN assignment a ON a.task = 1 + i % 4 AND a.role = 'lead'",
                [],
            )
            .expect("reports");
        writer.rebuild_search().expect("an index");
        reader
    }

    /// How often entries were read one by one.
    fn read(reader: &Reader) -> i32 {
        let statement = reader.db.prepare_cached(&rows::one_entry()).expect("a statement");
        statement.get_status(StatementStatus::Run)
    }

    #[test]
    fn a_page_of_hits_reads_no_more_than_it_shows() {
        let folder = tempfile::tempdir().expect("a folder");
        let reader = ledger(folder.path());
        let of = PageOf::all(date(2025, 12, 31));
        let hunt = reader.hunt("进展").expect("a hunt");
        let before = read(&reader);
        let page = reader.hits(&hunt, &of, 5).expect("a page");
        assert_eq!((page.entries.len(), page.more), (5, true));
        assert_eq!(read(&reader) - before, 6);
        assert_eq!(page, reader.page(&of, 5).expect("a page"), "all entries hold it");
        let last = page.entries.last().map(|e| (e.day, e.id));
        let next = reader.hits(&hunt, &PageOf { before: last, ..of }, 5).expect("a page");
        assert_eq!(next, reader.page(&PageOf { before: last, ..of }, 5).expect("a page"));
    }

    #[test]
    fn a_frequent_word_is_asked_for_from_its_latest_entry_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let reader = ledger(folder.path());
        let question = gram::question("进展").expect("a question");
        let ids = candidates(&reader.db, &question, i64::MAX, 10).expect("candidates");
        let mut falling = Falling { question, ids, all: false };
        for (id, held, read) in [(1201, false, 10), (1195, true, 10), (1190, true, 1200), (1, true, 1200)] {
            assert_eq!((falling.holds(&reader.db, id).ok(), falling.ids.len()), (Some(held), read), "{id}");
        }
    }

    #[test]
    fn tasks_of_a_unit_are_found_with_a_look_at_each() {
        let folder = tempfile::tempdir().expect("a folder");
        let reader = ledger(folder.path());
        let lead = reader.plan.tasks.first().and_then(crate::plan::Task::lead);
        for unit in [None, lead] {
            let before = read(&reader);
            let tasks = reader.tasks_mentioning("进展", unit, date(2025, 12, 31)).expect("tasks");
            let of = |t: &TaskNo| reader.plan.task(*t).and_then(crate::plan::Task::lead);
            let wanted = (1..=4).map(TaskNo).filter(|t| unit.is_none() || of(t) == unit);
            assert_eq!(tasks, wanted.collect());
            assert_eq!(usize::try_from(read(&reader) - before), Ok(tasks.len()));
        }
    }

    #[test]
    fn few_and_many_candidates_give_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let reader = ledger(folder.path());
        let all = PageOf::all(date(2025, 2, 20));
        let unit = reader.plan.tasks.get(1).and_then(crate::plan::Task::lead);
        for text in ["律师", "进展,", "律师进", ",2", "没有", ",", "", "进展1100"] {
            let [few, many] = [usize::MAX, 0].map(|few| reader.hunt_reading(text, few).expect("a hunt"));
            for of in [
                all,
                PageOf { unit, ..all },
                PageOf { task: Some(TaskNo(1)), since: Some(date(2025, 2, 1)), ..all },
                PageOf { before: Some((date(2025, 2, 3), EntryId(500))), ..all },
            ] {
                for most in [1, 7, usize::MAX] {
                    let [one, other] = [&few, &many].map(|h| reader.hits(h, &of, most).expect("a page"));
                    assert_eq!(one, other, "{text} {of:?} {most}");
                }
                let [one, other] = [&few, &many].map(|h| reader.tasks_of(h, &of).expect("tasks"));
                assert_eq!(one, other, "{text} {of:?}");
            }
        }
    }
}
