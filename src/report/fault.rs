//! What a document cannot be written for. Owns the few reasons; their sentences stand in `error`.

use crate::error::Error;

/// Why a format does not take a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatFault {
    /// A text is longer than a cell of a spreadsheet holds.
    LongCell {
        /// The sheet.
        sheet: String,
        /// Its row, from 1.
        row: usize,
    },
    /// The library that writes the format refuses it.
    Writer(String),
}

impl FormatFault {
    /// What a library said.
    #[allow(clippy::needless_pass_by_value)] // it is handed to `map_err`
    pub(super) fn said<E: ToString>(error: E) -> Self {
        Self::Writer(error.to_string())
    }
}

impl From<FormatFault> for Error {
    fn from(fault: FormatFault) -> Self {
        match fault {
            FormatFault::LongCell { sheet, row } => Self::LongCell(sheet, row),
            FormatFault::Writer(said) => Self::Document(said),
        }
    }
}
