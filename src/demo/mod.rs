//! A ledger with invented reports, to try the program without real data, and to see what it costs with very many.
//!
//! Owns what the reports say and when; its sentences are data (`data/demo.toml`). The same number of entries, seed
//! and day give the same ledger. Refuses to touch a file that is there already, and rules of its own: what it
//! writes could have been typed and saved one by one, and a test does so.

mod calendar;
mod chance;
mod material;
mod place;
mod stream;
mod template;
mod writer;

use std::path::Path;

use jiff::civil::Date;

use crate::error::Error;
use crate::plan::EMBEDDED;
use crate::store::{LedgerFile, StoreError, fill};

/// Entries where no number is named: something of everything, on one screen.
pub const FEW: u64 = 150;

/// Most entries at once.
pub const MOST: u64 = 5_000_000;

/// Makes a ledger of so many entries that ends on the day before `day`. Returns the number of rows in its record.
///
/// # Errors
/// [`Error::Exists`] where there is a ledger already, or what the store says. Nothing half-made stays behind.
pub fn make(path: &Path, entries: u64, seed: u64, day: Date) -> Result<i64, Error> {
    if LedgerFile::look(path)? == LedgerFile::Ledger {
        return Err(Error::Exists(path.to_owned()));
    }
    let plan = crate::plan::load(EMBEDDED).map_err(StoreError::Plan)?;
    let material = material::Material::of(&plan).map_err(StoreError::Other)?;
    let mut stream = stream::Stream::new(&plan, &material, entries, seed, day);
    let (begin, by) = (stream.begin(), stream.by(0));
    fill(path, EMBEDDED, &by, begin, |to| stream.some(to))?;
    Ok(stream.rows)
}
