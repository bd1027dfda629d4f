//! What each event does to the model. Pure but for the model: whatever must happen outside comes back as effects.

mod answer;
mod clash;
mod edit;
mod form;
mod list;
mod overlay;
mod reading;
mod record;
mod saving;

pub use overlay::status_choices;

use super::effect::{Effect, Event};
use super::ime;
use super::keys::{self, Key};
use super::model::{Model, Overlay};
use super::term::Input;
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
        Event::LookAgain => {
            let mut effects = vec![Effect::Load(model.filter.unit)];
            if let Overlay::Form(form) = &model.overlay {
                effects.push(Effect::LookForOthers(form.slot(model.plan())));
            }
            effects
        }
        answer => answer::take(model, answer),
    }
}

/// All keys of one read. What follows a key in the same read tells a paste from a key.
pub(super) fn input(model: &mut Model, inputs: &[Input]) -> Vec<Effect> {
    let mut effects = Vec::new();
    if matches!(model.overlay, Overlay::None) && model.awaiting.is_none() && is_pasted(inputs) {
        model.warn(say::PASTE_NOWHERE.say(model.lang).to_owned());
        return effects;
    }
    model.fresh = true;
    let mut rest = inputs;
    while let Some((first, after)) = rest.split_first() {
        // What follows `z` waits for what would be undone.
        if let Some(held) = &mut model.awaiting {
            held.extend_from_slice(rest);
            break;
        }
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

/// Whether this came from a paste into a terminal without bracketed paste: lines, all in one read. Nobody types a
/// line end and two more keys between two reads; what was pasted must not run as commands.
fn is_pasted(inputs: &[Input]) -> bool {
    let line_end = |i: &Input| {
        let Input::Key(key) = i else { return false };
        matches!(Key::of(*key), Some(Key::Code(KeyCode::Enter) | Key::Ctrl('j')))
    };
    inputs.iter().position(line_end).is_some_and(|at| inputs.len() > at + 2)
}

fn key(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    match model.overlay {
        Overlay::None => main_key(model, event),
        Overlay::Form(_) => form::key(model, event, following),
        Overlay::Clash(_) => clash::key(model, event),
        Overlay::Confirm(_) => record::confirm_key(model, event),
        Overlay::Versions(_) => record::versions_key(model, event),
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
        return list::digit(model, digit);
    }
    model.digits.clear();
    match keys::command(key) {
        Some(command) => list::command(model, command),
        None => Vec::new(),
    }
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    match model.overlay {
        Overlay::Form(_) => form::paste(model, text),
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
