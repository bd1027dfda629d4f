//! What can be set: the language of this session, and how the office works.

use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::theme;
use crate::ledger::{Coded, Setting};
use crate::strings::{office, tui as say};

/// Draws it over the bottom rows.
pub fn draw(model: &Model, at: usize, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let rows = u16::try_from(Setting::ALL.len()).unwrap_or(0);
    let first = (layout.foot + 1).saturating_sub(rows + 1);
    for y in first.saturating_sub(1)..=layout.foot {
        canvas.blank(0, y, layout.width);
    }
    let width = usize::from(layout.width);
    canvas.put(0, first.saturating_sub(1), width, say::SETTINGS.say(lang), theme::STRONG);
    canvas.put(0, first, width, office::SETTINGS_OFFICE.say(lang), theme::STRONG);
    for (at_row, (y, setting)) in (first + 1..).zip(Setting::ALL).enumerate() {
        let (mark, style) = if at_row == at { (">", theme::CURSOR) } else { (" ", theme::PLAIN) };
        canvas.put(0, y, 1, mark, style);
        canvas.put(1, y, 28, setting.word().say(lang), style);
        let value = model.snapshot.office.settings.get(model.plan(), *setting);
        canvas.put(30, y, width.saturating_sub(30), &value, theme::PLAIN);
    }
}
