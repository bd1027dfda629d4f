//! When the program itself fails: a panic in any of its threads.
//!
//! Owns giving the terminal back at once and telling the thread that draws, which ends the program in order.
//! Refuses to print anything: the operator gets one sentence at the end, with the place in it.

use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};

use super::line::Message;
use super::term::Tty;

/// Where a thread fell over, once one has.
#[derive(Debug, Clone, Default)]
pub(super) struct Fall(Arc<OnceLock<String>>);

impl Fall {
    /// Watches every thread from now on.
    pub(super) fn watch(tty: &Tty, sender: Sender<Message>) -> Self {
        let (fall, tty) = (Self::default(), tty.clone());
        let known = fall.clone();
        std::panic::set_hook(Box::new(move |info| {
            known.0.get_or_init(|| info.location().map(ToString::to_string).unwrap_or_default());
            tty.leave();
            // From the thread that draws to itself it is never read, and need not be.
            let _ = sender.send(Message::Fell);
        }));
        fall
    }

    /// File, line and column in the source.
    pub(super) fn place(&self) -> String {
        self.0.get().cloned().unwrap_or_default()
    }
}
