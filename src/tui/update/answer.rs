//! What comes back from reader, writer and the keeper of drafts.

use super::super::clash::Clash;
use super::super::effect::{Again, Effect, Event, Loaded, Written};
use super::super::form::Target;
use super::super::model::{Confirm, Model, Overlay, Tab};
use super::form;
use crate::draft::{Found, Key};
use crate::error::Error;
use crate::ledger::{Coded, Entry, Field};
use crate::plan::{Plan, TaskNo};
use crate::query::{Filter, TextFilter};
use crate::strings::{tui as say, ui};

/// Takes an answer in.
pub(super) fn take(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Loaded(result) => return loaded(model, result),
        Event::Saved(result) => return saved(model, result),
        Event::More(Ok((task, unit, page))) if unit == model.filter.unit => {
            model.newest.insert(task, page);
        }
        Event::Previous(pair, Ok(entry)) => form::previous(model, pair, entry),
        Event::History(task, unit, Ok(versions)) if unit == model.filter.unit => {
            model.history = Some((task, versions));
        }
        Event::Preview(which, Ok(change)) => preview(model, which, change),
        Event::Found(words, Ok(in_entries)) => found(model, &words, &in_entries),
        Event::Draft(key, draft, others) => return draft_found(model, &key, draft, others),
        Event::Drafts(drafts) => at_start(model, drafts),
        Event::Kept(key) => kept(model, &key),
        Event::NotKept(sentence) => model.warn(sentence),
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
    model.warn(say::STALE.with(model.lang, &[&error.say(model.lang)]));
}

fn loaded(model: &mut Model, result: Result<Box<Loaded>, Error>) -> Vec<Effect> {
    match result {
        Ok(loaded) if loaded.unit == model.filter.unit => {
            let changed = loaded.snapshot.seq != model.snapshot.seq;
            model.snapshot = std::sync::Arc::new(loaded.snapshot);
            model.newest = loaded.newest.into_iter().collect();
            model.newest_of = loaded.unit;
            model.recount();
            // The history on screen is of the ledger as it was.
            if changed && model.tab == Tab::History {
                return vec![Effect::History(model.selected, model.filter.unit)];
            }
        }
        Ok(_) => {}
        Err(e) => stale(model, &e),
    }
    Vec::new()
}

fn saved(model: &mut Model, result: Result<Written, Error>) -> Vec<Effect> {
    let lang = model.lang;
    let mut effects = vec![Effect::Load(model.filter.unit)];
    match result {
        Ok(Written::Entry(entry, merged)) => {
            if let Some(form) = model.saving.take().filter(|f| f.answered) {
                effects.push(Effect::DropDraft(form.draft_key(model.plan())));
            }
            let sentence = saved_sentence(model, &entry, &merged);
            model.say(sentence);
            model.tab = Tab::Entries;
            model.scroll = 0;
        }
        Ok(Written::Deleted(entry)) => model.say(say::DELETED.with(lang, &[&entry.id.0.to_string()])),
        Ok(Written::Again(which, change)) => {
            let text = if which == Again::Undo { say::UNDONE } else { say::REDONE };
            let parts = [change.id.0.to_string(), change.action.word().say(lang).to_owned()];
            model.say(text.with(lang, &[&parts[0], &parts[1]]));
        }
        Err(Error::Conflict(conflict)) if model.saving.is_some() => {
            let form = model.saving.take();
            // Where the operator is at something else, the form stays as a draft and is settled later.
            match (form, matches!(model.overlay, Overlay::None)) {
                (Some(form), true) => model.overlay = Overlay::Clash(Box::new(Clash::new(conflict, form))),
                (Some(form), false) => {
                    effects.push(Effect::LeaveDraft(form.draft_key(model.plan())));
                    model.warn(Error::Conflict(conflict).say(lang));
                }
                (None, _) => {}
            }
        }
        Err(e) => {
            let gone = if let Error::Gone { by, .. } = &e { Some(by.clone()) } else { None };
            effects.extend(form::give_back(model));
            model.warn(e.say(lang));
            if let (Some(by), Overlay::Form(form)) = (gone, &mut model.overlay) {
                let old = form.draft_key(&model.snapshot.plan);
                form.target = Target::New;
                let key = form.draft_key(&model.snapshot.plan);
                let body = form.draft(&model.snapshot.plan, model.snapshot.seq);
                effects.extend([Effect::Keep(key, Box::new(body)), Effect::DropDraft(old)]);
                model.warn(say::GONE_KEPT.with(lang, &[&by]));
            }
        }
    }
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

fn preview(model: &mut Model, which: Again, change: Option<Box<crate::ledger::Change>>) {
    match change {
        Some(change) if matches!(model.overlay, Overlay::None) => {
            model.overlay = Overlay::Confirm(Confirm::Again(which, change));
        }
        Some(_) => {}
        None => {
            let text = if which == Again::Undo { say::NOTHING_TO_UNDO } else { say::NOTHING_TO_REDO };
            model.say(text.say(model.lang).to_owned());
        }
    }
}

fn found(model: &mut Model, words: &str, in_entries: &std::collections::BTreeSet<TaskNo>) {
    if model.filter.text.as_ref().is_some_and(|t| t.words == words) {
        let text = Some(TextFilter::new(model.plan(), &model.names, words, in_entries));
        model.set_filter(Filter { text, ..model.filter.clone() });
    }
}

/// A draft of the form that was just opened: taken up again, with what was typed meanwhile behind it. From now on
/// what is typed is kept.
fn draft_found(model: &mut Model, key: &Key, draft: Option<Box<Found>>, others: Vec<String>) -> Vec<Effect> {
    let (plan, seq, lang) = (model.snapshot.plan.clone(), model.snapshot.seq, model.lang);
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    if form.draft_key(&plan) != *key || form.answered {
        return Vec::new();
    }
    form.others = others;
    form.answered = true;
    let mut effects = vec![Effect::HoldDraft(key.clone())];
    if let Some(draft) = draft.filter(|d| !d.damaged && !d.open_elsewhere) {
        let meanwhile = form.progress.text().trim().to_owned();
        form.take_up(&draft.body);
        if form.touched && form.target == Target::New && !meanwhile.is_empty() {
            let _ = form.progress.insert(&format!("\n{meanwhile}"));
        }
        let at = draft.saved_at.local().strftime("%m-%d %H:%M").to_string();
        let since = seq - draft.body.ledger_seq;
        let sentence = if since > 0 {
            say::DRAFT_OLD.with(lang, &[&at, &since.to_string()])
        } else {
            say::DRAFT_BACK.with(lang, &[&at])
        };
        model.say(sentence);
    }
    if let Overlay::Form(form) = &model.overlay
        && form.touched
    {
        effects.push(Effect::Keep(key.clone(), Box::new(form.draft(&plan, seq))));
    }
    effects
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

fn kept(model: &mut Model, key: &Key) {
    let (plan, now) = (model.snapshot.plan.clone(), model.clock.now());
    if let Overlay::Form(form) = &mut model.overlay
        && form.draft_key(&plan) == *key
    {
        form.kept = Some(now.local().strftime("%H:%M").to_string());
    }
}
