//! The keys of the office's own boxes: who has reported, the review queue, and the lines asked for an act.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::{Effect, SaveAsk, SaveId};
use super::super::export::What;
use super::super::keys::Key;
use super::super::model::{Confirm, Model, Overlay};
use super::super::office::{ActAsk, Asked, Office, Prompt, Queue, Reports};
use super::{edit, form, list};
use crate::ledger::{Entry, NoticeId, Opened, Period};
use crate::ops::Verdict;
use crate::plan::{TaskNo, UnitIx};
use crate::query::{Filter, OwedRow, owed};
use crate::strings::{office as say, overview};

/// Shows who has reported for the current period.
pub(super) fn open_reports(model: &mut Model) {
    model.overlay = Overlay::Reports(Reports::default());
}

/// Shows what waits to be reviewed, once it is read.
pub(super) fn open_queue(model: &mut Model) -> Vec<Effect> {
    model.overlay = Overlay::Queue(Box::default());
    vec![Effect::Queue]
}

/// What waits is there: the one shown stays where it still waits, else the next comes by itself.
pub(super) fn queued(model: &mut Model, entries: Vec<Entry>) {
    if let Overlay::Queue(queue) = &mut model.overlay {
        let shown = queue.current().map(|e| e.id);
        let place = entries.iter().position(|e| Some(e.id) == shown);
        queue.at = place.unwrap_or(queue.at).min(entries.len().saturating_sub(1));
        queue.scroll = 0;
        queue.entries = Some(entries);
    }
}

/// Shows what can be done about the selected task.
pub(super) fn open_menu(model: &mut Model) {
    model.overlay = Overlay::Office;
}

/// The rows of the reports box, what is not there first.
#[must_use]
pub fn report_rows(model: &Model, back: usize) -> Option<(Opened, Vec<OwedRow>)> {
    let opened = model.snapshot.office.opened(model.snapshot.as_of).nth(back)?;
    let mut rows = owed(&model.snapshot, opened);
    rows.sort_by_key(|r| r.owing.is_there());
    Some((opened, rows))
}

pub(super) fn reports_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Reports(Reports { back, at }) = model.overlay else { return Vec::new() };
    let shown = report_rows(model, back);
    let count = shown.as_ref().map_or(0, |(_, rows)| rows.len());
    let go = |model: &mut Model, at: usize| model.overlay = Overlay::Reports(Reports { back, at });
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Char('j') | Key::Code(KeyCode::Down) => go(model, (at + 1).min(count.saturating_sub(1))),
        Key::Char('k') | Key::Code(KeyCode::Up) => go(model, at.saturating_sub(1)),
        Key::Char('g') | Key::Code(KeyCode::Home) => go(model, 0),
        Key::Char('G') | Key::Code(KeyCode::End) => go(model, count.saturating_sub(1)),
        Key::Char('<') => turn(model, back + 1),
        Key::Char('>') => match back.checked_sub(1) {
            Some(back) => turn(model, back),
            None => model.say(overview::NO_MORE.say(model.lang).to_owned()),
        },
        Key::Code(KeyCode::Enter) => {
            if let Some(row) = shown.and_then(|(_, rows)| rows.get(at).copied()) {
                return show(model, row);
            }
        }
        Key::Char('t') => {
            let duty = shown.and_then(|(_, rows)| rows.get(at).copied()).map(|r| r.duty);
            if let Some((unit, Some(task))) = duty {
                let what = Asked::Send(crate::ledger::NoticeKind::Remind, task, unit);
                model.overlay = Overlay::Prompt(Box::new(Prompt::new(what)));
            }
        }
        Key::Char('+') => ask_open(model),
        Key::Char('-') => ask_close(model, shown.map(|(opened, _)| opened)),
        Key::Char('x') => {
            let (as_of, period) = (model.snapshot.as_of, shown.map(|(opened, _)| opened.period));
            return super::export::open_for(model, What::Assess, as_of, period);
        }
        Key::Char('o') => return super::overview::open(model),
        Key::Char('q' | 'p') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'c' | 'h') => {
            model.overlay = Overlay::None;
        }
        _ => {}
    }
    Vec::new()
}

fn turn(model: &mut Model, back: usize) {
    if report_rows(model, back).is_some() {
        model.overlay = Overlay::Reports(Reports { back, at: 0 });
    } else {
        model.say(overview::NO_MORE.say(model.lang).to_owned());
    }
}

