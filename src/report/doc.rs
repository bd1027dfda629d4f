//! What a document says, before any format: blocks of headings, paragraphs, tables and charts.
//!
//! Owns the one model that every format is written from, so that the same numbers stand in each. Refuses layout: pages,
//! fonts and column widths in centimetres are the formats' own.

use jiff::civil::Date;

use crate::ledger::Light;

/// A whole document in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Number, office and day, beneath the title: label and text.
    pub head: Vec<(String, String)>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Who signs, and when; each a line at the right.
    pub foot: Vec<String>,
    /// Whether its tables need a page wider than high.
    pub page: Page,
}

/// Which way a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// A4, higher than wide.
    #[default]
    Portrait,
    /// A4, wider than high.
    Landscape,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the highest below the title.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// Rows under named columns.
    Table(Table),
    /// Amounts side by side.
    Chart(Chart),
    /// What follows begins on a page of its own: an annex.
    NewPage,
}

/// Rows under named columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows; also the name of its sheet.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, as many cells as columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its code in CSV and JSON: lower case, with underscores, the same in every language.
    pub code: &'static str,
    /// Its heading.
    pub name: String,
    /// How wide it is beside the others, in half-width characters.
    pub width: u16,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing: not known, or not asked.
    Empty,
    /// Words; may have line ends.
    Text(String),
    /// A count.
    Count(usize),
    /// A decimal exactly as written, and its unit of measure (`%`, or nothing).
    Number(String, String),
    /// A day.
    Day(Date),
    /// A light: its word, never its colour alone.
    Light(Light),
}

/// Amounts side by side, each with its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// What it shows.
    pub caption: String,
    /// Name, amount, and the light that colours it, where it stands for one.
    pub bars: Vec<(String, usize, Option<Light>)>,
}
