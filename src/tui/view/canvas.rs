//! Putting text onto a buffer: by grapheme, safe, never beyond its field, ambiguous glyphs two cells wide.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::text::grapheme::graphemes;
use crate::text::{cells, grapheme_cells, truncate, visible};

use super::lines::Line;

/// A buffer to draw on, but for its last column: a glyph there makes some terminals wrap.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    limit: u16,
}

impl<'a> Canvas<'a> {
    /// Draws on this buffer.
    pub fn new(buffer: &'a mut Buffer) -> Self {
        let limit = buffer.area.width.saturating_sub(1).max(1);
        Self { buffer, limit }
    }

    /// Puts text at a place, cut to `width` cells. Where the next text may begin.
    pub fn put(&mut self, x: u16, y: u16, width: usize, text: &str, style: Style) -> u16 {
        let shown = visible(text);
        let cut = truncate(&shown, width.min(usize::from(self.limit.saturating_sub(x))));
        let mut at = x;
        for (_, grapheme) in graphemes(&cut) {
            let wide = u16::try_from(grapheme_cells(grapheme)).unwrap_or(0);
            if wide == 0 {
                continue;
            }
            if let Some(cell) = self.buffer.cell_mut((at, y)) {
                cell.set_symbol(grapheme).set_style(style);
            }
            // The second cell of a wide glyph is a filler; of an ambiguous one, a space in narrow terminals.
            if wide == 2
                && let Some(filler) = self.buffer.cell_mut((at + 1, y))
            {
                filler.set_symbol(" ").set_style(style);
            }
            at += wide;
        }
        at
    }

    /// Puts text so that it ends before `right`.
    pub fn put_right(&mut self, right: u16, y: u16, text: &str, style: Style) -> u16 {
        let wide = u16::try_from(cells(&visible(text))).unwrap_or(0).min(right);
        self.put(right - wide, y, usize::from(wide), text, style);
        right - wide
    }

    /// Puts a line of several styles, cut to `width` cells.
    pub fn line(&mut self, x: u16, y: u16, width: usize, line: &Line) {
        let end = x.saturating_add(u16::try_from(width).unwrap_or(u16::MAX));
        let mut at = x;
        for span in line {
            let room = usize::from(end.saturating_sub(at));
            at = self.put(at, y, room, &span.text, span.style);
        }
    }

    /// Empties a part of a row, so that what lies under a popup does not show through. A wide glyph half under
    /// its edge goes too.
    pub fn blank(&mut self, x: u16, y: u16, width: u16) {
        let before = x
            .checked_sub(1)
            .filter(|b| self.buffer.cell((*b, y)).is_some_and(|c| grapheme_cells(c.symbol()) == 2));
        for at in before.into_iter().chain(x..x.saturating_add(width)) {
            if let Some(cell) = self.buffer.cell_mut((at, y)) {
                cell.reset();
            }
        }
    }
}
