//! Words about the plan's indicators: target, binding force, due date.

use super::{Lang, Text};
use crate::plan::{Binding, Due, Indicator, Target};

/// The target with its sign and unit of measure: `<=3%`.
#[must_use]
pub fn target(indicator: &Indicator, lang: Lang) -> String {
    match &indicator.target {
        Target::Number(number) => format!("{}{number}{}", indicator.comparator.sign(), indicator.measure),
        Target::Yes => TARGET_YES.say(lang).to_owned(),
        Target::Unknown => TARGET_UNKNOWN.say(lang).to_owned(),
    }
}

/// How binding the document is.
#[must_use]
pub const fn binding(binding: Binding) -> Text {
    match binding {
        Binding::Firm => FIRM,
        Binding::Strive => STRIVE,
        Binding::Promote => PROMOTE,
    }
}

/// When it is due, in words.
#[must_use]
pub fn due(due: Due, lang: Lang) -> String {
    match due {
        Due::None => String::new(),
        Due::On(day) => day.to_string(),
        Due::Horizon(day) => DUE_HORIZON.with(lang, &[&day.to_string()]),
        Due::YearlyBy { month, day } => DUE_YEARLY.with(lang, &[&month.to_string(), &day.to_string()]),
        Due::EveryYear => DUE_EVERY_YEAR.say(lang).to_owned(),
        Due::EveryTerm => DUE_EVERY_TERM.say(lang).to_owned(),
    }
}

crate::texts! {
    /// 力争.
    STRIVE = "力争" | "strive";
    /// 推进.
    PROMOTE = "推进" | "promote";
    /// 达到.
    FIRM = "必达" | "firm";
    /// A yes-or-no target.
    TARGET_YES = "做到" | "done";
    /// No target.
    TARGET_UNKNOWN = "文件未定数值" | "left open by the document";
    /// Every year by a day.
    DUE_YEARLY = "每年{0}月{1}日前" | "yearly by {0}-{1}";
    /// Every year.
    DUE_EVERY_YEAR = "每年" | "every year";
    /// Every term.
    DUE_EVERY_TERM = "每任期" | "every term";
    /// The plan's horizon.
    DUE_HORIZON = "{0}(规划期)" | "{0} (plan's term)";
}
