//! Proving that the ledger is what its record says: the chain holds, replaying it gives the rows there are, and the
//! plan is the one that was recorded.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::history::{Chain, Head, hex, read_chain};
use super::restore::Abandoned;
use super::{Reader, StoreError, body, create, parts, rows, schema};
use crate::clock::Instant;
use crate::ledger::EntryId;

/// Where rows and record part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// A row of the record was changed or does not follow from the one before.
    Chain(i64),
    /// What a row of the record left behind was changed.
    Body(i64),
    /// What a row of the record left behind is gone, and no record says that it was purged.
    Bare(i64),
    /// An entry is not as its last record left it, or has none.
    Entry(EntryId),
    /// The record speaks of an entry that is not there.
    Missing(EntryId),
    /// What the office decided is not as its last record left it: its kind and which.
    Act(String, String),
    /// The plan is not the one that was recorded, or its tables do not say what it says.
    Plan,
    /// The record does not hold this row of it, which somebody noted down.
    Noted(i64),
    /// A row that somebody noted down was left behind when the ledger was restored, by the record's own word.
    Abandoned {
        /// The row that was noted down.
        noted: i64,
        /// The row that says so.
        by: i64,
    },
    /// A pair's standing is not its latest live entry, or not the one that the record says.
    Standing(u16, String),
}

/// What a ledger that holds has to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The newest row of its record, to be noted down.
    pub head: Head,
    /// How many rows of the record were purged of what they held, as other rows say.
    pub purged: usize,
    /// What was left behind when it was restored from backups.
    pub restores: Vec<Abandoned>,
}

/// The last row about each entry, and what it left.
const LAST_BODY: &str =
    "SELECT body FROM history WHERE kind = 'entry' AND object = ?1 ORDER BY seq DESC LIMIT 1";

/// Entries in the record without a row.
const ORPHANS: &str = "SELECT DISTINCT object FROM history h WHERE kind = 'entry'
  AND NOT EXISTS (SELECT 1 FROM entry WHERE id = CAST(h.object AS INTEGER))";

/// Entries with a value that is not of their unit and day, or that is there without them.
const STRAY_READINGS: &str = "SELECT DISTINCT r.entry FROM reading r
  LEFT JOIN entry e ON e.id = r.entry AND e.deleted_at IS NULL WHERE r.unit IS NOT e.unit OR r.day IS NOT e.day";

/// Evidence without its entry.
const STRAY_EVIDENCE: &str = "SELECT DISTINCT v.entry FROM evidence v
  WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = v.entry AND e.deleted_at IS NULL)";

/// Values as they are spelt.
const SPELT: &str = "SELECT entry, value FROM reading";

/// The office's acts that are not as their last record left them. A purged body proves nothing.
const ACTS: &str = "SELECT a.kind, a.object FROM act a WHERE a.body IS NOT coalesce(
    (SELECT coalesce(h.body, a.body) FROM history h WHERE h.kind = a.kind AND h.object = a.object ORDER BY h.seq DESC LIMIT 1), '')";

/// Acts in the record without a row.
const LOST_ACTS: &str =
    "SELECT DISTINCT kind, object FROM history h WHERE kind NOT IN ('entry', 'plan', 'ledger', 'purge')
  AND NOT EXISTS (SELECT 1 FROM act a WHERE a.kind = h.kind AND a.object = h.object)";

/// What the record says of the plan.
const PLAN_LOADED: &str =
    "SELECT body FROM history WHERE kind = 'plan' AND object = ?1 ORDER BY seq DESC LIMIT 1";

/// Everything that is made of the plan's text.
const PLAN_TABLES: [&str; 6] = [
    "SELECT * FROM plan ORDER BY id",
    "SELECT * FROM task ORDER BY plan, no",
    "SELECT * FROM unit ORDER BY code",
    "SELECT * FROM unit_alias ORDER BY alias",
    "SELECT * FROM unit_member ORDER BY collective, unit",
    "SELECT * FROM assignment ORDER BY plan, task, sort",
];

