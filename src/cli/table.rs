//! Tables for people, aligned by display width.
//!
//! The last column is not padded and takes the text whose width terminals disagree about (titles with Chinese
//! quotation marks), so that every column before it stands straight in any terminal.

use super::out::Out;
use crate::strings::{Lang, Text};
use crate::text::{cells, visible};

/// Rows of cells under headings.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    right: Vec<usize>,
}

impl Table {
    pub(super) fn new(lang: Lang, headings: &[Text]) -> Self {
        Self { rows: vec![headings.iter().map(|h| h.say(lang).to_owned()).collect()], right: Vec::new() }
    }

    /// Columns, from 0, whose cells stand at the right.
    pub(super) fn right(mut self, columns: &[usize]) -> Self {
        self.right = columns.to_vec();
        self
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|c| visible(&c).into_owned()).collect());
    }

    pub(super) fn print(&self, out: &mut Out) {
        for line in self.lines() {
            out.line(&line);
        }
    }

    fn lines(&self) -> Vec<String> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column| {
            self.rows.iter().filter_map(|r| r.get::<usize>(column)).map(|c| cells(c)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        self.rows.iter().map(|row| self.line(row, &widths)).collect()
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let gap = " ".repeat(width.saturating_sub(cells(cell)));
            let at_right = self.right.contains(&column);
            let parts = if at_right { [gap.as_str(), cell] } else { [cell, gap.as_str()] };
            line.extend(parts);
            line.push(' ');
        }
        line.truncate(line.trim_end().len());
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strings::cli;

    #[test]
    fn columns_stand_straight() {
        let mut table = Table::new(Lang::Zh, &[cli::COL_NO, cli::COL_UNIT, cli::COL_TASK]).right(&[0]);
        table.row(["7", "县司法局", "服务"].map(str::to_owned));
        table.row(["14", "县府办", "“放管服”\u{1b}[2J"].map(str::to_owned));
        assert_eq!(
            table.lines(),
            ["编号 单位     任务", "   7 县司法局 服务", "  14 县府办   “放管服”<U+001B>[2J"]
        );
    }
}
