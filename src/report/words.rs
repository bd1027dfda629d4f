//! How documents say days, shares, targets, reasons and names.

use jiff::civil::Date;

use super::gather::Sources;
use crate::ledger::{Judgement, Light, Measured, Period, Reason, judge};
use crate::plan::{Comparator, Indicator, IndicatorIx, Plan, Role, Target, Task, TaskNo, UnitIx};
use crate::query::{Dated, Row};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, report as say, ui};

/// `2025年6月24日`.
pub(super) fn day(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            say::DAY.with(lang, &[&day.year().to_string(), &day.month().to_string(), &day.day().to_string()])
        }
        Lang::En => day.to_string(),
    }
}

/// `2025年第3期（5至6月）`.
pub(super) fn period(period: Period, lang: Lang) -> String {
    let (from, to) = (period.starts().month().to_string(), period.ends().month().to_string());
    let months = if from == to { from } else { say::MONTHS.with(lang, &[&from, &to]) };
    say::PERIOD_OF.with(lang, &[&period.starts().year().to_string(), &period.number().to_string(), &months])
}

/// A share of a whole in percent, to one decimal, exact halves up; of nothing there is none.
pub(super) fn share(count: usize, whole: usize) -> Option<String> {
    let tenths = (count * 2_000).checked_add(whole)?.checked_div(whole * 2)?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

/// The same with its sign, or a dash.
pub(super) fn percent(count: usize, whole: usize) -> String {
    share(count, whole).map_or_else(|| "-".to_owned(), |share| format!("{share}%"))
}

/// `+2`, `-1`, `0`.
pub(super) fn change(now: usize, before: usize) -> String {
    let sign = match now.cmp(&before) {
        std::cmp::Ordering::Less => "-",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    };
    format!("{sign}{}", now.abs_diff(before))
}

/// The same in words.
pub(super) fn changed(now: usize, before: usize, lang: Lang) -> String {
    let by = now.abs_diff(before).to_string();
    match now.cmp(&before) {
        std::cmp::Ordering::Less => say::FEWER.with(lang, &[&by]),
        std::cmp::Ordering::Equal => say::AS_MANY.say(lang).to_owned(),
        std::cmp::Ordering::Greater => say::MORE.with(lang, &[&by]),
    }
}

/// Names behind one another.
pub(super) fn names(plan: &Plan, units: impl IntoIterator<Item = UnitIx>, lang: Lang) -> String {
    let names: Vec<&str> = units.into_iter().map(|u| plan.unit_name(u)).collect();
    names.join(ui::LIST_COMMA.say(lang))
}

/// `第9、19项`.
pub(super) fn tasks(tasks: &[TaskNo], lang: Lang) -> String {
    let numbers: Vec<String> = tasks.iter().map(|t| t.0.to_string()).collect();
    say::TASKS_NO.with(lang, &[&numbers.join(ui::LIST_COMMA.say(lang))])
}

/// The units that support a task, as the bracket names them.
pub(super) fn supporting(plan: &Plan, task: &Task, lang: Lang) -> String {
    names(plan, task.assignments.iter().filter(|a| a.role == Role::Support).map(|a| a.unit), lang)
}

/// Whether bulletins rank the unit.
pub(super) fn ranked(plan: &Plan, unit: UnitIx) -> bool {
    plan.unit(unit).is_some_and(|u| u.ranked)
}

/// The indicator's name in the language.
pub(super) fn indicator(indicator: &Indicator, lang: Lang) -> &str {
    if lang == Lang::Zh { &indicator.name } else { &indicator.gloss }
}

/// `不低于3.5`.
pub(super) fn target(indicator: &Indicator, lang: Lang) -> String {
    let number = match &indicator.target {
        Target::Number(number) => format!("{number}{}", indicator.measure),
        Target::Yes => return say::TARGET_YES.say(lang).to_owned(),
        Target::Unknown => return say::TARGET_OPEN.say(lang).to_owned(),
    };
    let word: Text = match indicator.comparator {
        Comparator::AtLeast => say::AT_LEAST,
        Comparator::AtMost => say::AT_MOST,
        Comparator::Below => say::BELOW,
        Comparator::Above => say::ABOVE,
        Comparator::Equal => say::EQUAL,
    };
    word.with(lang, &[&number])
}

/// The latest value, as it is said.
pub(super) fn value(snapshot: &Snapshot, indicator: &Indicator, lang: Lang) -> Option<String> {
    let (reading, ..) = snapshot.readings.get(indicator.id.as_str())?;
    let said = reading.value.say(&snapshot.plan, indicator, lang);
    // A rate given by its parts is easier to hold against its target as one number.
    let rate = match reading.value {
        Measured::Ratio { numerator, base } => {
            share(usize::try_from(numerator).unwrap_or(0), usize::try_from(base).unwrap_or(0))
        }
        Measured::Number(_) | Measured::Yes(_) => None,
    };
    Some(rate.map_or_else(|| said.clone(), |rate| say::RATE.with(lang, &[&rate, &said])))
}

/// Whether the latest value meets the target.
pub(super) fn judged(snapshot: &Snapshot, indicator: &Indicator) -> Option<Judgement> {
    let (reading, ..) = snapshot.readings.get(indicator.id.as_str())?;
    Some(judge(&snapshot.plan, indicator, &reading.value))
}

/// Why the light shows what it shows. Of a unit that bulletins do not rank nothing is said.
pub(super) fn reason(snapshot: &Snapshot, row: &Row<'_>, lang: Lang) -> String {
    if row.unit.is_some_and(|u| !ranked(&snapshot.plan, u)) {
        return String::new();
    }
    match row.reason {
        Reason::Missed(ix) | Reason::Exceeded(ix) => off(snapshot, ix, lang),
        reason => reason.short(lang),
    }
}

/// A value that is not what it should be, with its name and target.
fn off(snapshot: &Snapshot, ix: IndicatorIx, lang: Lang) -> String {
    let Some(indicator) = snapshot.plan.indicators.get(usize::from(ix.0)) else { return String::new() };
    missed(snapshot, indicator, lang)
}

/// `律师万人比3.2,应不低于3.5`.
pub(super) fn missed(snapshot: &Snapshot, of: &Indicator, lang: Lang) -> String {
    let value = value(snapshot, of, lang).unwrap_or_default();
    say::OFF_TARGET.with(lang, &[indicator(of, lang), &value, &target(of, lang)])
}

/// The date of the task's own: `2025-12-31`, and where it was moved from.
pub(super) fn due(dated: Option<Dated>, lang: Lang) -> String {
    let Some(dated) = dated else { return String::new() };
    let on = dated.deadline.on.to_string();
    match dated.first {
        None => on,
        Some(first) => say::MOVED.with(lang, &[&first.to_string(), &on, &dated.times.to_string()]),
    }
}

/// A light with what it stands for.
pub(super) fn light(light: Light, lang: Lang) -> &'static str {
    let text = match light {
        Light::Red => say::RED,
        Light::Yellow => say::YELLOW,
        Light::Green => say::GREEN,
        Light::Grey => say::GREY,
        Light::Pending => say::PENDING,
        Light::Closed => say::CLOSED,
    };
    text.say(lang)
}

