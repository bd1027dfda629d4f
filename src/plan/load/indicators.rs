//! Checks the indicators, asides and horizon of a plan file and makes the model's of them.
//!
//! Owns how comparators, targets, due days and bindings are spelt, and that every quote stands in the text it
//! is quoted from. Refuses a quote from elsewhere and a base that cannot be counted.

use std::collections::HashMap;

use jiff::civil::Date;

use super::raw::{RawAside, RawGroup, RawHorizon, RawIndicator, RawTask};
use super::read::{At, Book, Once};
use super::units::{Codes, check_code};
use crate::plan::faults as f;
use crate::plan::{
    Aside, Base, Binding, Comparator, Due, Indicator, Kind, Part, Target, TaskNo, Unit, UnitIx, Words,
};

/// The texts that quotes are taken from.
pub(super) struct Sources<'a> {
    parts: &'a [Part],
    groups: &'a [RawGroup],
    tasks: HashMap<u16, &'a RawTask>,
}

impl<'a> Sources<'a> {
    pub(super) fn of(parts: &'a [Part], groups: &'a [RawGroup], tasks: &'a [RawTask]) -> Self {
        Self { parts, groups, tasks: tasks.iter().map(|task| (task.no.value, task)).collect() }
    }

    /// Notes a task that is not there, and a quote that its body does not hold; without a task, that no part
    /// holds. `wide` also looks in titles and brackets.
    fn check(&self, book: &Book, task: Option<&At<u16>>, quote: &At<String>, wide: bool) {
        let words = quote.value.as_str();
        let Some(no) = task else {
            let in_part = self.parts.iter().flat_map(|part| &part.paragraphs).any(|p| p.contains(words));
            let in_heading = || self.groups.iter().any(|group| group.title.value.contains(words));
            if !(in_part || wide && in_heading()) {
                book.note(quote.line, (f::STRAY_GOAL, f::STRAY_QUOTE_CURE), &[words]);
            }
            return;
        };
        let name = no.value.to_string();
        match self.tasks.get(&no.value) {
            _ if no.value == 0 => {}
            None => book.note(no.line, (f::NO_TASK, f::NO_TASK_CURE), &[&name]),
            // A body that is missing was noted when it was read.
            Some(task) if task.body.value.is_empty() || task.body.value.contains(words) => {}
            Some(task) if wide && [&task.title, &task.bracket].iter().any(|t| t.value.contains(words)) => {}
            Some(_) => book.note(quote.line, (f::STRAY_QUOTE, f::STRAY_QUOTE_CURE), &[&name, words]),
        }
    }
}

/// The plan's horizon.
pub(super) fn horizon(book: &Book, raw: Option<&RawHorizon>, sources: &Sources<'_>) -> Option<(Date, Words)> {
    let raw = raw?;
    sources.check(book, None, &raw.quote, false);
    Some((raw.date, raw.quote.value.clone().into()))
}

/// The plan's asides, in the file's order.
pub(super) fn asides(book: &Book, raw: &[RawAside], sources: &Sources<'_>) -> Vec<Aside> {
    let mut seen: HashMap<Option<u16>, Once> = HashMap::new();
    raw.iter()
        .map(|aside| {
            let task = aside.task.as_ref().map(|no| no.value);
            seen.entry(task).or_default().check(book, &aside.quote);
            sources.check(book, aside.task.as_ref(), &aside.quote, true);
            Aside {
                task: task.map(TaskNo),
                quote: aside.quote.value.clone().into(),
                reason: aside.reason.clone().into(),
            }
        })
        .collect()
}

/// What indicators refer to.
pub(super) struct Known<'a> {
    pub sources: &'a Sources<'a>,
    pub codes: &'a Codes<'a>,
    pub units: &'a [Unit],
    pub horizon: Option<Date>,
}

