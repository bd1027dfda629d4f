//! 删除: an entry is taken out of the ledger. The record keeps it.

use super::edit::{live, stale};
use super::permit::permit;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Action, Actor, Entry, EntryId, Permission, Revision};
use crate::store::{Decision, Writer};

/// Deletes entry `id` as it was at revision `base`, and returns what was deleted.
///
/// # Errors
/// [`Error::Stale`] where somebody changed it since, [`Error::Gone`] where it was deleted already, or what the
/// store says. Nothing is changed then.
pub fn delete(
    writer: &mut Writer,
    id: EntryId,
    base: Revision,
    by: &Actor,
    clock: Clock,
) -> Result<Entry, Error> {
    let mut deleted = None;
    writer.change(id, by, clock.now(), |found| {
        let entry = live(found, id)?;
        permit(&found.office()?, by, Permission::Report, Some(entry.unit))?;
        if entry.revision != base {
            return Err(stale(found, id, base));
        }
        deleted = Some(entry.clone());
        Ok(Decision::Remove(Action::Delete, None))
    })?;
    deleted.ok_or(Error::UnknownEntry(id.0))
}
