//! When invented reports are written: on working days, in office hours, one after another.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::clock::Instant;

/// Seconds of a working day, from half past eight.
const HOURS: i64 = 9 * 3600;

/// The working days of some years.
#[derive(Debug)]
pub(super) struct Calendar {
    days: Vec<Date>,
}

impl Calendar {
    /// The working days of a stretch of time up to a day.
    pub(super) fn until(last: Date, stretch: Span) -> Self {
        let first = last.checked_sub(stretch).unwrap_or(last);
        let working = |d: &Date| !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday);
        let days: Vec<Date> = first.series(1.day()).take_while(|d| *d <= last).filter(working).collect();
        Self { days: if days.is_empty() { vec![last] } else { days } }
    }

    pub(super) fn first(&self) -> Date {
        self.days.first().copied().unwrap_or_default()
    }

    /// The end of the last day.
    pub(super) fn end(&self) -> Instant {
        Instant::at(self.days.last().copied().unwrap_or_default().at(18, 0, 0, 0))
    }

    /// The moment of the `nth` of `all` things that happen evenly over the years.
    pub(super) fn moment(&self, nth: u64, all: u64) -> Instant {
        let span = self.days.len() as u64 * HOURS.unsigned_abs();
        let second = u64::try_from(u128::from(nth) * u128::from(span) / u128::from(all.max(1)));
        let (day, second) = second.map_or((0, 0), |s| (s / HOURS.unsigned_abs(), s % HOURS.unsigned_abs()));
        let day = usize::try_from(day).ok().and_then(|d| self.days.get(d)).copied();
        let morning = Instant::at(day.unwrap_or_default().at(8, 30, 0, 0));
        Instant(morning.0.saturating_add_unsigned(second * 1000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn moments_come_in_order_and_in_office_hours() {
        let calendar = Calendar::until(date(2026, 11, 22), 5.years());
        assert_eq!(calendar.first(), date(2021, 11, 22));
        let mut last = Instant(0);
        for nth in 0..5000 {
            let at = calendar.moment(nth, 5000);
            assert!(at >= last && at < calendar.end());
            let hour = at.local().hour();
            assert!((8..18).contains(&hour), "{}", at.iso());
            last = at;
        }
        assert_eq!(calendar.end().local().date(), date(2026, 11, 20), "the 22nd is a Sunday");
    }
}
