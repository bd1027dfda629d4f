//! All keys, straight from their table.

use super::super::keys::{self, BINDINGS, Binding, Command, Section};
use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::theme;
use crate::strings::keys as say;
use crate::text::{cells, pad};

/// Columns of a key's name.
const KEYS: usize = 9;

/// Commands that stand in one row, because they belong together.
const PAIRS: [(Command, Command); 11] = [
    (Command::Next, Command::Previous),
    (Command::First, Command::Last),
    (Command::PageDown, Command::PageUp),
    (Command::LeftPane, Command::ListPane),
    (Command::NextTab, Command::PreviousTab),
    (Command::NextHit, Command::PreviousHit),
    (Command::Report, Command::Form),
    (Command::Overview, Command::Reports),
    (Command::Undo, Command::Redo),
    (Command::Redraw, Command::Suspend),
    (Command::Quit, Command::Leave),
];

/// Draws the page: two columns where there is room.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let x = canvas.put(0, 0, usize::from(layout.width), say::TITLE.say(lang), theme::STRONG) + 4;
    canvas.put(x, 0, usize::from(layout.width.saturating_sub(x)), say::WITH_IME.say(lang), theme::PLAIN);
    let rows = rows(model);
    let height = height(layout);
    let fits = fits(&rows, layout);
    let parts: Vec<&[(String, bool)]> = if fits {
        rows.chunks(height).collect()
    } else {
        let top = model.scroll.min(rows.len().saturating_sub(height));
        rows.get(top..).into_iter().map(|rest| rest.get(..height).unwrap_or(rest)).collect()
    };
    let mut x = 0;
    for part in parts {
        for (y, (text, heading)) in (2..).zip(part) {
            let style = if *heading { theme::STRONG } else { theme::PLAIN };
            canvas.put(x, y, usize::from(layout.width.saturating_sub(x)), text, style);
        }
        x += u16::try_from(widths(part)).unwrap_or(0);
    }
    let leave = if fits { say::ANY_KEY } else { say::TURN_OR_LEAVE };
    canvas.put(0, layout.notice, usize::from(layout.width), say::IN_ENTRY.say(lang), theme::PLAIN);
    canvas.put(0, layout.foot, usize::from(layout.width), leave.say(lang), theme::PLAIN);
}

/// Whether not all of it fits, so that it is one column that is turned.
pub fn turns(model: &Model, layout: &Layout) -> bool {
    !fits(&rows(model), layout)
}

fn fits(rows: &[(String, bool)], layout: &Layout) -> bool {
    rows.chunks(height(layout)).map(widths).sum::<usize>() <= usize::from(layout.width) + 2
}

fn height(layout: &Layout) -> usize {
    usize::from(layout.notice.saturating_sub(2)).max(1)
}

/// Columns that these rows take, with the gap behind them.
fn widths(part: &[(String, bool)]) -> usize {
    part.iter().map(|(text, _)| cells(text)).max().unwrap_or(0) + 2
}

/// Headings and rows, in the order of the table.
fn rows(model: &Model) -> Vec<(String, bool)> {
    let lang = model.lang;
    let mut rows = Vec::new();
    for (section, heading) in Section::ALL {
        rows.push((heading.say(lang).to_owned(), true));
        if section == Section::Move {
            let digits = pad(say::DIGITS_KEY.say(lang), KEYS);
            rows.push((format!("  {digits} {}", say::DIGITS.say(lang)), false));
        }
        for binding in BINDINGS.iter().filter(|b| b.section == section) {
            if PAIRS.iter().any(|(_, other)| *other == binding.command) {
                continue;
            }
            let other =
                PAIRS.iter().find(|(one, _)| *one == binding.command).and_then(|(_, o)| keys::binding(*o));
            let (names, help) = match other {
                Some(other) => (
                    format!("{} {}", first(binding), first(other)),
                    format!("{}/{}", binding.help.say(lang), other.help.say(lang)),
                ),
                None => (all_keys(binding), binding.help.say(lang).to_owned()),
            };
            rows.push((format!("  {} {help}", pad(&names, KEYS)), false));
        }
    }
    rows
}

/// The key of a command that is shown first.
fn first(binding: &Binding) -> String {
    binding.keys.first().map(|k| k.name()).unwrap_or_default()
}

/// The keys of a command, as many as fit.
fn all_keys(binding: &Binding) -> String {
    let mut shown = String::new();
    for name in binding.keys.iter().map(|k| k.name()) {
        if shown.is_empty() {
            shown = name;
        } else if shown.len() + 1 + name.len() <= KEYS {
            shown.push(' ');
            shown.push_str(&name);
        }
    }
    shown
}
