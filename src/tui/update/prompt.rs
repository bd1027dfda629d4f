//! The lines asked for before the office does something: their keys, and what becomes of them.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::{Effect, SaveAsk, SaveId};
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::office::{ActAsk, Asked, Pile, Prompt};
use super::{edit, form, office, several};
use crate::error::Error;
use crate::ledger::{Notice, NoticeKind, Setting, parse_day};
use crate::plan::{TaskNo, UnitIx};
use crate::query::{find_tasks, find_units};
use crate::strings::{office as say, ui};

/// Asks for the lines of a notice, to some units about some tasks to begin with.
pub(super) fn open_notice(model: &mut Model, kind: NoticeKind, units: Vec<UnitIx>, tasks: Vec<TaskNo>) {
    let names: Vec<&str> = units.iter().map(|u| model.plan().unit_name(*u)).collect();
    let numbers: Vec<String> = tasks.iter().map(|t| t.0.to_string()).collect();
    let lines = [names.join(ui::LIST_COMMA.say(model.lang).trim()), numbers.join(",")];
    let prompt = Prompt::filled(Asked::Send(kind, units, tasks), &lines);
    model.overlay = Overlay::Prompt(Box::new(prompt));
}

/// Asks for lines that begin empty.
pub(super) fn ask(model: &mut Model, what: Asked) {
    model.overlay = Overlay::Prompt(Box::new(Prompt::new(what)));
}

/// A key in the lines that are asked for: Enter goes to the next and saves behind the last.
pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Prompt(prompt) = &mut model.overlay else { return Vec::new() };
    let last = prompt.lines.len().saturating_sub(1);
    match (Key::of(event), event.code) {
        (Some(Key::Ctrl('g' | 'c')), _) | (_, KeyCode::Esc) => model.overlay = Overlay::None,
        (_, KeyCode::Tab | KeyCode::Down) => prompt.at = (prompt.at + 1).min(last),
        (_, KeyCode::BackTab | KeyCode::Up) => prompt.at = prompt.at.saturating_sub(1),
        (_, KeyCode::Enter) if prompt.at < last => prompt.at += 1,
        (Some(Key::Code(KeyCode::Enter) | Key::Ctrl('s' | 'o')), _) => return send(model),
        _ => {
            if let Some((_, editor)) = prompt.lines.get_mut(prompt.at) {
                let _ = edit::one_line(editor, event);
            }
        }
    }
    Vec::new()
}

/// Text pasted into the line with the caret.
pub(super) fn paste(model: &mut Model, text: &str) {
    if let Overlay::Prompt(prompt) = &mut model.overlay
        && let Some((_, editor)) = prompt.lines.get_mut(prompt.at)
    {
        let _ = editor.paste(text);
    }
}

/// Sends what was asked for. What was typed stays until it is stored.
fn send(model: &mut Model) -> Vec<Effect> {
    let Overlay::Prompt(prompt) = &model.overlay else { return Vec::new() };
    if matches!(prompt.what, Asked::Several(..)) {
        return several::confirm(model);
    }
    let act = match asked_for(model, prompt) {
        Ok(act) => act,
        Err(e) => {
            model.warn(e.say(model.lang));
            return Vec::new();
        }
    };
    let Overlay::Prompt(prompt) = std::mem::replace(&mut model.overlay, Overlay::None) else {
        return Vec::new();
    };
    let effects = form::send(model, SaveAsk::Act(Box::new(act)), None);
    let id = effects.iter().find_map(|e| if let Effect::Save(id, _) = e { Some(*id) } else { None });
    model.prompted = id.map(|id| (id, prompt));
    effects
}

/// What the lines say. Names are read here, where the language is known.
fn asked_for(model: &Model, prompt: &Prompt) -> Result<ActAsk, Error> {
    let (plan, lang, on) = (model.plan(), model.lang, model.snapshot.as_of);
    match &prompt.what {
        Asked::Send(kind, ..) => {
            let due = Some(prompt.typed(3)).filter(|typed| !typed.is_empty());
            Ok(ActAsk::Send(Box::new(Notice {
                kind: *kind,
                units: find_units(plan, prompt.typed(0), lang)?,
                tasks: find_tasks(plan, prompt.typed(1))?,
                on,
                due: due.map(parse_day).transpose().map_err(Error::Day)?,
                text: prompt.typed(2).to_owned(),
                answers: Vec::new(),
                ended: None,
            })))
        }
        Asked::Set(Setting::General | Setting::Office) => {
            let units = find_units(plan, prompt.typed(0), lang)?;
            let codes: Vec<&str> =
                units.iter().filter_map(|u| plan.unit(*u)).map(|u| u.code.as_str()).collect();
            Ok(ActAsk::Lines(prompt.what.clone(), on, vec![codes.join(",")]))
        }
        what => {
            let lines = prompt.lines.iter().map(|(_, editor)| editor.text().trim().to_owned()).collect();
            Ok(ActAsk::Lines(what.clone(), on, lines))
        }
    }
}

/// The act was stored; the review queue comes back where it was left for a reason.
pub(super) fn done(model: &mut Model, id: SaveId, act: &ActAsk) -> Vec<Effect> {
    let was = asked_by(model, id);
    model.say(say::DONE.say(model.lang).to_owned());
    match was.map(|p| p.what) {
        Some(Asked::Return(..)) => return office::open_pile(model, Pile::Waiting),
        Some(Asked::Set(_)) => model.overlay = Overlay::Settings(0),
        Some(Asked::Answer(..)) => super::desk::open(model),
        _ => {}
    }
    several::done(model, act);
    match (act, &model.overlay) {
        (ActAsk::Review(..), Overlay::Queue(queue)) => vec![Effect::Queue(queue.pile)],
        (ActAsk::Open(..) | ActAsk::Close(..), Overlay::None) => {
            office::open_reports(model);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The act was not stored: what was typed is there again.
pub(super) fn failed(model: &mut Model, id: SaveId) -> Vec<Effect> {
    if let Some(prompt) = asked_by(model, id)
        && matches!(model.overlay, Overlay::None)
    {
        model.overlay = Overlay::Prompt(prompt);
    }
    match &model.overlay {
        Overlay::Queue(queue) => vec![Effect::Queue(queue.pile)],
        _ => Vec::new(),
    }
}

/// The lines that were sent with this save.
fn asked_by(model: &mut Model, id: SaveId) -> Option<Box<Prompt>> {
    model.prompted.take_if(|(sent, _)| *sent == id).map(|(_, prompt)| prompt)
}
