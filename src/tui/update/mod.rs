//! What each event does to the model. Pure but for the model: whatever must happen outside comes back as effects.

mod answer;
mod clash;
mod edit;
mod export;
mod form;
mod list;
mod office;
mod overlay;
mod overview;
mod reading;
mod record;
mod saving;

pub use office::report_rows;
pub use overlay::status_choices;

use super::effect::{Effect, Event};
use super::ime;
use super::keys::{self, Key};
use super::model::{Model, Overlay};
use super::term::{Input, is_pasted, pasted_text};
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
        Event::FormsMoved => match &model.overlay {
            Overlay::Form(form) => vec![Effect::LookForOthers(form.slot(model.plan()))],
            _ => Vec::new(),
        },
        answer => answer::take(model, answer),
    }
}

/// All keys of one read. What follows a key in the same read tells a paste from a key.
pub(super) fn input(model: &mut Model, inputs: &[Input]) -> Vec<Effect> {
    let mut effects = Vec::new();
    let pasted = unbracketed(model, inputs);
    let mut rest = pasted.as_ref().map_or(inputs, std::slice::from_ref);
    model.fresh = true;
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

/// What came from a paste into a terminal that does not bracket it is a paste all the same. Where keys are commands,
/// whatever came in one read with it is not run either.
fn unbracketed(model: &Model, inputs: &[Input]) -> Option<Input> {
    if model.awaiting.is_some() {
        return None;
    }
    let writing = matches!(model.overlay, Overlay::Form(_) | Overlay::Picker(_) | Overlay::Find(..));
    let text = pasted_text(inputs).or_else(|| (!writing && is_pasted(inputs)).then(String::new));
    text.map(Input::Paste)
}

fn key(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    match model.overlay {
        Overlay::None => main_key(model, event),
        Overlay::Form(_) => form::key(model, event, following),
        Overlay::Clash(_) => clash::key(model, event),
        Overlay::Confirm(_) => record::confirm_key(model, event),
        Overlay::Versions(_) => record::versions_key(model, event),
        Overlay::Overview(_) => overview::key(model, event),
        Overlay::Reports(_) => office::reports_key(model, event),
        Overlay::Queue(_) => office::queue_key(model, event),
        Overlay::Office => office::menu_key(model, event),
        Overlay::Prompt(_) => office::prompt_key(model, event),
        Overlay::Export(_) => export::key(model, event),
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
        Overlay::Prompt(_) => {
            office::paste(model, text);
            Vec::new()
        }
        Overlay::Export(_) => export::paste(model, text),
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