/// The plan's indicators, in the file's order. A faulty one is left out: the plan is refused anyway.
pub(super) fn indicators(book: &Book, raw: &[RawIndicator], known: &Known<'_>) -> Vec<Indicator> {
    let mut ids = Once::default();
    let mut one = |raw: &RawIndicator| {
        ids.check(book, &raw.id);
        check_code(book, &raw.id, false);
        known.sources.check(book, raw.task.as_ref(), &raw.quote, false);
        let base = raw.base.as_ref().map(|code| base(book, code, known));
        let comparator = comparator(book, &raw.comparator);
        let target = target(book, &raw.target);
        let due = due(book, &raw.due, known.horizon);
        let binding = binding(book, &raw.binding);
        check_yes(book, raw, comparator, target.as_ref());
        Some(Indicator {
            id: raw.id.value.clone().into(),
            task: raw.task.as_ref().map(|no| TaskNo(no.value)),
            name: raw.name.clone().into(),
            comparator: comparator?,
            target: target?,
            measure: raw.measure.as_ref().map(|m| m.value.clone()).unwrap_or_default().into(),
            due: due?,
            binding: binding?,
            quote: raw.quote.value.clone().into(),
            base: base.flatten(),
            gloss: raw.gloss.clone().into(),
        })
    };
    raw.iter().filter_map(&mut one).collect()
}

/// Nothing is measured where something happens or does not.
fn check_yes(book: &Book, raw: &RawIndicator, comparator: Option<Comparator>, target: Option<&Target>) {
    let measured = comparator.is_some_and(|c| c != Comparator::Equal) || raw.measure.is_some();
    if target == Some(&Target::Yes) && measured {
        book.note(raw.line, (f::BAD_YES, f::BAD_YES_CURE), &[]);
    }
}

fn base(book: &Book, code: &At<String>, known: &Known<'_>) -> Option<Base> {
    let collective: UnitIx = known.codes.find(book, code)?;
    let unit = known.units.get(usize::from(collective.0))?;
    if !matches!(unit.kind, Kind::Collective(Some(_))) {
        book.note(code.line, (f::BAD_BASE, f::BAD_BASE_CURE), &[&unit.name]);
    }
    Some(Base { collective })
}

/// Reads a word by a function and notes it where that knows nothing of it. An empty word was noted when read.
fn word<T>(
    book: &Book,
    at: &At<String>,
    trouble: f::Trouble,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let value = read(&at.value);
    if value.is_none() && !at.value.is_empty() {
        book.note(at.line, trouble, &[&at.value]);
    }
    value
}

fn comparator(book: &Book, at: &At<String>) -> Option<Comparator> {
    word(book, at, (f::BAD_COMPARATOR, f::BAD_COMPARATOR_CURE), |sign| {
        Comparator::ALL.into_iter().find(|c| c.sign() == sign)
    })
}

fn target(book: &Book, at: &At<String>) -> Option<Target> {
    word(book, at, (f::BAD_TARGET, f::BAD_TARGET_CURE), |text| match text {
        "yes" => Some(Target::Yes),
        "unknown" => Some(Target::Unknown),
        number => number.parse().ok().map(Target::Number),
    })
}

fn binding(book: &Book, at: &At<String>) -> Option<Binding> {
    word(book, at, (f::BAD_BINDING, f::BAD_BINDING_CURE), |text| match text {
        "firm" => Some(Binding::Firm),
        "strive" => Some(Binding::Strive),
        "promote" => Some(Binding::Promote),
        _ => None,
    })
}

fn due(book: &Book, at: &At<String>, horizon: Option<Date>) -> Option<Due> {
    if at.value == "horizon" && horizon.is_none() {
        book.note(at.line, (f::NO_HORIZON, f::NO_HORIZON_CURE), &[]);
        return None;
    }
    word(book, at, (f::BAD_DUE, f::BAD_DUE_CURE), |text| match text {
        "none" => Some(Due::None),
        "yearly" => Some(Due::EveryYear),
        "every term" => Some(Due::EveryTerm),
        "horizon" => horizon.map(Due::Horizon),
        other => match other.strip_prefix("yearly by ") {
            // A year that is no leap year: the day must come every year.
            Some(day) => {
                iso(&format!("2001-{day}")).map(|date| Due::YearlyBy { month: date.month(), day: date.day() })
            }
            None => iso(other).map(Due::On),
        },
    })
}

/// A day in exactly the form 2025-12-31.
fn iso(text: &str) -> Option<Date> {
    text.parse::<Date>().ok().filter(|date| date.to_string() == text)
}
