//! A text being typed: the text, the caret, and what can be undone. Owns every change to it, grapheme by grapheme;
//! refuses to know keys, to draw, and to take characters that must not be stored.

mod history;
mod moves;
mod window;
mod words;

use super::grapheme::{ceil_boundary, graphemes, next_boundary, prev_boundary};
use super::safe::{Lines, Unsafe, clean_input, visible, visible_lines};
use super::wrap::Line;
use history::{History, Kind, Step};
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;
pub use window::window;

/// What came of an attempt to change the text. A refusal changes nothing.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The text changed.
    Done,
    /// There was nothing to do.
    Nothing,
    /// It would be longer than allowed; this many characters still fit.
    Full {
        /// Characters that can still be added.
        room: usize,
    },
    /// It holds a character that is not accepted.
    Refused(Unsafe),
}

/// The rows of a text at one width, kept until either changes.
#[derive(Debug, Clone)]
struct Wrapped {
    width: usize,
    revision: u64,
    lines: Arc<[Line]>,
}

/// A text with a caret, of one line or many.
#[derive(Debug, Clone)]
pub struct Editor {
    text: String,
    /// A byte, always on a grapheme boundary.
    caret: usize,
    kind: Lines,
    max_chars: usize,
    chars: usize,
    revision: u64,
    history: History,
    /// The column that up and down keep to over short rows.
    goal: Option<usize>,
    /// The caret at a wrap is drawn at the end of the upper row, where the End key put it.
    row_end: bool,
    wrapped: RefCell<Option<Wrapped>>,
}

impl Editor {
    /// Starts with `text`, the caret at its end. A text that is already too long is kept and cannot grow; hidden
    /// characters in it are written out as `<U+202E>`, so that they can be seen and removed.
    #[must_use]
    pub fn new(text: &str, kind: Lines, max_chars: usize) -> Self {
        let text = clean_input(text, kind).unwrap_or_else(|_| match kind {
            Lines::One => visible(text).into_owned(),
            Lines::Many => visible_lines(text).into_owned(),
        });
        Self {
            caret: text.len(),
            chars: text.chars().count(),
            text,
            kind,
            max_chars,
            revision: 0,
            history: History::default(),
            goal: None,
            row_end: false,
            wrapped: RefCell::new(None),
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caret as a byte of the text.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// The length of the text in characters, kept, not counted.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.chars
    }

    /// Grows with every change of the text, also by undo: tells whether something must be saved or drawn.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Puts typed text at the caret; joins the running undo step.
    pub fn insert(&mut self, typed: &str) -> Edit {
        self.replace(self.caret..self.caret, typed, Kind::Typing)
    }

    /// Puts pasted text at the caret, all or nothing, as one undo step.
    pub fn paste(&mut self, pasted: &str) -> Edit {
        self.replace(self.caret..self.caret, pasted, Kind::Single)
    }

    /// Replaces the whole text as one undo step, the caret at its end.
    pub fn set(&mut self, text: &str) -> Edit {
        self.replace(0..self.text.len(), text, Kind::Single)
    }

    /// Ends the line at the caret; nothing in a one-line text.
    pub fn newline(&mut self) -> Edit {
        match self.kind {
            Lines::One => Edit::Nothing,
            Lines::Many => self.insert("\n"),
        }
    }

    /// Removes the grapheme before the caret.
    pub fn backspace(&mut self) -> Edit {
        self.replace(prev_boundary(&self.text, self.caret)..self.caret, "", Kind::Backspace)
    }

    /// Removes the grapheme after the caret.
    pub fn delete(&mut self) -> Edit {
        self.replace(self.caret..next_boundary(&self.text, self.caret), "", Kind::Delete)
    }

    /// Removes the rest of the line, up to its written end; at that end, the line end itself.
    pub fn kill_to_end(&mut self) -> Edit {
        let rest = self.text.get(self.caret..).unwrap_or_default();
        let length = match rest.find('\n') {
            Some(0) => 1,
            Some(length) => length,
            None => rest.len(),
        };
        self.replace(self.caret..self.caret + length, "", Kind::Single)
    }

    /// Ends the running undo step, after the typist paused. Moving the caret does so by itself.
    pub fn pause(&mut self) {
        self.history.seal();
    }

    /// Takes back the last step; false if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.history.undo() else { return false };
        let range = step.at..step.at + step.inserted.len();
        self.splice(range, &step.removed);
        self.caret = step.before;
        self.history.keep_undone(step);
        true
    }

    /// Does again what was taken back; false if there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.history.redo() else { return false };
        let range = step.at..step.at + step.removed.len();
        self.splice(range, &step.inserted);
        self.caret = step.after;
        self.history.keep_done(step);
        true
    }

    fn replace(&mut self, range: Range<usize>, with: &str, kind: Kind) -> Edit {
        let with = match clean_input(with, self.kind) {
            Ok(clean) => clean,
            Err(offender) => return Edit::Refused(offender),
        };
        let removed = self.text.get(range.clone()).unwrap_or_default().to_owned();
        if removed == with {
            return Edit::Nothing;
        }
        let (less, more) = (removed.chars().count(), with.chars().count());
        let kept = self.chars.saturating_sub(less);
        if more > less && kept + more > self.max_chars {
            return Edit::Full { room: self.max_chars.saturating_sub(kept) };
        }
        let before = self.caret;
        self.splice(range.clone(), &with);
        // What was put in may have joined with what follows it.
        self.caret = ceil_boundary(&self.text, range.start + with.len());
        let graphemes = graphemes(&removed).count() + graphemes(&with).count();
        let step =
            Step { at: range.start, removed, inserted: with, before, after: self.caret, kind, graphemes };
        self.history.record(step);
        Edit::Done
    }

    /// Changes the text and what is counted with it; the caret is the caller's.
    fn splice(&mut self, range: Range<usize>, with: &str) {
        let Some(old) = self.text.get(range.clone()) else { return };
        self.chars = (self.chars + with.chars().count()).saturating_sub(old.chars().count());
        self.text.replace_range(range, with);
        self.revision += 1;
        self.goal = None;
        self.row_end = false;
    }
}

#[cfg(test)]
mod script_tests;
#[cfg(test)]
mod tests;
