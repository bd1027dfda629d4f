//! All entries there are, in one pass: values and evidence are read beside them in the same order, so that an entry
//! costs no question of its own.

use rusqlite::{Row, Rows};

use super::{Reader, StoreError, rows};
use crate::ledger::{Entry, Evidence, Reading};

/// All values, in the order of their entries.
const READINGS: &str = "SELECT entry, indicator, value, source FROM reading ORDER BY entry, indicator";

/// All evidence, in the order of its entries.
const EVIDENCE: &str = "SELECT entry, kind, ref, note FROM evidence ORDER BY entry, sort";

impl Reader {
    /// Hands every entry over, in the order of their numbers; `with` ends it by an error.
    ///
    /// # Errors
    /// What `with` says, and others.
    pub fn each(&self, with: &mut dyn FnMut(&Entry) -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.at_once(|| {
            let (mut readings, mut evidence) = (self.db.prepare(READINGS)?, self.db.prepare(EVIDENCE)?);
            let mut readings = Beside::new(readings.query([])?, |r| {
                Ok(Reading { indicator: r.get(1)?, value: rows::measured(r, 2)?, source: r.get(3)? })
            })?;
            let mut evidence = Beside::new(evidence.query([])?, |r| {
                Ok(Evidence { kind: rows::evidence_kind(r, 1)?, reference: r.get(2)?, note: r.get(3)? })
            })?;
            let sql = format!("SELECT {} FROM entry e WHERE e.deleted_at IS NULL ORDER BY e.id", rows::ENTRY);
            let mut statement = self.db.prepare(&sql)?;
            let mut found = statement.query([])?;
            while let Some(r) = found.next()? {
                let mut entry = rows::entry(&self.plan, r)?;
                entry.readings = readings.of(entry.id.0)?;
                entry.evidence = evidence.of(entry.id.0)?;
                with(&entry)?;
            }
            Ok(())
        })
    }
}

/// Rows that run beside the entries, the next one read ahead.
struct Beside<'s, T> {
    rows: Rows<'s>,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
    next: Option<(i64, T)>,
}

impl<'s, T> Beside<'s, T> {
    fn new(rows: Rows<'s>, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Self, StoreError> {
        let mut beside = Self { rows, read, next: None };
        beside.advance()?;
        Ok(beside)
    }

    fn advance(&mut self) -> Result<(), StoreError> {
        self.next = match self.rows.next()? {
            Some(r) => Some((r.get(0)?, (self.read)(r)?)),
            None => None,
        };
        Ok(())
    }

    /// Those of an entry. Such as belong to no entry are passed over.
    fn of(&mut self, id: i64) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        while let Some((of, one)) = self.next.take_if(|(of, _)| *of <= id) {
            if of == id {
                found.push(one);
            }
            self.advance()?;
        }
        Ok(found)
    }
}
