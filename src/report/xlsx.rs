//! A document as a spreadsheet: a sheet for its text, one for each table, one for each chart.
//!
//! Owns what stands on which sheet. Counts, decimals and days are numbers and dates, shown exactly as they are written
//! elsewhere; texts are never formulas. The same document gives the same bytes on every machine.

mod look;
mod name;
mod sheet;

use rust_xlsxwriter::{Chart as Drawing, ChartDataLabel, ChartFormat, ChartPoint, ChartSolidFill, ChartType};
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet};

use super::FormatFault;
use super::doc::{Block, Cell, Chart, Document, Page, Table};
use super::part::parts;
use super::shown::{self, PLAIN_BAR, colours};
use crate::strings::{Lang, paper};
use crate::text::{cells, visible, visible_lines};
use look::Look;
use name::Names;
use sheet::{Sheet, date};

/// The row of a table's column names; above it the title, and what and of which day it is.
const HEAD_ROW: u32 = 2;
/// How wide the sheet of the text is, in half-width characters: an upright page.
const TEXT_CELLS: usize = 76;
/// How wide the names beside a chart's amounts are, and the amounts.
const CHART_CELLS: [usize; 2] = [40, 12];

/// Writes the workbook.
///
/// # Errors
/// A text too long for a cell, or a table larger than a sheet.
pub fn write(doc: &Document, lang: Lang) -> Result<Vec<u8>, FormatFault> {
    let mut book = Workbook::new();
    // Nothing of the machine: no name, and the document's own day.
    let day = date(shown::day(doc)).map_err(FormatFault::said)?;
    book.set_properties(&DocProperties::new().set_title(visible(&doc.title)).set_creation_datetime(&day));
    let mut writer = Writer { doc, lang, look: Look::new(), names: Names::default() };
    let text = |block: &Block| matches!(block, Block::Heading(..) | Block::Text(_));
    let sheets = |block: &Block| matches!(block, Block::Table(_) | Block::Chart(_));
    if doc.blocks.iter().any(text) || !doc.blocks.iter().any(sheets) {
        writer.text(book.add_worksheet())?;
    }
    for part in parts(doc) {
        for block in part.blocks {
            match block {
                Block::Table(table) => writer.table(book.add_worksheet(), table, part.page)?,
                Block::Chart(chart) => writer.chart(book.add_worksheet(), chart)?,
                Block::Heading(..) | Block::Text(_) | Block::NewPage => {}
            }
        }
    }
    book.save_to_buffer().map_err(FormatFault::said)
}

struct Writer<'a> {
    doc: &'a Document,
    lang: Lang,
    look: Look,
    names: Names,
}

