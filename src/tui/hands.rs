//! The threads around the one that draws, each with the way it tells what it did.
//!
//! Owns starting them. Refuses to wait for any of them.

use std::sync::mpsc::Sender;

use super::effect::Event;
use super::line::{Line, Message};
use super::pen::{self, Pen, Saves};
use super::term::{End, Latch, Listen, Signals, Tty, listen};
use super::workers::{self, Ask, Days, Desk};
use crate::cli::Context;
use crate::draft::{Folder, Heard, Keeper};
use crate::ops::Daily;
use crate::store::Reader;
use crate::strings::{Lang, tui as say};

/// Those who read, write and keep.
pub(super) struct Hands {
    pub(super) asks: Sender<Ask>,
    pub(super) saves: Saves,
    pub(super) keeper: Keeper,
}

impl Hands {
    pub(super) fn new(context: &Context, reader: Reader, days: Days, line: &Line) -> std::io::Result<Self> {
        let (by, clock, plan) = (context.actor().clone(), context.clock, reader.plan().clone());
        let which = reader.which().clone();
        let drafts = Folder::beside(&context.path);
        let keeper = keeper(&drafts, context, line.clone())?;
        let asks = workers::read(Desk { reader, drafts, days, by: by.clone() }, line.work())?;
        let daily = Daily::new(&context.path, context.config.backups());
        let pen = Pen { path: context.path.clone(), which, plan, by, clock, writer: None, daily };
        Ok(Self { asks, saves: pen::write(pen, line.work())?, keeper })
    }
}

/// The keeper of drafts; what it cannot keep is said on the screen.
fn keeper(folder: &Folder, context: &Context, line: Line) -> std::io::Result<Keeper> {
    Keeper::spawn(folder.clone(), &context.actor().name, context.clock, move |heard| {
        let event = match heard {
            Heard::Looked(slot, found, others) => Event::Draft(slot, found, others),
            Heard::Kept(slot, others) => Event::Kept(slot, others),
            Heard::Others(slot, others) => Event::Others(slot, others),
            Heard::Fault(fault) => Event::NotKept(fault),
        };
        let _ = line.send(Message::Work(Box::new(event)));
    })
}

/// The one that listens to the terminal and to signals.
pub(super) fn hear(
    context: &Context,
    tty: &Tty,
    signals: Signals,
    latch: &Latch,
    at_rest: impl Fn() + Send + 'static,
    line: Line,
) -> std::io::Result<()> {
    let lang = context.lang;
    let setup = Listen {
        tty: tty.clone(),
        signals,
        ledger: std::fs::canonicalize(&context.path).ok(),
        drafts: Some(Folder::beside(&context.path)),
        drafts_safe: latch.clone(),
        last_words: Box::new(move |why| last_words(why, lang)),
        at_rest: Box::new(at_rest),
    };
    listen(setup, move |event| line.send(Message::Tty(event)))
}

fn last_words(why: End, lang: Lang) -> String {
    match why {
        End::LineDropped => say::LINE_DROPPED.say(lang).to_owned(),
        End::Signal(number) => say::SIGNALLED.with(lang, &[&number.to_string()]),
    }
}
