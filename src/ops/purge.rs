//! 清除: what the record holds of an entry is taken out for good. The record says who did it, when and why.

use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, EntryId, NOTE_CHARS};
use crate::store::{Erased, Purge, Writer};
use crate::text::{Lines, clean_input};

/// Purges some records of entry `id`, or all of them where none are named and the entry is deleted.
///
/// # Errors
/// [`Error::StillLive`] and [`Error::IsNow`] where the ledger still says it, [`Error::NoVersion`], [`Error::Reason`],
/// or what the store says. Nothing is purged then.
pub fn purge(
    writer: &mut Writer,
    id: EntryId,
    records: &[i64],
    reason: &str,
    by: &Actor,
    clock: Clock,
) -> Result<Erased, Error> {
    let reason = stated(reason)?;
    writer.purge(id, &reason, by, clock.now(), |found| chosen(found, id, records))
}

/// The records that a purge would take, after the same rules.
///
/// # Errors
/// As [`purge`].
pub fn purgeable(writer: &mut Writer, id: EntryId, records: &[i64], reason: &str) -> Result<Vec<i64>, Error> {
    stated(reason)?;
    writer.purge_preview(id, |found| chosen(found, id, records))
}

fn stated(reason: &str) -> Result<String, Error> {
    let reason = clean_input(reason.trim(), Lines::One).map_err(|_| Error::Reason)?;
    if reason.is_empty() || reason.chars().count() > NOTE_CHARS { Err(Error::Reason) } else { Ok(reason) }
}

fn chosen(found: &Purge<'_>, id: EntryId, records: &[i64]) -> Result<Vec<i64>, Error> {
    let full = found.seqs();
    if records.is_empty() {
        return if found.is_live() { Err(Error::StillLive(id.0)) } else { Ok(full) };
    }
    for seq in records {
        if !found.has(*seq) {
            return Err(Error::NoVersion(id.0, *seq));
        }
        if found.is_live() && full.last() == Some(seq) {
            return Err(Error::IsNow(id.0, *seq));
        }
    }
    Ok(full.into_iter().filter(|seq| records.contains(seq)).collect())
}
