//! Frames on their way to the terminal.
//!
//! Owns one frame at a time. What the terminal takes at once goes out in one write, by whoever drew it: to wake another for
//! it would take longer. For the rest there is a thread that waits, `tty-out`. Refuses to hold anybody up: whoever sends a
//! frame goes on at once, and hears later of one that had to wait.

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

/// The way to the terminal, and to the thread that waits for it.
#[derive(Debug)]
pub struct Outbox {
    tty: Tty,
    waits: Waits,
}

/// Who takes what the terminal does not take at once.
#[derive(Debug)]
enum Waits {
    /// Nobody yet: this is left of the first frame.
    Nobody(Vec<u8>),
    Thread(Sender<Vec<u8>>),
}

impl Outbox {
    /// A way without anybody to wait: good for one frame, until [`Outbox::wait_by`].
    #[must_use]
    pub fn new(tty: Tty) -> Self {
        Self { tty, waits: Waits::Nobody(Vec::new()) }
    }

    /// Starts the thread. `done` is called in it after each frame that it had to wait for, and says whether to go on. The
    /// thread is never joined: it may be waiting for a terminal that nobody reads.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn wait_by(&mut self, done: impl Fn(FrameOut) -> bool + Send + 'static) -> std::io::Result<()> {
        let (waits, frames) = channel::<Vec<u8>>();
        let to = self.tty.clone();
        std::thread::Builder::new().name("tty-out".into()).stack_size(128 * 1024).spawn(move || {
            for frame in frames {
                let out = match to.write_frame(&frame) {
                    Wrote::All => FrameOut::Sent(frame.len()),
                    Wrote::Nothing => FrameOut::Dropped,
                    Wrote::Broken => FrameOut::Broken,
                };
                if !done(out) || out == FrameOut::Broken {
                    return;
                }
            }
        })?;
        if let Waits::Nobody(rest) = std::mem::replace(&mut self.waits, Waits::Thread(waits)) {
            let _ = self.wait(rest);
        }
        Ok(())
    }

    /// Sends a frame. Whether it has to wait: then send the next only after [`FrameOut`] came for this one, since a frame
    /// waiting here would be old before it is seen. Nothing waits any more once the thread has ended.
    #[must_use]
    pub fn send(&mut self, mut frame: Vec<u8>) -> bool {
        let rest = frame.split_off(self.tty.offer(&frame).min(frame.len()));
        self.wait(rest)
    }

    fn wait(&mut self, rest: Vec<u8>) -> bool {
        let waits = !rest.is_empty();
        match &mut self.waits {
            Waits::Nobody(kept) => *kept = rest,
            Waits::Thread(thread) => return waits && thread.send(rest).is_ok(),
        }
        waits
    }
}
