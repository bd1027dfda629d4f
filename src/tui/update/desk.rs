//! The keys of 要办的事: every row leads to where it is done.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::desk::{Desk, Item, items};
use super::super::effect::Effect;
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::office::Asked;
use super::form::{self, As};
use super::{office, prompt};
use crate::ledger::{Entry, NoticeId};
use crate::plan::{TaskNo, UnitIx};
use crate::query::DueKind;
use crate::strings::desk as say;

/// Shows what there is to do: for the operator's own unit, else for the one that the list is narrowed to.
pub(super) fn open(model: &mut Model) {
    let unit = model.own().or(model.filter.unit);
    model.overlay = Overlay::Desk(Desk { unit, at: 0 });
}

/// What a row leads to.
enum Way {
    Again(Box<Entry>),
    Report(UnitIx, TaskNo),
    Answer(NoticeId, UnitIx),
    End(NoticeId),
    Look(UnitIx, TaskNo),
}

pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Desk(Desk { unit, at }) = model.overlay else { return Vec::new() };
    let last = items(model, unit).len().saturating_sub(1);
    let go = |model: &mut Model, at: usize| model.overlay = Overlay::Desk(Desk { unit, at: at.min(last) });
    let Some(key) = Key::of(event) else { return elsewhere(model, event) };
    match key {
        Key::Char('j') | Key::Code(KeyCode::Down) => go(model, at + 1),
        Key::Char('k') | Key::Code(KeyCode::Up) => go(model, at.saturating_sub(1)),
        Key::Char('J') | Key::Code(KeyCode::PageDown) => go(model, at + 10),
        Key::Char('K') | Key::Code(KeyCode::PageUp) => go(model, at.saturating_sub(10)),
        Key::Char('g') | Key::Code(KeyCode::Home) => go(model, 0),
        Key::Char('G') | Key::Code(KeyCode::End) => go(model, last),
        Key::Code(KeyCode::Enter) => return follow(model, unit, at),
        Key::Char('x') => {
            if let Some(id) = notice(model, unit, at).filter(|_| super::list::may_write(model)) {
                prompt::ask(model, Asked::End(id));
            }
        }
        Key::Char('q' | 'w') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'h') => {
            model.overlay = Overlay::None;
        }
        _ => return elsewhere(model, event),
    }
    Vec::new()
}

/// A key of the list does there what it does, without a key to get there.
fn elsewhere(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    model.overlay = Overlay::None;
    super::main_key(model, event)
}

fn notice(model: &Model, unit: Option<UnitIx>, at: usize) -> Option<NoticeId> {
    match items(model, unit).get(at)? {
        Item::Due(item) => item.notice,
        Item::Standing(id, _) => Some(*id),
        Item::Returned(_) => None,
    }
}

fn way(model: &Model, unit: Option<UnitIx>, at: usize) -> Option<Way> {
    Some(match *items(model, unit).get(at)? {
        Item::Returned(entry) => Way::Again(Box::new(entry.clone())),
        Item::Standing(id, _) => Way::End(id),
        Item::Due(item) => match (item.kind, item.notice) {
            (DueKind::Notice, Some(id)) => Way::Answer(id, item.unit),
            (DueKind::Report, _) => Way::Report(item.unit, item.task.unwrap_or(TaskNo::GENERAL)),
            _ => Way::Look(item.unit, item.task?),
        },
    })
}

/// Puts the task under the form, so that what is saved is in sight.
fn under(model: &mut Model, unit: Option<UnitIx>, task: TaskNo) -> Vec<Effect> {
    if task == TaskNo::GENERAL { Vec::new() } else { office::go_to(model, unit, task) }
}

fn follow(model: &mut Model, unit: Option<UnitIx>, at: usize) -> Vec<Effect> {
    let Some(way) = way(model, unit, at) else { return Vec::new() };
    if !matches!(way, Way::Look(..)) && !super::list::may_write(model) {
        return Vec::new();
    }
    match way {
        Way::Again(entry) => {
            let mut effects = under(model, unit, entry.task);
            effects.extend(form::open_entry(model, &entry));
            model.warn(say::WAS_RETURNED.with(model.lang, &[&entry.review.note]));
            effects
        }
        Way::Report(of, task) => {
            let mut effects = under(model, unit, task);
            effects.extend(form::open_for(model, (task, of), As::Line, None));
            effects
        }
        Way::Answer(id, unit) => {
            prompt::ask(model, Asked::Answer(id, unit));
            Vec::new()
        }
        Way::End(id) => {
            prompt::ask(model, Asked::End(id));
            Vec::new()
        }
        Way::Look(unit, task) => office::go_to(model, Some(unit), task),
    }
}
