//! The steps that undo takes back and redo does again. Owns what counts as one step; refuses to touch the text.

use unicode_width::UnicodeWidthChar;

/// After so many graphemes typing starts a new step, so that one undo never takes back a paragraph.
const LONGEST: usize = 20;

/// How a change came about, which decides what it may join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Typing,
    Backspace,
    Delete,
    /// Always a step of its own.
    Single,
}

/// One change: at byte `at`, `removed` made way for `inserted`.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub at: usize,
    pub removed: String,
    pub inserted: String,
    /// The caret before and after.
    pub before: usize,
    pub after: usize,
    pub kind: Kind,
    pub graphemes: usize,
}

impl Step {
    /// Whether a step ends with this: after punctuation, a space or a line end.
    fn ends(&self) -> bool {
        let last = self.inserted.chars().next_back();
        self.kind == Kind::Single || last.is_some_and(|c| !c.is_alphanumeric() && c.width() != Some(0))
    }

    /// Takes in the step that followed, or gives it back.
    fn join(&mut self, next: Step) -> Result<(), Step> {
        let running = self.kind == next.kind
            && self.after == next.before
            && self.graphemes + next.graphemes <= LONGEST
            && !self.ends();
        match next.kind {
            Kind::Typing if running && self.at + self.inserted.len() == next.at => {
                self.inserted.push_str(&next.inserted);
            }
            Kind::Backspace if running && next.at + next.removed.len() == self.at => {
                self.removed.insert_str(0, &next.removed);
                self.at = next.at;
            }
            Kind::Delete if running && self.at == next.at => self.removed.push_str(&next.removed),
            _ => return Err(next),
        }
        self.after = next.after;
        self.graphemes += next.graphemes;
        Ok(())
    }
}

/// What was done and what was taken back, latest last.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether the last step may still grow.
    open: bool,
}

impl History {
    pub(super) fn record(&mut self, step: Step) {
        self.undone.clear();
        let apart = match self.done.last_mut() {
            Some(last) if self.open => last.join(step).err(),
            _ => Some(step),
        };
        self.done.extend(apart);
        self.open = true;
    }

    pub(super) fn seal(&mut self) {
        self.open = false;
    }

    pub(super) fn undo(&mut self) -> Option<Step> {
        self.seal();
        self.done.pop()
    }

    pub(super) fn redo(&mut self) -> Option<Step> {
        self.seal();
        self.undone.pop()
    }

    pub(super) fn keep_undone(&mut self, step: Step) {
        self.undone.push(step);
    }

    pub(super) fn keep_done(&mut self, step: Step) {
        self.done.push(step);
    }
}
