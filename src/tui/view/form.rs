//! The form on the whole screen. The text that has the keys grows; the others show as many rows as there is room
//! for, at least their first. What is wrong with a field stands beside it.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::super::form::{FieldId, Form, Rules, Target};
use super::super::model::Model;
use super::canvas::Canvas;
use super::extras::{evidence_row, extra_rows, value_row};
use super::foot::text_above;
use super::form_text::{heights, text_field};
use super::layout::Layout;
use super::lines::fitting;
use super::theme;
use crate::ledger::{Coded, Entry, Field, Percent, Period, Status};
use crate::query::about;
use crate::strings::{Lang, tui as say};
use crate::text::{cells, pad, window};

/// Texts are easiest to write in lines of at most this many cells.
const TEXT_WIDTH: u16 = 96;

/// Columns in which texts are wrapped.
pub fn width(layout: &Layout) -> usize {
    usize::from(layout.width.saturating_sub(3).min(TEXT_WIDTH)).max(1)
}

/// Where the drawing stands.
pub(super) struct Pen<'c, 'b> {
    pub(super) canvas: &'c mut Canvas<'b>,
    pub(super) width: u16,
    pub(super) y: u16,
    pub(super) caret: Option<Position>,
    /// What there was no room for beside its field.
    pub(super) below: Option<(String, Style)>,
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
            [FieldId::Reporter] => {
                boxed(form, FieldId::Reporter, Field::Reporter.word().say(model.lang), 24, 0, &mut pen);
                pen.y += 1;
            }
            [FieldId::Evidence(i), _] => evidence_row(model, form, *i, &mut pen),
            _ => {}
        }
    }
    pen.y = layout.notice.saturating_sub(1);
    buttons(model, form, &mut pen);
    pen.y = layout.foot;
    let keys = [say::FORM_KEYS, say::FORM_KEYS_SHORT].map(|keys| keys.say(model.lang));
    let wide = usize::from(layout.width);
    pen.canvas.put(0, layout.foot, wide, fitting(keys, wide), theme::PLAIN);
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
    let head = format!("{} {} {title}", say::FORM.say(lang), about(form.task, lang));
    pen.canvas.put(0, 0, usize::from(right.saturating_sub(1)), &head, theme::STRONG);
    pen.y = 1;
}

/// Unit, period and day.
fn first_row(model: &Model, form: &Form, pen: &mut Pen<'_, '_>) {
    let lang = model.lang;
    let labels = [say::F_UNIT, say::F_PERIOD, say::F_DAY].map(|label| label.say(lang));
    let [unit, period, day] = labels;
    // The unit gives way, so that the brackets of the day stay on the screen.
    let others = cells(unit) + cells(period) + cells(day) + 31;
    let wide = if pen.width >= 100 { 20 } else { 16 };
    let wide = wide.min(pen.width.saturating_sub(u16::try_from(others).unwrap_or(0)).max(6));
    let mut x = boxed(form, FieldId::Unit, unit, wide, 0, pen);
    x = boxed(form, FieldId::Period, period, 7, x + 2, pen);
    let after = cells(day) + 16;
    if let Some(period) = Period::parse(form.period.text()) {
        let long = period.long(lang);
        if usize::from(x) + cells(&long) + after < usize::from(pen.width) {
            x = pen.canvas.put(x + 1, pen.y, cells(&long), &long, theme::PLAIN);
        }
    }
    boxed(form, FieldId::Day, day, 11, x + 2, pen);
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
    if let Some((field, fault)) = fields.into_iter().find_map(|f| Some((f, form.fault(f, rules)?))) {
        complaint(&fault, field == form.focus, x, pen);
    } else {
        if here {
            pen.below = Some((status_hint(lang), theme::PLAIN));
        }
        let hints = form.previous.as_ref().map(|e| last_time(e, lang)).unwrap_or_default();
        let room = usize::from(pen.width.saturating_sub(x + 2));
        let hint = fitting(hints.iter().map(String::as_str), room);
        pen.canvas.put(x + 2, pen.y, room, hint, theme::PLAIN);
    }
    pen.y += 1;
}

fn status_hint(lang: Lang) -> String {
    let each = Status::ALL.iter().enumerate().map(|(i, s)| format!("{}{}", i + 1, s.word().say(lang)));
    each.collect::<Vec<_>>().join(" ")
}

/// Status, percent and day of the report before; the shorter ones for where there is little room.
fn last_time(entry: &Entry, lang: Lang) -> [String; 2] {
    let percent = entry.percent.map(Percent::get).map(|p| format!(" {p}%")).unwrap_or_default();
    let status = format!("{}{percent}", entry.status.word().say(lang));
    [format!("{status} {}", entry.day), status].map(|said| say::LAST_TIME.with(lang, &[&said]))
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

/// What is wrong with the fields of this row; whole below, where there is no room. The field that has the keys
/// comes first there.
pub(super) fn complaint(fault: &str, here: bool, x: u16, pen: &mut Pen<'_, '_>) {
    let room = usize::from(pen.width.saturating_sub(x + 2));
    let said = format!("! {fault}");
    pen.canvas.put(x + 2, pen.y, room, fitting([said.as_str(), "!"], room), theme::ALARM);
    if cells(&said) > room && (here || pen.below.is_none()) {
        pen.below = Some((said, theme::ALARM));
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

pub(super) fn label_style(here: bool) -> Style {
    if here { theme::STRONG } else { theme::PLAIN }
}
