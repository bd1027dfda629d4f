//! The keys of 导出. What is shown is what is exported, of the day and the record that the screen is for.

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::Effect;
use super::super::export::{At, Export, ExportAsk, What};
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::edit;
use crate::error::Error;
use crate::ledger::{Period, Way};
use crate::report::{Format, Wanted};
use crate::strings::export as say;

/// Opens the box over the list: the task's sheet where its text has the whole screen, else the ledger sheet.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let what = if model.zoom { What::Task(model.selected) } else { What::Ledger };
    open_for(model, what, model.snapshot.as_of, None)
}

/// Opens it for a document of a day and a period.
pub(super) fn open_for(
    model: &mut Model,
    what: What,
    as_of: jiff::civil::Date,
    period: Option<Period>,
) -> Vec<Effect> {
    let wanted = Wanted {
        as_of: Some(as_of),
        today: model.snapshot.today,
        known_at: model.snapshot.known_at,
        period,
        unit: None,
        recent: None,
    };
    let ask = ExportAsk {
        what,
        wanted,
        filter: model.filter.clone(),
        assess: model.assess,
        lang: model.lang,
        format: Format::default(),
    };
    let mut choices = vec![What::Ledger, What::Bulletin, What::Assess];
    choices.extend(model.current().map(|row| What::Task(row.task.no)));
    choices.extend(model.filter.unit.map(What::Unit));
    if !choices.contains(&what) {
        choices.push(what);
    }
    model.overlay = Overlay::Export(Box::new(Export::new(ask.clone(), choices)));
    vec![Effect::Show(Box::new(ask))]
}

pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Export(export) = &mut model.overlay else { return Vec::new() };
    if let Some(path) = export.replaces.take() {
        // The key that asked never answers.
        if matches!(Key::of(event), Some(Key::Char('y' | '1'))) {
            return vec![Effect::Export(Box::new(export.ask.clone()), path, true)];
        }
        return Vec::new();
    }
    match (Key::of(event), event.code) {
        (Some(Key::Ctrl('g' | 'c')), _) | (_, KeyCode::Esc) => model.overlay = Overlay::None,
        (Some(Key::Ctrl('s' | 'o')), _) | (_, KeyCode::Enter) => return write(model),
        (_, KeyCode::Tab | KeyCode::Down) => export.step(true),
        (_, KeyCode::BackTab | KeyCode::Up) => export.step(false),
        _ if export.at == At::Name && edit::one_line(&mut export.name, event) => {
            export.named = true;
            return follow_ending(export);
        }
        // Keys that move in the name choose nothing.
        _ if export.at == At::Name => {}
        (_, KeyCode::Left) => return turn(export, false),
        (Some(Key::Char(' ')), _) | (_, KeyCode::Right) => return turn(export, true),
        (Some(Key::Char('q')), _) | (_, KeyCode::Backspace) => model.overlay = Overlay::None,
        _ => {}
    }
    Vec::new()
}

fn turn(export: &mut Export, on: bool) -> Vec<Effect> {
    export.turn(on);
    vec![Effect::Show(Box::new(export.ask.clone()))]
}

/// A name that ends like another format is in that format.
fn follow_ending(export: &mut Export) -> Vec<Effect> {
    let named = Format::of_name(std::path::Path::new(export.name.text()));
    match named.filter(|format| *format != export.ask.format) {
        None => Vec::new(),
        Some(format) => {
            export.ask.format = format;
            export.preview = None;
            vec![Effect::Show(Box::new(export.ask.clone()))]
        }
    }
}

/// Text pasted into the name.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Overlay::Export(export) = &mut model.overlay else { return Vec::new() };
    if export.at != At::Name {
        return Vec::new();
    }
    let _ = export.name.paste(text);
    export.named = true;
    follow_ending(export)
}

fn write(model: &mut Model) -> Vec<Effect> {
    let Overlay::Export(export) = &model.overlay else { return Vec::new() };
    // Through the gate no path of the caller's reaches the host.
    if matches!(model.actor.way, Way::Gate(_)) {
        model.warn(say::THROUGH_GATE.say(model.lang).to_owned());
        return Vec::new();
    }
    let name = export.name.text().trim();
    if name.is_empty() {
        model.warn(say::NO_NAME.say(model.lang).to_owned());
        return Vec::new();
    }
    let path = model.folder.join(name);
    vec![Effect::Export(Box::new(export.ask.clone()), path, false)]
}

/// The first lines are there, if they are still of what is asked.
pub(super) fn shown(model: &mut Model, ask: &ExportAsk, lines: Vec<String>) {
    if let Overlay::Export(export) = &mut model.overlay
        && export.ask == *ask
    {
        export.preview = Some(lines);
    }
}

/// The file was written, or not: where one is there, it is asked.
pub(super) fn done(model: &mut Model, path: PathBuf, written: Result<usize, Error>) {
    match written {
        Ok(bytes) => {
            let shown = path.display().to_string();
            let fetch = shell_words::quote(&shown).into_owned();
            let text = say::EXPORTED.with(model.lang, &[&shown, &bytes.to_string()]);
            // On a line of its own, to be copied.
            let text = format!("{text}\nscp {}:{fetch} .", model.host);
            if matches!(model.overlay, Overlay::Export(_)) {
                model.overlay = Overlay::None;
            }
            model.say(text);
        }
        Err(Error::Taken(_)) => {
            if let Overlay::Export(export) = &mut model.overlay {
                export.replaces = Some(path);
            }
        }
        Err(e) => model.warn(e.say(model.lang)),
    }
}
