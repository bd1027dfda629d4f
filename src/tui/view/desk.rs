//! 要办的事 on the whole screen, a row each.

use jiff::civil::Date;
use ratatui::style::Style;

use super::super::desk::{Desk, Item, items};
use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::place;
use super::{foot, theme};
use crate::ledger::{Coded, Notice};
use crate::query::{DueItem, DueKind, about, days_left};
use crate::strings::{desk as say, words};

/// Draws it.
pub fn draw(model: &Model, desk: &Desk, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (lang, width) = (model.lang, usize::from(layout.width));
    foot::line(say::DESK_KEYS.say(lang), layout, canvas);
    let all = items(model, desk.unit);
    let whose = desk.unit.map_or(words::ALL_UNITS.say(lang), |u| model.plan().unit_name(u));
    let count = all.len().to_string();
    let head = say::DESK.with(lang, &[whose, &count, &model.snapshot.as_of.to_string()]);
    canvas.put(0, 0, width, &head, theme::STRONG);
    canvas.put_right(layout.width, 1, &place(desk.at, all.len()), theme::PLAIN);
    if all.is_empty() {
        canvas.put(0, 2, width, say::NOTHING_DUE.say(lang), theme::PLAIN);
    }
    let text_at = if all.iter().any(|item| is_of_another_year(model, item)) { 37 } else { 33 };
    let height = usize::from(layout.notice.saturating_sub(2));
    let top = (desk.at + 1).saturating_sub(height);
    for (y, (at, item)) in (2u16..).zip(all.iter().enumerate().skip(top).take(height)) {
        let (mark, style) = if at == desk.at { (">", theme::CURSOR) } else { (" ", theme::PLAIN) };
        canvas.put(0, y, 1, mark, style);
        let [kind, number, state, text] = cells(model, item, desk.unit.is_none());
        canvas.put(1, y, 8, &kind, strong(item));
        canvas.put(10, y, 4, &number, style);
        canvas.put(15, y, usize::from(text_at) - 16, &state, theme::PLAIN);
        canvas.put(text_at, y, width.saturating_sub(usize::from(text_at)), &text, theme::PLAIN);
    }
    foot::notice(model, layout, canvas);
}

/// Whether its day needs its year.
fn is_of_another_year(model: &Model, item: &Item<'_>) -> bool {
    matches!(item, Item::Due(item) if item.on.is_some_and(|on| on.year() != model.snapshot.as_of.year()))
}

const fn strong(item: &Item<'_>) -> Style {
    match item {
        Item::Returned(_) => theme::ALARM,
        _ => theme::STRONG,
    }
}

/// Which kind of thing, about which task, until when, and what.
fn cells(model: &Model, item: &Item<'_>, with_unit: bool) -> [String; 4] {
    let lang = model.lang;
    let title =
        |task| model.plan().task(task).map_or(words::GENERAL.say(lang), |t| t.title.as_str()).to_owned();
    match item {
        Item::Returned(entry) => [
            words::RETURNED.say(lang).to_owned(),
            about(entry.task, lang),
            entry.day.to_string(),
            entry.review.note.lines().collect::<Vec<_>>().join(" "),
        ],
        Item::Standing(id, notice) => [
            say::END_IT.say(lang).to_owned(),
            format!("#{}", id.0),
            notice.on.to_string(),
            told(model, notice, with_unit),
        ],
        Item::Due(item) => {
            let number =
                item.task.map_or_else(|| words::GENERAL_MARK.say(lang).to_owned(), |t| t.0.to_string());
            let notice = item.notice.map(|id| format!("#{}", id.0));
            let as_of = model.snapshot.as_of;
            let this_year = |on: &Date| on.year() == as_of.year();
            let day = item.on.map(|on| on.strftime(if this_year(&on) { "%m-%d" } else { "%F" }).to_string());
            let state = format!("{} {}", day.unwrap_or_default(), days_left(item.left(as_of), lang));
            let state = state.trim_start().to_owned();
            let kind = if item.kind == DueKind::Notice { say::ANSWER_IT } else { item.kind.word() };
            [kind.say(lang).to_owned(), notice.unwrap_or(number), state, what(model, item, with_unit, title)]
        }
    }
}

fn what(
    model: &Model,
    item: &DueItem,
    with_unit: bool,
    title: impl Fn(crate::plan::TaskNo) -> String,
) -> String {
    let unit = if with_unit { format!("{} ", model.plan().unit_name(item.unit)) } else { String::new() };
    let found =
        item.notice.and_then(|id| model.snapshot.office.notices.iter().find(|(known, _)| *known == id));
    let text = match found {
        Some((_, notice)) => told(model, notice, false),
        None => item.task.map_or_else(|| words::GENERAL.say(model.lang).to_owned(), title),
    };
    unit + &text
}

/// The kind of a notice and its first line.
fn told(model: &Model, notice: &Notice, with_units: bool) -> String {
    let units = notice.units.iter().filter(|_| with_units).map(|u| model.plan().unit_name(*u));
    let text = notice.text.lines().next().unwrap_or_default();
    let parts = std::iter::once(notice.kind.word().say(model.lang)).chain(units).chain([text]);
    parts.collect::<Vec<_>>().join(" ")
}
