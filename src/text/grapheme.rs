//! Where one character, as people see it, ends and the next begins. Owns the boundaries everything else in this
//! folder cuts at; refuses to know how wide a grapheme is or what it means.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Characters that never join with a neighbour of the same kind, so that ordinary text needs no table look-up. But for
/// ASCII all of them are two cells wide.
pub(super) fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{4E00}'..='\u{9FFF}' | '\u{3001}'..='\u{3029}' | '\u{FF01}'..='\u{FF60}'
        | '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2026}')
}

/// The graphemes of a text with the byte at which each begins.
#[derive(Debug, Clone)]
pub struct Graphemes<'a> {
    text: &'a str,
    at: usize,
}

/// Walks a text grapheme by grapheme; linear, and cheap for hanzi and ASCII.
#[must_use]
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..)?;
        let mut chars = rest.chars();
        let first = chars.next()?;
        let alone = plain(first) && chars.next().is_none_or(plain);
        let length =
            if alone { first.len_utf8() } else { rest.graphemes(true).next().map_or(rest.len(), str::len) };
        let found = rest.get(..length)?;
        let start = self.at;
        self.at += length;
        Some((start, found))
    }
}

/// Whether a caret may stand at `at`.
#[must_use]
pub fn is_boundary(text: &str, at: usize) -> bool {
    at <= text.len()
        && text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// The first boundary after `at`; the end of the text at the latest.
#[must_use]
pub fn next_boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    if !text.is_char_boundary(at) {
        return ceil_boundary(text, at);
    }
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The last boundary before `at`; the start of the text at the earliest.
#[must_use]
pub fn prev_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// `at` itself if it is a boundary, else the next one: where a caret goes when the text under it has joined.
#[must_use]
pub fn ceil_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    if is_boundary(text, at) { at } else { next_boundary(text, at) }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{OFFICIAL, mixed};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_fast_way_agrees_on_the_official_text() {
        assert!(graphemes(OFFICIAL).eq(OFFICIAL.grapheme_indices(true)));
    }

    proptest! {
        #[test]
        fn the_fast_way_agrees_with_the_tables(text in mixed()) {
            prop_assert!(graphemes(&text).eq(text.grapheme_indices(true)));
        }

        #[test]
        fn steps_land_on_boundaries(text in mixed(), at in 0usize..300) {
            for found in [next_boundary(&text, at), prev_boundary(&text, at), ceil_boundary(&text, at)] {
                prop_assert!(is_boundary(&text, found));
            }
        }
    }
}
