//! The thread that writes frames, `tty-out`: the only one that does.
//!
//! Owns one frame at a time, in one write. Refuses to hold anybody up: whoever sends a frame goes on at once
//! and hears later that it is out.

use std::sync::mpsc::{Sender, channel};

use super::tty::{Tty, Wrote};

/// What became of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameOut {
    /// The terminal has taken all of it: so many bytes.
    Sent(usize),
    /// The screen was given back meanwhile (suspended, leaving): the next frame has to be a full one.
    Dropped,
    /// The terminal is gone; the input thread ends the process.
    Broken,
}

/// The way to the thread.
#[derive(Debug, Clone)]
pub struct Outbox(Sender<Vec<u8>>);

impl Outbox {
    /// Starts the thread. `done` is called in it after each frame and says whether to go on. The thread is
    /// never joined: it may be waiting for a terminal that nobody reads.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn spawn(tty: Tty, done: impl Fn(FrameOut) -> bool + Send + 'static) -> std::io::Result<Self> {
        let (sender, frames) = channel::<Vec<u8>>();
        std::thread::Builder::new().name("tty-out".into()).stack_size(128 * 1024).spawn(move || {
            for frame in frames {
                let out = match tty.write_frame(&frame) {
                    Wrote::All => FrameOut::Sent(frame.len()),
                    Wrote::Nothing => FrameOut::Dropped,
                    Wrote::Broken => FrameOut::Broken,
                };
                if !done(out) || out == FrameOut::Broken {
                    return;
                }
            }
        })?;
        Ok(Self(sender))
    }

    /// Sends a frame; an empty one is nothing. Send the next only after [`FrameOut`] came for this one: a
    /// frame waiting here would be old before it is seen. False when the thread has ended.
    #[must_use]
    pub fn send(&self, frame: Vec<u8>) -> bool {
        frame.is_empty() || self.0.send(frame).is_ok()
    }
}
