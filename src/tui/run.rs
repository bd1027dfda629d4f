//! The loop: receive, drain, update, effects, and a frame when something changed, the last one is out and the pace
//! allows.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::effect::{Effect, Event, SaveAsk, SaveId};
use super::model::Model;
use super::term::{Encoder, End, FrameOut, Latch, Listen, Outbox, Pace, Tty, TtyEvent, listen};
use super::update::update;
use super::view;
use super::workers::{self, Ask, Days, Desk, Pen};
use crate::cli::Context;
use crate::draft::{Folder, Heard, Keeper};
use crate::error::Error;
use crate::strings::{Lang, tui as say};

/// As long as nothing is wanted, one sleeps until something comes.
const FOR_EVER: Duration = Duration::from_secs(1 << 30);

/// How long the keeper of drafts has when the process is told to end.
const LAST_MOMENTS: Duration = Duration::from_millis(500);

enum Message {
    Tty(TtyEvent),
    Out(FrameOut),
    Work(Event),
}

/// Opens the screen and stays until the operator leaves.
///
/// # Errors
/// What stands in the way of reading the ledger or using the terminal. The terminal is as it was before.
pub fn run(context: &Context) -> Result<(), Error> {
    let reader = context.reader()?;
    let days = Days { as_of: context.as_of, known_at: context.known_at, clock: context.clock };
    let first = workers::load(&reader, days, None)?;
    let plan = reader.plan().clone();
    let mut model = Model::new(first.snapshot, context.lang, context.clock, context.actor.clone());
    model.newest = first.newest.into_iter().collect();
    let tty = Tty::open().ok_or_else(|| Error::Terminal(std::io::ErrorKind::NotConnected.into()))?;
    let (sender, messages) = channel();
    let work = |sender: &Sender<Message>| {
        let sender = sender.clone();
        move |event| sender.send(Message::Work(event)).is_ok()
    };
    let drafts = Folder::beside(&context.path);
    let (by, clock) = (context.actor.clone(), context.clock);
    let keeper = keeper(&drafts, context, sender.clone()).map_err(Error::Terminal)?;
    let desk = Desk { reader, drafts, days, by: by.clone() };
    let asks = workers::read(desk, work(&sender)).map_err(Error::Terminal)?;
    let pen = Pen { path: context.path.clone(), plan, by, clock, writer: None };
    let saves = workers::write(pen, work(&sender)).map_err(Error::Terminal)?;
    tty.restore_on_panic();
    tty.enter().map_err(Error::Terminal)?;
    let latch = Latch::new();
    let ended = hear(context, &tty, &latch, sender.clone())
        .and_then(|()| Outbox::spawn(tty.clone(), move |out| sender.send(Message::Out(out)).is_ok()))
        .map(|outbox| {
            Screen::new(tty.clone(), outbox, latch, keeper, asks, saves).stay(&mut model, &messages);
        });
    tty.leave();
    ended.map_err(Error::Terminal)?;
    if model.broken { Err(Error::Broken) } else { Ok(()) }
}

/// The keeper of drafts; what it cannot keep is said on the screen.
fn keeper(folder: &Folder, context: &Context, sender: Sender<Message>) -> std::io::Result<Keeper> {
    Keeper::spawn(folder.clone(), &context.actor.name, context.clock, move |heard| {
        let event = match heard {
            Heard::Looked(slot, found, others) => Event::Draft(slot, found, others),
            Heard::Kept(slot, others) => Event::Kept(slot, others),
            Heard::Fault(fault) => Event::NotKept(fault),
        };
        let _ = sender.send(Message::Work(event));
    })
}

fn hear(context: &Context, tty: &Tty, latch: &Latch, sender: Sender<Message>) -> std::io::Result<()> {
    let lang = context.lang;
    let setup = Listen {
        tty: tty.clone(),
        ledger: std::fs::canonicalize(&context.path).ok(),
        drafts_safe: latch.clone(),
        last_words: Box::new(move |why| last_words(why, lang)),
    };
    listen(setup, move |event| sender.send(Message::Tty(event)).is_ok())
}

fn last_words(why: End, lang: Lang) -> String {
    match why {
        End::LineDropped => say::LINE_DROPPED.say(lang).to_owned(),
        End::Signal(number) => say::SIGNALLED.with(lang, &[&number.to_string()]),
    }
}

/// What the loop works with besides the model.
struct Screen {
    tty: Tty,
    outbox: Outbox,
    latch: Latch,
    asks: Sender<Ask>,
    keeper: Keeper,
    saves: Sender<(SaveId, SaveAsk)>,
    encoder: Encoder,
    pace: Pace,
    /// How long the pace makes the frame wait that is wanted now.
    wait: Duration,
    shown: Buffer,
    full: bool,
    changed: bool,
    in_flight: bool,
}

