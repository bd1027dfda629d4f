//! What comes back from reader, writer and the keeper of drafts.

use super::super::clash::Clash;
use super::super::effect::{Again, Effect, Event, Loaded, SaveId, Written};
use super::super::form::{Form, Target};
use super::super::model::{Confirm, Model, Overlay, Tab};
use super::form;
use crate::draft::{Found, Slot};
use crate::error::Error;
use crate::ledger::{Coded, Entry, Field};
use crate::plan::{Plan, TaskNo};
use crate::query::{Filter, TextFilter};
use crate::strings::{tui as say, ui};

/// Takes an answer in.
pub(super) fn take(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Loaded(result) => return loaded(model, result),
        Event::Saved(id, result) => return saved(model, id, result),
        Event::More(Ok((task, unit, page))) if unit == model.filter.unit => {
            model.newest.insert(task, page);
        }
        Event::Previous(pair, Ok(entry)) => form::previous(model, pair, entry),
        Event::History(task, unit, Ok(versions)) if unit == model.filter.unit => {
            model.history = Some((task, versions));
        }
        Event::Preview(which, Ok(change)) => return preview(model, which, change),
        Event::Found(words, Ok(in_entries)) => found(model, &words, &in_entries),
        Event::Draft(slot, draft, others) => return draft_found(model, &slot, draft, others),
        Event::Drafts(drafts) => at_start(model, drafts),
        Event::Kept(slot, others) => kept(model, &slot, others),
        Event::NotKept(fault) => model.warn(Error::Draft(fault).say(model.lang)),
        Event::More(Err(e))
        | Event::Previous(_, Err(e))
        | Event::History(_, _, Err(e))
        | Event::Preview(_, Err(e))
        | Event::Found(_, Err(e)) => stale(model, &e),
        // An answer to a question that is no longer asked, and what is no answer.
        Event::More(_) | Event::History(..) | Event::Input(_) | Event::Resize(..) | Event::LookAgain => {}
    }
    Vec::new()
}

fn stale(model: &mut Model, error: &Error) {
    model.awaiting = None;
    model.warn(say::STALE.with(model.lang, &[&error.say(model.lang)]));
}

fn loaded(model: &mut Model, result: Result<Box<Loaded>, Error>) -> Vec<Effect> {
    let mut effects = Vec::new();
    match result {
        Ok(loaded) if loaded.unit == model.filter.unit => {
            let changed = loaded.snapshot.seq != model.snapshot.seq;
            let read = model.newest.get(&model.selected).map_or(0, |page| page.entries.len());
            let same = model.newest_of == loaded.unit;
            model.snapshot = std::sync::Arc::new(loaded.snapshot);
            model.newest = loaded.newest.into_iter().collect();
            model.newest_of = loaded.unit;
            model.recount();
            // Whoever was reading further down goes on reading there.
            let now = model.newest.get(&model.selected).map_or(0, |page| page.entries.len());
            if same && read > now {
                effects.push(Effect::LoadMore(model.selected, model.filter.unit, read));
            }
            // The history on screen is of the ledger as it was.
            if changed && model.tab == Tab::History {
                effects.push(Effect::History(model.selected, model.filter.unit));
            }
        }
        Ok(_) => {}
        Err(e) => stale(model, &e),
    }
    effects
}

fn saved(model: &mut Model, id: SaveId, result: Result<Written, Error>) -> Vec<Effect> {
    let place = model.saving.iter().position(|(waiting, _)| *waiting == id);
    let form = place.map(|at| model.saving.remove(at)).and_then(|(_, form)| form);
    let mut effects = vec![Effect::Load(model.filter.unit)];
    match result {
        Ok(written) => {
            effects.extend(form.map(|f| Effect::DropDraft(f.slot(model.plan()))));
            well(model, &written);
        }
        Err(e) => {
            // Whoever was about to leave wants to see this first.
            model.leaving = false;
            effects.extend(ill(model, e, form));
        }
    }
    if model.leaving && model.saving.is_empty() {
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
        Written::Deleted(entry) => say::DELETED.with(lang, &[&entry.id.0.to_string()]),
        Written::Again(which, change) => {
            let text = if *which == Again::Undo { say::UNDONE } else { say::REDONE };
            text.with(lang, &[&change.id.0.to_string(), change.action.word().say(lang)])
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
            model.overlay = Overlay::Clash(Box::new(Clash::new(conflict, form)));
            return effects;
        }
        Error::Gone { by, .. } => {
            // What was to change an entry that is gone becomes a new one, with a draft of its own.
            effects.push(Effect::LeaveDraft(form.slot(model.plan())));
            let old = form.slot(model.plan());
            form.target = Target::New;
            form.id = model.count();
            let body = Box::new(form.draft(model.plan()));
            effects.extend([Effect::Keep(form.slot(model.plan()), body), Effect::DropDraft(old)]);
            sentence = say::GONE_KEPT.with(model.lang, &[&by]);
        }
        _ => {}
    }
    effects.extend(form::give_back(model, form));
    model.warn(sentence);
    effects
}

