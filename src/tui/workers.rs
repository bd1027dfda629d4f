//! The two threads that touch the ledger: one reads and never waits for a writer, one writes and waits its turn.
//!
//! Owns their connections. Refuses to let the thread that answers keys wait for either.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::civil::Date;

use super::effect::{Again, Event, Loaded, SaveAsk, SaveId, Written};
use crate::clock::{Clock, Instant};
use crate::draft::Folder;
use crate::error::Error;
use crate::ledger::{Actor, Version};
use crate::ops;
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::store::{PageOf, Pair, Reader, StoreError, When, Writer};

/// How many entries of each task are at hand without asking.
const AT_HAND: usize = 3;

/// How many rows of a task's record are read.
const HISTORY: usize = 60;

/// What the reader is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The ledger, with the newest entries of a unit or of all.
    Load(Option<UnitIx>),
    /// So many entries of a task.
    More(TaskNo, Option<UnitIx>, usize),
    /// What a pair reported last.
    Previous(Pair),
    /// What was done to entries of a task.
    History(TaskNo, Option<UnitIx>),
    /// What would be taken back or brought again.
    Preview(Again),
    /// The tasks whose entries hold some words.
    Search(String, Option<UnitIx>),
    /// All drafts of the operator.
    Drafts,
}

/// What the reader reads.
#[derive(Debug)]
pub struct Desk {
    /// The ledger.
    pub reader: Reader,
    /// The drafts beside it.
    pub drafts: Folder,
    /// Which days it is asked for.
    pub days: Days,
    /// Whose drafts and changes.
    pub by: Actor,
}

/// Where readings are for.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// The day named at start, if one was.
    pub as_of: Option<Date>,
    /// The moment whose record is read, if one was named.
    pub known_at: Option<Instant>,
    /// Where today comes from.
    pub clock: Clock,
}

impl Days {
    fn day(self) -> Date {
        let today = self.clock.today();
        self.as_of.or(self.known_at.map(|at| at.local().date().min(today))).unwrap_or(today)
    }

    fn when(self) -> When {
        When { until: self.day(), known_at: self.known_at }
    }
}

/// Starts the reader. It ends when nobody asks any more.
///
/// # Errors
/// When the system gives no thread.
pub fn read(desk: Desk, events: impl Fn(Event) -> bool + Send + 'static) -> std::io::Result<Sender<Ask>> {
    let (asks, asked) = channel();
    spawn("reader", move || {
        let _alarm = Alarm(&events);
        let mut waiting = VecDeque::new();
        while let Some(ask) = next(&asked, &mut waiting) {
            if !events(answer(&desk, ask)) {
                return;
            }
        }
    })?;
    Ok(asks)
}

/// The next question; of several alike only the last counts, since it asks for what the others did and newer.
fn next(asked: &Receiver<Ask>, waiting: &mut VecDeque<Ask>) -> Option<Ask> {
    if waiting.is_empty() {
        waiting.push_back(asked.recv().ok()?);
    }
    for ask in asked.try_iter() {
        waiting.retain(|w| std::mem::discriminant(w) != std::mem::discriminant(&ask));
        waiting.push_back(ask);
    }
    waiting.pop_front()
}

/// The answer to a question.
#[must_use]
pub fn answer(desk: &Desk, ask: Ask) -> Event {
    let (reader, days) = (&desk.reader, desk.days);
    match ask {
        Ask::Load(unit) => Event::Loaded(load(reader, days, unit).map(Box::new).map_err(Error::Store)),
        Ask::More(task, unit, most) => {
            let of = PageOf { task: Some(task), unit, ..PageOf::all(days.when()) };
            Event::More(reader.page(&of, most).map(|page| (task, unit, page)).map_err(Error::Store))
        }
        Ask::Previous(pair) => {
            // The newest there is, whatever day the screen is for.
            let all = PageOf::all(When { until: Date::MAX, known_at: days.known_at });
            let of = PageOf { task: Some(pair.0), unit: Some(pair.1), ..all };
            let newest = reader.page(&of, 1).map(|page| page.entries.into_iter().next());
            Event::Previous(pair, newest.map_err(Error::Store))
        }
        Ask::History(task, unit) => {
            let known = |v: &Version| days.known_at.is_none_or(|at| v.at <= at);
            let versions = reader.task_history(task, unit, HISTORY);
            let versions = versions.map(|all| all.into_iter().filter(known).collect());
            Event::History(task, unit, versions.map_err(Error::Store))
        }
        Ask::Preview(which) => {
            let change = match which {
                Again::Undo => ops::undo_preview(reader, &desk.by),
                Again::Redo => ops::redo_preview(reader, &desk.by),
            };
            Event::Preview(which, change.map(|c| c.map(Box::new)))
        }
        Ask::Search(words, unit) => {
            let found = reader.tasks_mentioning(&words, unit, days.when()).map_err(Error::Store);
            Event::Found(words, found)
        }
        Ask::Drafts => Event::Drafts(desk.drafts.list(&desk.by.name)),
    }
}

