//! The plan: units, indicators with their latest values, the document itself.

use serde::Serialize;

use crate::ledger::{Office, judge};
use crate::plan::{Assignment, Binding, Due, Indicator, Kind, Plan, Role, Target, Unit, UnitIx, Words};
use crate::store::Snapshot;

/// One unit in a bracket.
#[derive(Serialize)]
pub(in crate::cli) struct AssignmentRow<'a> {
    unit: &'a str,
    role: &'static str,
    as_written: &'a str,
}

/// An element of `units`.
#[derive(Serialize)]
pub(in crate::cli) struct UnitRow<'a> {
    name: &'a str,
    kind: &'static str,
    aliases: &'a [Words],
    /// `null` where the document does not say who the members are.
    members: Option<Vec<&'a str>>,
    leads: Vec<u16>,
    supports: Vec<u16>,
    covered: Vec<u16>,
    contact: Option<ContactRow<'a>>,
}

/// Whom one calls at a unit; what is not known is empty.
#[derive(Serialize)]
pub(in crate::cli) struct ContactRow<'a> {
    leader: &'a str,
    name: &'a str,
    phone: &'a str,
}

/// An element of `indicators`.
#[derive(Serialize)]
pub(in crate::cli) struct IndicatorRow<'a> {
    id: &'a str,
    task: Option<u16>,
    name: &'a str,
    comparator: &'static str,
    target: Option<String>,
    unit: &'a str,
    due: Option<String>,
    binding: &'static str,
    quote: &'a str,
    value: Option<String>,
    met: Option<bool>,
}

impl IndicatorRow<'_> {
    /// The same for a spreadsheet.
    pub(in crate::cli) fn sheet(self) -> Vec<String> {
        let met = self.met.map(|met| met.to_string()).unwrap_or_default();
        let (target, value, due) =
            (self.target.unwrap_or_default(), self.value.unwrap_or_default(), self.due.unwrap_or_default());
        let [id, comparator, unit, binding, name] =
            [self.id, self.comparator, self.unit, self.binding, self.name].map(str::to_owned);
        vec![id, comparator, target, unit, value, met, binding, due, name]
    }
}

/// `plan`.
#[derive(Serialize)]
pub(in crate::cli) struct PlanCard<'a> {
    title: &'a str,
    doc_no: &'a str,
    index_no: &'a str,
    issuer: &'a str,
    dated: String,
    published: String,
    groups: Vec<GroupRow<'a>>,
}

/// A group of `plan`.
#[derive(Serialize)]
pub(in crate::cli) struct GroupRow<'a> {
    no: u16,
    numeral: &'a str,
    title: &'a str,
    tasks: Vec<u16>,
}

pub(in crate::cli) const fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Support => "support",
        Role::Covered => "covered",
    }
}

pub(in crate::cli) const fn binding(binding: Binding) -> &'static str {
    match binding {
        Binding::Firm => "firm",
        Binding::Strive => "strive",
        Binding::Promote => "promote",
    }
}

/// A date, `yearly-03-31` for a day that comes back every year, `every-year`, `every-term`.
pub(in crate::cli) fn due(due: Due) -> Option<String> {
    match due {
        Due::None => None,
        Due::On(day) | Due::Horizon(day) => Some(day.to_string()),
        Due::YearlyBy { month, day } => Some(format!("yearly-{month:02}-{day:02}")),
        Due::EveryYear => Some("every-year".to_owned()),
        Due::EveryTerm => Some("every-term".to_owned()),
    }
}

/// The number as the document writes it, `yes` for what is done or not done, nothing where it is left open.
pub(in crate::cli) fn target(target: &Target) -> Option<String> {
    match target {
        Target::Number(number) => Some(number.to_string()),
        Target::Yes => Some("yes".to_owned()),
        Target::Unknown => None,
    }
}

pub(super) fn assignment_row<'a>(plan: &'a Plan, a: &'a Assignment) -> AssignmentRow<'a> {
    AssignmentRow { unit: plan.unit_name(a.unit), role: role(a.role), as_written: &a.as_written }
}

/// Whom one calls at a unit, if anything of that is known.
pub(in crate::cli) fn contact_row(office: &Office, unit: UnitIx) -> Option<ContactRow<'_>> {
    let known = office.contact(unit)?;
    Some(ContactRow { leader: &known.leader, name: &known.person, phone: &known.phone })
}

pub(in crate::cli) fn unit_row<'a>(plan: &'a Plan, office: &'a Office, ix: UnitIx) -> Option<UnitRow<'a>> {
    let unit: &Unit = plan.unit(ix)?;
    let tasks =
        |wanted| plan.tasks.iter().filter(|t| plan.role(t, ix) == Some(wanted)).map(|t| t.no.0).collect();
    let (kind, members) = match &unit.kind {
        Kind::Named => ("named", Some(Vec::new())),
        Kind::Collective(members) => {
            ("collective", members.as_ref().map(|m| m.iter().map(|u| plan.unit_name(*u)).collect()))
        }
    };
    Some(UnitRow {
        name: &unit.name,
        kind,
        aliases: &unit.aliases,
        members,
        leads: tasks(Role::Lead),
        supports: tasks(Role::Support),
        covered: tasks(Role::Covered),
        contact: contact_row(office, ix),
    })
}

pub(in crate::cli) fn indicator_row<'a>(snapshot: &Snapshot, indicator: &'a Indicator) -> IndicatorRow<'a> {
    let value = snapshot.readings.get(indicator.id.as_str()).map(|(reading, _, _)| &reading.value);
    IndicatorRow {
        id: &indicator.id,
        task: indicator.task.map(|t| t.0),
        name: &indicator.name,
        comparator: indicator.comparator.sign(),
        target: target(&indicator.target),
        unit: &indicator.measure,
        due: due(indicator.due),
        binding: binding(indicator.binding),
        quote: &indicator.quote,
        value: value.map(ToString::to_string),
        met: value.and_then(|v| judge(&snapshot.plan, indicator, v).met()),
    }
}

pub(in crate::cli) fn plan_card(plan: &Plan) -> PlanCard<'_> {
    let groups = plan.groups.iter().map(|g| GroupRow {
        no: g.no.0,
        numeral: &g.numeral,
        title: &g.title,
        tasks: plan.tasks.iter().filter(|t| t.group == g.no).map(|t| t.no.0).collect(),
    });
    PlanCard {
        title: &plan.document.title,
        doc_no: &plan.document.doc_no,
        index_no: &plan.document.index_no,
        issuer: &plan.document.issuer,
        dated: plan.document.dated.to_string(),
        published: plan.document.published.to_string(),
        groups: groups.collect(),
    }
}