fn saved_sentence(model: &Model, entry: &Entry, merged: &[Field]) -> String {
    let lang = model.lang;
    let parts =
        [entry.task.0.to_string(), model.plan().unit_name(entry.unit).to_owned(), entry.id.0.to_string()];
    let [task, unit, id] = &parts;
    if !merged.is_empty() {
        let fields: Vec<&str> = merged.iter().map(|f| f.word().say(lang)).collect();
        return say::SAVED_MERGED.with(lang, &[task, unit, &fields.join(ui::LIST_COMMA.say(lang))]);
    }
    if !entry.is_report() {
        return say::STATUS_ONLY.with(lang, &[task, unit]);
    }
    let text = if entry.day > model.snapshot.as_of { say::SAVED_LATER } else { say::SAVED };
    text.with(lang, &[task, unit, id])
}

fn preview(model: &mut Model, which: Again, change: Option<Box<crate::ledger::Change>>) -> Vec<Effect> {
    let held = model.awaiting.take().unwrap_or_default();
    match change {
        Some(change) if matches!(model.overlay, Overlay::None) => {
            model.overlay = Overlay::Confirm(Confirm::Again(which, change));
        }
        Some(_) => {}
        None => {
            let text = if which == Again::Undo { say::NOTHING_TO_UNDO } else { say::NOTHING_TO_REDO };
            model.say(text.say(model.lang).to_owned());
            return Vec::new();
        }
    }
    super::input(model, &held)
}

fn found(model: &mut Model, words: &str, in_entries: &std::collections::BTreeSet<TaskNo>) {
    if model.filter.text.as_ref().is_some_and(|t| t.words == words) {
        let text = Some(TextFilter::new(model.plan(), &model.names, words, in_entries));
        model.set_filter(Filter { text, ..model.filter.clone() });
    }
}

/// What an earlier form of the same left: taken up again, with what was typed meanwhile behind it. Where the form
/// was filled with something else, both stay.
fn draft_found(
    model: &mut Model,
    slot: &Slot,
    draft: Option<Box<Found>>,
    others: Vec<String>,
) -> Vec<Effect> {
    let (plan, seq, lang) = (model.snapshot.plan.clone(), model.snapshot.seq, model.lang);
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    if form.slot(&plan) != *slot {
        return Vec::new();
    }
    form.others = others;
    let Some(draft) = draft else { return Vec::new() };
    let typed = form.progress.text().trim().to_owned();
    let mixes = form.target == Target::New && !typed.is_empty();
    if form.given || form.touched && !mixes {
        return Vec::new();
    }
    let ahead = form.touched;
    form.take_up(&draft.body, &plan);
    if ahead {
        let _ = form.progress.insert(&format!("\n{typed}"));
    }
    let body = Box::new(form.draft(&plan));
    let at = draft.saved_at.local().strftime("%m-%d %H:%M").to_string();
    let since = seq - draft.body.ledger_seq;
    let sentence = if since > 0 {
        say::DRAFT_OLD.with(lang, &[&at, &since.to_string()])
    } else {
        say::DRAFT_BACK.with(lang, &[&at])
    };
    model.say(sentence);
    vec![Effect::TakeDraft(slot.clone()), Effect::Keep(slot.clone(), body)]
}

/// What was left unfinished is offered before anything is pressed.
fn at_start(model: &mut Model, drafts: Vec<Found>) {
    let open: Vec<&Found> = drafts.iter().filter(|d| !d.open_elsewhere && !d.damaged).collect();
    if let Some(first) = open.first() {
        let named: Vec<String> = open.iter().take(3).map(|d| named(model.plan(), d)).collect();
        let named = named.join(ui::LIST_COMMA.say(model.lang));
        model.say(say::DRAFTS.with(model.lang, &[&open.len().to_string(), &named]));
        let task = TaskNo(first.body.task);
        if model.plan().task(task).is_some() {
            model.selected = task;
            model.show_selected();
        }
    }
    model.drafts = drafts;
}

fn named(plan: &Plan, draft: &Found) -> String {
    let unit = plan.unit_by_code(&draft.body.unit).map_or(draft.body.unit.as_str(), |u| plan.unit_name(u));
    format!("{} {unit}", draft.body.task)
}

fn kept(model: &mut Model, slot: &Slot, others: Vec<String>) {
    let (plan, now) = (model.snapshot.plan.clone(), model.clock.now());
    if let Overlay::Form(form) = &mut model.overlay
        && form.slot(&plan) == *slot
    {
        form.kept = Some(now.local().strftime("%H:%M").to_string());
        form.others = others;
    }
}
