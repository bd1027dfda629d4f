//! Keys while a conflict is being settled.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::clash::{Clash, Pick, Place};
use super::super::effect::{Effect, SaveAsk};
use super::super::form::{Form, Target};
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::view;
use crate::strings::tui as say;

/// A key in the conflict.
pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let page = view::clash_page(model);
    let Overlay::Clash(clash) = &mut model.overlay else { return Vec::new() };
    match Key::of(event) {
        Some(Key::Char('1')) => clash.pick(Pick::Theirs),
        Some(Key::Char('2')) => clash.pick(Pick::Mine),
        Some(Key::Char('3')) => clash.pick(Pick::Both),
        Some(Key::Code(KeyCode::Down | KeyCode::Tab | KeyCode::Right)) => step(clash, true),
        Some(Key::Code(KeyCode::Up | KeyCode::BackTab | KeyCode::Left)) => step(clash, false),
        Some(Key::Code(KeyCode::PageDown)) => clash.scroll = clash.scroll.saturating_add(page),
        Some(Key::Code(KeyCode::PageUp)) => clash.scroll = clash.scroll.saturating_sub(page),
        Some(Key::Ctrl('s' | 'o')) => return save(model),
        Some(Key::Ctrl('g' | 'c') | Key::Code(KeyCode::Esc)) => return give_way(model),
        Some(Key::Code(KeyCode::Enter)) => match clash.at {
            Place::Field(_) => step(clash, true),
            Place::Save => return save(model),
            Place::Back => back(model),
            Place::Yield => return give_way(model),
        },
        _ => {}
    }
    Vec::new()
}

fn step(clash: &mut Clash, forward: bool) {
    let order = clash.order();
    let at = order.iter().position(|p| *p == clash.at).unwrap_or(0);
    let by = if forward { 1 } else { order.len() - 1 };
    if let Some(place) = order.get((at + by) % order.len()) {
        clash.at = *place;
    }
}

fn taken(model: &mut Model) -> Option<Box<Clash>> {
    match std::mem::replace(&mut model.overlay, Overlay::None) {
        Overlay::Clash(clash) => Some(clash),
        other => {
            model.overlay = other;
            None
        }
    }
}

/// Saves what was chosen on top of the other's version.
fn save(model: &mut Model) -> Vec<Effect> {
    let Some(clash) = taken(model) else { return Vec::new() };
    let new = Box::new(clash.settled());
    let (id, base) = (clash.conflict.theirs.id, clash.conflict.theirs.revision);
    let mut form = clash.form;
    form.target = Target::Edit { id, base };
    model.saving = Some(form);
    model.say(say::SAVING.say(model.lang).to_owned());
    vec![Effect::Save(SaveAsk::Edit { id, base, new })]
}

/// Back into the form, with what was chosen in it, now on top of the other's version.
fn back(model: &mut Model) {
    let Some(clash) = taken(model) else { return };
    let base = Target::Edit { id: clash.conflict.theirs.id, base: clash.conflict.theirs.revision };
    let mut form = Form::edit(model.plan(), &clash.conflict.theirs, &model.actor);
    form.fill(&clash.settled(), model.plan());
    form.target = base;
    form.touched = true;
    model.overlay = Overlay::Form(Box::new(form));
}

/// The other's version stands; one's own stays as a draft.
fn give_way(model: &mut Model) -> Vec<Effect> {
    let Some(clash) = taken(model) else { return Vec::new() };
    let unit = model.plan().unit_name(clash.form.opened_for).to_owned();
    model.say(say::DRAFT_KEPT.with(model.lang, &[&clash.form.task.0.to_string(), &unit]));
    vec![Effect::LeaveDraft(clash.form.draft_key(model.plan())), Effect::Load(model.filter.unit)]
}
