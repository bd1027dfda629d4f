//! The record of every change: append-only, each row chained to the one before it.
//!
//! A row's hash covers the previous row's hash, its own columns and the digest of its body. The body itself can
//! therefore be purged by a recorded act without breaking the chain.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::StoreError;
use super::purge::Purges;
use super::restore::Abandoned;
use crate::clock::Instant;
use crate::ledger::{Actor, EntryId};
use crate::plan::TaskNo;

/// The newest row of the chain. Whoever notes it down can later prove that nothing before it was cut or rewritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// Number of rows.
    pub seq: i64,
    /// The last row's hash; zeros before the first.
    pub hash: [u8; 32],
}

impl Head {
    /// Reads what [`Head`] is shown as, `SEQ:HASH`.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let (seq, hex) = typed.trim().split_once(':')?;
        let seq = seq.parse().ok().filter(|seq| *seq > 0)?;
        let whole = hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_hexdigit());
        let bytes = (0..32).map(|i| u8::from_str_radix(hex.get(2 * i..2 * i + 2)?, 16).ok());
        let hash = bytes.collect::<Option<Vec<u8>>>().filter(|_| whole)?.try_into().ok()?;
        Some(Self { seq, hash })
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.seq, hex(&self.hash))
    }
}

/// What happens to the ledger as a whole.
pub(super) const LEDGER: &str = "ledger";

/// The kind of the rows that say what was purged.
pub(super) const PURGE: &str = "purge";

/// The whole record, oldest first.
pub(super) const RECORD: &str =
    "SELECT seq, at, operator, key_fp, origin, kind, object, action, plan, task, unit, stands, undoes, body_sha, hash, body
     FROM history ORDER BY seq";

/// A change about to be recorded.
pub(super) struct Event<'a> {
    pub(super) at: Instant,
    pub(super) by: &'a Actor,
    pub(super) kind: &'static str,
    pub(super) object: String,
    pub(super) action: &'static str,
    pub(super) pair: Option<(&'a str, u16, &'a str)>,
    pub(super) stands: Option<EntryId>,
    pub(super) undoes: Option<i64>,
    pub(super) body: String,
}

impl<'a> Event<'a> {
    /// The first row of every ledger.
    pub(super) fn plan_loaded(plan: &str, sha: &[u8; 32], by: &'a Actor, at: Instant) -> Self {
        let body = json!({"v": 1, "plan": plan, "sha256": hex(sha)}).to_string();
        let object = plan.to_owned();
        Self { at, by, kind: "plan", object, action: "load", pair: None, stands: None, undoes: None, body }
    }
}

/// This moment, or that of the last row where the clock was set back since.
pub(super) fn not_before(tx: &Transaction<'_>, at: Instant) -> Result<Instant, StoreError> {
    let last = tx
        .prepare_cached("SELECT at FROM history ORDER BY seq DESC LIMIT 1")?
        .query_row([], |r| r.get(0))
        .optional()?;
    Ok(at.max(Instant(last.unwrap_or(i64::MIN))))
}

/// The newest row, and its moment.
pub(super) fn newest(tx: &Transaction<'_>) -> Result<(Head, i64), StoreError> {
    let newest = tx
        .prepare_cached("SELECT seq, hash, at FROM history ORDER BY seq DESC LIMIT 1")?
        .query_row([], |r| Ok((Head { seq: r.get(0)?, hash: r.get(1)? }, r.get::<_, i64>(2)?)))
        .optional()?;
    Ok(newest.unwrap_or((Head::default(), i64::MIN)))
}

/// Appends a row within the transaction of the change it records. Time never runs backwards in the record.
pub(super) fn append(tx: &Transaction<'_>, event: &Event<'_>) -> Result<Head, StoreError> {
    let (previous, last_at) = newest(tx)?;
    append_to(tx, previous, last_at, event)
}

/// The same behind a row that one knows to be the newest.
pub(super) fn append_to(
    tx: &Transaction<'_>,
    previous: Head,
    last_at: i64,
    event: &Event<'_>,
) -> Result<Head, StoreError> {
    let row = Row {
        seq: previous.seq + 1,
        at: event.at.0.max(last_at),
        operator: Cow::Borrowed(&event.by.name),
        key_fp: Cow::Borrowed(event.by.way.key()),
        origin: Cow::Borrowed(&event.by.origin),
        kind: Cow::Borrowed(event.kind),
        object: Cow::Borrowed(&event.object),
        action: Cow::Borrowed(event.action),
        plan: event.pair.map(|p| Cow::Borrowed(p.0)),
        task: event.pair.and_then(|p| TaskNo(p.1).numbered()).map(i64::from),
        unit: event.pair.map(|p| Cow::Borrowed(p.2)),
        stands: event.stands.map(|e| e.0),
        undoes: event.undoes,
        body_sha: Sha256::digest(event.body.as_bytes()).into(),
    };
    let hash = row.hash(&previous.hash);
    row.insert(tx, Some(&event.body), &hash)?;
    Ok(Head { seq: row.seq, hash })
}

/// What reading the whole record gives.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// The newest row.
    pub(super) head: Head,
    /// Rows that were changed, or that do not follow from the one before.
    pub(super) broken: Vec<i64>,
    /// Rows whose body is not the one that was written.
    pub(super) altered: Vec<i64>,
    /// Rows without a body.
    pub(super) bare: BTreeSet<i64>,
    /// What was purged, and what that left.
    pub(super) purges: Purges,
    /// What was left behind when the ledger was restored from a backup.
    pub(super) restores: Vec<Abandoned>,
}

