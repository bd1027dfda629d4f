//! 应报: which reports the units owe for a period, and whether they came.
//!
//! Nothing is owed before the office opened a first period. A unit owes one report for each task that it leads and,
//! where the office counts it in, one 综合 report without a task.

use jiff::civil::Date;

use super::{Coded, Period, Status};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::strings::{Text, words};

/// A period that the office opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Which.
    pub period: Period,
    /// On which day.
    pub on: Date,
    /// The last day on which a report is in time.
    pub cutoff: Date,
    /// When the office closed it, if it did.
    pub closed: Option<Date>,
}

impl Opened {
    /// Whether it takes reports on a day.
    #[must_use]
    pub fn is_open_on(&self, day: Date) -> bool {
        self.on <= day && self.closed.is_none_or(|closed| closed > day)
    }
}

/// What became of a report that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owing {
    /// 应报: not there, and there is time.
    Due,
    /// 按时.
    OnTime,
    /// 迟报.
    Late,
    /// 未报: not there, and the day has passed.
    Missing,
    /// 退回重报: it was sent back and nothing came since.
    Returned,
}

impl Coded for Owing {
    const ALL: &'static [Self] = &[Self::Due, Self::OnTime, Self::Late, Self::Missing, Self::Returned];

    fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Missing => "missing",
            Self::Returned => "returned",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Due => words::OWED,
            Self::OnTime => words::ON_TIME,
            Self::Late => words::LATE,
            Self::Missing => words::MISSING,
            Self::Returned => words::RETURNED_AGAIN,
        }
    }
}

impl Owing {
    /// Whether the report came.
    #[must_use]
    pub const fn is_there(self) -> bool {
        matches!(self, Self::OnTime | Self::Late)
    }
}

/// What a unit reported for a period, of what the office did not send back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reported {
    /// Day of the first report that stands.
    pub first: Option<Date>,
    /// Status in the latest report that stands.
    pub status: Option<Status>,
    /// Whether any report was sent back.
    pub returned: bool,
}

impl Reported {
    /// What became of it on a day. What had not come when the office closed the period is missing, though there was time left.
    #[must_use]
    pub fn owing_for(self, opened: Opened, as_of: Date) -> Owing {
        match self.owing(opened.cutoff, as_of) {
            Owing::Due if !opened.is_open_on(as_of) => Owing::Missing,
            owing => owing,
        }
    }

    fn owing(self, cutoff: Date, as_of: Date) -> Owing {
        match self.first {
            Some(first) if first <= cutoff => Owing::OnTime,
            Some(_) => Owing::Late,
            None if self.returned => Owing::Returned,
            None if as_of > cutoff => Owing::Missing,
            None => Owing::Due,
        }
    }
}

/// A report that is owed for every period: the unit's, on a task that it leads or, without one, in general.
pub type Duty = (UnitIx, Option<TaskNo>);

/// Who owes what, in the order of the document; `counted` are the units that owe a general report.
#[must_use]
pub fn duties(plan: &Plan, counted: &[UnitIx]) -> Vec<Duty> {
    let led = plan.tasks.iter().filter_map(|t| Some((t.lead()?, Some(t.no))));
    let leads = |unit: UnitIx| plan.tasks.iter().any(|t| t.lead() == Some(unit));
    led.chain(counted.iter().filter(|u| !leads(**u)).map(|u| (*u, None))).collect()
}

/// How a task went in the last periods whose time was up, where it went badly in each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Running {
    /// Nothing came in any of so many.
    Unreported(usize),
    /// Behind, or nothing came, in each of so many.
    Behind(usize),
}

/// Looks at the last `most` opened periods whose cut-off passed, newest first, each with what was reported for it.
#[must_use]
pub fn running(last: &[(Opened, Reported)], as_of: Date, most: usize) -> Option<Running> {
    let last = last.get(..most).filter(|l| !l.is_empty())?;
    let missing = |(opened, reported): &(Opened, Reported)| {
        matches!(reported.owing_for(*opened, as_of), Owing::Missing | Owing::Returned)
    };
    if last.iter().all(missing) {
        return Some(Running::Unreported(most));
    }
    let bad = |seen: &(Opened, Reported)| missing(seen) || seen.1.status == Some(Status::Behind);
    last.iter().all(bad).then_some(Running::Behind(most))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const CUTOFF: Date = date(2025, 6, 25);

    fn first(day: Date, status: Status) -> Reported {
        Reported { first: Some(day), status: Some(status), returned: false }
    }

    #[test]
    fn a_report_is_due_in_time_late_missing_or_sent_back() {
        let (before, after) = (date(2025, 6, 25), date(2025, 6, 26));
        let sent_back = Reported { returned: true, ..Reported::default() };
        for (reported, as_of, expected) in [
            (Reported::default(), before, Owing::Due),
            (Reported::default(), after, Owing::Missing),
            (first(before, Status::OnTrack), after, Owing::OnTime),
            (first(after, Status::OnTrack), after, Owing::Late),
            (sent_back, before, Owing::Returned),
            (sent_back, after, Owing::Returned),
            (Reported { returned: true, ..first(before, Status::OnTrack) }, after, Owing::OnTime),
        ] {
            assert_eq!(reported.owing(CUTOFF, as_of), expected, "{reported:?} on {as_of}");
        }
    }

    #[test]
    fn two_bad_periods_running_are_told_apart() {
        let as_of = date(2025, 7, 1);
        let period = |code: &str, cutoff| Opened {
            period: Period::parse(code).expect(code),
            on: date(2025, 1, 1),
            cutoff,
            closed: None,
        };
        let (third, second) = (period("2025B3", CUTOFF), period("2025B2", date(2025, 4, 25)));
        let behind = first(date(2025, 4, 20), Status::Behind);
        let well = first(date(2025, 4, 20), Status::OnTrack);
        let nothing = Reported::default();
        for (latest, before, expected) in [
            (nothing, nothing, Some(Running::Unreported(2))),
            (nothing, behind, Some(Running::Behind(2))),
            (behind, behind, Some(Running::Behind(2))),
            (nothing, well, None),
            (well, nothing, None),
        ] {
            assert_eq!(running(&[(third, latest), (second, before)], as_of, 2), expected);
        }
        assert_eq!(running(&[(third, nothing)], as_of, 2), None, "one alone is not two");
        assert_eq!(running(&[], as_of, 0), None);
    }

    #[test]
    fn every_task_is_owed_by_its_lead_and_general_reports_by_those_counted_in() {
        let plan = crate::plan::load(crate::plan::EMBEDDED).expect("a plan");
        assert_eq!(duties(&plan, &[]).len(), 21);
        let [leads, other] = ["sfj", "ssz"].map(|code| plan.unit_by_code(code).expect(code));
        let duties = duties(&plan, &[leads, other]);
        assert_eq!(duties.len(), 22, "who leads a task owes no general report");
        assert_eq!(duties.last(), Some(&(other, None)));
    }
}
