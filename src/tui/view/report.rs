//! The one-line report over the bottom of the screen. It grows with its text, up to half the screen.

use ratatui::layout::Position;

use super::super::form::Form;
use super::super::model::Model;
use super::canvas::Canvas;
use super::foot::said_above;
use super::layout::Layout;
use super::theme;
use crate::ledger::{Coded, Period};
use crate::query::about;
use crate::strings::tui as say;
use crate::text::cells;

/// Columns in which the text is wrapped: the prompt before it and the caret behind it stay free.
pub fn width(layout: &Layout) -> usize {
    usize::from(layout.width.saturating_sub(3)).max(1)
}

/// Draws the report and says where its caret stands.
pub fn draw(model: &Model, report: &Form, layout: &Layout, canvas: &mut Canvas<'_>) -> Position {
    let wide = width(layout);
    let rows = report.progress.rows(wide);
    let (caret_row, caret_column) = report.progress.caret_cell(wide);
    let most = usize::from((layout.body.height / 2).max(1));
    let height = rows.len().clamp(1, most);
    let top = caret_row.saturating_sub(height - 1).min(rows.len().saturating_sub(height));
    let last = layout.foot;
    let first = last + 1 - u16::try_from(height).unwrap_or(1);
    let head = first.saturating_sub(1);
    let notice = head.saturating_sub(1);
    for y in notice..=last {
        canvas.blank(0, y, layout.width);
    }
    said_above(model, notice, layout, canvas);
    draw_head(model, report, head, layout, canvas);
    for (y, row) in (first..=last).zip(rows.iter().skip(top)) {
        canvas.put(2, y, wide + 1, row.shown(report.progress.text()), theme::PLAIN);
    }
    canvas.put(0, first, 1, ">", theme::STRONG);
    let column = u16::try_from(caret_column).unwrap_or(0);
    Position::new(2 + column, first + u16::try_from(caret_row - top).unwrap_or(0))
}

fn draw_head(model: &Model, report: &Form, y: u16, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let period = Period::parse(report.period.text()).map(|p| p.short(lang)).unwrap_or_default();
    let percent = report.percent.text();
    let percent = if percent.is_empty() { String::new() } else { format!(" {percent}%") };
    let status = format!("{}{percent}", report.status.word().say(lang));
    let head = say::REPORT.with(lang, &[&about(report.task, lang), report.unit.text(), &period, &status]);
    let chars = say::CHARS.with(lang, &[&report.progress.chars().to_string()]);
    let keys = format!("{chars}  {}", say::REPORT_KEYS.say(lang));
    let right = if cells(&head) + cells(&keys) + 2 < usize::from(layout.width) {
        canvas.put_right(layout.width, y, &keys, theme::PLAIN)
    } else {
        layout.width
    };
    canvas.put(0, y, usize::from(right.saturating_sub(1)), &head, theme::STRONG);
}
