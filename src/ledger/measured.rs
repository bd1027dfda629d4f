//! 读数: a value of an indicator, as it was typed, and how it is held against the target. Exact, without floats.

use std::cmp::Ordering;
use std::fmt;

use super::Coded;
use crate::plan::{Comparator, Decimal, DecimalError, Indicator, Kind, Plan, Target};
use crate::strings::{Lang, Text, words};

/// The unit of measure in which a rate may be given as numerator and base.
const PERCENT: &str = "%";

/// Most characters in where a value comes from.
pub const SOURCE_CHARS: usize = 200;

/// What a unit says of one of the plan's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Which number: [`Indicator::id`].
    pub indicator: String,
    /// The value.
    pub value: Measured,
    /// Where it comes from, in the unit's words; may be empty.
    pub source: String,
}

impl Reading {
    /// Reads a value and, behind a space, where it comes from: `3.2 县统计局`. Without that it keeps the source
    /// it had.
    ///
    /// # Errors
    /// What this indicator would take instead.
    pub fn parse(
        plan: &Plan,
        indicator: &Indicator,
        typed: &str,
        before: &str,
    ) -> Result<Self, MeasuredFault> {
        let typed = typed.trim();
        let whole = Measured::parse(plan, indicator, typed).map(|value| (value, before.to_owned()));
        let (value, source) = whole.or_else(|fault| {
            let (value, source) = typed.split_once(char::is_whitespace).ok_or(fault)?;
            Ok((Measured::parse(plan, indicator, value)?, source.trim().to_owned()))
        })?;
        Ok(Self { indicator: indicator.id.to_string(), value, source })
    }
}

/// A value. Numbers equal by value, so that 3.0 equals 3, but keep their spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measured {
    /// A number in the indicator's own measure; against a base of members, how many of them.
    Number(Decimal),
    /// A rate by its parts. 0/0 is 无案件.
    Ratio {
        /// How many.
        numerator: u32,
        /// Of how many.
        base: u32,
    },
    /// Whether it is done.
    Yes(bool),
}

/// Whether a value meets its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Judgement {
    /// 达标.
    Met,
    /// 未达标.
    Missed,
    /// 无案件: a rate of nothing.
    NoCases,
    /// 不评判: the document leaves the target open, or the value is of another kind.
    Unjudged,
}

/// Why something typed is no value of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeasuredFault {
    /// The indicator asks whether or not.
    YesOrNo,
    /// It asks how many of so many members.
    Members(usize),
    /// It asks for a rate: percent, or numerator and base.
    Rate,
    /// It asks for a number in this measure.
    Number(String),
    /// More of something than there is, out of nothing.
    OfNothing,
}

impl Measured {
    /// Reads a value as people type it: `8`, `3.0`, `3.0%`, `8天`, `0/8`, `是`, `否`, `yes`, `no`.
    ///
    /// # Errors
    /// What this indicator would take instead.
    pub fn parse(plan: &Plan, indicator: &Indicator, typed: &str) -> Result<Self, MeasuredFault> {
        let folded = crate::text::fold(typed.trim());
        let typed = folded.trim();
        if indicator.target == Target::Yes {
            return yes_or_no(typed).map(Self::Yes).ok_or(MeasuredFault::YesOrNo);
        }
        let members = members(plan, indicator);
        let rate = indicator.measure == PERCENT;
        let fault = || match members {
            Some(members) => MeasuredFault::Members(members),
            None if rate => MeasuredFault::Rate,
            None => MeasuredFault::Number(indicator.measure.to_string()),
        };
        let value = match typed.split_once('/') {
            Some((numerator, base)) if rate => Self::Ratio {
                numerator: whole(numerator).ok_or_else(fault)?,
                base: whole(base).ok_or_else(fault)?,
            },
            _ => {
                let measure = crate::text::fold(&indicator.measure);
                let measured = typed.strip_suffix(measure.as_str()).filter(|_| members.is_none());
                Self::Number(measured.unwrap_or(typed).trim_end().parse().map_err(|_| fault())?)
            }
        };
        value.fits(plan, indicator).map(|()| value)
    }

    /// Whether an indicator can have this value at all.
    ///
    /// # Errors
    /// What it would take instead.
    pub fn fits(&self, plan: &Plan, indicator: &Indicator) -> Result<(), MeasuredFault> {
        let members = members(plan, indicator);
        let yes_asked = indicator.target == Target::Yes;
        match (self, members) {
            (Self::Yes(_), _) if yes_asked => Ok(()),
            _ if yes_asked => Err(MeasuredFault::YesOrNo),
            (Self::Ratio { numerator, base }, _) if numerator > base => Err(MeasuredFault::OfNothing),
            (Self::Number(n), Some(m)) if counted(n).is_some_and(|n| n as usize <= m) => Ok(()),
            (Self::Ratio { numerator, base }, Some(m)) if *base as usize == m && numerator <= base => Ok(()),
            (_, Some(m)) => Err(MeasuredFault::Members(m)),
            (Self::Number(n), None) if *n >= zero() => Ok(()),
            (Self::Ratio { .. }, None) if indicator.measure == PERCENT => Ok(()),
            _ if indicator.measure == PERCENT => Err(MeasuredFault::Rate),
            _ => Err(MeasuredFault::Number(indicator.measure.to_string())),
        }
    }
}

