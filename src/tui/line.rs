//! The one channel that joins the threads.
//!
//! Owns what goes over it. Refuses to keep anything: whoever sends goes on at once.

use std::sync::mpsc::Sender;

use super::effect::Event;
use super::term::{FrameOut, TtyEvent};

/// Called on each thread whenever it passes something on or takes it.
pub type Watch = fn();

/// What a thread tells the one that draws.
pub(super) enum Message {
    /// From the terminal.
    Tty(TtyEvent),
    /// A frame is out, or not.
    Out(FrameOut),
    /// From reader, writer or the keeper of drafts.
    Work(Box<Event>),
    /// A thread fell over.
    Fell,
}

/// The way to the thread that draws.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) sender: Sender<Message>,
    pub(super) watch: Watch,
}

impl Line {
    /// Whether anybody still listens.
    pub(super) fn send(&self, message: Message) -> bool {
        (self.watch)();
        self.sender.send(message).is_ok()
    }

    /// The same for a thread that works.
    pub(super) fn work(&self) -> impl Fn(Event) -> bool + Clone + Send + 'static {
        let line = self.clone();
        move |event| line.send(Message::Work(Box::new(event)))
    }
}
