//! 导出: document, format and file, and the first lines of what will be written.

use ratatui::layout::Position;

use super::super::export::{At, Export};
use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::{foot, theme};
use crate::ledger::Coded;
use crate::strings::export as say;
use crate::text::{cells, window};

/// Row of the first line of the preview.
const PREVIEW: u16 = 6;

/// Draws it. Where the caret stands, if a name is being typed.
pub fn draw(model: &Model, export: &Export, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    let (lang, width) = (model.lang, usize::from(layout.width));
    let as_of = export.ask.wanted.as_of.map(|d| d.to_string()).unwrap_or_default();
    canvas.put(0, 0, width, &say::TITLE.with(lang, &[&as_of]), theme::STRONG);
    let labels = [say::DOCUMENT, say::IN_FORMAT, say::FILE];
    let wide = labels.iter().map(|l| cells(l.say(lang))).max().unwrap_or(0);
    let x = u16::try_from(wide).unwrap_or(0) + 4;
    let room = usize::from(layout.width.saturating_sub(x + 1));
    let mut caret = None;
    for ((y, at), label) in (1..).zip(At::ALL).zip(labels) {
        let here = at == export.at;
        canvas.put(0, y, 1, if here { ">" } else { " " }, theme::STRONG);
        canvas.put(2, y, wide, label.say(lang), theme::PLAIN);
        let choice = |text: &str| format!("< {text} >");
        let style = if here { theme::STRONG } else { theme::PLAIN };
        match at {
            At::What => {
                canvas.put(x, y, room, &choice(export.ask.what.word().say(lang)), style);
            }
            At::Format => {
                let format = export.ask.format;
                let text = format!("{} {}", format.code(), format.word().say(lang));
                canvas.put(x, y, room, &choice(&text), style);
            }
            At::Name => {
                let (_, shown, column) = window(export.name.text(), export.name.caret(), room);
                canvas.put(x, y, room, shown, theme::PLAIN);
                caret = here.then(|| Position::new(x + u16::try_from(column).unwrap_or(0), y));
            }
        }
    }
    let folder = model.folder.display().to_string();
    canvas.put(2, 4, width.saturating_sub(2), &say::FOLDER.with(lang, &[&folder]), theme::PLAIN);
    preview(model, export, layout, canvas);
    if let Some(path) = &export.replaces {
        let text = say::REPLACE.with(lang, &[&path.display().to_string()]);
        foot::text_above(&text, theme::ALARM, layout.foot, layout, canvas);
        return None;
    }
    foot::line(say::EXPORT_KEYS.say(lang), layout, canvas);
    foot::notice(model, layout, canvas);
    caret
}

fn preview(model: &Model, export: &Export, layout: &Layout, canvas: &mut Canvas<'_>) {
    let width = usize::from(layout.width);
    let Some(lines) = &export.preview else {
        canvas.put(0, PREVIEW, width, crate::strings::office::READING.say(model.lang), theme::PLAIN);
        return;
    };
    for (y, line) in (PREVIEW..layout.notice).zip(lines) {
        canvas.put(0, y, width, line, theme::PLAIN);
    }
}
