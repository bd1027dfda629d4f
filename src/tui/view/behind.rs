//! A list behind a figure of 总览, and below it the chosen row in full.

use super::super::behind::{Behind, List, Row, rows};
use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::{Layout, TEXT_WIDTH};
use super::lines::{Line, place, unmarked, wrapped};
use super::{detail, foot, theme};
use crate::ledger::Coded;
use crate::plan::Indicator;
use crate::query::{NumberPick, Turned, in_words, judged_word, row};
use crate::strings::plan::target;
use crate::strings::{Lang, Text, overview as say, words};
use crate::text::cells;

/// Most rows of the chosen row in full, with the one of air above.
const FULL: u16 = 8;

/// Draws it.
pub fn draw(model: &Model, behind: Behind, layout: &Layout, canvas: &mut Canvas<'_>) {
    let width = usize::from(layout.width);
    let all = rows(model, behind.list);
    canvas.put(0, 0, width, &head(model, behind.list, all.len()), theme::STRONG);
    foot::line(say::BEHIND_KEYS.say(model.lang), layout, canvas);
    let height = layout.notice.saturating_sub(2 + FULL);
    let shown = usize::from(height);
    canvas.put_right(layout.width, 1, &place(behind.at, all.len()), theme::PLAIN);
    if all.is_empty() {
        canvas.put(0, 2, width, say::NONE.say(model.lang), theme::PLAIN);
    }
    let top = (behind.at + 1).saturating_sub(shown).min(all.len().saturating_sub(shown));
    for (y, (at, one)) in (2u16..).zip(all.iter().enumerate().skip(top).take(shown)) {
        let (mark, style) = if at == behind.at { (">", theme::CURSOR) } else { (" ", theme::PLAIN) };
        canvas.put(0, y, 1, mark, style);
        match one {
            Row::Number(indicator) => number(model, indicator, y, width, canvas),
            Row::Turned(turned) => light(model, *turned, y, width, canvas),
        }
        canvas.put(1, y, 4, &key(one), style);
    }
    if let Some(one) = all.get(behind.at) {
        let from = 2 + height.min(u16::try_from(all.len()).unwrap_or(height)) + 1;
        let lines = full(model, one, width.min(usize::from(TEXT_WIDTH)));
        for (y, line) in (from..layout.notice).zip(&lines) {
            canvas.line(0, y, width, line);
        }
    }
    foot::notice(model, layout, canvas);
}

fn head(model: &Model, list: List, count: usize) -> String {
    let (lang, count, day) = (model.lang, count.to_string(), model.snapshot.as_of.to_string());
    match list {
        List::Numbers(pick) => say::LIST_NUMBERS.with(lang, &[picked(pick).say(lang), &count, &day]),
        List::Turned(_) => say::LIST_TURNED.with(lang, &[&count, &day]),
    }
}

fn picked(pick: NumberPick) -> Text {
    match pick {
        NumberPick::All => say::PICK_ALL,
        NumberPick::Of(state) => state.word(),
        NumberPick::Strive => say::PICK_STRIVE,
        NumberPick::StriveMet => say::PICK_STRIVE_MET,
    }
}

/// The number or id that a row is known by.
fn key(row: &Row<'_>) -> String {
    match row {
        Row::Number(indicator) => indicator.id.to_string(),
        Row::Turned(turned) => format!("{:>2}", turned.task.0),
    }
}

fn number(model: &Model, indicator: &Indicator, y: u16, width: usize, canvas: &mut Canvas<'_>) {
    let (lang, snapshot) = (model.lang, &model.snapshot);
    let known = snapshot.readings.get(indicator.id.as_str());
    let value = known.map(|(r, ..)| r.value.say(model.plan(), indicator, lang)).unwrap_or_default();
    let judged = judged_word(snapshot, indicator).unwrap_or(words::NO_VALUE);
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    let x = canvas.put(6, y, 12, &target(indicator, lang), theme::PLAIN).max(18) + 1;
    let x = canvas.put(x, y, 9, &value, theme::STRONG).max(x + 9) + 1;
    let x = canvas.put(x, y, 10, judged.say(lang), theme::PLAIN).max(x + 8) + 1;
    canvas.put(x, y, width.saturating_sub(usize::from(x)), name, theme::PLAIN);
}

fn light(model: &Model, turned: Turned, y: u16, width: usize, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let said = say::FROM_TO.with(lang, &[turned.from.word().say(lang), turned.to.word().say(lang)]);
    let wide = if lang == Lang::Zh { 6 } else { 16 };
    let x = canvas.put(6, y, usize::from(wide), &said, theme::light(turned.to)).max(6 + wide) + 1;
    let Some(task) = model.plan().task(turned.task) else { return };
    let lead = task.lead().map(|u| model.plan().unit_name(u)).unwrap_or_default();
    let right = canvas.put_right(u16::try_from(width).unwrap_or(u16::MAX), y, lead, theme::PLAIN);
    let room = usize::from(right.saturating_sub(x + 1));
    canvas.put(x, y, room.min(cells(&task.title)), &task.title, theme::PLAIN);
}

/// The chosen row in full.
fn full(model: &Model, chosen: &Row<'_>, width: usize) -> Vec<Line> {
    match chosen {
        Row::Number(indicator) => detail::indicator(model, indicator, width),
        Row::Turned(turned) => {
            let Some(task) = model.plan().task(turned.task) else { return Vec::new() };
            let row = row(&model.snapshot, task, None);
            let head = format!("{} {}", task.no.0, task.title);
            let why = format!(
                "{} {}",
                row.light.word().say(model.lang),
                in_words(&model.snapshot, &row, model.lang)
            );
            let plain = |text: &str| wrapped(text, width, theme::PLAIN, theme::PLAIN, unmarked);
            let mut lines = wrapped(&head, width, theme::STRONG, theme::STRONG, unmarked);
            lines.extend(plain(&why));
            lines
        }
    }
}
