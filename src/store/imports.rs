//! Which files were taken in: an act each, looked up one by one, because there may be very many.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::history::hex;
use crate::clock::Instant;
use crate::ledger::Import;

const IMPORT: &str = "SELECT body FROM act WHERE kind = 'import' AND object = ?1";

/// The import of a file with this digest.
pub(super) fn imported(db: &Connection, sha256: &str) -> Result<Option<Import>, StoreError> {
    let object = Import::object(sha256);
    let body: Option<String> = db.prepare_cached(IMPORT)?.query_row([&object], |r| r.get(0)).optional()?;
    let raw = body.and_then(|body| serde_json::from_str::<RawImport>(&body).ok());
    Ok(raw.filter(|raw| raw.sha256 == sha256).map(RawImport::import))
}

/// What tells a file from every other: SHA-256 in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// How the record keeps it.
pub(super) fn json(import: &Import) -> Result<serde_json::Value, serde_json::Error> {
    serde_json::to_value(RawImport {
        v: 1,
        at: import.at.0,
        by: import.by.clone(),
        entries: import.entries,
        file: import.file.clone(),
        sha256: import.sha256.clone(),
    })
}

#[derive(Serialize, Deserialize)]
struct RawImport {
    at: i64,
    by: String,
    entries: usize,
    file: String,
    sha256: String,
    v: u8,
}

impl RawImport {
    fn import(self) -> Import {
        let Self { at, by, entries, file, sha256, .. } = self;
        Import { sha256, file, by, at: Instant(at), entries }
    }
}