impl Measured {
    /// The value as people read it: with its unit of measure, or how many of how many members.
    #[must_use]
    pub fn say(&self, plan: &Plan, indicator: &Indicator, lang: Lang) -> String {
        match (self, members(plan, indicator)) {
            (Self::Yes(true), _) => words::YES.say(lang).to_owned(),
            (Self::Yes(false), _) => words::NO.say(lang).to_owned(),
            (Self::Ratio { .. }, _) => self.to_string(),
            (Self::Number(number), Some(members)) => format!("{number}/{members}"),
            (Self::Number(number), None) => format!("{number}{}", indicator.measure),
        }
    }
}

impl fmt::Display for Measured {
    /// As machine output prints it and [`Measured::parse`] reads it again: `3.0`, `0/8`, `yes`, `no`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Ratio { numerator, base } => write!(f, "{numerator}/{base}"),
            Self::Yes(true) => f.write_str("yes"),
            Self::Yes(false) => f.write_str("no"),
        }
    }
}

impl std::str::FromStr for Measured {
    type Err = DecimalError;

    /// Reads what [`fmt::Display`] wrote.
    fn from_str(stored: &str) -> Result<Self, DecimalError> {
        match (stored, stored.split_once('/')) {
            ("yes", _) => Ok(Self::Yes(true)),
            ("no", _) => Ok(Self::Yes(false)),
            (_, Some((numerator, base))) => {
                let parts = whole(numerator).zip(whole(base));
                let ratio = parts.map(|(numerator, base)| Self::Ratio { numerator, base });
                ratio.ok_or(DecimalError::Malformed)
            }
            _ => stored.parse().map(Self::Number),
        }
    }
}

impl Judgement {
    /// Met or missed; `None` where it is not judged.
    #[must_use]
    pub const fn met(self) -> Option<bool> {
        match self {
            Self::Met => Some(true),
            Self::Missed => Some(false),
            Self::NoCases | Self::Unjudged => None,
        }
    }
}

impl Coded for Judgement {
    const ALL: &'static [Self] = &[Self::Met, Self::Missed, Self::NoCases, Self::Unjudged];

    fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NoCases => "no_cases",
            Self::Unjudged => "unjudged",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Met => words::MET,
            Self::Missed => words::MISSED,
            Self::NoCases => words::NO_CASES,
            Self::Unjudged => words::UNJUDGED,
        }
    }
}

/// Holds a value against its indicator's target.
#[must_use]
pub fn judge(plan: &Plan, indicator: &Indicator, value: &Measured) -> Judgement {
    if let (Target::Yes, Measured::Yes(done)) = (&indicator.target, value) {
        return if *done { Judgement::Met } else { Judgement::Missed };
    }
    let Target::Number(target) = &indicator.target else { return Judgement::Unjudged };
    let rate = indicator.measure == PERCENT;
    let compared = match (value, members(plan, indicator)) {
        (Measured::Ratio { base: 0, .. }, _) if rate => return Judgement::NoCases,
        (Measured::Ratio { numerator, base }, _) if rate => target.compare_ratio(*numerator, *base, 100),
        (Measured::Number(count), Some(members)) => counted(count)
            .zip(u32::try_from(members).ok())
            .and_then(|(count, members)| target.compare_ratio(count, members, 100)),
        (Measured::Number(number), None) => Some(number.cmp(target)),
        (Measured::Ratio { .. } | Measured::Yes(_), _) => None,
    };
    match compared {
        Some(order) if meets(indicator.comparator, order) => Judgement::Met,
        Some(_) => Judgement::Missed,
        None => Judgement::Unjudged,
    }
}

fn meets(comparator: Comparator, order: Ordering) -> bool {
    match comparator {
        Comparator::AtLeast => order.is_ge(),
        Comparator::AtMost => order.is_le(),
        Comparator::Below => order.is_lt(),
        Comparator::Above => order.is_gt(),
        Comparator::Equal => order.is_eq(),
    }
}

/// How many members a share is counted against, where the plan says.
#[must_use]
pub fn members(plan: &Plan, indicator: &Indicator) -> Option<usize> {
    let base = indicator.base.filter(|_| indicator.measure == PERCENT)?;
    match &plan.unit(base.collective)?.kind {
        Kind::Collective(Some(members)) => Some(members.len()),
        _ => None,
    }
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match typed {
        "是" | "yes" | "y" => Some(true),
        "否" | "no" | "n" => Some(false),
        _ => None,
    }
}

fn whole(typed: &str) -> Option<u32> {
    let digits = typed.trim();
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// A number that counts things: written without a point.
fn counted(number: &Decimal) -> Option<u32> {
    whole(number.as_str())
}

fn zero() -> Decimal {
    "0".parse().unwrap_or_else(|_| unreachable!("a digit is a number"))
}

#[cfg(test)]
#[path = "measured_tests.rs"]
mod tests;
