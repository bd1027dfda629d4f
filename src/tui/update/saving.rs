//! What becomes of a save: sent, kept waiting, given up, answered; and a ledger that is another one now.

use super::super::clash::Clash;
use super::super::effect::{Again, Effect, SaveId, Written};
use super::super::form::{Form, Target};
use super::super::model::{Model, Overlay, Tab};
use super::super::saving::Leaving;
use super::prompt;
use crate::error::Error;
use crate::ledger::{Coded, Entry, Field};
use crate::query::about;
use crate::store::Obstacle;
use crate::strings::{saves, ui};

/// What is being saved is awaited. Asked for once more, what still waits is given up; only then it is clear what was
/// saved. Whoever asks a third time does not want to know.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    if model.saving.is_empty() {
        return vec![Effect::Quit];
    }
    match model.saving.leaving {
        Leaving::No => {
            model.saving.leaving = Leaving::WhenSaved;
            model.say(saves::LEAVING.say(model.lang).to_owned());
            Vec::new()
        }
        Leaving::WhenSaved => {
            model.saving.leaving = Leaving::GivingUp;
            give_up(model)
        }
        Leaving::GivingUp => vec![Effect::Quit],
    }
}

/// Nobody wants to wait for the saves any longer. The answers say which had begun.
pub(super) fn give_up(model: &Model) -> Vec<Effect> {
    model.saving.ids().into_iter().map(Effect::GiveUp).collect()
}

/// A save has to wait. Where it was said that it is saved, it is now said for whom it waits.
pub(super) fn waits(model: &mut Model, id: SaveId, for_whom: Obstacle) {
    model.saving.waits(id, for_whom);
    if model.notice.as_ref().is_some_and(|n| n.text == saves::SAVING.say(model.lang)) {
        model.notice = None;
    }
}

/// A save is answered.
pub(super) fn answered(model: &mut Model, id: SaveId, result: Result<Written, Error>) -> Vec<Effect> {
    let form = model.saving.answered(id);
    let mut effects = vec![Effect::Load(model.filter.unit)];
    match result {
        Ok(written) => {
            effects.extend(form.map(|f| Effect::DropDraft(f.slot(model.plan()))));
            match &written {
                Written::Act(act, ids) => {
                    if !ids.is_empty() {
                        model.together.clone_from(ids);
                    }
                    effects.extend(prompt::done(model, id, act));
                }
                written => well(model, written),
            }
        }
        Err(e) => {
            // Whoever was about to leave wants to see this first, but for those who no longer want to wait.
            if model.saving.leaving == Leaving::WhenSaved {
                model.saving.leaving = Leaving::No;
            }
            effects.extend(ill(model, e, form));
            effects.extend(prompt::failed(model, id));
        }
    }
    if model.saving.leaving != Leaving::No && model.saving.is_empty() {
        effects.push(Effect::Quit);
    }
    effects
}

/// Something was written.
fn well(model: &mut Model, written: &Written) {
    let lang = model.lang;
    let sentence = match written {
        Written::Entry(entry, merged) => {
            model.tab = Tab::Entries;
            model.scroll = 0;
            saved_sentence(model, entry, merged)
        }
        Written::Act(..) => return,
        Written::Deleted(entry) => saves::DELETED.with(lang, &[&entry.id.0.to_string()]),
        Written::Again(which, changes) => {
            let undone = *which == Again::Undo;
            match changes.as_slice() {
                [change] => {
                    let text = if undone { saves::UNDONE } else { saves::REDONE };
                    text.with(lang, &[&change.id.0.to_string(), change.action.word().say(lang)])
                }
                all => {
                    let text = if undone { saves::UNDONE_ALL } else { saves::REDONE_ALL };
                    text.with(lang, &[&all.len().to_string()])
                }
            }
        }
    };
    model.say(sentence);
}

/// Nothing was written: what was typed goes back to the operator.
fn ill(model: &mut Model, error: Error, form: Option<Box<Form>>) -> Vec<Effect> {
    let Some(mut form) = form else {
        model.warn(error.say(model.lang));
        return Vec::new();
    };
    let free = matches!(model.overlay, Overlay::None);
    let mut sentence = error.say(model.lang);
    let mut effects = Vec::new();
    match error {
        Error::Conflict(conflict) if free => {
            // That it is being saved is no longer so.
            model.notice = None;
            model.overlay = Overlay::Clash(Box::new(Clash::new(conflict, form)));
            return effects;
        }
        Error::Gone { by, .. } => {
            effects.extend(make_new(model, &mut form));
            sentence = saves::GONE_KEPT.with(model.lang, &[&by]);
        }
        _ => {}
    }
    effects.extend(give_back(model, form));
    model.warn(sentence);
    effects
}

/// A form that could not be saved: back under the operator's hands, or kept as a draft where those are busy.
fn give_back(model: &mut Model, form: Box<Form>) -> Vec<Effect> {
    if matches!(model.overlay, Overlay::None) {
        model.overlay = Overlay::Form(form);
        return Vec::new();
    }
    let (slot, body) = (form.slot(model.plan()), Box::new(form.draft(model.plan())));
    vec![Effect::Keep(slot.clone(), body), Effect::LeaveDraft(slot)]
}

fn saved_sentence(model: &Model, entry: &Entry, merged: &[Field]) -> String {
    let lang = model.lang;
    let parts =
        [about(entry.task, lang), model.plan().unit_name(entry.unit).to_owned(), entry.id.0.to_string()];
    let [task, unit, id] = &parts;
    if !merged.is_empty() {
        let fields: Vec<&str> = merged.iter().map(|f| f.word().say(lang)).collect();
        return saves::SAVED_MERGED.with(lang, &[task, unit, &fields.join(ui::LIST_COMMA.say(lang))]);
    }
    if !entry.is_report() {
        return ui::STATUS_ONLY.with(lang, &[task, unit]);
    }
    let text = if entry.day > model.snapshot.as_of { saves::SAVED_LATER } else { saves::SAVED };
    text.with(lang, &[task, unit, id])
}

/// What was to change an entry that is gone becomes a new one, with a draft of its own.
fn make_new(model: &mut Model, form: &mut Form) -> Vec<Effect> {
    let old = form.slot(model.plan());
    form.target = Target::New;
    form.id = model.count();
    let (slot, body) = (form.slot(model.plan()), Box::new(form.draft(model.plan())));
    vec![Effect::LeaveDraft(old.clone()), Effect::Keep(slot, body), Effect::DropDraft(old)]
}

/// Another file has come in the place of the ledger, such as a backup. Its entries may have the numbers and revisions
/// of others: what changes or asks about one of them is not gone on with.
pub(super) fn read_anew(model: &mut Model) -> Vec<Effect> {
    model.awaiting = None;
    let form = match std::mem::replace(&mut model.overlay, Overlay::None) {
        Overlay::Form(form) if form.target != Target::New => Some(form),
        Overlay::Clash(clash) => Some(clash.form),
        Overlay::Confirm(_) | Overlay::Versions(_) => None,
        other => {
            model.overlay = other;
            None
        }
    };
    let Some(mut form) = form else {
        model.warn(saves::READ_ANEW.say(model.lang).to_owned());
        return Vec::new();
    };
    let effects = make_new(model, &mut form);
    model.overlay = Overlay::Form(form);
    model.warn(saves::READ_ANEW_FORM.say(model.lang).to_owned());
    effects
}
