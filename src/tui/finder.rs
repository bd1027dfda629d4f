//! The finder: a line of conditions and words that narrows the list while it is typed.

use crate::plan::Plan;
use crate::query::{Filter, Names, Suggestion, suggest};
use crate::strings::Lang;
use crate::text::{Editor, Lines};

/// Most characters of the line.
const CHARS: usize = 120;

/// The state of the finder.
#[derive(Debug)]
pub struct Finder {
    /// What is typed.
    pub typed: Editor,
    /// The filter that it was opened on.
    pub before: Filter,
    /// How the line could go on.
    pub offers: Vec<Suggestion>,
    /// The offer that is chosen, once one was walked to.
    pub at: Option<usize>,
}

impl Finder {
    /// The finder with some words in it.
    #[must_use]
    pub fn new(words: &str, before: Filter) -> Self {
        Self { typed: Editor::new(words, Lines::One, CHARS), before, offers: Vec::new(), at: None }
    }

    /// Looks again how the line could go on: only at its end.
    pub fn refresh(&mut self, plan: &Plan, names: &Names, lang: Lang) {
        self.at = None;
        let at_end = self.typed.caret() == self.typed.text().len();
        self.offers = if at_end { suggest(plan, names, lang, self.typed.text()) } else { Vec::new() };
    }

    /// Walks over the offers; before the first there is none.
    pub fn walk(&mut self, on: bool) {
        let last = self.offers.len().checked_sub(1);
        self.at = match (self.at, on) {
            (None, true) => last.map(|_| 0),
            (Some(at), true) => last.map(|last| (at + 1).min(last)),
            (at, false) => at.and_then(|at| at.checked_sub(1)),
        };
    }

    /// Takes the offer chosen, or the first. Whether there was one.
    pub fn take(&mut self) -> bool {
        let Some(offer) = self.offers.get(self.at.unwrap_or(0)) else { return false };
        let _ = self.typed.set(&offer.line);
        true
    }
}
