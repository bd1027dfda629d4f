//! 经办人: who may do what. One table, for every way into the ledger.

use jiff::civil::Date;

use super::{Coded, Office, OperatorKey};
use crate::plan::UnitIx;
use crate::strings::{Text, words};

/// What somebody is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OperatorDuty {
    /// 办公室: everything.
    Office,
    /// 填报: their own unit's reports and answers.
    Reporter(UnitIx),
    /// 查看: looking.
    Viewer,
}

impl OperatorDuty {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Reporter(_) => "reporter",
            Self::Viewer => "viewer",
        }
    }

    /// The word.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Office => words::OFFICE,
            Self::Reporter(_) => words::REPORTER_DUTY,
            Self::Viewer => words::VIEWER,
        }
    }

    /// Whose reports they write, where it is one unit's.
    #[must_use]
    pub const fn unit(self) -> Option<UnitIx> {
        match self {
            Self::Reporter(unit) => Some(unit),
            Self::Office | Self::Viewer => None,
        }
    }

    /// Reads a code; a reporter needs a unit.
    #[must_use]
    pub fn parse(code: &str, unit: Option<UnitIx>) -> Option<Self> {
        match code {
            "office" => Some(Self::Office),
            "reporter" => unit.map(Self::Reporter),
            "viewer" => Some(Self::Viewer),
            _ => None,
        }
    }
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// The name they log in with.
    pub name: String,
    /// The name people read.
    pub display: String,
    /// What they are there for.
    pub duty: OperatorDuty,
    /// Since when they may do nothing any more.
    pub disabled: Option<Date>,
    /// What they log in with over SSH.
    pub keys: Vec<OperatorKey>,
}

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// Look at anything.
    Look,
    /// Write, change, delete and take back reports.
    Report,
    /// Answer a notice.
    Answer,
    /// Pass or send back reports.
    Review,
    /// Open and close periods.
    Period,
    /// Close tasks, and open them again.
    Close,
    /// Move dates.
    Extend,
    /// Send and end notices.
    Notify,
    /// Say whom one calls at a unit.
    Contact,
    /// Settings, operators and views.
    /// Issue bulletins.
    Issue,
    /// Settings and operators.
    Manage,
}

impl Coded for Permission {
    const ALL: &'static [Self] = &[
        Self::Look,
        Self::Report,
        Self::Answer,
        Self::Review,
        Self::Period,
        Self::Close,
        Self::Extend,
        Self::Notify,
        Self::Contact,
        Self::Issue,
        Self::Manage,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Report => "report",
            Self::Answer => "answer",
            Self::Review => "review",
            Self::Period => "period",
            Self::Close => "close",
            Self::Extend => "extend",
            Self::Notify => "notify",
            Self::Contact => "contact",
            Self::Issue => "issue",
            Self::Manage => "manage",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Look => words::MAY_LOOK,
            Self::Report => words::MAY_REPORT,
            Self::Answer => words::MAY_ANSWER,
            Self::Review => words::MAY_REVIEW,
            Self::Period => words::MAY_PERIOD,
            Self::Close => words::MAY_CLOSE,
            Self::Extend => words::MAY_EXTEND,
            Self::Notify => words::MAY_NOTIFY,
            Self::Contact => words::MAY_CONTACT,
            Self::Issue => words::MAY_ISSUE,
            Self::Manage => words::MAY_MANAGE,
        }
    }
}

/// How far a right goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// For every unit.
    All,
    /// For one's own unit.
    Own,
    /// Not at all.
    None,
}

/// The table: office, reporter, viewer.
#[must_use]
pub const fn right(duty: OperatorDuty, deed: Permission) -> Right {
    match (duty, deed) {
        (OperatorDuty::Office, _) | (_, Permission::Look) => Right::All,
        (OperatorDuty::Reporter(_), Permission::Report | Permission::Answer | Permission::Contact) => {
            Right::Own
        }
        _ => Right::None,
    }
}

/// Whether somebody may do it, for a unit where it concerns one.
#[must_use]
pub fn may(duty: OperatorDuty, deed: Permission, unit: Option<UnitIx>) -> bool {
    match right(duty, deed) {
        Right::All => true,
        Right::Own => unit.is_some() && unit == duty.unit(),
        Right::None => false,
    }
}

impl Office {
    /// What somebody may do. Whoever is not listed is the office, until an office operator is listed; from then on
    /// they may look.
    #[must_use]
    pub fn duty(&self, name: &str) -> OperatorDuty {
        if let Some(operator) = self.operators.iter().find(|o| o.name == name) {
            return if operator.disabled.is_some() { OperatorDuty::Viewer } else { operator.duty };
        }
        let kept = self.operators.iter().any(|o| o.duty == OperatorDuty::Office && o.disabled.is_none());
        if kept { OperatorDuty::Viewer } else { OperatorDuty::Office }
    }

    /// The names of those who may do it, as people read them.
    #[must_use]
    pub fn who_may(&self, deed: Permission, unit: Option<UnitIx>) -> Vec<String> {
        let able = self.operators.iter().filter(|o| o.disabled.is_none() && may(o.duty, deed, unit));
        able.map(|o| o.display.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: UnitIx = UnitIx(1);
    const OTHER: UnitIx = UnitIx(2);

    #[test]
    fn an_office_does_everything_a_reporter_their_own_a_viewer_nothing() {
        for deed in Permission::ALL {
            let look = *deed == Permission::Look;
            let own = look || matches!(deed, Permission::Report | Permission::Answer | Permission::Contact);
            assert!(may(OperatorDuty::Office, *deed, Some(OTHER)) && may(OperatorDuty::Office, *deed, None));
            assert_eq!(may(OperatorDuty::Reporter(OWN), *deed, Some(OWN)), own, "{deed:?}");
            assert_eq!(may(OperatorDuty::Reporter(OWN), *deed, Some(OTHER)), look, "{deed:?}");
            assert_eq!(may(OperatorDuty::Reporter(OWN), *deed, None), look, "{deed:?}");
            assert_eq!(may(OperatorDuty::Viewer, *deed, Some(OWN)), look, "{deed:?}");
        }
    }

    #[test]
    fn whoever_is_not_listed_is_the_office_until_an_office_is_listed() {
        let person = |name: &str, duty| Operator {
            name: name.to_owned(),
            display: format!("{name}同志"),
            duty,
            disabled: None,
            keys: Vec::new(),
        };
        let mut office = Office::default();
        assert_eq!(office.duty("root"), OperatorDuty::Office);
        office.operators.push(person("wang", OperatorDuty::Reporter(OWN)));
        assert_eq!(
            [office.duty("root"), office.duty("wang")],
            [OperatorDuty::Office, OperatorDuty::Reporter(OWN)]
        );
        office.operators.push(person("li", OperatorDuty::Office));
        assert_eq!([office.duty("root"), office.duty("li")], [OperatorDuty::Viewer, OperatorDuty::Office]);
        assert_eq!(office.who_may(Permission::Report, Some(OWN)), ["wang同志", "li同志"]);
        assert_eq!(office.who_may(Permission::Close, None), ["li同志"]);
        office.operators[1].disabled = Some(Date::ZERO);
        assert_eq!([office.duty("root"), office.duty("li")], [OperatorDuty::Office, OperatorDuty::Viewer]);
    }
}
