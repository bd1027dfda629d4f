//! Finding the head among titles and notes: the row, or the two rows, whose cells name columns.

use std::collections::BTreeMap;

use super::Column;
use super::grid::Grid;
use crate::ledger::Field;

/// How many rows from the top are looked at.
const LOOKED_AT: usize = 40;

/// Which columns stand where, and the first row below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) columns: BTreeMap<Column, usize>,
    pub(super) below: usize,
    /// A column that heads two: which, and where the second stands.
    pub(super) twice: Option<(Column, usize)>,
    /// Headings that name no column.
    pub(super) unknown: Vec<String>,
}

impl Head {
    /// The columns that a sheet must have and this has not.
    fn lacks(&self) -> Vec<Column> {
        let has = |column: &Column| self.columns.contains_key(column);
        let mut lacks: Vec<Column> = [Column::Task, Column::Unit].into_iter().filter(|c| !has(c)).collect();
        let says = [Field::Progress, Field::Status].map(Column::Field);
        if !says.iter().any(has) {
            lacks.push(Column::Field(Field::Progress));
        }
        lacks
    }
}

/// The head of a sheet, or what the best row lacks.
pub(super) fn find(grid: &Grid) -> Result<Head, Vec<Column>> {
    let mut best: Option<Head> = None;
    for &row in grid.rows.keys().take(LOOKED_AT) {
        for deep in [1, 2] {
            let head = of(grid, row, deep);
            if best.as_ref().is_none_or(|b| b.columns.len() < head.columns.len()) {
                best = Some(head);
            }
        }
    }
    let lacks = best.as_ref().map_or_else(|| vec![Column::Task, Column::Unit], Head::lacks);
    best.filter(|_| lacks.is_empty()).ok_or(lacks)
}

/// What a row names, together with the one below it where that names columns too.
fn of(grid: &Grid, row: usize, deep: usize) -> Head {
    let mut head = Head { columns: BTreeMap::new(), below: row + deep, twice: None, unknown: Vec::new() };
    // The lower row is the finer one.
    let lowest = row + deep - 1;
    for row in (row..=lowest).rev() {
        let mut unknown = Vec::new();
        let before = head.columns.len();
        for (at, cell) in grid.rows.get(&row).into_iter().flatten() {
            // Over a column that the lower row names stands what several have in common.
            if row < lowest && head.columns.values().any(|taken| taken == at) {
                continue;
            }
            let text = cell.text();
            match Column::of(&text) {
                Some(column) if head.columns.contains_key(&column) => {
                    head.twice = head.twice.or(Some((column, *at)));
                }
                Some(column) => drop(head.columns.insert(column, *at)),
                None => unknown.push(text),
            }
        }
        // A row that names no column is a title.
        if head.columns.len() > before {
            head.unknown.append(&mut unknown);
        }
    }
    head
}
