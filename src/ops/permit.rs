//! Whether somebody may do what they are about to do. Every way of writing asks here, inside the turn that writes.

use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Act, Actor, Deed, Office, OfficeFault, OperatorDuty, Permission, Review, Reviewed, may};
use crate::plan::UnitIx;
use crate::store::{Found, Writer};

/// Refuses what the table of permissions does not give, and says who could do it. Whoever came through the gate must
/// still be let in: their key may have gone since.
pub(super) fn permit(
    office: &Office,
    by: &Actor,
    permission: Permission,
    unit: Option<UnitIx>,
) -> Result<OperatorDuty, Error> {
    office.admits(by).map_err(Error::Gate)?;
    let duty = office.duty(&by.name);
    if may(duty, permission, unit) {
        return Ok(duty);
    }
    Err(Error::Office(OfficeFault::NotPermitted(permission, office.who_may(permission, unit))))
}

/// Records an act of the office that somebody may do.
pub(super) fn act(
    writer: &mut Writer,
    deed: Deed,
    (permission, unit): (Permission, Option<UnitIx>),
    by: &Actor,
    clock: Clock,
    rule: impl FnOnce(&Office, &Found<'_>) -> Result<Vec<Act>, Error>,
) -> Result<(), Error> {
    writer.act(deed, by, clock.now(), |office, now| {
        permit(office, by, permission, unit)?;
        rule(office, now)
    })?;
    Ok(())
}

/// What the office says of a report as it is saved: what it types itself has passed, what a unit reports waits.
pub(super) fn on_saving(duty: OperatorDuty) -> Reviewed {
    match duty {
        OperatorDuty::Office => Reviewed::default(),
        OperatorDuty::Reporter(_) | OperatorDuty::Viewer => {
            Reviewed { state: Review::Submitted, ..Reviewed::default() }
        }
    }
}
