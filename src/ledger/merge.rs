//! How two people's changes of one entry go together, and where they do not.
//!
//! Fields go together one by one; values of indicators and pieces of evidence each by itself, so that two people can
//! fill in different numbers of the same report.

use super::change::same;
use super::{Evidence, EvidenceKind, Field, NewEntry, Reading};

/// A part of an entry that one person can change without touching the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A field as a whole.
    Whole(Field),
    /// The value of an indicator.
    Value(String),
    /// A piece of evidence.
    Evidence(EvidenceKind, String),
}

impl Part {
    /// The field that it is a part of.
    #[must_use]
    pub const fn field(&self) -> Field {
        match self {
            Self::Whole(field) => *field,
            Self::Value(_) => Field::Readings,
            Self::Evidence(..) => Field::Evidence,
        }
    }
}

/// How two changes of one entry go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Both together, with mine where both changed.
    pub merged: NewEntry,
    /// Fields of which something was taken from them.
    pub theirs: Vec<Field>,
    /// What both changed to different things.
    pub conflicts: Vec<Part>,
}

/// Takes from both sides what only one of them changed.
#[must_use]
pub fn merge(base: &NewEntry, theirs: &NewEntry, mine: &NewEntry) -> Merge {
    let mut merge = Merge { merged: mine.clone(), theirs: Vec::new(), conflicts: Vec::new() };
    for field in Field::ALL {
        if same(field, theirs, mine) || same(field, base, theirs) {
            continue;
        }
        if same(field, base, mine) {
            take_field(field, &mut merge.merged, theirs);
            merge.theirs.push(field);
            continue;
        }
        match field {
            Field::Readings => {
                let both = each(&base.readings, &theirs.readings, &mine.readings);
                merge.merged.readings = both.items;
                merge.theirs.extend(both.along.then_some(field));
                merge.conflicts.extend(both.conflicts.into_iter().map(Part::Value));
            }
            Field::Evidence => {
                let both = each(&base.evidence, &theirs.evidence, &mine.evidence);
                merge.merged.evidence = both.items;
                merge.theirs.extend(both.along.then_some(field));
                merge.conflicts.extend(both.conflicts.into_iter().map(|(kind, of)| Part::Evidence(kind, of)));
            }
            field => merge.conflicts.push(Part::Whole(field)),
        }
    }
    merge
}

/// Copies one part; what is not there is taken away.
pub fn take(part: &Part, into: &mut NewEntry, from: &NewEntry) {
    match part {
        Part::Whole(field) => take_field(*field, into, from),
        Part::Value(indicator) => take_item(indicator, &mut into.readings, &from.readings),
        Part::Evidence(kind, of) => take_item(&(*kind, of.clone()), &mut into.evidence, &from.evidence),
    }
}

fn take_field(field: Field, into: &mut NewEntry, from: &NewEntry) {
    match field {
        Field::Day => into.day = from.day,
        Field::Period => into.period = from.period,
        Field::Status => into.status = from.status,
        Field::Percent => into.percent = from.percent,
        Field::Progress => into.progress.clone_from(&from.progress),
        Field::Problems => into.problems.clone_from(&from.problems),
        Field::NextSteps => into.next_steps.clone_from(&from.next_steps),
        Field::Readings => into.readings.clone_from(&from.readings),
        Field::Evidence => into.evidence.clone_from(&from.evidence),
        Field::Reporter => into.reporter.clone_from(&from.reporter),
    }
}

/// Something that a list holds at most once of each name.
trait Item: Clone {
    /// Its name.
    type Name: PartialEq + Clone;

    fn name(&self) -> Self::Name;

    /// Whether both say the same, spelling included.
    fn says(&self, other: &Self) -> bool;
}

impl Item for Reading {
    type Name = String;

    fn name(&self) -> String {
        self.indicator.clone()
    }

    fn says(&self, other: &Self) -> bool {
        self.value.to_string() == other.value.to_string() && self.source == other.source
    }
}

impl Item for Evidence {
    type Name = (EvidenceKind, String);

    fn name(&self) -> Self::Name {
        (self.kind, self.reference.clone())
    }

    fn says(&self, other: &Self) -> bool {
        self == other
    }
}

/// Items of both sides together.
struct Both<I: Item> {
    /// Mine in my order, then what they added.
    items: Vec<I>,
    /// Whether anything was taken from them.
    along: bool,
    /// What both changed to different things.
    conflicts: Vec<I::Name>,
}

fn each<I: Item>(base: &[I], theirs: &[I], mine: &[I]) -> Both<I> {
    let mut both = Both { items: Vec::new(), along: false, conflicts: Vec::new() };
    let mut names: Vec<I::Name> = Vec::new();
    for item in mine.iter().chain(theirs).chain(base) {
        let name = item.name();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for name in names {
        let [old, other, own] = [base, theirs, mine].map(|all| all.iter().find(|i| i.name() == name));
        let kept = if alike(other, own) || alike(old, other) {
            own
        } else if alike(old, own) {
            both.along = true;
            other
        } else {
            both.conflicts.push(name);
            own
        };
        both.items.extend(kept.cloned());
    }
    both
}

fn alike<I: Item>(one: Option<&I>, other: Option<&I>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.says(other),
        (None, None) => true,
        _ => false,
    }
}

fn take_item<I: Item>(name: &I::Name, into: &mut Vec<I>, from: &[I]) {
    let place = into.iter().position(|i| i.name() == *name);
    match (place, from.iter().find(|i| i.name() == *name)) {
        (Some(at), Some(item)) => {
            if let Some(old) = into.get_mut(at) {
                *old = item.clone();
            }
        }
        (None, Some(item)) => into.push(item.clone()),
        (Some(at), None) => drop(into.remove(at)),
        (None, None) => {}
    }
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
