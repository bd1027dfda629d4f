//! How many terminal cells a text takes. Owns the one rule that layout, wrapping and drawing share: characters of
//! ambiguous width are two cells in every terminal. Refuses to ask the terminal, the locale or the font.

use super::grapheme::{graphemes, plain};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The cells of a whole text: the sum over its graphemes.
#[must_use]
pub fn cells(text: &str) -> usize {
    if text.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return text.len();
    }
    // Nearly every text is of characters that stand alone, and needs no graphemes.
    let alone = text.chars().try_fold(0, |sum, c| plain(c).then(|| sum + if c.is_ascii() { 1 } else { 2 }));
    alone.unwrap_or_else(|| graphemes(text).map(|(_, g)| grapheme_cells(g)).sum())
}

/// The cells of one grapheme: 0 for a mark without a base, 2 for wide and ambiguous ones, else 1.
#[must_use]
pub fn grapheme_cells(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (None, _) => 0,
        (Some(' '..='~'), None) => 1,
        (Some('\u{4E00}'..='\u{9FFF}' | '\u{3001}'..='\u{3029}' | '\u{FF01}'..='\u{FF60}'), None) => 2,
        // A cluster may add up to more (flags, families, Indic conjuncts); a terminal cell pair is all it gets.
        _ => grapheme.width().max(grapheme.width_cjk()).min(2),
    }
}

/// Whether the text holds a character that some terminals draw one cell wide and others two. The cursor must be
/// addressed anew after each of them.
#[must_use]
pub fn is_ambiguous(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|c| !c.is_ascii() && c.width() == Some(1) && c.width_cjk() == Some(2))
}

#[cfg(test)]
mod tests {
    use super::super::samples::mixed;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_grapheme() {
        for (text, expected) in [
            ("", 0),
            ("a", 1),
            (" ", 1),
            ("~", 1),
            ("县", 2),
            ("（", 2),
            ("，", 2),
            ("％", 2),
            ("㎡", 2),
            ("〔", 2),
            ("“", 2),
            ("”", 2),
            ("‘", 2),
            ("’", 2),
            ("—", 2),
            ("…", 2),
            ("·", 2),
            ("①", 2),
            ("●", 2),
            ("°", 2),
            ("×", 2),
            ("℃", 2),
            ("★", 2),
            ("→", 2),
            ("│", 2),
            ("é", 1),
            ("e\u{301}", 1),
            ("\u{301}", 0),
            ("👨‍👩‍👧", 2),
            ("🇨🇳", 2),
            ("⚠️", 2),
            ("\u{1100}\u{1100}", 2),
            ("한", 2),
            ("が", 2),
            ("か\u{3099}", 2),
            ("\u{7}", 1),
            ("\u{200B}", 0),
        ] {
            assert_eq!(grapheme_cells(text), expected, "{text:?}");
        }
    }

    #[test]
    fn whole_texts() {
        assert_eq!(cells("深入推进“互联网+”监管执法"), 27);
        assert_eq!(cells("嵊政办发〔2022〕70号"), 20);
        assert_eq!(cells("plain ascii"), 11);
        assert_eq!(cells("县\n局"), 5);
    }

    #[test]
    fn ambiguous_is_seen() {
        for text in ["“", "2021—2025年", "…", "·", "①", "℃", "°"] {
            assert!(is_ambiguous(text), "{text}");
        }
        for text in ["", "abc", "县司法局（2022）", "e\u{301}", "👨‍👩‍👧", "％"] {
            assert!(!is_ambiguous(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn ambiguous_characters_are_two_cells(c in any::<char>()) {
            if is_ambiguous(c.encode_utf8(&mut [0; 4])) {
                prop_assert_eq!(cells(&c.to_string()), 2);
            }
        }

        #[test]
        fn the_sum_is_over_graphemes(text in mixed()) {
            let sum: usize = graphemes(&text).map(|(_, g)| grapheme_cells(g)).sum();
            prop_assert_eq!(cells(&text), sum);
        }
    }
}
