//! The record: what was done to the entries of a task, and one version read beside the one before it.

use ratatui::style::{Modifier, Style};

use super::super::effect::Again;
use super::super::model::{Confirm, Model};
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::{Line, span, unmarked, wrapped};
use super::theme;
use crate::clock::Instant;
use crate::ledger::{Acted, Change, Coded, Field, NewEntry, Version};
use crate::query::{about, tell};
use crate::strings::{Lang, saves, tui as say, ui, words};
use crate::text::{Piece, visible_lines, wrap};

/// Struck from the text: named as removed where attributes do not show.
const REMOVED: Style = Style::new().add_modifier(Modifier::DIM);
/// New in the text.
const ADDED: Style = Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED);

/// The tab: newest first, each version with what changed, and between them what the office did.
pub fn tab(model: &Model, width: usize) -> Vec<Line> {
    let lang = model.lang;
    let items = items(model, width);
    if items.is_empty() {
        return wrapped(say::NO_HISTORY.say(lang), width, theme::PLAIN, theme::PLAIN, unmarked);
    }
    let mut lines = vec![vec![span(say::HISTORY_KEYS.say(lang), theme::PLAIN)]];
    lines.extend(items.into_iter().flat_map(|(_, lines)| lines));
    lines
}

/// The rows of the record that the tab tells, each with its lines.
pub fn items(model: &Model, width: usize) -> Vec<(i64, Vec<Line>)> {
    let Some((_, versions)) = model.history.as_ref().filter(|(task, _)| *task == model.selected) else {
        return Vec::new();
    };
    let each = versions.iter().enumerate();
    let mut items: Vec<_> = each.map(|(at, v)| (v.seq, version_lines(model, versions, at, width))).collect();
    items.extend(model.acted.iter().map(|acted| (acted.seq, acted_lines(model, acted, width))));
    items.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    items
}

fn acted_lines(model: &Model, acted: &Acted, width: usize) -> Vec<Line> {
    let who = who(model.lang, acted.at, &acted.operator, &acted.origin);
    let mut lines = wrapped(&who, width, theme::STRONG, theme::STRONG, unmarked);
    let said = tell(model.plan(), acted, model.lang);
    lines.extend(wrapped(&said, width, theme::PLAIN, theme::PLAIN, unmarked));
    lines
}

/// The lines of one version in the tab.
fn version_lines(model: &Model, versions: &[Version], at: usize, width: usize) -> Vec<Line> {
    let Some(version) = versions.get(at) else { return Vec::new() };
    let mut lines = wrapped(&head(model, version), width, theme::STRONG, theme::STRONG, unmarked);
    lines.extend(changes(version, before(versions, at), width, model.lang));
    lines
}

/// One version on the whole screen.
pub fn versions(model: &Model, at: usize, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let Some((task, versions)) = &model.history else { return };
    let Some(version) = versions.get(at) else { return };
    let title = model.plan().task(*task).map_or("", |t| t.title.as_str());
    let places = [(at + 1).to_string(), versions.len().to_string(), task.0.to_string()];
    let head_line = say::VERSIONS.with(lang, &[&places[2], title, &places[0], &places[1]]);
    let width = usize::from(layout.width);
    canvas.put(0, 0, width, &head_line, theme::STRONG);
    let text_width = width.min(usize::from(super::layout::TEXT_WIDTH));
    let mut lines = wrapped(&head(model, version), text_width, theme::STRONG, theme::STRONG, unmarked);
    lines.extend(changes(version, before(versions, at), text_width, lang));
    lines.push(Line::new());
    match &version.entry {
        Some(entry) => lines.extend(whole(&entry.as_new(), text_width, lang)),
        None if version.purged => lines.push(vec![span(words::TEXT_PURGED.say(lang), theme::PLAIN)]),
        None => lines.push(vec![span(say::NO_TEXT.say(lang), theme::PLAIN)]),
    }
    let rows = usize::from(layout.foot).saturating_sub(2);
    let top = model.scroll.min(lines.len().saturating_sub(rows));
    for (y, line) in (1..).zip(lines.iter().skip(top).take(rows)) {
        canvas.line(0, y, width, line);
    }
    canvas.put(0, layout.foot, width, say::VERSIONS_KEYS.say(lang), theme::PLAIN);
}

/// The version of the same entry before this one.
fn before(versions: &[Version], at: usize) -> Option<&Version> {
    let id = versions.get(at)?.id;
    versions.get(at + 1..)?.iter().find(|v| v.id == id)
}

