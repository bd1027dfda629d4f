//! What a list is narrowed to.

use crate::ledger::{Coded, Light, Review, Status};
use crate::plan::{GroupNo, Role, UnitIx};
use crate::strings::{Text, words};

use super::{Sort, TextFilter};

/// All conditions hold at once; none means everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Tasks of this group.
    pub group: Option<GroupNo>,
    /// Tasks in which this unit has a part. Status and percent are then that unit's; the light is the lead's.
    pub unit: Option<UnitIx>,
    /// Which part; says nothing without a unit.
    pub role: RoleFilter,
    /// Tasks with this status.
    pub status: Option<Status>,
    /// Tasks with these lights.
    pub light: LightFilter,
    /// Tasks with a number of the document that stands so.
    pub numbers: Option<NumberFilter>,
    /// Tasks whose report for the current period is not there.
    pub missing: bool,
    /// Tasks of which a unit's latest report stands so with the office: that of the unit asked for, else anybody's.
    pub review: Option<Review>,
    /// Tasks that mention a text.
    pub text: Option<TextFilter>,
    /// In which order the list stands.
    pub sort: Sort,
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How a number of the document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberFilter {
    /// Met by the latest value.
    Met,
    /// Not met by it.
    Missed,
    /// No value, or one that is not judged.
    Unknown,
    /// The document leaves the target open.
    Open,
}

impl Coded for NumberFilter {
    const ALL: &'static [Self] = &[Self::Met, Self::Missed, Self::Unknown, Self::Open];

    fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Unknown => "unknown",
            Self::Open => "open",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Met => words::MET,
            Self::Missed => words::MISSED,
            Self::Unknown => words::NO_VALUE,
            Self::Open => words::NO_TARGET,
        }
    }
}

/// Which part a unit must have in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RoleFilter {
    /// Any part.
    #[default]
    Any,
    /// Named in the bracket: leads or supports.
    Named,
    /// Leads.
    Lead,
    /// Supports.
    Support,
    /// Covered through a collective.
    Covered,
}

impl RoleFilter {
    /// Whether a part passes.
    #[must_use]
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Any => true,
            Self::Named => role != Role::Covered,
            Self::Lead => role == Role::Lead,
            Self::Support => role == Role::Support,
            Self::Covered => role == Role::Covered,
        }
    }

    /// The next one in the round that the screen's role key makes.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Any | Self::Named => Self::Lead,
            Self::Lead => Self::Support,
            Self::Support => Self::Covered,
            Self::Covered => Self::Any,
        }
    }
}

impl Coded for RoleFilter {
    const ALL: &'static [Self] = &[Self::Lead, Self::Support, Self::Covered, Self::Named, Self::Any];

    fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Named => "named",
            Self::Lead => "lead",
            Self::Support => "support",
            Self::Covered => "covered",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Any => words::ANY_ROLE,
            Self::Named => words::NAMED,
            Self::Lead => words::LEAD,
            Self::Support => words::SUPPORT,
            Self::Covered => words::COVERED,
        }
    }
}

/// Which lights pass; none named means all. One bit a light, in the order of [`Light`]'s table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LightFilter(u8);

impl LightFilter {
    /// These lights.
    #[must_use]
    pub fn of(lights: &[Light]) -> Self {
        Self(lights.iter().fold(0, |bits, l| bits | Self::bit(*l)))
    }

    /// The lights named, none for all.
    #[must_use]
    pub fn lights(self) -> Vec<Light> {
        Light::ALL.iter().copied().filter(|l| self.0 & Self::bit(*l) != 0).collect()
    }

    /// Whether a light passes.
    #[must_use]
    pub fn admits(self, light: Light) -> bool {
        self.0 == 0 || self.0 & Self::bit(light) != 0
    }

    /// The next one in the round that the screen's alarm key makes: red, red and yellow, grey, all.
    #[must_use]
    pub fn next(self) -> Self {
        let round: [&[Light]; 4] = [&[], &[Light::Red], &[Light::Red, Light::Yellow], &[Light::Grey]];
        let at = round.iter().position(|r| Self::of(r) == self).unwrap_or(0);
        round.get(at + 1).map_or_else(Self::default, |r| Self::of(r))
    }

    fn bit(light: Light) -> u8 {
        Light::ALL.iter().position(|l| *l == light).map_or(0, |place| 1 << place)
    }
}
