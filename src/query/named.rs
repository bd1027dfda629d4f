//! Several units as typed, for whatever is sent to several.

use super::find_unit_to_write;
use crate::error::Error;
use crate::plan::{Kind, Plan, TaskNo, UnitIx};
use crate::query::find_task;
use crate::strings::{Lang, desk};

/// What stands between commas of either kind.
pub fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty())
}

/// Several units, each once, in the order of the document. A collective stands for its members, if the document
/// says who they are: it does nothing itself.
///
/// # Errors
/// As [`find_unit_to_write`], and where a collective has no members.
pub fn find_units(plan: &Plan, typed: &str, lang: Lang) -> Result<Vec<UnitIx>, Error> {
    let mut units = Vec::new();
    for part in parts(typed) {
        let unit = find_unit_to_write(plan, part, lang)?;
        match plan.unit(unit).map(|u| &u.kind) {
            Some(Kind::Collective(Some(members))) => units.extend(members),
            Some(Kind::Collective(None)) => return Err(not_one(plan, unit)),
            Some(Kind::Named) | None => units.push(unit),
        }
    }
    units.sort_unstable();
    units.dedup();
    Ok(units)
}

/// Several tasks, each once, in the order of the document.
///
/// # Errors
/// As [`find_task`].
pub fn find_tasks(plan: &Plan, typed: &str) -> Result<Vec<TaskNo>, Error> {
    let mut tasks: Vec<TaskNo> =
        parts(typed).map(|part| find_task(plan, part).map(|t| t.no)).collect::<Result<_, _>>()?;
    tasks.sort_unstable();
    tasks.dedup();
    Ok(tasks)
}

/// A unit that does things itself: no collective.
///
/// # Errors
/// As [`find_units`].
pub fn find_one_unit(plan: &Plan, typed: &str, lang: Lang) -> Result<UnitIx, Error> {
    let unit = find_unit_to_write(plan, typed, lang)?;
    let named = plan.unit(unit).is_some_and(|u| u.kind == Kind::Named);
    if named { Ok(unit) } else { Err(not_one(plan, unit)) }
}

fn not_one(plan: &Plan, unit: UnitIx) -> Error {
    Error::Usage(desk::NOT_ONE_UNIT, plan.unit_name(unit).to_owned(), String::new())
}
