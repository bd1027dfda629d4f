//! Where the decoder stands between two bytes.
//!
//! Owns what has to be remembered of a sequence that is not complete. Refuses to decide anything about it.

use super::paste::Paste;
use super::utf8::Partial;

/// Where the machine stands between two bytes. `alt` remembers the ESC before a key.
#[derive(Debug)]
pub(super) enum State {
    Ground,
    Escape { again: bool },
    Character { partial: Partial, alt: bool },
    Sequence(Sequence),
    LinuxFunction { alt: bool },
    Mouse { left: u8 },
    Swallow { escape: bool },
    StringStart { kind: u8 },
    Paste(Paste),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Csi,
    Ss3,
}

/// A control sequence of which the final byte is still to come.
#[derive(Debug)]
pub(super) struct Sequence {
    pub(super) kind: Kind,
    pub(super) params: Vec<u8>,
    /// Too long for any key: swallow it to its end.
    pub(super) junk: bool,
    pub(super) alt: bool,
}

/// `CSI n $` is rxvt's Shift with an editing key; `CSI ? n $ y` is a mode report.
pub(super) fn is_rxvt_shift(params: &[u8], byte: u8) -> bool {
    byte == b'$' && matches!(params, [b'2'..=b'8'] | [b'1'..=b'3', b'0'..=b'9'])
}
