//! The picker: a few letters choose a unit, a group or a status.

use crate::ledger::{Coded, Status};
use crate::plan::{GroupNo, Plan, UnitIx};
use crate::query::{Filter, Names};
use crate::strings::Lang;
use crate::text::{Class, Editor, Lines, Name, Query, rank};

/// Most characters of what is typed.
const TYPED_CHARS: usize = 40;

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A unit.
    Unit(UnitIx),
    /// A group.
    Group(GroupNo),
    /// A status.
    Status(Status),
}

/// A row of the picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// What it would choose.
    pub choice: Choice,
    /// Which characters of its name were matched.
    pub at: Vec<usize>,
    /// Which of its aliases was matched instead, and where.
    pub alias: Option<(usize, Vec<usize>)>,
}

/// The state of the picker.
#[derive(Debug)]
pub struct Picker {
    /// What is typed.
    pub typed: Box<Editor>,
    /// The row under the cursor.
    pub at: usize,
    /// What fits, best first.
    pub matches: Vec<Match>,
    /// How many there are to choose from.
    pub total: usize,
}

impl Picker {
    /// The picker before anything is typed: units in the plan's order, then groups, then statuses.
    #[must_use]
    pub fn new(plan: &Plan, names: &Names, lang: Lang) -> Self {
        let total = plan.units.len() + plan.groups.len() + Status::ALL.len();
        let typed = Box::new(Editor::new("", Lines::One, TYPED_CHARS));
        let mut picker = Self { typed, at: 0, matches: Vec::new(), total };
        picker.refresh(plan, names, lang);
        picker
    }

    /// Matches again after the text changed.
    pub fn refresh(&mut self, plan: &Plan, names: &Names, lang: Lang) {
        self.at = 0;
        let typed = self.typed.text().trim();
        self.matches = if typed.is_empty() { all(plan) } else { fitting(names, typed, lang) };
        // Digits choose a group by its number; a unit's name begins with none.
        let group = typed.parse().ok().map(GroupNo).filter(|n| plan.group(*n).is_some());
        if let Some(group) = group {
            self.matches.retain(|m| m.choice != Choice::Group(group));
            self.matches.insert(0, plain(Choice::Group(group)));
        }
    }

    /// The choice under the cursor.
    #[must_use]
    pub fn choice(&self) -> Option<Choice> {
        self.matches.get(self.at).map(|m| m.choice)
    }
}

/// A filter with a choice made: the part of the filter that it belongs to is replaced, the others stay.
#[must_use]
pub fn chosen(filter: &Filter, choice: Choice) -> Filter {
    let mut filter = filter.clone();
    match choice {
        Choice::Unit(unit) => filter.unit = Some(unit),
        Choice::Group(group) => filter.group = Some(group),
        Choice::Status(status) => filter.status = Some(status),
    }
    filter
}

fn plain(choice: Choice) -> Match {
    Match { choice, at: Vec::new(), alias: None }
}

fn all(plan: &Plan) -> Vec<Match> {
    let units = plan.units().map(|(ix, _)| Choice::Unit(ix));
    let groups = plan.groups.iter().map(|g| Choice::Group(g.no));
    units.chain(groups).chain(Status::ALL.iter().map(|s| Choice::Status(*s))).map(plain).collect()
}

fn fitting(names: &Names, typed: &str, lang: Lang) -> Vec<Match> {
    let words: Vec<(Status, Name)> =
        Status::ALL.iter().map(|s| (*s, Name::new(s.word().say(lang), None))).collect();
    let statuses = rank(&Query::new(typed), words.iter().map(|(s, name)| (*s, name, [].as_slice())));
    let found = |choice, hit: crate::text::Hit, alias: Option<usize>| {
        let (at, alias) = match alias {
            None => (hit.at, None),
            Some(which) => (Vec::new(), Some((which, hit.at))),
        };
        (hit.class, hit.score, Match { choice, at, alias })
    };
    let units = names.units(typed).into_iter().map(|r| {
        let (class, score, mut found) = found(Choice::Unit(r.id), r.hit, r.alias);
        found.at = names.in_unit(r.id, typed);
        (class, score, found)
    });
    let groups = names.groups(typed).into_iter().map(|r| found(Choice::Group(r.id), r.hit, r.alias));
    let statuses = statuses.into_iter().map(|r| found(Choice::Status(r.id), r.hit, r.alias));
    let mut all: Vec<(Class, u32, Match)> = units.chain(groups).chain(statuses).collect();
    // Scattered letters fit by chance; they help only where nothing fits better.
    if all.iter().any(|(class, ..)| *class > Class::Loose) {
        all.retain(|(class, ..)| *class > Class::Loose);
    }
    all.sort_by_key(|(_, score, _)| std::cmp::Reverse(*score));
    all.into_iter().map(|(.., m)| m).collect()
}
