//! Keys while a conflict is being settled.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::clash::{Clash, Pick, Place};
use super::super::effect::{Effect, SaveAsk};
use super::super::form::{Form, Target};
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::view;
use super::form;
use crate::query::about;
use crate::strings::tui as say;

/// A key in the conflict.
pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Some(clash) = shown(model) else { return Vec::new() };
    match Key::of(event) {
        Some(Key::Char('1')) => pick(model, Pick::Theirs),
        Some(Key::Char('2')) => pick(model, Pick::Mine),
        Some(Key::Char('3')) => pick(model, Pick::Both),
        Some(Key::Code(KeyCode::Down | KeyCode::Tab | KeyCode::Right)) => go(model, true),
        Some(Key::Code(KeyCode::Up | KeyCode::BackTab | KeyCode::Left)) => go(model, false),
        Some(Key::Code(KeyCode::PageDown)) => turn(model, true),
        Some(Key::Code(KeyCode::PageUp)) => turn(model, false),
        Some(Key::Ctrl('s' | 'o')) => return save(model),
        Some(Key::Ctrl('g' | 'c') | Key::Code(KeyCode::Esc)) => return give_way(model),
        Some(Key::Code(KeyCode::Enter)) => match clash.at {
            Place::Field(_) => go(model, true),
            Place::Save => return save(model),
            Place::Back => return back(model),
            Place::Yield => return give_way(model),
        },
        _ => {}
    }
    Vec::new()
}

fn pick(model: &mut Model, pick: Pick) {
    if shown(model).is_some_and(|clash| !clash.pick(pick)) {
        model.say(say::CLASH_ONLY_TEXTS.say(model.lang).to_owned());
    }
}

/// To the next place, which comes into sight.
fn go(model: &mut Model, forward: bool) {
    let Some(clash) = shown(model) else { return };
    step(clash, forward);
    let Overlay::Clash(clash) = &model.overlay else { return };
    if let (Some(at), _) = view::clash_turned(model, clash)
        && let Some(clash) = shown(model)
    {
        clash.scroll = at;
    }
}

/// Turns the page but for one row that is seen twice, no further than there is text.
fn turn(model: &mut Model, down: bool) {
    let Overlay::Clash(clash) = &model.overlay else { return };
    let (_, last) = view::clash_turned(model, clash);
    let page = view::clash_page(model, clash).saturating_sub(1).max(1);
    if let Some(clash) = shown(model) {
        clash.scroll = if down { (clash.scroll + page).min(last) } else { clash.scroll.saturating_sub(page) };
    }
}

fn shown(model: &mut Model) -> Option<&mut Clash> {
    match &mut model.overlay {
        Overlay::Clash(clash) => Some(clash),
        _ => None,
    }
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
    let form = settled(*clash, model);
    let Target::Edit { id, base } = form.target else { return Vec::new() };
    form::send(model, SaveAsk::Edit { id, base, new }, Some(form))
}

/// Back into the form, with what was chosen in it, now on top of the other's version.
fn back(model: &mut Model) -> Vec<Effect> {
    let Some(clash) = taken(model) else { return Vec::new() };
    let form = settled(*clash, model);
    let keep = Effect::Keep(form.slot(model.plan()), Box::new(form.draft(model.plan())));
    model.overlay = Overlay::Form(form);
    vec![keep]
}

/// The form with what was chosen, on top of the other's version. Whatever happens next, nothing of either is lost.
fn settled(clash: Clash, model: &Model) -> Box<Form> {
    let new = clash.settled();
    let mut form = clash.form;
    form.fill(&new, model.plan());
    form.target = Target::Edit { id: clash.conflict.theirs.id, base: clash.conflict.theirs.revision };
    form.touched = true;
    form
}

/// The other's version stands; one's own stays as a draft.
fn give_way(model: &mut Model) -> Vec<Effect> {
    let Some(clash) = taken(model) else { return Vec::new() };
    let unit = model.plan().unit_name(clash.form.opened_for).to_owned();
    model.say(say::DRAFT_KEPT.with(model.lang, &[&about(clash.form.task, model.lang), &unit]));
    let (slot, body) = (clash.form.slot(model.plan()), Box::new(clash.form.draft(model.plan())));
    vec![Effect::Keep(slot.clone(), body), Effect::LeaveDraft(slot), Effect::Load(model.filter.unit)]
}
