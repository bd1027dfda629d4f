//! The three texts of the form: how many rows each has, its label with what is to be said of it, its rows.

use ratatui::layout::Position;

use super::super::form::{FieldId, Form};
use super::super::model::Model;
use super::extras::extra_rows;
use super::form::{Pen, label_style, width};
use super::layout::Layout;
use super::lines::fitting;
use super::theme;
use crate::ledger::TEXT_CHARS;
use crate::strings::{Text, tui as say};
use crate::text::{Editor, truncate, visible};

/// Rows that are always there: title, two rows of fields, buttons, notice, footer.
const FIXED: usize = 6;

/// Rows of the three texts, labels not counted: the one that grows gets what the others leave.
pub(super) fn heights(form: &Form, layout: &Layout, width: usize) -> [usize; 3] {
    let texts = [FieldId::Progress, FieldId::Problems, FieldId::Next];
    let extra = extra_rows(form).len();
    let rows = usize::from(layout.foot) + 1;
    let free = rows.saturating_sub(FIXED + texts.len() + extra).max(3);
    let lines = |f| form.editor(f).map_or(1, |e| e.rows(width).len());
    let most = if free >= 12 { free / 4 } else { 0 };
    let mut heights = texts.map(|f| if f == form.grown { 0 } else { lines(f).min(most) });
    let others: usize = heights.iter().sum();
    for (field, height) in texts.iter().zip(heights.iter_mut()) {
        if *field == form.grown {
            *height = free.saturating_sub(others).max(1);
        }
    }
    heights
}

/// A text: its label with what is to be said of it, then its rows. A text without rows shows its first words
/// beside the label.
pub(super) fn text_field(
    model: &Model,
    form: &Form,
    field: FieldId,
    height: usize,
    layout: &Layout,
    pen: &mut Pen<'_, '_>,
) {
    let Some(editor) = form.editor(field) else { return };
    let lang = model.lang;
    let here = form.focus == field;
    let label = text_label(field).say(lang);
    let right = said_of_text(model, form, field, editor, pen);
    let mut x = pen.canvas.put(0, pen.y, usize::from(right), label, label_style(here));
    if field == FieldId::Progress && height > 0 {
        let rules = if form.status.needs_reason() {
            [say::REASON_NEEDED, say::NEEDED_SHORT]
        } else {
            [say::NEEDED, say::NEEDED_SHORT]
        };
        let room = usize::from(right.saturating_sub(x + 2));
        let rule = fitting(rules.map(|rule| rule.say(lang)), room);
        x = pen.canvas.put(x + 1, pen.y, room, rule, theme::PLAIN);
    }
    if height == 0 {
        let first = visible(editor.text().lines().next().unwrap_or_default()).into_owned();
        let room = usize::from(right.saturating_sub(x + 3));
        pen.canvas.put(x + 2, pen.y, room, &truncate(&first, room), theme::PLAIN);
        pen.y += 1;
        return;
    }
    pen.y += 1;
    let wide = width(layout);
    let rows = editor.rows(wide);
    let (caret_row, caret_column) = editor.caret_cell(wide);
    // The caret stays in sight; a text that does not have the keys shows its beginning.
    let top = if here { (caret_row + 1).saturating_sub(height) } else { 0 };
    for (i, row) in rows.iter().skip(top).take(height).enumerate() {
        let y = pen.y + u16::try_from(i).unwrap_or(0);
        pen.canvas.put(2, y, wide + 1, row.shown(editor.text()), theme::PLAIN);
    }
    if here {
        let y = pen.y + u16::try_from(caret_row - top).unwrap_or(0);
        pen.caret = Some(Position::new(2 + u16::try_from(caret_column).unwrap_or(0), y));
    }
    pen.y += u16::try_from(height).unwrap_or(0);
}

/// Length, and for the progress what the rules say of it. Where it begins.
fn said_of_text(model: &Model, form: &Form, field: FieldId, editor: &Editor, pen: &mut Pen<'_, '_>) -> u16 {
    let lang = model.lang;
    let mut said = vec![say::CHARS_OF.with(lang, &[&editor.chars().to_string(), &TEXT_CHARS.to_string()])];
    let mut style = theme::PLAIN;
    if field == FieldId::Progress {
        if form.repeats() {
            said.push(say::REPEATS.say(lang).to_owned());
            style = theme::ALARM;
        } else if form.previous.is_some() && editor.text().is_empty() {
            said.push(say::COPY_KEY.say(lang).to_owned());
        }
    }
    pen.canvas.put_right(pen.width, pen.y, &said.join("  "), style)
}

const fn text_label(field: FieldId) -> Text {
    match field {
        FieldId::Problems => say::L_PROBLEMS,
        FieldId::Next => say::L_NEXT,
        _ => say::L_PROGRESS,
    }
}
