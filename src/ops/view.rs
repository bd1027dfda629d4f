//! 常用视图: the office keeps conditions under a number and a name.

use super::permit::act;
use super::said::wanted_line;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Deed, OWN_VIEWS, OfficeFault, Permission, View};
use crate::plan::Plan;
use crate::query::{Filter, Tongue, line};
use crate::store::Writer;

/// Most characters of a name: it stands in a menu.
const NAME_CHARS: usize = 20;

/// Keeps conditions under one of the office's own numbers, in the place of what was there.
///
/// # Errors
/// [`Error::Office`] where the number is none of the office's or the name is no name, or what the store says. Nothing
/// is written then.
pub fn save_view(
    writer: &mut Writer,
    plan: &Plan,
    (number, name): (u8, &str),
    filter: &Filter,
    by: &Actor,
    clock: Clock,
) -> Result<View, Error> {
    if !OWN_VIEWS.contains(&number) {
        return Err(Error::Office(OfficeFault::NotOwnView(number)));
    }
    let name = wanted_line(name, "name")?;
    if name.chars().count() > NAME_CHARS {
        return Err(Error::Office(OfficeFault::BadText("name")));
    }
    let view = View { number, name, line: Some(line(plan, filter, Tongue::Codes)) };
    let kept = view.clone();
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |_, _| Ok(vec![Act::View(kept)]))?;
    Ok(view)
}

/// Removes one of the office's own views.
///
/// # Errors
/// As [`save_view`], and where there is none under that number.
pub fn remove_view(writer: &mut Writer, number: u8, by: &Actor, clock: Clock) -> Result<(), Error> {
    if !OWN_VIEWS.contains(&number) {
        return Err(Error::Office(OfficeFault::NotOwnView(number)));
    }
    act(writer, Deed::Set, (Permission::Manage, None), by, clock, |office, _| {
        let kept = office.views.iter().find(|v| v.number == number && v.line.is_some());
        let kept = kept.ok_or_else(|| OfficeFault::NoView(number.to_string(), own(office)));
        let kept = kept.map_err(Error::Office)?;
        Ok(vec![Act::View(View { line: None, ..kept.clone() })])
    })?;
    Ok(())
}

fn own(office: &crate::ledger::Office) -> String {
    let kept = office.views.iter().filter(|v| v.line.is_some());
    kept.map(|v| format!("{} {}", v.number, v.name)).collect::<Vec<_>>().join(" ")
}
