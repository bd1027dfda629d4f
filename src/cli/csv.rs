//! CSV for spreadsheets: UTF-8, a cell that a spreadsheet would take for a formula begins with an apostrophe.

use super::out::Out;
use crate::text::harmless;

/// Writes rows as CSV, below the names that machine output uses.
pub(super) fn print(out: &mut Out, names: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
    write(out, std::iter::once(names.iter().map(|n| (*n).to_owned()).collect()).chain(rows));
}

/// Writes further rows.
pub(super) fn write(out: &mut Out, rows: impl IntoIterator<Item = Vec<String>>) {
    for row in rows {
        let mut line = csv::WriterBuilder::new().from_writer(Vec::new());
        let written = line.write_record(row.iter().map(|c| harmless(c).into_owned()));
        if let (Ok(()), Ok(bytes)) = (written, line.into_inner()) {
            out.text(&String::from_utf8_lossy(&bytes));
        }
    }
}
