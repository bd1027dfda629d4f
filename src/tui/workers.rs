//! The thread that reads the ledger and never waits for a writer; the one that writes is `pen`.
//!
//! Owns its connection. Refuses to let the thread that answers keys wait for it.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::civil::Date;

use super::effect::{Again, Event, Loaded, Previewed};
use super::export::ExportAsk;
use super::office::Pile;
use super::paper;
use crate::clock::{Clock, Instant};
use crate::draft::{Body, Folder, Found, Slot};
use crate::error::Error;
use crate::ledger::{Acted, Actor, Deed, Entry, EntryId, Version, Way};
use crate::ops::{self, Since};
use crate::plan::{TaskNo, UnitIx};
use crate::store::{PageOf, Pair, Reader, Scope, Snapshot, StoreError, When};

/// How many entries of each task are at hand without asking.
pub(super) const AT_HAND: usize = 3;

/// How many rows of a task's record are read.
const HISTORY: usize = 60;

/// How many reports are read at once to be read one after the other.
const QUEUE: usize = 200;

/// How many new ones are counted.
const MOST_NEW: usize = 1_001;

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
    Preview(Again, Vec<EntryId>),
    /// Reports to be read one after the other.
    Queue(Pile),
    /// The same as of an earlier day from now on, or of the screen's own.
    Look(Option<Date>, Option<UnitIx>),
    /// The ledger as of the end of the period before.
    Glance,
    /// A document's first lines.
    Show(Box<ExportAsk>),
    /// A document in a file.
    Export(Box<ExportAsk>, PathBuf, bool),
    /// What happened since a draft was begun.
    Since(Slot, Box<Body>),
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
    /// The earlier day that the screen looks at, if it does.
    pub looking: Option<Date>,
    /// The day named at start, if one was.
    pub as_of: Option<Date>,
    /// The moment whose record is read, if one was named.
    pub known_at: Option<Instant>,
    /// Where today comes from.
    pub clock: Clock,
    /// The last row of the record that was seen when the operator last left.
    pub visited: Option<i64>,
}

impl Days {
    fn day(self) -> Date {
        let today = self.clock.today();
        self.looking.or(self.as_of).or(self.known_at.map(|at| at.local().date().min(today))).unwrap_or(today)
    }

    pub(super) fn when(self) -> When {
        When { until: self.day(), known_at: self.known_at }
    }
}

/// Starts the reader. It ends when nobody asks any more.
///
/// # Errors
/// When the system gives no thread.
pub fn read(mut desk: Desk, events: impl Fn(Event) -> bool + Send + 'static) -> std::io::Result<Sender<Ask>> {
    let (asks, asked) = channel();
    spawn("reader", move || {
        let mut waiting = VecDeque::new();
        while let Some(ask) = next(&asked, &mut waiting) {
            if !events(follow_and_answer(&mut desk, ask)) {
                return;
            }
        }
    })?;
    Ok(asks)
}

/// Before the ledger is read anew, it is made sure that it is still the one at its path, and that whoever came through
/// the gate is still let in.
fn follow_and_answer(desk: &mut Desk, ask: Ask) -> Event {
    if let Ask::Look(day, _) = ask {
        desk.days.looking = day;
    }
    let anew = match &ask {
        Ask::Load(_) | Ask::Look(..) => desk.reader.follow(),
        _ => Ok(false),
    };
    // The drafts are asked for once, when the ledger is watched already.
    if let (Ask::Load(_) | Ask::Look(..) | Ask::Drafts, Ok(_), Way::Gate(_)) = (&ask, &anew, &desk.by.way)
        && let Ok(Err(fault)) = desk.reader.book(None).map(|office| office.admits(&desk.by))
    {
        return Event::Barred(fault);
    }
    match anew {
        Ok(anew) => match answer(desk, ask) {
            Event::Loaded(Ok(loaded)) => Event::Loaded(Ok(Box::new(Loaded { anew, ..*loaded }))),
            other => other,
        },
        Err(e) => Event::Loaded(Err(Error::Store(e))),
    }
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
        Ask::Load(unit) | Ask::Look(_, unit) => {
            Event::Loaded(load(reader, days, unit, &desk.by.name).map(Box::new).map_err(Error::Store))
        }
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
            Event::History(task, unit, history(reader, days, task, unit).map_err(Error::Store))
        }
        Ask::Preview(which, ids) => Event::Preview(which, preview(desk, which, &ids)),
        Ask::Queue(which) => Event::Queue(which, pile(desk, which).map_err(Error::Store)),
        Ask::Glance => Event::Glance(before(reader, days).map_err(Error::Store)),
        Ask::Show(ask) => {
            let lines = paper::lines(reader, &ask);
            Event::Shown(ask, lines)
        }
        Ask::Export(ask, path, replace) => {
            let written = paper::write(reader, &ask, &path, replace);
            Event::Exported(path, written)
        }
        Ask::Since(slot, body) => Event::Since(slot, ops::since(reader, &body)),
        Ask::Search(words, unit) => {
            let found = reader.tasks_mentioning(&words, unit, days.when()).map_err(Error::Store);
            Event::Found(words, found)
        }
        Ask::Drafts => {
            // Where it cannot be read, the draft is offered all the same, and opening it says why.
            let since = |d: &Found| ops::since(reader, &d.body).unwrap_or(Since::Nothing);
            let drafts = desk.drafts.list(&desk.by.name).into_iter();
            Event::Drafts(drafts.map(|d| (d.clone(), since(&d))).collect())
        }
    }
}

