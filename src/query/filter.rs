//! What a list is narrowed to.

use std::collections::BTreeSet;

use crate::ledger::{Coded, Light, Status};
use crate::plan::{GroupNo, Role, TaskNo, UnitIx};
use crate::strings::{Text, words};

/// All conditions hold at once; none means everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Tasks of this group.
    pub group: Option<GroupNo>,
    /// Tasks in which this unit has a part. Status, percent and light are then that unit's.
    pub unit: Option<UnitIx>,
    /// Which part; says nothing without a unit.
    pub role: RoleFilter,
    /// Tasks with this status.
    pub status: Option<Status>,
    /// Tasks with these lights.
    pub light: LightFilter,
    /// Tasks that mention a text.
    pub text: Option<TextFilter>,
}

impl Filter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
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

/// Which lights pass; none named means all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LightFilter(&'static [Light]);

impl LightFilter {
    /// Red alone.
    pub const RED: Self = Self(&[Light::Red]);
    /// Red and yellow.
    pub const ALARM: Self = Self(&[Light::Red, Light::Yellow]);
    /// Grey alone: nothing reported.
    pub const GREY: Self = Self(&[Light::Grey]);

    /// The lights named, none for all.
    #[must_use]
    pub fn lights(self) -> &'static [Light] {
        self.0
    }

    /// One light.
    #[must_use]
    pub fn only(light: Light) -> Self {
        Self(Light::ALL.iter().position(|l| *l == light).and_then(|i| Light::ALL.get(i..=i)).unwrap_or(&[]))
    }

    /// Whether a light passes.
    #[must_use]
    pub fn admits(self, light: Light) -> bool {
        self.0.is_empty() || self.0.contains(&light)
    }

    /// The next one in the round that the screen's alarm key makes.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::RED => Self::ALARM,
            Self::ALARM => Self::GREY,
            Self::GREY => Self::default(),
            _ => Self::RED,
        }
    }
}

/// A text looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFilter {
    /// As typed.
    pub words: String,
    /// Tasks whose entries mention it; titles, bodies and units are looked at when rows are made.
    pub in_entries: BTreeSet<TaskNo>,
}
