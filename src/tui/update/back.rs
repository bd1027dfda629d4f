//! 退格: back to the filter, the screen and the task that one came from.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::Effect;
use super::super::key::Key;
use super::super::model::{Model, Overlay, Tab};
use super::super::trail::{Place, Screen};
use super::{list, look};
use crate::strings::tui as say;

/// Whether a key asks for the way back on a whole screen that is not the list, where a command does.
pub(super) fn is_asked(model: &Model, event: KeyEvent) -> bool {
    let whole = matches!(
        model.overlay,
        Overlay::Overview(_) | Overlay::Behind(_) | Overlay::Reports(_) | Overlay::Queue(_)
    );
    whole && matches!(Key::of(event), Some(Key::Code(KeyCode::Backspace) | Key::Ctrl('h')))
}

/// Goes back. A filter that was left for a moment comes first.
pub(super) fn go(model: &mut Model) -> Vec<Effect> {
    let Some(here) = Place::of(model) else { return Vec::new() };
    let place = model.trail.back(&here);
    model.trail.forget();
    if let Some(paused) = model.paused.take() {
        model.say(say::RESTORED.say(model.lang).to_owned());
        let effects = list::set_filter(model, paused.filter);
        model.selected = paused.task;
        model.show_selected();
        return effects;
    }
    let Some(place) = place else {
        if here.screen == Screen::List {
            model.say(say::NO_WAY_BACK.say(model.lang).to_owned());
        }
        model.overlay = Overlay::None;
        return Vec::new();
    };
    let mut effects = list::set_filter(model, place.filter.clone());
    effects.extend(look::at(model, place.day));
    model.stand(&place);
    match place.screen {
        Screen::Overview(_) | Screen::Behind(_) => effects.push(Effect::Glance),
        Screen::Queue(pile) => effects.push(Effect::Queue(pile)),
        Screen::List | Screen::Reports(..) => {}
    }
    if model.tab == Tab::History {
        effects.push(Effect::History(model.selected, model.filter.unit));
    }
    effects
}