fn head(model: &Model, version: &Version) -> String {
    let lang = model.lang;
    let who = who(lang, version.at, &version.operator, &version.origin);
    let unit = model.plan().unit_name(version.unit);
    format!("{who} {} #{} {unit}", version.action.word().say(lang), version.id.0)
}

fn who(lang: Lang, at: Instant, operator: &str, origin: &str) -> String {
    let at = at.local().strftime("%Y-%m-%d %H:%M");
    let from =
        if origin.is_empty() { String::new() } else { format!(" {}", say::FROM.with(lang, &[origin])) };
    format!("{at} {operator}{from}")
}

/// What changed from the version before, field by field, word by word.
fn changes(version: &Version, before: Option<&Version>, width: usize, lang: Lang) -> Vec<Line> {
    if version.purged {
        return vec![vec![span(words::TEXT_PURGED.say(lang), theme::PLAIN)]];
    }
    let Some(now) = version.entry.as_ref().map(crate::ledger::Entry::as_new) else { return Vec::new() };
    let Some(old) = before.and_then(|v| v.entry.as_ref()).map(crate::ledger::Entry::as_new) else {
        let first = now.progress.lines().next().unwrap_or_default().to_owned();
        return wrapped(&first, width, theme::PLAIN, theme::PLAIN, unmarked);
    };
    let mut lines = Vec::new();
    for field in crate::ledger::changed(&old, &now) {
        let pieces = field.compare(&field_text(field, &old, lang), &field_text(field, &now, lang));
        lines.extend(compared(field.word().say(lang), &pieces, width, lang));
    }
    lines
}

/// A changed text with what was removed and what was added named as such, so that it also reads where attributes do
/// not show.
fn compared(label: &str, pieces: &[Piece], width: usize, lang: Lang) -> Vec<Line> {
    let mut text = format!("{label} ");
    let mut styles: Vec<(std::ops::Range<usize>, Style)> = Vec::new();
    for piece in pieces {
        let start = text.len();
        let (shown, style) = match piece {
            Piece::Same(same) => (same.clone(), theme::PLAIN),
            Piece::Removed(gone) => (ui::REMOVED.with(lang, &[gone]), REMOVED),
            Piece::Added(new) => (ui::INSERTED.with(lang, &[new]), ADDED),
        };
        text.push_str(&visible_lines(&shown));
        styles.push((start..text.len(), style));
    }
    wrap(&text, width)
        .iter()
        .map(|row| {
            let end = row.range.start + row.shown(&text).len();
            let mut line = Line::new();
            let label_end = text.len().min(label.len() + 1);
            let all = std::iter::once((0..label_end, theme::PLAIN)).chain(styles.iter().cloned());
            for (range, style) in all.filter(|(r, _)| r.start < end && r.end > row.range.start) {
                let part = range.start.max(row.range.start)..range.end.min(end);
                line.extend(text.get(part).map(|t| span(t, style)));
            }
            line
        })
        .collect()
}

/// All fields that say something.
fn whole(new: &NewEntry, width: usize, lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    for field in Field::ALL {
        let value = field_text(field, new, lang);
        if !value.is_empty() {
            lines.extend(wrapped(
                &format!("{} {value}", field.word().say(lang)),
                width,
                theme::PLAIN,
                theme::PLAIN,
                unmarked,
            ));
        }
    }
    lines
}

/// A field's value in words.
pub fn field_text(field: Field, new: &NewEntry, lang: Lang) -> String {
    match field {
        Field::Day => new.day.to_string(),
        Field::Period => new.period.long(lang),
        Field::Status => new.status.word().say(lang).to_owned(),
        Field::Percent => new.percent.map(|p| format!("{}%", p.get())).unwrap_or_default(),
        Field::Progress => new.progress.clone(),
        Field::Problems => new.problems.clone(),
        Field::NextSteps => new.next_steps.clone(),
        Field::Readings => {
            let each = new.readings.iter().map(|r| format!("{}={}", r.indicator, r.value));
            each.collect::<Vec<_>>().join(" ")
        }
        Field::Evidence => {
            let each =
                new.evidence.iter().map(|e| format!("{} {}", e.reference, e.note).trim_end().to_owned());
            each.collect::<Vec<_>>().join(ui::LIST_COMMA.say(lang))
        }
        Field::Reporter => new.reporter.clone(),
    }
}