/// The task that a report is about, with the unit's standing.
fn show(model: &mut Model, row: OwedRow) -> Vec<Effect> {
    let (unit, task) = row.duty;
    model.overlay = Overlay::None;
    let effects = list::set_filter(model, Filter { unit: Some(unit), ..Filter::default() });
    if let Some(task) = task {
        model.selected = task;
        model.scroll = 0;
        model.show_selected();
    }
    effects
}

/// The period that follows the last one opened, or the one of the day where none was.
fn ask_open(model: &mut Model) {
    let (as_of, office) = (model.snapshot.as_of, &model.snapshot.office);
    let usual = Period::containing(as_of, office.settings.period);
    let last = office.periods.last().map(|p| p.period);
    let next = last.filter(|last| last.ends() >= usual.ends()).map_or(usual, |last| {
        last.ends().tomorrow().map_or(last, |day| Period::containing(day, office.settings.period))
    });
    let question = say::OPEN_ASK
        .with(model.lang, &[&next.long(model.lang), &next.cutoff(office.settings.cutoff_day).to_string()]);
    model.overlay = Overlay::Confirm(Confirm::Act(Box::new(ActAsk::Open(next, as_of)), question));
}

fn ask_close(model: &mut Model, opened: Option<Opened>) {
    if let Some(opened) = opened.filter(|o| o.closed.is_none()) {
        let question = say::CLOSE_ASK.with(model.lang, &[&opened.period.long(model.lang)]);
        let act = ActAsk::Close(opened.period, model.snapshot.as_of);
        model.overlay = Overlay::Confirm(Confirm::Act(Box::new(act), question));
    }
}

pub(super) fn queue_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Queue(queue) = &mut model.overlay else { return Vec::new() };
    let last = queue.entries.as_ref().map_or(0, |all| all.len().saturating_sub(1));
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Char('j') | Key::Code(KeyCode::Down) => (queue.at, queue.scroll) = ((queue.at + 1).min(last), 0),
        Key::Char('k') | Key::Code(KeyCode::Up) => (queue.at, queue.scroll) = (queue.at.saturating_sub(1), 0),
        Key::Code(KeyCode::PageDown) | Key::Char('J') => queue.scroll += 5,
        Key::Code(KeyCode::PageUp) | Key::Char('K') => queue.scroll = queue.scroll.saturating_sub(5),
        Key::Char('y' | '1') => return pass(model, false),
        Key::Char('*' | '2') => return pass(model, true),
        Key::Char('n' | '3') => {
            if let Some(entry) = queue.current() {
                let what = Asked::Return(entry.id, entry.revision);
                model.overlay = Overlay::Prompt(Box::new(Prompt::new(what)));
            }
        }
        Key::Char('q' | 'v') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'c' | 'h') => {
            model.overlay = Overlay::None;
        }
        _ => {}
    }
    Vec::new()
}

/// Passes the report shown; the next one comes at once.
fn pass(model: &mut Model, highlight: bool) -> Vec<Effect> {
    let Overlay::Queue(queue) = &mut model.overlay else { return Vec::new() };
    let Some(entry) = queue.current() else { return Vec::new() };
    let act = ActAsk::Review(entry.id, entry.revision, Verdict::Pass { highlight });
    gone(queue);
    form::send(model, SaveAsk::Act(Box::new(act)), None)
}

/// Takes the report shown out of what waits.
fn gone(queue: &mut Queue) {
    if let Some(all) = &mut queue.entries
        && queue.at < all.len()
    {
        all.remove(queue.at);
        queue.at = queue.at.min(all.len().saturating_sub(1));
        queue.scroll = 0;
    }
}

pub(super) fn menu_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    model.overlay = Overlay::None;
    let digit = match Key::of(event) {
        Some(Key::Char(c)) => c.to_digit(10).and_then(|d| usize::try_from(d).ok()),
        _ => None,
    };
    let chosen = digit.and_then(|d| d.checked_sub(1)).and_then(|at| Office::ALL.get(at)).copied();
    let Some(chosen) = chosen else { return Vec::new() };
    match asked(model, chosen) {
        Some(what) => model.overlay = Overlay::Prompt(Box::new(Prompt::new(what))),
        None => model.warn(say::NOTHING_THERE.say(model.lang).to_owned()),
    }
    Vec::new()
}

