//! 亮灯: the light of a task, always derived for a day and always with its reason.

use jiff::civil::Date;

use super::{Coded, Deadline, Review, Running, Standing, Status};
use crate::plan::IndicatorIx;
use crate::strings::{Lang, Text, words};

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
    /// The office accepted it as finished.
    Accepted,
    /// The unit dropped it.
    Dropped,
    /// The unit says it is done.
    SaidDone,
    /// Its own date passed this many days ago.
    Overdue(i32),
    /// A number that must be met was missed at its date.
    Missed(IndicatorIx),
    /// Nothing came, or the unit was behind, for several periods running.
    Running(Running),
    /// Its own date comes in this many days; 0 is today.
    DueSoon(i32),
    /// A number that must stay within a limit is above it now.
    Exceeded(IndicatorIx),
    /// The unit says it is behind.
    Behind,
    /// Nothing came for this period, and its time is up.
    Unreported,
    /// The office sent the report back, and nothing came since.
    Returned,
    /// Nothing was ever reported.
    NothingYet,
    /// Not begun, and no date presses.
    NotStarted,
    /// On its way.
    OnTrack,
    /// Standing work, kept up.
    Standing,
    /// On its way or kept up, and the plan's term is over: to be summed up.
    ToSumUp,
}

impl Reason {
    /// The reason in at most eight cells, for a list.
    #[must_use]
    pub fn brief(self, lang: Lang) -> String {
        match self {
            Self::Overdue(days) if days >= 100 => words::OVERDUE_LONG.with(lang, &[&days.to_string()]),
            Self::Running(Running::Unreported(_)) => words::RUNNING_UNREPORTED_MARK.say(lang).to_owned(),
            Self::Running(Running::Behind(_)) => words::RUNNING_BEHIND_MARK.say(lang).to_owned(),
            _ => self.short(lang),
        }
    }

    /// The reason in a few words.
    #[must_use]
    pub fn short(self, lang: Lang) -> String {
        match self {
            Self::Overdue(days) => words::OVERDUE.with(lang, &[&days.to_string()]),
            Self::Running(Running::Unreported(n)) => words::RUNNING_UNREPORTED.with(lang, &[&n.to_string()]),
            Self::Running(Running::Behind(n)) => words::RUNNING_BEHIND.with(lang, &[&n.to_string()]),
            Self::Accepted => words::ACCEPTED.say(lang).to_owned(),
            Self::Missed(_) => words::TARGET_MISSED.say(lang).to_owned(),
            Self::Exceeded(_) => words::LIMIT_EXCEEDED.say(lang).to_owned(),
            Self::Unreported => words::UNREPORTED.say(lang).to_owned(),
            Self::Returned => words::SENT_BACK.say(lang).to_owned(),
            Self::ToSumUp => words::TO_SUM_UP.say(lang).to_owned(),
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
    /// How many days ahead a date counts as near.
    pub near_days: i32,
    /// Whether the office accepted the task as finished.
    pub closed: bool,
    /// A number that must be met and was missed at its date.
    pub missed: Option<IndicatorIx>,
    /// A number that must stay within a limit and is above it now.
    pub exceeded: Option<IndicatorIx>,
    /// Bad periods running, as many as turn a light red.
    pub running: Option<Running>,
    /// Whether nothing came for this period and its time is up.
    pub unreported: bool,
    /// Whether the plan's term is over.
    pub term_over: bool,
}

impl<'a> Facts<'a> {
    /// Facts of a unit that answers for nothing but its own reports.
    #[must_use]
    pub const fn of(as_of: Date, standing: Option<&'a Standing>, near_days: i32) -> Self {
        Self {
            as_of,
            standing,
            deadline: None,
            near_days,
            closed: false,
            missed: None,
            exceeded: None,
            running: None,
            unreported: false,
            term_over: false,
        }
    }

    /// What the unit said last, unless the office sent it back.
    fn status(&self) -> Option<Status> {
        self.standing.filter(|s| s.review != Review::Returned).map(|s| s.status)
    }

    /// Done, and of a yearly duty done for the year that it is now.
    fn said_done(&self) -> bool {
        let for_now =
            |d: Deadline| d.met_by(self.standing) || d.since.is_some_and(|since| self.as_of < since);
        self.status() == Some(Status::Done) && self.deadline.is_none_or(for_now)
    }
}

/// The light and its reason: the first rule that matches.
#[must_use]
pub fn light(facts: Facts<'_>) -> (Light, Reason) {
    if facts.closed {
        return (Light::Closed, Reason::Accepted);
    }
    if facts.status() == Some(Status::Dropped) {
        return (Light::Closed, Reason::Dropped);
    }
    if facts.said_done() {
        return (Light::Pending, Reason::SaidDone);
    }
    let left = facts.deadline.filter(|d| !d.met_by(facts.standing)).map(|d| days_between(facts.as_of, d.on));
    let red = || pressing(&facts, left).map(|reason| (Light::Red, reason));
    let yellow = || troubling(&facts, left).map(|reason| (Light::Yellow, reason));
    red().or_else(yellow).unwrap_or_else(|| quiet(&facts))
}

fn pressing(facts: &Facts<'_>, left: Option<i32>) -> Option<Reason> {
    let overdue = left.filter(|left| *left < 0).map(|left| Reason::Overdue(-left));
    overdue.or(facts.missed.map(Reason::Missed)).or(facts.running.map(Reason::Running))
}

fn troubling(facts: &Facts<'_>, left: Option<i32>) -> Option<Reason> {
    let near = left.filter(|left| *left <= facts.near_days).map(Reason::DueSoon);
    let behind = facts.status() == Some(Status::Behind);
    let returned = facts.standing.is_some_and(|s| s.review == Review::Returned);
    near.or(facts.exceeded.map(Reason::Exceeded))
        .or(behind.then_some(Reason::Behind))
        .or(facts.unreported.then_some(Reason::Unreported))
        .or(returned.then_some(Reason::Returned))
}

fn quiet(facts: &Facts<'_>) -> (Light, Reason) {
    match facts.status() {
        None => (Light::Grey, Reason::NothingYet),
        Some(Status::NotStarted) => (Light::Grey, Reason::NotStarted),
        Some(_) if facts.term_over => (Light::Green, Reason::ToSumUp),
        Some(Status::Standing) => (Light::Green, Reason::Standing),
        Some(_) => (Light::Green, Reason::OnTrack),
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
#[path = "light_tests.rs"]
mod tests;
