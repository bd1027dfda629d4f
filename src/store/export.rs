//! The whole ledger as JSON: its plan and its record, from which everything else in it is made again.
//!
//! One array, one element a line: what it is, every row of the record, and its head. The same ledger gives the same
//! bytes. Refuses to write out a record that does not hold.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::history::{self, Head, RECORD, Row, hex};
use super::{Mismatch, Reader, StoreError};
use crate::text::json_bytes_escaped;

/// What the first line calls it.
pub(super) const FORMAT: &str = "duban-ledger";

/// The only version of the format so far.
pub(super) const VERSION: u32 = 1;

/// Nearly every row is shorter beside its body.
const BESIDE_BODY: usize = 600;

/// What was written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exported {
    /// The newest row of the record.
    pub head: Head,
}

/// Takes a piece, and how many rows there are so far.
type Put<'p> = dyn FnMut(&[u8], i64) -> Result<(), StoreError> + 'p;

/// The first line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub(super) format: String,
    pub(super) version: u32,
    /// The ledger's own number, and when it was made.
    pub(super) meta: Vec<(String, String)>,
    /// The plan as it was loaded.
    pub(super) plan: String,
}

/// The last line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Footer {
    pub(super) head: String,
    /// SHA-256 of the first line, which the record does not cover.
    pub(super) header: String,
}

/// A row of the record.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record<'a> {
    pub(super) seq: i64,
    pub(super) at: i64,
    #[serde(borrow)]
    pub(super) operator: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) key_fp: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) origin: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) kind: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) object: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) action: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) plan: Option<Cow<'a, str>>,
    pub(super) task: Option<i64>,
    #[serde(borrow)]
    pub(super) unit: Option<Cow<'a, str>>,
    pub(super) stands: Option<i64>,
    pub(super) undoes: Option<i64>,
    /// Nothing once it was purged.
    #[serde(borrow)]
    pub(super) body: Option<&'a RawValue>,
    pub(super) body_sha: String,
    pub(super) hash: String,
}

impl Reader {
    /// How many rows the record has.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn rows_of_record(&self) -> Result<i64, StoreError> {
        Ok(history::head(&self.db)?.map_or(0, |h| h.seq))
    }

    /// Hands the whole ledger over, piece by piece, each with the number of rows so far; `put` ends it by an error.
    ///
    /// # Errors
    /// [`StoreError::Unsound`] where the record does not hold, what `put` says, and others.
    pub fn export(&self, put: &mut Put<'_>) -> Result<Exported, StoreError> {
        self.at_once(|| {
            put(b"[\n", 0)?;
            let header = line(&self.header()?, BESIDE_BODY)?;
            put(&header, 0)?;
            put(b",\n", 0)?;
            let head = self.records(put)?;
            let last = Footer { head: head.to_string(), header: hex(&Sha256::digest(&header)) };
            put(&line(&last, BESIDE_BODY)?, head.seq)?;
            put(b"\n]\n", head.seq)?;
            Ok(Exported { head })
        })
    }

    fn header(&self) -> Result<Header, StoreError> {
        let mut meta = self.db.prepare("SELECT key, value FROM meta ORDER BY key")?;
        let meta = meta.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let plan = self.db.query_row("SELECT body FROM plan", [], |r| r.get(0))?;
        Ok(Header { format: FORMAT.to_owned(), version: VERSION, meta, plan })
    }

    fn records(&self, put: &mut Put<'_>) -> Result<Head, StoreError> {
        let mut statement = self.db.prepare(RECORD)?;
        let mut rows = statement.query([])?;
        let mut head = Head::default();
        while let Some(r) = rows.next()? {
            let row = history::row(r)?;
            let hash: [u8; 32] = r.get(14)?;
            let body = r.get_ref(15)?.as_str_or_null().map_err(rusqlite::Error::from)?;
            let unsound = |fault| Err(StoreError::Unsound(self.place.path().to_owned(), vec![fault]));
            if row.seq != head.seq + 1 || row.hash(&head.hash) != hash {
                return unsound(Mismatch::Chain(row.seq));
            }
            if body.is_some_and(|b| <[u8; 32]>::from(Sha256::digest(b.as_bytes())) != row.body_sha) {
                return unsound(Mismatch::Body(row.seq));
            }
            head = Head { seq: row.seq, hash };
            put(&record(row, body, &hash)?, head.seq)?;
            put(b",\n", head.seq)?;
        }
        Ok(head)
    }
}

/// A row as an export writes it.
pub(super) fn record(row: Row<'_>, body: Option<&str>, hash: &[u8; 32]) -> Result<Vec<u8>, StoreError> {
    let odd = |_| StoreError::Damaged(format!("record {}", row.seq));
    let room = BESIDE_BODY + body.map_or(0, str::len);
    let body: Option<&RawValue> = body.map(serde_json::from_str).transpose().map_err(odd)?;
    let (body_sha, hash) = (hex(&row.body_sha), hex(hash));
    let Row { seq, at, operator, key_fp, origin, kind, object, action, plan, task, unit, .. } = row;
    let (stands, undoes) = (row.stands, row.undoes);
    let record = Record {
        seq,
        at,
        operator,
        key_fp,
        origin,
        kind,
        object,
        action,
        plan,
        task,
        unit,
        stands,
        undoes,
        body,
        body_sha,
        hash,
    };
    line(&record, room)
}

/// One line of so many bytes or some more.
fn line(of: &impl Serialize, room: usize) -> Result<Vec<u8>, StoreError> {
    let mut json = Vec::with_capacity(room);
    serde_json::to_writer(&mut json, of).map_err(|e| StoreError::Other(e.to_string()))?;
    Ok(json_bytes_escaped(json))
}
