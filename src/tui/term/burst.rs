//! Pastes from terminals that do not bracket them.
//!
//! Owns what tells them from typing. Refuses to decide what becomes of the text.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::decoder::Input;

/// So many characters in one read, and so many different ones, are not typed: a held key is one character, and
/// whoever types ahead while the line hangs does not get this far.
const MANY: usize = 200;
const DIFFERENT: usize = 8;

/// Whether a read was a paste: text with a line end and two more characters behind it, or one long line. Nobody
/// types that between two reads.
#[must_use]
pub fn is_pasted(inputs: &[Input]) -> bool {
    let mut behind = inputs.iter().filter_map(character).skip_while(|c| *c != '\n').skip(1);
    let lines = behind.nth(1).is_some() && inputs.iter().filter_map(character).any(|c| c != '\n');
    lines || is_long_line(inputs)
}

/// The text of such a read, with one kind of line end; `None` where anything in it is not text.
#[must_use]
pub fn pasted_text(inputs: &[Input]) -> Option<String> {
    if !is_pasted(inputs) {
        return None;
    }
    let mut text = String::with_capacity(inputs.len());
    let mut after_return = false;
    for input in inputs {
        let c = character(input)?;
        let is_return = matches!(input, Input::Key(KeyEvent { code: KeyCode::Enter, .. }));
        // What follows a return is the other half of the same line end.
        if c != '\n' || is_return || !after_return {
            text.push(c);
        }
        after_return = is_return;
    }
    Some(text)
}

fn is_long_line(inputs: &[Input]) -> bool {
    if inputs.len() < MANY {
        return false;
    }
    let mut different: Vec<char> = Vec::new();
    for c in inputs.iter().filter_map(character) {
        if !different.contains(&c) {
            different.push(c);
        }
        if different.len() >= DIFFERENT {
            return true;
        }
    }
    false
}

fn character(input: &Input) -> Option<char> {
    let Input::Key(KeyEvent { code, modifiers, .. }) = input else { return None };
    match (*code, *modifiers) {
        (KeyCode::Char(c), KeyModifiers::NONE) => Some(c),
        (KeyCode::Char('j'), KeyModifiers::CONTROL) | (KeyCode::Enter, KeyModifiers::NONE) => Some('\n'),
        (KeyCode::Tab, KeyModifiers::NONE) => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::decoder::Decoder;
    use super::*;

    fn text(bytes: &str) -> Option<String> {
        let mut inputs = Vec::new();
        Decoder::default().feed(bytes.as_bytes(), &mut inputs);
        pasted_text(&inputs)
    }

    #[test]
    fn lines_in_one_read_are_a_paste() {
        assert_eq!(text("第一行\n第二行\r\nq\rd\t\n"), Some("第一行\n第二行\nq\nd\t\n".into()));
        assert_eq!(text("一\r\r\n\n"), Some("一\n\n\n".into()));
        assert_eq!(text("一\r二三"), Some("一\n二三".into()));
    }

    #[test]
    fn a_long_line_in_one_read_is_a_paste() {
        let line = "本期新收行政复议案件12件审结10件调解6件均已反馈有关单位并督促整改";
        assert_eq!(text(line), None, "typed ahead");
        assert_eq!(text(&line.repeat(6)), Some(line.repeat(6)));
    }

    #[test]
    fn typing_is_no_paste() {
        for typed in
            ["sfj\r", "受理41件\rq", "\r\n", "\r\r\r\r", "14a", &"j".repeat(300), &"jk".repeat(300), "司法局"]
        {
            assert_eq!(text(typed), None, "{typed}");
        }
        assert_eq!(text("\r\x07??"), None, "a command among them");
        assert_eq!(text("sfj\r\x1b[B\x1b[B\x1b[B"), None, "arrows held behind Enter");
    }
}
