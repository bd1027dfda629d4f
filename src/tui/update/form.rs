//! 填报: the form, as one line over the main screen or on the whole screen.
//!
//! Every save goes the same few steps: the form is checked (`form::check`), put aside as `saving`, handed to the
//! writer as one effect, and the answer comes back as `Event::Saved`. Until that answer nothing is given up.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::effect::{Effect, SaveAsk, SaveId};
use super::super::form::{FieldId, Form, Rules, Target};
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::view;
use super::edit;
use crate::ledger::{Coded as _, Entry, Status, TEXT_CHARS};
use crate::ops::prefill;
use crate::query::about;
use crate::store::Pair;
use crate::strings::{saves, tui as say};
use crate::text::Edit;

/// How a form is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    /// One line over the main screen.
    Line,
    /// The whole screen.
    Whole,
}

/// Opens a form for a new report on the selected task: of the filter's unit, else of the one that leads.
pub(super) fn open(model: &mut Model, how: As, status: Option<Status>) -> Vec<Effect> {
    let Some(pair) = model.current().and_then(|r| Some((r.task.no, r.unit?))) else { return Vec::new() };
    open_for(model, pair, how, status)
}

/// Opens a form for a new report of a unit on a task, or in general.
pub(super) fn open_for(model: &mut Model, pair: Pair, how: As, status: Option<Status>) -> Vec<Effect> {
    let begin = prefill(&model.snapshot, pair.0, pair.1);
    let begin = (status.unwrap_or(begin.0), begin.1);
    let today = model.clock.today();
    let period = model.snapshot.office.period_for(today);
    let mut form = Form::new(model.plan(), pair, begin, (today, period), &model.actor);
    form.line = how == As::Line;
    form.chosen = status.is_some();
    start(model, form)
}

/// Opens the form on the newest entry shown, to write it anew.
pub(super) fn open_latest(model: &mut Model) -> Vec<Effect> {
    let entry = model.newest.get(&model.selected).and_then(|p| p.entries.first()).cloned();
    match entry {
        Some(entry) => open_entry(model, &entry),
        None => {
            model.say(say::NOTHING_TO_EDIT.say(model.lang).to_owned());
            Vec::new()
        }
    }
}

pub(super) fn open_entry(model: &mut Model, entry: &Entry) -> Vec<Effect> {
    let form = Form::edit(model.plan(), entry, &model.actor);
    start(model, form)
}

/// Shows a form and asks for what stands beside it: a draft of the same, the report before, who else has it open.
pub(super) fn start(model: &mut Model, mut form: Form) -> Vec<Effect> {
    form.id = model.count();
    form.began = model.snapshot.seq;
    let slot = form.slot(model.plan());
    let pair = (form.task, form.opened_for);
    model.overlay = Overlay::Form(Box::new(form));
    vec![Effect::OpenDraft(slot), Effect::Previous(pair)]
}

/// A key in the form; `following` keys came with it in the same read.
pub(super) fn key(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    let key = Key::of(event);
    match key {
        Some(Key::Ctrl('s' | 'o')) => return save(model),
        Some(Key::Ctrl('g' | 'c') | Key::Code(KeyCode::Esc)) => return leave(model),
        Some(Key::Ctrl('r')) => {
            if form.copy_previous() {
                return keep(model);
            }
            model.say(say::NOTHING_COPIED.say(model.lang).to_owned());
            return Vec::new();
        }
        Some(Key::Code(KeyCode::Tab)) if form.line => {
            form.line = false;
            return Vec::new();
        }
        Some(Key::Code(KeyCode::Tab | KeyCode::BackTab)) if !form.line => {
            form.step(key == Some(Key::Code(KeyCode::Tab)));
            return Vec::new();
        }
        Some(Key::Code(KeyCode::Enter)) => return enter(model, following),
        _ => {}
    }
    if form.focus == FieldId::Status {
        return status_key(model, event);
    }
    edit_key(model, event)
}

/// Enter saves a line, ends a line in a text, presses a button, and goes on from any other field. A terminal
/// without bracketed paste sends a pasted line end as Enter with the rest right behind it: that is text.
fn enter(model: &mut Model, following: usize) -> Vec<Effect> {
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    match form.focus {
        FieldId::Progress if form.line && following >= 2 => {
            form.line = false;
            let edited = form.progress.newline();
            edited_text(model, Some(edited))
        }
        FieldId::Progress if form.line => save(model),
        focus if focus.is_text() => {
            let edited = form.focused().map(crate::text::Editor::newline);
            edited_text(model, edited)
        }
        FieldId::Save => save(model),
        FieldId::Leave => leave(model),
        FieldId::Discard => discard(model),
        _ => {
            form.step(true);
            Vec::new()
        }
    }
}

fn status_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    let at = Status::ALL.iter().position(|s| *s == form.status).unwrap_or(0);
    match Key::of(event) {
        Some(Key::Char(c @ '1'..='6')) => {
            let place = c.to_digit(10).and_then(|d| usize::try_from(d).ok()).unwrap_or(1) - 1;
            form.set_status(place);
        }
        Some(Key::Code(KeyCode::Right) | Key::Char(' ')) => form.set_status((at + 1) % Status::ALL.len()),
        Some(Key::Code(KeyCode::Left)) => form.set_status((at + Status::ALL.len() - 1) % Status::ALL.len()),
        Some(Key::Code(KeyCode::Down)) => {
            form.step(true);
            return Vec::new();
        }
        Some(Key::Code(KeyCode::Up)) => {
            form.step(false);
            return Vec::new();
        }
        _ => return Vec::new(),
    }
    keep(model)
}

