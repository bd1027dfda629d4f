//! Sheets that units fill in: the template that goes out, and what is read from one that comes back.
//!
//! Owns the columns, the spellings of a cell, and where a fault stands. Refuses to write into the ledger and to guess:
//! a cell that could mean two things is a fault, and all faults are told at once.

mod cell;
mod column;
mod csv;
mod grid;
mod head;
mod line;
mod template;
mod values;
mod xlsx;

pub use column::Column;
pub use grid::Grid;
pub use line::{Line, Lines, lines};
pub use template::{Row, Template, rows};
pub use values::set_value;

use crate::error::Error;

/// Reads a file's sheets, whichever kind it is: XLSX, or CSV in UTF-8 or GB18030.
///
/// # Errors
/// [`Error::Sheet`] with why it cannot be read.
pub fn read(bytes: &[u8]) -> Result<Vec<Grid>, Error> {
    if xlsx::is(bytes) { xlsx::read(bytes) } else { csv::read(bytes).map(|grid| vec![grid]) }
}
