//! Counts beside the choices of a filter. Each counts what one would see after choosing it, with the other
//! conditions left as they are.

use super::{Filter, RoleFilter, Sort, rows, tasks};
use crate::ledger::{Coded, Light};
use crate::plan::{GroupNo, Plan, Role, TaskNo, UnitIx};
use crate::store::Snapshot;
use crate::strings::Lang;

/// How many tasks show each light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LightCounts([usize; 6]);

impl LightCounts {
    /// How many show this light.
    #[must_use]
    pub fn of(&self, light: Light) -> usize {
        Light::ALL.iter().position(|l| *l == light).and_then(|i| self.0.get(i)).copied().unwrap_or(0)
    }

    /// How many in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }
}

/// How many tasks show each light; each task counts once.
#[must_use]
pub fn light_counts(snapshot: &Snapshot, filter: &Filter) -> LightCounts {
    let mut counts = LightCounts::default();
    for row in rows(snapshot, filter, Sort::Task) {
        let place = Light::ALL.iter().position(|l| *l == row.light);
        if let Some(count) = place.and_then(|i| counts.0.get_mut(i)) {
            *count += 1;
        }
    }
    counts
}

/// What changed from one count to another: `红+1 绿-2`; empty where nothing did.
#[must_use]
pub fn light_changes(now: &LightCounts, before: &LightCounts, lang: Lang) -> String {
    let each = Light::ALL.iter().filter_map(|light| {
        let (new, old) = (now.of(*light), before.of(*light));
        let sign = match new.cmp(&old) {
            std::cmp::Ordering::Equal => return None,
            std::cmp::Ordering::Greater => '+',
            std::cmp::Ordering::Less => '-',
        };
        Some(format!("{}{sign}{}", light.word().say(lang), new.abs_diff(old)))
    });
    each.collect::<Vec<_>>().join(" ")
}

/// A task whose light is another than it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turned {
    /// Which.
    pub task: TaskNo,
    /// What it showed.
    pub from: Light,
    /// What it shows.
    pub to: Light,
}

/// The tasks whose light is another than it was, in the document's order.
#[must_use]
pub fn turned(now: &Snapshot, before: &Snapshot) -> Vec<Turned> {
    let all = |snapshot| rows(snapshot, &Filter::default(), Sort::Task);
    let old = all(before);
    let each = all(now).into_iter().filter_map(|row| {
        let from = old.iter().find(|o| o.task.no == row.task.no)?.light;
        (from != row.light).then_some(Turned { task: row.task.no, from, to: row.light })
    });
    each.collect()
}

/// In how many tasks a unit has which part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitCount {
    /// The unit.
    pub unit: UnitIx,
    /// Tasks it leads.
    pub leads: usize,
    /// Tasks it supports.
    pub supports: usize,
    /// Tasks that cover it through a collective.
    pub covered: usize,
}

impl UnitCount {
    /// Tasks in which it has any part.
    #[must_use]
    pub fn total(&self) -> usize {
        self.leads + self.supports + self.covered
    }
}

/// The counts beside every choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// Without a group.
    pub all: usize,
    /// With each group.
    pub groups: Vec<(GroupNo, usize)>,
    /// With each unit: those that lead anywhere first, each half in the plan's order.
    pub units: Vec<UnitCount>,
}

/// The counts beside every choice, under a filter.
#[must_use]
pub fn facets(snapshot: &Snapshot, filter: &Filter) -> Facets {
    let groups = group_counts(snapshot, filter);
    Facets { all: groups.iter().map(|(_, tasks)| tasks).sum(), groups, units: unit_facets(snapshot, filter) }
}

/// How many tasks one would see of each group.
#[must_use]
pub fn group_counts(snapshot: &Snapshot, filter: &Filter) -> Vec<(GroupNo, usize)> {
    let ungrouped = tasks(snapshot, &Filter { group: None, ..filter.clone() });
    let of = |no| ungrouped.iter().filter(|t| t.group == no).count();
    snapshot.plan.groups.iter().map(|g| (g.no, of(g.no))).collect()
}

fn unit_facets(snapshot: &Snapshot, filter: &Filter) -> Vec<UnitCount> {
    let plan = &snapshot.plan;
    let mut counts: Vec<UnitCount> = plan
        .units()
        .map(|(unit, _)| {
            let chosen = Filter { unit: Some(unit), role: RoleFilter::Any, ..filter.clone() };
            let seen = tasks(snapshot, &chosen);
            let part = |role| seen.iter().filter(|t| plan.role(t, unit) == Some(role)).count();
            UnitCount {
                unit,
                leads: part(Role::Lead),
                supports: part(Role::Support),
                covered: part(Role::Covered),
            }
        })
        .collect();
    counts.sort_by_key(|c| !leads_anywhere(plan, c.unit));
    counts
}

fn leads_anywhere(plan: &Plan, unit: UnitIx) -> bool {
    plan.tasks.iter().any(|t| t.lead() == Some(unit))
}

/// The part of every unit in the plan, without any filter, in the plan's order.
#[must_use]
pub fn unit_counts(plan: &Plan) -> Vec<UnitCount> {
    let part = |unit, role| plan.tasks.iter().filter(|t| plan.role(t, unit) == Some(role)).count();
    plan.units()
        .map(|(unit, _)| UnitCount {
            unit,
            leads: part(unit, Role::Lead),
            supports: part(unit, Role::Support),
            covered: part(unit, Role::Covered),
        })
        .collect()
}
