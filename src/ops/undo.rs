//! 撤销 and 恢复: one's own last change is taken back, and brought again. Both are new rows of the record.

use super::edit::stale;
use super::permit::{on_saving, permit};
use super::rules;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Action, Actor, Change, Entry, OperatorDuty, Permission, Revision, changed};
use crate::plan::Plan;
use crate::store::{Decision, Found, Reader, Writer};

/// The last change of this operator that was not taken back, from whichever session; `None` where there is none.
/// [`undo`] leads from its `after` to its `before`.
///
/// # Errors
/// What the store says.
pub fn undo_preview(reader: &Reader, by: &Actor) -> Result<Option<Change>, Error> {
    Ok(reader.last_change(&by.name)?)
}

/// The last taking back of this operator that nothing new followed; `None` where there is none. [`redo`] leads
/// from its `after` to its `before`.
///
/// # Errors
/// What the store says.
pub fn redo_preview(reader: &Reader, by: &Actor) -> Result<Option<Change>, Error> {
    Ok(reader.last_undo(&by.name)?)
}

/// Takes a previewed change back and returns the entry as it then stands, `None` where it is gone.
///
/// # Errors
/// [`Error::Stale`] where the entry is no longer as the change left it, or what the store says. Nothing is changed
/// then.
pub fn undo(
    writer: &mut Writer,
    plan: &Plan,
    change: &Change,
    by: &Actor,
    clock: Clock,
) -> Result<Option<Entry>, Error> {
    reverse(writer, plan, change, Action::Undo, by, clock)
}

/// Brings a previewed taking back again, likewise.
///
/// # Errors
/// As [`undo`].
pub fn redo(
    writer: &mut Writer,
    plan: &Plan,
    change: &Change,
    by: &Actor,
    clock: Clock,
) -> Result<Option<Entry>, Error> {
    reverse(writer, plan, change, Action::Redo, by, clock)
}

fn reverse(
    writer: &mut Writer,
    plan: &Plan,
    change: &Change,
    action: Action,
    by: &Actor,
    clock: Clock,
) -> Result<Option<Entry>, Error> {
    writer.change(change.id, by, clock.now(), |found| {
        if found.is_undone(change.seq)? || !is_as_left(found, change) {
            let base = change.after.as_ref().map_or(Revision(0), |e| e.revision);
            return Err(stale(found, change.id, base));
        }
        let unit = change.before.as_ref().or(change.after.as_ref()).map(|e| e.unit);
        let duty = permit(&found.office()?, by, Permission::Report, unit)?;
        match &change.before {
            None => Ok(Decision::Remove(action, Some(change.seq))),
            Some(before) => {
                let new = rules::checked(plan, found, before.as_new(), duty, clock.today())?;
                // A unit cannot bring the office's word back by taking its own words back.
                let review =
                    if duty == OperatorDuty::Office { before.review.clone() } else { on_saving(duty) };
                Ok(Decision::Put { action, new: Box::new(new), review, undoes: Some(change.seq) })
            }
        }
    })
}

/// Whether the entry still says what the change made it say.
fn is_as_left(found: &Found<'_>, change: &Change) -> bool {
    match (found.entry(), &change.after) {
        (Some(now), Some(after)) => {
            now.review == after.review && changed(&now.as_new(), &after.as_new()).is_empty()
        }
        (None, None) => true,
        _ => false,
    }
}
