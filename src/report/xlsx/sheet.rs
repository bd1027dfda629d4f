//! One sheet being written. Owns how its pages are set up, how values become cells and how high rows are.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::look::Look;
use crate::ledger::Coded;
use crate::report::FormatFault;
use crate::report::doc::{Cell, Page};
use crate::report::shown;
use crate::strings::Lang;
use crate::text::{visible, visible_lines, wrap};

/// A4, as spreadsheets number papers.
const A4: u8 = 9;
/// The most UTF-16 units in a cell.
pub(super) const CELL_UNITS: usize = 32_767;
/// The highest row there is, in points.
const HIGHEST: u32 = 409;

/// A sheet, how it is called, and how wide its columns are.
pub(super) struct Sheet<'a> {
    inner: &'a mut Worksheet,
    name: String,
    look: &'a Look,
    lang: Lang,
    widths: Vec<usize>,
}

impl<'a> Sheet<'a> {
    /// Names a sheet and sets up its pages and columns, so many half-width characters wide each.
    pub(super) fn new(
        sheet: &'a mut Worksheet,
        (name, page): (String, Page),
        (look, lang): (&'a Look, Lang),
        widths: Vec<usize>,
    ) -> Result<Self, FormatFault> {
        sheet.set_name(&name).map_err(FormatFault::said)?;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C- &P -");
        sheet.set_margins(0.6, 0.6, 0.8, 0.8, 0.3, 0.3);
        if page == Page::Landscape {
            sheet.set_landscape();
        }
        for (at, width) in (0..).zip(&widths) {
            let width = u8::try_from(width + 2).unwrap_or(u8::MAX);
            sheet.set_column_width(at, f64::from(width)).map_err(FormatFault::said)?;
        }
        Ok(Self { inner: sheet, name, look, lang, widths })
    }

    /// Writes a row of values.
    pub(super) fn row(&mut self, row: u32, values: &[Cell]) -> Result<(), FormatFault> {
        for (at, cell) in (0..).zip(values) {
            self.cell(row, at, cell)?;
        }
        let shown = values.iter().zip(&self.widths);
        let lines = shown.map(|(cell, width)| wrap(&shown::cell(cell, self.lang), *width).len()).max();
        self.high(row, lines.unwrap_or(1), 16)
    }

    /// Writes a row of texts that are already safe, all in one format.
    pub(super) fn texts(&mut self, row: u32, texts: &[String], format: &Format) -> Result<(), FormatFault> {
        for (at, text) in (0..).zip(texts) {
            self.put(row, at, text, format)?;
        }
        Ok(())
    }

    /// Writes one text across all columns, in lines so many points high.
    pub(super) fn across(
        &mut self,
        row: u32,
        text: &str,
        format: &Format,
        points: u32,
    ) -> Result<(), FormatFault> {
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        if last > 0 {
            self.inner.merge_range(row, 0, row, last, "", format).map_err(FormatFault::said)?;
        }
        self.put(row, 0, text, format)?;
        // Type of 11 points stands in lines of 15; larger type takes more cells in the same measure.
        let room = self.widths.iter().map(|w| w + 2).sum::<usize>() * 15
            / usize::try_from(points).unwrap_or(15).max(1);
        self.high(row, wrap(text, room).len(), points)
    }

    /// The names of the columns stay on the screen, stand on every printed page, and filter the rows down to `end`.
    pub(super) fn head_stays(&mut self, row: u32, end: u32) -> Result<(), FormatFault> {
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let set = |sheet: &mut Worksheet| -> Result<(), XlsxError> {
            sheet.set_freeze_panes(row + 1, 0)?;
            sheet.set_repeat_rows(row, row)?;
            sheet.autofilter(row, 0, end, last)?;
            Ok(())
        };
        set(self.inner).map_err(FormatFault::said)
    }

    /// Lays a chart over the cells from this row on.
    pub(super) fn draw(&mut self, row: u32, chart: &rust_xlsxwriter::Chart) -> Result<(), FormatFault> {
        self.inner.insert_chart(row, 0, chart).map(|_| ()).map_err(FormatFault::said)
    }

    /// How the sheet is called.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    fn high(&mut self, row: u32, lines: usize, points: u32) -> Result<(), FormatFault> {
        let high = u32::try_from(lines.max(1)).unwrap_or(HIGHEST).saturating_mul(points).min(HIGHEST);
        self.inner.set_row_height(row, high).map(|_| ()).map_err(FormatFault::said)
    }

    fn cell(&mut self, row: u32, at: u16, cell: &Cell) -> Result<(), FormatFault> {
        let look = self.look;
        let said = || shown::cell(cell, self.lang);
        let written = match cell {
            Cell::Count(count) => match exact(&count.to_string()) {
                Some((number, _)) => self.inner.write_number_with_format(row, at, number, &look.count),
                None => return self.put(row, at, &said(), &look.text),
            },
            Cell::Number(text, unit) => match exact(text) {
                Some((number, places)) => {
                    let format = look.number(places, &visible(unit));
                    self.inner.write_number_with_format(row, at, number, &format)
                }
                None => return self.put(row, at, &said(), &look.text),
            },
            Cell::Day(day) => match date(*day) {
                Ok(date) => self.inner.write_datetime_with_format(row, at, &date, &look.day),
                Err(_) => return self.put(row, at, &said(), &look.text),
            },
            Cell::Light(light) => {
                let word = light.word().say(self.lang);
                self.inner.write_string_with_format(row, at, word, &look.light(*light))
            }
            Cell::Period(_) => return self.put(row, at, &said(), &look.text),
            Cell::Text(text) => return self.put(row, at, &visible_lines(text), &look.text),
            Cell::Empty => return self.put(row, at, "", &look.text),
        };
        written.map(|_| ()).map_err(FormatFault::said)
    }

    /// Writes a text that is already safe, as text whatever it begins with.
    fn put(&mut self, row: u32, at: u16, text: &str, format: &Format) -> Result<(), FormatFault> {
        if text.encode_utf16().count() > CELL_UNITS {
            let row = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
            return Err(FormatFault::LongCell { sheet: self.name.clone(), row });
        }
        let written = if text.is_empty() {
            self.inner.write_blank(row, at, format)
        } else if text.starts_with(['=', '+', '-', '@']) {
            // It stays text also when somebody edits it.
            self.inner.write_string_with_format(row, at, text, &format.clone().set_quote_prefix())
        } else {
            self.inner.write_string_with_format(row, at, text, format)
        };
        written.map(|_| ()).map_err(FormatFault::said)
    }
}

/// A day as spreadsheets count them.
pub(super) fn date(day: jiff::civil::Date) -> Result<ExcelDateTime, XlsxError> {
    let number = |n: i8| u8::try_from(n).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
}

/// A decimal as a number that shows exactly as it is written, and its places; `None` where a number would not.
pub(super) fn exact(text: &str) -> Option<(f64, usize)> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let places = text.split_once('.').map_or(0, |(_, after)| after.len());
    let number: f64 = text.parse().ok()?;
    // A negative nothing would lose its sign.
    let shows = number.is_finite() && !(number == 0.0 && text.starts_with('-'));
    (shows && digits <= 15 && format!("{number:.places$}") == text).then_some((number, places))
}
