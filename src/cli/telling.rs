//! What telling of an entry needs to know: the plan, and which unit the office itself belongs to.

use crate::error::Error;
use crate::plan::{Plan, UnitIx};
use crate::store::{Reader, Snapshot};

/// The ground on which entries are told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling<'a> {
    pub(super) plan: &'a Plan,
    /// The office's own unit, whose reports may be passed by whoever typed them.
    pub(super) own: Option<UnitIx>,
}

impl<'a> Telling<'a> {
    /// Of a snapshot.
    pub(super) fn of(snapshot: &'a Snapshot) -> Self {
        Self { plan: &snapshot.plan, own: snapshot.office.settings.office }
    }

    /// Of a ledger as it is now.
    pub(super) fn now(reader: &'a Reader) -> Result<Self, Error> {
        Ok(Self { plan: reader.plan(), own: reader.book(None)?.settings.office })
    }
}
