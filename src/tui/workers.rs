//! The two threads that touch the ledger: one reads and never waits for a writer, one writes and waits its turn.
//!
//! Owns their connections. Refuses to let the thread that answers keys wait for either.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::civil::Date;

use super::effect::{Event, Loaded};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, NewEntry};
use crate::ops;
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::store::{PageOf, Reader, StoreError, Writer};

/// How many entries of each task are at hand without asking.
const AT_HAND: usize = 3;

/// What the reader is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The ledger, with the newest entries of a unit or of all.
    Load(Option<UnitIx>),
    /// So many entries of a task.
    More(TaskNo, Option<UnitIx>, usize),
    /// The tasks whose entries hold some words.
    Search(String, Option<UnitIx>),
}

/// Where readings are for.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// The day named at start, if one was.
    pub as_of: Option<Date>,
    /// Where today comes from.
    pub clock: Clock,
}

impl Days {
    fn day(self) -> Date {
        self.as_of.unwrap_or_else(|| self.clock.today())
    }
}

/// Starts the reader. It ends when nobody asks any more.
///
/// # Errors
/// When the system gives no thread.
pub fn read(
    reader: Reader,
    days: Days,
    events: impl Fn(Event) -> bool + Send + 'static,
) -> std::io::Result<Sender<Ask>> {
    let (asks, asked) = channel();
    spawn("reader", move || {
        let mut waiting = VecDeque::new();
        while let Some(ask) = next(&asked, &mut waiting) {
            if !events(answer(&reader, days, ask)) {
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

fn answer(reader: &Reader, days: Days, ask: Ask) -> Event {
    match ask {
        Ask::Load(unit) => Event::Loaded(load(reader, days, unit).map(Box::new).map_err(Error::Store)),
        Ask::More(task, unit, most) => {
            let of = PageOf {
                task: Some(task),
                unit,
                until: days.day(),
                since: None,
                before: None,
                known_at: None,
            };
            Event::More(reader.page(&of, most).map(|page| (task, unit, page)).map_err(Error::Store))
        }
        Ask::Search(words, unit) => {
            let found = reader.tasks_mentioning(&words, unit, days.day()).map_err(Error::Store);
            Event::Found(words, found)
        }
    }
}

/// A reading of the ledger with the newest entries of every task.
///
/// # Errors
/// What the store says.
pub fn load(reader: &Reader, days: Days, unit: Option<UnitIx>) -> Result<Loaded, StoreError> {
    let snapshot = reader.snapshot(days.day(), days.clock.today(), None)?;
    let newest = reader.newest(unit, days.day(), AT_HAND)?;
    Ok(Loaded { snapshot, unit, newest })
}

/// Starts the writer. It opens its connection at the first save, so that looking costs nothing.
///
/// # Errors
/// When the system gives no thread.
pub fn write(
    path: PathBuf,
    plan: Arc<Plan>,
    by: Actor,
    clock: Clock,
    events: impl Fn(Event) -> bool + Send + 'static,
) -> std::io::Result<Sender<Box<NewEntry>>> {
    let (saves, asked) = channel::<Box<NewEntry>>();
    spawn("writer", move || {
        let mut writer = None;
        for new in asked {
            let saved = save(&mut writer, &path, &plan, *new, &by, clock);
            if !events(Event::Saved(saved.map(Box::new))) {
                return;
            }
        }
    })?;
    Ok(saves)
}

fn save(
    writer: &mut Option<Writer>,
    path: &std::path::Path,
    plan: &Arc<Plan>,
    new: NewEntry,
    by: &Actor,
    clock: Clock,
) -> Result<crate::ledger::Entry, Error> {
    let open = match writer.take() {
        Some(open) => open,
        None => Writer::open(path, plan.clone())?,
    };
    ops::add(writer.insert(open), plan, new, by, clock)
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    std::thread::Builder::new().name(name.to_owned()).stack_size(512 * 1024).spawn(run).map(|_| ())
}
