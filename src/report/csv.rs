//! CSV for spreadsheets: UTF-8, a cell that a spreadsheet would take for a formula begins with an apostrophe.

use super::doc::{Cell, Document, Table};
use crate::ledger::Coded;
use crate::strings::Lang;
use crate::text::harmless;

/// The mark by which some spreadsheets know UTF-8.
pub const BOM: &[u8] = "\u{feff}".as_bytes();

/// One line, with its line end.
#[must_use]
pub fn record(cells: &[String]) -> String {
    let mut line = ::csv::WriterBuilder::new().from_writer(Vec::new());
    let written = line.write_record(cells.iter().map(|c| harmless(c).into_owned()));
    match (written, line.into_inner()) {
        (Ok(()), Ok(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        _ => String::new(),
    }
}

/// The tables of a document below the codes of their columns; of several each also below its caption.
pub(super) fn text(doc: &Document) -> String {
    let several = doc.tables().count() > 1;
    let mut out = String::new();
    for table in doc.tables() {
        if several {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&record(std::slice::from_ref(&table.caption)));
        }
        rows(&mut out, table);
    }
    out
}

fn rows(out: &mut String, table: &Table) {
    out.push_str(&record(&table.columns.iter().map(|c| c.code.to_owned()).collect::<Vec<_>>()));
    for row in &table.rows {
        out.push_str(&record(&row.iter().map(shown).collect::<Vec<_>>()));
    }
}

/// Codes where there are any: the same bytes in every language.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Light(light) => light.code().to_owned(),
        Cell::Period(period) => period.to_string(),
        other => other.shown(Lang::Zh),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in
            [("=1+1", "'=1+1"), ("＠x", "'＠x"), (" =1", "' =1"), ("-5", "-5"), ("县府办", "县府办")]
        {
            assert_eq!(harmless(cell), expected);
        }
    }
}
