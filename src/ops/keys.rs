//! The keys that operators log in with.

use super::permit::act;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Deed, Office, OfficeFault, Operator, OperatorKey, Permission, PublicKey};
use crate::store::Writer;

/// Most keys of one operator.
const MOST: usize = 20;

/// Adds a key, as the line of a `.pub` file, to an operator's. One key is one person's.
///
/// # Errors
/// [`Error::Office`] with what is wrong, or what the store says. Nothing is written then.
pub fn add_key(
    writer: &mut Writer,
    name: &str,
    line: &str,
    by: &Actor,
    clock: Clock,
) -> Result<OperatorKey, Error> {
    let (key, note) = PublicKey::line(line).map_err(|fault| Error::Office(OfficeFault::Key(fault)))?;
    let added = OperatorKey { key, note, added: clock.today() };
    let new = added.clone();
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |office, _| {
        let mut operator = listed(office, name)?.clone();
        let has = |o: &&Operator| o.keys.iter().any(|k| k.key == new.key);
        if let Some(owner) = office.operators.iter().find(has) {
            let fault = OfficeFault::KeyTaken(new.key.fingerprint(), owner.name.clone());
            return Err(Error::Office(fault));
        }
        if operator.keys.len() >= MOST {
            return Err(Error::Office(OfficeFault::ManyKeys(MOST)));
        }
        operator.keys.push(new);
        Ok(vec![Act::Operator(operator)])
    })?;
    Ok(added)
}

/// Takes a key away: the one of this number, or whose fingerprint begins so.
///
/// # Errors
/// As [`add_key`].
pub fn remove_key(
    writer: &mut Writer,
    name: &str,
    which: &str,
    by: &Actor,
    clock: Clock,
) -> Result<OperatorKey, Error> {
    let mut removed = None;
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |office, _| {
        let mut operator = listed(office, name)?.clone();
        let at = place(&operator.keys, which.trim());
        let no_key = || Error::Office(OfficeFault::NoKey(name.to_owned(), which.to_owned()));
        let at = at.filter(|at| *at < operator.keys.len()).ok_or_else(no_key)?;
        removed = Some(operator.keys.remove(at));
        Ok(vec![Act::Operator(operator)])
    })?;
    removed.ok_or_else(|| Error::Office(OfficeFault::NoKey(name.to_owned(), which.to_owned())))
}

fn listed<'o>(office: &'o Office, name: &str) -> Result<&'o Operator, Error> {
    let found = office.operators.iter().find(|o| o.name == name);
    found.ok_or_else(|| Error::Office(OfficeFault::NoOperator(name.to_owned())))
}

/// Where a key stands, by its number from 1 or the beginning of its fingerprint, which must fit it alone.
fn place(keys: &[OperatorKey], which: &str) -> Option<usize> {
    if let Ok(number) = which.parse::<usize>() {
        return number.checked_sub(1);
    }
    let prefix = which.strip_prefix("SHA256:").filter(|p| !p.is_empty())?;
    let fits = |key: &OperatorKey| key.key.fingerprint().trim_start_matches("SHA256:").starts_with(prefix);
    let mut fitting = keys.iter().enumerate().filter(|(_, key)| fits(key)).map(|(at, _)| at);
    fitting.next().filter(|_| fitting.next().is_none())
}
