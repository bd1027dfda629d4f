//! How much somebody who came through the gate may write: the office's limits, asked inside the turn that writes.

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
    if by.way == Way::Local {
        return Ok(());
    }
    let limits = &office.settings.limits;
    let chars = [&new.progress, &new.problems, &new.next_steps].map(|text| text.chars().count()).iter().sum();
    if let Some(most) = limits.most(Limit::EntryChars).filter(|most| chars > *most) {
        return Err(Error::Gate(GateFault::EntryLong(chars, most)));
    }
    for (limit, span) in SPANS {
        let Some(most) = limits.most(limit) else { continue };
        if found.written_since(&by.name, Instant(now.0 - span), most)? >= most {
            return Err(Error::Gate(GateFault::Often(limit, most)));
        }
    }
    Ok(())
}
