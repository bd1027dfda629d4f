//! Cells that a spreadsheet would take for a formula, and the apostrophe that keeps it from doing so.
//! Some take full-width signs for formulas too.

use std::borrow::Cow;

use super::visible_lines;

/// What a formula begins with.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell as a spreadsheet takes it for text, and as nothing in it can do harm. An apostrophe that would be taken for
/// this program's own gets another.
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let shown = visible_lines(cell);
    if is_formula(&shown) { format!("'{shown}").into() } else { shown }
}

/// What was written before [`harmless`] put an apostrophe before it.
#[must_use]
pub fn without_apostrophe(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|bare| is_formula(bare)).unwrap_or(cell)
}

fn is_formula(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'').trim_start();
    bare.starts_with(FORMULA) && cell.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("=1+1", "'=1+1"),
            ("＠x", "'＠x"),
            (" =1", "' =1"),
            ("-5", "-5"),
            ("县府办", "县府办"),
            ("'=1", "''=1"),
            ("'-5", "''-5"),
            ("'好'", "'好'"),
        ] {
            assert_eq!(harmless(cell), expected);
            assert_eq!(without_apostrophe(expected), cell);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(cell in "['=+ 5a-]{0,6}") {
            let written = harmless(&cell);
            prop_assert_eq!(without_apostrophe(&written), cell.as_str());
        }
    }
}
