//! What a document says, before any format: blocks of headings, paragraphs, tables and charts.
//!
//! Owns the one model that every format is written from, so that the same numbers stand in each. Refuses layout: pages,
//! fonts and column widths in centimetres are the formats' own. Stored text comes in through [`Cell::text`] and
//! [`Document::text`], which make hidden characters visible, so that no format passes them on.

use jiff::civil::Date;

use crate::ledger::{Coded, Light, Period};
use crate::strings::{Lang, report as say};
use crate::text::visible_lines;

/// A whole document in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// Number, office and day, beneath the title: label and text.
    pub head: Vec<(String, String)>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Who signs, and when; each a line at the right, behind the text and before the annexes.
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
    /// Amounts side by side; a table beside it holds the same amounts.
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
    /// A period: its code for programs, its year and number for people.
    Period(Period),
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

impl Document {
    /// A document that says nothing yet.
    #[must_use]
    pub fn new(title: &str, page: Page) -> Self {
        Self { title: safe(title), head: Vec::new(), blocks: Vec::new(), foot: Vec::new(), page }
    }

    /// Adds a line of the head.
    pub fn head(&mut self, label: &str, text: &str) {
        self.head.push((label.to_owned(), safe(text)));
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: &str) {
        self.blocks.push(Block::Heading(level, safe(text)));
    }

    /// Adds a paragraph.
    pub fn text(&mut self, text: &str) {
        self.blocks.push(Block::Text(safe(text)));
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// What stands above who signs, and the annexes behind it.
    #[must_use]
    pub fn signed(&self) -> (&[Block], &[Block]) {
        let end = self.blocks.iter().position(|b| *b == Block::NewPage).unwrap_or(self.blocks.len());
        self.blocks.split_at_checked(end).unwrap_or((&self.blocks, &[]))
    }

    /// Its tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|b| if let Block::Table(table) = b { Some(table) } else { None })
    }
}

impl Column {
    /// A column.
    #[must_use]
    pub fn new(code: &'static str, name: &str, width: u16) -> Self {
        Self { code, name: name.to_owned(), width }
    }
}

impl Cell {
    /// Words that somebody may have typed; none are an empty cell.
    #[must_use]
    pub fn text(words: &str) -> Self {
        if words.trim().is_empty() { Self::Empty } else { Self::Text(safe(words)) }
    }

    /// What is read there.
    #[must_use]
    pub fn shown(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) => words.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number(number, measure) => format!("{number}{measure}"),
            Self::Day(day) => day.to_string(),
            Self::Period(period) => say::PERIOD_NO
                .with(lang, &[&period.starts().year().to_string(), &period.number().to_string()]),
            Self::Light(light) => light.word().say(lang).to_owned(),
        }
    }
}

fn safe(text: &str) -> String {
    visible_lines(text).into_owned()
}
