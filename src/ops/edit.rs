//! 修改: an entry is written again, and what somebody else changed meanwhile is taken along.

use super::limit;
use super::permit::{on_saving, permit};
use super::rules;
use crate::clock::Clock;
use crate::error::{Error, Stale};
use crate::ledger::{
    Action, Actor, Conflict, Edited, Entry, EntryId, Field, NewEntry, Permission, Revision, changed, merge,
};
use crate::plan::Plan;
use crate::store::{Decision, Found, Writer};

/// Writes entry `id` anew. `base` is the revision that the writer began from; where the stored one is newer, fields
/// that only one side changed go together by themselves. An entry stays with its task and unit.
///
/// # Errors
/// [`Error::Conflict`] where both changed a field to different things, [`Error::Gone`] where it was deleted, the
/// rule that it breaks, or what the store says. Nothing is written then.
pub fn edit(
    writer: &mut Writer,
    plan: &Plan,
    id: EntryId,
    base: Revision,
    new: NewEntry,
    by: &Actor,
    clock: Clock,
) -> Result<Edited, Error> {
    let today = clock.today();
    let mine = new.cleaned(today).map_err(|(field, fault)| Error::Field(field, fault, today))?;
    let mut merged = Vec::new();
    let entry = writer.change(id, by, clock.now(), |found| {
        let (new, along) = settle(found, id, base, mine)?;
        merged = along;
        decide(plan, found, id, new, Action::Edit, by, clock)
    })?;
    entry.map(|entry| Edited { entry, merged }).ok_or(Error::UnknownEntry(id.0))
}

/// Writes several entries anew, all or none: each from the revision that the writer began from. Each is taken back by
/// itself.
///
/// # Errors
/// As [`edit`], of the first that is refused.
pub fn edit_all(
    writer: &mut Writer,
    plan: &Plan,
    all: Vec<(EntryId, Revision, NewEntry)>,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let all = all.into_iter().map(|(id, base, new)| (id, (base, new)));
    writer.change_all(by, clock.now(), all, |found, id, (base, new)| {
        let (new, _) = settle(found, id, base, new)?;
        decide(plan, found, id, new, Action::Edit, by, clock)
    })?;
    Ok(())
}

/// Brings an earlier version of entry `id` back: an edit to what row `seq` of the record left.
///
/// # Errors
/// As [`edit`], and [`Error::NoVersion`] where the record has no such version of it.
pub fn restore(
    writer: &mut Writer,
    plan: &Plan,
    id: EntryId,
    base: Revision,
    seq: i64,
    by: &Actor,
    clock: Clock,
) -> Result<Edited, Error> {
    let mut merged = Vec::new();
    let entry = writer.change(id, by, clock.now(), |found| {
        let earlier = found.at_seq(seq)?.ok_or(Error::NoVersion(id.0, seq))?;
        let (new, along) = settle(found, id, base, earlier.as_new())?;
        merged = along;
        decide(plan, found, id, new, Action::Restore, by, clock)
    })?;
    entry.map(|entry| Edited { entry, merged }).ok_or(Error::UnknownEntry(id.0))
}

/// The stored entry, if it is still there.
pub(super) fn live<'f>(found: &'f Found<'_>, id: EntryId) -> Result<&'f Entry, Error> {
    found.entry().ok_or_else(|| {
        let (by, at) = found.last_written();
        Error::Gone { id, by, at }
    })
}

/// What is told to somebody whose knowledge of the entry is no longer true.
pub(super) fn stale(found: &Found<'_>, id: EntryId, base: Revision) -> Error {
    let (by, at) = found.last_written();
    let stored = found.revision().unwrap_or(base);
    Error::Stale(Box::new(Stale { id, base, stored, by, at }))
}

/// Mine together with what others changed since `base`, and which fields those are.
fn settle(
    found: &Found<'_>,
    id: EntryId,
    base: Revision,
    mine: NewEntry,
) -> Result<(NewEntry, Vec<Field>), Error> {
    let theirs = live(found, id)?;
    if (mine.task, mine.unit) != (theirs.task, theirs.unit) {
        return Err(Error::OtherPair(id.0));
    }
    if theirs.revision == base {
        return Ok((mine, Vec::new()));
    }
    let began = found.at_revision(base)?.ok_or_else(|| stale(found, id, base))?;
    let both = merge(&began.as_new(), &theirs.as_new(), &mine);
    if both.conflicts.is_empty() {
        return Ok((both.merged, both.theirs));
    }
    let (theirs_by, theirs_at) = found.last_written();
    let (theirs, parts, merged) = (theirs.clone(), both.conflicts, both.merged);
    Err(Error::Conflict(Box::new(Conflict {
        base: began,
        theirs,
        theirs_by,
        theirs_at,
        mine,
        parts,
        merged,
    })))
}

fn decide(
    plan: &Plan,
    found: &Found<'_>,
    id: EntryId,
    new: NewEntry,
    action: Action,
    by: &Actor,
    clock: Clock,
) -> Result<Decision, Error> {
    let office = found.office()?;
    let duty = permit(&office, by, Permission::Report, Some(new.unit))?;
    if changed(&live(found, id)?.as_new(), &new).is_empty() {
        return Ok(Decision::Nothing);
    }
    let new = rules::checked(plan, found, new, duty, clock.today())?;
    limit::within(found, &office, &new, by, clock.now())?;
    Ok(Decision::Put { action, new: Box::new(new), review: on_saving(duty), undoes: None })
}