/// Period and day, for the head of every document.
pub(super) fn head(sources: &Sources, lang: Lang) -> Vec<(String, String)> {
    let label = |text: Text| text.say(lang).to_owned();
    let mut head = Vec::new();
    if let Some(opened) = sources.opened {
        head.push((label(say::PERIOD), period(opened.period, lang)));
    }
    head.push((label(say::AS_OF), day(sources.now.as_of, lang)));
    if let Some(at) = sources.now.known_at {
        head.push((label(say::KNOWN_AT), at.local().strftime("%Y-%m-%d %H:%M").to_string()));
    }
    head
}

/// The office that signs: the one set, else the one that the document's plan knows by this name.
pub(super) fn office(snapshot: &Snapshot, lang: Lang) -> Option<String> {
    let plan = &snapshot.plan;
    let unit = snapshot.office.settings.office.or_else(|| plan.unit_by_name(say::OFFICE.zh))?;
    let name = plan.unit(unit).map(|u| if lang == Lang::Zh { &u.name } else { &u.gloss });
    name.map(ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_one_decimal_and_are_rounded_once() {
        for (count, whole, expected) in [
            (14, 21, Some("66.7")),
            (1, 3, Some("33.3")),
            (0, 21, Some("0.0")),
            (21, 21, Some("100.0")),
            (1, 16, Some("6.3")),
            (1, 2_000, Some("0.1")),
            (0, 0, None),
        ] {
            assert_eq!(share(count, whole).as_deref(), expected, "{count}/{whole}");
        }
        assert_eq!([change(3, 1), change(1, 3), change(2, 2)], ["+2", "-2", "0"]);
    }
}
