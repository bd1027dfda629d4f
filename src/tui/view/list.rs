//! The list of tasks.

use ratatui::layout::Rect;

use super::super::model::{Model, Pane};
use super::canvas::Canvas;
use super::layout::{LIST_WIDTH, Layout, WIDE_LIST_WIDTH};
use super::lines::{looked_for, marked};
use super::theme;
use crate::plan::Role;
use crate::query::{RoleFilter, Row};
use crate::strings::{Text, tui as say};

/// Columns of a row, from the left: mark 1, number 2, role 2 where units are mixed, title, light 2, reason 8,
/// date 5; where there is room also leading unit 16, percent 4, due date 10.
const TITLE: u16 = 32;

/// Draws the list.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let area = layout.list;
    if model.listed.is_empty() {
        canvas.put(area.x + 1, area.y, usize::from(area.width), say::NO_ROWS.say(model.lang), theme::PLAIN);
        return;
    }
    for (y, row) in (area.y..area.bottom()).zip(model.rows_from(model.list_top)) {
        draw_row(model, Rect { y, height: 1, ..area }, &row, canvas);
    }
}

fn draw_row(model: &Model, area: Rect, row: &Row<'_>, canvas: &mut Canvas<'_>) {
    let selected = row.task.no == model.selected;
    let (x, y) = (area.x, area.y);
    let number = format!("{:>2}", row.task.no.0);
    let here = selected && model.pane == Pane::List;
    let sign = match (model.marked.contains(&row.task.no), selected) {
        (true, _) => "*",
        (false, true) => ">",
        (false, false) => " ",
    };
    canvas.put(x, y, 1, sign, if here { theme::CURSOR } else { theme::PLAIN });
    canvas.put(x + 1, y, 2, &number, if selected { theme::CURSOR } else { theme::PLAIN });
    let narrower = LIST_WIDTH.saturating_sub(area.width);
    let mut title = (x + 4, TITLE.saturating_sub(narrower));
    if model.filter.unit.is_some() && model.filter.role == RoleFilter::Any {
        // Right behind the number, so that the mark does not read as part of the title.
        let mark = row.role.map(|r| role_mark(r).say(model.lang)).unwrap_or_default();
        canvas.put(x + 3, y, 2, mark, theme::PLAIN);
        title = (title.0 + 2, title.1.saturating_sub(2));
    }
    let found = looked_for(model).map(|w| model.names().in_title(row.task.no, w)).unwrap_or_default();
    canvas.line(title.0, y, usize::from(title.1), &marked(&row.task.title, &found, theme::PLAIN, theme::HIT));
    state(model, row, title.0 + title.1 + 1, y, canvas);
    if area.width >= WIDE_LIST_WIDTH - 2 {
        more(model, row, x + LIST_WIDTH + 1, y, canvas);
    }
}

/// Light, reason and day of the last report.
fn state(model: &Model, row: &Row<'_>, x: u16, y: u16, canvas: &mut Canvas<'_>) {
    canvas.put(x, y, 2, row.light.mark().say(model.lang), theme::light(row.light));
    // Of a unit that does not lead it stands what that unit said; the lead's reason is in the detail's head.
    let words = row
        .said_by_other()
        .map_or_else(|| row.reason.brief(model.lang), |said| said.say(model.lang).to_owned());
    canvas.put(x + 3, y, 8, &words, theme::PLAIN);
    if let Some(standing) = row.standing {
        // A day of another year would be taken for this year's: its year and month stand instead.
        let this_year = standing.day.year() == model.snapshot.as_of.year();
        let day = standing.day.strftime(if this_year { "%m-%d" } else { "%y/%m" }).to_string();
        canvas.put(x + 12, y, 5, &day, theme::PLAIN);
    }
}

/// Leading unit, percent and due date.
fn more(model: &Model, row: &Row<'_>, x: u16, y: u16, canvas: &mut Canvas<'_>) {
    let lead = row.task.lead().map(|u| model.plan().unit_name(u)).unwrap_or_default();
    canvas.put(x, y, 16, lead, theme::PLAIN);
    if let Some(percent) = row.standing.and_then(|s| s.percent) {
        canvas.put_right(x + 21, y, &format!("{}%", percent.get()), theme::PLAIN);
    }
    if let Some(deadline) = row.deadline {
        canvas.put(x + 22, y, 10, &deadline.on.to_string(), theme::PLAIN);
    }
}

/// 牵, 配 or 涉.
pub fn role_mark(role: Role) -> Text {
    match role {
        Role::Lead => say::LEAD_MARK,
        Role::Support => say::SUPPORT_MARK,
        Role::Covered => say::COVERED_MARK,
    }
}
