//! The protocol of several clients on one ledger, small: each looks, thinks about what it saw, and saves; meanwhile
//! others save, or fall over in the middle. Every interleaving of two or three is held against a simple ledger in
//! memory, which knows nothing of SQL: a list of rows, and a three-way merge written down a second time.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use duban::clock::{Clock, Instant};
use duban::error::Error;
use duban::ledger::{Change, Entry, EntryId, NewEntry, Percent, Revision};
use duban::ops;
use duban::store::{PageOf, Reader, StoreError, When, Writer};
use proptest::prelude::*;

use crate::ledger::{Ledger, TODAY, actor, lead, report};

/// Three sessions of two people.
const WHO: [&str; 3] = ["甲", "乙", "甲"];
const TEXTS: [&str; 3] = ["受理41件", "审结38件", "召开联席会议"];
const NOTES: [&str; 3] = ["", "人手不足", "经费未到"];

#[derive(Debug, Clone)]
enum Step {
    Look,
    Add {
        text: usize,
    },
    /// Fields by number, and what they become. On what was seen at the last look.
    Edit {
        pick: usize,
        fields: Vec<(usize, usize)>,
    },
    Delete {
        pick: usize,
    },
    /// Looks up what would be taken back, or brought again.
    Ask {
        redo: bool,
    },
    /// Does what was asked about last.
    Confirm,
    /// Ends without a word and is started again.
    Crash {
        saving: bool,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let fields = prop::collection::vec((0usize..4, 0usize..3), 1..3);
    prop_oneof![
        4 => Just(Step::Look),
        2 => (0usize..3).prop_map(|text| Step::Add { text }),
        6 => (any::<usize>(), fields).prop_map(|(pick, fields)| Step::Edit { pick, fields }),
        2 => any::<usize>().prop_map(|pick| Step::Delete { pick }),
        3 => any::<bool>().prop_map(|redo| Step::Ask { redo }),
        3 => Just(Step::Confirm),
        1 => any::<bool>().prop_map(|saving| Step::Crash { saving }),
    ]
}

/// A row of the simple ledger's record.
#[derive(Debug, Clone)]
struct Row {
    seq: i64,
    by: &'static str,
    id: i64,
    before: Option<NewEntry>,
    after: Option<NewEntry>,
    undoes: Option<i64>,
}

/// The simple ledger.
#[derive(Debug, Default)]
struct Simple {
    /// All states of each entry, by revision from 1; `None` where it was deleted.
    states: BTreeMap<i64, Vec<Option<NewEntry>>>,
    rows: Vec<Row>,
}

impl Simple {
    fn now(&self, id: i64) -> Option<&NewEntry> {
        self.states[&id].last().unwrap().as_ref()
    }

    fn revision(&self, id: i64) -> i64 {
        i64::try_from(self.states[&id].len()).unwrap()
    }

    fn put(&mut self, by: &'static str, id: i64, after: Option<NewEntry>, undoes: Option<i64>) {
        let states = self.states.entry(id).or_default();
        let before = states.last().cloned().flatten();
        states.push(after.clone());
        // The first row of a ledger is its plan.
        let seq = self.rows.last().map_or(1, |r| r.seq) + 1;
        self.rows.push(Row { seq, by, id, before, after, undoes });
    }

    fn is_undone(&self, seq: i64) -> bool {
        let takes_back = |seq| self.rows.iter().find(move |r| r.undoes == Some(seq));
        let mut all = self.rows.iter().filter(|r| r.undoes == Some(seq));
        all.any(|r| takes_back(r.seq).is_none())
    }

    /// What this person could take back, or bring again.
    fn asked(&self, by: &str, redo: bool) -> Option<&Row> {
        let mine = || self.rows.iter().rev().filter(|r| r.by == by);
        let is_undo = |r: &Row| r.undoes.is_some_and(|of| self.row(of).undoes.is_none());
        if redo {
            return mine().take_while(|r| r.undoes.is_some()).find(|r| is_undo(r) && !self.is_undone(r.seq));
        }
        mine().find(|r| r.undoes.is_none() && !self.is_undone(r.seq))
    }

