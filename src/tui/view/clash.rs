//! The conflict: only what both changed, side by side; what is chosen stands in brackets.
//!
//! What says who was first stands above, buttons and keys below, each in as many rows as it needs; between them the
//! parts that differ are turned.

use ratatui::style::Style;

use super::super::clash::{Clash, Pick, Place, is_text};
use super::super::model::Model;
use super::canvas::Canvas;
use super::foot::said_above;
use super::layout::Layout;
use super::lines::{Line, span, unmarked, wrapped};
use super::theme;
use crate::ledger::{NewEntry, Part};
use crate::query::about;
use crate::strings::{Lang, tui as say};
use crate::text::{cells, pad};

use super::record::field_text;

/// Rows of parts that are always on screen.
const LEAST: usize = 2;

/// Rows above and below, and how many are left for the parts between them.
struct Sheet {
    head: Vec<Line>,
    foot: Vec<Line>,
    page: usize,
}

/// Rows of parts on screen.
pub fn page(model: &Model, clash: &Clash, layout: &Layout) -> usize {
    sheet(model, clash, layout).page
}

/// Draws the conflict.
pub fn draw(model: &Model, clash: &Clash, layout: &Layout, canvas: &mut Canvas<'_>) {
    let width = usize::from(layout.width);
    let Sheet { head, foot, page } = sheet(model, clash, layout);
    for (y, line) in (0..).zip(&head) {
        canvas.line(0, y, width, line);
    }
    let top = u16::try_from(head.len()).unwrap_or(0);
    let (lines, _) = parts(model, clash, width);
    let first = clash.scroll.min(lines.len().saturating_sub(page));
    for (y, line) in (top..).zip(lines.iter().skip(first).take(page)) {
        canvas.line(0, y, width, line);
    }
    let below = (layout.foot + 1).saturating_sub(u16::try_from(foot.len()).unwrap_or(0));
    for (y, line) in (below..).zip(&foot) {
        canvas.line(0, y, width, line);
    }
    // The row between: what was just said, else how much there is.
    let between = below.saturating_sub(1);
    if model.notice.is_some() {
        said_above(model, between, layout, canvas);
    } else if lines.len() > page {
        let [from, to, all] =
            [first + 1, (first + page).min(lines.len()), lines.len()].map(|n| n.to_string());
        canvas.put(0, between, width, &say::CLASH_TURN.with(model.lang, &[&from, &to, &all]), theme::PLAIN);
    }
}

fn sheet(model: &Model, clash: &Clash, layout: &Layout) -> Sheet {
    let (width, rows) = (usize::from(layout.width), usize::from(layout.foot) + 1);
    let (mut head, mut foot) = (head(model, clash, width), foot(model, clash, width));
    // In a low window the keys give way first, then what is said above.
    foot.truncate(rows.saturating_sub(LEAST + 1));
    head.truncate(rows.saturating_sub(LEAST + 1 + foot.len()));
    let page = rows.saturating_sub(head.len() + 1 + foot.len()).max(1);
    Sheet { head, foot, page }
}

fn head(model: &Model, clash: &Clash, width: usize) -> Vec<Line> {
    let (lang, conflict) = (model.lang, &clash.conflict);
    let title = model.plan().task(conflict.theirs.task).map_or("", |t| t.title.as_str());
    let unit = model.plan().unit_name(conflict.theirs.unit);
    let head = say::CLASH.with(lang, &[&about(conflict.theirs.task, lang), title, unit]);
    let at = conflict.theirs_at.local().strftime("%H:%M").to_string();
    let revisions = [conflict.theirs.revision.0, conflict.base.revision.0].map(|r| r.to_string());
    let who = say::CLASH_WHO.with(lang, &[&conflict.theirs_by, &at, &revisions[0], &revisions[1]]);
    let only = say::CLASH_ONLY.with(lang, &[&conflict.parts.len().to_string()]);
    let mut lines = wrapped(&head, width, theme::STRONG, theme::STRONG, unmarked);
    for text in [who, only] {
        lines.extend(wrapped(&text, width, theme::PLAIN, theme::PLAIN, unmarked));
    }
    lines.push(Line::new());
    lines
}

/// Buttons, then keys.
fn foot(model: &Model, clash: &Clash, width: usize) -> Vec<Line> {
    let lang = model.lang;
    let next = (clash.conflict.theirs.revision.0 + 1).to_string();
    let all = [
        (Place::Save, say::B_CLASH_SAVE.with(lang, &[&next])),
        (Place::Back, say::B_CLASH_BACK.say(lang).to_owned()),
        (Place::Yield, say::B_CLASH_YIELD.with(lang, &[&clash.conflict.theirs_by])),
    ];
    let mut lines = vec![Line::new()];
    let mut used = 0;
    for (place, label) in all {
        let text = format!("< {label} >");
        let wide = cells(&text) + 2;
        if used > 0 && used + wide > width {
            lines.push(Line::new());
            used = 0;
        }
        used += wide;
        let style = if clash.at == place { theme::CURSOR } else { theme::PLAIN };
        if let Some(line) = lines.last_mut() {
            line.extend([span(" ", theme::PLAIN), span(text, style), span(" ", theme::PLAIN)]);
        }
    }
    lines.extend(wrapped(say::CLASH_KEYS.say(lang), width, theme::PLAIN, theme::PLAIN, unmarked));
    lines
}

