//! The keys of the finder.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::Effect;
use super::super::finder::Finder;
use super::super::model::{Model, Overlay};
use super::overlay::{is_backspace, is_leave};
use super::{edit, list};
use crate::query::{RoleFilter, narrow};
use crate::strings::tui as say;
use crate::text::Edit;

/// Opens the finder with some words in it.
pub(super) fn find_with(model: &mut Model, words: &str) -> Vec<Effect> {
    if !words.is_empty() && !std::mem::replace(&mut model.told_ime, true) {
        model.say(say::IME_ON.say(model.lang).to_owned());
    }
    model.overlay = Overlay::Find(Box::new(Finder::new(words, model.filter.clone())));
    look(model)
}

/// A key in the line. Enter takes an offer that was walked to, else the line as it stands.
pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let names = model.names();
    let Overlay::Find(finder) = &mut model.overlay else { return Vec::new() };
    match event.code {
        KeyCode::Down => finder.walk(true),
        KeyCode::Up => finder.walk(false),
        KeyCode::Tab => {
            if finder.take() {
                return look(model);
            }
        }
        KeyCode::Enter if finder.at.is_some() => {
            let _ = finder.take();
            return look(model);
        }
        KeyCode::Enter => return keep(model),
        _ if is_leave(event) || (is_backspace(event) && finder.typed.text().is_empty()) => {
            let before = finder.before.clone();
            model.overlay = Overlay::None;
            return list::set_filter(model, before);
        }
        _ => {
            let revision = finder.typed.caret();
            if edit::one_line(&mut finder.typed, event) {
                return look(model);
            }
            if finder.typed.caret() != revision {
                finder.refresh(&model.snapshot.plan, &names, model.lang);
            }
        }
    }
    Vec::new()
}

/// Text pasted into the line.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Overlay::Find(finder) = &mut model.overlay else { return Vec::new() };
    if let Edit::Full { room } = finder.typed.paste(text) {
        model.warn(say::PASTE_TOO_LONG.with(model.lang, &[&room.to_string()]));
        return Vec::new();
    }
    look(model)
}

/// The line as it stands, if all of it holds; else what would be right is said and it can be gone on with.
fn keep(model: &mut Model) -> Vec<Effect> {
    let Overlay::Find(finder) = &model.overlay else { return Vec::new() };
    let (filter, fault) =
        narrow(model.plan(), &model.names(), model.lang, finder.typed.text(), &finder.before);
    match fault {
        Some(fault) => model.warn(fault.say(model.lang)),
        None if filter.unit.is_none() && filter.role != RoleFilter::Any => {
            model.warn(say::ROLE_NEEDS_UNIT.say(model.lang).to_owned());
        }
        None => model.overlay = Overlay::None,
    }
    Vec::new()
}

/// Narrows the list to what is typed: conditions, titles and texts at once, entries as soon as they are read.
fn look(model: &mut Model) -> Vec<Effect> {
    let names = model.names();
    let Overlay::Find(finder) = &mut model.overlay else { return Vec::new() };
    finder.refresh(&model.snapshot.plan, &names, model.lang);
    let Overlay::Find(finder) = &model.overlay else { return Vec::new() };
    let (filter, _) = narrow(model.plan(), &model.names(), model.lang, finder.typed.text(), &finder.before);
    let search = filter.text.as_ref().map(|t| Effect::Search(t.words.clone(), filter.unit));
    let mut effects = list::set_filter(model, filter);
    effects.retain(|e| !matches!(e, Effect::Search(..)));
    effects.extend(search);
    effects
}
