//! Everything that can go wrong for the operator: one table from fault to sentence and exit code.
//!
//! Owns the sentences' data and the exit codes. Refuses sources of its own: a fault is found where the rule or
//! the file is, and only told here.

mod gate;
mod office;
mod rows;
mod sheet;

use std::path::PathBuf;

use jiff::civil::Date;

use crate::clock::Instant;
use crate::draft::DraftError;
use crate::ledger::{
    Conflict, DayFault, EntryId, Field, FieldFault, GateFault, MeasuredFault, MomentFault, OfficeFault,
    PercentFault, Revision,
};
use crate::plan::Fault;
use crate::store::{Mismatch, StoreError};
use crate::strings::{Lang, Text, errors, ui};
use crate::text::visible;
use gate::gate_row;
use office::office_row;
use rows::{
    Row, care_row, conflict_row, day_row, draft_row, field_row, file_row, group_row, indicator_row, moment,
    reason, stale_row, store_row, task_row, unit_row, unsound, value_row,
};
pub use sheet::{Place, SheetError, SheetFault};

/// How many faults of a ledger are named.
const MOST_FAULTS: usize = 10;

/// What the process ends with. Part of the command line's promise to scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, also for an empty list.
    Done = 0,
    /// Wrong usage or bad input.
    Usage = 2,
    /// No such thing.
    NotFound = 3,
    /// Somebody else changed it first.
    Conflict = 4,
    /// Somebody may not.
    Forbidden = 5,
    /// The database stayed busy.
    Busy = 6,
    /// The database is damaged, read-only, too new or none at all.
    Unusable = 7,
    /// The disk is full.
    Full = 8,
}

/// A fault, with what its sentence needs.
#[derive(Debug)]
pub enum Error {
    /// The store's.
    Store(StoreError),
    /// No unit fits; the nearest names.
    UnknownUnit(String, Vec<String>),
    /// Several units fit equally well.
    AmbiguousUnit(String, Vec<String>),
    /// No such task; the last number.
    UnknownTask(String, usize),
    /// Neither a task nor a group nor a unit; the last task number.
    UnknownWhat(String, usize),
    /// No such entry.
    UnknownEntry(i64),
    /// No such group; the groups there are.
    UnknownGroup(String, Vec<String>),
    /// The unit has no part in the task; those that have.
    NotResponsible(String, u16, Vec<String>),
    /// No percent.
    Percent(PercentFault),
    /// No day.
    Day(DayFault),
    /// No moment.
    Moment(MomentFault),
    /// No period.
    Period(String),
    /// None of a closed set: what was typed, for what, what it can be.
    Choice(String, &'static str, String),
    /// A field cannot be stored as typed, today being the day given.
    Field(Field, FieldFault, Date),
    /// The office's rules refuse it.
    Office(OfficeFault),
    /// The gate refuses it.
    Gate(GateFault),
    /// Both changed the same fields; nothing was written.
    Conflict(Box<Conflict>),
    /// Somebody changed it since; nothing was written.
    Stale(Box<Stale>),
    /// Somebody deleted it.
    Gone {
        /// Which entry.
        id: EntryId,
        /// Who.
        by: String,
        /// When.
        at: Instant,
    },
    /// The record has no such version of the entry.
    NoVersion(i64, i64),
    /// An entry stays with its task and unit.
    OtherPair(i64),
    /// The task has no such indicator; those that it can report on.
    UnknownIndicator(String, u16, Vec<String>),
    /// Two values for one indicator.
    TwoValues(String),
    /// No value of this indicator: its id, what was typed, what it takes.
    Value(String, String, MeasuredFault),
    /// Standard input is no UTF-8.
    StdinNotUtf8,
    /// Standard input cannot be read.
    Stdin(std::io::Error),
    /// Standard input holds more than so many megabytes.
    StdinLong(u64),
    /// A plan file with faults.
    PlanFile(PathBuf, Vec<Fault>),
    /// A file named by the operator cannot be read.
    File(PathBuf, std::io::Error),
    /// A file named by the operator is no UTF-8.
    FileNotUtf8(PathBuf),
    /// The settings file, its line, what is wrong there and what would be right, with its parts.
    Config(PathBuf, usize, Text, Vec<String>),
    /// A ledger is already there.
    Exists(PathBuf),
    /// A file that was to be written is already there.
    Taken(PathBuf),
    /// A file cannot be written.
    Output(PathBuf, std::io::Error),
    /// A document cannot be made, as the library that makes it says.
    Document(String),
    /// No directory to keep the ledger in.
    NoHome,
    /// Only deleted entries are purged whole.
    StillLive(i64),
    /// What an entry says now is not purged: the entry, the record.
    IsNow(i64, i64),
    /// No reason that can be put on record.
    Reason,
    /// The ledger lies on a file system that cannot be relied on: its name.
    Filesystem(PathBuf, &'static str),
    /// A check of everything found so many faults.
    Ailing(usize),
    /// The ledger is not what its record says.
    Unsound(Vec<Mismatch>),
    /// A draft.
    Draft(DraftError),
    /// A text that no cell of a spreadsheet holds: the sheet, its row.
    LongCell(String, usize),
    /// A thread of the program fell over, at this place in the source.
    Broken(String),
    /// The terminal failed.
    Terminal(std::io::Error),
    /// A sheet that is not imported.
    Sheet(Box<SheetError>),
    /// The words of the command line: the sentence, its part, and the verb with a space after it, if any.
    Usage(Text, String, String),
}

/// What one went by is no longer so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Which entry.
    pub id: EntryId,
    /// The revision that one went by; 0 for none.
    pub base: Revision,
    /// The revision stored now.
    pub stored: Revision,
    /// Who wrote that.
    pub by: String,
    /// When.
    pub at: Instant,
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NoEntry(id) => Self::UnknownEntry(id.0),
            other => Self::Store(other),
        }
    }
}

