//! What changed between two texts, word by word: runs of ASCII are words, hanzi stand each for themselves.

use similar::{Algorithm, ChangeTag, capture_diff_slices};

use super::grapheme::graphemes;

/// A stretch of text and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the older text.
    Removed(String),
    /// Only in the newer text.
    Added(String),
}

impl Piece {
    /// The stretch itself.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Same(text) | Self::Removed(text) | Self::Added(text) => text,
        }
    }
}

/// The way from `old` to `new`. The pieces that are not added are the old text, those not removed the new one.
#[must_use]
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (words(old), words(new));
    let mut pieces: Vec<Piece> = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
        for change in op.iter_changes(&old, &new) {
            let text = *change.value_ref();
            match (change.tag(), pieces.last_mut()) {
                (ChangeTag::Equal, Some(Piece::Same(run)))
                | (ChangeTag::Delete, Some(Piece::Removed(run)))
                | (ChangeTag::Insert, Some(Piece::Added(run))) => run.push_str(text),
                (ChangeTag::Equal, _) => pieces.push(Piece::Same(text.to_owned())),
                (ChangeTag::Delete, _) => pieces.push(Piece::Removed(text.to_owned())),
                (ChangeTag::Insert, _) => pieces.push(Piece::Added(text.to_owned())),
            }
        }
    }
    pieces
}

/// The text cut into words.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut in_word = false;
    for (at, grapheme) in graphemes(text) {
        let part = grapheme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
        if !(part && in_word) && at > start {
            words.extend(text.get(start..at));
            start = at;
        }
        in_word = part;
    }
    words.extend(text.get(start..).filter(|w| !w.is_empty()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_change_as_a_whole() {
        assert_eq!(
            diff("审结38件,占55.3%。", "审结41件,占58.0%。"),
            [
                Piece::Same("审结".into()),
                Piece::Removed("38".into()),
                Piece::Added("41".into()),
                Piece::Same("件,占".into()),
                Piece::Removed("55.3".into()),
                Piece::Added("58.0".into()),
                Piece::Same("%。".into()),
            ]
        );
    }

    #[test]
    fn nothing_changed_is_one_piece_or_none() {
        assert_eq!(diff("", ""), []);
        assert_eq!(diff("一样", "一样"), [Piece::Same("一样".into())]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(old in "[县司法局ab1. \n]{0,40}", new in "[县司法局ab1. \n]{0,40}") {
            let pieces = diff(&old, &new);
            let read = |skip: fn(&Piece) -> bool| -> String {
                pieces.iter().filter(|p| !skip(p)).map(Piece::text).collect()
            };
            prop_assert_eq!(read(|p| matches!(p, Piece::Added(_))), old);
            prop_assert_eq!(read(|p| matches!(p, Piece::Removed(_))), new);
        }
    }
}
