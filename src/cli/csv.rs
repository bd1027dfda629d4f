//! CSV for spreadsheets: UTF-8, a cell that a spreadsheet would take for a formula begins with an apostrophe.
//! Some take full-width signs for formulas too.

use super::out::Out;
use crate::text::visible_lines;

/// What a formula begins with.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes rows as CSV, below the names that machine output uses.
pub(super) fn print(out: &mut Out, names: &[&str], rows: impl IntoIterator<Item = Vec<String>>) {
    write(out, std::iter::once(names.iter().map(|n| (*n).to_owned()).collect()).chain(rows));
}

/// Writes further rows.
pub(super) fn write(out: &mut Out, rows: impl IntoIterator<Item = Vec<String>>) {
    for row in rows {
        let mut line = csv::WriterBuilder::new().from_writer(Vec::new());
        let written = line.write_record(row.iter().map(|c| harmless(c)));
        if let (Ok(()), Ok(bytes)) = (written, line.into_inner()) {
            out.text(&String::from_utf8_lossy(&bytes));
        }
    }
}

fn harmless(cell: &str) -> String {
    let shown = visible_lines(cell);
    let formula = shown.trim_start().starts_with(FORMULA) && shown.parse::<f64>().is_err();
    if formula { format!("'{shown}") } else { shown.into_owned() }
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
