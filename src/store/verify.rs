//! Proving that the ledger is what its record says: the chain holds, and replaying it gives the rows there are.

use rusqlite::params;

use super::history::{ChainFault, Head, check_chain};
use super::{Reader, StoreError, body, parts, rows};
use crate::clock::Instant;
use crate::ledger::EntryId;

/// Where rows and record part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// The chain does not hold.
    Chain(ChainFault),
    /// An entry is not as its last record left it, or has none.
    Entry(EntryId),
    /// The record speaks of an entry that is not there.
    Missing(EntryId),
    /// A pair's standing is not its latest live entry, or not the one that the record says.
    Standing(u16, String),
}

/// The last row about each entry, and what it left.
const LAST_BODY: &str =
    "SELECT body FROM history WHERE kind = 'entry' AND object = ?1 ORDER BY seq DESC LIMIT 1";

/// Entries in the record without a row.
const ORPHANS: &str = "SELECT DISTINCT object FROM history h WHERE kind = 'entry'
  AND NOT EXISTS (SELECT 1 FROM entry WHERE id = CAST(h.object AS INTEGER))";

/// Pairs whose stored standing, derived standing and recorded standing are not one and the same.
const STANDINGS: &str = "SELECT p.task, p.unit FROM (SELECT DISTINCT plan, task, unit FROM history WHERE kind = 'entry') p
  LEFT JOIN standing s ON s.plan = p.plan AND s.task = p.task AND s.unit = p.unit
  WHERE s.entry IS NOT (SELECT id FROM entry e WHERE e.plan = p.plan AND e.task = p.task AND e.unit = p.unit
      AND e.deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT 1)
    OR coalesce(s.entries, 0) <> (SELECT count(*) FROM entry e WHERE e.plan = p.plan AND e.task = p.task
      AND e.unit = p.unit AND e.deleted_at IS NULL)
    OR s.entry IS NOT (SELECT stands FROM history h WHERE h.kind = 'entry' AND h.plan = p.plan AND h.task = p.task
      AND h.unit = p.unit ORDER BY seq DESC LIMIT 1)";

impl Reader {
    /// Recomputes the chain and holds every row against it. Returns the newest row's hash, to be noted down, or
    /// everything that is not as it should be.
    ///
    /// # Errors
    /// The store's own, where the rows cannot be read. A ledger that does not hold is a value, not an error.
    pub fn verify(&self) -> Result<Result<Head, Vec<Mismatch>>, StoreError> {
        self.at_once(|| {
            let mut wrong = Vec::new();
            let chain = check_chain(&self.db)?;
            wrong.extend(chain.err().map(Mismatch::Chain));
            self.check_entries(&mut wrong)?;
            let mut orphans = self.db.prepare(ORPHANS)?;
            let mut found = orphans.query([])?;
            while let Some(r) = found.next()? {
                wrong.push(Mismatch::Missing(EntryId(rows::parsed(r, 0, |t| t.parse().ok())?)));
            }
            let mut standings = self.db.prepare(STANDINGS)?;
            let mut found = standings.query([])?;
            while let Some(r) = found.next()? {
                wrong.push(Mismatch::Standing(r.get(0)?, r.get(1)?));
            }
            Ok(match chain {
                Ok(head) if wrong.is_empty() => Ok(head),
                _ => Err(wrong),
            })
        })
    }

    fn check_entries(&self, wrong: &mut Vec<Mismatch>) -> Result<(), StoreError> {
        let sql = format!("SELECT {}, e.deleted_at FROM entry e ORDER BY e.id", rows::ENTRY);
        let mut entries = self.db.prepare(&sql)?;
        let mut last = self.db.prepare_cached(LAST_BODY)?;
        let mut found = entries.query([])?;
        while let Some(r) = found.next()? {
            let mut entry = rows::entry(&self.plan, r)?;
            parts::attach(&self.db, &mut entry)?;
            let deleted: Option<i64> = r.get(rows::AFTER_ENTRY)?;
            let unit = self.plan.unit(entry.unit).map(|u| u.code.as_str()).unwrap_or_default();
            let now = body::write(&entry, unit, deleted.map(Instant));
            let mut recorded = last.query(params![entry.id.0.to_string()])?;
            let holds = match recorded.next()? {
                // A purged body proves nothing; its digest is still in the chain.
                Some(r) => r.get::<_, Option<String>>(0)?.is_none_or(|body| body == now),
                None => false,
            };
            if !holds {
                wrong.push(Mismatch::Entry(entry.id));
            }
        }
        Ok(())
    }
}
