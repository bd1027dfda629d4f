//! The form on the whole screen. The text that has the keys grows; the others show as many rows as there is room
//! for, at least their first. What is wrong with a field stands beside it.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::super::form::{FieldId, Form, Rules, Target};
use super::super::model::Model;
use super::canvas::Canvas;
use super::extras::{evidence_row, extra_rows, value_row};
use super::foot::text_above;
use super::layout::Layout;
use super::theme;
use crate::ledger::{Coded, Entry, Percent, Period, Status, TEXT_CHARS};
use crate::strings::{Lang, Text, tui as say};
use crate::text::{Editor, cells, pad, truncate, visible, window};

/// Texts are easiest to write in lines of at most this many cells.
const TEXT_WIDTH: u16 = 96;
/// Rows that are always there: title, two rows of fields, buttons, notice, footer.
const FIXED: usize = 6;

/// Columns in which texts are wrapped.
pub fn width(layout: &Layout) -> usize {
    usize::from(layout.width.saturating_sub(3).min(TEXT_WIDTH)).max(1)
}

/// Where the drawing stands.
pub(super) struct Pen<'c, 'b> {
    pub(super) canvas: &'c mut Canvas<'b>,
    pub(super) width: u16,
    pub(super) y: u16,
    caret: Option<Position>,
    /// What there was no room for beside its field.
    below: Option<(String, Style)>,
}

/// Draws the form and says where its caret stands; on a button there is none.
pub fn draw(model: &Model, form: &Form, layout: &Layout, canvas: &mut Canvas<'_>) -> Option<Position> {
    let mut pen = Pen { canvas, width: layout.width, y: 0, caret: None, below: None };
    let rules = Rules { plan: model.plan(), lang: model.lang, today: model.clock.today() };
    title(model, form, &mut pen);
    first_row(model, form, &mut pen);
    second_row(model, form, rules, &mut pen);
    let heights = heights(form, layout, width(layout));
    for (field, height) in [FieldId::Progress, FieldId::Problems, FieldId::Next].into_iter().zip(heights) {
        text_field(model, form, field, height, layout, &mut pen);
    }
    // Few rows: the values and evidence around the one that has the keys.
    let room = usize::from(layout.notice.saturating_sub(pen.y + 1));
    let rows = extra_rows(form);
    let at = rows.iter().position(|row| row.contains(&form.focus)).unwrap_or(0);
    let top = (at + 1).saturating_sub(room);
    for row in rows.iter().skip(top).take(room) {
        match row.as_slice() {
            [FieldId::Value(i)] => value_row(model, form, *i, rules, &mut pen),
            [FieldId::Evidence(i), _] => evidence_row(model, form, *i, &mut pen),
            _ => {}
        }
    }
    pen.y = layout.notice.saturating_sub(1);
    buttons(model, form, &mut pen);
    pen.y = layout.foot;
    pen.canvas.put(0, layout.foot, usize::from(layout.width), say::FORM_KEYS.say(model.lang), theme::PLAIN);
    let Pen { caret, below, canvas, .. } = pen;
    if let Some((text, style)) = below.filter(|_| model.notice.is_none()) {
        text_above(&text, style, layout.notice, layout, canvas);
    }
    caret
}

fn title(model: &Model, form: &Form, pen: &mut Pen<'_, '_>) {
    let lang = model.lang;
    let kind = match form.target {
        Target::New => say::FORM_NEW.say(lang).to_owned(),
        Target::Edit { id, base } => say::FORM_EDIT.with(lang, &[&id.0.to_string(), &base.0.to_string()]),
    };
    let kept = form.kept.as_ref().map(|at| say::KEPT_AT.with(lang, &[at]));
    let others = (!form.others.is_empty()).then(|| say::OTHERS.with(lang, &[&form.others.join(" ")]));
    let right: Vec<String> = [others, Some(kind), kept].into_iter().flatten().collect();
    let right = pen.canvas.put_right(pen.width, 0, &right.join("  "), theme::PLAIN);
    let title = model.plan().task(form.task).map_or("", |t| t.title.as_str());
    let head = format!("{} {} {title}", say::FORM.say(lang), form.task.0);
    pen.canvas.put(0, 0, usize::from(right.saturating_sub(1)), &head, theme::STRONG);
    pen.y = 1;
}

/// Unit, period and day.
fn first_row(model: &Model, form: &Form, pen: &mut Pen<'_, '_>) {
    let lang = model.lang;
    let mut x =
        boxed(form, FieldId::Unit, say::F_UNIT.say(lang), if pen.width >= 100 { 20 } else { 16 }, 0, pen);
    x = boxed(form, FieldId::Period, say::F_PERIOD.say(lang), 7, x + 2, pen);
    let day = cells(say::F_DAY.say(lang)) + 16;
    if let Some(period) = Period::parse(form.period.text()) {
        let long = period.long(lang);
        if usize::from(x) + cells(&long) + day < usize::from(pen.width) {
            x = pen.canvas.put(x + 1, pen.y, cells(&long), &long, theme::PLAIN);
        }
    }
    boxed(form, FieldId::Day, say::F_DAY.say(lang), 11, x + 2, pen);
    pen.y += 1;
}

