//! Deleting, taking back, and reading earlier versions.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::{Again, Effect, SaveAsk};
use super::super::form::{Form, Target};
use super::super::keys::Key;
use super::super::model::{Confirm, Model, Overlay};
use super::super::office::ActAsk;
use super::{form, several};
use crate::ledger::Version;
use crate::strings::tui as say;

/// Asks whether to delete the newest entry shown.
pub(super) fn ask_delete(model: &mut Model) {
    let entry = model.newest.get(&model.selected).and_then(|p| p.entries.first()).cloned();
    match entry {
        Some(entry) => {
            model.overlay = Overlay::Confirm(Confirm::Delete(Box::new(entry)));
            model.fresh = false;
        }
        None => model.say(say::NOTHING_TO_EDIT.say(model.lang).to_owned()),
    }
}

/// Has looked up what would be taken back or brought again.
pub(super) fn ask_again(model: &mut Model, which: Again) -> Vec<Effect> {
    model.awaiting = Some(Vec::new());
    vec![Effect::Preview(which, model.together.clone())]
}

/// `y` or `1` is yes; anything else, the key that asked included, is no.
pub(super) fn confirm_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Confirm(confirm) = std::mem::replace(&mut model.overlay, Overlay::None) else {
        return Vec::new();
    };
    let many = matches!(&confirm, Confirm::Act(act, _) if matches!(**act, ActAsk::Several(_)));
    let along = !model.fresh && (many || matches!(confirm, Confirm::Delete(_)));
    if along || !matches!(Key::of(event), Some(Key::Char('y' | 'Y' | '1'))) {
        several::back(model);
        return Vec::new();
    }
    let ask = match confirm {
        Confirm::Delete(entry) => SaveAsk::Delete { id: entry.id, base: entry.revision },
        Confirm::Again(which, changes, _) => SaveAsk::Again(which, changes),
        Confirm::Act(act, _) if many => return several::send(model, act),
        Confirm::Act(act, _) => SaveAsk::Act(act),
    };
    form::send(model, ask, None)
}

/// Opens the versions, newest first.
pub(super) fn open_versions(model: &mut Model) {
    if model.history.as_ref().is_some_and(|(task, all)| *task == model.selected && !all.is_empty()) {
        model.overlay = Overlay::Versions(0);
        model.scroll = 0;
    }
}

/// A key while versions are read.
pub(super) fn versions_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Versions(at) = model.overlay else { return Vec::new() };
    let count = model.history.as_ref().map_or(0, |(_, all)| all.len());
    let go = |model: &mut Model, to: usize| {
        model.overlay = Overlay::Versions(to.min(count.saturating_sub(1)));
        model.scroll = 0;
    };
    match Key::of(event) {
        Some(Key::Char('j') | Key::Code(KeyCode::Down)) => go(model, at + 1),
        Some(Key::Char('k') | Key::Code(KeyCode::Up)) => go(model, at.saturating_sub(1)),
        Some(Key::Code(KeyCode::PageDown) | Key::Char('J')) => model.scroll += 5,
        Some(Key::Code(KeyCode::PageUp) | Key::Char('K')) => model.scroll = model.scroll.saturating_sub(5),
        Some(Key::Char('e')) => return bring_back(model, at),
        _ => {
            model.overlay = Overlay::None;
            model.scroll = 0;
        }
    }
    Vec::new()
}

/// Puts a version into a form on the entry as it stands now. Nothing changes until that is saved.
fn bring_back(model: &mut Model, at: usize) -> Vec<Effect> {
    let Some((_, all)) = &model.history else { return Vec::new() };
    let Some(Version { id, entry: Some(version), .. }) = all.get(at) else { return Vec::new() };
    let now = all.iter().find(|v| v.id == *id);
    let mut made = match now.and_then(|v| v.entry.as_ref()) {
        Some(current) => Form::edit(model.plan(), current, &model.actor),
        // The entry is gone: its text comes back as a new one.
        None => {
            let mut made = Form::edit(model.plan(), version, &model.actor);
            made.target = Target::New;
            made
        }
    };
    made.fill(&version.as_new(), model.plan());
    made.touched = true;
    made.given = true;
    form::start(model, made)
}
