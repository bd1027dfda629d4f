//! The formats in which a document can leave: one table.
//!
//! Owns what each is called and who writes it. Refuses to know what any of them looks like inside.

use std::path::Path;

use super::doc::Document;
use super::{csv, docx, html, json, markdown, plain, xlsx};
use crate::error::Error;
use crate::ledger::Coded;
use crate::strings::{Lang, Text, report as say};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Lines for a terminal or a printer.
    #[default]
    Text,
    /// Markdown with tables.
    Markdown,
    /// The tables alone, for spreadsheets.
    Csv,
    /// Everything, for programs.
    Json,
    /// A page to read and to print.
    Html,
    /// A document for Word.
    Docx,
    /// A spreadsheet.
    Xlsx,
}

/// A row of the table.
struct Row {
    format: Format,
    /// As typed, and as stored.
    code: &'static str,
    /// What a file's name ends with.
    extension: &'static str,
    word: Text,
    /// Whether it is bytes that no terminal should be shown.
    bytes: bool,
    write: fn(&Document, Lang) -> Result<Vec<u8>, Error>,
}

const TEXT: Row = Row {
    format: Format::Text,
    code: "txt",
    extension: "txt",
    word: say::FORMAT_TEXT,
    bytes: false,
    write: |doc, lang| Ok(plain::text(doc, lang).into_bytes()),
};

const TABLE: &[Row] = &[
    TEXT,
    Row {
        format: Format::Markdown,
        code: "md",
        extension: "md",
        word: say::FORMAT_MARKDOWN,
        bytes: false,
        write: |doc, lang| Ok(markdown::text(doc, lang).into_bytes()),
    },
    Row {
        format: Format::Csv,
        code: "csv",
        extension: "csv",
        word: say::FORMAT_CSV,
        bytes: false,
        write: |doc, _| Ok(csv::text(doc).into_bytes()),
    },
    Row {
        format: Format::Json,
        code: "json",
        extension: "json",
        word: say::FORMAT_JSON,
        bytes: false,
        write: |doc, _| Ok(json::document(doc).into_bytes()),
    },
    Row {
        format: Format::Html,
        code: "html",
        extension: "html",
        word: say::FORMAT_HTML,
        bytes: false,
        write: |doc, lang| Ok(html::write(doc, lang)?),
    },
    Row {
        format: Format::Docx,
        code: "docx",
        extension: "docx",
        word: say::FORMAT_DOCX,
        bytes: true,
        write: |doc, lang| Ok(docx::write(doc, lang)?),
    },
    Row {
        format: Format::Xlsx,
        code: "xlsx",
        extension: "xlsx",
        word: say::FORMAT_XLSX,
        bytes: true,
        write: |doc, lang| Ok(xlsx::write(doc, lang)?),
    },
];

impl Format {
    fn row(self) -> &'static Row {
        TABLE.iter().find(|row| row.format == self).unwrap_or(&TEXT)
    }

    /// What a file's name ends with, without a dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.row().extension
    }

    /// Whether it is bytes that no terminal should be shown.
    #[must_use]
    pub fn is_bytes(self) -> bool {
        self.row().bytes
    }

    /// The format that a file's name asks for.
    #[must_use]
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        TABLE.iter().find(|row| row.extension == ending).map(|row| row.format)
    }

    /// The document in this format.
    ///
    /// # Errors
    /// Where the library that writes it says so; nothing was written anywhere.
    pub fn write(self, doc: &Document, lang: Lang) -> Result<Vec<u8>, Error> {
        (self.row().write)(doc, lang)
    }
}

impl Coded for Format {
    const ALL: &'static [Self] =
        &[Self::Text, Self::Markdown, Self::Csv, Self::Json, Self::Html, Self::Docx, Self::Xlsx];

    fn code(self) -> &'static str {
        self.row().code
    }

    fn word(self) -> Text {
        self.row().word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_one_row_and_is_known_by_its_code_and_its_ending() {
        assert_eq!(TABLE.iter().map(|r| r.format).collect::<Vec<_>>(), Format::ALL);
        for format in Format::ALL {
            assert_eq!(Format::parse(format.code()), Some(*format));
            let name = format!("通报.{}", format.extension().to_uppercase());
            assert_eq!(Format::of_name(Path::new(&name)), Some(*format));
        }
        assert_eq!(Format::of_name(Path::new("通报")), None);
    }
}
