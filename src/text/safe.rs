//! Keeps characters that act on a terminal, or that nobody can see, from passing unnoticed. Owns what may be
//! drawn, what may be stored, and when two texts count as the same; refuses to drop anything silently.

use std::borrow::Cow;
use std::fmt::{self, Write};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// One line; line ends typed or pasted become spaces.
    One,
    /// Any number of lines.
    Many,
}

/// A character that is not accepted in input, and which character of the input it was (from 0).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsafe {
    /// The character itself.
    pub ch: char,
    /// Its place in the input, counted in characters from 0.
    pub at_char: usize,
}

impl fmt::Display for Unsafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<U+{:04X}>", u32::from(self.ch))
    }
}

impl std::error::Error for Unsafe {}

/// Controls, direction marks, characters without ink that glue or part others, line separators, tags, and the two
/// that no XML may hold.
fn is_hidden(c: char) -> bool {
    match c {
        ' '..='~' => false,
        c if c.is_control() => true,
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{FFFE}'..='\u{FFFF}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}' => true,
        _ => false,
    }
}

/// The bytes with which a hidden character can begin.
#[expect(clippy::indexing_slicing, reason = "worked out when the program is made")]
const BEGINS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte, 0..=0x1F | 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1..=0xE3 | 0xEF | 0xF0 | 0xF3);
        byte += 1;
    }
    table
};

/// Whether it can go on with this byte: of what stands between hanzi, commas above all, next to nothing is looked at closely.
const fn goes_on(first: u8, second: u8) -> bool {
    match first {
        0xE1 => matches!(second, 0x85 | 0x9E | 0xA0),
        0xE2 => matches!(second, 0x80 | 0x81),
        0xE3 => second == 0x85,
        0xEF => matches!(second, 0xBB | 0xBE | 0xBF),
        _ => true,
    }
}

/// Whether a text holds a hidden character but for one. Looks closely only where one can begin: nearly no text has any, and
/// all that is shown or exported is looked through.
fn holds_hidden(text: &[u8], spared: Option<char>) -> bool {
    let next = |at| text.get(at + 1).copied().unwrap_or(0);
    let from = |at: usize| text.get(at..text.len().min(at + 4)).unwrap_or_default();
    let here = |at| from(at).utf8_chunks().next().and_then(|piece| piece.valid().chars().next());
    let hidden = |at| here(at).is_some_and(|c| is_hidden(c) && Some(c) != spared);
    let begins = |byte: u8| BEGINS.get(usize::from(byte)).is_some_and(|b| *b);
    text.iter().enumerate().any(|(at, &byte)| begins(byte) && goes_on(byte, next(at)) && hidden(at))
}

/// The text with every hidden character written out as `<U+202E>`, line ends included: for one row of a screen.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    show(text, false)
}

/// Like [`visible`], but line ends stay: for text that will be wrapped.
#[must_use]
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    show(text, true)
}