/// Reads the whole record, recomputes its chain and goes on behind a fault, so that each is named.
pub(super) fn read_chain(db: &Connection) -> Result<Chain, StoreError> {
    let mut statement = db.prepare(RECORD)?;
    let mut rows = statement.query([])?;
    let mut chain = Chain::default();
    while let Some(r) = rows.next()? {
        let row = row(r)?;
        let (stored, body): ([u8; 32], Option<String>) = (r.get(14)?, r.get(15)?);
        if row.seq != chain.head.seq + 1 || row.hash(&chain.head.hash) != stored {
            chain.broken.push(row.seq);
        }
        chain.head = Head { seq: row.seq, hash: stored };
        match body {
            None => drop(chain.bare.insert(row.seq)),
            Some(body) if <[u8; 32]>::from(Sha256::digest(body.as_bytes())) != row.body_sha => {
                chain.altered.push(row.seq);
            }
            Some(body) if row.kind == PURGE => chain.purges.take(&row.object, &body),
            Some(body) if row.kind == LEDGER => chain.restores.extend(Abandoned::read(row.seq, &body)),
            Some(_) => {}
        }
    }
    Ok(chain)
}

/// Reads a row of [`RECORD`].
pub(super) fn row<'r>(r: &'r rusqlite::Row<'_>) -> rusqlite::Result<Row<'r>> {
    let text = |at| -> rusqlite::Result<Cow<'r, str>> { Ok(Cow::Borrowed(r.get_ref(at)?.as_str()?)) };
    let maybe = |at| -> rusqlite::Result<Option<Cow<'r, str>>> {
        Ok(r.get_ref(at)?.as_str_or_null()?.map(Cow::Borrowed))
    };
    Ok(Row {
        seq: r.get(0)?,
        at: r.get(1)?,
        operator: text(2)?,
        key_fp: text(3)?,
        origin: text(4)?,
        kind: text(5)?,
        object: text(6)?,
        action: text(7)?,
        plan: maybe(8)?,
        task: r.get(9)?,
        unit: maybe(10)?,
        stands: r.get(11)?,
        undoes: r.get(12)?,
        body_sha: r.get(13)?,
    })
}

/// The newest row as it is stored, proving nothing.
pub(super) fn head(db: &Connection) -> Result<Option<Head>, StoreError> {
    let mut last = db.prepare("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1")?;
    Ok(last.query_row([], |r| Ok(Head { seq: r.get(0)?, hash: r.get(1)? })).optional()?)
}

/// Everything of a row that its hash covers.
pub(super) struct Row<'a> {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) operator: Cow<'a, str>,
    pub(super) key_fp: Cow<'a, str>,
    pub(super) origin: Cow<'a, str>,
    pub(super) kind: Cow<'a, str>,
    pub(super) object: Cow<'a, str>,
    pub(super) action: Cow<'a, str>,
    pub(super) plan: Option<Cow<'a, str>>,
    pub(super) task: Option<i64>,
    pub(super) unit: Option<Cow<'a, str>>,
    pub(super) stands: Option<i64>,
    pub(super) undoes: Option<i64>,
    pub(super) body_sha: [u8; 32],
}

impl Row<'_> {
    /// Writes it as it is.
    pub(super) fn insert(
        &self,
        tx: &Transaction<'_>,
        body: Option<&str>,
        hash: &[u8; 32],
    ) -> Result<(), StoreError> {
        tx.prepare_cached(
            "INSERT INTO history(seq, at, operator, key_fp, origin, kind, object, action, plan, task, unit, stands, undoes, body, body_sha, hash)
             VALUES (:seq, :at, :operator, :key_fp, :origin, :kind, :object, :action, :plan, :task, :unit, :stands, :undoes, :body, :body_sha, :hash)",
        )?
        .execute(named_params! {
            ":seq": self.seq, ":at": self.at, ":operator": self.operator, ":key_fp": self.key_fp,
            ":origin": self.origin, ":kind": self.kind, ":object": self.object, ":action": self.action,
            ":plan": self.plan, ":task": self.task, ":unit": self.unit, ":stands": self.stands,
            ":undoes": self.undoes, ":body": body, ":body_sha": self.body_sha, ":hash": hash,
        })?;
        Ok(())
    }

    /// SHA-256 over the previous hash and every column in the order of the table, each with its length before it
    /// (an absent one as the length 2^64-1), so that no two different rows give the same bytes.
    pub(super) fn hash(&self, previous: &[u8; 32]) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(previous);
        let number = |n: i64| Some(Cow::Owned(n.to_string()));
        let columns: [Option<Cow<'_, str>>; 14] = [
            number(self.seq),
            number(self.at),
            Some(Cow::Borrowed(&self.operator)),
            Some(Cow::Borrowed(&self.key_fp)),
            Some(Cow::Borrowed(&self.origin)),
            Some(Cow::Borrowed(&self.kind)),
            Some(Cow::Borrowed(&self.object)),
            Some(Cow::Borrowed(&self.action)),
            self.plan.as_deref().map(Cow::Borrowed),
            self.task.and_then(number),
            self.unit.as_deref().map(Cow::Borrowed),
            self.stands.and_then(number),
            self.undoes.and_then(number),
            Some(Cow::Owned(hex(&self.body_sha))),
        ];
        for column in columns {
            let length = column.as_ref().map_or(u64::MAX, |c| c.len() as u64);
            sha.update(length.to_be_bytes());
            sha.update(column.unwrap_or_default().as_bytes());
        }
        sha.finalize().into()
    }
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or_default();
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}
