//! Bytes from the terminal in, keys and pasted text out.
//!
//! A pure state machine: no clock, no descriptor, any split of the bytes gives the same result. Owns where a
//! sequence begins and ends. Refuses to type anything that is not text: replies to questions nobody asked,
//! reports, bytes that are not UTF-8 and sequences nobody knows are swallowed.
//!
//! Characters come without SHIFT, whatever their case; [`KeyCode::BackTab`] carries SHIFT.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::keytable;
use super::paste::{Paste, holds_end};
use super::state::{Kind, Sequence, State, is_rxvt_shift};
use super::utf8::{Partial, Step};

/// How long a lone ESC, half a sequence or half a character may wait for its rest. Long enough for a
/// sequence cut in two by the network, short enough that Esc still feels like a key.
const SHORT: Duration = Duration::from_millis(100);
/// How long a paste or a terminal's reply may pause before it counts as ended.
const LONG: Duration = Duration::from_secs(1);
/// Parameter bytes kept of one sequence; a longer one is swallowed to its end.
const PARAMS: usize = 24;
/// After an unfinished paste was given up, a read at least this long is its rest and not typing.
const BURST: usize = 64;

/// One thing a person (or their clipboard) sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key; a character is `Key(Char(c))`.
    Key(KeyEvent),
    /// A bracketed paste, line ends as `\n`, no other controls but TAB, at most [`super::PASTE_LIMIT`] bytes.
    Paste(String),
    /// Bytes that are not UTF-8 were dropped: one per run of them.
    NotUtf8,
}

/// The decoder: feed it every read, and call [`Decoder::idle`] when [`Decoder::waiting`] has passed.
#[derive(Debug)]
pub struct Decoder {
    state: State,
    /// The latest byte was not UTF-8, and that has been told.
    bad: bool,
    /// A paste was given up for want of its end marker, which may still come.
    torn_paste: bool,
}

impl Default for Decoder {
    fn default() -> Self {
        Self { state: State::Ground, bad: false, torn_paste: false }
    }
}

