//! What is wrong with a sheet that is imported, and where.

use super::Error;
use super::Exit;
use super::rows::{Row, moment};
use crate::clock::Instant;
use crate::strings::{Lang, Text, transfer, ui};

/// A place in a sheet, as a spreadsheet counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The sheet's name; CSV has none.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: usize,
    /// The column, from 0, and what heads it.
    pub column: Option<(usize, Text)>,
}

impl Place {
    /// The place in words.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let row = self.row.to_string();
        let place = match &self.column {
            Some((at, name)) => transfer::AT_CELL.with(lang, &[&letters(*at), &row, name.say(lang)]),
            None => transfer::AT_ROW.with(lang, &[&row]),
        };
        match &self.sheet {
            Some(name) => transfer::IN_SHEET.with(lang, &[name, &place]),
            None => place,
        }
    }
}

/// A fault and its place.
#[derive(Debug)]
pub struct SheetFault {
    /// Where.
    pub place: Place,
    /// What.
    pub error: Error,
}

/// Why a sheet is not imported.
#[derive(Debug)]
pub enum SheetError {
    /// Single cells or rows, all of them.
    Faults(Vec<SheetFault>),
    /// No row names the columns that are needed; those that lack.
    NoHead(Vec<Text>),
    /// A column is there twice: its name and the second place.
    Twice(Text, usize),
    /// It cannot be read as what it looks like.
    Unreadable(String),
    /// A workbook of before 2007.
    OldExcel,
    /// Text in neither of the encodings.
    Encoding,
    /// More than so many cells.
    TooMuch(usize),
    /// A workbook that holds more than so many megabytes once unpacked.
    Swollen(u64),
    /// The same file was imported before: its name then, by whom, when.
    Already(String, String, Instant),
    /// So many rows would keep everybody waiting.
    Crowd(usize),
    /// A cell must say something.
    Wanting(Text),
    /// A formula gave no value.
    Formula(String),
    /// 1 can be one percent or all of it.
    OneOrAll,
    /// There is such a report with the same text and other fields: its number.
    Differs(i64),
    /// The same is twice in the sheet with other fields: the row before.
    DiffersInSheet(usize),
    /// Neither XLSX nor CSV by its name.
    Kind(String),
}

impl From<SheetError> for Error {
    fn from(error: SheetError) -> Self {
        Self::Sheet(Box::new(error))
    }
}

/// `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or_default());
    match column / 26 {
        0 => letter(column).to_string(),
        more => format!("{}{}", letters(more - 1), letter(column)),
    }
}

/// Fault after fault, each on a line of its own.
pub(super) fn faults(error: &SheetError, lang: Lang) -> Vec<String> {
    let SheetError::Faults(faults) = error else { return Vec::new() };
    faults.iter().map(|f| transfer::FAULT.with(lang, &[&f.place.say(lang), &f.error.say(lang)])).collect()
}

pub(super) fn sheet_row(error: &SheetError, lang: Lang) -> Row {
    use Exit::{Busy, Forbidden, Usage};
    let names =
        |names: &[Text]| names.iter().map(|n| n.say(lang)).collect::<Vec<_>>().join(ui::LIST_COMMA.say(lang));
    match error {
        SheetError::Faults(faults) => {
            let forbidden = !faults.is_empty() && faults.iter().all(|f| f.error.exit() == Forbidden);
            (if forbidden { Forbidden } else { Usage }, transfer::FAULTS, vec![faults.len().to_string()])
        }
        SheetError::NoHead(lacks) => (Usage, transfer::NO_HEAD, vec![names(lacks)]),
        SheetError::Twice(name, at) => {
            (Usage, transfer::TWICE, vec![name.say(lang).to_owned(), letters(*at)])
        }
        SheetError::Unreadable(said) => (Usage, transfer::UNREADABLE, vec![said.clone()]),
        SheetError::OldExcel => (Usage, transfer::OLD_EXCEL, vec![]),
        SheetError::Encoding => (Usage, transfer::ENCODING, vec![]),
        SheetError::TooMuch(most) => (Usage, transfer::TOO_MUCH, vec![most.to_string()]),
        SheetError::Swollen(most) => (Usage, transfer::SWOLLEN, vec![most.to_string()]),
        SheetError::Already(file, by, at) => {
            (Usage, transfer::ALREADY, vec![file.clone(), by.clone(), moment(*at)])
        }
        SheetError::Crowd(rows) => (Busy, transfer::CROWD, vec![rows.to_string()]),
        SheetError::Wanting(name) => (Usage, transfer::WANTING, vec![name.say(lang).to_owned()]),
        SheetError::Formula(said) => (Usage, transfer::FORMULA, vec![said.clone()]),
        SheetError::OneOrAll => (Usage, transfer::ONE_OR_ALL, vec![]),
        SheetError::Differs(id) => (Usage, transfer::DIFFERS, vec![id.to_string()]),
        SheetError::DiffersInSheet(row) => (Usage, transfer::DIFFERS_IN_SHEET, vec![row.to_string()]),
        SheetError::Kind(name) => (Usage, transfer::KIND, vec![name.clone()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_a_spreadsheet_does() {
        for (at, expected) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(at), expected);
        }
    }
}