/// A reading of the ledger with the newest entries of every task.
///
/// # Errors
/// What the store says.
pub fn load(reader: &Reader, days: Days, unit: Option<UnitIx>) -> Result<Loaded, StoreError> {
    let snapshot = reader.snapshot(days.day(), days.clock.today(), days.known_at)?;
    let newest = reader.newest(unit, days.when(), AT_HAND)?;
    Ok(Loaded { snapshot, unit, newest })
}

/// What the writer writes with.
#[derive(Debug)]
pub struct Pen {
    /// The ledger.
    pub path: PathBuf,
    /// Its plan.
    pub plan: Arc<Plan>,
    /// Who writes.
    pub by: Actor,
    /// Where the time comes from.
    pub clock: Clock,
    /// The connection, made at the first save, so that looking costs nothing.
    pub writer: Option<Writer>,
    /// The backup of the day.
    pub daily: ops::Daily,
}

/// Starts the writer.
///
/// # Errors
/// When the system gives no thread.
pub fn write(
    mut pen: Pen,
    events: impl Fn(Event) -> bool + Send + 'static,
) -> std::io::Result<Sender<(SaveId, SaveAsk)>> {
    let (saves, asked) = channel();
    spawn("writer", move || {
        let _alarm = Alarm(&events);
        for (id, ask) in asked {
            let saved = save(&mut pen, ask);
            let is_saved = saved.is_ok();
            if !events(Event::Saved(id, saved)) {
                return;
            }
            if is_saved {
                pen.daily.saved(pen.clock);
            }
        }
    })?;
    Ok(saves)
}

/// Writes what is asked: the one place where the screen changes the ledger.
///
/// # Errors
/// What `ops` says; nothing was written then.
pub fn save(pen: &mut Pen, ask: SaveAsk) -> Result<Written, Error> {
    let open = match pen.writer.take() {
        Some(open) => open,
        None => Writer::open(&pen.path, pen.plan.clone())?,
    };
    let writer = pen.writer.insert(open);
    let (plan, by, clock) = (&pen.plan, &pen.by, pen.clock);
    match ask {
        SaveAsk::Add(new) => {
            let entry = ops::add(writer, plan, *new, by, clock)?;
            Ok(Written::Entry(Box::new(entry), Vec::new()))
        }
        SaveAsk::Edit { id, base, new } => {
            let edited = ops::edit(writer, plan, id, base, *new, by, clock)?;
            Ok(Written::Entry(Box::new(edited.entry), edited.merged))
        }
        SaveAsk::Delete { id, base } => {
            Ok(Written::Deleted(Box::new(ops::delete(writer, id, base, by, clock)?)))
        }
        SaveAsk::Again(which, change) => {
            match which {
                Again::Undo => ops::undo(writer, plan, &change, by, clock)?,
                Again::Redo => ops::redo(writer, plan, &change, by, clock)?,
            };
            Ok(Written::Again(which, change))
        }
    }
}

/// Tells the screen when its thread falls over, so that nobody waits for an answer that never comes.
struct Alarm<'a, F: Fn(Event) -> bool>(&'a F);

impl<F: Fn(Event) -> bool> Drop for Alarm<'_, F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = (self.0)(Event::Broken);
        }
    }
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    std::thread::Builder::new().name(name.to_owned()).stack_size(512 * 1024).spawn(run).map(|_| ())
}
