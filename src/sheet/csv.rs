//! CSV in UTF-8, with or without its mark, or in GB18030, which Excel writes in China.

use std::borrow::Cow;

use encoding_rs::GB18030;

use super::grid::{Cell, Grid, MOST_CELLS};
use crate::error::{Error, SheetError};

/// How a workbook of before 2007 begins.
const OLD_EXCEL: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

pub(super) fn read(bytes: &[u8]) -> Result<Grid, Error> {
    if bytes.starts_with(&OLD_EXCEL) {
        return Err(SheetError::OldExcel.into());
    }
    let text = decoded(bytes)?;
    let mut grid = Grid::default();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut cells = 0;
    for (row, record) in reader.records().enumerate() {
        let record = record.map_err(|e| SheetError::Unreadable(e.to_string()))?;
        cells += record.len();
        if cells > MOST_CELLS {
            return Err(SheetError::TooMuch(MOST_CELLS).into());
        }
        for (column, field) in record.iter().enumerate() {
            grid.put(row, column, Cell::Text(crate::text::without_apostrophe(field).to_owned()));
        }
    }
    Ok(grid)
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(plain) {
        return Ok(Cow::Borrowed(text));
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(plain);
    text.ok_or_else(|| SheetError::Encoding.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "任务编号,责任单位\r\n14,\"县司法局\n第二行\"\r\n";
        let grid = read(text.as_bytes()).expect("UTF-8");
        assert_eq!(grid.at(1, 1), Some(&Cell::Text("县司法局\n第二行".to_owned())));
        let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
        assert_eq!(read(&marked).expect("marked"), grid);
        assert_eq!(read(&GB18030.encode(text).0).expect("GB18030"), grid);
        for odd in [b"\xff\xfe\x00".as_slice(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"] {
            assert!(read(odd).is_err(), "{odd:?}");
        }
    }
}
