//! The two rows at the bottom: what was just said, and what the keys do.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::super::finder::Finder;
use super::super::keys::BINDINGS;
use super::super::model::{Model, Overlay};
use super::super::update::status_choices;
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::{unmarked, wrapped};
use super::theme;
use crate::store::Obstacle;
use crate::strings::{saves, tui as say};
use crate::text::{cells, window};

/// What was just said: in the row above the keys, and as many more above that as it needs.
pub fn notice(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    said_above(model, layout.notice, layout, canvas);
}

/// What was just said, its last row at `y`.
pub fn said_above(model: &Model, y: u16, layout: &Layout, canvas: &mut Canvas<'_>) {
    if let Some(notice) = &model.notice {
        let style = if notice.alarm { theme::ALARM } else { theme::GOOD };
        text_above(&notice.text, style, y, layout, canvas);
    } else if let Some(who) = model.saving.obstacle() {
        let text = if who == Obstacle::Outside { saves::WAITS_OUTSIDE } else { saves::WAITS_COLLEAGUE };
        text_above(text.say(model.lang), theme::ALARM, y, layout, canvas);
    }
}

/// A text in as many rows as it needs, its last row at `y`.
pub fn text_above(text: &str, style: Style, y: u16, layout: &Layout, canvas: &mut Canvas<'_>) {
    let rows = wrapped(text, usize::from(layout.width), style, style, unmarked);
    let first = (y + 1).saturating_sub(u16::try_from(rows.len()).unwrap_or(1));
    for (y, row) in (first..=y).zip(&rows) {
        canvas.blank(0, y, layout.width);
        canvas.line(0, y, usize::from(layout.width), row);
    }
}

/// Draws both rows.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    if matches!(model.overlay, Overlay::None | Overlay::Menu) {
        let left = canvas.put_right(layout.width, layout.foot, &model.actor.name, theme::PLAIN);
        canvas.put(0, layout.foot, usize::from(left), &keys(model, usize::from(left)), theme::PLAIN);
    }
}

/// As many keys as fit whole, those for leaving always.
fn keys(model: &Model, room: usize) -> String {
    let each = |b: &&super::super::keys::Binding| {
        let key = b.keys.first().map(|k| k.name()).unwrap_or_default();
        b.footer.map(|f| format!("{key}{}", f.say(model.lang)))
    };
    let mut all: Vec<String> = BINDINGS.iter().filter_map(|b| each(&b)).collect();
    let wide = |all: &[String]| all.iter().map(|k| cells(k) + 1).sum::<usize>();
    while wide(&all) > room && all.len() > 2 {
        // From the end of the list, but for the last two: help and quit.
        let at = all.len() - 3;
        all.remove(at);
    }
    all.join(" ")
}

/// What the keys of a whole screen do.
pub fn line(text: &str, layout: &Layout, canvas: &mut Canvas<'_>) {
    canvas.put(0, layout.foot, usize::from(layout.width), text, theme::PLAIN);
}

/// The line of the finder, in place of the keys, and above it how it could go on.
pub fn find(model: &Model, finder: &Finder, layout: &Layout, canvas: &mut Canvas<'_>) -> Position {
    let label = format!("{}> ", say::FIND.say(model.lang));
    let help = say::FIND_KEYS.say(model.lang);
    let typed = &finder.typed;
    let right = canvas.put_right(layout.width, layout.foot, help, theme::PLAIN);
    let x = canvas.put(0, layout.foot, usize::from(right), &label, theme::STRONG);
    let room = usize::from(right.saturating_sub(x + 1));
    let (_, shown, column) = window(typed.text(), typed.caret(), room);
    canvas.put(x, layout.foot, room, shown, theme::PLAIN);
    if model.notice.is_none() && !finder.offers.is_empty() {
        offers(finder, layout, canvas);
    }
    Position::new(x + u16::try_from(column).unwrap_or(0), layout.foot)
}

/// The offers in one row, from the one chosen on where they do not all fit before it.
fn offers(finder: &Finder, layout: &Layout, canvas: &mut Canvas<'_>) {
    canvas.blank(0, layout.notice, layout.width);
    let wide = |from: usize, to: usize| -> usize {
        finder.offers.iter().take(to + 1).skip(from).map(|o| cells(&o.shown) + 1).sum()
    };
    let at = finder.at.unwrap_or(0);
    let first = (0..=at).find(|first| wide(*first, at) <= usize::from(layout.width)).unwrap_or(at);
    let mut x = 0;
    for (i, offer) in finder.offers.iter().enumerate().skip(first) {
        let room = layout.width.saturating_sub(x);
        if cells(&offer.shown) > usize::from(room) {
            break;
        }
        let style = if finder.at == Some(i) { theme::CURSOR } else { theme::PLAIN };
        x = canvas.put(x, layout.notice, usize::from(room), &offer.shown, style) + 1;
    }
}

/// The statuses with their digits, in place of the keys.
pub fn status(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    ask(&say::CHOOSE_STATUS.with(model.lang, &[&status_choices(model)]), layout, canvas);
}

/// A question in the last two rows; in more, upwards, where it needs them.
fn ask(line: &str, layout: &Layout, canvas: &mut Canvas<'_>) {
    canvas.blank(0, layout.notice, layout.width);
    let lines = crate::text::wrap(line, usize::from(layout.width)).len();
    let last = if lines > 1 { layout.foot } else { layout.notice };
    text_above(line, theme::STRONG, last, layout, canvas);
}
