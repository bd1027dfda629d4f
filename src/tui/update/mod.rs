//! What each event does to the model. Pure but for the model: whatever must happen outside comes back as effects.

mod edit;
mod list;
mod overlay;
mod report;

pub use overlay::status_choices;

use super::effect::{Effect, Event, Loaded};
use super::ime;
use super::keys::{self, Key};
use super::model::{Model, Overlay};
use super::term::Input;
use crate::error::Error;
use crate::ledger::Entry;
use crate::plan::TaskNo;
use crate::query::TextFilter;
use crate::strings::tui as say;
use crossterm::event::{KeyCode, KeyEvent};

/// Takes one event in.
#[must_use]
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Input(inputs) => input(model, &inputs),
        Event::Resize(columns, rows) => {
            model.size = (columns, rows);
            model.show_selected();
            vec![Effect::Redraw]
        }
        Event::LookAgain => vec![Effect::Load(model.filter.unit)],
        Event::Loaded(result) => loaded(model, result),
        Event::More(result) => {
            match result {
                Ok((task, unit, page)) if unit == model.filter.unit => {
                    model.newest.insert(task, page);
                }
                Ok(_) => {}
                Err(e) => stale(model, &e),
            }
            Vec::new()
        }
        Event::Saved(result) => saved(model, result),
        Event::Found(words, result) => found(model, words, result),
    }
}

/// All keys of one read. What follows a key in the same read tells a paste from a key.
fn input(model: &mut Model, inputs: &[Input]) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut rest = inputs;
    while let Some((first, after)) = rest.split_first() {
        model.notice = None;
        effects.extend(match first {
            Input::Key(event) => key(model, *event, after.len()),
            Input::Paste(text) => paste(model, text),
            Input::NotUtf8 => not_utf8(model),
        });
        rest = after;
    }
    effects
}

fn key(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    if !matches!(Key::of(event), Some(Key::Char('q'))) {
        model.quitting = false;
    }
    match model.overlay {
        Overlay::None => main_key(model, event),
        Overlay::Report(_) => report::key(model, event, following),
        _ => overlay::key(model, event),
    }
}

fn main_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    if let KeyCode::Char(c) = event.code
        && ime::is_text(c)
        && event.modifiers.is_empty()
    {
        return overlay::find_with(model, &c.to_string());
    }
    let Some(key) = Key::of(event) else { return Vec::new() };
    if let Key::Char(digit @ '0'..='9') = key {
        list::digit(model, digit);
        return Vec::new();
    }
    model.digits.clear();
    match keys::command(key) {
        Some(command) => list::command(model, command),
        None => Vec::new(),
    }
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.quitting = false;
    match model.overlay {
        Overlay::Report(_) => report::paste(model, text),
        Overlay::Picker(_) | Overlay::Find(..) => overlay::paste(model, text),
        _ => {
            model.warn(say::PASTE_NOWHERE.say(model.lang).to_owned());
            Vec::new()
        }
    }
}

fn not_utf8(model: &mut Model) -> Vec<Effect> {
    if !std::mem::replace(&mut model.told_encoding, true) {
        model.warn(say::NOT_UTF8.say(model.lang).to_owned());
    }
    Vec::new()
}

fn loaded(model: &mut Model, result: Result<Box<Loaded>, Error>) -> Vec<Effect> {
    match result {
        Ok(loaded) if loaded.unit == model.filter.unit => {
            model.snapshot = std::sync::Arc::new(loaded.snapshot);
            model.newest = loaded.newest.into_iter().collect();
            model.newest_of = loaded.unit;
            model.recount();
            // Entries that were there by scrolling are asked for again when they are scrolled to.
            Vec::new()
        }
        Ok(_) => Vec::new(),
        Err(e) => {
            stale(model, &e);
            Vec::new()
        }
    }
}

fn stale(model: &mut Model, error: &Error) {
    model.warn(say::STALE.with(model.lang, &[&error.say(model.lang)]));
}

fn saved(model: &mut Model, result: Result<Box<Entry>, Error>) -> Vec<Effect> {
    match result {
        Ok(entry) => {
            model.saving = None;
            model.drafts.remove(&(entry.task, entry.unit));
            let parts = [entry.task.0.to_string(), entry.id.0.to_string()];
            let unit = model.plan().unit_name(entry.unit).to_owned();
            model.say(say::SAVED.with(model.lang, &[&parts[0], &unit, &parts[1]]));
            model.tab = super::model::Tab::Entries;
            model.scroll = 0;
            vec![Effect::Load(model.filter.unit)]
        }
        Err(e) => {
            report::give_back(model);
            model.warn(e.say(model.lang));
            Vec::new()
        }
    }
}

fn found(
    model: &mut Model,
    words: String,
    result: Result<std::collections::BTreeSet<TaskNo>, Error>,
) -> Vec<Effect> {
    let still_asked = model.filter.text.as_ref().is_some_and(|t| t.words == words);
    match result {
        Ok(in_entries) if still_asked => {
            model.set_filter(crate::query::Filter {
                text: Some(TextFilter { words, in_entries }),
                ..model.filter.clone()
            });
        }
        Ok(_) => {}
        Err(e) => stale(model, &e),
    }
    Vec::new()
}