    fn row(&self, seq: i64) -> &Row {
        self.rows.iter().find(|r| r.seq == seq).unwrap()
    }
}

/// The fields that are edited here, by number.
fn get(e: &NewEntry, field: usize) -> String {
    match field {
        0 => e.progress.clone(),
        1 => e.problems.clone(),
        2 => e.next_steps.clone(),
        _ => format!("{:?}", e.percent),
    }
}

fn set(e: &mut NewEntry, field: usize, to: usize) {
    match field {
        0 => TEXTS[to].clone_into(&mut e.progress),
        1 => NOTES[to].clone_into(&mut e.problems),
        2 => NOTES[to].clone_into(&mut e.next_steps),
        _ => e.percent = Percent::new(i64::try_from(to * 25).unwrap()),
    }
}

/// Mine on top of theirs, where only one side changed a field; `None` where both did, differently.
fn merged(base: &NewEntry, theirs: &NewEntry, mine: &NewEntry) -> Option<NewEntry> {
    let mut both = theirs.clone();
    for field in 0..4 {
        let [b, t, m] = [base, theirs, mine].map(|e| get(e, field));
        if m == b || m == t {
            continue;
        }
        if t != b {
            return None;
        }
        match field {
            0 => both.progress = m,
            1 => both.problems = m,
            2 => both.next_steps = m,
            _ => both.percent = mine.percent,
        }
    }
    Some(both)
}

/// A session.
struct Client {
    by: &'static str,
    reader: Reader,
    writer: Writer,
    /// What it saw at its last look.
    seen: Vec<Entry>,
    asked: Option<(bool, Change)>,
}

impl Client {
    fn start(ledger: &Ledger, who: usize) -> Self {
        let (reader, writer) = (ledger.reader(), ledger.writer());
        Self { by: WHO[who], reader, writer, seen: Vec::new(), asked: None }
    }

    fn all(&self) -> Vec<Entry> {
        let when = When { until: TODAY, known_at: None };
        self.reader.page(&PageOf::all(when), 1000).unwrap().entries
    }

    fn pick(&self, pick: usize) -> Option<Entry> {
        (!self.seen.is_empty()).then(|| self.seen[pick % self.seen.len()].clone())
    }

    fn take(&mut self, simple: &mut Simple, step: &Step, clock: Clock) -> Result<(), TestCaseError> {
        let plan = self.reader.plan().clone();
        let by = actor(self.by);
        match step {
            Step::Look => self.seen = self.all(),
            Step::Add { text } => {
                let new = report(14, lead(&self.reader, 14), TODAY, TEXTS[*text]);
                let entry = ops::add(&mut self.writer, &plan, new.clone(), &by, clock).unwrap();
                prop_assert!(!simple.states.contains_key(&entry.id.0), "a number is given once");
                simple.put(self.by, entry.id.0, Some(new), None);
            }
            Step::Edit { pick, fields } => {
                let Some(base) = self.pick(*pick) else { return Ok(()) };
                let mut mine = base.as_new();
                for (field, to) in fields {
                    set(&mut mine, *field, *to);
                }
                let (id, revision) = (base.id, base.revision);
                let done = ops::edit(&mut self.writer, &plan, id, revision, mine.clone(), &by, clock);
                let Some(theirs) = simple.now(id.0).cloned() else {
                    prop_assert!(matches!(done, Err(Error::Gone { .. })), "{done:?}");
                    return Ok(());
                };
                let at = usize::try_from(revision.0).unwrap() - 1;
                let began = simple.states[&id.0][at].clone().unwrap();
                prop_assert_eq!(&began, &base.as_new(), "what was seen is what was there");
                match merged(&began, &theirs, &mine) {
                    None => prop_assert!(matches!(done, Err(Error::Conflict(_))), "{done:?}"),
                    Some(both) => {
                        let entry = done.unwrap().entry;
                        prop_assert_eq!(entry.as_new(), both.clone(), "nothing of either is lost");
                        if both != theirs {
                            simple.put(self.by, id.0, Some(both), None);
                        }
                    }
                }
            }
            Step::Delete { pick } => {
                let Some(base) = self.pick(*pick) else { return Ok(()) };
                let done = ops::delete(&mut self.writer, base.id, base.revision, &by, clock);
                match simple.now(base.id.0) {
                    None => prop_assert!(matches!(done, Err(Error::Gone { .. })), "{done:?}"),
                    Some(_) if simple.revision(base.id.0) != base.revision.0 => {
                        prop_assert!(matches!(done, Err(Error::Stale(_))), "{done:?}");
                    }
                    Some(_) => {
                        prop_assert!(done.is_ok(), "{done:?}");
                        simple.put(self.by, base.id.0, None, None);
                    }
                }
            }
            Step::Ask { redo } => {
                let found = if *redo {
                    ops::redo_preview(&self.reader, &by).unwrap()
                } else {
                    ops::undo_preview(&self.reader, &by).unwrap()
                };
                let expected = simple.asked(self.by, *redo);
                prop_assert_eq!(found.as_ref().map(|c| c.seq), expected.map(|r| r.seq), "redo {}", redo);
                self.asked = found.map(|change| (*redo, change));
            }
            Step::Confirm => {
                let Some((redo, change)) = self.asked.take() else { return Ok(()) };
                let done = if redo {
                    ops::redo(&mut self.writer, &plan, &change, &by, clock)
                } else {
                    ops::undo(&mut self.writer, &plan, &change, &by, clock)
                };
                let row = simple.row(change.seq).clone();
                if simple.is_undone(row.seq) || simple.now(row.id) != row.after.as_ref() {
                    prop_assert!(matches!(done, Err(Error::Stale(_))), "{done:?}");
                } else {
                    prop_assert_eq!(done.unwrap().as_ref().map(Entry::as_new), row.before.clone());
                    simple.put(self.by, row.id, row.before, Some(row.seq));
                }
            }
            Step::Crash { saving } => {
                if *saving {
                    let by = by.clone();
                    let fell = catch_unwind(AssertUnwindSafe(|| {
                        let rule = |_: &duban::store::Found<'_>| -> Result<(NewEntry, duban::ledger::Reviewed), StoreError> {
                            std::panic::resume_unwind(Box::new("in the middle"))
                        };
                        self.writer.add(&by, clock.now(), rule)
                    }));
                    prop_assert!(fell.is_err());
                }
                self.seen.clear();
                self.asked = None;
            }
        }
        Ok(())
    }

