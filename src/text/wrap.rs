//! Breaks text into lines of a given width and maps a caret to a row and column and back. One function for
//! reading and editing, so that nothing moves when a field is opened. Refuses to change, indent or align text.

use super::breaks::{Gap, Gaps};
use super::grapheme::graphemes;
use super::width::{cells, grapheme_cells};
use std::ops::Range;

/// One row: which bytes of the text it holds and how many cells it takes.
///
/// The ranges of all rows together are the whole text: a line end belongs to the row it ends, and so do spaces
/// that hang beyond the edge at a wrap (`cells` counts them only as far as they fit).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Bytes of the wrapped text.
    pub range: Range<usize>,
    /// Cells taken, never more than the width unless a single grapheme is wider.
    pub cells: usize,
}

impl Line {
    /// What is drawn of this row: without the line end and without trailing spaces.
    #[must_use]
    pub fn shown<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or_default().trim_end_matches(['\n', ' ', '\u{3000}'])
    }
}

#[cfg(test)]
thread_local! {
    /// What wrapping has done on this thread: graphemes looked at and rows ended.
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A place where the current line could end.
#[derive(Debug, Clone, Copy)]
struct Stop {
    at: usize,
    /// Cells of the line before `at`, with all spaces and without those at the end.
    used: usize,
    solid: usize,
}

/// The state of wrapping: the line so far and where it could end.
struct Wrapper {
    width: usize,
    lines: Vec<Line>,
    start: usize,
    used: usize,
    solid: usize,
    free: Option<Stop>,
    inside: Option<Stop>,
}

impl Wrapper {
    /// Ends the line at `stop` and carries over what stands after it.
    fn end_at(&mut self, stop: Stop) {
        #[cfg(test)]
        STEPS.set(STEPS.get() + 1);
        let cells = stop.solid.max(stop.used.min(self.width));
        self.lines.push(Line { range: self.start..stop.at, cells });
        self.start = stop.at;
        self.used = self.used.saturating_sub(stop.used);
        self.solid = self.solid.saturating_sub(stop.used);
        let rebase = |s: Stop| {
            (s.at > stop.at).then(|| Stop {
                at: s.at,
                used: s.used.saturating_sub(stop.used),
                solid: s.solid.saturating_sub(stop.used),
            })
        };
        // A free stop is always taken first, so none is left beyond it.
        self.free = None;
        self.inside = self.inside.and_then(rebase);
    }

    /// Makes room before `at` for `wanted` more cells, by the best stop there is: a proper one, else one that
    /// splits a word, else right here.
    fn make_room(&mut self, at: usize, wanted: usize) {
        while self.used + wanted > self.width && self.start < at {
            let here = Stop { at, used: self.used, solid: self.solid };
            self.end_at(self.free.or(self.inside).unwrap_or(here));
        }
    }

    fn newline(&mut self, after: usize) {
        let cells = self.solid.max(self.used.min(self.width));
        self.lines.push(Line { range: self.start..after, cells });
        self.start = after;
        (self.used, self.solid, self.free, self.inside) = (0, 0, None, None);
    }
}

/// Wraps `text` into rows of at most `width` cells (at least one grapheme each). There is always a row, and after a
/// final line end an empty one, where the caret can stand. Linear in the length of the text.
///
/// A row may be exactly `width` wide with the caret after it: an editor keeps one more column free.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<Line> {
    let width = width.max(1);
    let mut state =
        Wrapper { width, lines: Vec::new(), start: 0, used: 0, solid: 0, free: None, inside: None };
    let mut gaps = Gaps::new();
    for (at, grapheme) in graphemes(text) {
        #[cfg(test)]
        STEPS.set(STEPS.get() + 1);
        if grapheme.ends_with('\n') {
            state.newline(at + grapheme.len());
            gaps = Gaps::new();
            continue;
        }
        let wide = grapheme_cells(grapheme);
        if let Some(gap) = gaps.push(grapheme, text.get(at..).unwrap_or_default()) {
            let here = Stop { at, used: state.used, solid: state.solid };
            // A stop beyond the edge is the best one: what hangs there is spaces.
            if at > state.start && gap >= Gap::Inside {
                state.inside = Some(here);
                state.free = if gap == Gap::Free { Some(here) } else { state.free };
            }
            state.make_room(at, wide);
            state.used += wide;
            state.solid = state.used;
        } else {
            state.used += wide;
        }
    }
    state.newline(text.len());
    state.lines
}

/// The row that holds the caret at byte `at`, and its column in cells. At a wrap the caret is in the lower row.
#[must_use]
pub fn caret_of(lines: &[Line], text: &str, at: usize) -> (usize, usize) {
    let row = lines.partition_point(|line| line.range.start <= at).saturating_sub(1);
    (row, lines.get(row).map_or(0, |line| column(line, text, at)))
}

/// The column of byte `at` in one row; spaces hanging beyond the edge all count as the edge.
#[must_use]
pub fn column(line: &Line, text: &str, at: usize) -> usize {
    let end = at.clamp(line.range.start, line.range.end);
    let before = text.get(line.range.start..end).unwrap_or_default();
    cells(before.strip_suffix('\n').unwrap_or(before)).min(line.cells)
}

/// The caret position in `row` nearest to `col` from the left; rows and columns beyond the last are the last.
#[must_use]
pub fn byte_at(lines: &[Line], text: &str, row: usize, col: usize) -> usize {
    let row = row.min(lines.len().saturating_sub(1));
    let Some(line) = lines.get(row) else { return 0 };
    let last_row = row + 1 == lines.len();
    let mut used = 0;
    for (at, grapheme) in graphemes(text.get(line.range.clone()).unwrap_or_default()) {
        let end = line.range.start + at + grapheme.len();
        used += grapheme_cells(grapheme);
        // The end of a row is the start of the next one, so the last grapheme of any other row stays to the right.
        if used > col || grapheme.ends_with('\n') || (end == line.range.end && !last_row) {
            return line.range.start + at;
        }
    }
    line.range.end
}

#[cfg(test)]
#[path = "wrap_measure_tests.rs"]
mod measure_tests;
#[cfg(test)]
#[path = "wrap_tests.rs"]
mod tests;
