//! Deadlines: which day counts for a task as of a day.
//!
//! A task is due only where the document gives it a date of its own. The horizon of the whole plan is nobody's
//! deadline. A yearly duty is due once in every year after the document was published, for as long as the
//! document is in force: it names no last year.

use jiff::civil::Date;

use super::{Review, Standing, Status};
use crate::plan::{Due, Plan, TaskNo};

/// The date that counts for a task as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// On or before this day.
    pub on: Date,
    /// For a yearly duty, the first day of the year that it is done for.
    pub since: Option<Date>,
}

impl Deadline {
    /// Whether a unit that stands like this has met the deadline: a yearly duty by having said in its year that
    /// it is done, whatever it reported since; any other by saying so now.
    #[must_use]
    pub fn met_by(self, standing: Option<&Standing>) -> bool {
        standing.is_some_and(|s| match self.since {
            Some(since) => s.last_done.is_some_and(|day| day >= since),
            None => s.status == Status::Done && s.review != Review::Returned,
        })
    }
}

/// The deadline that counts for a task on `as_of`, or nothing where the document sets none: the one passed and
/// not met for longest, else the next one, else the last one.
#[must_use]
pub fn deadline(plan: &Plan, task: TaskNo, as_of: Date, standing: Option<&Standing>) -> Option<Deadline> {
    let published = plan.document.published;
    let all: Vec<Deadline> = plan
        .indicators_of(Some(task))
        .filter_map(|i| occurrence(i.due, published, as_of, standing))
        .collect();
    let missed = all.iter().filter(|d| d.on < as_of && !d.met_by(standing)).min();
    let next = all.iter().filter(|d| d.on >= as_of).min();
    missed.or(next).or(all.iter().max()).copied()
}

fn occurrence(due: Due, published: Date, as_of: Date, standing: Option<&Standing>) -> Option<Deadline> {
    match due {
        Due::On(on) => Some(Deadline { on, since: None }),
        Due::YearlyBy { month, day } => {
            let yearly = |year: i16| {
                Some(Deadline { on: Date::new(year, month, day).ok()?, since: Date::new(year, 1, 1).ok() })
            };
            let (this, before) = (yearly(as_of.year())?, yearly(as_of.year() - 1)?);
            let next = yearly(as_of.year() + 1)?;
            if this.met_by(standing) {
                return Some(next);
            }
            // Before this year's day comes, last year's miss still stands.
            let missed = this.on >= as_of && before.on >= published && !before.met_by(standing);
            Some(if missed { before } else { this }).filter(|d| d.on >= published).or(Some(next))
        }
        Due::None | Due::EveryYear | Due::EveryTerm | Due::Horizon(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{EntryId, Period, PeriodKind};
    use jiff::civil::date;

    fn done_on(day: Date) -> Standing {
        Standing {
            entry: EntryId(1),
            status: Status::Done,
            review: Review::Approved,
            percent: None,
            day,
            period: Period::containing(day, PeriodKind::TwoMonths),
            last_done: Some(day),
        }
    }

    fn first_quarter(as_of: Date, standing: Option<&Standing>) -> Option<Date> {
        occurrence(Due::YearlyBy { month: 3, day: 31 }, date(2022, 12, 30), as_of, standing).map(|d| d.on)
    }

    #[test]
    fn a_yearly_duty_comes_back_every_year() {
        let (in_2024, in_2025) = (done_on(date(2024, 2, 1)), done_on(date(2025, 5, 1)));
        for (as_of, standing, expected, why) in [
            (date(2022, 12, 31), None, date(2023, 3, 31), "not before the document was published"),
            (date(2023, 3, 31), None, date(2023, 3, 31), "due today"),
            (date(2025, 2, 1), None, date(2024, 3, 31), "last year's miss stands until this year's day"),
            (date(2025, 6, 24), None, date(2025, 3, 31), "this year's miss"),
            (date(2025, 2, 1), Some(&in_2024), date(2025, 3, 31), "last year's was met"),
            (
                date(2025, 6, 24),
                Some(&in_2024),
                date(2025, 3, 31),
                "last year's word does not count for this year",
            ),
            (date(2025, 6, 24), Some(&in_2025), date(2026, 3, 31), "met, though late"),
        ] {
            assert_eq!(first_quarter(as_of, standing), Some(expected), "{why}");
        }
    }

    #[test]
    fn a_date_is_met_by_saying_done_now() {
        let deadline = Deadline { on: date(2025, 12, 31), since: None };
        let done = done_on(date(2025, 5, 1));
        assert!(deadline.met_by(Some(&done)));
        let taken_back = Standing { status: Status::Behind, ..done };
        assert!(!deadline.met_by(Some(&taken_back)));
        assert!(!deadline.met_by(None));
    }
}
