//! The caret's moves and its place in the wrapped text. Owns rows, remembered columns and the two sides of a wrap;
//! refuses to change the text.

use super::super::grapheme::{ceil_boundary, next_boundary, prev_boundary};
use super::super::wrap::{Line, byte_at, caret_of, column, wrap};
use super::{Editor, Wrapped, words};
use std::sync::Arc;

impl Editor {
    /// The rows at a width, wrapped anew only when text or width changed. A row can be exactly `width` cells with
    /// the caret after it: give one column less than the field has.
    #[must_use]
    pub fn rows(&self, width: usize) -> Arc<[Line]> {
        let mut cache = self.wrapped.borrow_mut();
        if let Some(known) = cache.as_ref()
            && (known.width, known.revision) == (width, self.revision)
        {
            return Arc::clone(&known.lines);
        }
        let lines: Arc<[Line]> = wrap(&self.text, width).into();
        *cache = Some(Wrapped { width, revision: self.revision, lines: Arc::clone(&lines) });
        lines
    }

    /// The caret's row and column in cells.
    #[must_use]
    pub fn caret_cell(&self, width: usize) -> (usize, usize) {
        let lines = self.rows(width);
        let (row, col) = caret_of(&lines, &self.text, self.caret);
        let upper = row.checked_sub(1).and_then(|upper| Some((upper, lines.get(upper)?)));
        match upper {
            Some((upper, line)) if self.row_end && line.range.end == self.caret && self.wraps(line) => {
                (upper, column(line, &self.text, self.caret))
            }
            _ => (row, col),
        }
    }

    /// Whether a row goes on in the next one without a line end.
    fn wraps(&self, line: &Line) -> bool {
        line.range.end < self.text.len()
            && !self.text.get(line.range.clone()).unwrap_or_default().ends_with('\n')
    }

    /// One grapheme left; false at the start.
    pub fn left(&mut self) -> bool {
        self.go(prev_boundary(&self.text, self.caret))
    }

    /// One grapheme right; false at the end.
    pub fn right(&mut self) -> bool {
        self.go(next_boundary(&self.text, self.caret))
    }

    /// To the start of this word, or of the one before.
    pub fn word_left(&mut self) -> bool {
        self.go(words::left(&self.text, self.caret))
    }

    /// To the end of this word, or of the next one.
    pub fn word_right(&mut self) -> bool {
        self.go(words::right(&self.text, self.caret))
    }

    /// To the start of the wrapped row.
    pub fn home(&mut self, width: usize) -> bool {
        let (row, _) = self.caret_cell(width);
        let start = self.rows(width).get(row).map_or(0, |line| line.range.start);
        let moved = self.row_end;
        self.go(start) || moved
    }

    /// To the end of the wrapped row, where the caret stays visible at that row's end.
    pub fn end(&mut self, width: usize) -> bool {
        let (row, _) = self.caret_cell(width);
        let before = (self.caret, self.row_end);
        self.place(width, row, usize::MAX);
        before != (self.caret, self.row_end)
    }

    /// To the start of the text.
    pub fn first(&mut self) -> bool {
        self.go(0)
    }

    /// To the end of the text.
    pub fn last(&mut self) -> bool {
        self.go(self.text.len())
    }

    /// One row up, to the remembered column; false in the first row, so that a form can leave the field.
    pub fn up(&mut self, width: usize) -> bool {
        let (row, col) = self.caret_cell(width);
        let Some(row) = row.checked_sub(1) else { return false };
        self.keep_column(width, row, col)
    }

    /// One row down, to the remembered column; false in the last row.
    pub fn down(&mut self, width: usize) -> bool {
        let (row, col) = self.caret_cell(width);
        if row + 1 >= self.rows(width).len() {
            return false;
        }
        self.keep_column(width, row + 1, col)
    }

    /// To the byte nearest to the right of `at` where a caret can stand.
    pub fn set_caret(&mut self, at: usize) -> bool {
        self.go(ceil_boundary(&self.text, at))
    }

    fn keep_column(&mut self, width: usize, row: usize, col: usize) -> bool {
        let goal = self.goal.unwrap_or(col);
        self.place(width, row, goal);
        self.goal = Some(goal);
        true
    }

    /// To a row and column; beyond the end of a wrapped row, to that end.
    fn place(&mut self, width: usize, row: usize, col: usize) {
        let lines = self.rows(width);
        let Some(line) = lines.get(row) else { return };
        let beyond = col >= line.cells && self.wraps(line);
        let at = if beyond { line.range.end } else { byte_at(&lines, &self.text, row, col) };
        self.go(at);
        self.row_end = beyond;
    }

    fn go(&mut self, at: usize) -> bool {
        let moved = at != self.caret;
        self.caret = at;
        self.goal = None;
        self.row_end = false;
        self.history.seal();
        moved
    }
}
