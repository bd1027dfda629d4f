//! XLSX, cell by cell: a sheet that claims a million rows costs what it holds.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use jiff::civil::Date;
use zip::ZipArchive;

use super::grid::{Cell, Grid, MOST_CELLS};
use crate::error::{Error, SheetError};

/// More megabytes than a workbook with all the cells that are read holds. A few kB can hold any number of them.
const MOST_MB: u64 = 128;

/// Whether a file is one: they are all ZIP archives.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Error> {
    let fault = |e: calamine::XlsxError| Error::from(SheetError::Unreadable(e.to_string()));
    must_fit(bytes, MOST_MB)?;
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

/// Refuses what is larger than so many megabytes once unpacked. What the archive says of that is not believed.
fn must_fit(bytes: &[u8], megabytes: u64) -> Result<(), Error> {
    let fault = |e: String| Error::from(SheetError::Unreadable(e));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| fault(e.to_string()))?;
    let mut left = megabytes << 20;
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(|e| fault(e.to_string()))?;
        let read = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|e| fault(e.to_string()))?;
        left = left.checked_sub(read).ok_or(SheetError::Swollen(megabytes))?;
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn a_small_file_that_unpacks_to_more_than_there_may_be_is_refused() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a", "b"] {
            archive.start_file(name, SimpleFileOptions::default()).expect("a part");
            archive.write_all(&vec![0; 600 << 10]).expect("written");
        }
        let bytes = archive.finish().expect("an archive").into_inner();
        assert!(bytes.len() < 10_000);
        assert!(must_fit(&bytes, 2).is_ok());
        let Err(Error::Sheet(error)) = must_fit(&bytes, 1) else { panic!("it does not fit") };
        assert!(matches!(*error, SheetError::Swollen(1)), "{error:?}");
    }
}
