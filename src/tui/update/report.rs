//! 填报: the one-line report over the main screen.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::Effect;
use super::super::keys::Key;
use super::super::model::{Draft, Model, Overlay, Report};
use super::super::view;
use super::edit;
use crate::ledger::{NewEntry, Period, PeriodKind, Status, TEXT_CHARS};
use crate::ops::prefill;
use crate::strings::tui as say;
use crate::text::{Edit, Editor, Lines};

/// Opens the report for the selected task: of the filter's unit, else of the one that leads. A draft of the same
/// is taken up again.
pub(super) fn open(model: &mut Model, status: Option<Status>) {
    let Some(pair) = model.current().and_then(|r| Some((r.task.no, r.unit?))) else { return };
    let may = model.plan().task(pair.0).is_some_and(|t| model.plan().role(t, pair.1).is_some());
    if !may {
        let unit = model.plan().unit_name(pair.1).to_owned();
        model.warn(say::NO_PART.with(model.lang, &[&unit]));
        return;
    }
    let draft = model.drafts.get(&pair).cloned();
    if draft.is_some() {
        model.say(say::DRAFT_BACK.say(model.lang).to_owned());
    }
    let before = draft.as_ref().map_or_else(|| prefill(&model.snapshot, pair.0, pair.1).0, |d| d.status);
    let text = draft.map(|d| d.text).unwrap_or_default();
    let text = Box::new(Editor::new(&text, Lines::Many, TEXT_CHARS));
    model.overlay = Overlay::Report(Report { pair, status: status.unwrap_or(before), text });
}

/// A key in the report; `following` keys came with it in the same read.
pub(super) fn key(model: &mut Model, event: KeyEvent, following: usize) -> Vec<Effect> {
    let width = view::report_width(model);
    let Overlay::Report(report) = &mut model.overlay else { return Vec::new() };
    match Key::of(event) {
        // A terminal without bracketed paste sends a pasted line end as Enter, with the rest right behind it.
        Some(Key::Code(KeyCode::Enter)) if following >= 2 => {
            let _ = report.text.newline();
        }
        Some(Key::Code(KeyCode::Enter) | Key::Ctrl('s' | 'o')) => return save(model),
        Some(Key::Ctrl('g' | 'c') | Key::Code(KeyCode::Esc)) => leave(model),
        _ => {
            let edited = edit::apply(&mut report.text, event, width);
            refused(model, edited);
        }
    }
    Vec::new()
}

/// Text pasted into the report, line ends kept.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Overlay::Report(report) = &mut model.overlay else { return Vec::new() };
    let edited = report.text.paste(text);
    refused(model, Some(edited));
    Vec::new()
}

fn refused(model: &mut Model, edited: Option<Edit>) {
    match edited {
        Some(Edit::Full { .. }) => model.warn(say::FULL.with(model.lang, &[&TEXT_CHARS.to_string()])),
        Some(Edit::Refused(found)) => {
            let fault = crate::ledger::FieldFault::Unsafe(found);
            let today = model.clock.today();
            let error = crate::error::Error::Field(crate::ledger::Field::Progress, fault, today);
            model.warn(error.say(model.lang));
        }
        _ => {}
    }
}

fn save(model: &mut Model) -> Vec<Effect> {
    let day = model.clock.today();
    let reporter = model.actor.name.clone();
    let snapshot = model.snapshot.clone();
    let Overlay::Report(report) = &model.overlay else { return Vec::new() };
    if model.saving.is_some() {
        model.warn(say::SAVING.say(model.lang).to_owned());
        return Vec::new();
    }
    let (task, unit) = report.pair;
    let new = NewEntry {
        task,
        unit,
        period: Period::containing(day, PeriodKind::TwoMonths),
        day,
        status: report.status,
        percent: prefill(&snapshot, task, unit).1,
        progress: report.text.text().to_owned(),
        problems: String::new(),
        next_steps: String::new(),
        readings: Vec::new(),
        evidence: Vec::new(),
        reporter,
    };
    match new.checked(day) {
        Ok(new) => {
            if let Overlay::Report(report) = std::mem::replace(&mut model.overlay, Overlay::None) {
                model.saving = Some(report);
            }
            model.say(say::SAVING.say(model.lang).to_owned());
            vec![Effect::Save(Box::new(new))]
        }
        Err((field, fault)) => {
            model.warn(crate::error::Error::Field(field, fault, day).say(model.lang));
            Vec::new()
        }
    }
}

/// A report that could not be written: back under the operator's hands, or kept where those are busy.
pub(super) fn give_back(model: &mut Model) {
    let Some(report) = model.saving.take() else { return };
    match model.overlay {
        Overlay::None => model.overlay = Overlay::Report(report),
        _ => put_aside(model, &report),
    }
}

/// Leaving never asks and never loses.
fn leave(model: &mut Model) {
    let Overlay::Report(report) = std::mem::replace(&mut model.overlay, Overlay::None) else { return };
    put_aside(model, &report);
}

fn put_aside(model: &mut Model, report: &Report) {
    let (task, unit) = report.pair;
    if report.text.text().trim().is_empty() {
        model.drafts.remove(&report.pair);
        return;
    }
    model.drafts.insert(report.pair, Draft { status: report.status, text: report.text.text().to_owned() });
    let unit = model.plan().unit_name(unit).to_owned();
    model.say(say::DRAFT_KEPT.with(model.lang, &[&task.0.to_string(), &unit]));
}
