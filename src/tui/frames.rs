//! The screen as the terminal has it, and the one that is drawn next.
//!
//! Owns both and what turns one into the other. Refuses to decide when a frame goes out: what was drawn is kept or thrown
//! away by whoever does. The next screen is made ready when the frame before it is on its way, not when a key waits for it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::model::Model;
use super::term::Encoder;
use super::view;

/// Two screens and the encoder between them.
pub(super) struct Frames {
    encoder: Encoder,
    /// The encoder once the drawn screen is shown.
    after: Encoder,
    shown: Buffer,
    /// Empty, or drawn and not yet kept.
    next: Buffer,
}

impl Frames {
    /// Nothing shown yet; without `colour` no colours.
    pub(super) fn new(colour: bool) -> Self {
        let encoder = Encoder::new(colour);
        let (shown, next) = (Buffer::empty(Rect::ZERO), Buffer::empty(Rect::ZERO));
        Self { after: encoder.clone(), encoder, shown, next }
    }

    /// Draws the model: the bytes that show it, all of it where `full`. Then comes [`Frames::keep`] or [`Frames::drop`].
    pub(super) fn draw(&mut self, model: &Model, full: bool) -> Vec<u8> {
        let area = Rect::new(0, 0, model.size.0, model.size.1);
        if self.next.area != area {
            self.next = Buffer::empty(area);
        }
        let caret = view::draw(model, &mut self.next);
        self.after = self.encoder.clone();
        self.after.frame(&self.shown, &self.next, caret, full)
    }

    /// The frame went out.
    pub(super) fn keep(&mut self) {
        self.encoder = self.after.clone();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.next.reset();
    }

    /// The frame did not go out.
    pub(super) fn drop(&mut self) {
        self.next.reset();
    }
}
