//! Every light that can be, against a second way of saying the rules.

use super::*;
use crate::ledger::{EntryId, Period, PeriodKind};
use jiff::civil::date;

const DUE: Deadline = Deadline { on: date(2025, 12, 31), since: None };
const NEAR_DAYS: i32 = 30;

fn standing(status: Status, review: Review) -> Standing {
    let day = date(2025, 6, 12);
    Standing {
        entry: EntryId(1),
        status,
        review,
        percent: None,
        day,
        period: Period::containing(day, PeriodKind::TwoMonths),
        last_done: (status == Status::Done).then_some(day),
    }
}

fn shown(status: Option<Status>, as_of: Date, deadline: Option<Deadline>) -> (Light, Reason) {
    let standing = status.map(|s| standing(s, Review::Approved));
    light(Facts { deadline, ..Facts::of(as_of, standing.as_ref(), NEAR_DAYS) })
}

#[test]
fn status_and_date_alone() {
    use Status::{Behind, Done, Dropped, NotStarted, OnTrack};
    let (early, near, on_day, late) =
        (date(2025, 6, 24), date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 2));
    for (status, as_of, deadline, expected) in [
        (None, early, None, (Light::Grey, Reason::NothingYet)),
        (None, early, Some(DUE), (Light::Grey, Reason::NothingYet)),
        (None, near, Some(DUE), (Light::Yellow, Reason::DueSoon(30))),
        (None, late, Some(DUE), (Light::Red, Reason::Overdue(2))),
        (Some(OnTrack), early, Some(DUE), (Light::Green, Reason::OnTrack)),
        (Some(OnTrack), date(2025, 11, 30), Some(DUE), (Light::Green, Reason::OnTrack)),
        (Some(OnTrack), on_day, Some(DUE), (Light::Yellow, Reason::DueSoon(0))),
        (Some(OnTrack), late, Some(DUE), (Light::Red, Reason::Overdue(2))),
        (Some(OnTrack), late, None, (Light::Green, Reason::OnTrack)),
        (Some(Behind), early, None, (Light::Yellow, Reason::Behind)),
        (Some(Behind), late, Some(DUE), (Light::Red, Reason::Overdue(2))),
        (Some(Done), late, Some(DUE), (Light::Pending, Reason::SaidDone)),
        (Some(Dropped), late, Some(DUE), (Light::Closed, Reason::Dropped)),
        (Some(NotStarted), early, None, (Light::Grey, Reason::NotStarted)),
        (Some(Status::Standing), late, Some(DUE), (Light::Red, Reason::Overdue(2))),
        (Some(Status::Standing), late, None, (Light::Green, Reason::Standing)),
    ] {
        assert_eq!(shown(status, as_of, deadline), expected, "{status:?} on {as_of}");
    }
}

#[test]
fn a_yearly_duty_said_done_last_year_is_for_this_year_to_do_again() {
    let next = Deadline { on: date(2026, 3, 31), since: Some(date(2026, 1, 1)) };
    for (as_of, expected) in [
        (date(2025, 12, 31), (Light::Pending, Reason::SaidDone)),
        (date(2026, 1, 1), (Light::Green, Reason::OnTrack)),
        (date(2026, 3, 1), (Light::Yellow, Reason::DueSoon(30))),
        (date(2026, 4, 1), (Light::Red, Reason::Overdue(1))),
    ] {
        assert_eq!(shown(Some(Status::Done), as_of, Some(next)), expected, "{as_of}");
    }
}

/// Days before, near, on and after the date, and after a date that was moved.
const DAYS: [Date; 5] =
    [date(2025, 6, 24), date(2025, 12, 15), date(2025, 12, 31), date(2026, 1, 1), date(2026, 5, 1)];

/// A case of everything that a light can turn on.
fn each(mut check: impl FnMut(Facts<'_>)) -> usize {
    let mut cases = 0;
    let moved = Deadline { on: date(2026, 3, 31), ..DUE };
    let mut standings = vec![None];
    for status in Status::ALL {
        standings.extend(Review::ALL.iter().map(|review| Some(standing(*status, *review))));
    }
    let number = Some(IndicatorIx(0));
    let runs = [None, Some(Running::Unreported(2)), Some(Running::Behind(2))];
    for standing in &standings {
        for as_of in DAYS {
            for deadline in [None, Some(DUE), Some(moved)] {
                for bits in 0..32 {
                    for running in runs {
                        cases += 1;
                        check(Facts {
                            deadline,
                            closed: bits & 1 != 0,
                            missed: number.filter(|_| bits & 2 != 0),
                            exceeded: number.filter(|_| bits & 4 != 0),
                            unreported: bits & 8 != 0,
                            term_over: bits & 16 != 0,
                            running,
                            ..Facts::of(as_of, standing.as_ref(), NEAR_DAYS)
                        });
                    }
                }
            }
        }
    }
    cases
}

/// The rules once more, as a list of words in the order in which they are asked.
fn told(f: &Facts<'_>) -> &'static str {
    let said = f.standing.map(|s| (s.status, s.review));
    let word = match said {
        None | Some((_, Review::Returned)) => "",
        Some((status, _)) => status.code(),
    };
    let days = f.deadline.map_or(i32::MAX, |d| f.as_of.until(d.on).map_or(0, |s| s.get_days()));
    let done = said.is_some_and(|(status, review)| status == Status::Done && review != Review::Returned);
    let rules = [
        (f.closed || word == "dropped", "closed"),
        (done, "pending"),
        (days < 0, "red"),
        (f.missed.is_some() || f.running.is_some(), "red"),
        (days <= 30, "yellow"),
        (f.exceeded.is_some() || word == "behind" || f.unreported, "yellow"),
        (said.is_some_and(|(_, review)| review == Review::Returned), "yellow"),
        (word.is_empty() || word == "not_started", "grey"),
    ];
    rules.iter().find(|(holds, _)| *holds).map_or("green", |(_, light)| light)
}

#[test]
fn every_combination_is_as_a_second_telling_has_it() {
    let mut seen = std::collections::HashSet::new();
    let cases = each(|facts| {
        let (shown, reason) = light(facts);
        assert_eq!(shown.code(), told(&facts), "{facts:?} {reason:?}");
        seen.insert(std::mem::discriminant(&reason));
    });
    assert_eq!(cases, 19 * 5 * 3 * 32 * 3);
    assert_eq!(seen.len(), 16, "every reason is reached");
}

#[test]
fn reasons_fit_the_list() {
    each(|facts| {
        let (_, reason) = light(facts);
        assert!(crate::text::cells(&reason.brief(Lang::Zh)) <= 8, "{reason:?}");
    });
    for reason in [Reason::Overdue(99), Reason::Overdue(9999), Reason::Running(Running::Behind(12))] {
        assert!(crate::text::cells(&reason.brief(Lang::Zh)) <= 8, "{reason:?}");
    }
}
