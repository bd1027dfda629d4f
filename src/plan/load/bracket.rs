//! Holds what a task's bracket prints against the units and the note that the file makes of it.
//!
//! Owns the walk along the bracket. Refuses units that it does not print, an order that is not its own, and
//! words in it that no unit or note accounts for.

use super::raw::RawTask;
use super::read::{At, Book};
use crate::plan::faults as f;

/// What parts units from each other in a bracket.
fn parts_units(c: char) -> bool {
    c.is_whitespace() || matches!(c, '、' | '，' | ',' | '；' | ';' | '。' | '.' | '/')
}

/// Walks along the bracket, unit by unit.
struct Walk<'a> {
    book: &'a Book,
    bracket: &'a At<String>,
    /// The note, until it is met.
    note: Option<&'a At<String>>,
    rest: &'a str,
}

/// Notes every difference between a task's bracket and its assignments and note.
pub(super) fn check(book: &Book, task: &RawTask) {
    // What is missing altogether was noted when it was read.
    if task.bracket.value.is_empty() || task.assignments.is_empty() {
        return;
    }
    let mut walk =
        Walk { book, bracket: &task.bracket, note: task.note.as_ref(), rest: task.bracket.value.as_str() };
    for written in task.assignments.iter().map(|a| &a.as_written).filter(|w| !w.value.is_empty()) {
        walk.unit(written);
    }
    walk.gap(walk.rest);
    if let Some(note) = walk.note.filter(|note| !note.value.is_empty()) {
        book.note(note.line, (f::STRAY_NOTE, f::STRAY_NOTE_CURE), &[&note.value]);
    }
}

impl<'a> Walk<'a> {
    fn unit(&mut self, written: &'a At<String>) {
        let word = written.value.as_str();
        let next = self.rest.trim_start_matches(parts_units);
        if let Some(rest) = next.strip_prefix(word) {
            self.rest = rest;
        } else if let Some((gap, rest)) = self.rest.split_once(word) {
            self.gap(gap);
            self.rest = rest;
        } else {
            let trouble = if self.bracket.value.contains(word) {
                (f::OUT_OF_ORDER, f::OUT_OF_ORDER_CURE)
            } else {
                (f::NOT_IN_BRACKET, f::NOT_IN_BRACKET_CURE)
            };
            self.book.note(written.line, trouble, &[word]);
        }
    }

    /// Words between two units, or after the last: the note, or nothing.
    fn gap(&mut self, words: &str) {
        let bare = |text: &'a str| text.trim_matches(parts_units);
        let words = words.trim_matches(parts_units);
        if words.is_empty() {
            return;
        }
        if self.note.is_some_and(|note| bare(&note.value) == words) {
            self.note = None;
            return;
        }
        self.book.note(self.bracket.line, (f::LEFT_OVER, f::LEFT_OVER_CURE), &[words]);
    }
}
