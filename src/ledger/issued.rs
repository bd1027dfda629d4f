//! 工作通报 that was issued: what makes it what it was, so that it can be made again, and the digest that proves it.

use jiff::civil::Date;

use super::Period;
use crate::clock::Instant;
use crate::strings::Lang;

/// An issued bulletin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// 期号, as the office writes it.
    pub number: String,
    /// The period it is about; nothing before one was opened.
    pub period: Option<Period>,
    /// The day it is about.
    pub as_of: Date,
    /// The moment whose record it tells.
    pub known_at: Instant,
    /// The newest record then, `SEQ:HASH`.
    pub head: String,
    /// 签发人.
    pub signed: String,
    /// The day it was issued.
    pub on: Date,
    /// 下一步要求 in the office's own words; empty where what follows from the ledger stands there.
    pub next: String,
    /// In which language.
    pub lang: Lang,
    /// The digest of its text.
    pub digest: String,
}

impl Issued {
    /// The language of a stored code.
    #[must_use]
    pub fn lang_of(code: &str) -> Option<Lang> {
        Lang::parse(code)
    }

    /// Whether a number means this one, however wide or high it is typed.
    #[must_use]
    pub fn is_number(&self, typed: &str) -> bool {
        crate::text::fold(self.number.trim()) == crate::text::fold(typed.trim())
    }
}
