//! The keys of the box of saved views.

use crossterm::event::KeyEvent;

use super::super::effect::Effect;
use super::super::key::Key;
use super::super::model::{Model, Overlay};
use super::super::office::{Asked, Prompt};
use super::list;
use super::overlay::numbered;
use crate::query::{Tongue, ViewRow, line, shown, views};
use crate::strings::conditions as say;

/// The views that the operator can open.
#[must_use]
pub fn view_rows(model: &Model) -> Vec<ViewRow> {
    views(&model.snapshot, &model.names(), &model.actor.name, model.lang)
}

/// A digit opens a view, `+` keeps the conditions that hold, `-` removes a view; anything else leaves.
pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    model.overlay = Overlay::None;
    if Key::of(event) == Some(Key::Char('+')) {
        if list::may_write(model) {
            let code = line(model.plan(), &model.filter, Tongue::Codes);
            model.overlay = Overlay::Prompt(Box::new(Prompt::new(Asked::KeepView(code))));
        }
        return Vec::new();
    }
    if Key::of(event) == Some(Key::Char('-')) {
        if list::may_write(model) {
            model.overlay = Overlay::Prompt(Box::new(Prompt::new(Asked::DropView)));
        }
        return Vec::new();
    }
    let Some(number) = numbered(event).map(|n| n + 1) else { return Vec::new() };
    let Some(view) = view_rows(model).into_iter().find(|v| usize::from(v.number) == number) else {
        model.say(say::NO_VIEW_THERE.with(model.lang, &[&number.to_string()]));
        return Vec::new();
    };
    match shown(&model.snapshot, &model.names(), model.lang, &view) {
        Ok(filter) => {
            let search = filter.text.as_ref().map(|t| Effect::Search(t.words.clone(), filter.unit));
            let mut effects = list::set_filter(model, filter);
            effects.retain(|e| !matches!(e, Effect::Search(..)));
            effects.extend(search);
            model.say(say::OPENED_VIEW.with(model.lang, &[&number.to_string(), &view.name]));
            effects
        }
        Err(fault) => {
            model.warn(fault.say(model.lang));
            Vec::new()
        }
    }
}
