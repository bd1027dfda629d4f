//! 佐证: what a report can be checked by.

use super::Coded;
use crate::strings::{Text, words};

/// Most pieces of evidence of one report.
pub const EVIDENCE_MOST: usize = 50;

/// Most characters in a reference.
pub const REFERENCE_CHARS: usize = 500;

/// Most characters in the note beside it.
pub const NOTE_CHARS: usize = 200;

/// A pointer to a document. The ledger keeps the pointer, never the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What kind of pointer.
    pub kind: EvidenceKind,
    /// The pointer itself.
    pub reference: String,
    /// What it shows; may be empty.
    pub note: String,
}

impl Evidence {
    /// Evidence of the kind that its text looks like.
    #[must_use]
    pub fn guessed(reference: &str) -> Self {
        let reference = reference.trim().to_owned();
        Self { kind: EvidenceKind::guess(&reference), reference, note: String::new() }
    }

    /// Evidence as it is typed on one line, a note behind a bar: `REF | note`.
    #[must_use]
    pub fn typed(line: &str) -> Self {
        let bar = [" | ", " ｜ "].iter().find_map(|bar| line.split_once(bar));
        let (reference, note) = bar.unwrap_or((line, ""));
        Self { note: note.trim().to_owned(), ..Self::guessed(reference) }
    }

    /// The same line again.
    #[must_use]
    pub fn line(&self) -> String {
        let bar = if self.note.is_empty() { "" } else { " | " };
        format!("{}{bar}{}", self.reference, self.note)
    }
}

/// What a pointer points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EvidenceKind {
    /// A file in the office's own folders.
    Path,
    /// A page.
    Url,
    /// 文号.
    DocNo,
}

impl EvidenceKind {
    /// The kind that a text looks like: a scheme is a page, 〔year〕 with 号 a document's number, the rest a file.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let folded = crate::text::fold(text.trim());
        let scheme = folded.split_once("://").map(|(scheme, _)| scheme);
        let a_scheme =
            |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
        let year = folded.find(['〔', '[', '(']).and_then(|at| folded.get(at..)).is_some_and(|rest| {
            let digits: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
            let close = rest.chars().nth(1 + digits.len());
            digits.len() == 4 && close.is_some_and(|c| "〕])".contains(c))
        });
        match scheme {
            Some(scheme) if a_scheme(scheme) => Self::Url,
            _ if year && folded.ends_with('号') => Self::DocNo,
            _ => Self::Path,
        }
    }
}

impl Coded for EvidenceKind {
    const ALL: &'static [Self] = &[Self::Path, Self::Url, Self::DocNo];

    fn code(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Url => "url",
            Self::DocNo => "doc_no",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Path => words::PATH,
            Self::Url => words::URL,
            Self::DocNo => words::DOC_NO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_what_it_looks_like() {
        for (text, kind) in [
            ("https://www.example.gov.cn/a?b=1", EvidenceKind::Url),
            ("嵊政办发〔2022〕70号", EvidenceKind::DocNo),
            ("嵊政办发[2022]70号", EvidenceKind::DocNo),
            ("嵊政办发（2022）70号", EvidenceKind::DocNo),
            ("台账/2025/第3期.xlsx", EvidenceKind::Path),
            ("第3号", EvidenceKind::Path),
            ("(2022)", EvidenceKind::Path),
            ("〔20〕号", EvidenceKind::Path),
            ("://x", EvidenceKind::Path),
            ("", EvidenceKind::Path),
        ] {
            assert_eq!(Evidence::guessed(text).kind, kind, "{text}");
        }
    }
}
