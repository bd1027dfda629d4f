//! 审核: the office lets a report pass, or sends it back with a reason.

use super::edit::{live, stale};
use super::permit::permit;
use super::said::wanted;
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Action, Actor, Entry, EntryId, OfficeFault, Permission, Review, Reviewed, Revision};
use crate::store::{Decision, Found, Writer};

/// What the office says of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It passes, perhaps as one that the bulletin names.
    Pass {
        /// 亮点.
        highlight: bool,
    },
    /// It goes back, for this reason.
    Return(String),
}

/// Says it of entry `id` as it was at revision `base`.
///
/// # Errors
/// [`Error::Stale`] where somebody changed it since, [`Error::Gone`] where it was deleted, [`Error::Office`] where
/// nothing would change or somebody may not, or what the store says. Nothing is written then.
pub fn review(
    writer: &mut Writer,
    id: EntryId,
    base: Revision,
    verdict: &Verdict,
    by: &Actor,
    clock: Clock,
) -> Result<Entry, Error> {
    let (action, review) = match verdict {
        Verdict::Pass { highlight } => {
            let passed = Reviewed {
                state: Review::Approved,
                by: by.name.clone(),
                highlight: *highlight,
                ..Reviewed::default()
            };
            (Action::Approve, passed)
        }
        Verdict::Return(reason) => {
            let note = wanted(reason, "reason")?;
            (
                Action::Return,
                Reviewed { state: Review::Returned, note, by: by.name.clone(), highlight: false },
            )
        }
    };
    let entry = writer.change(id, by, clock.now(), |found| decide(found, id, base, action, review, by))?;
    entry.ok_or(Error::UnknownEntry(id.0))
}

/// Lets several reports pass, all or none.
///
/// # Errors
/// As [`review`], of the first that is refused.
pub fn pass_all(
    writer: &mut Writer,
    all: Vec<(EntryId, Revision)>,
    by: &Actor,
    clock: Clock,
) -> Result<(), Error> {
    let passed = Reviewed { state: Review::Approved, by: by.name.clone(), ..Reviewed::default() };
    writer.change_all(by, clock.now(), all, |found, id, base| {
        decide(found, id, base, Action::Approve, passed.clone(), by)
    })?;
    Ok(())
}

fn decide(
    found: &Found<'_>,
    id: EntryId,
    base: Revision,
    action: Action,
    review: Reviewed,
    by: &Actor,
) -> Result<Decision, Error> {
    permit(&found.office()?, by, Permission::Review, None)?;
    let entry = live(found, id)?;
    if entry.revision != base {
        return Err(stale(found, id, base));
    }
    if entry.review == review {
        return Err(Error::Office(OfficeFault::AlreadyReviewed(id.0)));
    }
    Ok(Decision::Put { action, new: Box::new(entry.as_new()), review, undoes: None })
}
