//! 条件: a filter as one line that people type and read, such as `单位:县司法局 角色:牵头 灯:红黄`, and back.
//!
//! Owns the table of conditions and writing them; `read` reads them. What is written is read again as the same filter,
//! in both languages and as codes.

use super::tokens::quoted;
use super::{Filter, NumberFilter, RoleFilter, Sort};
use crate::ledger::{Coded, Light, Review, Status};
use crate::plan::Plan;
use crate::strings::{Lang, Text, conditions as say, words};
use crate::text::fold;

/// One condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// A unit.
    Unit,
    /// Its part.
    Role,
    /// A group.
    Group,
    /// A status.
    Status,
    /// Lights.
    Light,
    /// The report for the current period.
    Period,
    /// What the office said.
    Review,
    /// A number of the document.
    Numbers,
    /// The order.
    Sort,
    /// Words.
    Text,
}

/// The table: each condition with its word, and the other words that it is known by.
pub const CONDITIONS: &[(Condition, Text, &[&str])] = &[
    (Condition::Unit, say::UNIT, &["责任单位"]),
    (Condition::Role, say::ROLE, &[]),
    (Condition::Group, say::GROUP, &["任务组", "主要任务"]),
    (Condition::Status, say::STATUS, &[]),
    (Condition::Light, say::LIGHT, &["亮灯"]),
    (Condition::Period, say::PERIOD, &[]),
    (Condition::Review, say::REVIEW, &[]),
    (Condition::Numbers, say::NUMBERS, &["indicator"]),
    (Condition::Sort, say::SORT, &["order"]),
    (Condition::Text, say::TEXT, &["词", "text", "word"]),
];

impl Condition {
    /// Its word in one language.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        CONDITIONS.iter().find(|(c, ..)| *c == self).map_or("", |(_, word, _)| word.say(lang))
    }

    /// The condition that a word before a colon names.
    #[must_use]
    pub fn named(typed: &str) -> Option<Self> {
        let typed = fold(typed);
        let is = |word: &Text, also: &&[&str]| {
            word.zh == typed || word.en == typed || also.iter().any(|a| *a == typed)
        };
        CONDITIONS.iter().find(|(_, word, also)| is(word, also)).map(|(c, ..)| *c)
    }

    /// What can stand behind its colon, from a closed set; nothing for units, groups and words.
    #[must_use]
    pub fn values(self, lang: Lang) -> Vec<&'static str> {
        fn all<T: Valued>(lang: Lang) -> Vec<&'static str> {
            T::ALL.iter().map(|v| v.said().say(lang)).collect()
        }
        match self {
            Self::Role => all::<RoleFilter>(lang),
            Self::Status => all::<Status>(lang),
            Self::Light => all::<Light>(lang),
            Self::Period => vec![say::MISSING.say(lang)],
            Self::Review => all::<Review>(lang),
            Self::Numbers => all::<NumberFilter>(lang),
            Self::Sort => all::<Sort>(lang),
            Self::Unit | Self::Group | Self::Text => Vec::new(),
        }
    }
}

/// A closed set whose values stand behind a colon.
pub(super) trait Valued: Coded {
    /// The word that stands there.
    fn said(self) -> Text {
        self.word()
    }
}

impl Valued for RoleFilter {}
impl Valued for Status {}
impl Valued for Light {}
impl Valued for NumberFilter {}
impl Valued for Sort {}
impl Valued for Review {
    fn said(self) -> Text {
        if self == Self::Submitted { words::WAITING } else { self.word() }
    }
}

/// In which words a filter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// People's.
    Words(Lang),
    /// Codes, which outlive any wording.
    Codes,
}

/// A filter as a line; nothing for one that lets everything through.
#[must_use]
pub fn line(plan: &Plan, filter: &Filter, tongue: Tongue) -> String {
    let lang = if let Tongue::Words(lang) = tongue { lang } else { Lang::En };
    let each = CONDITIONS.iter().filter_map(|(condition, word, _)| {
        let value = value(plan, filter, *condition, tongue)?;
        Some(format!("{}:{}", word.say(lang), quoted(&value)))
    });
    each.collect::<Vec<_>>().join(" ")
}

fn value(plan: &Plan, filter: &Filter, condition: Condition, tongue: Tongue) -> Option<String> {
    fn of<T: Valued>(value: T, tongue: Tongue) -> String {
        match tongue {
            Tongue::Words(lang) => value.said().say(lang).to_owned(),
            Tongue::Codes => value.code().to_owned(),
        }
    }
    let lights: Vec<String> = filter.light.lights().into_iter().map(|l| of(l, tongue)).collect();
    let between = if tongue == Tongue::Words(Lang::Zh) { "" } else { "," };
    let unit = |u| match tongue {
        Tongue::Words(_) => plan.unit_name(u).to_owned(),
        Tongue::Codes => plan.unit(u).map(|u| u.code.to_string()).unwrap_or_default(),
    };
    let group = |g| match tongue {
        Tongue::Words(Lang::Zh) => plan.group(g).map(|g| g.short.to_string()).unwrap_or_default(),
        Tongue::Words(Lang::En) => plan.group(g).map(|g| g.short_gloss.to_string()).unwrap_or_default(),
        Tongue::Codes => g.0.to_string(),
    };
    match condition {
        Condition::Unit => filter.unit.map(unit),
        Condition::Role => (filter.role != RoleFilter::Any).then(|| of(filter.role, tongue)),
        Condition::Group => filter.group.map(group),
        Condition::Status => filter.status.map(|s| of(s, tongue)),
        Condition::Light => (!lights.is_empty()).then(|| lights.join(between)),
        Condition::Period => filter.missing.then(|| match tongue {
            Tongue::Words(lang) => say::MISSING.say(lang).to_owned(),
            Tongue::Codes => say::MISSING.en.to_owned(),
        }),
        Condition::Review => filter.review.map(|r| of(r, tongue)),
        Condition::Numbers => filter.numbers.map(|n| of(n, tongue)),
        Condition::Sort => (filter.sort != Sort::Task).then(|| of(filter.sort, tongue)),
        Condition::Text => filter.text.as_ref().map(|t| t.words.clone()),
    }
}
