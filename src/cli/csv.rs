//! CSV on standard output; how a line is written is the documents' (`report::csv`).

use super::out::Out;
use crate::report::csv::record;

/// Writes rows as CSV, below the names that machine output uses.
pub(super) fn print(out: &mut Out, names: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
    write(out, std::iter::once(names.iter().map(|n| (*n).to_owned()).collect()).chain(rows));
}

/// Writes further rows.
pub(super) fn write(out: &mut Out, rows: impl IntoIterator<Item = Vec<String>>) {
    rows.into_iter().for_each(|row| out.text(&record(&row)));
}