/// What is asked for about the selected task; nothing where there is nothing to answer or to end.
fn asked(model: &Model, chosen: Office) -> Option<Asked> {
    let task = model.selected;
    let unit = model.filter.unit.or_else(|| model.plan().task(task).and_then(crate::plan::Task::lead))?;
    Some(match chosen {
        Office::Send(kind) => Asked::Send(kind, task, unit),
        Office::Answer => Asked::Answer(standing(model, task, Some(unit))?, unit),
        Office::End => Asked::End(standing(model, task, None)?),
        Office::Close => match model.snapshot.office.closed(task, model.snapshot.as_of) {
            Some(_) => Asked::Reopen(task),
            None => Asked::Close(task),
        },
        Office::Extend => Asked::Extend(task),
    })
}

/// The latest notice about a task, to a unit if one is named, that stands.
fn standing(model: &Model, task: TaskNo, unit: Option<UnitIx>) -> Option<NoticeId> {
    let about = model.snapshot.office.notices.iter().rev().filter(|(_, n)| n.tasks.contains(&task));
    let mut standing = about.filter(|(_, n)| n.stands_on(model.snapshot.as_of));
    standing.find(|(_, n)| unit.is_none_or(|u| n.units.contains(&u))).map(|(id, _)| *id)
}

/// A key in the lines that are asked for: Enter goes to the next and saves behind the last.
pub(super) fn prompt_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Prompt(prompt) = &mut model.overlay else { return Vec::new() };
    let last = prompt.lines.len().saturating_sub(1);
    match (Key::of(event), event.code) {
        (Some(Key::Ctrl('g' | 'c')), _) | (_, KeyCode::Esc) => model.overlay = Overlay::None,
        (_, KeyCode::Tab | KeyCode::Down) => prompt.at = (prompt.at + 1).min(last),
        (_, KeyCode::BackTab | KeyCode::Up) => prompt.at = prompt.at.saturating_sub(1),
        (_, KeyCode::Enter) if prompt.at < last => prompt.at += 1,
        (Some(Key::Code(KeyCode::Enter) | Key::Ctrl('s' | 'o')), _) => return send(model),
        _ => {
            if let Some((_, editor)) = prompt.lines.get_mut(prompt.at) {
                let _ = edit::one_line(editor, event);
            }
        }
    }
    Vec::new()
}

/// Text pasted into the line with the caret.
pub(super) fn paste(model: &mut Model, text: &str) {
    if let Overlay::Prompt(prompt) = &mut model.overlay
        && let Some((_, editor)) = prompt.lines.get_mut(prompt.at)
    {
        let _ = editor.paste(text);
    }
}

/// Sends what was asked for. What was typed stays until it is stored.
fn send(model: &mut Model) -> Vec<Effect> {
    let Overlay::Prompt(prompt) = &model.overlay else { return Vec::new() };
    let lines = prompt.lines.iter().map(|(_, editor)| editor.text().trim().to_owned()).collect();
    let act = ActAsk::Lines(prompt.what.clone(), model.snapshot.as_of, lines);
    let Overlay::Prompt(prompt) = std::mem::replace(&mut model.overlay, Overlay::None) else {
        return Vec::new();
    };
    let effects = form::send(model, SaveAsk::Act(Box::new(act)), None);
    let id = effects.iter().find_map(|e| if let Effect::Save(id, _) = e { Some(*id) } else { None });
    model.prompted = id.map(|id| (id, prompt));
    effects
}

/// The act was stored; the review queue comes back where it was left for a reason.
pub(super) fn done(model: &mut Model, id: SaveId, act: &ActAsk) -> Vec<Effect> {
    let was = asked_by(model, id);
    model.say(say::DONE.say(model.lang).to_owned());
    if let Some(Asked::Return(..)) = was.map(|p| p.what) {
        return open_queue(model);
    }
    match (act, &model.overlay) {
        (ActAsk::Review(..), Overlay::Queue(_)) => vec![Effect::Queue],
        (ActAsk::Open(..) | ActAsk::Close(..), Overlay::None) => {
            open_reports(model);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The act was not stored: what was typed is there again.
pub(super) fn failed(model: &mut Model, id: SaveId) -> Vec<Effect> {
    if let Some(prompt) = asked_by(model, id)
        && matches!(model.overlay, Overlay::None)
    {
        model.overlay = Overlay::Prompt(prompt);
    }
    match model.overlay {
        Overlay::Queue(_) => vec![Effect::Queue],
        _ => Vec::new(),
    }
}

/// The lines that were sent with this save.
fn asked_by(model: &mut Model, id: SaveId) -> Option<Box<Prompt>> {
    model.prompted.take_if(|(sent, _)| *sent == id).map(|(_, prompt)| prompt)
}
