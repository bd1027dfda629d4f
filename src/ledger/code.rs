//! Closed sets of values that have a code for machines and a word for people.

use crate::strings::{Lang, Text};

/// A value from a closed set: its code is stored and printed by machine output and never changes; its word is
/// what people read and type.
pub trait Coded: Copy + PartialEq + 'static {
    /// Every value, in the order in which lists show them.
    const ALL: &'static [Self];

    /// The stable code.
    fn code(self) -> &'static str;

    /// The word.
    fn word(self) -> Text;

    /// Reads a code or a word of either language, in any case.
    fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        Self::ALL.iter().copied().find(|v| {
            v.code() == typed
                || [Lang::Zh, Lang::En].iter().any(|l| v.word().say(*l).eq_ignore_ascii_case(typed))
        })
    }

    /// All codes with their words, for a sentence that says what would be right.
    fn choices(lang: Lang) -> String {
        let rows: Vec<String> =
            Self::ALL.iter().map(|v| format!("{} {}", v.code(), v.word().say(lang))).collect();
        rows.join(if lang == Lang::Zh { "、" } else { ", " })
    }
}