/// The lines of every part, and where each part begins.
fn parts(model: &Model, clash: &Clash, width: usize) -> (Vec<Line>, Vec<usize>) {
    let lang = model.lang;
    let (mut lines, mut begins) = (Vec::new(), Vec::new());
    for (i, (part, pick)) in clash.conflict.parts.iter().zip(&clash.picks).enumerate() {
        begins.push(lines.len());
        let here = clash.at == Place::Field(i);
        let mark = if here { ">" } else { " " };
        let both = if *pick == Pick::Both { say::CLASH_BOTH.say(lang) } else { "" };
        let label = format!("{mark}{} {}  {both}", i + 1, name(model, part));
        let style = if here { theme::CURSOR } else { theme::STRONG };
        lines.extend(wrapped(label.trim_end(), width, style, style, unmarked));
        let half = (width / 2).saturating_sub(3).max(1);
        let many = is_text(part.field());
        let theirs = side(&text(part, &clash.conflict.theirs.as_new(), lang), half, many);
        let mine = side(&text(part, &clash.conflict.mine, lang), half, many);
        let heads = [
            side_head(1, &clash.conflict.theirs_by, *pick != Pick::Mine),
            side_head(2, say::CLASH_YOU.say(lang), *pick != Pick::Theirs),
        ];
        lines.push(beside(&heads[0], &heads[1], half, theme::STRONG));
        for row in 0..theirs.len().max(mine.len()) {
            let left = theirs.get(row).map_or("", String::as_str);
            let right = mine.get(row).map_or("", String::as_str);
            lines.push(beside(left, right, half, theme::PLAIN));
        }
        lines.push(Line::new());
    }
    (lines, begins)
}

/// What a part is called: the field, or the number or document that it is about.
fn name(model: &Model, part: &Part) -> String {
    let field = part.field().word().say(model.lang);
    match part {
        Part::Whole(_) => field.to_owned(),
        Part::Value(id) => {
            let indicator = model.plan().indicators.iter().find(|i| i.id == *id);
            let name =
                indicator.map_or(id.as_str(), |i| if model.lang == Lang::Zh { &i.name } else { &i.gloss });
            format!("{field} {name}")
        }
        Part::Evidence(_, reference) => format!("{field} {reference}"),
    }
}

/// What a side has of a part.
fn text(part: &Part, of: &NewEntry, lang: Lang) -> String {
    let found = match part {
        Part::Whole(field) => Some(field_text(*field, of, lang)),
        Part::Value(id) => {
            let reading = of.readings.iter().find(|r| r.indicator == *id);
            reading.map(|r| format!("{} {}", r.value, r.source).trim_end().to_owned())
        }
        Part::Evidence(kind, reference) => {
            let piece = of.evidence.iter().find(|e| e.kind == *kind && e.reference == *reference);
            piece.map(|e| format!("{} {}", e.reference, e.note).trim_end().to_owned())
        }
    };
    found.unwrap_or_else(|| say::CLASH_NONE.say(lang).to_owned())
}

/// First row on the screen so that the part with the keys is in sight, and how far one can turn.
pub fn turned(model: &Model, clash: &Clash, layout: &Layout) -> (Option<usize>, usize) {
    let (lines, begins) = parts(model, clash, usize::from(layout.width));
    let last = lines.len().saturating_sub(page(model, clash, layout));
    let at = if let Place::Field(at) = clash.at { begins.get(at).copied() } else { None };
    (at.map(|at| at.min(last)), last)
}

fn side_head(number: usize, who: &str, taken: bool) -> String {
    if taken { format!("[{number} {who}]") } else { format!(" {number} {who} ") }
}

/// A value wrapped to half the screen.
fn side(value: &str, half: usize, many: bool) -> Vec<String> {
    let text = if many { value.to_owned() } else { value.replace('\n', " ") };
    let lines = wrapped(&text, half, theme::PLAIN, theme::PLAIN, unmarked);
    lines.into_iter().map(|l| l.into_iter().map(|s| s.text).collect()).collect()
}

fn beside(left: &str, right: &str, half: usize, style: Style) -> Line {
    vec![span(format!("  {}  {right}", pad(left, half)), style)]
}
