//! The numbers and dates that a plan sets, and those that only look like it.
//!
//! Owns the types of indicators and asides. Refuses readings and judgement: whether a value meets its target is
//! for the ledger.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Decimal, TaskNo, UnitIx, Words};

/// Place of an indicator in `Plan::indicators`. Valid for the plan that gave it only; the store keeps its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IndicatorIx(pub u16);

/// A number or date that the document sets.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Indicator {
    /// Short name that rows in the ledger point at, such as `T7a` or `G1`.
    pub id: Words,
    /// Its task, or `None` for an overall goal.
    pub task: Option<TaskNo>,
    /// What is measured, in the document's words.
    pub name: Words,
    /// How the value is held against the target.
    pub comparator: Comparator,
    /// The target.
    pub target: Target,
    /// Unit of measure as printed or meant: %, 天, 次, 个; empty for a yes-or-no.
    pub measure: Words,
    /// When it is due.
    pub due: Due,
    /// How binding the document's words are.
    pub binding: Binding,
    /// The document's exact words.
    pub quote: Words,
    /// How many there are to count against (seven townships), with its source, where the plan itself says.
    pub base: Option<Base>,
    /// English gloss of the name.
    pub gloss: Words,
}

impl Indicator {
    /// Whether its value can turn a task's light: it must be met, by a date of its own or within a limit at any time.
    #[must_use]
    pub fn turns_lights(&self) -> bool {
        let pressing = matches!(self.due, Due::On(_)) || self.comparator.is_limit();
        self.task.is_some() && self.binding == Binding::Firm && pressing
    }
}

/// The collective whose members an indicator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    /// The collective.
    pub collective: UnitIx,
}

/// How a value is held against a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparator {
    /// 不低于, 不少于, 以上, 达到, 至少.
    AtLeast,
    /// 以内, 最多, 不高于.
    AtMost,
    /// 低于: the target itself does not meet it.
    Below,
    /// 高于: the target itself does not meet it.
    Above,
    /// Exactly, or a yes-or-no.
    Equal,
}

impl Comparator {
    /// All, in the order of the documentation.
    pub const ALL: [Self; 5] = [Self::AtLeast, Self::AtMost, Self::Below, Self::Above, Self::Equal];

    /// Whether it bounds a value from above: that can be judged on any day, what is to be reached only at its date.
    #[must_use]
    pub const fn is_limit(self) -> bool {
        matches!(self, Self::AtMost | Self::Below)
    }

    /// The sign used in data files, tables and machine output.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Below => "<",
            Self::Above => ">",
            Self::Equal => "=",
        }
    }
}

/// What an indicator aims at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// A number, kept as written.
    Number(Decimal),
    /// It happens or it does not (published in time, created).
    Yes,
    /// The document leaves the number to others; nobody invents it.
    Unknown,
}

/// When an indicator is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Due {
    /// The document sets no date of its own.
    None,
    /// On or before this day.
    On(Date),
    /// Every year, on or before this month and day.
    YearlyBy {
        /// Month, 1 to 12.
        month: i8,
        /// Day of the month.
        day: i8,
    },
    /// Every year, at no set date.
    EveryYear,
    /// Once in a term of office.
    EveryTerm,
    /// With the horizon of the whole plan, which is nobody's deadline.
    Horizon(Date),
}

/// How binding the document's words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Binding {
    /// 达到, 不低于, 控制在: must be met.
    Firm,
    /// 力争: to be striven for.
    Strive,
    /// 推进, 全面实现: to be advanced.
    Promote,
}

/// A number in the text that is no indicator, and why.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Aside {
    /// Its task, or `None` for the overall goals.
    pub task: Option<TaskNo>,
    /// The exact words around it.
    pub quote: Words,
    /// Why it sets nothing.
    pub reason: Words,
}
