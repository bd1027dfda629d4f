//! An act of the office: one thing it decided, as it stands after the deed that is recorded.

use super::{Closure, Coded, Extension, Notice, NoticeId, Opened, Operator, Setting};
use crate::clock::Instant;
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
            Self::Import(_) => "import",
        }
    }

    /// Which one of its kind, as the record calls it.
    #[must_use]
    pub fn object(&self) -> String {
        match self {
            Self::Period(opened) => opened.period.to_string(),
            Self::Closure(closure) => closure.task.0.to_string(),
            Self::Extension(id, _) => id.to_string(),
            Self::Notice(id, _) => id.0.to_string(),
            Self::Setting(setting, _) => setting.code().to_owned(),
            Self::Operator(operator) => operator.name.clone(),
            Self::Import(import) => Import::object(&import.sha256),
        }
    }
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
            Self::Import => words::DEED_IMPORT,
        }
    }
}
