//! One row of a buffer as the glyphs that stand in it.
//!
//! Owns the pairing of a two-cell glyph with the filler cell after it. Refuses half glyphs: one
//! that does not fit into the row, or whose second cell something else was drawn over, is a space.

use std::borrow::Cow;

use ratatui::buffer::Cell;

use super::glyph::{Glyph, classify};
use super::pen::Pen;

/// A glyph, the cells it covers, and its look. A space has its look too, though nobody sees that it is bold: what the
/// terminal holds must not depend on how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit<'a> {
    pub(super) x: u16,
    pub(super) kind: Glyph,
    pub(super) text: Cow<'a, str>,
    pub(super) pen: Pen,
}

impl Unit<'_> {
    /// The column after it.
    pub(super) fn end(&self) -> u16 {
        self.x.saturating_add(self.kind.cells())
    }

    /// A space.
    pub(super) fn is_blank(&self) -> bool {
        self.text == " "
    }

    /// A cell that `CSI K` or a cleared screen leaves.
    pub(super) fn is_cleared(&self) -> bool {
        self.is_blank() && self.pen == Pen::DEFAULT
    }
}

/// A row that is to be another.
pub(super) struct Change<'a> {
    pub(super) y: u16,
    pub(super) old: Vec<Unit<'a>>,
    pub(super) new: Vec<Unit<'a>>,
    /// Which of the new glyphs are not there yet.
    changed: Vec<usize>,
}

impl<'a> Change<'a> {
    pub(super) fn new(y: u16, old: Vec<Unit<'a>>, new: Vec<Unit<'a>>) -> Self {
        let mut there = old.iter().peekable();
        let mut changed = Vec::new();
        for (at, unit) in new.iter().enumerate() {
            while there.next_if(|old| old.x < unit.x).is_some() {}
            if there.peek() != Some(&unit) {
                changed.push(at);
            }
        }
        Self { y, old, new, changed }
    }

    /// The row's cells.
    pub(super) fn width(&self) -> u16 {
        self.new.last().map_or(0, Unit::end)
    }

    /// The glyphs that are not there yet, from left to right.
    pub(super) fn changed(&self) -> impl DoubleEndedIterator<Item = &Unit<'a>> {
        self.changed.iter().filter_map(|at| self.new.get(*at))
    }

    /// The same by runs that stand side by side and look alike.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[Unit<'a>]> {
        let beside = |a: &usize, b: &usize| {
            let (left, right) = (self.new.get(*a), self.new.get(*b));
            a + 1 == *b && left.map(|unit| unit.pen) == right.map(|unit| unit.pen)
        };
        let ends = |run: &[usize]| Some((*run.first()?, *run.last()?));
        self.changed.chunk_by(beside).filter_map(move |run| ends(run).and_then(|(a, b)| self.new.get(a..=b)))
    }
}

/// The glyphs of a row from left to right, without gaps.
pub(super) fn units(row: &[Cell], colour: bool) -> Vec<Unit<'_>> {
    let mut units = Vec::with_capacity(row.len());
    let mut next = 0;
    for (x, cell) in row.iter().enumerate() {
        if x < next {
            continue;
        }
        let (mut kind, mut text) = classify(cell.symbol());
        let torn = kind.cells() == 2 && row.get(x + 1).is_none_or(|filler| !is_filler(filler.symbol()));
        if torn {
            (kind, text) = (Glyph::Narrow, Cow::Borrowed(" "));
        }
        next = x + usize::from(kind.cells());
        let pen = Pen::of(cell, colour);
        units.push(Unit { x: u16::try_from(x).unwrap_or(u16::MAX), kind, text, pen });
    }
    units
}

/// Whether this may stand in the second cell of a glyph.
fn is_filler(symbol: &str) -> bool {
    symbol == " " || symbol.trim().is_empty()
}

/// The unit that begins at this column.
pub(super) fn starting_at<'u, 'a>(units: &'u [Unit<'a>], x: u16) -> Option<&'u Unit<'a>> {
    units.binary_search_by_key(&x, |unit| unit.x).ok().and_then(|at| units.get(at))
}

/// Where the row's cleared tail begins: from there on a cleared row is right.
pub(super) fn tail(units: &[Unit<'_>]) -> u16 {
    units.iter().rfind(|unit| !unit.is_cleared()).map_or(0, Unit::end)
}
