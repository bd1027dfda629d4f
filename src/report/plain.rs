//! A document as lines of text: paragraphs wrapped, tables as a grid where they fit the width, else row by row.

use super::doc::{Block, Cell, Document, Table};
use crate::strings::{Lang, paper};
use crate::text::{cells, pad, pad_left, wrap};

/// Columns of a page.
const WIDTH: usize = 78;

/// What a paragraph begins with: two hanzi of air.
const INDENT: &str = "    ";

/// The lines.
#[must_use]
pub fn text(doc: &Document, lang: Lang) -> String {
    let mut lines = Vec::new();
    for row in wrapped(&doc.title, WIDTH) {
        let gap = (WIDTH - cells(&row).min(WIDTH)) / 2;
        lines.push(format!("{}{row}", " ".repeat(gap)));
    }
    lines.push(String::new());
    for (label, text) in &doc.head {
        lines.extend(wrapped(&format!("{label}{}{text}", paper::COLON.say(lang)), WIDTH));
    }
    let (text, annexes) = doc.signed();
    for block in text {
        self::block(&mut lines, block, lang);
    }
    if !doc.foot.is_empty() {
        lines.push(String::new());
        lines.extend(doc.foot.iter().map(|line| pad_left(line, WIDTH)));
    }
    for block in annexes {
        self::block(&mut lines, block, lang);
    }
    let mut out = String::new();
    for line in lines {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn block(lines: &mut Vec<String>, block: &Block, lang: Lang) {
    match block {
        // A sub-heading begins like a paragraph.
        Block::Heading(2.., text) => lines.extend(wrapped(&format!("{INDENT}{text}"), WIDTH)),
        Block::Heading(_, text) => {
            lines.push(String::new());
            lines.extend(wrapped(text, WIDTH));
        }
        Block::Text(text) => {
            for paragraph in text.lines() {
                lines.extend(wrapped(&format!("{INDENT}{paragraph}"), WIDTH));
            }
        }
        Block::Table(table) => {
            lines.push(String::new());
            self::table(lines, table, lang);
        }
        // The table beside it says the same.
        Block::Chart(_) => {}
        Block::NewPage => lines.extend([String::new(), "=".repeat(WIDTH)]),
    }
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    wrap(text, width).iter().map(|line| line.shown(text).to_owned()).collect()
}

fn table(lines: &mut Vec<String>, table: &Table, lang: Lang) {
    if !table.caption.is_empty() {
        lines.extend(wrapped(&table.caption, WIDTH));
    }
    let widest = |at: usize, name: &str| {
        let each = table.rows.iter().filter_map(|row| row.get(at));
        let longest = each.flat_map(|c| c.shown(lang).lines().map(cells).collect::<Vec<_>>()).max();
        longest.unwrap_or(0).max(cells(name))
    };
    let widths: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, c)| widest(at, &c.name).min(usize::from(c.width).max(cells(&c.name))))
        .collect();
    if widths.iter().sum::<usize>() + widths.len().saturating_sub(1) <= WIDTH {
        grid(lines, table, &widths, lang);
    } else {
        row_by_row(lines, table, lang);
    }
}

fn grid(lines: &mut Vec<String>, table: &Table, widths: &[usize], lang: Lang) {
    let head: Vec<(String, bool)> = table.columns.iter().map(|c| (c.name.clone(), false)).collect();
    grid_row(lines, &head, widths);
    let rule: Vec<String> = widths.iter().map(|w| "-".repeat(*w)).collect();
    lines.push(rule.join(" "));
    for row in &table.rows {
        let right = |c: &Cell| matches!(c, Cell::Count(_) | Cell::Number(..));
        grid_row(lines, &row.iter().map(|c| (c.shown(lang), right(c))).collect::<Vec<_>>(), widths);
    }
}

/// A row of cells, each in as many lines as it needs.
fn grid_row(lines: &mut Vec<String>, row: &[(String, bool)], widths: &[usize]) {
    let each: Vec<Vec<String>> = row.iter().zip(widths).map(|((c, _), w)| wrapped(c, *w)).collect();
    for at in 0..each.iter().map(Vec::len).max().unwrap_or(0) {
        let piece = |((cell, (_, right)), width): ((&Vec<String>, &(String, bool)), &usize)| {
            let text = cell.get(at).map_or("", String::as_str);
            if *right { pad_left(text, *width) } else { pad(text, *width) }
        };
        lines.push(each.iter().zip(row).zip(widths).map(piece).collect::<Vec<_>>().join(" "));
    }
}

/// A table too wide for the page: a line for each cell that says something.
fn row_by_row(lines: &mut Vec<String>, table: &Table, lang: Lang) {
    for (number, row) in table.rows.iter().enumerate() {
        if number > 0 {
            lines.push(String::new());
        }
        for (at, (column, cell)) in table.columns.iter().zip(row).enumerate() {
            let shown = cell.shown(lang);
            if shown.is_empty() {
                continue;
            }
            let indent = if at == 0 { 0 } else { 2 };
            let text = format!("{}{}{shown}", column.name, paper::COLON.say(lang));
            for (n, row) in wrapped(&text, WIDTH - indent - 2).into_iter().enumerate() {
                let indent = if n == 0 { indent } else { indent + 2 };
                lines.push(format!("{}{row}", " ".repeat(indent)));
            }
        }
    }
}
