//! What Chinese input methods send where a key was meant.
//!
//! With Chinese punctuation on, `/` arrives as `、`, `[` as `【` and so on: a table of keys, not of widths. The
//! full-width forms of ASCII follow from their code points.

/// Punctuation as sent, and the key that was pressed.
const PUNCTUATION: &[(char, char)] = &[
    ('、', '/'),
    ('。', '.'),
    ('·', '`'),
    ('￥', '$'),
    ('【', '['),
    ('】', ']'),
    ('「', '['),
    ('」', ']'),
    ('《', '<'),
    ('》', '>'),
    ('“', '"'),
    ('”', '"'),
    ('‘', '\''),
    ('’', '\''),
    ('…', '^'),
    ('—', '_'),
    ('\u{3000}', ' '),
];

/// The key behind a character, in command mode.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => PUNCTUATION.iter().find(|(sent, _)| *sent == c).map_or(c, |(_, key)| *key),
    }
}

/// Whether a character can only be meant as text: a hanzi, typed while commands are expected.
#[must_use]
pub fn is_text(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_means_its_key() {
        for (sent, key) in [
            ('：', ':'),
            ('／', '/'),
            ('？', '?'),
            ('！', '!'),
            ('ｊ', 'j'),
            ('１', '1'),
            ('，', ','),
            ('；', ';'),
            ('、', '/'),
            ('【', '['),
            ('》', '>'),
            ('。', '.'),
            ('\u{3000}', ' '),
            ('＋', '+'),
            ('j', 'j'),
            ('司', '司'),
        ] {
            assert_eq!(half_width(sent), key, "{sent}");
        }
    }

    #[test]
    fn hanzi_are_text_and_punctuation_is_not() {
        assert!(is_text('司') && is_text('嵊') && !is_text('。') && !is_text('j'));
    }
}
