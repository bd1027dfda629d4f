//! How many cells a glyph takes, and whether terminals agree about it.
//!
//! Owns the three kinds the encoder treats differently, and what is written for glyphs no terminal can be
//! trusted with. Refuses to know about layout: that is the text module's width, which counts alike.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Hanzi, all of them two cells everywhere.
const HANZI_FIRST: char = '\u{4E00}';
const HANZI_LAST: char = '\u{9FFF}';
/// Full-width signs, likewise.
const MARKS_FIRST: char = '\u{FF01}';
const MARKS_LAST: char = '\u{FF60}';

/// What a glyph does to the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// One cell everywhere.
    Narrow,
    /// Two cells everywhere.
    Wide,
    /// Laid out on two cells; one terminal draws it on one, the next on two.
    Ambiguous,
}

impl Glyph {
    /// The cells the layout gives it.
    pub(super) fn cells(self) -> u16 {
        match self {
            Self::Narrow => 1,
            Self::Wide | Self::Ambiguous => 2,
        }
    }
}

/// Classifies one cell's symbol, and says what to write for it.
///
/// Control characters and lone combining marks become a space: they have no cell of their own. Of a cluster
/// whose parts a simple terminal would draw side by side beyond its cells (families joined into one emoji,
/// ligatures), only the first character is written.
pub(super) fn classify(symbol: &str) -> (Glyph, Cow<'_, str>) {
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(' '..='~'), None) => (Glyph::Narrow, Cow::Borrowed(symbol)),
        // Nearly all the rest are hanzi and what stands between them.
        (Some(HANZI_FIRST..=HANZI_LAST | MARKS_FIRST..=MARKS_LAST), None) => {
            (Glyph::Wide, Cow::Borrowed(symbol))
        }
        _ => looked_up(symbol),
    }
}

/// The same by the tables.
fn looked_up(symbol: &str) -> (Glyph, Cow<'_, str>) {
    if symbol.chars().any(char::is_control) {
        return (Glyph::Narrow, Cow::Borrowed(" "));
    }
    let apart: usize = symbol.chars().filter_map(UnicodeWidthChar::width).sum();
    match (symbol.width(), symbol.width_cjk()) {
        (0, _) => (Glyph::Narrow, Cow::Borrowed(" ")),
        (1, 1) => (Glyph::Narrow, within(symbol, apart, 1)),
        // A sign with the emoji selector is one cell by its first character and two by the selector.
        (1 | 2, _) if apart < 2 => (Glyph::Ambiguous, Cow::Borrowed(symbol)),
        (1 | 2, _) if apart == 2 => (Glyph::Wide, Cow::Borrowed(symbol)),
        (1 | 2, _) => (Glyph::Wide, within(symbol, apart, 2)),
        _ => (Glyph::Wide, Cow::Borrowed("〓")),
    }
}

/// The symbol when its characters fit into `cells`, else as many of the first ones as do, filled up.
fn within(symbol: &str, apart: usize, cells: usize) -> Cow<'_, str> {
    if apart <= cells {
        return Cow::Borrowed(symbol);
    }
    let first = symbol.chars().next();
    let width = first.and_then(UnicodeWidthChar::width).unwrap_or(0);
    match first {
        Some(c) if width == cells => Cow::Owned(c.to_string()),
        _ if cells == 2 => Cow::Borrowed("〓"),
        _ => Cow::Borrowed("?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_kinds() {
        for symbol in ["a", "1", "-", "ñ̃", "e\u{301}"] {
            let kind = classify(symbol).0;
            assert_eq!(kind.cells(), 1, "{symbol} {kind:?}");
        }
        for symbol in ["督", "，", "（", "％", "㎡", "Ａ", "〓", "😀"] {
            assert_eq!(classify(symbol), (Glyph::Wide, Cow::Borrowed(symbol)), "{symbol}");
        }
        for symbol in ["“", "”", "‘", "—", "…", "·", "①", "℃", "Ⅲ", "×", "°", "★", "⚠\u{fe0f}"]
        {
            assert_eq!(classify(symbol), (Glyph::Ambiguous, Cow::Borrowed(symbol)), "{symbol}");
        }
    }

    #[test]
    fn the_short_way_agrees_with_the_tables() {
        for c in (' '..='~').chain(HANZI_FIRST..=HANZI_LAST).chain(MARKS_FIRST..=MARKS_LAST) {
            let symbol = c.to_string();
            assert_eq!(classify(&symbol), looked_up(&symbol), "{c}");
        }
    }

    #[test]
    fn what_cannot_be_trusted_is_replaced() {
        assert_eq!(classify("\u{1b}"), (Glyph::Narrow, Cow::Borrowed(" ")));
        assert_eq!(classify("\u{9b}"), (Glyph::Narrow, Cow::Borrowed(" ")));
        assert_eq!(classify(""), (Glyph::Narrow, Cow::Borrowed(" ")));
        assert_eq!(classify("\u{301}"), (Glyph::Narrow, Cow::Borrowed(" ")));
        assert_eq!(classify("👨\u{200d}👩\u{200d}👧"), (Glyph::Wide, Cow::Borrowed("👨")));
        assert_eq!(classify("👍🏽"), (Glyph::Wide, Cow::Borrowed("👍")));
    }
}
