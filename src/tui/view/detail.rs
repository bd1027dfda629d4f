//! The detail of the selected task: a head, the tabs, and the page of the active tab.

use ratatui::layout::Rect;

use super::super::model::{Model, Tab};
use super::canvas::Canvas;
use super::layout::{LIGHT_AT, Layout, TEXT_WIDTH};
use super::lines::{Line, Span, fitting, found, looked_for, span, unmarked, wrapped};
use super::list::role_mark;
use super::theme;
use super::{entries, glance};
use crate::ledger::Coded;
use crate::plan::{Indicator, Kind, Task, UnitIx};
use crate::query::{Row, judged_word};
use crate::strings::{Lang, Text, plan as plan_say, tui as say};
use crate::text::{cells, hits, numbers, visible};

/// Rows of head and tabs.
const HEAD: u16 = 2;
/// Where in a low head the lead stands: behind the longest light with its reason and percent.
const LEAD_AT: u16 = 34;

/// Draws the detail.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let area = layout.detail;
    let Some(row) = model.current() else { return };
    draw_head(model, &row, layout, canvas);
    let rows = area.height.saturating_sub(HEAD);
    let width = usize::from(area.width);
    let seen = model.scroll + usize::from(rows);
    let page = match glance::of(model, &row, layout, rows) {
        Some(glance) => glance.lines,
        None => page(model, &row, width.min(usize::from(TEXT_WIDTH)), seen),
    };
    for (y, line) in (area.y + HEAD..area.y + HEAD + rows).zip(page.iter().skip(model.scroll)) {
        canvas.line(area.x, y, width, line);
    }
}

/// Rows on screen and in all.
pub fn extent(model: &Model, layout: &Layout) -> (usize, usize) {
    let area = layout.detail;
    let Some(row) = model.current() else { return (0, 0) };
    let all = page(model, &row, usize::from(area.width.min(TEXT_WIDTH)), usize::MAX).len();
    (usize::from(area.height.saturating_sub(HEAD)), all)
}

/// Where reading goes on below a glance, if there is one.
pub fn below_glance(model: &Model, layout: &Layout) -> Option<usize> {
    let rows = layout.detail.height.saturating_sub(HEAD);
    glance::of(model, &model.current()?, layout, rows).map(|glance| glance.goes_on)
}

/// Lines in which words looked for begin: those that are marked, and where nothing is, those that hold them.
pub fn hit_lines(model: &Model, layout: &Layout) -> Vec<usize> {
    let (Some(text), Some(row)) = (&model.filter.text, model.current()) else { return Vec::new() };
    let lines = page(model, &row, usize::from(layout.detail.width.min(TEXT_WIDTH)), usize::MAX);
    let marks = matches!(model.tab, Tab::Entries | Tab::Text);
    let is_hit = |span: Option<&Span>| span.is_some_and(|s| s.style == theme::HIT);
    let mut found = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        let begun = if marks {
            // A word may be parted by the end of a line, and is then walked to once.
            let goes_on = usize::from(open && is_hit(line.first()));
            line.iter().filter(|s| is_hit(Some(s))).count() > goes_on
        } else {
            let said: String = line.iter().map(|s| s.text.as_str()).collect();
            !hits(&said, &text.words).is_empty()
        };
        found.extend(begun.then_some(at));
        open = is_hit(line.last());
    }
    found
}

