//! The picker over the body of the screen.

use ratatui::layout::Position;

use super::super::model::Model;
use super::super::picker::{Choice, Match, Picker};
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::{Line, marked, span};
use super::theme;
use crate::ledger::Coded;
use crate::plan::UnitIx;
use crate::query::UnitCount;
use crate::strings::{Lang, tui as say, words};
use crate::text::{cells, pad, window};

/// Cells of the column of names.
const NAME: usize = 24;

/// Draws the picker and says where its caret stands.
pub fn draw(model: &Model, picker: &Picker, layout: &Layout, canvas: &mut Canvas<'_>) -> Position {
    let (body, lang) = (layout.body, model.lang);
    let count = format!("{}/{}", picker.matches.len(), picker.total);
    let right = canvas.put_right(body.right(), body.y, &count, theme::PLAIN);
    canvas.put(0, body.y, usize::from(right), say::PICK.say(lang), theme::STRONG);
    let x = canvas.put(0, body.y + 1, 2, "> ", theme::STRONG);
    let room = usize::from(body.width.saturating_sub(x + 1));
    let (_, shown, column) = window(picker.typed.text(), picker.typed.caret(), room);
    canvas.put(x, body.y + 1, room, shown, theme::PLAIN);
    heading(model, body.y + 2, layout, canvas);
    let rows = usize::from(body.height.saturating_sub(3));
    // The cursor's page: fixed steps, so that most moves draw two rows only.
    let top = picker.at.checked_div(rows).unwrap_or(0) * rows;
    for (i, found) in picker.matches.iter().enumerate().skip(top).take(rows) {
        let y = body.y + 3 + u16::try_from(i - top).unwrap_or(0);
        if picker.typed.text().chars().nth(1).is_some() {
            draw_row(model, found, i == picker.at, y, layout, canvas);
        } else {
            // A single letter stands in every name: its marks would say little and be most of the frame.
            let found = Match { at: Vec::new(), alias: None, ..found.clone() };
            draw_row(model, &found, i == picker.at, y, layout, canvas);
        }
    }
    if picker.matches.is_empty() {
        canvas.put(2, body.y + 3, room, say::PICK_NOTHING.say(lang), theme::PLAIN);
    }
    canvas.put(0, layout.foot, usize::from(layout.width), say::PICK_HELP.say(lang), theme::PLAIN);
    Position::new(x + u16::try_from(column).unwrap_or(0), body.y + 1)
}

fn heading(model: &Model, y: u16, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let counts = [words::LEAD, words::SUPPORT, words::COVERED].map(|w| w.say(lang));
    let text =
        format!("  {}{}  {}", pad(say::PICK_NAME.say(lang), NAME), numbers(counts), say::PICK_ALSO.say(lang));
    canvas.put(0, y, usize::from(layout.width), &text, theme::PLAIN);
}

/// Three numbers or their headings, under each other.
fn numbers(three: [&str; 3]) -> String {
    three.map(|n| crate::text::pad_left(n, cells(n).max(5))).join(" ")
}

fn draw_row(model: &Model, found: &Match, here: bool, y: u16, layout: &Layout, canvas: &mut Canvas<'_>) {
    canvas.put(0, y, 1, if here { ">" } else { " " }, if here { theme::CURSOR } else { theme::PLAIN });
    let (name, rest) = described(model, found);
    let style = if here { theme::STRONG } else { theme::PLAIN };
    // A group's name stands behind its numeral.
    let shift = if matches!(found.choice, Choice::Group(_)) {
        name.chars().count() - short_of(&name).chars().count()
    } else {
        0
    };
    let at: Vec<usize> = found.at.iter().map(|i| i + shift).collect();
    canvas.line(2, y, NAME, &marked(&name, &at, style, style.patch(theme::MARK)));
    let x = 2 + u16::try_from(NAME).unwrap_or(0);
    canvas.line(x, y, usize::from(layout.width.saturating_sub(x)), &rest);
}

/// What follows a numeral.
fn short_of(name: &str) -> &str {
    name.split_once(' ').map_or(name, |(_, short)| short)
}

/// A row's name, and what stands beside it.
fn described(model: &Model, found: &Match) -> (String, Line) {
    let (plan, lang) = (model.plan(), model.lang);
    match found.choice {
        Choice::Status(status) => (
            status.word().say(lang).to_owned(),
            vec![span(format!("{:>19}", say::PICK_STATUS.say(lang)), theme::PLAIN)],
        ),
        Choice::Group(no) => {
            let Some(group) = plan.group(no) else { return (String::new(), Line::new()) };
            let short = if lang == Lang::Zh { &group.short } else { &group.short_gloss };
            let title = if lang == Lang::Zh { &group.title } else { &group.gloss };
            let kind = crate::text::pad_left(say::PICK_GROUP.say(lang), 17);
            let mut beside = vec![span(format!("{kind}  "), theme::PLAIN)];
            // The group's title is the first of its other names.
            let at = found.alias.iter().filter(|(which, _)| *which == 0).flat_map(|(_, at)| at.clone());
            beside.extend(marked(title, &at.collect::<Vec<_>>(), theme::PLAIN, theme::MARK));
            (format!("{} {short}", group.numeral), beside)
        }
        Choice::Unit(unit) => (plan.unit_name(unit).to_owned(), beside_unit(model, unit, found)),
    }
}

fn beside_unit(model: &Model, unit: UnitIx, found: &Match) -> Line {
    let count = model.facets.units.iter().find(|c| c.unit == unit);
    let number = |of: fn(&UnitCount) -> usize| match count.map(of) {
        Some(0) | None => "-".to_owned(),
        Some(n) => n.to_string(),
    };
    let three = [number(|c| c.leads), number(|c| c.supports), number(|c| c.covered)];
    let mut line = vec![span(format!("{}  ", numbers([&three[0], &three[1], &three[2]])), theme::PLAIN)];
    let Some(unit) = model.plan().unit(unit) else { return line };
    // The alias that was found comes first, with its letters marked; else all of them.
    match &found.alias {
        Some((which, at)) => {
            let shown = unit.aliases.get(*which).unwrap_or(&unit.gloss);
            line.extend(marked(shown, at, theme::PLAIN, theme::MARK));
        }
        None => {
            let also = if model.lang == Lang::En { unit.gloss.to_string() } else { unit.aliases.join(" ") };
            line.push(span(also, theme::PLAIN));
        }
    }
    line
}
