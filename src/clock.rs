//! The only place that asks what time it is.
//!
//! Owns the two kinds of time: an [`Instant`] (milliseconds since 1970 in UTC, for the record) and a day (civil
//! date in China's one time zone, for reports and deadlines). Refuses the machine's own zone: a host set to UTC
//! must not date a report a day early.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::{Timestamp, civil::Date, civil::DateTime, tz, tz::TimeZone};

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Instant(pub i64);

impl Instant {
    /// The wall-clock reading in China at this moment.
    #[must_use]
    pub fn local(self) -> DateTime {
        Timestamp::from_millisecond(self.0).unwrap_or_default().to_zoned(china()).datetime()
    }

    /// The same in Greenwich.
    #[must_use]
    pub fn utc(self) -> DateTime {
        Timestamp::from_millisecond(self.0).unwrap_or_default().to_zoned(TimeZone::UTC).datetime()
    }

    /// The moment of a wall-clock reading in China.
    #[must_use]
    pub fn at(local: DateTime) -> Self {
        Self(local.to_zoned(china()).map_or(0, |z| z.timestamp().as_millisecond()))
    }

    /// As machine output prints it: `2025-06-24T10:42:00+08:00`.
    #[must_use]
    pub fn iso(self) -> String {
        self.local().strftime("%Y-%m-%dT%H:%M:%S+08:00").to_string()
    }
}

/// Where the program gets its time from: the machine, or a test.
#[derive(Debug, Clone, Copy, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Stands still.
    Fixed(Instant),
}

impl Clock {
    /// A clock that stands at noon of a day.
    #[must_use]
    pub fn noon(day: Date) -> Self {
        Self::Fixed(Instant::at(day.at(12, 0, 0, 0)))
    }

    /// This moment.
    #[must_use]
    pub fn now(self) -> Instant {
        match self {
            Self::Fixed(at) => at,
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Instant(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
        }
    }

    /// Today in China.
    #[must_use]
    pub fn today(self) -> Date {
        self.now().local().date()
    }
}

/// China has kept one zone without summer time since 1991, so no zone database is needed.
fn china() -> TimeZone {
    TimeZone::fixed(tz::offset(8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_begins_in_china_not_in_greenwich() {
        let late = Instant(1_750_780_800_000); // 2025-06-24T16:00:00Z
        assert_eq!(late.local().date(), date(2025, 6, 25));
        assert_eq!(late.iso(), "2025-06-25T00:00:00+08:00");
    }

    #[test]
    fn a_fixed_clock_keeps_its_day() {
        assert_eq!(Clock::noon(date(2025, 6, 24)).today(), date(2025, 6, 24));
    }
}
