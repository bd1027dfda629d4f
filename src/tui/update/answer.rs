//! What comes back from reader, writer and the keeper of drafts.

use super::super::effect::{Again, Effect, Event, Previewed};
use super::super::form::Target;
use super::super::model::{Confirm, Model, Overlay};
use super::super::way_back::way_back;
use super::{form, reading, saving};
use crate::draft::{Found, Slot};
use crate::error::Error;
use crate::ops::Since;
use crate::plan::{Plan, TaskNo};
use crate::query::{Filter, TextFilter};
use crate::strings::{tui as say, ui};

/// Takes an answer in.
pub(super) fn take(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Loaded(Ok(loaded)) if loaded.unit == model.filter.unit => {
            return reading::loaded(model, *loaded);
        }
        Event::Saved(id, result) => return saving::answered(model, id, result),
        Event::Waiting(id, who) => saving::waits(model, id, who),
        Event::More(Ok((task, unit, page))) if unit == model.filter.unit => {
            reading::more(model, task, page);
        }
        Event::Previous(pair, Ok(entry)) => form::previous(model, pair, entry),
        Event::History(task, unit, Ok((versions, acted))) if unit == model.filter.unit => {
            reading::history(model, task, versions, acted);
        }
        Event::Preview(which, Ok(found)) => return preview(model, which, found),
        Event::Queue(pile, Ok(entries)) => super::office::queued(model, pile, entries),
        Event::Glance(Ok(before)) => model.before = before.map(|b| std::sync::Arc::new(*b)),
        Event::Shown(ask, Ok(lines)) => super::export::shown(model, &ask, lines),
        Event::Exported(path, written) => super::export::done(model, path, written),
        Event::Since(slot, Ok(since)) => happened(model, &slot, &since),
        Event::Others(slot, others) => seen(model, &slot, others),
        Event::Found(words, Ok(in_entries)) => found(model, &words, &in_entries),
        Event::Draft(slot, draft, others) => return draft_found(model, &slot, draft, others),
        Event::Drafts(drafts) => at_start(model, drafts),
        Event::Kept(slot, others) => kept(model, &slot, others),
        Event::NotKept(fault) => {
            if let Overlay::Form(form) = &mut model.overlay {
                form.unkept = true;
            }
            model.warn(Error::Draft(fault).say(model.lang));
        }
        Event::Loaded(Err(e))
        | Event::More(Err(e))
        | Event::Previous(_, Err(e))
        | Event::History(_, _, Err(e))
        | Event::Preview(_, Err(e))
        | Event::Queue(_, Err(e))
        | Event::Glance(Err(e))
        | Event::Shown(_, Err(e))
        | Event::Since(_, Err(e))
        | Event::Found(_, Err(e)) => stale(model, &e),
        // An answer to a question that is no longer asked, and what is no answer.
        Event::Loaded(_)
        | Event::More(_)
        | Event::History(..)
        | Event::Barred(_)
        | Event::Input(_)
        | Event::Resize(..)
        | Event::LookAgain
        | Event::FormsMoved => {}
    }
    Vec::new()
}

fn stale(model: &mut Model, error: &Error) {
    model.awaiting = None;
    model.warn(say::STALE.with(model.lang, &[&error.say(model.lang)]));
}

/// What would be taken back is asked about. What was done for the office is not taken back by a key: it is said how.
fn preview(model: &mut Model, which: Again, found: Previewed) -> Vec<Effect> {
    let held = model.awaiting.take().unwrap_or_default();
    let note = found.act.map(|acted| way_back(model.plan(), &acted, model.lang));
    if found.changes.is_empty() {
        let text = if which == Again::Undo { say::NOTHING_TO_UNDO } else { say::NOTHING_TO_REDO };
        model.say(note.unwrap_or_else(|| text.say(model.lang).to_owned()));
        return Vec::new();
    }
    if matches!(model.overlay, Overlay::None) {
        model.overlay = Overlay::Confirm(Confirm::Again(which, found.changes, note));
    }
    super::input(model, &held)
}

fn found(model: &mut Model, words: &str, in_entries: &std::collections::BTreeSet<TaskNo>) {
    if model.filter.text.as_ref().is_some_and(|t| t.words == words) {
        let text = Some(TextFilter::new(model.plan(), &model.names(), words, in_entries));
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
    model.say(say::DRAFT_BACK.with(lang, &[&at]));
    let mut effects = vec![Effect::TakeDraft(slot.clone()), Effect::Keep(slot.clone(), body)];
    if seq > draft.body.ledger_seq {
        effects.push(Effect::Since(slot.clone(), Box::new(draft.body)));
    }
    effects
}

/// What happened since the draft was begun, behind what was said of it.
fn happened(model: &mut Model, slot: &Slot, since: &Since) {
    let shown = matches!(&model.overlay, Overlay::Form(form) if form.slot(model.plan()) == *slot);
    if shown {
        let before = model.notice.take().filter(|n| !n.alarm).map(|n| n.text).unwrap_or_default();
        model.say(format!("{before} {}", since.say(model.lang)).trim_start().to_owned());
    }
}

/// Who else has a form on the same open now.
fn seen(model: &mut Model, slot: &Slot, others: Vec<String>) {
    let plan = model.snapshot.plan.clone();
    if let Overlay::Form(form) = &mut model.overlay
        && form.slot(&plan) == *slot
    {
        form.others = others;
    }
}

/// What was left unfinished is offered before anything is pressed, and of the first that somebody else touched what was done.
fn at_start(model: &mut Model, drafts: Vec<(Found, Since)>) {
    let open: Vec<&(Found, Since)> = drafts.iter().filter(|(d, _)| !d.open_elsewhere && !d.damaged).collect();
    if let Some((first, _)) = open.first() {
        let names: Vec<String> = open.iter().take(3).map(|(d, _)| named(model.plan(), d)).collect();
        let names = names.join(ui::LIST_COMMA.say(model.lang));
        let mut said = say::DRAFTS.with(model.lang, &[&open.len().to_string(), &names]);
        if let Some((draft, since)) = open.iter().find(|(_, since)| *since != Since::Nothing) {
            let named = if open.len() > 1 { named(model.plan(), draft) + " " } else { String::new() };
            said = format!("{said} {named}{}", since.say(model.lang));
        }
        let task = TaskNo(first.body.task);
        model.say(said);
        if model.plan().task(task).is_some() {
            model.selected = task;
            model.show_selected();
        }
    }
    model.drafts = drafts.into_iter().map(|(draft, _)| draft).collect();
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
        form.unkept = false;
        form.kept = Some(now.local().strftime("%H:%M").to_string());
        form.others = others;
    }
}
