//! Everything that can go wrong for the operator: one table from fault to sentence and exit code.
//!
//! Owns the sentences' data and the exit codes. Refuses sources of its own: a fault is found where the rule or
//! the file is, and only told here.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::clock::Instant;
use crate::ledger::{
    Conflict, DayFault, EntryId, Field, FieldFault, MeasuredFault, MomentFault, PercentFault, Revision,
};
use crate::plan::Fault;
use crate::store::StoreError;
use crate::strings::{Lang, Text, errors, ui};
use crate::text::visible;

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
    /// There never was an entry of this number.
    UnknownEntry(i64),
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
    /// A plan file with faults.
    PlanFile(PathBuf, Vec<Fault>),
    /// A file named by the operator cannot be read.
    File(PathBuf, std::io::Error),
    /// A file named by the operator is no UTF-8.
    FileNotUtf8(PathBuf),
    /// A ledger is already there.
    Exists(PathBuf),
    /// No directory to keep the ledger in.
    NoHome,
    /// The terminal failed.
    Terminal(std::io::Error),
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
        said
    }

    fn row(&self) -> (Exit, Text) {
        let (exit, text, _) = self.row_in(Lang::Zh);
        (exit, text)
    }

    /// The table.
    fn row_in(&self, lang: Lang) -> (Exit, Text, Vec<String>) {
        use Exit::{Conflict, NotFound, Usage};
        let joined = |names: &[String]| names.join(ui::LIST_COMMA.say(lang));
        match self {
            Self::Store(error) => store_row(error),
            Self::UnknownUnit(typed, near) if near.is_empty() => {
                (NotFound, errors::UNKNOWN_UNIT_ALONE, vec![typed.clone()])
            }
            Self::UnknownUnit(typed, near) => {
                (NotFound, errors::UNKNOWN_UNIT, vec![typed.clone(), joined(near)])
            }
            Self::AmbiguousUnit(typed, fit) => {
                (Usage, errors::AMBIGUOUS_UNIT, vec![typed.clone(), joined(fit)])
            }
            Self::UnknownTask(typed, last) => {
                let number = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit());
                let text = if number { errors::UNKNOWN_TASK } else { errors::NOT_A_TASK };
                (if number { NotFound } else { Usage }, text, vec![typed.clone(), last.to_string()])
            }
            Self::UnknownWhat(typed, last) => {
                (NotFound, errors::UNKNOWN_WHAT, vec![typed.clone(), last.to_string()])
            }
            Self::UnknownGroup(typed, all) => {
                (NotFound, errors::UNKNOWN_GROUP, vec![typed.clone(), joined(all)])
            }
            Self::NotResponsible(unit, task, units) => {
                (Usage, errors::NOT_RESPONSIBLE, vec![unit.clone(), task.to_string(), joined(units)])
            }
            Self::Percent(fault) => (Usage, errors::PERCENT, vec![fault.0.clone()]),
            Self::Day(fault) | Self::Moment(MomentFault::Day(fault)) => day_row(fault),
            Self::Moment(MomentFault::Time(typed)) => (Usage, errors::MOMENT, vec![typed.clone()]),
            Self::Period(typed) => (Usage, errors::PERIOD, vec![typed.clone()]),
            Self::Choice(typed, what, choices) => {
                (Usage, errors::CHOICE, vec![typed.clone(), (*what).to_owned(), choices.clone()])
            }
            Self::Field(field, fault, today) => field_row(*field, fault, *today, lang),
            Self::Conflict(conflict) => conflict_row(conflict, lang),
            Self::Stale(stale) => stale_row(stale),
            Self::Gone { id, by, at } => {
                (Conflict, errors::GONE, vec![id.0.to_string(), by.clone(), moment(*at)])
            }
            Self::UnknownEntry(id) => (NotFound, errors::UNKNOWN_ENTRY, vec![id.to_string()]),
            Self::NoVersion(id, seq) => (NotFound, errors::NO_VERSION, vec![id.to_string(), seq.to_string()]),
            Self::OtherPair(id) => (Usage, errors::OTHER_PAIR, vec![id.to_string()]),
            Self::UnknownIndicator(id, task, all) if all.is_empty() => {
                (NotFound, errors::NO_INDICATORS, vec![id.clone(), task.to_string()])
            }
            Self::UnknownIndicator(id, task, all) => {
                (NotFound, errors::UNKNOWN_INDICATOR, vec![id.clone(), task.to_string(), joined(all)])
            }
            Self::TwoValues(id) => (Usage, errors::TWO_VALUES, vec![id.clone()]),
            Self::Value(id, typed, fault) => value_row(id, typed, fault),
            Self::StdinNotUtf8 => (Usage, errors::STDIN_NOT_UTF8, vec![]),
            Self::Stdin(e) => (Usage, errors::STDIN, vec![e.to_string()]),
            Self::PlanFile(path, faults) => {
                (Usage, errors::PLAN_FILE, vec![name(path), faults.len().to_string()])
            }
            Self::File(path, e) => (NotFound, errors::FILE, vec![name(path), e.to_string()]),
            Self::FileNotUtf8(path) => (Usage, errors::FILE_NOT_UTF8, vec![name(path)]),
            Self::Exists(path) => (Usage, errors::EXISTS, vec![name(path)]),
            Self::NoHome => (Usage, errors::NO_HOME, vec![]),
            Self::Terminal(e) => (Usage, errors::TERMINAL, vec![e.to_string()]),
            Self::Usage(text, part, verb) => (Usage, *text, vec![part.clone(), verb.clone()]),
        }
    }
}