    /// What this session reads is what the simple ledger says.
    fn agrees(&self, simple: &Simple) -> Result<(), TestCaseError> {
        let read: BTreeMap<i64, (Revision, NewEntry)> =
            self.all().into_iter().map(|e| (e.id.0, (e.revision, e.as_new()))).collect();
        let live = |id: &i64| Some((Revision(simple.revision(*id)), simple.now(*id)?.clone()));
        let expected: BTreeMap<_, _> = simple.states.keys().filter_map(|id| Some((*id, live(id)?))).collect();
        prop_assert_eq!(read, expected);
        Ok(())
    }
}

fn played(clients: usize, steps: &[(usize, Step)]) -> Result<(), TestCaseError> {
    let ledger = Ledger::new();
    let mut sessions: Vec<_> = (0..clients).map(|who| Client::start(&ledger, who)).collect();
    let mut simple = Simple::default();
    let start = Clock::noon(TODAY).now().0;
    for (i, (who, step)) in (1i64..).zip(steps) {
        let who = who % clients;
        sessions[who].take(&mut simple, step, Clock::Fixed(Instant(start + i * 1000)))?;
        if matches!(step, Step::Crash { .. }) {
            sessions[who] = Client::start(&ledger, who);
        }
        for session in &sessions {
            session.agrees(&simple)?;
        }
    }
    let fresh = ledger.reader();
    prop_assert!(fresh.verify().unwrap().is_ok(), "{:?}", fresh.verify());
    for (id, states) in &simple.states {
        let kept = fresh.history(EntryId(*id)).unwrap();
        let kept: Vec<_> = kept.iter().map(|v| v.entry.as_ref().map(Entry::as_new)).collect();
        prop_assert_eq!(&kept, states, "the record keeps every state of entry {}", id);
    }
    Ok(())
}

fn cases() -> u32 {
    std::env::var("DUBAN_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_interleaving_of_two_is_a_simple_ledger(steps in prop::collection::vec((0usize..2, step()), 1..40)) {
        played(2, &steps)?;
    }

    #[test]
    fn every_interleaving_of_three_is_a_simple_ledger(steps in prop::collection::vec((0usize..3, step()), 1..50)) {
        played(3, &steps)?;
    }
}