/// Status and percent, and what they were last time.
fn second_row(model: &Model, form: &Form, rules: Rules<'_>, pen: &mut Pen<'_, '_>) {
    let lang = model.lang;
    let here = form.focus == FieldId::Status;
    let x = pen.canvas.put(0, pen.y, 20, &format!("{} ", say::F_STATUS.say(lang)), label_style(here));
    let word = format!("[{}]", pad(form.status.word().say(lang), 12));
    let x = pen.canvas.put(x, pen.y, 14, &word, if here { theme::CURSOR } else { theme::PLAIN });
    let mut x = boxed(form, FieldId::Percent, say::F_PERCENT.say(lang), 4, x + 2, pen);
    x = pen.canvas.put(x, pen.y, 1, "%", theme::PLAIN);
    // The row above is full: what is wrong with its fields is said here too.
    let fields = [form.focus, FieldId::Unit, FieldId::Period, FieldId::Day, FieldId::Percent];
    let fields = fields.into_iter().filter(|f| !f.is_text() && !matches!(f, FieldId::Value(_)));
    if let Some(fault) = fields.into_iter().find_map(|f| form.fault(f, rules)) {
        complaint(Some(&fault), x, pen);
    } else {
        if here {
            pen.below = Some((status_hint(lang), theme::PLAIN));
        }
        let hint = form.previous.as_ref().map(|e| last_time(e, lang)).unwrap_or_default();
        let room = usize::from(pen.width.saturating_sub(x + 2));
        pen.canvas.put(x + 2, pen.y, room, &hint, theme::PLAIN);
    }
    pen.y += 1;
}

fn status_hint(lang: Lang) -> String {
    let each = Status::ALL.iter().enumerate().map(|(i, s)| format!("{}{}", i + 1, s.word().say(lang)));
    each.collect::<Vec<_>>().join(" ")
}

fn last_time(entry: &Entry, lang: Lang) -> String {
    let percent = entry.percent.map(Percent::get).map(|p| format!(" {p}%")).unwrap_or_default();
    say::LAST_TIME.with(lang, &[&format!("{}{percent} {}", entry.status.word().say(lang), entry.day)])
}

/// Rows of the three texts, labels not counted: the one that grows gets what the others leave.
fn heights(form: &Form, layout: &Layout, width: usize) -> [usize; 3] {
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
fn text_field(
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
        let rule = if form.status.needs_reason() { say::REASON_NEEDED } else { say::NEEDED };
        x = pen.canvas.put(
            x + 1,
            pen.y,
            usize::from(right.saturating_sub(x + 2)),
            rule.say(lang),
            theme::PLAIN,
        );
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

/// A field of one line in its brackets. Where the next may begin.
pub(super) fn boxed(
    form: &Form,
    field: FieldId,
    label: &str,
    wide: u16,
    x: u16,
    pen: &mut Pen<'_, '_>,
) -> u16 {
    let Some(editor) = form.editor(field) else { return x };
    let here = form.focus == field;
    let x = pen.canvas.put(x, pen.y, cells(label), label, label_style(here)) + 1;
    let room = usize::from(wide);
    // Without the keys a field shows its beginning.
    let (_, shown, column) = window(editor.text(), if here { editor.caret() } else { 0 }, room);
    pen.canvas.put(x, pen.y, 1, "[", theme::PLAIN);
    pen.canvas.put(x + 1, pen.y, room, shown, if here { theme::STRONG } else { theme::PLAIN });
    pen.canvas.put(x + 1 + wide, pen.y, 1, "]", theme::PLAIN);
    if here {
        pen.caret = Some(Position::new(x + 1 + u16::try_from(column).unwrap_or(0), pen.y));
    }
    x + 2 + wide
}

/// What is wrong with the fields of this row.
pub(super) fn complaint(fault: Option<&str>, x: u16, pen: &mut Pen<'_, '_>) {
    if let Some(fault) = fault {
        let room = usize::from(pen.width.saturating_sub(x + 2));
        let said = format!("! {fault}");
        pen.canvas.put(x + 2, pen.y, room, &said, theme::ALARM);
        if cells(&said) > room {
            pen.below.get_or_insert((said, theme::ALARM));
        }
    }
}

fn buttons(model: &Model, form: &Form, pen: &mut Pen<'_, '_>) {
    let mut x = 2;
    let all =
        [(FieldId::Save, say::B_SAVE), (FieldId::Leave, say::B_LEAVE), (FieldId::Discard, say::B_DISCARD)];
    for (field, label) in all {
        let text = format!("< {} >", label.say(model.lang));
        let style = if form.focus == field { theme::CURSOR } else { theme::PLAIN };
        x = pen.canvas.put(x, pen.y, cells(&text), &text, style) + 3;
    }
}

fn label_style(here: bool) -> Style {
    if here { theme::STRONG } else { theme::PLAIN }
}