impl Writer<'_> {
    /// Title, head, headings, paragraphs and foot, a row each.
    fn text(&mut self, sheet: &mut Worksheet) -> Result<(), FormatFault> {
        let look = &self.look;
        let name = self.names.take(paper::SHEET_TEXT.say(self.lang), self.lang);
        let mut sheet = Sheet::new(sheet, (name, Page::Portrait), (look, self.lang), vec![TEXT_CELLS])?;
        let mut lines = vec![(visible(&self.doc.title).into_owned(), &look.title, 24)];
        lines.extend(shown::head(self.doc, self.lang).into_iter().map(|line| (line, &look.head, 18)));
        let line = |block: &Block| match block {
            Block::Heading(_, text) => Some((visible(text).into_owned(), &look.heading, 18)),
            Block::Text(text) => Some((visible_lines(text).into_owned(), &look.paragraph, 18)),
            Block::Table(_) | Block::Chart(_) | Block::NewPage => None,
        };
        let (text, annexes) = self.doc.signed();
        lines.extend(text.iter().filter_map(line));
        lines.extend(self.doc.foot.iter().map(|line| (visible(line).into_owned(), &look.foot, 18)));
        lines.extend(annexes.iter().filter_map(line));
        for (row, (text, format, points)) in (0..).zip(lines) {
            sheet.across(row, &text, format, points)?;
        }
        Ok(())
    }

    fn table(&mut self, sheet: &mut Worksheet, table: &Table, page: Page) -> Result<(), FormatFault> {
        let name = self.names.take(&table.caption, self.lang);
        let names: Vec<String> = table.columns.iter().map(|c| visible(&c.name).into_owned()).collect();
        let widths = names.iter().enumerate().map(|(at, name)| self.width(table, at, name)).collect();
        let mut sheet = Sheet::new(sheet, (name, page), (&self.look, self.lang), widths)?;
        self.above(&mut sheet, &table.caption)?;
        sheet.texts(HEAD_ROW, &names, &self.look.column)?;
        for (row, values) in (HEAD_ROW + 1..).zip(&table.rows) {
            sheet.row(row, values)?;
        }
        sheet.head_stays(HEAD_ROW, end(table.rows.len()))
    }

    /// As wide as what stands in the column, at most as the document wants, and room for the arrow of the filter.
    fn width(&self, table: &Table, at: usize, name: &str) -> usize {
        let widest = |cell: &Cell| shown::cell(cell, self.lang).split('\n').map(cells).max().unwrap_or(0);
        let inside = table.rows.iter().filter_map(|row| row.get(at)).map(widest).max().unwrap_or(0);
        let wanted = table.columns.get(at).map_or(0, |column| usize::from(column.width));
        inside.min(wanted).max(cells(name) + 2)
    }

    /// A chart's amounts as rows, and the chart drawn from them below.
    fn chart(&mut self, sheet: &mut Worksheet, chart: &Chart) -> Result<(), FormatFault> {
        let name = self.names.take(&chart.caption, self.lang);
        let names = [paper::ITEM, paper::AMOUNT].map(|text| text.say(self.lang).to_owned());
        let shape = (name, Page::Portrait);
        let mut sheet = Sheet::new(sheet, shape, (&self.look, self.lang), CHART_CELLS.to_vec())?;
        self.above(&mut sheet, &chart.caption)?;
        sheet.texts(HEAD_ROW, &names, &self.look.column)?;
        for (row, (item, amount, _)) in (HEAD_ROW + 1..).zip(&chart.bars) {
            sheet.row(row, &[Cell::Text(item.clone()), Cell::Count(*amount)])?;
        }
        let end = end(chart.bars.len());
        if end > HEAD_ROW {
            let drawing = drawing(sheet.name(), chart, end);
            sheet.draw(end.saturating_add(2), &drawing)?;
        }
        sheet.head_stays(HEAD_ROW, end)
    }

    /// The title and what stands beneath it.
    fn above(&self, sheet: &mut Sheet<'_>, caption: &str) -> Result<(), FormatFault> {
        let mut beneath = vec![visible(caption).into_owned()];
        beneath.extend(shown::head(self.doc, self.lang));
        beneath.retain(|line| !line.is_empty());
        sheet.across(0, &visible(&self.doc.title), &self.look.title, 24)?;
        sheet.across(1, &beneath.join("  "), &self.look.beneath, 15)
    }
}

/// The last row of so many below the head.
fn end(rows: usize) -> u32 {
    HEAD_ROW.saturating_add(u32::try_from(rows).unwrap_or(u32::MAX))
}

fn drawing(sheet: &str, chart: &Chart, end: u32) -> Drawing {
    let mut drawing = Drawing::new(ChartType::Bar);
    let point = |colour: &str| {
        ChartPoint::new()
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)))
    };
    let colour = |light: Option<_>| light.map_or(PLAIN_BAR, |light| colours(light).1);
    let points: Vec<ChartPoint> = chart.bars.iter().map(|(.., light)| point(colour(*light))).collect();
    let series = drawing.add_series();
    series.set_categories((sheet, HEAD_ROW + 1, 0, end, 0)).set_values((sheet, HEAD_ROW + 1, 1, end, 1));
    series.set_points(&points).set_data_label(ChartDataLabel::new().show_value());
    drawing.title().set_name(visible(&chart.caption).as_ref());
    drawing.legend().set_hidden();
    // The first row at the top, as in the table.
    drawing.y_axis().set_reverse();
    drawing
}

#[cfg(test)]
mod tests;
