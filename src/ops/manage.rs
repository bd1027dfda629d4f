//! The office's settings, and who may do what.

use jiff::civil::Date;

use super::permit::act;
use super::said::{come, wanted_line};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Deed, OfficeFault, Operator, Permission, Setting};
use crate::plan::Plan;
use crate::store::Writer;

/// Most characters in the name of a system account.
const NAME_BYTES: usize = 32;

/// Sets a setting.
///
/// # Errors
/// [`Error::Office`] with what would be right, or what the store says. Nothing is written then.
pub fn set(
    writer: &mut Writer,
    plan: &Plan,
    setting: Setting,
    value: &str,
    by: &Actor,
    clock: Clock,
) -> Result<String, Error> {
    let mut stored = String::new();
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |office, _| {
        let mut settings = office.settings.clone();
        let fault = |fault| Error::Office(OfficeFault::Setting(setting, value.to_owned(), fault));
        settings.set(plan, setting, value).map_err(fault)?;
        stored = settings.get(plan, setting);
        Ok(vec![Act::Setting(setting, stored.clone())])
    })?;
    Ok(stored)
}

/// Lists somebody, or lists them anew; their keys stay.
///
/// # Errors
/// As [`set`].
pub fn list_operator(writer: &mut Writer, operator: Operator, by: &Actor, clock: Clock) -> Result<(), Error> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if operator.name.is_empty() || operator.name.len() > NAME_BYTES || !operator.name.chars().all(plain) {
        return Err(Error::Office(OfficeFault::BadName(operator.name)));
    }
    let operator = Operator { display: wanted_line(&operator.display, "display")?, ..operator };
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |office, _| {
        let before = office.operators.iter().find(|o| o.name == operator.name);
        let keys = before.map(|o| o.keys.clone()).unwrap_or_default();
        Ok(vec![Act::Operator(Operator { keys, ..operator })])
    })?;
    Ok(())
}

/// Lets somebody do nothing any more but look.
///
/// # Errors
/// As [`set`].
pub fn disable_operator(
    writer: &mut Writer,
    name: &str,
    on: Date,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let on = come(on, clock)?;
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |office, _| {
        let found = office.operators.iter().find(|o| o.name == name);
        let found = found.ok_or_else(|| Error::Office(OfficeFault::NoOperator(name.to_owned())))?;
        Ok(vec![Act::Operator(Operator { disabled: Some(on), ..found.clone() })])
    })?;
    Ok(())
}
