//! 报送期: the stretches of a year that units report for.

use std::fmt;

use jiff::civil::Date;

use super::Coded;
use crate::strings::{Lang, Text, words};

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodKind {
    /// 双月: six a year, `2025B3` is May and June.
    TwoMonths,
    /// 月: `2025M06`.
    Month,
    /// 季: `2025Q2`.
    Quarter,
}

impl Coded for PeriodKind {
    const ALL: &'static [Self] = &[Self::TwoMonths, Self::Month, Self::Quarter];

    fn code(self) -> &'static str {
        match self {
            Self::TwoMonths => "two_months",
            Self::Month => "month",
            Self::Quarter => "quarter",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::TwoMonths => words::TWO_MONTHS,
            Self::Month => words::MONTH,
            Self::Quarter => words::QUARTER,
        }
    }
}

impl PeriodKind {
    const fn letter(self) -> char {
        match self {
            Self::TwoMonths => 'B',
            Self::Month => 'M',
            Self::Quarter => 'Q',
        }
    }

    const fn months(self) -> i8 {
        match self {
            Self::TwoMonths => 2,
            Self::Month => 1,
            Self::Quarter => 3,
        }
    }
}

/// One reporting period. Its code carries its kind and never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    year: i16,
    kind: PeriodKind,
    no: i8,
}

impl Period {
    /// The period of a kind in which a day lies.
    #[must_use]
    pub fn containing(day: Date, kind: PeriodKind) -> Self {
        Self { year: day.year(), kind, no: (day.month() - 1) / kind.months() + 1 }
    }

    /// Reads a code: `2025B3`, `2025M06`, `2025Q2`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        // Mostly it is a stored one, and they come by the hundred.
        Self::exactly(code).or_else(|| Self::exactly(&crate::text::fold(code.trim()).to_ascii_uppercase()))
    }

    fn exactly(code: &str) -> Option<Self> {
        let (year, rest) = code.split_at_checked(4)?;
        let kind = PeriodKind::ALL.iter().copied().find(|k| rest.starts_with(k.letter()))?;
        let no = rest.strip_prefix(kind.letter())?;
        let digits =
            |s: &str, most: usize| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(no, 2) {
            return None;
        }
        let (year, no) = (year.parse().ok()?, no.parse().ok()?);
        ((1900..=9999).contains(&year) && (1..=12 / kind.months()).contains(&no)).then_some(Self {
            year,
            kind,
            no,
        })
    }

    /// Which of its year it is, from 1 on.
    #[must_use]
    pub const fn number(self) -> i8 {
        self.no
    }

    /// First day.
    #[must_use]
    pub fn starts(self) -> Date {
        Date::new(self.year, (self.no - 1) * self.kind.months() + 1, 1).unwrap_or(Date::ZERO)
    }

    /// Last day.
    #[must_use]
    pub fn ends(self) -> Date {
        Date::new(self.year, self.no * self.kind.months(), 1).unwrap_or(Date::ZERO).last_of_month()
    }

    /// The last day on which a report for it is in time: day `on` of its last month, or that month's end.
    #[must_use]
    pub fn cutoff(self, on: i8) -> Date {
        let end = self.ends();
        Date::new(end.year(), end.month(), on.clamp(1, end.day())).unwrap_or(end)
    }

    /// The one before it.
    #[must_use]
    pub fn before(self) -> Self {
        self.starts().yesterday().map_or(self, |day| Self::containing(day, self.kind))
    }

    /// `第3期` or `period 3`, for a heading that says the year elsewhere.
    #[must_use]
    pub fn short(self, lang: Lang) -> String {
        words::PERIOD.with(lang, &[&self.no.to_string()])
    }

    /// `第3期 2025年5-6月`.
    #[must_use]
    pub fn long(self, lang: Lang) -> String {
        let (from, to) = (self.starts().month(), self.ends().month());
        let months = if from == to { from.to_string() } else { format!("{from}-{to}") };
        words::PERIOD_LONG.with(lang, &[&self.no.to_string(), &self.year.to_string(), &months])
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = if self.kind == PeriodKind::Month { 2 } else { 1 };
        write!(f, "{}{}{:0width$}", self.year, self.kind.letter(), self.no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_code_carries_its_kind() {
        for (code, starts, ends) in [
            ("2025B3", date(2025, 5, 1), date(2025, 6, 30)),
            ("2024B1", date(2024, 1, 1), date(2024, 2, 29)),
            ("2025M06", date(2025, 6, 1), date(2025, 6, 30)),
            ("2025Q2", date(2025, 4, 1), date(2025, 6, 30)),
        ] {
            let period = Period::parse(code).expect(code);
            assert_eq!((period.starts(), period.ends(), period.to_string().as_str()), (starts, ends, code));
        }
    }

    #[test]
    fn every_day_lies_in_its_own_period() {
        for kind in PeriodKind::ALL.iter().copied() {
            let mut day = date(2024, 1, 1);
            while day <= date(2025, 12, 31) {
                let period = Period::containing(day, kind);
                assert!(period.starts() <= day && day <= period.ends(), "{day} {period}");
                assert_eq!(Period::parse(&period.to_string()), Some(period));
                day = day.tomorrow().expect("a next day");
            }
        }
    }

    #[test]
    fn its_last_month_has_the_day_of_the_cutoff() {
        let cutoff = |code: &str, on| Period::parse(code).expect(code).cutoff(on);
        assert_eq!(cutoff("2025B3", 25), date(2025, 6, 25));
        assert_eq!(cutoff("2025M02", 31), date(2025, 2, 28));
        assert_eq!(cutoff("2025Q2", 0), date(2025, 6, 1));
        let before = |code: &str| Period::parse(code).expect(code).before().to_string();
        assert_eq!([before("2025B1"), before("2025M06"), before("2025Q2")], ["2024B6", "2025M05", "2025Q1"]);
    }

    #[test]
    fn refuses_codes_that_mean_nothing() {
        for code in
            ["", "2025", "2025B0", "2025B7", "2025M13", "2025Q5", "25B1", "2025B", "2025B+1", "B3", "2025X1"]
        {
            assert_eq!(Period::parse(code), None, "{code}");
        }
        assert_eq!(Period::parse("2025b3").map(|p| p.to_string()), Some("2025B3".to_owned()));
    }

    #[test]
    fn speaks_both_languages() {
        let period = Period::parse("2025B3").expect("a code");
        assert_eq!(period.long(Lang::Zh), "第3期 2025年5-6月");
        assert_eq!(period.short(Lang::En), "period 3");
    }
}
