//! Random changes by two people against a simple ledger in memory: everything that can be looked up, now and as it
//! was known after every step.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs
)]

#[path = "support/ledger.rs"]
#[allow(dead_code)]
mod ledger;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use duban::clock::{Clock, Instant};
use duban::error::Error;
use duban::ledger::{Entry, EntryId, NewEntry, Percent, Revision, Status};
use duban::ops;
use duban::store::{PageOf, Reader, When, Writer};
use jiff::ToSpan;
use ledger::{Ledger, TODAY, actor, lead, report};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Add { who: usize, task: u16, back: i64, text: usize },
    Edit { who: usize, pick: usize, field: usize, to: usize },
    Delete { who: usize, pick: usize },
    Undo { who: usize },
    Redo { who: usize },
}

const TEXTS: [&str; 4] = ["受理41件", "GDP增长5%,审结38件", "召开联席会议", "法治县建设"];
/// What letters spell in these texts.
const SPELT: [(&str, &str); 7] = [
    ("shouli", "受理"),
    ("lxh", "联席会"),
    ("法zhix", "法治县"),
    ("gdpzengz", "GDP增长"),
    ("sj38", "审结38"),
    ("zkx", "没有"),
    ("shoul38", "没有"),
];
const TASKS: [u16; 2] = [14, 7];

fn step() -> impl Strategy<Value = Step> {
    let who = 0usize..2;
    prop_oneof![
        3 => (who.clone(), 0usize..2, 0i64..40, 0usize..4)
            .prop_map(|(who, task, back, text)| Step::Add { who, task: TASKS[task], back, text }),
        4 => (who.clone(), any::<usize>(), 0usize..4, 0usize..4)
            .prop_map(|(who, pick, field, to)| Step::Edit { who, pick, field, to }),
        2 => (who.clone(), any::<usize>()).prop_map(|(who, pick)| Step::Delete { who, pick }),
        5 => who.clone().prop_map(|who| Step::Undo { who }),
        5 => who.prop_map(|who| Step::Redo { who }),
    ]
}

/// A change that one of the two made: which entry, from what, to what.
type Made = (i64, Option<NewEntry>, Option<NewEntry>);

/// The simple ledger.
#[derive(Debug, Clone, Default)]
struct Model {
    entries: BTreeMap<i64, Option<NewEntry>>,
    undo: [Vec<Made>; 2],
    redo: [Vec<Made>; 2],
}

impl Model {
    fn make(&mut self, who: usize, id: i64, after: Option<NewEntry>) {
        let before = self.entries.insert(id, after.clone()).flatten();
        self.undo[who].push((id, before, after));
        self.redo[who].clear();
    }

    fn live(&self) -> Vec<(EntryId, NewEntry)> {
        let mut live: Vec<_> =
            self.entries.iter().filter_map(|(id, e)| Some((EntryId(*id), e.clone()?))).collect();
        live.sort_by_key(|(id, e)| Reverse((e.day, *id)));
        live
    }

    fn pick(&self, pick: usize) -> Option<i64> {
        let live = self.live();
        (!live.is_empty()).then(|| live[pick % live.len()].0.0)
    }
}

fn edited(mut new: NewEntry, field: usize, to: usize) -> NewEntry {
    match field {
        0 => TEXTS[to].clone_into(&mut new.progress),
        1 => new.status = [Status::OnTrack, Status::Behind, Status::Done, Status::Standing][to],
        2 => new.percent = Percent::new(i64::try_from(to * 25).unwrap()),
        _ => new.day = TODAY.checked_sub(i64::try_from(to * 9).unwrap().days()).unwrap(),
    }
    new
}

struct Run {
    reader: Reader,
    writer: Writer,
    model: Model,
}

