//! Keys that edit a line, the same wherever a line is edited.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::text::{Edit, Editor};

/// Does what a key does to a text of one line that scrolls. Whether the text changed.
pub(super) fn one_line(editor: &mut Editor, event: KeyEvent) -> bool {
    apply(editor, event, usize::MAX).is_some_and(|edit| edit == Edit::Done)
}

/// Does what a key does to a text wrapped at `width`. `None` for a key that edits nothing.
pub(super) fn apply(editor: &mut Editor, event: KeyEvent, width: usize) -> Option<Edit> {
    if event.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    if event.modifiers.contains(KeyModifiers::CONTROL) {
        return control(editor, event.code, width);
    }
    let moved = |_| Some(Edit::Nothing);
    match event.code {
        KeyCode::Char(c) => Some(editor.insert(c.encode_utf8(&mut [0; 4]))),
        KeyCode::Backspace => Some(editor.backspace()),
        KeyCode::Delete => Some(editor.delete()),
        KeyCode::Left => moved(editor.left()),
        KeyCode::Right => moved(editor.right()),
        KeyCode::Home => moved(editor.home(width)),
        KeyCode::End => moved(editor.end(width)),
        KeyCode::Up => moved(editor.up(width)),
        KeyCode::Down => moved(editor.down(width)),
        _ => None,
    }
}

fn control(editor: &mut Editor, code: KeyCode, width: usize) -> Option<Edit> {
    let changed = |did| Some(if did { Edit::Done } else { Edit::Nothing });
    match code {
        KeyCode::Char('h') => Some(editor.backspace()),
        KeyCode::Char('j') => Some(editor.newline()),
        KeyCode::Char('k') => Some(editor.kill_to_end()),
        KeyCode::Char('e') => changed(editor.end(width)).and(Some(Edit::Nothing)),
        KeyCode::Char('z') => changed(editor.undo()),
        KeyCode::Char('y') => changed(editor.redo()),
        KeyCode::Left => changed(editor.word_left()).and(Some(Edit::Nothing)),
        KeyCode::Right => changed(editor.word_right()).and(Some(Edit::Nothing)),
        _ => None,
    }
}
