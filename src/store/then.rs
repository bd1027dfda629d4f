//! The ledger as it was recorded at a moment: what changed since is taken back in memory, the rest is as stored.
//!
//! Entries have their numbers in the order of their making, so those made later are known by their numbers. Of the
//! rest only those count that were changed since, and an index holds all that ever were. So the question costs a walk
//! through that index, whichever moment it is, and every look-up asks the same indexes as it does for today.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::{Pair, Reader, StoreError, rows, versions};
use crate::clock::Instant;
use crate::ledger::{Entry, EntryId};

/// Up to when reports count, and up to when the record does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// Reports dated on or before this day.
    pub until: Date,
    /// As it was recorded at this moment; as it is now where there is none.
    pub known_at: Option<Instant>,
}

impl From<Date> for When {
    fn from(until: Date) -> Self {
        Self { until, known_at: None }
    }
}

/// What the record left at a moment, where it differs from what is stored now.
#[derive(Debug, Default)]
pub(super) struct Then {
    /// The last row of the record that counts; nothing where all do.
    cut: Option<i64>,
    /// The last entry that there was and the day it was then; nothing where no moment is named.
    end: Option<(EntryId, Date)>,
    /// Entries changed since, as they were; `None` where they were deleted or the record no longer says.
    entries: HashMap<EntryId, Option<Entry>>,
    /// Their pairs, with those of them that were there.
    pairs: HashMap<Pair, Vec<EntryId>>,
    /// Indicators with those of them that gave it a value.
    values: HashMap<String, Vec<EntryId>>,
}

impl Then {
    /// The last row of the record that counts; nothing where all do.
    pub(super) fn cut(&self) -> Option<i64> {
        self.cut
    }

    /// Whether the stored form of an entry is not what was known.
    pub(super) fn hides(&self, id: EntryId) -> bool {
        self.entries.contains_key(&id) || self.end.is_some_and(|(newest, _)| id > newest)
    }

    /// The last day of which there can be reports: none is dated after the day on which it is saved.
    pub(super) fn day(&self, asked: Date) -> Date {
        self.end.map_or(asked, |(_, day)| day.min(asked))
    }

    /// What was known of a touched entry.
    pub(super) fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(&id).and_then(Option::as_ref)
    }

    /// The pairs of touched entries.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair> {
        self.pairs.keys().copied()
    }

    /// The touched entries of a pair as they were.
    pub(super) fn of_pair(&self, pair: Pair) -> impl Iterator<Item = &Entry> {
        self.pairs.get(&pair).into_iter().flatten().filter_map(|id| self.entry(*id))
    }

    /// The touched entries that gave an indicator a value, as they were.
    pub(super) fn with_value(&self, indicator: &str) -> impl Iterator<Item = &Entry> {
        self.values.get(indicator).into_iter().flatten().filter_map(|id| self.entry(*id))
    }

    fn add(&mut self, id: EntryId, pair: Pair, was: Option<Entry>) {
        let touched = self.pairs.entry(pair).or_default();
        if let Some(entry) = &was {
            touched.push(id);
            for reading in &entry.readings {
                self.values.entry(reading.indicator.clone()).or_default().push(id);
            }
        }
        self.entries.insert(id, was);
    }

    /// The touched entries as they were.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().flatten()
    }
}

/// The last answer of [`Reader::then`]: for which moment, at which row of the record.
pub(super) type Remembered = Option<(Instant, i64, Arc<Then>)>;

/// The newest row of the record up to a moment.
const CUT: &str = "SELECT seq FROM history WHERE at <= ?1 ORDER BY at DESC, seq DESC LIMIT 1";

/// An entry's number and when it was made, of the last one up to a number.
const MADE: &str = "SELECT id, created_at FROM entry WHERE id <= ?1 ORDER BY id DESC LIMIT 1";

/// Entries that were there at a moment and were changed or deleted after it.
const CHANGED_SINCE: &str =
    "SELECT id, task, unit FROM entry WHERE revision > 1 AND updated_at > ?1 AND created_at <= ?1";

impl Reader {
    /// What differs from what is stored now; nothing where no moment is named.
    pub(super) fn then(&self, known_at: Option<Instant>) -> Result<Arc<Then>, StoreError> {
        let Some(at) = known_at else { return Ok(Arc::default()) };
        let last = self.last_seq()?;
        if let Some((moment, seq, then)) = &*self.remembered.borrow()
            && (*moment, *seq) == (at, last)
        {
            return Ok(then.clone());
        }
        let then = Arc::new(self.look_back(at)?);
        *self.remembered.borrow_mut() = Some((at, last, then.clone()));
        Ok(then)
    }

    /// Number of the newest row of the record.
    pub(super) fn last_seq(&self) -> Result<i64, StoreError> {
        let mut last = self.db.prepare_cached("SELECT coalesce(max(seq), 0) FROM history")?;
        Ok(last.query_row([], |r| r.get(0))?)
    }

