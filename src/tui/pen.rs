//! The thread that writes the ledger and waits its turn, one save after the other.
//!
//! Owns its connection, and the handles by which a save that still waits is given up. Refuses to let the thread that
//! answers keys wait for it.

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};

use super::effect::{Again, Event, SaveAsk, SaveId, Written};
use super::workers::spawn;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::Actor;
use crate::ops;
use crate::plan::Plan;
use crate::store::{Stop, StoreError, Wait, Which, Writer};

/// What the writer writes with.
#[derive(Debug)]
pub struct Pen {
    /// The ledger.
    pub path: PathBuf,
    /// Which ledger that is.
    pub which: Which,
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

/// The way to the writer.
#[derive(Debug)]
pub struct Saves {
    to: Sender<(SaveId, SaveAsk, Stop)>,
    awaited: Vec<(SaveId, Stop)>,
    /// Held while a save is under way.
    at_work: Arc<Mutex<()>>,
}

impl Saves {
    /// Hands a save over. A writer that is gone has ended with the program; there is nobody left to tell.
    pub fn send(&mut self, id: SaveId, ask: SaveAsk) {
        self.awaited.retain(|(_, stop)| stop.is_awaited());
        let stop = Stop::default();
        self.awaited.push((id, stop.clone()));
        let _ = self.to.send((id, ask, stop));
    }

    /// Waits until no save is under way. A process that is stopped in the middle of one holds everybody up.
    pub fn at_rest(&self) -> impl Fn() + Send + 'static {
        let at_work = self.at_work.clone();
        move || drop(at_work.lock())
    }

    /// Does not want a save any more. Its answer says whether it had begun.
    pub fn give_up(&self, id: SaveId) {
        for (_, stop) in self.awaited.iter().filter(|(awaited, _)| *awaited == id) {
            let _ = stop.give_up();
        }
    }
}

/// Starts the writer. What it tells, it tells on its thread.
///
/// # Errors
/// When the system gives no thread.
pub fn write(
    mut pen: Pen,
    events: impl Fn(Event) -> bool + Clone + Send + 'static,
) -> std::io::Result<Saves> {
    let (to, asked) = channel::<(SaveId, SaveAsk, Stop)>();
    let at_work = Arc::new(Mutex::new(()));
    let working = at_work.clone();
    spawn("writer", move || {
        for (id, ask, stop) in asked {
            let tell = events.clone();
            let wait = Wait::new(stop, move |who| {
                let _ = tell(Event::Waiting(id, who));
            });
            let under_way = working.lock();
            let done = save(&mut pen, ask, wait);
            drop(under_way);
            let is_saved = done.is_ok();
            if !events(Event::Saved(id, done)) {
                return;
            }
            if is_saved {
                pen.daily.saved(pen.clock);
            }
        }
    })?;
    Ok(Saves { to, awaited: Vec::new(), at_work })
}

/// Writes what is asked: the one place where the screen changes the ledger.
///
/// # Errors
/// What `ops` says; nothing was written then.
pub fn save(pen: &mut Pen, ask: SaveAsk, wait: Wait) -> Result<Written, Error> {
    let mut writer = match pen.writer.take() {
        Some(open) => open,
        None => {
            let open = Writer::open(&pen.path, pen.plan.clone())?;
            open.must_be(&pen.which)?;
            open
        }
    };
    writer.waits(wait);
    let written = write_on(&mut writer, pen, ask);
    writer.waits(Wait::default());
    // A file that is no longer the ledger is let go of: what is there by the next save is looked for then.
    if !matches!(written, Err(Error::Store(StoreError::Moved(_) | StoreError::Replaced(_)))) {
        pen.writer = Some(writer);
    }
    written
}

fn write_on(writer: &mut Writer, pen: &Pen, ask: SaveAsk) -> Result<Written, Error> {
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
        SaveAsk::Again(which, changes) => {
            match which {
                Again::Undo => ops::undo_all(writer, plan, &changes, by, clock)?,
                Again::Redo => ops::redo_all(writer, plan, &changes, by, clock)?,
            };
            Ok(Written::Again(which, changes))
        }
        SaveAsk::Act(act) => {
            let ids = super::acts::act(writer, plan, &act, by, clock)?;
            Ok(Written::Act(act, ids))
        }
    }
}
