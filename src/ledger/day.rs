//! Days as people type them.

use jiff::civil::{Date, Time};

use crate::clock::Instant;

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

/// Why something typed is no moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MomentFault {
    /// The day is wrong.
    Day(DayFault),
    /// The time of day is not of the form `10:42` or `10:42:30`.
    Time(String),
}

/// Reads a day, or a day and a time such as `2025-06-24T10:42` (or with a space, seconds, `+08:00`), in China. It
/// means the end of what is named: of the day, the minute, the second.
///
/// # Errors
/// What is wrong with it.
pub fn parse_moment(typed: &str) -> Result<Instant, MomentFault> {
    let folded = crate::text::fold(typed.trim());
    let parted = folded.split_once(['t', ' ']);
    let parted = parted.filter(|(day, _)| day.ends_with(|c: char| c.is_ascii_digit() || c == '日'));
    let (day, time) = parted.map_or((folded.as_str(), None), |(day, time)| (day, Some(time)));
    let day = parse_day(day).map_err(MomentFault::Day)?;
    let Some(time) = time else { return Ok(Instant::at(day.at(23, 59, 59, 999_000_000))) };
    let fault = || MomentFault::Time(typed.to_owned());
    let time = time.trim();
    let time = time.strip_suffix("+08:00").unwrap_or(time);
    let numbers: Option<Vec<i8>> = time
        .split(':')
        .map(|n| (n.len() == 2 && n.bytes().all(|b| b.is_ascii_digit())).then(|| n.parse().ok()).flatten())
        .collect();
    let (hour, minute, second) = match numbers.as_deref() {
        Some([hour, minute]) => (*hour, *minute, 59),
        Some([hour, minute, second]) => (*hour, *minute, *second),
        _ => return Err(fault()),
    };
    let time = Time::new(hour, minute, second, 999_000_000).map_err(|_| fault())?;
    Ok(Instant::at(day.to_datetime(time)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_moment_is_the_end_of_what_is_named() {
        for (typed, iso) in [
            ("2025-06-24", "2025-06-24T23:59:59+08:00"),
            ("2025-06-24T10:42", "2025-06-24T10:42:59+08:00"),
            ("2025-06-24 10:42:07", "2025-06-24T10:42:07+08:00"),
            ("2025-06-24T10:42:07+08:00", "2025-06-24T10:42:07+08:00"),
            ("２０２５年6月24日 10：42", "2025-06-24T10:42:59+08:00"),
        ] {
            let moment = parse_moment(typed).expect(typed);
            assert_eq!((moment.iso().as_str(), moment.0 % 1000), (iso, 999), "{typed}");
        }
        for typed in
            ["2025-06-24T", "2025-06-24T10", "2025-06-24T25:00", "2025-06-24T1:2", "2025-06-24T10:42Z"]
        {
            assert_eq!(parse_moment(typed), Err(MomentFault::Time(typed.to_owned())), "{typed}");
        }
        assert!(matches!(parse_moment("2025-06-31T10:42"), Err(MomentFault::Day(DayFault::Day { .. }))));
    }

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
