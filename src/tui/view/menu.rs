//! The menu of actions, and what a window too small for anything says.

use super::super::keys::{MENU, binding};
use super::super::model::Model;
use super::super::update::view_rows;
use super::canvas::Canvas;
use super::layout::Layout;
use super::theme;
use crate::strings::{conditions, tui as say};
use crate::text::wrap;

/// Where the conditions of a view begin at the earliest.
const VIEW_NAME: u16 = 16;

/// Draws the menu at the bottom left.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let rows = u16::try_from(MENU.len()).unwrap_or(0) + 2;
    let mut y = layout.notice.saturating_sub(rows);
    let mut row = |canvas: &mut Canvas<'_>, text: &str, style| {
        // Whole rows, so that nothing is cut in the middle of a word beside it.
        canvas.blank(0, y, layout.width);
        canvas.put(1, y, usize::from(layout.width - 1), text, style);
        y += 1;
    };
    row(canvas, say::MENU.say(lang), theme::STRONG);
    for (number, command) in (1..).zip(MENU) {
        let Some(binding) = binding(*command) else { continue };
        let key = binding.keys.first().map(|k| k.name()).unwrap_or_default();
        row(canvas, &format!("{number} {} ({key})", binding.help.say(lang)), theme::PLAIN);
    }
    row(canvas, say::MENU_HELP.say(lang), theme::PLAIN);
}

/// Draws the saved views at the bottom, each with its conditions.
pub fn views(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (lang, all) = (model.lang, view_rows(model));
    let mut y = layout.notice.saturating_sub(u16::try_from(all.len()).unwrap_or(0) + 2);
    let mut row = |canvas: &mut Canvas<'_>, name: &str, beside: &str, style| {
        canvas.blank(0, y, layout.width);
        let x = canvas.put(1, y, usize::from(layout.width - 1), name, style).max(VIEW_NAME) + 1;
        canvas.put(x, y, usize::from(layout.width.saturating_sub(x)), beside, theme::PLAIN);
        y += 1;
    };
    row(canvas, conditions::VIEWS.say(lang), "", theme::STRONG);
    for view in &all {
        let beside = view.line.as_deref().unwrap_or(conditions::NEEDS_UNIT.say(lang));
        let beside = if beside.is_empty() { conditions::ALL_TASKS.say(lang) } else { beside };
        row(canvas, &format!("{} {}", view.number, view.name), beside, theme::PLAIN);
    }
    row(canvas, conditions::VIEWS_KEYS.say(lang), "", theme::PLAIN);
}

/// As much of the notice as there is room for.
pub fn too_small(model: &Model, canvas: &mut Canvas<'_>, least: (u16, u16)) {
    let (columns, rows) = model.size;
    let least = say::AT_LEAST.with(model.lang, &[&least.0.to_string(), &least.1.to_string()]);
    let text = format!("{}\n{least}", say::TOO_SMALL.say(model.lang));
    let width = usize::from(columns.saturating_sub(1)).max(1);
    for (y, row) in (0..rows).zip(&wrap(&text, width)) {
        canvas.put(0, y, width, row.shown(&text), theme::PLAIN);
    }
}
