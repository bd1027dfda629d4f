//! XLSX, cell by cell: a sheet that claims a million rows costs what it holds.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use jiff::civil::Date;

use super::grid::{Cell, Grid, MOST_CELLS};
use crate::error::{Error, SheetError};

/// Whether a file is one: they are all ZIP archives.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Error> {
    let fault = |e: calamine::XlsxError| Error::from(SheetError::Unreadable(e.to_string()));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    let mut cells = 0;
    for name in book.sheet_names() {
        let mut grid = Grid { name: Some(name.clone()), ..Grid::default() };
        let place = |(row, column): (u32, u32)| (row as usize, column as usize);
        // A sheet of charts has no cells, and none that are merged.
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let merged = merged.iter().map(|d| (place(d.start), place(d.end)));
        grid.merged = merged.map(|((top, left), (bottom, right))| [top, bottom, left, right]).collect();
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        while let Some(found) = reader.next_cell().map_err(fault)? {
            cells += 1;
            if cells > MOST_CELLS {
                return Err(SheetError::TooMuch(MOST_CELLS).into());
            }
            let (row, column) = found.get_position();
            if let Some(cell) = cell(found.get_value()) {
                grid.put(row as usize, column as usize, cell);
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn cell(data: &DataRef<'_>) -> Option<Cell> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => Cell::Text(number.to_string()),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cell::Text(text.clone())
        }
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(yes) => Cell::Text(if *yes { "yes" } else { "no" }.to_owned()),
        DataRef::DateTime(at) => day(at).map_or_else(|| Cell::Number(at.as_f64()), Cell::Day),
        DataRef::Error(error) => Cell::Fault(error.to_string()),
    })
}

/// The day of a cell that is shown as one; a share of a day is none.
fn day(at: &ExcelDateTime) -> Option<Date> {
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    let whole = at.is_datetime() && at.as_f64() >= 1.0;
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| whole)
}
