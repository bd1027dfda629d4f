//! A bracketed paste while it is coming in.
//!
//! Owns the search for the end marker, the size limit, and turning the bytes into plain text. Refuses to let
//! anything inside a paste act as a key.

/// What ends a paste.
const END: &[u8] = b"\x1b[201~";

/// A paste longer than this is cut here; the rest is swallowed up to the end marker. Far above the limit of
/// any field, so that the field can say that the text was too long, and low enough to bound the memory.
pub const PASTE_LIMIT: usize = 256 * 1024;

/// The bytes pasted so far.
#[derive(Debug, Default)]
pub(super) struct Paste {
    bytes: Vec<u8>,
    /// How much of the end marker the latest bytes could be.
    matched: usize,
}

impl Paste {
    /// Takes one more byte; true when it completed the end marker.
    pub(super) fn push(&mut self, byte: u8) -> bool {
        if END.get(self.matched) == Some(&byte) {
            self.matched += 1;
            return self.matched == END.len();
        }
        self.release();
        if END.first() == Some(&byte) {
            self.matched = 1;
        } else {
            self.keep(byte);
        }
        false
    }

    /// The text, and whether bytes had to be left out because they were not UTF-8.
    pub(super) fn finish(mut self) -> (String, bool) {
        if self.matched < END.len() {
            self.release();
        }
        let full = self.bytes.len() >= PASTE_LIMIT;
        to_text(&self.bytes, full)
    }

    /// What looked like the beginning of the marker was pasted text.
    fn release(&mut self) {
        for &byte in END.iter().take(self.matched) {
            if self.bytes.len() < PASTE_LIMIT {
                self.bytes.push(byte);
            }
        }
        self.matched = 0;
    }

    fn keep(&mut self, byte: u8) {
        if self.bytes.len() < PASTE_LIMIT {
            self.bytes.push(byte);
        }
    }
}

/// Whether an end marker stands anywhere in `bytes`.
pub(super) fn holds_end(bytes: &[u8]) -> bool {
    bytes.windows(END.len()).any(|window| window == END)
}

/// Valid UTF-8 with `\n` as the only line end; control characters but TAB are dropped, so that pasted text
/// cannot carry a terminal command. `cut` excuses half a character at the very end.
fn to_text(bytes: &[u8], cut: bool) -> (String, bool) {
    let mut text = String::with_capacity(bytes.len());
    let mut bad = false;
    let mut after_cr = false;
    let mut left = bytes.len();
    for chunk in bytes.utf8_chunks() {
        left = left.saturating_sub(chunk.valid().len() + chunk.invalid().len());
        for c in chunk.valid().chars() {
            match c {
                '\n' if after_cr => {}
                '\n' | '\r' => text.push('\n'),
                '\t' => text.push(c),
                c if c.is_control() => {}
                c => text.push(c),
            }
            after_cr = c == '\r';
        }
        let half_a_character = cut && left == 0;
        bad |= !chunk.invalid().is_empty() && !half_a_character;
    }
    (text, bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(bytes: &[u8]) -> (String, bool) {
        let mut paste = Paste::default();
        for &byte in bytes {
            if paste.push(byte) {
                break;
            }
        }
        paste.finish()
    }

    #[test]
    fn line_ends_become_one_kind_and_controls_go() {
        let (text, bad) = take("一\r\n二\r三\n\r\n四\t\x07\u{9b}五".as_bytes());
        assert_eq!(text, "一\n二\n三\n\n四\t五");
        assert!(!bad);
    }

    #[test]
    fn a_false_beginning_of_the_marker_is_text_without_its_escape() {
        assert_eq!(take(b"a\x1b[20\x1b[201~rest").0, "a[20");
        assert_eq!(take(b"a\x1b\x1b[201~").0, "a");
    }

    #[test]
    fn too_long_a_paste_is_cut_between_characters() {
        let mut bytes = "a汉".repeat(PASTE_LIMIT).into_bytes();
        bytes.extend_from_slice(END);
        let (text, bad) = take(&bytes);
        assert!(text.len() <= PASTE_LIMIT && text.len() > PASTE_LIMIT - 4);
        assert!(!bad);
    }

    #[test]
    fn bytes_that_are_not_text_are_told() {
        assert_eq!(take(b"a\xd6\xd0b\x1b[201~"), ("ab".to_owned(), true));
    }
}