impl Screen {
    fn new(
        tty: Tty,
        outbox: Outbox,
        latch: Latch,
        keeper: Keeper,
        asks: Sender<Ask>,
        saves: Sender<(SaveId, SaveAsk)>,
    ) -> Self {
        let colour = std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
        Self {
            tty,
            outbox,
            latch,
            asks,
            keeper,
            saves,
            encoder: Encoder::new(colour),
            pace: Pace::new(),
            wait: Duration::ZERO,
            shown: Buffer::empty(Rect::ZERO),
            full: true,
            changed: true,
            in_flight: false,
        }
    }

    fn stay(mut self, model: &mut Model, messages: &Receiver<Message>) {
        let size = self.tty.size();
        model.size = (size.cols, size.rows);
        model.show_selected();
        let _ = self.asks.send(Ask::Drafts);
        loop {
            self.draw(model);
            let wait = if self.changed && !self.in_flight { self.wait } else { FOR_EVER };
            let mut message = match messages.recv_timeout(wait) {
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            while let Some(next) = message {
                if self.take(model, next) {
                    return;
                }
                message = messages.try_recv().ok();
            }
        }
    }

    /// Sends a frame if there is anything new and the terminal is ready for it. One that has to wait is thrown away:
    /// when its time has come there may be something newer.
    fn draw(&mut self, model: &Model) {
        if !self.changed || self.in_flight {
            return;
        }
        let mut next = Buffer::empty(Rect::new(0, 0, model.size.0, model.size.1));
        let caret = view::draw(model, &mut next);
        let mut encoder = self.encoder.clone();
        let frame = encoder.frame(&self.shown, &next, caret, self.full);
        let now = Instant::now();
        self.wait = self.pace.wait(now, frame.len());
        if !self.wait.is_zero() {
            return;
        }
        (self.encoder, self.shown) = (encoder, next);
        (self.full, self.changed) = (false, false);
        if !frame.is_empty() {
            self.pace.after_frame(frame.len(), now);
            self.in_flight = self.outbox.send(frame);
        }
    }

    /// Takes a message in. Whether it is time to go.
    fn take(&mut self, model: &mut Model, message: Message) -> bool {
        let event = match message {
            Message::Out(out) => {
                self.in_flight = false;
                if out == FrameOut::Dropped {
                    (self.full, self.changed) = (true, true);
                }
                return false;
            }
            Message::Work(event) => event,
            Message::Tty(TtyEvent::Input(inputs)) => Event::Input(inputs),
            Message::Tty(TtyEvent::Resize(size) | TtyEvent::Resumed(size)) => {
                Event::Resize(size.cols, size.rows)
            }
            Message::Tty(TtyEvent::LookAgain) => Event::LookAgain,
            Message::Tty(TtyEvent::Suspended) => return false,
            Message::Tty(TtyEvent::Ending(_)) => {
                // What was typed in the last moments is brought to safety; the process ends by itself soon after.
                let _ = self.keeper.flush(LAST_MOMENTS);
                self.latch.open();
                return false;
            }
        };
        // A look at the ledger changes nothing by itself: the answer does.
        self.changed |= !matches!(event, Event::LookAgain);
        update(model, event).into_iter().any(|effect| self.act(effect))
    }

    /// Does what the model asks for. Whether it is time to go.
    fn act(&mut self, effect: Effect) -> bool {
        // A worker that is gone has ended with the program; there is nobody left to tell.
        match effect {
            Effect::Load(unit) => drop(self.asks.send(Ask::Load(unit))),
            Effect::LoadMore(task, unit, most) => drop(self.asks.send(Ask::More(task, unit, most))),
            Effect::Previous(pair) => drop(self.asks.send(Ask::Previous(pair))),
            Effect::History(task, unit) => drop(self.asks.send(Ask::History(task, unit))),
            Effect::Preview(which) => drop(self.asks.send(Ask::Preview(which))),
            Effect::Search(words, unit) => drop(self.asks.send(Ask::Search(words, unit))),
            Effect::Save(id, ask) => drop(self.saves.send((id, ask))),
            Effect::OpenDraft(slot) => self.keeper.look(slot),
            Effect::TakeDraft(slot) => self.keeper.open(slot),
            Effect::Keep(slot, body) => self.keeper.keep(slot, *body),
            Effect::LeaveDraft(slot) => self.keeper.leave(slot),
            Effect::DropDraft(slot) => self.keeper.finish(slot),
            Effect::Redraw => self.full = true,
            Effect::Suspend => {
                let _ = self.tty.suspend();
            }
            Effect::Quit => {
                let _ = self.keeper.flush(LAST_MOMENTS);
                return true;
            }
        }
        false
    }
}