fn show(text: &str, keep_newline: bool) -> Cow<'_, str> {
    if !holds_hidden(text.as_bytes(), keep_newline.then_some('\n')) {
        return Cow::Borrowed(text);
    }
    let hidden = |c: char| is_hidden(c) && !(keep_newline && c == '\n');
    let Some(first) = text.find(hidden) else { return Cow::Borrowed(text) };
    let (clean, rest) = text.split_at_checked(first).unwrap_or(("", text));
    let mut out = String::with_capacity(text.len() + 16);
    out.push_str(clean);
    for c in rest.chars() {
        if hidden(c) {
            // Writing to a String cannot fail.
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// JSON in which no character can do harm on a terminal: what JSON itself does not escape (C1, direction marks,
/// characters without ink) is written as `\u202e`. It says the same.
#[must_use]
pub fn json_escaped(json: &str) -> Cow<'_, str> {
    let hidden = |c: char| is_hidden(c) && c != '\n';
    if !holds_hidden(json.as_bytes(), Some('\n')) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    let mut units = [0; 2];
    for ch in json.chars() {
        if hidden(ch) {
            for unit in ch.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(ch);
        }
    }
    Cow::Owned(out)
}

/// The same for the bytes of a JSON writer.
#[must_use]
pub fn json_bytes_escaped(json: Vec<u8>) -> Vec<u8> {
    if holds_hidden(&json, Some('\n')) {
        return json_escaped(&String::from_utf8_lossy(&json)).into_owned().into_bytes();
    }
    json
}

/// Makes typed, pasted or imported text fit to be stored: NFC, tabs as one space, line ends as `\n` (a space in
/// one-line text).
///
/// # Errors
/// Names the first control, direction or zero-width character instead of removing it, so that nothing is changed
/// behind the writer's back.
pub fn clean_input(text: &str, lines: Lines) -> Result<String, Unsafe> {
    let line_end = if lines == Lines::One { ' ' } else { '\n' };
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for (at_char, ch) in text.chars().enumerate() {
        match ch {
            '\n' if after_return => {}
            '\n' | '\r' => out.push(line_end),
            '\t' => out.push(' '),
            ch if is_hidden(ch) => return Err(Unsafe { ch, at_char }),
            ch => out.push(ch),
        }
        after_return = ch == '\r';
    }
    Ok(if is_nfc(&out) { out } else { out.nfc().collect() })
}

/// The form in which two texts are compared: width, case and compatibility variants made equal (`（` = `(`,
/// `０` = `0`, `Ａ` = `a`). Never stored.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = text.nfkc().collect::<String>().to_lowercase();
    lower.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples::{OFFICIAL, mixed};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hidden_characters_are_shown() {
        for (text, expected) in [
            ("a\u{202E}b", "a<U+202E>b"),
            ("\u{1b}[31m", "<U+001B>[31m"),
            ("\u{9b}", "<U+009B>"),
            ("\u{7f}", "<U+007F>"),
            ("\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}", "<U+200B><U+200C><U+200D><U+2060><U+FEFF>"),
            ("\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", "<U+2066><U+2069><U+200E><U+200F><U+061C>"),
            ("\u{2028}\u{2029}\u{E0041}", "<U+2028><U+2029><U+E0041>"),
            ("\u{FFFE}\u{FFFF}", "<U+FFFE><U+FFFF>"),
            ("一\n二\t", "一<U+000A>二<U+0009>"),
        ] {
            assert_eq!(visible(text), expected);
        }
        assert_eq!(visible_lines("一\n二\r"), "一\n二<U+000D>");
    }

    #[test]
    fn no_hidden_character_is_overlooked() {
        for c in '\0'..=char::MAX {
            assert_eq!(holds_hidden(format!("县{c}").as_bytes(), None), is_hidden(c), "{c:?}");
        }
        assert!(!holds_hidden("一\n".as_bytes(), Some('\n')));
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        assert!(matches!(visible_lines(OFFICIAL), Cow::Borrowed(_)));
        assert!(matches!(visible("县“司法”局 e\u{301} ①⚠\u{FE0F} 葛\u{E0100}"), Cow::Borrowed(_)));
    }

    #[test]
    fn input_is_cleaned() {
        assert_eq!(clean_input("e\u{301}\t局\r\n二\r三\n", Lines::Many).unwrap(), "é 局\n二\n三\n");
        assert_eq!(clean_input("一\r\n二\n三", Lines::One).unwrap(), "一 二 三");
        assert_eq!(clean_input("（０Ａ）“—”", Lines::One).unwrap(), "（０Ａ）“—”");
    }

    #[test]
    fn the_offender_is_named() {
        let found = clean_input("县司\u{202E}法", Lines::Many).unwrap_err();
        assert_eq!((found.ch, found.at_char, found.to_string().as_str()), ('\u{202E}', 2, "<U+202E>"));
        for bad in ["\u{0}", "\u{1b}[2J", "\u{85}", "\u{200B}", "\u{FEFF}x", "\u{2029}", "\u{E0001}"] {
            assert!(clean_input(bad, Lines::Many).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn folded_alike() {
        for (one, other) in
            [("（", "("), ("０", "0"), ("Ａ", "a"), ("ＧＤＰ增长５％", "gdp增长5%"), ("e\u{301}", "É")]
        {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("县"), fold("市"));
    }

    proptest! {
        #[test]
        fn shown_text_hides_nothing(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(is_hidden));
            prop_assert!(!visible_lines(&text).chars().any(|c| c != '\n' && is_hidden(c)));
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in mixed()) {
            for lines in [Lines::One, Lines::Many] {
                if let Ok(clean) = clean_input(&text, lines) {
                    prop_assert_eq!(clean_input(&clean, lines).unwrap(), clean.clone());
                    prop_assert!(matches!(visible_lines(&clean), Cow::Borrowed(_)));
                    prop_assert!(lines == Lines::Many || !clean.contains('\n'));
                }
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
