//! How wide the columns of a printed table are, and how large its type.
//!
//! Owns the parting of a page's width: what is short stands in one line, long texts share what is left. Measures are in
//! half-width characters.

use super::doc::{Cell, Page, Table};
use super::shown;
use crate::strings::Lang;
use crate::text::{cells, visible};

/// A heading may be broken into lines of two hanzi, a text into lines of four; in small type of two as well, so that long
/// texts get what short ones spare.
const PAIR: usize = 4;
const WORDS: usize = 8;
/// A day or a decimal is not broken in any type; what is longer, as the address of a page, may be.
const UNBROKEN: usize = 10;
/// So many rows are kept together on a page.
const SHORT: usize = 12;

/// The size of a table's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// 小四, where the page stands.
    Four,
    /// 五号, where it lies.
    Five,
    /// 小五, where 五号 would break words in pieces.
    Nine,
}

impl Size {
    /// Room that borders and margins of a cell take.
    const fn margin(self) -> usize {
        if matches!(self, Self::Nine) { 1 } else { 2 }
    }

    /// Half points.
    pub(super) const fn half_points(self) -> usize {
        match self {
            Self::Four => 24,
            Self::Five => 21,
            Self::Nine => 18,
        }
    }
}

/// Whether a table is so short that no page should part it.
pub(super) fn is_short(table: &Table) -> bool {
    table.rows.len() <= SHORT
}

/// The type of a table on a page, and the shares of its columns in the page's width.
pub(super) fn fit(table: &Table, page: Page, lang: Lang) -> (Size, Vec<usize>) {
    let columns = |words, size| -> Vec<(usize, usize)> {
        (0..table.columns.len()).map(|at| column(table, at, (words, size), lang)).collect()
    };
    let least = |columns: &[(usize, usize)]| columns.iter().map(|(least, _)| least).sum::<usize>();
    let usual = match page {
        Page::Portrait => Size::Four,
        Page::Landscape => Size::Five,
    };
    let at_ease = columns(WORDS, usual);
    let tight = least(&at_ease) > room(page, usual);
    let (size, columns) = if tight { (Size::Nine, columns(PAIR, Size::Nine)) } else { (usual, at_ease) };
    let least = least(&columns);
    let spare = room(page, size).saturating_sub(least);
    let longing: usize = columns.iter().map(|(least, most)| most - least).sum();
    // Hundredths, so that little is lost by rounding.
    let share = |(least, most): &(usize, usize)| {
        let more = ((most - least) * 100 * spare.min(longing)).checked_div(longing).unwrap_or(0);
        (least * 100 + more).max(1)
    };
    (size, columns.iter().map(share).collect())
}

/// How many characters stand across a page: 156 mm or 257 mm.
fn room(page: Page, size: Size) -> usize {
    let points = match page {
        Page::Portrait => 442,
        Page::Landscape => 728,
    };
    points * 4 / size.half_points()
}

/// What a column needs at least, and how much its longest cell would take in one line; margins included. Where all shares of
/// the spare room are as these lengths, the longest cells of all columns are equally high.
fn column(table: &Table, at: usize, (words, size): (usize, Size), lang: Lang) -> (usize, usize) {
    let name = table.columns.get(at).map(|column| visible(&column.name)).unwrap_or_default();
    // What stands in brackets is not broken: a line would begin with one.
    let bracket = name.find(['(', '（']).and_then(|from| name.get(from..)).map_or(0, cells);
    let name = cells(&name);
    let (mut least, mut most) = (name.min(PAIR).max(bracket), name);
    for cell in table.rows.iter().filter_map(|row| row.get(at)) {
        let shown = shown::cell(cell, lang);
        let lines = shown.split('\n').map(cells);
        let widest = lines.clone().max().unwrap_or(0);
        let whole = match cell {
            Cell::Text(_) => widest.min(words).max(unbroken(&shown)),
            // A percent sign is as wide as two figures.
            _ => widest + shown.matches('%').count(),
        };
        least = least.max(whole);
        most = most.max(lines.sum());
    }
    (least + size.margin(), most.max(least) + size.margin())
}

/// The longest run of figures and what stands between them, as far as it counts.
fn unbroken(text: &str) -> usize {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | '%')));
    runs.map(str::len).max().unwrap_or(0).min(UNBROKEN)
}

#[cfg(test)]
mod tests {
    use super::super::doc::Column;
    use super::super::samples::bulletin;
    use super::*;
    use jiff::civil::Date;

    fn table(columns: &[(&str, u16)], row: &[Cell]) -> Table {
        let columns = columns.iter().map(|(name, width)| Column::new("c", name, *width)).collect();
        Table { caption: String::new(), columns, rows: vec![row.to_vec()] }
    }

    #[test]
    fn what_is_short_stands_in_one_line_and_long_texts_share_the_rest() {
        let text = |chars| Cell::Text("字".repeat(chars));
        let day = Cell::Day(Date::constant(2025, 12, 31));
        let wide = table(
            &[("序号", 2), ("时限", 4), ("进展", 30), ("问题", 30)],
            &[Cell::Count(21), day, text(200), text(100)],
        );
        let (size, shares) = fit(&wide, Page::Portrait, Lang::Zh);
        assert_eq!((size, shares[0], shares[1]), (Size::Four, 600, 1200));
        assert!(shares[2] > shares[3] && shares[3] > 1000, "{shares:?}");
        assert!(shares.iter().sum::<usize>() <= room(Page::Portrait, Size::Four) * 100);
    }

    #[test]
    fn an_empty_column_takes_no_more_than_its_name() {
        let (_, shares) =
            fit(&table(&[("备注", 60), ("a", 6)], &[Cell::Empty, Cell::Count(1)]), Page::Portrait, Lang::Zh);
        assert_eq!(shares, [600, 300]);
    }

    #[test]
    fn no_day_and_no_bracket_is_broken() {
        let moved = Cell::Text("2025-12-31延至2026-06-30".into());
        let names = [("时限", 10), ("督办记录（次）", 4), ("占比", 4)];
        let share = Cell::Number("100.0".into(), "%".into());
        let narrow = vec![Cell::Text("字".repeat(4_000)), moved, Cell::Count(1), share];
        let columns = [&[("进展", 30)], &names[..]].concat();
        let (_, shares) = fit(&table(&columns, &narrow), Page::Portrait, Lang::Zh);
        assert_eq!(shares[1..].iter().map(|share| share / 100).collect::<Vec<_>>(), [12, 8, 9]);
    }

    #[test]
    fn the_type_is_smaller_only_where_many_columns_want_it() {
        let name = ("任务名称", 10);
        let word = Cell::Text("正常推进".into());
        let many = table(&[name; 14], &vec![word.clone(); 14]);
        assert_eq!(fit(&many, Page::Landscape, Lang::Zh).0, Size::Nine);
        let few = table(&[name; 13], &vec![word; 13]);
        assert_eq!(fit(&few, Page::Landscape, Lang::Zh).0, Size::Five);
        assert!(bulletin().tables().all(|table| fit(table, Page::Landscape, Lang::Zh).0 == Size::Five));
        assert_eq!(fit(&Table::default(), Page::Portrait, Lang::Zh), (Size::Four, vec![]));
    }
}
