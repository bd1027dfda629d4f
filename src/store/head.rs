//! The newest row of the record, for those who go by it.

use rusqlite::{Connection, OptionalExtension};

use super::{Found, Head, Reader, StoreError};
use crate::clock::Instant;

impl Reader {
    /// The newest row of the record, and when it was written.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn head(&self) -> Result<(Head, Instant), StoreError> {
        head(&self.db)
    }
}

impl Found<'_> {
    /// The newest row of the record, before what is about to be written.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub fn head(&self) -> Result<Head, StoreError> {
        head(self.tx()).map(|(head, _)| head)
    }
}

fn head(db: &Connection) -> Result<(Head, Instant), StoreError> {
    let mut last = db.prepare_cached("SELECT seq, hash, at FROM history ORDER BY seq DESC LIMIT 1")?;
    let found = last
        .query_row([], |r| Ok((Head { seq: r.get(0)?, hash: r.get(1)? }, Instant(r.get(2)?))))
        .optional()?;
    Ok(found.unwrap_or_default())
}