impl Decoder {
    /// Decodes one read, appending to `out` what is complete.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        if std::mem::take(&mut self.torn_paste) && (bytes.len() >= BURST || holds_end(bytes)) {
            self.state = State::Paste(Paste::default());
        }
        for &byte in bytes {
            self.byte(byte, out);
        }
    }

    /// Nothing came for as long as [`Decoder::waiting`] said: ends what is unfinished.
    ///
    /// A lone ESC is the Esc key, a paste is delivered as far as it came, half a character is told as not
    /// UTF-8, any other unfinished sequence is dropped.
    pub fn idle(&mut self, out: &mut Vec<Input>) {
        match self.take() {
            State::Escape { again } => {
                for _ in 0..=u8::from(again) {
                    self.key(keytable::plain(KeyCode::Esc), false, out);
                }
            }
            State::Character { .. } => self.not_utf8(out),
            State::Paste(paste) => {
                self.torn_paste = true;
                self.pasted(paste, out);
            }
            _ => {}
        }
    }

    /// How long after the last byte [`Decoder::idle`] is due; `None` while nothing is unfinished.
    #[must_use]
    pub fn waiting(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Paste(_) | State::Swallow { .. } => Some(LONG),
            _ => Some(SHORT),
        }
    }

    fn take(&mut self) -> State {
        std::mem::replace(&mut self.state, State::Ground)
    }

    /// One byte. A byte that ends a sequence without belonging to it is looked at again as a fresh one.
    fn byte(&mut self, byte: u8, out: &mut Vec<Input>) {
        match self.take() {
            State::Ground => self.ground(byte, false, out),
            State::Escape { again } => self.escaped(byte, again, out),
            State::Character { partial, alt } => self.continued(partial, byte, alt, out),
            State::Sequence(sequence) => self.sequence(sequence, byte, out),
            State::LinuxFunction { alt } => match keytable::linux_function(byte) {
                Some(key) => self.key(key, alt, out),
                None if byte.is_ascii_graphic() => {}
                None => self.ground(byte, false, out),
            },
            State::Mouse { left } => self.mouse(left, byte, out),
            State::Swallow { escape } => self.swallow(escape, byte, out),
            State::StringStart { kind } => self.string_start(kind, byte, out),
            State::Paste(mut paste) => {
                if paste.push(byte) {
                    self.pasted(paste, out);
                } else {
                    self.state = State::Paste(paste);
                }
            }
        }
    }

    fn ground(&mut self, byte: u8, alt: bool, out: &mut Vec<Input>) {
        match byte {
            0x1b => {
                self.bad = false;
                self.state = State::Escape { again: false };
            }
            0x00..=0x1f | 0x7f => self.maybe_key(keytable::control(byte), alt, out),
            0x20..=0x7e => self.key(keytable::plain(KeyCode::Char(char::from(byte))), alt, out),
            _ => match Partial::lead(byte) {
                Some(partial) => self.state = State::Character { partial, alt },
                None => self.not_utf8(out),
            },
        }
    }

    fn continued(&mut self, partial: Partial, byte: u8, alt: bool, out: &mut Vec<Input>) {
        match partial.push(byte) {
            Step::More(partial) => self.state = State::Character { partial, alt },
            // C1 controls spelt in UTF-8 are no text either.
            Step::Done(c) if c.is_control() => self.bad = false,
            Step::Done(c) => self.key(keytable::plain(KeyCode::Char(c)), alt, out),
            Step::Broken => {
                // The key that follows a broken character is a key all the same.
                self.not_utf8(out);
                self.ground(byte, false, out);
            }
        }
    }

    fn escaped(&mut self, byte: u8, again: bool, out: &mut Vec<Input>) {
        let sequence = |kind| State::Sequence(Sequence { kind, params: Vec::new(), junk: false, alt: again });
        match byte {
            // Two ESC: either the key twice, or Alt before a sequence, as PuTTY and rxvt send Alt-arrows.
            0x1b if again => {
                self.key(keytable::plain(KeyCode::Esc), false, out);
                self.state = State::Escape { again };
            }
            0x1b => self.state = State::Escape { again: true },
            b'[' => self.state = sequence(Kind::Csi),
            b'O' => self.state = sequence(Kind::Ss3),
            b']' | b'P' | b'_' | b'^' | b'X' => {
                self.esc_if(again, out);
                self.state = State::StringStart { kind: byte };
            }
            _ => {
                self.esc_if(again, out);
                self.ground(byte, true, out);
            }
        }
    }

    fn esc_if(&mut self, yes: bool, out: &mut Vec<Input>) {
        if yes {
            self.key(keytable::plain(KeyCode::Esc), false, out);
        }
    }

    fn sequence(&mut self, mut sequence: Sequence, byte: u8, out: &mut Vec<Input>) {
        let Sequence { kind, alt, .. } = sequence;
        let params = &mut sequence.params;
        let parameter = match kind {
            Kind::Csi => matches!(byte, 0x20..=0x3f) && !is_rxvt_shift(params, byte),
            Kind::Ss3 => byte.is_ascii_digit() || byte == b';',
        };
        if parameter {
            if params.len() < PARAMS {
                params.push(byte);
            } else {
                sequence.junk = true;
            }
            self.state = State::Sequence(sequence);
            return;
        }
        match (kind, byte) {
            // Not a byte of any sequence: what came before is void, this one counts.
            (_, 0x00..=0x1f | 0x7f..) => self.ground(byte, false, out),
            _ if sequence.junk => {}
            (Kind::Ss3, _) => self.maybe_key(keytable::ss3(params, byte), alt, out),
            (Kind::Csi, b'[') if params.is_empty() => self.state = State::LinuxFunction { alt },
            (Kind::Csi, b'M') if params.is_empty() => self.state = State::Mouse { left: 3 },
            (Kind::Csi, b'~') if params == b"200" => self.state = State::Paste(Paste::default()),
            (Kind::Csi, _) => self.maybe_key(keytable::csi(params, byte), alt, out),
        }
    }

    fn maybe_key(&mut self, key: Option<KeyEvent>, alt: bool, out: &mut Vec<Input>) {
        if let Some(key) = key {
            self.key(key, alt, out);
        }
    }

    /// The three bytes after an old mouse report; a control byte means that it was none.
    fn mouse(&mut self, left: u8, byte: u8, out: &mut Vec<Input>) {
        if byte < 0x20 {
            self.ground(byte, false, out);
        } else if left > 1 {
            self.state = State::Mouse { left: left - 1 };
        }
    }

    /// A string for the program (a reply) begins with a sign of its own; otherwise this was Alt and a key.
    fn string_start(&mut self, kind: u8, byte: u8, out: &mut Vec<Input>) {
        let reply = match kind {
            b']' => byte.is_ascii_digit() || matches!(byte, b'l' | b'L' | b'I'),
            b'P' => byte.is_ascii_digit() || matches!(byte, b'$' | b'>' | b'!' | b'+' | b'=' | b'|' | b'?'),
            _ => byte >= 0x20 && byte != 0x7f,
        };
        if reply || byte == 0x1b {
            return self.swallow(false, byte, out);
        }
        if byte != 0x07 {
            self.key(keytable::plain(KeyCode::Char(char::from(kind))), true, out);
            self.ground(byte, false, out);
        }
    }

    /// Inside such a string: BEL or ST ends it, and so does any control byte, which no reply contains.
    fn swallow(&mut self, escape: bool, byte: u8, out: &mut Vec<Input>) {
        match (escape, byte) {
            (true, b'\\') | (false, 0x07) => {}
            (true, _) => self.escaped(byte, false, out),
            (false, 0x1b) => self.state = State::Swallow { escape: true },
            (false, 0x00..=0x1f | 0x7f) => self.ground(byte, false, out),
            (false, _) => self.state = State::Swallow { escape: false },
        }
    }

    fn pasted(&mut self, paste: Paste, out: &mut Vec<Input>) {
        let (text, bad) = paste.finish();
        self.bad = false;
        if !text.is_empty() {
            out.push(Input::Paste(text));
        }
        if bad {
            self.not_utf8(out);
        }
    }

    fn key(&mut self, mut key: KeyEvent, alt: bool, out: &mut Vec<Input>) {
        self.bad = false;
        if alt {
            key.modifiers |= KeyModifiers::ALT;
        }
        out.push(Input::Key(key));
    }

    fn not_utf8(&mut self, out: &mut Vec<Input>) {
        if !std::mem::replace(&mut self.bad, true) {
            out.push(Input::NotUtf8);
        }
    }
}
