//! 亮灯: the light of a task, always derived for a day and always with its reason.

use jiff::civil::Date;

use super::{Coded, Deadline, Standing, Status};
use crate::strings::{Lang, Text, words};

/// How many days ahead a date counts as near.
const NEAR_DAYS: i32 = 30;

/// What a task looks like from the office's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Light {
    /// 红: past its own date and not done.
    Red,
    /// 黄: behind, or its own date is near.
    Yellow,
    /// 绿: the rest.
    Green,
    /// 灰: nothing reported yet.
    Grey,
    /// 核: said to be done, not yet closed by the office.
    Pending,
    /// 结: closed, or dropped.
    Closed,
}

impl Coded for Light {
    const ALL: &'static [Self] =
        &[Self::Red, Self::Yellow, Self::Green, Self::Grey, Self::Pending, Self::Closed];

    fn code(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Grey => "grey",
            Self::Pending => "pending",
            Self::Closed => "closed",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Red => words::RED,
            Self::Yellow => words::YELLOW,
            Self::Green => words::GREEN,
            Self::Grey => words::GREY,
            Self::Pending => words::PENDING,
            Self::Closed => words::CLOSED,
        }
    }
}

impl Light {
    /// The word in at most two cells, for a list; no two are alike in either language.
    #[must_use]
    pub const fn mark(self) -> Text {
        match self {
            Self::Red => words::RED_MARK,
            Self::Yellow => words::YELLOW_MARK,
            Self::Green => words::GREEN_MARK,
            Self::Grey => words::GREY_MARK,
            Self::Pending => words::PENDING_MARK,
            Self::Closed => words::CLOSED_MARK,
        }
    }
}

/// Why a light shows what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The unit dropped it.
    Dropped,
    /// The unit says it is done.
    SaidDone,
    /// Its own date passed this many days ago.
    Overdue(i32),
    /// Its own date comes in this many days; 0 is today.
    DueSoon(i32),
    /// The unit says it is behind.
    Behind,
    /// Nothing was ever reported.
    NothingYet,
    /// Not begun, and no date presses.
    NotStarted,
    /// On its way.
    OnTrack,
    /// Standing work, kept up.
    Standing,
}

impl Reason {
    /// The reason in at most eight cells, for a list.
    #[must_use]
    pub fn brief(self, lang: Lang) -> String {
        match self {
            Self::Overdue(days) if days >= 100 => words::OVERDUE_LONG.with(lang, &[&days.to_string()]),
            _ => self.short(lang),
        }
    }

    /// The reason in a few words.
    #[must_use]
    pub fn short(self, lang: Lang) -> String {
        match self {
            Self::Overdue(days) => words::OVERDUE.with(lang, &[&days.to_string()]),
            Self::DueSoon(0) => words::DUE_TODAY.say(lang).to_owned(),
            Self::DueSoon(days) => words::DUE_IN.with(lang, &[&days.to_string()]),
            Self::Dropped => words::DROPPED.say(lang).to_owned(),
            Self::SaidDone => words::SAID_DONE.say(lang).to_owned(),
            Self::Behind => words::BEHIND.say(lang).to_owned(),
            Self::NothingYet => words::NOTHING_YET.say(lang).to_owned(),
            Self::NotStarted => words::NOT_STARTED.say(lang).to_owned(),
            Self::OnTrack => words::ON_TRACK.say(lang).to_owned(),
            Self::Standing => words::STANDING.say(lang).to_owned(),
        }
    }
}

/// What a light is derived from.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The day for which it is asked.
    pub as_of: Date,
    /// Where the unit stands; `None` before its first report.
    pub standing: Option<&'a Standing>,
    /// The date that counts, for the unit that answers for it; nobody else's light turns on it.
    pub deadline: Option<Deadline>,
}

/// The light and its reason: the first rule that matches.
#[must_use]
pub fn light(facts: Facts<'_>) -> (Light, Reason) {
    let status = facts.standing.map(|s| s.status);
    let open = facts.deadline.filter(|d| !d.met_by(facts.standing));
    let days = open.map(|d| days_between(facts.as_of, d.on));
    match (status, days) {
        (Some(Status::Dropped), _) => (Light::Closed, Reason::Dropped),
        (_, Some(left)) if left < 0 => (Light::Red, Reason::Overdue(-left)),
        (Some(Status::Done), _) => (Light::Pending, Reason::SaidDone),
        (Some(Status::Behind), _) => (Light::Yellow, Reason::Behind),
        (_, Some(left)) if left <= NEAR_DAYS => (Light::Yellow, Reason::DueSoon(left)),
        (None, _) => (Light::Grey, Reason::NothingYet),
        (Some(Status::NotStarted), _) => (Light::Grey, Reason::NotStarted),
        (Some(Status::Standing), _) => (Light::Green, Reason::Standing),
        (Some(Status::OnTrack), _) => (Light::Green, Reason::OnTrack),
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{EntryId, Period, PeriodKind};
    use jiff::civil::date;

    const DUE: Deadline = Deadline { on: date(2025, 12, 31), since: None };

    fn standing(status: Status) -> Standing {
        let day = date(2025, 6, 12);
        Standing {
            entry: EntryId(1),
            status,
            percent: None,
            day,
            period: Period::containing(day, PeriodKind::TwoMonths),
            last_done: (status == Status::Done).then_some(day),
        }
    }

    fn shown(status: Option<Status>, as_of: Date, deadline: Option<Deadline>) -> (Light, Reason) {
        let standing = status.map(standing);
        light(Facts { as_of, standing: standing.as_ref(), deadline })
    }

    #[test]
    fn the_first_rule_that_matches_wins() {
        use Status::{Behind, Done, Dropped, NotStarted, OnTrack};
        let (early, near, on_day, late) =
            (date(2025, 6, 24), date(2025, 12, 1), date(2025, 12, 31), date(2026, 1, 2));
        for (status, as_of, deadline, expected) in [
            (None, early, None, (Light::Grey, Reason::NothingYet)),
            (None, early, Some(DUE), (Light::Grey, Reason::NothingYet)),
            (None, near, Some(DUE), (Light::Yellow, Reason::DueSoon(30))),
            (None, late, Some(DUE), (Light::Red, Reason::Overdue(2))),
            (Some(OnTrack), early, Some(DUE), (Light::Green, Reason::OnTrack)),
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
    fn thirty_one_days_ahead_is_not_near() {
        let day = date(2025, 11, 30);
        assert_eq!(shown(Some(Status::OnTrack), day, Some(DUE)), (Light::Green, Reason::OnTrack));
    }

    #[test]
    fn a_yearly_duty_said_done_last_year_is_red_once_this_year_passed() {
        let deadline = Deadline { on: date(2026, 3, 31), since: Some(date(2026, 1, 1)) };
        let shown = shown(Some(Status::Done), date(2026, 4, 1), Some(deadline));
        assert_eq!(shown, (Light::Red, Reason::Overdue(1)));
    }

    #[test]
    fn reasons_fit_the_list() {
        let reasons = [
            Reason::Dropped,
            Reason::SaidDone,
            Reason::Overdue(99),
            Reason::Overdue(9999),
            Reason::DueSoon(0),
            Reason::DueSoon(30),
            Reason::Behind,
            Reason::NothingYet,
            Reason::NotStarted,
            Reason::OnTrack,
            Reason::Standing,
        ];
        for reason in reasons {
            assert!(crate::text::cells(&reason.brief(Lang::Zh)) <= 8, "{reason:?}");
        }
    }
}
