//! The left pane: groups and units with their counts.

use ratatui::layout::Rect;

use super::super::model::{Model, Pane};
use super::super::picker::Choice;
use super::canvas::Canvas;
use super::layout::Layout;
use super::theme;
use crate::plan::UnitIx;
use crate::query::UnitCount;
use crate::strings::{Lang, tui as say};
use crate::text::cells;

/// What the rows choose, from top to bottom, headings left out; `None` is the row of all groups.
pub fn choices(model: &Model, layout: &Layout) -> Vec<Option<Choice>> {
    let Some(pane) = layout.left else { return Vec::new() };
    let groups = model.facets.groups.iter().map(|(no, _)| Some(Choice::Group(*no)));
    let units = units(model, pane).into_iter().map(|c| Some(Choice::Unit(c.unit)));
    std::iter::once(None).chain(groups).chain(units).collect()
}

/// The units there is room for: the filter's first where it would not be seen, then those that lead, then others.
fn units(model: &Model, pane: Rect) -> Vec<UnitCount> {
    let used = model.facets.groups.len() + 2;
    let room = usize::from(pane.height).saturating_sub(used);
    let all = &model.facets.units;
    // One row is for how many are not shown.
    let room = if all.len() > room { room.saturating_sub(1) } else { room };
    let leading = all.iter().take_while(|c| leads(model, c.unit)).count();
    let shown = if room > leading + 4 { room } else { room.min(leading) };
    let mut units: Vec<UnitCount> = all.iter().take(shown).copied().collect();
    let picked = model.filter.unit.filter(|u| !units.iter().any(|c| c.unit == *u));
    if let Some(count) = picked.and_then(|u| all.iter().find(|c| c.unit == u)) {
        units.truncate(room.saturating_sub(1));
        units.insert(0, *count);
    }
    units
}

fn leads(model: &Model, unit: UnitIx) -> bool {
    model.plan().tasks.iter().any(|t| t.lead() == Some(unit))
}

/// Draws the pane.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let Some(pane) = layout.left else { return };
    let lang = model.lang;
    let plan = model.plan();
    let cursor = match model.pane {
        Pane::Facets(at) => Some(at),
        Pane::List => None,
    };
    let all = say::ALL_COUNT.with(lang, &[&model.facets.all.to_string()]);
    let mut y = pane.y;
    let mut row = |canvas: &mut Canvas<'_>, at: Option<usize>, kind: Kind, name: &str, count: &str| {
        if y < pane.bottom() {
            let here = at.is_some() && at == cursor;
            draw_row(canvas, Rect { y, height: 1, ..pane }, here, kind, name, count);
        }
        y += 1;
    };
    row(canvas, Some(0), Kind::Heading, say::GROUPS.say(lang), &all);
    for (at, (no, count)) in (1..).zip(&model.facets.groups) {
        let Some(group) = plan.group(*no) else { continue };
        let short = if lang == Lang::Zh { &group.short } else { &group.short_gloss };
        let name = format!("{} {short}", group.numeral);
        row(canvas, Some(at), Kind::picked(model.filter.group == Some(*no)), &name, &count.to_string());
    }
    row(canvas, None, Kind::Heading, say::UNITS.say(lang), say::UNITS_COUNTS.say(lang));
    let units = units(model, pane);
    for (at, count) in (model.facets.groups.len() + 1..).zip(&units) {
        let picked = Kind::picked(model.filter.unit == Some(count.unit));
        row(canvas, Some(at), picked, plan.unit_name(count.unit), &share(count));
    }
    let rest = model.facets.units.len().saturating_sub(units.len());
    if rest > 0 {
        row(canvas, None, Kind::Plain, &say::OTHER_UNITS.with(lang, &[&rest.to_string()]), "");
    }
}

/// 牵头/共.
fn share(count: &UnitCount) -> String {
    let leads = if count.leads == 0 { "-".to_owned() } else { count.leads.to_string() };
    format!("{leads}/{}", count.total())
}

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    /// A choice that the filter has.
    Picked,
    Plain,
}

impl Kind {
    const fn picked(picked: bool) -> Self {
        if picked { Self::Picked } else { Self::Plain }
    }
}

/// A row; its count goes before its name is cut.
fn draw_row(canvas: &mut Canvas<'_>, area: Rect, cursor: bool, kind: Kind, name: &str, count: &str) {
    let style = if kind == Kind::Plain { theme::PLAIN } else { theme::STRONG };
    let marks = if cursor { theme::CURSOR } else { style };
    canvas.put(area.x, area.y, 1, if cursor || kind == Kind::Picked { ">" } else { " " }, marks);
    let room = usize::from(area.width.saturating_sub(1));
    if cells(name) + cells(count) < room {
        // The numbers beside a heading are no heading.
        let beside = if kind == Kind::Picked { theme::STRONG } else { theme::PLAIN };
        canvas.put_right(area.right(), area.y, count, beside);
    }
    canvas.put(area.x + 1, area.y, room, name, if cursor { theme::CURSOR } else { style });
}