fn draw_head(model: &Model, row: &Row<'_>, layout: &Layout, canvas: &mut Canvas<'_>) {
    let area = layout.detail;
    let second = Rect { y: area.y + 1, height: 1, ..area };
    if glance::is_low(model, area.height.saturating_sub(HEAD)) {
        draw_tabs(model, area, canvas);
        let x = draw_state(model, row, (area.x, second), canvas);
        draw_lead(model, row, (area.x + LEAD_AT).max(x + 2), second, canvas);
        return;
    }
    let left = under_lights(area, cells(row.light.word().say(model.lang)) + cells(&state(model, row)));
    let title = format!("{} {}", row.task.no.0, row.task.title);
    canvas.put(area.x, area.y, usize::from(left.saturating_sub(area.x + 1)), &title, theme::STRONG);
    draw_state(model, row, (left, area), canvas);
    if area.height >= HEAD {
        let x = draw_tabs(model, second, canvas);
        let lead = cells(&lead(model, row, usize::from(area.right().saturating_sub(x + 1))));
        draw_lead(model, row, under_lights(area, lead).max(x + 1), second, canvas);
    }
}

/// What the light turns on, and how far it is.
fn state(model: &Model, row: &Row<'_>) -> String {
    let percent = row.standing.and_then(|s| s.percent).map(|p| format!(" {}%", p.get())).unwrap_or_default();
    let other = row.said_by_other().map(|said| format!("  {}", said.say(model.lang))).unwrap_or_default();
    format!(" {}{other}{percent}", row.reason.short(model.lang))
}

/// The light with its reason, and where they end.
fn draw_state(model: &Model, row: &Row<'_>, (x, area): (u16, Rect), canvas: &mut Canvas<'_>) -> u16 {
    let light = row.light.word().say(model.lang);
    let x = canvas.put(x, area.y, cells(light), light, theme::light(row.light));
    canvas.put(x, area.y, usize::from(area.right().saturating_sub(x)), &state(model, row), theme::PLAIN)
}

/// Who leads, in so many columns; nothing where the name does not fit.
fn lead(model: &Model, row: &Row<'_>, room: usize) -> String {
    let name = row.task.lead().map(|u| model.plan().unit_name(u)).unwrap_or_default();
    let lead = say::LEAD_IS.with(model.lang, &[name]);
    fitting([lead.as_str(), name], room).to_owned()
}

fn draw_lead(model: &Model, row: &Row<'_>, x: u16, area: Rect, canvas: &mut Canvas<'_>) {
    let room = usize::from(area.right().saturating_sub(x));
    canvas.put(x, area.y, room, &lead(model, row, room), theme::PLAIN);
}

/// Where something begins that stands below the lights of the list, if so many columns fit there, and else at the right.
/// There most of it stays as it is from one task to the next.
fn under_lights(area: Rect, wide: usize) -> u16 {
    let wide = u16::try_from(wide).unwrap_or(u16::MAX);
    (area.x + LIGHT_AT).min(area.right().saturating_sub(wide)).max(area.x)
}

/// The tabs, and where they end.
fn draw_tabs(model: &Model, area: Rect, canvas: &mut Canvas<'_>) -> u16 {
    let mut x = area.x;
    for tab in Tab::ALL {
        let (text, style) = if tab == model.tab {
            (format!("[{}]", tab_name(tab).say(model.lang)), theme::STRONG)
        } else {
            (format!(" {} ", tab_name(tab).say(model.lang)), theme::PLAIN)
        };
        x = canvas.put(x, area.y, cells(&text), &text, style);
    }
    x
}

const fn tab_name(tab: Tab) -> Text {
    match tab {
        Tab::Entries => say::TAB_ENTRIES,
        Tab::Text => say::TAB_TEXT,
        Tab::Indicators => say::TAB_INDICATORS,
        Tab::Units => say::TAB_UNITS,
        Tab::Office => crate::strings::office::TAB,
        Tab::History => say::TAB_HISTORY,
    }
}

/// The lines of the active tab, all or at least the first so many.
fn page(model: &Model, row: &Row<'_>, width: usize, least: usize) -> Vec<Line> {
    match model.tab {
        Tab::Entries => entries::page(model, row, width, least),
        Tab::Text => official(model, row.task, width),
        Tab::Indicators => indicators(model, row.task, width),
        Tab::Units => units(model, row.task, width),
        Tab::Office => super::office::tab(model, width),
        Tab::History => super::record::tab(model, width),
    }
}

