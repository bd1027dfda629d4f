//! One character while its bytes come in.
//!
//! Owns which bytes may follow which. Refuses overlong forms, surrogates and anything beyond U+10FFFF at the
//! first byte that shows it, so that the key after a broken character is not eaten with it.

/// A character of which some bytes are there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partial {
    bytes: [u8; 4],
    have: usize,
    need: usize,
}

/// What one more byte did.
#[derive(Debug)]
pub(super) enum Step {
    More(Partial),
    Done(char),
    /// The byte does not belong here; it has not been used.
    Broken,
}

impl Partial {
    /// Begins with a lead byte; `None` for a byte that leads no character.
    pub(super) fn lead(byte: u8) -> Option<Self> {
        let need = match byte {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return None,
        };
        Some(Self { bytes: [byte, 0, 0, 0], have: 1, need })
    }

    /// Takes the next byte.
    pub(super) fn push(mut self, byte: u8) -> Step {
        let range = match (self.have, self.bytes.first()) {
            (1, Some(0xe0)) => 0xa0..=0xbf,
            (1, Some(0xed)) => 0x80..=0x9f,
            (1, Some(0xf0)) => 0x90..=0xbf,
            (1, Some(0xf4)) => 0x80..=0x8f,
            _ => 0x80..=0xbf,
        };
        if !range.contains(&byte) {
            return Step::Broken;
        }
        if let Some(place) = self.bytes.get_mut(self.have) {
            *place = byte;
        }
        self.have += 1;
        if self.have < self.need {
            return Step::More(self);
        }
        let text = self.bytes.get(..self.need).and_then(|b| std::str::from_utf8(b).ok());
        text.and_then(|t| t.chars().next()).map_or(Step::Broken, Step::Done)
    }
}
