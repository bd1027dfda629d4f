//! How much somebody who came through the gate may write: the office's limits, asked inside the turn that writes.
//! A report of a sheet counts as one that is typed.

use crate::clock::Instant;
use crate::error::Error;
use crate::ledger::{Actor, GateFault, Limit, NewEntry, Office, Way};
use crate::store::Found;

/// The spans for which reports are counted, in milliseconds.
const SPANS: [(Limit, i64); 2] = [(Limit::EntriesMinute, 60_000), (Limit::EntriesDay, 86_400_000)];

/// Refuses a report that is too long, or one too many.
pub(super) fn within(
    found: &Found<'_>,
    office: &Office,
    new: &NewEntry,
    by: &Actor,
    now: Instant,
) -> Result<(), Error> {
    in_length(office, new, by)?;
    in_number(found, office, 1, by, now)
}

/// Refuses a report that is too long.
pub(super) fn in_length(office: &Office, new: &NewEntry, by: &Actor) -> Result<(), Error> {
    let chars = [&new.progress, &new.problems, &new.next_steps].map(|text| text.chars().count()).iter().sum();
    let most = office.settings.limits.most(Limit::EntryChars);
    match most.filter(|most| by.way != Way::Local && chars > *most) {
        Some(most) => Err(Error::Gate(GateFault::EntryLong(chars, most))),
        None => Ok(()),
    }
}

/// Refuses so many reports more, if that is too many.
pub(super) fn in_number(
    found: &Found<'_>,
    office: &Office,
    many: usize,
    by: &Actor,
    now: Instant,
) -> Result<(), Error> {
    if by.way == Way::Local {
        return Ok(());
    }
    for (limit, span) in SPANS {
        let Some(most) = office.settings.limits.most(limit) else { continue };
        if found.written_since(&by.name, Instant(now.0 - span), most)?.saturating_add(many) > most {
            return Err(Error::Gate(GateFault::Often(limit, most)));
        }
    }
    Ok(())
}
