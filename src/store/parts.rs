//! What hangs on an entry's row: its values and its evidence.

use rusqlite::{Connection, Transaction};

use super::{StoreError, rows};
use crate::ledger::{Coded, Entry, EntryId, Evidence, Reading};

/// Reads them into an entry that was read from its row.
pub(super) fn attach(db: &Connection, entry: &mut Entry) -> Result<(), StoreError> {
    let mut readings = db
        .prepare_cached("SELECT indicator, value, source FROM reading WHERE entry = ?1 ORDER BY indicator")?;
    let found = readings.query_map([entry.id.0], |r| {
        Ok(Reading { indicator: r.get(0)?, value: rows::measured(r, 1)?, source: r.get(2)? })
    })?;
    entry.readings = found.collect::<rusqlite::Result<_>>()?;
    let mut evidence =
        db.prepare_cached("SELECT kind, ref, note FROM evidence WHERE entry = ?1 ORDER BY sort")?;
    let found = evidence.query_map([entry.id.0], |r| {
        Ok(Evidence { kind: rows::evidence_kind(r, 0)?, reference: r.get(1)?, note: r.get(2)? })
    })?;
    entry.evidence = found.collect::<rusqlite::Result<_>>()?;
    Ok(())
}

/// Writes them anew.
pub(super) fn write(tx: &Transaction<'_>, entry: &Entry, unit: &str) -> Result<(), StoreError> {
    remove(tx, entry.id)?;
    insert(tx, entry, unit)
}

/// Writes those of a new entry.
pub(super) fn insert(tx: &Transaction<'_>, entry: &Entry, unit: &str) -> Result<(), StoreError> {
    let mut reading = tx.prepare_cached(
        "INSERT INTO reading(entry, indicator, unit, day, value, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for r in &entry.readings {
        reading.execute((
            entry.id.0,
            &r.indicator,
            unit,
            entry.day.to_string(),
            r.value.to_string(),
            &r.source,
        ))?;
    }
    let mut evidence =
        tx.prepare_cached("INSERT INTO evidence(entry, sort, kind, ref, note) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (sort, e) in (1i64..).zip(&entry.evidence) {
        evidence.execute((entry.id.0, sort, e.kind.code(), &e.reference, &e.note))?;
    }
    Ok(())
}

/// Takes them away.
pub(super) fn remove(tx: &Transaction<'_>, id: EntryId) -> Result<(), StoreError> {
    tx.prepare_cached("DELETE FROM reading WHERE entry = ?1")?.execute([id.0])?;
    tx.prepare_cached("DELETE FROM evidence WHERE entry = ?1")?.execute([id.0])?;
    Ok(())
}
