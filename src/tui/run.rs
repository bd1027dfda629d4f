//! The loop: receive, drain, update, effects, and a frame.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use super::begin::{first_look, places};
use super::effect::{Effect, Event};
use super::fall::Fall;
use super::hands::{Hands, hear};
use super::line::{Line, Message, Watch};
use super::model::Model;
use super::over::Over;
use super::showing::Showing;
use super::term::{Haste, Latch, Signals, Tty, TtyEvent};
use super::update::update;
use super::workers::{Ask, Days};
use crate::cli::Context;
use crate::draft::Folder;
use crate::error::Error;

/// As long as nothing is wanted, one sleeps until something comes.
const FOR_EVER: Duration = Duration::from_secs(1 << 30);

/// How long the keeper of drafts has when the process is told to end.
const LAST_MOMENTS: Duration = Duration::from_millis(700);

/// How long after a frame that could not be written the listening thread has to end the process: where the line
/// dropped, it does. Where only the screen is gone, it hears nothing of it.
const SCREEN_GONE: Duration = Duration::from_millis(300);

/// Opens the screen and stays until the operator leaves.
///
/// # Errors
/// What stands in the way of reading the ledger or using the terminal. The terminal is as it was before.
pub fn run(context: &Context) -> Result<(), Error> {
    run_watched(context, || ())
}

/// The same, with a call on each thread of the program whenever it passes a message on or takes one: a test makes
/// a thread fall over there.
///
/// # Errors
/// As [`run`].
pub fn run_watched(context: &Context, watch: Watch) -> Result<(), Error> {
    let reader = context.reader()?;
    let visits = Folder::beside(&context.path);
    let visited = visits.visited(&context.actor().name);
    let (as_of, known_at, clock) = (context.as_of, context.known_at, context.clock);
    let days = Days { looking: None, as_of, known_at, clock, visited };
    let mut model = first_look(context, &reader, days)?;
    let read_only = reader.is_read_only();
    model.assess = context.config.assess;
    (model.folder, model.host) = places(&context.actor().name);
    let tty = Tty::open().ok_or_else(|| Error::Terminal(std::io::ErrorKind::NotConnected.into()))?;
    let (sender, messages) = channel();
    let line = Line { sender, watch };
    let fall = Fall::watch(&tty, line.sender.clone());
    // From here on the terminal is given back, whatever comes.
    let signals = Signals::catch().map_err(Error::Terminal)?;
    tty.enter().map_err(Error::Terminal)?;
    let mut showing = Showing::new(tty.clone());
    let mut hands = None;
    let over = guarded(|| {
        // What the operator waits for comes before all that the first frame does without: threads, and the rest of the ledger.
        measure(&tty, &mut model);
        showing.draw(&model);
        let latch = Latch::new();
        let hands = hands.insert(Hands::new(context, reader, days, &line)?);
        hear(context, &tty, signals, &latch, hands.saves.at_rest(), line.clone())?;
        showing.wait_by(move |out| line.send(Message::Out(out)))?;
        let mut screen = Screen::new(&tty, showing, latch, hands, context.config.idle);
        Ok(screen.stay(&mut model, &messages, watch))
    });
    // What was typed in the last moments, however it ends.
    let _ = hands.map(|hands| hands.keeper.flush(LAST_MOMENTS));
    tty.leave();
    // Before the first period nothing is awaited, and so nothing is new.
    if !read_only && context.known_at.is_none() && !model.snapshot.office.periods.is_empty() {
        visits.leave(&context.actor().name, model.snapshot.seq);
    }
    over.map_err(Error::Terminal)?.told(&tty, context.lang, &fall)
}

/// Whatever falls over in it is an end like others.
fn guarded(stay: impl FnOnce() -> std::io::Result<Over>) -> std::io::Result<Over> {
    catch_unwind(AssertUnwindSafe(stay)).unwrap_or(Ok(Over::Fell))
}

/// Takes over the window's size.
fn measure(tty: &Tty, model: &mut Model) {
    let size = tty.size();
    model.size = (size.cols, size.rows);
    model.show_selected();
}

/// What the loop works with besides the model.
struct Screen<'a> {
    tty: &'a Tty,
    showing: Showing,
    latch: Latch,
    hands: &'a mut Hands,
    /// Whether what is read next was asked for by others' writing alone.
    looking: bool,
    /// What was typed before all was read that the first screen did not need; nothing is kept back afterwards.
    early: Option<Vec<Message>>,
    /// How long one may be away from the keys, if there is an end to that.
    idle: Option<Duration>,
    /// When the last key came.
    heard: Instant,
}

impl<'a> Screen<'a> {
    fn new(
        tty: &'a Tty,
        showing: Showing,
        latch: Latch,
        hands: &'a mut Hands,
        idle: Option<Duration>,
    ) -> Self {
        let (early, heard) = (Some(Vec::new()), Instant::now());
        Self { tty, showing, latch, hands, looking: false, early, idle, heard }
    }

