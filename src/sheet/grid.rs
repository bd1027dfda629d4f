//! A sheet as it was read: cells at their places, before anybody knows what they mean.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// Most cells that are read of one file. Nobody fills in more by hand.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, or a number written as words.
    Text(String),
    /// A number typed as one.
    Number(f64),
    /// A day typed as one.
    Day(Date),
    /// What a formula could not give, such as `#REF!`.
    Fault(String),
}

impl Cell {
    /// As it would be typed.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// Whether nobody wrote anything in it.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

/// The cells of a sheet that hold something. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// What the sheet is called; CSV has no name.
    pub name: Option<String>,
    pub(super) rows: BTreeMap<usize, BTreeMap<usize, Cell>>,
    /// Cells that are one: first and last row, first and last column.
    pub(super) merged: Vec<[usize; 4]>,
}

impl Grid {
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) {
        if !cell.is_blank() {
            self.rows.entry(row).or_default().insert(column, cell);
        }
    }

    /// What stands in a cell; what is written in merged cells stands in the first.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(&row).and_then(|r| r.get(&column))
    }

    /// The same where a cell that is merged with those above says what they say.
    pub(super) fn through_merged(&self, row: usize, column: usize) -> Option<&Cell> {
        let holds = |m: &&[usize; 4]| (m[0]..=m[1]).contains(&row) && (m[2]..=m[3]).contains(&column);
        match self.merged.iter().find(holds) {
            Some([top, _, left, _]) => self.at(*top, *left),
            None => self.at(row, column),
        }
    }
}