/// The document's words, with its numbers marked.
fn official(model: &Model, task: &Task, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if model.lang == Lang::En {
        lines.extend(wrapped(&task.gloss, width, theme::STRONG, theme::STRONG, unmarked));
    }
    let text = format!("{}({})", task.body, task.bracket);
    lines.extend(if looked_for(model).is_some() {
        wrapped(&text, width, theme::PLAIN, theme::HIT, |t| found(model, t))
    } else {
        wrapped(&text, width, theme::PLAIN, theme::MARK, numbers)
    });
    lines
}

fn indicators(model: &Model, task: &Task, width: usize) -> Vec<Line> {
    let each = model.plan().indicators_of(Some(task.no));
    let lines: Vec<Line> = each.flat_map(|i| indicator(model, i, width)).collect();
    if lines.is_empty() {
        return wrapped(say::NO_INDICATORS.say(model.lang), width, theme::PLAIN, theme::PLAIN, unmarked);
    }
    lines
}

/// A number of the document: what it is, its target, what was last said of it, and the document's words.
pub fn indicator(model: &Model, indicator: &Indicator, width: usize) -> Vec<Line> {
    let (lang, snapshot) = (model.lang, &model.snapshot);
    let plain = |text: &str| wrapped(text.trim_end(), width, theme::PLAIN, theme::PLAIN, unmarked);
    let strong = |text: &str| wrapped(text.trim_end(), width, theme::STRONG, theme::STRONG, unmarked);
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    let target = plan_say::target(indicator, lang);
    let binding = plan_say::binding(indicator.binding).say(lang);
    let mut lines = strong(&format!("{} {name}", indicator.id));
    lines.extend(plain(&format!("{target} {binding} {}", plan_say::due(indicator.due, lang))));
    if let Some((reading, day, unit)) = snapshot.readings.get(indicator.id.as_str()) {
        let value = reading.value.say(model.plan(), indicator, lang);
        let judged = judged_word(snapshot, indicator).map_or("", |word| word.say(lang));
        let who = model.plan().unit_name(*unit);
        lines.extend(strong(&format!("{value} {judged} {who} {day} {}", reading.source)));
    }
    lines.extend(wrapped(&indicator.quote, width, theme::PLAIN, theme::MARK, numbers));
    lines
}

/// Every unit of the bracket with where it stands, members of a collective under it.
fn units(model: &Model, task: &Task, width: usize) -> Vec<Line> {
    let plan = model.plan();
    let mut lines = Vec::new();
    for assignment in &task.assignments {
        let mark = role_mark(assignment.role).say(model.lang);
        lines.push(unit_line(model, task, assignment.unit, &format!("{mark} ")));
        if let Some(Kind::Collective(Some(members))) = plan.unit(assignment.unit).map(|u| &u.kind) {
            let mark = say::COVERED_MARK.say(model.lang);
            lines.extend(members.iter().map(|m| unit_line(model, task, *m, &format!("   {mark} "))));
        }
    }
    if let Some(note) = &task.note {
        lines.extend(wrapped(note, width, theme::PLAIN, theme::PLAIN, unmarked));
    }
    lines
}

fn unit_line(model: &Model, task: &Task, unit: UnitIx, before: &str) -> Line {
    let name = model.plan().unit_name(unit);
    let mut line = vec![span(format!("{before}{name}"), theme::PLAIN)];
    if let Some(standing) = model.snapshot.standings.get(&(task.no, unit)) {
        let percent = standing.percent.map(|p| format!(" {}%", p.get())).unwrap_or_default();
        let word = standing.status.word().say(model.lang);
        line.push(span(format!("  {word}{percent} {}", standing.day), theme::STRONG));
    }
    if let Some(contact) = model.snapshot.office.contact(unit) {
        line.push(span(format!("  {}", visible(&contact.said())), theme::PLAIN));
    }
    line
}
