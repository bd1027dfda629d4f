//! 签发通报: a bulletin is frozen under its number.

use super::permit::permit;
use super::said::{come, wanted, wanted_line};
use crate::clock::{Clock, Instant};
use crate::error::Error;
use crate::ledger::{Act, Actor, Deed, Issued, OfficeFault, Permission};
use crate::store::{Head, Writer};

/// Stores that a bulletin was issued, if the record is still the one that it tells: `head`.
///
/// # Errors
/// [`OfficeFault::IssuedAlready`] where the number is taken, [`OfficeFault::RecordMoved`] where somebody wrote meanwhile,
/// [`Error::Office`] for what else a rule refuses, or what the store says. Nothing is written then.
pub fn issue(
    writer: &mut Writer,
    issued: Issued,
    head: &Head,
    by: &Actor,
    clock: Clock,
) -> Result<Issued, Error> {
    let number = wanted_line(&issued.number, "number")?;
    let signed = wanted_line(&issued.signed, "signed")?;
    let next = if issued.next.trim().is_empty() { String::new() } else { wanted(&issued.next, "next")? };
    come(issued.on, clock)?;
    come(issued.as_of, clock)?;
    let issued = Issued { number, signed, next, head: head.to_string(), ..issued };
    // Later than all that it tells, so that its moment parts the one from the other.
    let at = clock.now().max(Instant(issued.known_at.0 + 1));
    let stored = issued.clone();
    writer.act(Deed::Issue, by, at, |office, now| {
        permit(office, by, Permission::Issue, None)?;
        if let Some(other) = office.issued.iter().find(|i| i.is_number(&stored.number)) {
            return Err(Error::Office(OfficeFault::IssuedAlready(other.number.clone(), other.on)));
        }
        if now.head()? != *head {
            return Err(Error::Office(OfficeFault::RecordMoved));
        }
        Ok(vec![Act::Bulletin(office.issued.len() + 1, stored)])
    })?;
    Ok(issued)
}