fn store_row(error: &StoreError) -> (Exit, Text, Vec<String>) {
    use Exit::{Busy, Full, NotFound, Unusable};
    match error {
        StoreError::NotALedger(path) => (Unusable, errors::NOT_A_LEDGER, vec![name(path)]),
        StoreError::TooNew { found, known } => {
            (Unusable, errors::TOO_NEW, vec![found.to_string(), known.to_string()])
        }
        StoreError::Missing(path) => (NotFound, errors::MISSING, vec![name(path)]),
        StoreError::Io { path, source } => (Unusable, errors::IO, vec![name(path), source.to_string()]),
        StoreError::NoEntry(id) => (NotFound, errors::UNKNOWN_ENTRY, vec![id.0.to_string()]),
        StoreError::Busy => (Busy, errors::BUSY, vec![]),
        StoreError::Full => (Full, errors::FULL, vec![]),
        StoreError::ReadOnly => (Unusable, errors::READ_ONLY, vec![]),
        StoreError::Damaged(said) => (Unusable, errors::DAMAGED, vec![said.clone()]),
        StoreError::Plan(faults) => {
            (Unusable, errors::PLAN_FILE, vec![ui::STORED_PLAN.zh.to_owned(), faults.len().to_string()])
        }
        StoreError::Rule(said) => (Unusable, errors::RULE, vec![said.clone()]),
        StoreError::Other(said) => (Unusable, errors::OTHER, vec![said.clone()]),
    }
}

fn conflict_row(conflict: &Conflict, lang: Lang) -> (Exit, Text, Vec<String>) {
    let names: Vec<&str> = conflict.fields.iter().map(|f| f.word().say(lang)).collect();
    let parts = vec![
        conflict.theirs.id.0.to_string(),
        conflict.base.revision.0.to_string(),
        conflict.theirs.revision.0.to_string(),
        conflict.theirs_by.clone(),
        moment(conflict.theirs_at),
        names.join(ui::LIST_COMMA.say(lang)),
    ];
    (Exit::Conflict, errors::CONFLICT, parts)
}

fn stale_row(stale: &Stale) -> (Exit, Text, Vec<String>) {
    let [id, base, stored] = [stale.id.0, stale.base.0, stale.stored.0].map(|n| n.to_string());
    (Exit::Conflict, errors::STALE, vec![id, base, stored, stale.by.clone(), moment(stale.at)])
}

fn value_row(id: &str, typed: &str, fault: &MeasuredFault) -> (Exit, Text, Vec<String>) {
    let (text, wanted) = match fault {
        MeasuredFault::YesOrNo => (errors::VALUE_YES_OR_NO, String::new()),
        MeasuredFault::Members(members) => (errors::VALUE_MEMBERS, members.to_string()),
        MeasuredFault::Rate => (errors::VALUE_RATE, String::new()),
        MeasuredFault::Number(measure) => (errors::VALUE_NUMBER, measure.clone()),
        MeasuredFault::OfNothing => (errors::VALUE_OF_NOTHING, String::new()),
    };
    (Exit::Usage, text, vec![id.to_owned(), typed.to_owned(), wanted])
}

/// A moment to the minute, as people read it.
fn moment(at: Instant) -> String {
    at.local().strftime("%Y-%m-%d %H:%M").to_string()
}

fn day_row(fault: &DayFault) -> (Exit, Text, Vec<String>) {
    match fault {
        DayFault::Form(typed) => (Exit::Usage, errors::DAY_FORM, vec![typed.clone()]),
        DayFault::Month(month) => (Exit::Usage, errors::DAY_MONTH, vec![month.to_string()]),
        DayFault::Day { month, day, last, .. } => {
            (Exit::Usage, errors::DAY_DAY, vec![month.to_string(), day.to_string(), last.to_string()])
        }
    }
}

fn field_row(field: Field, fault: &FieldFault, today: Date, lang: Lang) -> (Exit, Text, Vec<String>) {
    let called = field.word().say(lang).to_owned();
    match fault {
        FieldFault::Empty => (Exit::Usage, errors::EMPTY, vec![called]),
        FieldFault::Silent => (Exit::Usage, errors::SILENT, vec![called]),
        FieldFault::Many { count, most } => {
            (Exit::Usage, errors::MANY, vec![called, count.to_string(), most.to_string()])
        }
        FieldFault::Long { chars, most } => {
            (Exit::Usage, errors::LONG, vec![called, chars.to_string(), most.to_string()])
        }
        FieldFault::Unsafe(found) => {
            let code = format!("U+{:04X}", u32::from(found.ch));
            (Exit::Usage, errors::UNSAFE, vec![called, code, (found.at_char + 1).to_string()])
        }
        FieldFault::Future(day) => (Exit::Usage, errors::FUTURE, vec![day.to_string(), today.to_string()]),
    }
}

fn name(path: &std::path::Path) -> String {
    path.display().to_string()
}