/// What would be taken back or brought again, and what was done for the office since.
fn preview(desk: &Desk, which: Again, ids: &[EntryId]) -> Result<Previewed, Error> {
    let (reader, by) = (&desk.reader, &desk.by);
    if which == Again::Redo {
        return Ok(Previewed { changes: ops::redo_together(reader, by, ids)?, act: None });
    }
    let changes = ops::undo_together(reader, by, ids)?;
    let last = changes.first().map_or(0, |c| c.seq);
    let mut acted = reader.acted(None).map_err(Error::Store)?.into_iter().filter(|a| a.operator == by.name);
    // What a sheet brought is taken back report by report.
    let act = acted.next().filter(|a| a.seq > last && a.deed != Deed::Import);
    Ok(Previewed { changes, act })
}

/// What was done to entries of a task, and what the office did about it.
fn history(
    reader: &Reader,
    days: Days,
    task: TaskNo,
    unit: Option<UnitIx>,
) -> Result<(Vec<Version>, Vec<Acted>), StoreError> {
    let mut versions = reader.task_history(task, unit, HISTORY)?;
    versions.retain(|v| days.known_at.is_none_or(|at| v.at <= at));
    let mut acted = reader.acted(days.known_at)?;
    acted.retain(|a| a.act.as_ref().is_some_and(|act| act.concerns(task)));
    Ok((versions, acted))
}

/// Some reports to be read one after the other.
fn pile(desk: &Desk, which: Pile) -> Result<Vec<Entry>, StoreError> {
    let (reader, when) = (&desk.reader, desk.days.when());
    match which {
        Pile::Waiting => reader.to_review(None, when, QUEUE),
        Pile::New(seq) => reader.entries_since(seq, &desk.by.name, QUEUE),
        Pile::General(unit) => {
            let of = PageOf { task: Some(TaskNo::GENERAL), unit: Some(unit), ..PageOf::all(when) };
            reader.page(&of, QUEUE).map(|page| page.entries)
        }
    }
}

/// A reading of the ledger with the newest entries of every task, and what somebody's own unit has to report again.
///
/// # Errors
/// What the store says.
pub fn load(reader: &Reader, days: Days, unit: Option<UnitIx>, by: &str) -> Result<Loaded, StoreError> {
    let read = without_entries(reader, days, Scope::All, (unit, by))?;
    Ok(Loaded { newest: reader.newest(unit, days.when(), AT_HAND)?, ..read })
}

/// The same without entries, with the standings of some pairs alone.
pub(super) fn without_entries(
    reader: &Reader,
    days: Days,
    scope: Scope,
    (unit, by): (Option<UnitIx>, &str),
) -> Result<Loaded, StoreError> {
    let snapshot = reader.snapshot_of(scope, days.day(), days.clock.today(), days.known_at)?;
    let own = snapshot.office.duty(by).unit();
    let returned = own.map(|own| reader.sent_back(own, days.when())).transpose()?.unwrap_or_default();
    let visited = days.visited.filter(|seq| days.known_at.is_none() && *seq <= snapshot.seq);
    let came = visited.map(|seq| Ok::<_, StoreError>((seq, reader.came_since(seq, by, MOST_NEW)?.len())));
    let newest = Vec::new();
    Ok(Loaded { snapshot, unit, newest, anew: false, returned, came: came.transpose()? })
}

/// The ledger as of the end of the period before the one that is current on the day of the screen.
fn before(reader: &Reader, days: Days) -> Result<Option<Box<Snapshot>>, StoreError> {
    let day = days.day();
    let end = reader.book(days.known_at)?.opened(day).nth(1).map(|opened| opened.period.ends().min(day));
    let then = end.map(|end| reader.snapshot(end, days.clock.today(), days.known_at));
    Ok(then.transpose()?.map(Box::new))
}

pub(super) fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    std::thread::Builder::new().name(name.to_owned()).stack_size(512 * 1024).spawn(run).map(|_| ())
}
