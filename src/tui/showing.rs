//! When a frame goes out: something changed, the last one is out, and the pace allows.
//!
//! Owns what is known of the frame under way and of the one that is wanted. Refuses to know why anything changed. The first
//! frame needs nobody: it goes out before there is a thread to wait for a slow terminal.

use std::time::{Duration, Instant};

use super::frames::Frames;
use super::model::Model;
use super::term::{FrameOut, Haste, Outbox, Pace, Tty};

/// The screen on its way to the operator.
pub(super) struct Showing {
    frames: Frames,
    pace: Pace,
    outbox: Outbox,
    /// How long the pace makes the frame wait that is wanted now.
    wait: Duration,
    full: bool,
    changed: Haste,
    in_flight: bool,
    /// When a frame could not be written.
    gone: Option<Instant>,
}

impl Showing {
    /// Nothing is shown yet, and everything is to be.
    pub(super) fn new(tty: Tty) -> Self {
        let colour = std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
        Self {
            frames: Frames::new(colour),
            pace: Pace::new(),
            outbox: Outbox::new(tty),
            wait: Duration::ZERO,
            full: true,
            changed: Haste::Asked,
            in_flight: false,
            gone: None,
        }
    }

    /// From now on there is a thread that waits where the terminal does not take a frame at once.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn wait_by(
        &mut self,
        done: impl Fn(FrameOut) -> bool + Send + 'static,
    ) -> std::io::Result<()> {
        self.outbox.wait_by(done)
    }

    /// A frame is wanted, and how much.
    pub(super) fn want(&mut self, haste: Haste) {
        self.changed = self.changed.max(haste);
    }

    /// The next frame is to draw everything.
    pub(super) fn anew(&mut self) {
        self.full = true;
    }

    /// How long the frame that is wanted has to wait; nothing where none is, or the last one is still under way.
    pub(super) fn due_in(&self) -> Option<Duration> {
        (self.changed > Haste::None && !self.in_flight).then_some(self.wait)
    }

    /// Since when frames reach nobody.
    pub(super) fn gone(&self) -> Option<Instant> {
        self.gone
    }

    /// Sends a frame if there is anything new and the terminal is ready for it. One that has to wait is thrown away:
    /// when its time has come there may be something newer.
    pub(super) fn draw(&mut self, model: &Model) {
        if self.changed == Haste::None || self.in_flight {
            return;
        }
        let frame = self.frames.draw(model, self.full);
        let now = Instant::now();
        let apart = if self.full { self.pace.apart(now) } else { Duration::ZERO };
        self.wait = self.pace.wait(now, frame.len(), self.changed).max(apart);
        if !self.wait.is_zero() {
            self.frames.drop();
            return;
        }
        (self.full, self.changed) = (false, Haste::None);
        if !frame.is_empty() {
            self.pace.after_frame(frame.len(), now);
            self.in_flight = self.outbox.send(frame);
        }
        self.frames.keep();
    }

    /// What became of a frame that had to wait.
    pub(super) fn frame_out(&mut self, out: FrameOut) {
        self.in_flight = false;
        match out {
            FrameOut::Sent(_) => {}
            FrameOut::Dropped => (self.full, self.changed) = (true, Haste::Asked),
            FrameOut::Broken => self.gone = self.gone.or(Some(Instant::now())),
        }
    }
}
