//! What terminals send for keys that are not characters: one table per kind of sequence.
//!
//! Owns the encodings of xterm, the Linux console, `PuTTY`, screen, tmux and rxvt. Refuses to guess: whatever
//! is not listed here is a report or a novelty, and the decoder swallows it rather than type it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The final bytes of F1–F4, in order.
const LETTERS_F1_F4: &[u8] = b"PQRS";

/// A key without modifiers.
pub(super) fn plain(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// The key a control byte (or DEL) stands for; `None` for ESC, which is the decoder's own affair.
///
/// LF stays apart from CR: in raw mode Enter sends CR, and Ctrl-J is the newline of those without it.
pub(super) fn control(byte: u8) -> Option<KeyEvent> {
    let letter = |c: u8| KeyEvent::new(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match byte {
        b'\t' => Some(plain(KeyCode::Tab)),
        b'\r' => Some(plain(KeyCode::Enter)),
        0x7f => Some(plain(KeyCode::Backspace)),
        0x00 => Some(letter(b' ')),
        0x01..=0x1a => Some(letter(byte | 0x60)),
        0x1c..=0x1f => Some(letter(byte | 0x40)),
        _ => None,
    }
}

/// The key of `CSI params final`, or of `CSI [ letter` (the Linux console's F1–F5, final `[` first).
///
/// `params` are the bytes between the introducer and the final byte. Anything with a private marker or a
/// sub-parameter is a report.
pub(super) fn csi(params: &[u8], last: u8) -> Option<KeyEvent> {
    let (first, modifier) = two_numbers(params)?;
    let modifiers = modifiers(modifier)?;
    let key = |code| Some(KeyEvent::new(code, modifiers));
    match last {
        // A position report is `CSI row;col R`: the same shape as a modified F3, which therefore loses.
        b'R' if !params.is_empty() => None,
        b'a'..=b'd' if params.is_empty() => {
            Some(KeyEvent::new(arrow(last.to_ascii_uppercase())?, KeyModifiers::SHIFT))
        }
        b'A'..=b'H' if params.is_empty() || first == 1 => key(arrow(last)?),
        b'P'..=b'S' if params.is_empty() || first == 1 => key(function_letter(last)?),
        b'Z' => Some(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT)),
        b'~' => key(numbered(first)?),
        // rxvt writes the modifier into the final byte.
        b'$' => Some(KeyEvent::new(numbered(first)?, KeyModifiers::SHIFT)),
        b'^' => Some(KeyEvent::new(numbered(first)?, KeyModifiers::CONTROL)),
        b'@' => Some(KeyEvent::new(numbered(first)?, KeyModifiers::CONTROL | KeyModifiers::SHIFT)),
        _ => None,
    }
}

/// The key of `CSI [ letter`, the Linux console's F1–F5.
pub(super) fn linux_function(last: u8) -> Option<KeyEvent> {
    match last {
        b'A'..=b'E' => Some(plain(KeyCode::F(last - b'A' + 1))),
        _ => None,
    }
}

/// The key of `ESC O params final`: application cursor keys, F1–F4, `PuTTY`'s F5–F12, the keypad.
pub(super) fn ss3(params: &[u8], last: u8) -> Option<KeyEvent> {
    let (first, second) = two_numbers(params)?;
    // Old konsole sends `O 1;5 P`, old xterm `O 5 P`: the last number given is the modifier.
    let modifiers = modifiers(if second == 0 { first } else { second })?;
    let key = |code| Some(KeyEvent::new(code, modifiers));
    match last {
        b'a'..=b'd' => Some(KeyEvent::new(arrow(last.to_ascii_uppercase())?, KeyModifiers::CONTROL)),
        b'A'..=b'H' => key(arrow(last)?),
        b'M' => key(KeyCode::Enter),
        b'I' => key(KeyCode::Tab),
        b'P'..=b'S' => key(function_letter(last)?),
        b'T'..=b'[' => key(KeyCode::F(last - b'T' + 5)),
        b' ' => key(KeyCode::Char(' ')),
        b'j'..=b'y' => key(KeyCode::Char(char::from(last - b'j' + b'*'))),
        _ => None,
    }
}

fn arrow(letter: u8) -> Option<KeyCode> {
    match letter {
        b'A' => Some(KeyCode::Up),
        b'B' => Some(KeyCode::Down),
        b'C' => Some(KeyCode::Right),
        b'D' => Some(KeyCode::Left),
        b'F' => Some(KeyCode::End),
        b'H' => Some(KeyCode::Home),
        _ => None,
    }
}

fn function_letter(letter: u8) -> Option<KeyCode> {
    let at = LETTERS_F1_F4.iter().position(|&l| l == letter)?;
    Some(KeyCode::F(u8::try_from(at).ok()? + 1))
}

/// The VT220 editing and function keys, `CSI n ~`.
fn numbered(number: u16) -> Option<KeyCode> {
    let f = |base: u16, first: u16| u8::try_from(number - base + first).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => f(11, 1),
        17..=21 => f(17, 6),
        23..=26 => f(23, 11),
        28 | 29 => f(28, 15),
        31..=34 => f(31, 17),
        _ => None,
    }
}

/// xterm's modifier parameter: one more than the bits. Absent (0) and 1 both mean none.
fn modifiers(number: u16) -> Option<KeyModifiers> {
    if number > 16 {
        return None;
    }
    let bits = number.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    let table = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::META),
    ];
    for (bit, modifier) in table {
        if bits & bit != 0 {
            modifiers |= modifier;
        }
    }
    Some(modifiers)
}

/// Up to two decimal numbers with `;` between, an absent one being 0; `None` for anything else.
fn two_numbers(params: &[u8]) -> Option<(u16, u16)> {
    let mut numbers = params.split(|&b| b == b';').map(|digits| {
        digits.iter().try_fold(0_u16, |n, d| {
            let d = d.is_ascii_digit().then(|| u16::from(d - b'0'))?;
            n.checked_mul(10)?.checked_add(d)
        })
    });
    let first = numbers.next().unwrap_or(Some(0))?;
    let second = numbers.next().unwrap_or(Some(0))?;
    numbers.next().is_none().then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_or_refused() {
        assert_eq!(two_numbers(b""), Some((0, 0)));
        assert_eq!(two_numbers(b"1;5"), Some((1, 5)));
        assert_eq!(two_numbers(b";5"), Some((0, 5)));
        assert_eq!(two_numbers(b"?25"), None);
        assert_eq!(two_numbers(b"27;5;9"), None);
        assert_eq!(two_numbers(b"1;5:3"), None);
        assert_eq!(two_numbers(b"99999999"), None);
    }

    #[test]
    fn keypad_letters_are_their_characters() {
        let chars: String = (b'j'..=b'y')
            .filter_map(|b| match ss3(b"", b)?.code {
                KeyCode::Char(c) => Some(c),
                _ => None,
            })
            .collect();
        assert_eq!(chars, "*+,-./0123456789");
    }
}
