//! What each event does to the model. Pure but for the model: whatever must happen outside comes back as effects.

mod answer;
mod back;
mod behind;
mod clash;
mod desk;
mod digit;
mod edit;
mod export;
mod finder;
mod form;
mod list;
mod look;
mod office;
mod overlay;
mod overview;
mod prompt;
mod reading;
mod record;
mod saving;
mod several;
mod views;

pub use office::report_rows;
pub use overlay::status_choices;
pub use views::view_rows;

use super::effect::{Effect, Event};
use super::ime;
use super::keys::{self, Key};
use super::model::{Model, Overlay};
use super::term::{Input, is_pasted, pasted_text};
use super::trail::Place;
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
    let writing = matches!(model.overlay, Overlay::Form(_) | Overlay::Picker(_) | Overlay::Find(_));
    let text = pasted_text(inputs).or_else(|| (!writing && is_pasted(inputs)).then(String::new));
    text.map(Input::Paste)
}

/// What a key leads away from is kept for the way back.
fn key(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    let here = Place::of(model);
    model.trail.leaving(here);
    let effects = if back::is_asked(model, event) { back::go(model) } else { take(model, event, following) };
    let here = Place::of(model);
    let same_number = model.digits.chars().nth(1).is_some();
    model.trail.arrived(here.as_ref(), same_number);
    effects
}

fn take(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    match model.overlay {
        Overlay::None => main_key(model, event),
        Overlay::Form(_) => form::key(model, event, following),
        Overlay::Clash(_) => clash::key(model, event),
        Overlay::Confirm(_) => record::confirm_key(model, event),
        Overlay::Versions(_) => record::versions_key(model, event),
        Overlay::Overview(_) => overview::key(model, event),
        Overlay::Behind(behind) => behind::key(model, behind, event),
        Overlay::Reports(_) => office::reports_key(model, event),
        Overlay::Queue(_) => office::queue_key(model, event),
        Overlay::Office => office::menu_key(model, event),
        Overlay::Prompt(_) => prompt::key(model, event),
        Overlay::Desk(_) => desk::key(model, event),
        Overlay::Export(_) => export::key(model, event),
        _ => overlay::key(model, event),
    }
}

fn main_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    if let KeyCode::Char(c) = event.code
        && ime::is_text(c)
        && event.modifiers.is_empty()
    {
        return finder::find_with(model, &c.to_string());
    }
    let Some(key) = Key::of(event) else { return Vec::new() };
    if let Key::Char(digit @ '0'..='9') = key {
        return digit::digit(model, digit);
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
        Overlay::Picker(_) => overlay::paste(model, text),
        Overlay::Find(_) => finder::paste(model, text),
        Overlay::Prompt(_) => {
            prompt::paste(model, text);
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