    fn stay(&mut self, model: &mut Model, messages: &Receiver<Message>, watch: Watch) -> Over {
        for ask in [Ask::Load(model.newest_of), Ask::Drafts] {
            let _ = self.hands.asks.send(ask);
        }
        loop {
            let mut message = match messages.recv_timeout(self.patience(model)) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Over::Left,
            };
            while let Some(next) = message {
                watch();
                if let Some(over) = self.take(model, next) {
                    return over;
                }
                message = messages.try_recv().ok();
            }
            if let Some(over) = self.overdue(model) {
                return over;
            }
            self.showing.draw(model);
        }
    }

    /// How long to wait for a message.
    fn patience(&self, model: &Model) -> Duration {
        let now = Instant::now();
        let frame = self.showing.due_in();
        let until = |at: Instant| at.saturating_duration_since(now);
        let idle = self.idle_at(model).map(until);
        let gone = self.showing.gone().map(|at| until(at + SCREEN_GONE));
        [frame, idle, gone].into_iter().flatten().min().unwrap_or(FOR_EVER)
    }

    /// When one has been away too long. A save that waits its turn is awaited.
    fn idle_at(&self, model: &Model) -> Option<Instant> {
        self.idle.filter(|_| model.saving.is_empty()).map(|idle| self.heard + idle)
    }

    fn overdue(&self, model: &Model) -> Option<Over> {
        let now = Instant::now();
        let gone = self.showing.gone().filter(|at| now >= *at + SCREEN_GONE).map(|_| Over::ScreenGone);
        gone.or_else(|| self.idle_at(model).filter(|at| now >= *at).map(|_| Over::Idle))
    }

    /// Takes a message in, and says when it is time to go. What is typed ahead may be about what is still being read, and
    /// waits the moment for it.
    fn take(&mut self, model: &mut Model, message: Message) -> Option<Over> {
        if let (Some(early), Message::Tty(TtyEvent::Input(_))) = (&mut self.early, &message) {
            early.push(message);
            return None;
        }
        let read = matches!(&message, Message::Work(event) if matches!(**event, Event::Loaded(_)));
        let early = if read { self.early.take() } else { None };
        [message].into_iter().chain(early.into_iter().flatten()).find_map(|next| self.heed(model, next))
    }

    fn heed(&mut self, model: &mut Model, message: Message) -> Option<Over> {
        let event = match message {
            Message::Fell => return Some(Over::Fell),
            Message::Out(out) => {
                self.showing.frame_out(out);
                return None;
            }
            Message::Work(event) => match *event {
                Event::Barred(fault) => return Some(Over::Barred(fault)),
                event => event,
            },
            Message::Tty(TtyEvent::Input(inputs)) => {
                self.heard = Instant::now();
                Event::Input(inputs)
            }
            Message::Tty(TtyEvent::Resize(size)) => Event::Resize(size.cols, size.rows),
            Message::Tty(TtyEvent::Resumed(size)) => {
                self.heard = Instant::now();
                Event::Resize(size.cols, size.rows)
            }
            Message::Tty(TtyEvent::LookAgain) => Event::LookAgain,
            Message::Tty(TtyEvent::FormsMoved) => Event::FormsMoved,
            Message::Tty(TtyEvent::Suspended) => return None,
            Message::Tty(TtyEvent::Ending(_)) => {
                // What was typed in the last moments is brought to safety; the process ends by itself soon after.
                let _ = self.hands.keeper.flush(LAST_MOMENTS);
                self.latch.open();
                return None;
            }
        };
        // A look at the ledger or at others changes nothing by itself: the answer does.
        let haste = match event {
            Event::LookAgain | Event::FormsMoved => Haste::None,
            Event::Loaded(_) if self.looking => Haste::Unasked,
            _ => Haste::Asked,
        };
        self.showing.want(haste);
        self.looking =
            matches!(event, Event::LookAgain) || self.looking && !matches!(event, Event::Loaded(_));
        update(model, event).into_iter().any(|effect| self.act(effect)).then_some(Over::Left)
    }

    /// Does what the model asks for. Whether it is time to go.
    fn act(&mut self, effect: Effect) -> bool {
        let Hands { asks, saves, keeper } = &mut *self.hands;
        // A worker that is gone has ended with the program; there is nobody left to tell.
        match effect {
            Effect::Load(unit) => drop(asks.send(Ask::Load(unit))),
            Effect::LoadMore(task, unit, most) => drop(asks.send(Ask::More(task, unit, most))),
            Effect::Previous(pair) => drop(asks.send(Ask::Previous(pair))),
            Effect::History(task, unit) => drop(asks.send(Ask::History(task, unit))),
            Effect::Preview(which, ids) => drop(asks.send(Ask::Preview(which, ids))),
            Effect::Since(slot, body) => drop(asks.send(Ask::Since(slot, body))),
            Effect::LookForOthers(slot) => keeper.look_for_others(slot),
            Effect::Queue(pile) => drop(asks.send(Ask::Queue(pile))),
            Effect::Look(day, unit) => drop(asks.send(Ask::Look(day, unit))),
            Effect::Glance => drop(asks.send(Ask::Glance)),
            Effect::Show(ask) => drop(asks.send(Ask::Show(ask))),
            Effect::Export(ask, path, replace) => drop(asks.send(Ask::Export(ask, path, replace))),
            Effect::Search(words, unit) => drop(asks.send(Ask::Search(words, unit))),
            Effect::Save(id, ask) => saves.send(id, ask),
            Effect::GiveUp(id) => saves.give_up(id),
            Effect::OpenDraft(slot) => keeper.look(slot),
            Effect::TakeDraft(slot) => keeper.open(slot),
            Effect::Keep(slot, body) => keeper.keep(slot, *body),
            Effect::LeaveDraft(slot) => keeper.leave(slot),
            Effect::DropDraft(slot) => keeper.finish(slot),
            Effect::Redraw => self.showing.anew(),
            Effect::Suspend => {
                let _ = self.tty.suspend();
            }
            Effect::Quit => return true,
        }
        false
    }
}
