//! The steps that lead from nothing to the ledger of today. What was released never changes again.

use rusqlite::{Connection, Transaction};

use super::StoreError;

/// The schema that this program writes.
pub(super) const SCHEMA: u32 = 3;

/// Step `n` leads from schema `n` to the next.
pub(super) const STEPS: [&str; SCHEMA as usize] = [
    include_str!("../../data/schema/001.sql"),
    include_str!("../../data/schema/002.sql"),
    include_str!("../../data/schema/003.sql"),
];

/// Takes a ledger of schema `from` to the one of today; nothing at all is schema 0.
pub(super) fn lift(tx: &Transaction<'_>, from: u32) -> Result<(), StoreError> {
    for step in STEPS.iter().skip(from as usize) {
        tx.execute_batch(step)?;
    }
    Ok(tx.pragma_update(None, "user_version", SCHEMA)?)
}

/// The schema of an open ledger, as the newest commit says.
///
/// # Errors
/// [`StoreError::TooNew`] where this program does not know it.
pub(super) fn of(db: &Connection) -> Result<u32, StoreError> {
    let found: u32 = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if found > SCHEMA { Err(StoreError::TooNew { found, known: SCHEMA }) } else { Ok(found) }
}
