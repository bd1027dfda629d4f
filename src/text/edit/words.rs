//! Where words begin and end for a caret that jumps: runs of ASCII letters and digits, and runs of hanzi between
//! punctuation. Refuses a dictionary: hanzi between two marks are one word.

use unicode_segmentation::UnicodeSegmentation;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// Spaces and punctuation.
    Between,
    Ascii,
    Other,
}

fn run(grapheme: &str) -> Run {
    match grapheme.chars().next() {
        Some(c) if c.is_ascii_alphanumeric() || c == '_' => Run::Ascii,
        Some(c) if c.is_alphanumeric() => Run::Other,
        _ => Run::Between,
    }
}

/// The bytes a caret passes: what lies between words, then one word.
fn passed<'a>(graphemes: impl Iterator<Item = &'a str>) -> usize {
    let mut length = 0;
    let mut word = Run::Between;
    for grapheme in graphemes {
        let this = run(grapheme);
        if word != Run::Between && this != word {
            break;
        }
        word = this;
        length += grapheme.len();
    }
    length
}

/// The end of the next word after `at`.
pub(super) fn right(text: &str, at: usize) -> usize {
    at + passed(text.get(at..).unwrap_or_default().graphemes(true))
}

/// The start of the word before `at`.
pub(super) fn left(text: &str, at: usize) -> usize {
    at - passed(text.get(..at).unwrap_or_default().graphemes(true).rev())
}
