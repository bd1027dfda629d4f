//! 督办: what the office sends to units when work does not come along.

use jiff::civil::Date;

use super::Coded;
use crate::plan::{TaskNo, UnitIx};
use crate::strings::{Text, words};

/// The kinds of supervision that part four of the plan names, and the reminder before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// 催办.
    Remind,
    /// 书面督查.
    Written,
    /// 实地督查.
    OnSite,
    /// 挂牌督办.
    Listed,
    /// 典型案例通报.
    Circular,
}

impl Coded for NoticeKind {
    const ALL: &'static [Self] = &[Self::Remind, Self::Written, Self::OnSite, Self::Listed, Self::Circular];

    fn code(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Written => "written",
            Self::OnSite => "on_site",
            Self::Listed => "listed",
            Self::Circular => "circular",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Remind => words::REMIND,
            Self::Written => words::WRITTEN,
            Self::OnSite => words::ON_SITE,
            Self::Listed => words::LISTED,
            Self::Circular => words::CIRCULAR,
        }
    }
}

/// Number of a notice in its ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeId(pub i64);

/// One notice, to one or several units, about one or several tasks or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which kind.
    pub kind: NoticeKind,
    /// To whom, in the order of the document.
    pub units: Vec<UnitIx>,
    /// About which tasks; may be none.
    pub tasks: Vec<TaskNo>,
    /// When it was sent.
    pub on: Date,
    /// Until when an answer is due, if one is.
    pub due: Option<Date>,
    /// What it says.
    pub text: String,
    /// What the units answered: who, when, what.
    pub answers: Vec<Answer>,
    /// When and with what result the office ended it, if it did.
    pub ended: Option<(Date, String)>,
}

/// A unit's answer to a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who answers.
    pub unit: UnitIx,
    /// When.
    pub on: Date,
    /// What.
    pub text: String,
}

impl Notice {
    /// Whether it stands on a day: sent and not ended.
    #[must_use]
    pub fn stands_on(&self, day: Date) -> bool {
        self.on <= day && self.ended.as_ref().is_none_or(|(ended, _)| *ended > day)
    }

    /// The units that have not answered by a day although an answer is due.
    pub fn unanswered(&self, day: Date) -> impl Iterator<Item = UnitIx> {
        self.silent(day).filter(|_| self.due.is_some())
    }

    /// The units that have not answered by a day, whether or not they have to.
    pub fn silent(&self, day: Date) -> impl Iterator<Item = UnitIx> {
        let answered = move |unit: UnitIx| self.answers.iter().any(|a| a.unit == unit && a.on <= day);
        self.units.iter().copied().filter(move |u| !answered(*u))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_notice_waits_for_each_of_its_units() {
        let (one, other) = (UnitIx(1), UnitIx(2));
        let notice = Notice {
            kind: NoticeKind::Written,
            units: vec![one, other],
            tasks: vec![TaskNo(9)],
            on: date(2025, 6, 1),
            due: Some(date(2025, 6, 10)),
            text: "请说明原因".to_owned(),
            answers: vec![Answer { unit: one, on: date(2025, 6, 8), text: "已补".to_owned() }],
            ended: Some((date(2025, 6, 20), String::new())),
        };
        let waits = |day| notice.unanswered(day).collect::<Vec<_>>();
        assert_eq!(waits(date(2025, 6, 7)), [one, other]);
        assert_eq!(waits(date(2025, 6, 8)), [other]);
        let stands = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 19), date(2025, 6, 20)];
        assert_eq!(stands.map(|d| notice.stands_on(d)), [false, true, true, false]);
        let nothing_due = Notice { due: None, ..notice };
        assert_eq!(nothing_due.unanswered(date(2025, 6, 7)).count(), 0);
    }
}