/// The question before something is done, with what it would change, over the bottom of the screen.
pub fn confirm(model: &Model, confirm: &Confirm, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let width = usize::from(layout.width);
    let mut lines = match confirm {
        Confirm::Delete(entry) => {
            let ask = say::ASK_DELETE.with(lang, &[&entry.id.0.to_string()]);
            let mut lines = wrapped(&ask, width, theme::STRONG, theme::STRONG, unmarked);
            let first = format!("{} {} {}", model.plan().unit_name(entry.unit), entry.day, entry.progress);
            lines.extend(wrapped(&first, width, theme::PLAIN, theme::PLAIN, unmarked).into_iter().take(3));
            lines
        }
        Confirm::Act(_, question) => wrapped(question, width, theme::STRONG, theme::STRONG, unmarked),
        Confirm::Again(which, changes, note) => {
            let note = note.iter().flat_map(|n| wrapped(n, width, theme::ALARM, theme::ALARM, unmarked));
            let asked = match changes.as_slice() {
                [change] => again_lines(model, *which, change, width),
                all => together_lines(model, *which, all, width),
            };
            note.chain(asked).collect()
        }
    };
    let most = usize::from(layout.body.height).saturating_sub(1);
    lines.truncate(most);
    lines.push(vec![span(say::YES_NO.say(lang), theme::STRONG)]);
    let rows = u16::try_from(lines.len()).unwrap_or(0);
    let top = (layout.foot + 1).saturating_sub(rows);
    for (y, line) in (top..).zip(&lines) {
        canvas.blank(0, y, layout.width);
        canvas.line(0, y, width, line);
    }
}

/// What a report says in short: its text, or the status where that is all.
fn said(new: &NewEntry, lang: Lang) -> String {
    if new.progress.is_empty() { field_text(Field::Status, new, lang) } else { new.progress.clone() }
}

/// Several changes, a row each.
fn together_lines(model: &Model, which: Again, changes: &[Change], width: usize) -> Vec<Line> {
    let lang = model.lang;
    let text = if which == Again::Undo { saves::ASK_UNDO_ALL } else { saves::ASK_REDO_ALL };
    let ask = text.with(lang, &[&changes.len().to_string()]);
    let mut lines = wrapped(&ask, width, theme::STRONG, theme::STRONG, unmarked);
    // In the order in which they were done.
    for change in changes.iter().rev() {
        let Some(entry) = change.after.as_ref().or(change.before.as_ref()) else { continue };
        let unit = model.plan().unit_name(entry.unit);
        let said = said(&entry.as_new(), lang);
        let row = format!("{} {unit} {} {said}", about(entry.task, lang), entry.day);
        lines.extend(wrapped(&row, width, theme::PLAIN, theme::PLAIN, unmarked).into_iter().take(1));
    }
    lines
}

fn again_lines(model: &Model, which: Again, change: &Change, width: usize) -> Vec<Line> {
    let lang = model.lang;
    let text = if which == Again::Undo { say::ASK_UNDO } else { say::ASK_REDO };
    let at = change.before.as_ref().or(change.after.as_ref());
    let which_one =
        at.map(|e| format!("{} {} {}", e.task.0, model.plan().unit_name(e.unit), e.day)).unwrap_or_default();
    let id = change.id.0.to_string();
    let ask = text.with(lang, &[&id, &which_one, change.action.word().say(lang)]);
    let mut lines = wrapped(&ask, width, theme::STRONG, theme::STRONG, unmarked);
    // Taking back leads from what is now to what was before.
    match (&change.after, &change.before) {
        (Some(now), Some(then)) => {
            let (now, then) = (now.as_new(), then.as_new());
            for field in &change.fields {
                let pieces = field.compare(&field_text(*field, &now, lang), &field_text(*field, &then, lang));
                lines.extend(compared(field.word().say(lang), &pieces, width, lang));
            }
        }
        (Some(now), None) => {
            let gone = ui::REMOVED.with(lang, &[&said(&now.as_new(), lang)]);
            lines.extend(wrapped(&gone, width, REMOVED, REMOVED, unmarked).into_iter().take(4));
        }
        (None, Some(then)) => {
            let back = ui::INSERTED.with(lang, &[&said(&then.as_new(), lang)]);
            lines.extend(wrapped(&back, width, ADDED, ADDED, unmarked).into_iter().take(4));
        }
        (None, None) => {}
    }
    lines
}