impl Run {
    fn take(&mut self, step: &Step, clock: Clock) -> Result<(), TestCaseError> {
        let plan = self.reader.plan().clone();
        match *step {
            Step::Add { who, task, back, text } => {
                let day = TODAY.checked_sub(back.days()).unwrap();
                let new = report(task, lead(&self.reader, task), day, TEXTS[text]);
                let entry = ops::add(&mut self.writer, &plan, new.clone(), &by(who), clock).unwrap();
                prop_assert_eq!(entry.as_new(), new.clone());
                self.model.make(who, entry.id.0, Some(new));
            }
            Step::Edit { who, pick, field, to } => {
                let Some(id) = self.model.pick(pick) else { return Ok(()) };
                let old = self.reader.entry(EntryId(id)).unwrap().unwrap();
                let new = edited(old.as_new(), field, to);
                let edited =
                    ops::edit(&mut self.writer, &plan, old.id, old.revision, new.clone(), &by(who), clock)
                        .unwrap();
                let changed = new != old.as_new();
                prop_assert_eq!(edited.entry.revision.0, old.revision.0 + i64::from(changed));
                if changed {
                    self.model.make(who, id, Some(new));
                }
            }
            Step::Delete { who, pick } => {
                let Some(id) = self.model.pick(pick) else { return Ok(()) };
                let old = self.reader.entry(EntryId(id)).unwrap().unwrap();
                ops::delete(&mut self.writer, old.id, old.revision, &by(who), clock).unwrap();
                let again = ops::delete(&mut self.writer, old.id, old.revision, &by(who), clock);
                prop_assert!(again.is_err_and(|e| matches!(e, Error::Gone { .. })), "deleted twice");
                self.model.make(who, id, None);
            }
            Step::Undo { who } => {
                let found = ops::undo_preview(&self.reader, &by(who)).unwrap();
                let top = self.model.undo[who].last().cloned();
                prop_assert_eq!(
                    found.as_ref().map(|c| (c.id.0, new(c.before.as_ref()), new(c.after.as_ref()))),
                    top.clone()
                );
                let (Some(change), Some((id, before, after))) = (found, top) else { return Ok(()) };
                let done = ops::undo(&mut self.writer, &plan, &change, &by(who), clock);
                if self.model.entries[&id] == after {
                    prop_assert_eq!(new(done.unwrap().as_ref()), before.clone());
                    self.model.entries.insert(id, before);
                    let made = self.model.undo[who].pop().unwrap();
                    self.model.redo[who].push(made);
                } else {
                    prop_assert!(matches!(done, Err(Error::Stale(_))));
                }
            }
            Step::Redo { who } => {
                let found = ops::redo_preview(&self.reader, &by(who)).unwrap();
                let top = self.model.redo[who].last().cloned();
                prop_assert_eq!(
                    found.as_ref().map(|c| (c.id.0, new(c.after.as_ref()), new(c.before.as_ref()))),
                    top.clone(),
                    "redo"
                );
                let (Some(change), Some((id, before, after))) = (found, top) else { return Ok(()) };
                let done = ops::redo(&mut self.writer, &plan, &change, &by(who), clock);
                if self.model.entries[&id] == before {
                    prop_assert_eq!(new(done.unwrap().as_ref()), after.clone());
                    self.model.entries.insert(id, after);
                    let made = self.model.redo[who].pop().unwrap();
                    self.model.undo[who].push(made);
                } else {
                    prop_assert!(matches!(done, Err(Error::Stale(_))));
                }
            }
        }
        Ok(())
    }
}

fn by(who: usize) -> duban::ledger::Actor {
    actor(["甲", "乙"][who])
}

fn new(entry: Option<&Entry>) -> Option<NewEntry> {
    entry.map(Entry::as_new)
}

