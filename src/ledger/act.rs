//! An act of the office: one thing it decided, as it stands after the deed that is recorded.

use super::{Closure, Coded, Contact, Extension, Issued, Notice, NoticeId, Opened, Operator, Setting, View};
use crate::clock::Instant;
use crate::plan::{TaskNo, UnitIx};
use crate::strings::{Text, words};

/// One thing the office decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// A period.
    Period(Opened),
    /// A task closed, and perhaps opened again.
    Closure(Closure),
    /// A date moved, by its number.
    Extension(i64, Extension),
    /// A notice.
    Notice(NoticeId, Notice),
    /// A setting and its value.
    Setting(Setting, String),
    /// A person and what they may do.
    Operator(Operator),
    /// A view that the office keeps.
    View(View),
    /// Whom one calls at a unit, by its code too.
    Contact(UnitIx, String, Contact),
    /// A bulletin that was issued, by its number in the ledger.
    Bulletin(usize, Issued),
    /// A sheet taken in.
    Import(Import),
}

/// A sheet that was taken in, so that the same file is not taken in twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// What the file was called.
    pub file: String,
    /// Who imported it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// How many entries it made.
    pub entries: usize,
}

impl Import {
    /// How many characters of the digest name it.
    const NAMED_BY: usize = 40;

    /// Which one it is among the imports.
    #[must_use]
    pub fn object(sha256: &str) -> String {
        sha256.chars().take(Self::NAMED_BY).collect()
    }
}

impl Act {
    /// Which kind of thing, as the record calls it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Period(_) => "period",
            Self::Closure(_) => "closure",
            Self::Extension(..) => "extension",
            Self::Notice(..) => "notice",
            Self::Setting(..) => "setting",
            Self::Operator(_) => "operator",
            Self::View(_) => "view",
            Self::Contact(..) => "contact",
            Self::Bulletin(..) => "bulletin",
            Self::Import(_) => "import",
        }
    }

    /// Which one of its kind, as the record calls it.
    #[must_use]
    pub fn object(&self) -> String {
        match self {
            Self::Period(opened) => opened.period.to_string(),
            // Each has a row of its own: what was closed before stays on its day.
            Self::Closure(Closure { task, round: ..=1, .. }) => task.0.to_string(),
            Self::Closure(Closure { task, round, .. }) => format!("{}.{round}", task.0),
            Self::Extension(id, _) => id.to_string(),
            Self::Notice(id, _) => id.0.to_string(),
            Self::Setting(setting, _) => setting.code().to_owned(),
            Self::Operator(operator) => operator.name.clone(),
            Self::View(view) => view.number.to_string(),
            Self::Contact(_, code, _) => code.clone(),
            Self::Bulletin(id, _) => id.to_string(),
            Self::Import(import) => Import::object(&import.sha256),
        }
    }
}

impl Act {
    /// Whether it is about a task.
    #[must_use]
    pub fn concerns(&self, task: TaskNo) -> bool {
        match self {
            Self::Closure(closure) => closure.task == task,
            Self::Extension(_, extension) => extension.task == task,
            Self::Notice(_, notice) => notice.tasks.contains(&task),
            Self::Period(_)
            | Self::Setting(..)
            | Self::Operator(_)
            | Self::View(_)
            | Self::Contact(..)
            | Self::Bulletin(..)
            | Self::Import(_) => false,
        }
    }
}

/// One row of the record about an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acted {
    /// Its number in the record.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub operator: String,
    /// From where; empty where unknown.
    pub origin: String,
    /// What was done.
    pub deed: Deed,
    /// Which kind of thing, as the record calls it.
    pub kind: String,
    /// Which one of its kind.
    pub object: String,
    /// What it left, as the record has it; nothing where that was purged.
    pub body: Option<String>,
    /// The same, read.
    pub act: Option<Act>,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A period was opened.
    Open,
    /// A period or a task was closed.
    Close,
    /// The same was taken back.
    Reopen,
    /// A date was moved.
    Extend,
    /// That was taken back.
    Withdraw,
    /// A notice was sent.
    Send,
    /// A notice was answered.
    Answer,
    /// A notice was ended.
    End,
    /// A setting was set.
    Set,
    /// A bulletin was issued.
    Issue,
    /// A sheet was taken in.
    Import,
}

impl Coded for Deed {
    const ALL: &'static [Self] = &[
        Self::Open,
        Self::Close,
        Self::Reopen,
        Self::Extend,
        Self::Withdraw,
        Self::Send,
        Self::Answer,
        Self::End,
        Self::Set,
        Self::Issue,
        Self::Import,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Close => "close",
            Self::Reopen => "reopen",
            Self::Extend => "extend",
            Self::Withdraw => "withdraw",
            Self::Send => "send",
            Self::Answer => "answer",
            Self::End => "end",
            Self::Set => "set",
            Self::Issue => "issue",
            Self::Import => "import",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Open => words::DEED_OPEN,
            Self::Close => words::DEED_CLOSE,
            Self::Reopen => words::DEED_REOPEN,
            Self::Extend => words::DEED_EXTEND,
            Self::Withdraw => words::DEED_WITHDRAW,
            Self::Send => words::DEED_SEND,
            Self::Answer => words::DEED_ANSWER,
            Self::End => words::DEED_END,
            Self::Set => words::DEED_SET,
            Self::Issue => words::DEED_ISSUE,
            Self::Import => words::DEED_IMPORT,
        }
    }
}
