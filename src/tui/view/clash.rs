//! The conflict: only the fields that both changed, side by side; what is chosen stands in brackets.

use ratatui::style::Style;

use super::super::clash::{Clash, Pick, Place, is_text};
use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::{Line, span, unmarked, wrapped};
use super::theme;
use crate::ledger::{NewEntry, Part};
use crate::strings::{Lang, tui as say};
use crate::text::{cells, pad};

use super::record::field_text;

/// Rows above and below the fields.
const HEAD: u16 = 4;
const FOOT: u16 = 4;

/// Rows of fields on screen.
pub fn page(layout: &Layout) -> usize {
    usize::from((layout.foot + 1).saturating_sub(HEAD + FOOT)).max(1)
}

/// Draws the conflict.
pub fn draw(model: &Model, clash: &Clash, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (lang, width) = (model.lang, usize::from(layout.width));
    let conflict = &clash.conflict;
    let title = model.plan().task(conflict.theirs.task).map_or("", |t| t.title.as_str());
    let unit = model.plan().unit_name(conflict.theirs.unit);
    let head = say::CLASH.with(lang, &[&conflict.theirs.task.0.to_string(), title, unit]);
    canvas.put(0, 0, width, &head, theme::STRONG);
    let at = conflict.theirs_at.local().strftime("%H:%M").to_string();
    let revisions = [conflict.theirs.revision.0, conflict.base.revision.0].map(|r| r.to_string());
    let who = say::CLASH_WHO.with(lang, &[&conflict.theirs_by, &at, &revisions[0], &revisions[1]]);
    canvas.put(0, 1, width, &who, theme::PLAIN);
    canvas.put(0, 2, width, &say::CLASH_ONLY.with(lang, &[&conflict.parts.len().to_string()]), theme::PLAIN);
    let (lines, _) = parts(model, clash, width);
    let rows = page(layout);
    let first = clash.scroll.min(lines.len().saturating_sub(rows));
    for (y, line) in (HEAD..).zip(lines.iter().skip(first).take(rows)) {
        canvas.line(0, y, width, line);
    }
    buttons(clash, lang, layout, canvas);
    canvas.put(0, layout.foot, width, say::CLASH_KEYS.say(lang), theme::PLAIN);
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
        lines.push(vec![span(label, if here { theme::CURSOR } else { theme::STRONG })]);
        let half = (width / 2).saturating_sub(3);
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
            format!("{field} {}", indicator.map_or(id.as_str(), |i| i.name.as_str()))
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
    let last = lines.len().saturating_sub(page(layout));
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

fn buttons(clash: &Clash, lang: Lang, layout: &Layout, canvas: &mut Canvas<'_>) {
    let next = (clash.conflict.theirs.revision.0 + 1).to_string();
    let all = [
        (Place::Save, say::B_CLASH_SAVE.with(lang, &[&next])),
        (Place::Back, say::B_CLASH_BACK.say(lang).to_owned()),
        (Place::Yield, say::B_CLASH_YIELD.with(lang, &[&clash.conflict.theirs_by])),
    ];
    let mut x = 1;
    for (place, label) in all {
        let text = format!("< {label} >");
        let style = if clash.at == place { theme::CURSOR } else { theme::PLAIN };
        x = canvas.put(x, layout.notice, cells(&text), &text, style) + 2;
    }
}