impl From<DraftError> for Error {
    fn from(error: DraftError) -> Self {
        Self::Draft(error)
    }
}

impl Error {
    /// The exit code.
    #[must_use]
    pub fn exit(&self) -> Exit {
        self.row().0
    }

    /// The sentence, safe to print.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let (_, text, parts) = self.row_in(lang);
        let shown: Vec<String> = parts.iter().map(|p| visible(p).into_owned()).collect();
        let mut said = text.with(lang, &shown.iter().map(String::as_str).collect::<Vec<_>>());
        if let Self::PlanFile(_, faults) | Self::Store(StoreError::Plan(faults)) = self {
            for fault in faults {
                said.push('\n');
                said.push_str(&fault.say(lang));
            }
        }
        if let Self::Sheet(error) = self {
            said.extend(sheet::faults(error, lang).iter().map(|line| format!("\n{line}")));
        }
        if let Self::Unsound(faults) | Self::Store(StoreError::Unsound(_, faults)) = self {
            for fault in faults.iter().take(MOST_FAULTS) {
                said.push('\n');
                said.push_str(&visible(&unsound(fault, lang)));
            }
        }
        said
    }

    fn row(&self) -> (Exit, Text) {
        let (exit, text, _) = self.row_in(Lang::Zh);
        (exit, text)
    }

    /// The table.
    fn row_in(&self, lang: Lang) -> Row {
        use Exit::{Conflict, NotFound, Usage};
        let list = |names: &[String]| names.join(ui::LIST_COMMA.say(lang));
        match self {
            Self::Store(error) => store_row(error, lang),
            Self::UnknownUnit(typed, near) => unit_row(typed, &list(near)),
            Self::AmbiguousUnit(name, fit) => (Usage, errors::AMBIGUOUS_UNIT, vec![name.clone(), list(fit)]),
            Self::UnknownTask(typed, last) => task_row(typed, *last),
            Self::UnknownWhat(typed, last) => {
                (NotFound, errors::UNKNOWN_WHAT, vec![typed.clone(), last.to_string()])
            }
            Self::UnknownGroup(typed, all) => group_row(typed, &list(all)),
            Self::UnknownEntry(id) => (NotFound, errors::UNKNOWN_ENTRY, vec![id.to_string()]),
            Self::NotResponsible(unit, task, units) => {
                (Usage, errors::NOT_RESPONSIBLE, vec![unit.clone(), task.to_string(), list(units)])
            }
            Self::Percent(fault) => (Usage, errors::PERCENT, vec![fault.0.clone()]),
            Self::Day(fault) | Self::Moment(MomentFault::Day(fault)) => day_row(fault),
            Self::Moment(MomentFault::Time(typed)) => (Usage, errors::MOMENT, vec![typed.clone()]),
            Self::Period(typed) => (Usage, errors::PERIOD, vec![typed.clone()]),
            Self::Choice(typed, what, choices) => {
                (Usage, errors::CHOICE, vec![typed.clone(), (*what).to_owned(), choices.clone()])
            }
            Self::Office(fault) => office_row(fault, lang),
            Self::Gate(fault) => gate_row(fault, lang),
            Self::Field(field, fault, today) => field_row(*field, fault, *today, lang),
            Self::Conflict(conflict) => conflict_row(conflict, lang),
            Self::Stale(stale) => stale_row(stale),
            Self::Gone { id, by, at } => {
                (Conflict, errors::GONE, vec![id.0.to_string(), by.clone(), moment(*at)])
            }
            Self::NoVersion(id, seq) => (NotFound, errors::NO_VERSION, vec![id.to_string(), seq.to_string()]),
            Self::OtherPair(id) => (Usage, errors::OTHER_PAIR, vec![id.to_string()]),
            Self::UnknownIndicator(id, task, all) => indicator_row(id, *task, &list(all)),
            Self::TwoValues(id) => (Usage, errors::TWO_VALUES, vec![id.clone()]),
            Self::Value(id, typed, fault) => value_row(id, typed, fault),
            Self::StdinNotUtf8 => (Usage, errors::STDIN_NOT_UTF8, vec![]),
            Self::StdinLong(most) => (Usage, errors::STDIN_LONG, vec![most.to_string()]),
            Self::Stdin(e) => (Usage, errors::STDIN, vec![reason(e, lang)]),
            Self::PlanFile(..)
            | Self::File(..)
            | Self::FileNotUtf8(_)
            | Self::Config(..)
            | Self::Exists(_)
            | Self::Taken(_)
            | Self::Output(..)
            | Self::Document(_)
            | Self::LongCell(..)
            | Self::NoHome => file_row(self, lang),
            Self::Unsound(faults) => (Exit::Unusable, errors::UNSOUND, vec![faults.len().to_string()]),
            Self::StillLive(_) | Self::IsNow(..) | Self::Reason | Self::Filesystem(..) | Self::Ailing(_) => {
                care_row(self)
            }
            Self::Sheet(error) => sheet::sheet_row(error, lang),
            Self::Draft(error) => draft_row(error, lang),
            Self::Broken(place) => (Exit::Unusable, errors::BROKEN, vec![place.clone()]),
            Self::Terminal(e) => (Usage, errors::TERMINAL, vec![reason(e, lang)]),
            Self::Usage(text, part, verb) => (Usage, *text, vec![part.clone(), verb.clone()]),
        }
    }
}