/// Pairs whose stored standing, derived standing and recorded standing are not one and the same.
const STANDINGS: &str = "SELECT p.task, p.unit FROM (SELECT DISTINCT plan, task, unit FROM history WHERE kind = 'entry' AND task IS NOT NULL) p
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
    pub fn verify(&self) -> Result<Result<Proof, Vec<Mismatch>>, StoreError> {
        self.at_once(|| {
            let mut wrong = Vec::new();
            let chain = read_chain(&self.db)?;
            wrong.extend(in_record(&chain));
            if !self.plan_holds()? {
                wrong.push(Mismatch::Plan);
            }
            let mut entries = self.stray()?;
            self.check_entries(&chain, &mut entries)?;
            wrong.extend(entries.into_iter().map(Mismatch::Entry));
            let mut orphans = self.db.prepare(ORPHANS)?;
            let mut found = orphans.query([])?;
            while let Some(r) = found.next()? {
                wrong.push(Mismatch::Missing(EntryId(rows::parsed(r, 0, |t| t.parse().ok())?)));
            }
            for sql in [ACTS, LOST_ACTS] {
                let mut acts = self.db.prepare(sql)?;
                let mut found = acts.query([])?;
                while let Some(r) = found.next()? {
                    wrong.push(Mismatch::Act(r.get(0)?, r.get(1)?));
                }
            }
            let mut standings = self.db.prepare(STANDINGS)?;
            let mut found = standings.query([])?;
            while let Some(r) = found.next()? {
                wrong.push(Mismatch::Standing(r.get(0)?, r.get(1)?));
            }
            let proof = Proof { head: chain.head, purged: chain.bare.len(), restores: chain.restores };
            Ok(if wrong.is_empty() { Ok(proof) } else { Err(wrong) })
        })
    }

    /// Why the record does not hold the row that somebody noted down; nothing where it does, as it was then.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn misses(&self, noted: Head) -> Result<Option<Mismatch>, StoreError> {
        if self.holds(noted)? {
            return Ok(None);
        }
        let restores = read_chain(&self.db)?.restores;
        let by = restores.iter().find(|r| r.head == Some(noted)).map(|r| r.seq);
        Ok(Some(by.map_or(Mismatch::Noted(noted.seq), |by| Mismatch::Abandoned { noted: noted.seq, by })))
    }

    /// Whether the record holds the row that somebody noted down, as it was then.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn holds(&self, noted: Head) -> Result<bool, StoreError> {
        let mut row = self.db.prepare("SELECT hash FROM history WHERE seq = ?1")?;
        let found: Option<[u8; 32]> = row.query_row([noted.seq], |r| r.get(0)).optional()?;
        Ok(found == Some(noted.hash))
    }

    /// Whether the plan is the text that was recorded, and its tables what is made of that.
    fn plan_holds(&self) -> Result<bool, StoreError> {
        let mut stored = self.db.prepare("SELECT id, body, sha256 FROM plan")?;
        let (id, toml, sha): (String, String, [u8; 32]) =
            stored.query_row([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
        let mut loaded = self.db.prepare(PLAN_LOADED)?;
        let recorded = loaded.query_row([id], |r| r.get::<_, Option<String>>(0)).optional()?;
        let Some(recorded) = recorded.flatten() else { return Ok(false) };
        let is_text = <[u8; 32]>::from(Sha256::digest(toml.as_bytes())) == sha;
        let body: Option<serde_json::Value> = serde_json::from_str(&recorded).ok();
        let is_recorded = body.is_some_and(|b| b.get("sha256").and_then(|s| s.as_str()) == Some(&hex(&sha)));
        if !is_text || !is_recorded {
            return Ok(false);
        }
        let plan = crate::plan::load(&toml).map_err(StoreError::Plan)?;
        let mut anew = Connection::open_in_memory()?;
        let tx = anew.transaction()?;
        schema::lift(&tx, 0)?;
        create::write_plan(&tx, &plan, &toml, &sha)?;
        for table in PLAN_TABLES {
            if all(&tx, table)? != all(&self.db, table)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Entries with values or evidence that no record of theirs can have left.
    fn stray(&self) -> Result<BTreeSet<EntryId>, StoreError> {
        let mut stray = BTreeSet::new();
        for sql in [STRAY_READINGS, STRAY_EVIDENCE] {
            let mut statement = self.db.prepare(sql)?;
            let mut found = statement.query([])?;
            while let Some(r) = found.next()? {
                stray.insert(EntryId(r.get(0)?));
            }
        }
        let mut spelt = self.db.prepare(SPELT)?;
        let mut found = spelt.query([])?;
        while let Some(r) = found.next()? {
            if r.get_ref(1)?.as_str().ok() != Some(rows::measured(r, 1)?.to_string().as_str()) {
                stray.insert(EntryId(r.get(0)?));
            }
        }
        Ok(stray)
    }

    fn check_entries(&self, chain: &Chain, wrong: &mut BTreeSet<EntryId>) -> Result<(), StoreError> {
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
                // Of a purged one the record of the purge says what it left.
                Some(r) => match r.get::<_, Option<String>>(0)? {
                    Some(body) => body == now,
                    None => chain.purges.left(entry.id) == Some(&now),
                },
                None => false,
            };
            if !holds {
                wrong.insert(entry.id);
            }
        }
        Ok(())
    }
}

/// What is wrong with the record by itself.
fn in_record(chain: &Chain) -> impl Iterator<Item = Mismatch> {
    let bare = chain.bare.iter().filter(|seq| !chain.purges.covers(**seq)).copied().map(Mismatch::Bare);
    let broken = chain.broken.iter().copied().map(Mismatch::Chain);
    broken.chain(chain.altered.iter().copied().map(Mismatch::Body)).chain(bare)
}

/// All rows, whatever they hold.
fn all(db: &Connection, sql: &str) -> Result<Vec<Vec<Value>>, StoreError> {
    let mut statement = db.prepare(sql)?;
    let columns = statement.column_count();
    let rows = statement.query_map([], |r| (0..columns).map(|i| r.get(i)).collect())?;
    Ok(rows.collect::<Result<_, _>>()?)
}
