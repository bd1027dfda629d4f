//! Days as people type them.

use jiff::civil::Date;

/// Why something typed is no day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayFault {
    /// Not of the form `2025-06-24`, `2025.6.24`, `2025年6月24日`.
    Form(String),
    /// There is no such month.
    Month(i16),
    /// The month has no such day.
    Day {
        /// Year typed.
        year: i16,
        /// Month typed.
        month: i8,
        /// Day typed.
        day: i16,
        /// The month's last day in that year.
        last: i8,
    },
}

/// Reads `2025-06-24`, `2025/6/24`, `2025.6.24`, `20250624` or `2025年6月24日`; full-width digits count as digits.
///
/// # Errors
/// What is wrong and, for a day that a month does not have, which is its last.
pub fn parse_day(typed: &str) -> Result<Date, DayFault> {
    let form = || DayFault::Form(typed.to_owned());
    let folded = crate::text::fold(typed.trim());
    let parts: Vec<String> = if folded.len() == 8 && folded.bytes().all(|b| b.is_ascii_digit()) {
        [folded.get(..4), folded.get(4..6), folded.get(6..)]
            .into_iter()
            .flatten()
            .map(str::to_owned)
            .collect()
    } else {
        let body = folded.strip_suffix('日').unwrap_or(&folded);
        body.split(['-', '/', '.', '年', '月']).map(|p| p.trim().to_owned()).collect()
    };
    let [year, month, day] = parts.as_slice() else { return Err(form()) };
    let number = |s: &String| {
        let digits = !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| s.parse::<i16>().ok()).flatten().ok_or_else(form)
    };
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    if !(1900..=9999).contains(&year) {
        return Err(form());
    }
    let first =
        i8::try_from(month).ok().and_then(|m| Date::new(year, m, 1).ok()).ok_or(DayFault::Month(month))?;
    let last = first.last_of_month().day();
    i8::try_from(day).ok().and_then(|d| Date::new(year, first.month(), d).ok()).ok_or(DayFault::Day {
        year,
        month: first.month(),
        day,
        last,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reads_the_usual_spellings() {
        for typed in
            ["2025-06-24", "2025/6/24", "2025.6.24", "20250624", "2025年6月24日", " ２０２５－０６－２４ "]
        {
            assert_eq!(parse_day(typed), Ok(date(2025, 6, 24)), "{typed}");
        }
    }

    #[test]
    fn says_which_day_a_month_ends_on() {
        assert_eq!(parse_day("2025-06-31"), Err(DayFault::Day { year: 2025, month: 6, day: 31, last: 30 }));
        assert_eq!(parse_day("2025-02-29"), Err(DayFault::Day { year: 2025, month: 2, day: 29, last: 28 }));
        assert_eq!(parse_day("2024-02-29"), Ok(date(2024, 2, 29)));
        assert_eq!(parse_day("2025-13-01"), Err(DayFault::Month(13)));
    }

    #[test]
    fn refuses_what_is_no_day() {
        for typed in
            ["", "today", "2025-06", "2025-06-24-01", "25-6-24", "2025--24", "+025-06-24", "2025-0x6-24"]
        {
            assert!(matches!(parse_day(typed), Err(DayFault::Form(_))), "{typed}");
        }
    }
}
