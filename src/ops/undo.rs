//! 撤销 and 恢复: one's own last change is taken back, and brought again. Both are new rows of the record.

use super::edit::stale;
use super::permit::{on_saving, permit};
use super::rules;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Action, Actor, Change, Entry, EntryId, OperatorDuty, Permission, Revision, changed};
use crate::plan::Plan;
use crate::store::{Decision, Found, Reader, StoreError, Writer};

/// The last change of this operator that was not taken back, from whichever session; `None` where there is none.
/// [`undo`] leads from its `after` to its `before`.
///
/// # Errors
/// What the store says.
pub fn undo_preview(reader: &Reader, by: &Actor) -> Result<Option<Change>, Error> {
    Ok(reader.last_changes(&by.name, 1)?.pop())
}

/// The last taking back of this operator that nothing new followed; `None` where there is none. [`redo`] leads
/// from its `after` to its `before`.
///
/// # Errors
/// What the store says.
pub fn redo_preview(reader: &Reader, by: &Actor) -> Result<Option<Change>, Error> {
    Ok(reader.last_undos(&by.name, 1)?.pop())
}

/// The same as [`undo_preview`], with all that was done to these reports at once where that was the last.
///
/// # Errors
/// What the store says.
pub fn undo_together(reader: &Reader, by: &Actor, ids: &[EntryId]) -> Result<Vec<Change>, Error> {
    if let Some(all) = all_of(reader.last_changes(&by.name, ids.len()), ids) {
        return Ok(all);
    }
    Ok(undo_preview(reader, by)?.into_iter().collect())
}

/// The same as [`redo_preview`], likewise.
///
/// # Errors
/// What the store says.
pub fn redo_together(reader: &Reader, by: &Actor, ids: &[EntryId]) -> Result<Vec<Change>, Error> {
    if let Some(all) = all_of(reader.last_undos(&by.name, ids.len()), ids) {
        return Ok(all);
    }
    Ok(redo_preview(reader, by)?.into_iter().collect())
}

/// These changes, if there are several and each report is changed by one of them.
fn all_of(changes: Result<Vec<Change>, StoreError>, ids: &[EntryId]) -> Option<Vec<Change>> {
    let changes = changes.ok().filter(|all| all.len() > 1 && all.len() == ids.len())?;
    ids.iter().all(|id| changes.iter().any(|c| c.id == *id)).then_some(changes)
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
    undo_all(writer, plan, std::slice::from_ref(change), by, clock).map(|mut all| all.pop().flatten())
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
    redo_all(writer, plan, std::slice::from_ref(change), by, clock).map(|mut all| all.pop().flatten())
}

/// Takes several previewed changes back, all or none.
///
/// # Errors
/// As [`undo`], of the first that is refused.
pub fn undo_all(
    writer: &mut Writer,
    plan: &Plan,
    changes: &[Change],
    by: &Actor,
    clock: Clock,
) -> Result<Vec<Option<Entry>>, Error> {
    reverse(writer, plan, changes, Action::Undo, by, clock)
}

/// Brings several previewed takings back again, all or none.
///
/// # Errors
/// As [`undo`], of the first that is refused.
pub fn redo_all(
    writer: &mut Writer,
    plan: &Plan,
    changes: &[Change],
    by: &Actor,
    clock: Clock,
) -> Result<Vec<Option<Entry>>, Error> {
    reverse(writer, plan, changes, Action::Redo, by, clock)
}

fn reverse(
    writer: &mut Writer,
    plan: &Plan,
    changes: &[Change],
    action: Action,
    by: &Actor,
    clock: Clock,
) -> Result<Vec<Option<Entry>>, Error> {
    let all = changes.iter().map(|change| (change.id, change));
    writer
        .change_all(by, clock.now(), all, |found, _, change| reversed(plan, found, change, action, by, clock))
}

fn reversed(
    plan: &Plan,
    found: &Found<'_>,
    change: &Change,
    action: Action,
    by: &Actor,
    clock: Clock,
) -> Result<Decision, Error> {
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
            let review = if duty == OperatorDuty::Office { before.review.clone() } else { on_saving(duty) };
            Ok(Decision::Put { action, new: Box::new(new), review, undoes: Some(change.seq) })
        }
    }
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