    fn look_back(&self, at: Instant) -> Result<Then, StoreError> {
        let mut newest = self.db.prepare_cached(CUT)?;
        let cut: i64 = newest.query_row([at.0], |r| r.get(0)).optional()?.unwrap_or(0);
        let mut then =
            Then { end: Some((self.newest_by(at)?, at.local().date())), cut: Some(cut), ..Then::default() };
        let mut changed = self.db.prepare_cached(CHANGED_SINCE)?;
        let mut rows = changed.query([at.0])?;
        while let Some(r) = rows.next()? {
            let id = EntryId(r.get(0)?);
            let unit = rows::parsed(r, 2, |code| self.plan.unit_by_code(code))?;
            let was = versions::last_until(&self.db, &self.plan, id, cut)?;
            then.add(id, (rows::task(r, 1)?, unit), was.and_then(|v| v.state.entry()));
        }
        Ok(then)
    }

    /// The last entry made up to a moment, found by halving.
    fn newest_by(&self, at: Instant) -> Result<EntryId, StoreError> {
        let mut made = self.db.prepare_cached(MADE)?;
        let mut last = |id: i64| made.query_row([id], |r| Ok((r.get(0)?, r.get(1)?))).optional();
        let (mut low, mut high) = (0, last(i64::MAX)?.map_or(0, |(id, _): (i64, i64)| id));
        while low < high {
            let middle = low + (high - low + 1) / 2;
            match last(middle)? {
                Some((id, made)) if made > at.0 => high = id - 1,
                _ => low = middle,
            }
        }
        Ok(EntryId(low))
    }

    /// Several questions about one and the same state of the ledger.
    pub(super) fn at_once<T>(&self, ask: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if !self.db.is_autocommit() {
            return ask();
        }
        let tx = self.db.unchecked_transaction()?;
        let answer = ask().and_then(|answer| Ok(tx.finish().map(|()| answer)?));
        // What was read of a file that changed meanwhile may be anything, also a fault.
        if self.is_steady() { answer } else { Err(StoreError::Unsteady) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Action, Actor, NewEntry, Period, PeriodKind, Status};
    use crate::plan::EMBEDDED;
    use crate::store::{PageOf, fill};

    #[test]
    fn an_earlier_moment_costs_what_was_changed_since_and_not_what_was_added() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("l.db");
        let by = Actor { name: "a".to_owned(), origin: String::new(), way: crate::ledger::Way::Local };
        let at = |n: i64| Instant(1_700_000_000_000 + n * 3_600_000);
        fill(&path, EMBEDDED, &by, at(0), |to| {
            let task = to.plan().tasks.first().expect("a task");
            let (task, unit) = (task.no, task.lead().expect("a lead"));
            let mut later = None;
            for n in 1..=1000 {
                let day = at(n).local().date();
                let period = Period::containing(day, PeriodKind::TwoMonths);
                let (status, progress) = (Status::OnTrack, format!("进展{n}"));
                let new = NewEntry {
                    task,
                    unit,
                    period,
                    day,
                    status,
                    progress,
                    percent: None,
                    problems: String::new(),
                    next_steps: String::new(),
                    readings: Vec::new(),
                    evidence: Vec::new(),
                    reporter: String::new(),
                };
                let (entry, _) = to.add(&by, at(n), &new)?;
                // Every hundredth is written again thirty hours later.
                if n % 100 == 0 {
                    later = Some((n + 30, entry, NewEntry { progress: format!("改{n}"), ..new }));
                } else if let Some((_, entry, new)) = later.take_if(|(due, ..)| *due == n) {
                    to.put((&by, at(n), Action::Edit), &entry, &new, None)?;
                }
            }
            Ok(false)
        })
        .expect("a ledger");
        let reader = Reader::open(&path).expect("a reader");
        for (n, changed) in [(0, 0), (99, 0), (310, 1), (350, 0), (400, 1), (999, 0), (2000, 0)] {
            let then = reader.then(Some(at(n))).expect("a look back");
            assert_eq!(then.entries.len(), changed, "{n}");
            assert_eq!(then.end.map(|(id, _)| id.0), Some(n.min(1000)));
            let known = PageOf { known_at: Some(at(n)), ..PageOf::all(Date::MAX) };
            let page = reader.page(&known, 2000).expect("a page");
            assert_eq!(page.entries.len(), usize::try_from(n.min(1000)).expect("a number"), "{n}");
            let written_again = page.entries.iter().filter(|e| e.progress.starts_with('改')).count();
            assert_eq!(
                written_again,
                usize::try_from((n - 30).max(0) / 100).expect("a number").min(9),
                "{n}"
            );
        }
    }
}
