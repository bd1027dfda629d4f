//! The conflict: two people wrote the same entry, and some fields were changed by both.
//!
//! Owns which side is chosen for each of those fields. Nothing is lost: what was not chosen stays in history or
//! as a draft.

use crate::ledger::{Conflict, Field, NewEntry, take};

use super::form::Form;

/// Which side of a field is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The other's.
    Theirs,
    /// One's own.
    Mine,
    /// One after the other; texts only.
    Both,
}

/// What Tab goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A field, by its place among those that differ.
    Field(usize),
    /// Save as chosen.
    Save,
    /// Back into the form.
    Back,
    /// Take the other's and keep one's own as a draft.
    Yield,
}

/// The conflict while it is being settled.
#[derive(Debug)]
pub struct Clash {
    /// The two versions.
    pub conflict: Box<Conflict>,
    /// The form that could not be saved.
    pub form: Box<Form>,
    /// What is taken of each field that differs.
    pub picks: Vec<Pick>,
    /// Where the keys go.
    pub at: Place,
    /// First row on screen.
    pub scroll: usize,
}

impl Clash {
    /// Everything of one's own chosen.
    #[must_use]
    pub fn new(conflict: Box<Conflict>, form: Box<Form>) -> Self {
        let picks = vec![Pick::Mine; conflict.parts.len()];
        Self { conflict, form, picks, at: Place::Field(0), scroll: 0 }
    }

    /// Every place, in the order of Tab.
    #[must_use]
    pub fn order(&self) -> Vec<Place> {
        let fields = (0..self.picks.len()).map(Place::Field);
        fields.chain([Place::Save, Place::Back, Place::Yield]).collect()
    }

    /// Chooses a side of the field that has the keys. Only texts can be kept both: whether it could be done.
    pub fn pick(&mut self, pick: Pick) -> bool {
        let Place::Field(at) = self.at else { return true };
        let text = self.conflict.parts.get(at).is_some_and(|p| is_text(p.field()));
        if pick == Pick::Both && !text {
            return false;
        }
        if let Some(chosen) = self.picks.get_mut(at) {
            *chosen = pick;
        }
        true
    }

    /// The entry as chosen.
    #[must_use]
    pub fn settled(&self) -> NewEntry {
        let mut new = self.conflict.merged.clone();
        let theirs = self.conflict.theirs.as_new();
        for (part, pick) in self.conflict.parts.iter().zip(&self.picks) {
            match pick {
                Pick::Mine => {}
                Pick::Theirs => take(part, &mut new, &theirs),
                Pick::Both => match part.field() {
                    Field::Progress => new.progress = both(&theirs.progress, &new.progress),
                    Field::Problems => new.problems = both(&theirs.problems, &new.problems),
                    Field::NextSteps => new.next_steps = both(&theirs.next_steps, &new.next_steps),
                    _ => {}
                },
            }
        }
        new
    }
}

/// Whether two versions of a field can stand one after the other.
#[must_use]
pub const fn is_text(field: Field) -> bool {
    matches!(field, Field::Progress | Field::Problems | Field::NextSteps)
}

fn both(theirs: &str, mine: &str) -> String {
    format!("{theirs}\n{mine}")
}
