//! 联系人: whom one calls at a unit is written down.

use super::permit::act;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Contact, Deed, LINE_CHARS, OfficeFault, Permission};
use crate::plan::{Plan, UnitIx};
use crate::store::Writer;
use crate::text::{Lines, clean_input};

/// What is to be written down of a unit; what is left out stays, what is empty goes.
#[derive(Debug, Clone, Default)]
pub struct ContactChange {
    /// 分管领导.
    pub leader: Option<String>,
    /// 联络员.
    pub person: Option<String>,
    /// 电话.
    pub phone: Option<String>,
}

/// Writes it down.
///
/// # Errors
/// [`Error::Office`] where somebody may not or a text cannot be stored, or what the store says. Nothing is written then.
pub fn set_contact(
    writer: &mut Writer,
    plan: &Plan,
    unit: UnitIx,
    change: &ContactChange,
    by: &Actor,
    clock: Clock,
) -> Result<Contact, Error> {
    let code = plan.unit(unit).map(|u| u.code.clone()).unwrap_or_default();
    let [leader, person, phone] = [
        clean(change.leader.as_deref(), "leader")?,
        clean(change.person.as_deref(), "contact")?,
        clean(change.phone.as_deref(), "phone")?,
    ];
    let mut written = Contact::default();
    act(writer, Deed::Set, (Permission::Contact, Some(unit)), by, clock, |office, _| {
        let now = office.contact(unit).cloned().unwrap_or_default();
        written = Contact {
            leader: leader.unwrap_or(now.leader),
            person: person.unwrap_or(now.person),
            phone: phone.unwrap_or(now.phone),
        };
        Ok(vec![Act::Contact(unit, code.to_string(), written.clone())])
    })?;
    Ok(written)
}

/// A text of one line, which may be empty.
fn clean(typed: Option<&str>, name: &'static str) -> Result<Option<String>, Error> {
    let Some(typed) = typed else { return Ok(None) };
    let bad = || Error::Office(OfficeFault::BadText(name));
    let clean = clean_input(typed.trim(), Lines::One).map_err(|_| bad())?;
    if clean.chars().count() > LINE_CHARS { Err(bad()) } else { Ok(Some(clean)) }
}