/// Everything that can be looked up says what the simple ledger says.
fn agrees(reader: &Reader, model: &Model, known_at: Option<Instant>) -> Result<(), TestCaseError> {
    let live = model.live();
    for back in [0, 12] {
        let until = TODAY.checked_sub(i64::from(back).days()).unwrap();
        let expected: Vec<_> = live.iter().filter(|(_, e)| e.day <= until).cloned().collect();
        let when = When { until, known_at };
        let page = reader.page(&PageOf::all(when), 1000).unwrap();
        prop_assert!(!page.more);
        let got: Vec<_> = page.entries.iter().map(|e| (e.id, e.as_new())).collect();
        prop_assert_eq!(&got, &expected, "as of {}", until);
        let two = reader.page(&PageOf::all(when), 2).unwrap();
        prop_assert_eq!((two.entries.len(), two.more), (expected.len().min(2), expected.len() > 2));
        let snapshot = reader.snapshot(until, TODAY, known_at).unwrap();
        let mut standings = HashMap::new();
        for (id, e) in expected.iter().rev() {
            standings.insert((e.task, e.unit), (*id, e.status, e.percent, e.day));
        }
        let got: HashMap<_, _> = snapshot
            .standings
            .iter()
            .map(|(pair, s)| (*pair, (s.entry, s.status, s.percent, s.day)))
            .collect();
        prop_assert_eq!(got, standings, "as of {}", until);
        let as_typed = ["法", "gdp增长5%", "P增", "治县建", "件", ",审", "没有"].map(|text| (text, text));
        for (text, spelt) in as_typed.into_iter().chain(SPELT) {
            let folded = duban::text::fold(spelt);
            let holds = |e: &NewEntry| duban::text::fold(&e.progress).contains(&folded);
            let expected: Vec<_> = expected.iter().filter(|(_, e)| holds(e)).map(|(id, _)| *id).collect();
            let hunt = reader.hunt(text).unwrap();
            let found = reader.hits(&hunt, &PageOf::all(when), 1000).unwrap();
            prop_assert_eq!(found.entries.iter().map(|e| e.id).collect::<Vec<_>>(), expected, "{}", text);
        }
    }
    for (id, entry) in &model.entries {
        prop_assert_eq!(&new(reader.entry_at(EntryId(*id), known_at).unwrap().as_ref()), entry);
    }
    Ok(())
}

/// What the search index holds: every term and in how many entries it is.
fn vocabulary(ledger: &Ledger) -> Vec<(String, i64)> {
    let db = rusqlite::Connection::open(&ledger.path).unwrap();
    db.execute_batch("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, gram, row)").unwrap();
    let mut terms = db.prepare("SELECT term, doc FROM temp.v WHERE doc > 0 ORDER BY term").unwrap();
    terms.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_is_a_simple_one(steps in prop::collection::vec(step(), 1..30)) {
        let ledger = Ledger::new();
        let start = Clock::noon(TODAY).now().0;
        let mut run = Run { reader: ledger.reader(), writer: ledger.writer(), model: Model::default() };
        let mut known = vec![(Instant(start), run.model.clone())];
        for (i, step) in (1i64..).zip(&steps) {
            let at = Instant(start + i * 1000);
            run.take(step, Clock::Fixed(at))?;
            agrees(&run.reader, &run.model, None)?;
            known.push((at, run.model.clone()));
        }
        for (at, model) in known {
            agrees(&run.reader, &model, Some(at))?;
        }
        let fresh = ledger.reader();
        prop_assert!(fresh.verify().unwrap().is_ok(), "{:?}", fresh.verify());
        let kept = vocabulary(&ledger);
        run.writer.rebuild_search().unwrap();
        prop_assert_eq!(kept, vocabulary(&ledger), "the index kept up is the index made anew");
        agrees(&run.reader, &run.model, None)?;
        let revision = |id: i64| fresh.history(EntryId(id)).unwrap().len();
        for id in run.model.entries.keys() {
            if let Some(entry) = fresh.entry(EntryId(*id)).unwrap() {
                prop_assert_eq!(entry.revision, Revision(i64::try_from(revision(*id)).unwrap()));
            }
        }
    }
}
