//! What a low detail shows of a task's reports while the cursor goes down the list: the last one, and that there is more.
//! Refuses to keep anything from whoever reads on: the key that it names brings every line.
//!
//! Of earlier reports only some rows would fit, cut off in the middle, and they would be half of what a move sends.

use super::super::model::{Model, Tab};
use super::layout::{Layout, TEXT_WIDTH};
use super::lines::{Line, span};
use super::{entries, theme};
use crate::query::Row;
use crate::strings::tui as say;

/// From so many rows on there is room for the texts of earlier reports.
const ROOMY: u16 = 12;

/// What the detail shows until somebody reads on.
pub struct Glance {
    /// Its rows, from the top.
    pub lines: Vec<Line>,
    /// Which line of all is the first that it does not show.
    pub goes_on: usize,
}

/// Whether the detail is low: then its head does not repeat the title either, which stands in the list right above it.
pub fn is_low(model: &Model, rows: u16) -> bool {
    !model.zoom && rows < ROOMY
}

/// The glance for so many rows under the head: where the reports do not fit and nobody reads on or looks for words.
pub fn of(model: &Model, row: &Row<'_>, layout: &Layout, rows: u16) -> Option<Glance> {
    let at_top = model.tab == Tab::Entries && model.scroll == 0 && model.filter.text.is_none();
    if !at_top || !is_low(model, rows) {
        return None;
    }
    let (width, room) = (usize::from(layout.detail.width.min(TEXT_WIDTH)), usize::from(rows));
    let page = entries::read(model, row)?;
    let last = page.entries.first()?;
    let mut lines = entries::whom(model, row, width);
    let texts = entries::texts(model, last, width);
    let seen = lines.len() + entries::head(model, last, width).len() + texts.len();
    let whole = seen + entries::values(model, last, width).len();
    let surely = whole + entries::least_below(page);
    if surely <= room && whole + entries::below(model, page, width, room + 1 - whole).len() <= room {
        return None;
    }
    // The last row says that there is more.
    let room = room.saturating_sub(1);
    lines.extend(entries::short_head(model, row, last, width));
    lines.extend(texts);
    lines.extend(entries::short_values(model, last, width));
    lines.resize(room, Line::new());
    lines.push(vec![span(say::READ_ON.say(model.lang), theme::PLAIN)]);
    Some(Glance { lines, goes_on: seen.clamp(1, room.max(1)) })
}