fn edit_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let width = view::form_width(model);
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    let vertical = match event.code {
        KeyCode::Up | KeyCode::Down if event.modifiers == KeyModifiers::NONE => {
            Some(event.code == KeyCode::Down)
        }
        _ => None,
    };
    let many = form.focus.is_text();
    let Some(editor) = form.focused() else {
        // On the buttons the arrows go round like Tab.
        match event.code {
            KeyCode::Left | KeyCode::Up => form.step(false),
            KeyCode::Right | KeyCode::Down => form.step(true),
            _ => {}
        }
        return Vec::new();
    };
    if let Some(down) = vertical {
        let moved = many && if down { editor.down(width) } else { editor.up(width) };
        if !moved && !form.line {
            form.step(down);
        }
        return Vec::new();
    }
    let edited = edit::apply(editor, event, if many { width } else { usize::MAX });
    edited_text(model, edited)
}

/// Text pasted into the field that has the keys, line ends kept where there can be any.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    if form.line && text.contains('\n') {
        form.line = false;
    }
    match form.focused().map(|editor| editor.paste(text)) {
        Some(Edit::Full { room }) => {
            model.warn(say::PASTE_TOO_LONG.with(model.lang, &[&room.to_string()]));
            Vec::new()
        }
        None => {
            model.warn(say::PASTE_NOWHERE.say(model.lang).to_owned());
            Vec::new()
        }
        edited => edited_text(model, edited),
    }
}

/// After a change the draft is due; a refusal is said.
fn edited_text(model: &mut Model, edited: Option<Edit>) -> Vec<Effect> {
    match edited {
        Some(Edit::Done) => return keep(model),
        Some(Edit::Full { .. }) => {
            let many = matches!(&model.overlay, Overlay::Form(form) if form.focus.is_text());
            let full = if many {
                say::FULL.with(model.lang, &[&TEXT_CHARS.to_string()])
            } else {
                say::FULL_FIELD.say(model.lang).to_owned()
            };
            model.warn(full);
        }
        Some(Edit::Refused(found)) => {
            let fault = crate::ledger::FieldFault::Unsafe(found);
            let error =
                crate::error::Error::Field(crate::ledger::Field::Progress, fault, model.clock.today());
            model.warn(error.say(model.lang));
        }
        Some(Edit::Nothing) | None => {}
    }
    Vec::new()
}

fn keep(model: &mut Model) -> Vec<Effect> {
    let plan = model.snapshot.plan.clone();
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    form.typed();
    vec![Effect::Keep(form.slot(&plan), Box::new(form.draft(&plan)))]
}

fn save(model: &mut Model) -> Vec<Effect> {
    let plan = model.snapshot.plan.clone();
    let rules = Rules { plan: &plan, lang: model.lang, today: model.clock.today() };
    let Overlay::Form(form) = &mut model.overlay else { return Vec::new() };
    let new = match form.build(rules) {
        Ok(new) => Box::new(new),
        Err((field, sentence)) => {
            // A field that the line does not show cannot be mended there.
            form.line &= field == FieldId::Progress;
            form.go_to(field);
            model.warn(sentence);
            return Vec::new();
        }
    };
    let Overlay::Form(form) = std::mem::replace(&mut model.overlay, Overlay::None) else { return Vec::new() };
    let ask = match form.target {
        Target::New => SaveAsk::Add(new),
        Target::Edit { id, base } => SaveAsk::Edit { id, base, new },
    };
    send(model, ask, Some(form))
}

/// Hands something to the writer. Every save of the screen goes through here; the form it came from is given up
/// only when the answer is good.
pub(super) fn send(model: &mut Model, ask: SaveAsk, form: Option<Box<Form>>) -> Vec<Effect> {
    let id = SaveId(model.count());
    model.saving.send(id, form);
    model.say(saves::SAVING.say(model.lang).to_owned());
    vec![Effect::Save(id, ask)]
}

/// Leaving never asks and never loses.
fn leave(model: &mut Model) -> Vec<Effect> {
    // There is no draft that would hold it.
    if matches!(&model.overlay, Overlay::Form(form) if form.unkept && form.touched && !form.is_blank()) {
        model.warn(say::NOT_LEFT.say(model.lang).to_owned());
        return Vec::new();
    }
    let Overlay::Form(form) = std::mem::replace(&mut model.overlay, Overlay::None) else { return Vec::new() };
    let slot = form.slot(model.plan());
    if !form.touched {
        return vec![Effect::LeaveDraft(slot)];
    }
    if form.target == Target::New && form.is_blank() {
        return vec![Effect::DropDraft(slot)];
    }
    let unit = model.plan().unit_name(form.opened_for).to_owned();
    model.say(say::DRAFT_KEPT.with(model.lang, &[&about(form.task, model.lang), &unit]));
    vec![Effect::LeaveDraft(slot)]
}

/// Throwing away is a button only.
fn discard(model: &mut Model) -> Vec<Effect> {
    let Overlay::Form(form) = std::mem::replace(&mut model.overlay, Overlay::None) else { return Vec::new() };
    model.say(say::DISCARDED.say(model.lang).to_owned());
    vec![Effect::DropDraft(form.slot(model.plan()))]
}

/// The report before, for the hints; only for the form that asked.
pub(super) fn previous(model: &mut Model, pair: crate::store::Pair, entry: Option<Entry>) {
    if let Overlay::Form(form) = &mut model.overlay
        && (form.task, form.opened_for) == pair
        && form.target == Target::New
    {
        form.set_previous(entry);
    }
}
