//! 导出: which document of what is shown, in which format, to which file. As data.

use std::path::PathBuf;

use crate::ledger::{Assess, Coded};
use crate::plan::{TaskNo, UnitIx};
use crate::query::Filter;
use crate::report::{Format, Wanted};
use crate::strings::{Lang, Text, export as say};
use crate::text::{Editor, Lines};

/// Most characters of a file's name.
const NAME: usize = 200;

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The list as it is narrowed, as ledger sheet.
    Ledger,
    /// The bulletin.
    Bulletin,
    /// What each unit reported.
    Assess,
    /// A task.
    Task(TaskNo),
    /// A unit.
    Unit(UnitIx),
}

impl What {
    /// What it is called.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Ledger => say::LEDGER_NAME,
            Self::Bulletin => say::BULLETIN_NAME,
            Self::Assess => say::ASSESS_NAME,
            Self::Task(_) => say::TASK_NAME,
            Self::Unit(_) => say::UNIT_NAME,
        }
    }
}

/// What the reader is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportAsk {
    /// Which document.
    pub what: What,
    /// Of which day and period.
    pub wanted: Wanted,
    /// What the list is narrowed to.
    pub filter: Filter,
    /// The rules of points.
    pub assess: Assess,
    /// In which language.
    pub lang: Lang,
    /// In which format.
    pub format: Format,
}

/// The fields of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// Which document.
    What,
    /// Which format.
    Format,
    /// To which file.
    Name,
}

impl At {
    /// From top to bottom.
    pub const ALL: [Self; 3] = [Self::What, Self::Format, Self::Name];
}

/// The box.
#[derive(Debug)]
pub struct Export {
    /// What will be asked for.
    pub ask: ExportAsk,
    /// What can be chosen.
    pub choices: Vec<What>,
    /// The file's name.
    pub name: Editor,
    /// Whether the name was typed; else it follows what is chosen.
    pub named: bool,
    /// The field with the keys.
    pub at: At,
    /// The first lines; nothing while they are read.
    pub preview: Option<Vec<String>>,
    /// The file that is there and would be replaced, once that is asked.
    pub replaces: Option<PathBuf>,
}

impl Export {
    /// The box for a document.
    #[must_use]
    pub fn new(ask: ExportAsk, choices: Vec<What>) -> Self {
        let name = Editor::new("", Lines::One, NAME);
        let mut export =
            Self { ask, choices, name, named: false, at: At::Name, preview: None, replaces: None };
        export.rename();
        export
    }

    /// Names the file after what is chosen, unless somebody named it.
    pub fn rename(&mut self) {
        if self.named {
            return;
        }
        let about = match self.ask.what {
            What::Task(task) => task.0.to_string(),
            What::Ledger | What::Bulletin | What::Assess | What::Unit(_) => String::new(),
        };
        let day = self.ask.wanted.as_of.map(|d| d.to_string()).unwrap_or_default();
        let word = self.ask.what.word().say(self.ask.lang).replace(' ', "-");
        let name = format!("{word}{about}-{day}.{}", self.ask.format.extension());
        self.name = Editor::new(&name, Lines::One, NAME);
        self.name.end(usize::MAX);
    }

    /// The next document or format in its round, or the one before.
    pub fn turn(&mut self, on: bool) {
        match self.at {
            At::What => self.ask.what = next(&self.choices, self.ask.what, on),
            At::Format => self.ask.format = next(Format::ALL, self.ask.format, on),
            At::Name => return,
        }
        self.preview = None;
        self.rename();
    }

    /// To the next field or the one before.
    pub fn step(&mut self, on: bool) {
        self.at = next(&At::ALL, self.at, on);
    }
}

fn next<T: Copy + PartialEq>(all: &[T], now: T, on: bool) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let by = if on { 1 } else { all.len().saturating_sub(1) };
    all.get((at + by) % all.len().max(1)).copied().unwrap_or(now)
}
