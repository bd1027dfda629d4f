//! Picker, status choice, menu and help: what lies over the main screen, but for the report.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::Effect;
use super::super::keys::{Key, MENU};
use super::super::model::{Model, Overlay};
use super::super::office::Asked;
use super::super::picker::{Choice, Picker, chosen};
use super::super::several::Several;
use super::super::view;
use super::form::{self, As};
use super::{edit, finder, list, prompt, several, views};
use crate::ledger::{Coded, Setting, Status};
use crate::strings::{Lang, tui as say};
use crate::text::Edit;

/// A key while something lies over the screen.
pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    match model.overlay {
        Overlay::Picker(_) => picker_key(model, event),
        Overlay::Find(_) => finder::key(model, event),
        Overlay::Status => status_key(model, event),
        Overlay::Menu => menu_key(model, event),
        Overlay::Views => views::key(model, event),
        Overlay::Help => {
            help_key(model, event);
            Vec::new()
        }
        Overlay::Settings(_) => settings_key(model, event),
        _ => Vec::new(),
    }
}

/// Text pasted into the picker.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Overlay::Picker(picker) = &mut model.overlay else { return Vec::new() };
    if let Edit::Full { room } = picker.typed.paste(text) {
        model.warn(say::PASTE_TOO_LONG.with(model.lang, &[&room.to_string()]));
        return Vec::new();
    }
    refresh_picker(model);
    Vec::new()
}

/// Opens the picker.
pub(super) fn open_picker(model: &mut Model) {
    model.overlay = Overlay::Picker(Picker::new(&model.snapshot.plan, &model.names(), model.lang));
}

/// Makes a choice of the picker or the left pane.
pub(super) fn choose(model: &mut Model, choice: Choice) -> Vec<Effect> {
    let filter = chosen(&model.filter, choice);
    list::set_filter(model, filter)
}

pub(super) fn is_leave(event: KeyEvent) -> bool {
    matches!(Key::of(event), Some(Key::Ctrl('g' | 'c') | Key::Code(KeyCode::Esc)))
}

pub(super) fn is_backspace(event: KeyEvent) -> bool {
    matches!(Key::of(event), Some(Key::Code(KeyCode::Backspace) | Key::Ctrl('h')))
}

fn picker_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Picker(picker) = &mut model.overlay else { return Vec::new() };
    let last = picker.matches.len().saturating_sub(1);
    match event.code {
        KeyCode::Down | KeyCode::Tab => picker.at = (picker.at + 1).min(last),
        KeyCode::Up | KeyCode::BackTab => picker.at = picker.at.saturating_sub(1),
        KeyCode::PageDown => picker.at = (picker.at + 10).min(last),
        KeyCode::PageUp => picker.at = picker.at.saturating_sub(10),
        KeyCode::Enter => {
            if let Some(choice) = picker.choice() {
                model.overlay = Overlay::None;
                return choose(model, choice);
            }
        }
        _ if is_leave(event) || (is_backspace(event) && picker.typed.text().is_empty()) => {
            model.overlay = Overlay::None;
        }
        _ => {
            if edit::one_line(&mut picker.typed, event) {
                refresh_picker(model);
            }
        }
    }
    Vec::new()
}

fn refresh_picker(model: &mut Model) {
    let names = model.names();
    if let Overlay::Picker(picker) = &mut model.overlay {
        picker.refresh(&model.snapshot.plan, &names, model.lang);
    }
}

fn status_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    model.overlay = Overlay::None;
    if let Some(status) = numbered(event).and_then(|n| Status::ALL.get(n)) {
        if !model.marked.is_empty() {
            several::ask(model, Several::Status(*status));
            return Vec::new();
        }
        return form::open(model, As::Line, Some(*status));
    }
    Vec::new()
}

fn menu_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    model.overlay = Overlay::None;
    match numbered(event).and_then(|n| MENU.get(n)) {
        Some(command) => list::command(model, *command),
        None => Vec::new(),
    }
}

/// Any key leaves the page; where it is longer than the screen, arrows and page keys turn it.
fn help_key(model: &mut Model, event: KeyEvent) {
    let turns = view::help_turns(model);
    match event.code {
        _ if !turns => model.overlay = Overlay::None,
        KeyCode::Down | KeyCode::Char('j') => model.scroll += 1,
        KeyCode::Up | KeyCode::Char('k') => model.scroll = model.scroll.saturating_sub(1),
        KeyCode::PageDown => model.scroll += 10,
        KeyCode::PageUp => model.scroll = model.scroll.saturating_sub(10),
        _ => {
            model.overlay = Overlay::None;
            model.scroll = 0;
        }
    }
}

fn settings_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Settings(at) = model.overlay else { return Vec::new() };
    let last = Setting::ALL.len().saturating_sub(1);
    match event.code {
        KeyCode::Down | KeyCode::Char('j') => model.overlay = Overlay::Settings((at + 1).min(last)),
        KeyCode::Up | KeyCode::Char('k') => model.overlay = Overlay::Settings(at.saturating_sub(1)),
        KeyCode::Enter => {
            if list::may_write(model)
                && let Some(setting) = Setting::ALL.get(at)
            {
                prompt::ask(model, Asked::Set(*setting));
            }
        }
        _ => {
            model.overlay = Overlay::None;
            if let Some(lang) = numbered(event).and_then(|n| [Lang::Zh, Lang::En].get(n).copied()) {
                model.speak(lang);
            }
        }
    }
    Vec::new()
}

/// A digit from 1, as a place from 0.
pub(super) fn numbered(event: KeyEvent) -> Option<usize> {
    let Some(Key::Char(c)) = Key::of(event) else { return None };
    c.to_digit(10).and_then(|d| usize::try_from(d).ok()).and_then(|d| d.checked_sub(1))
}

/// The statuses with their digits, for the line that asks.
#[must_use]
pub fn status_choices(model: &Model) -> String {
    let each = Status::ALL.iter().enumerate().map(|(i, s)| format!("{}{}", i + 1, s.word().say(model.lang)));
    each.collect::<Vec<_>>().join(" ")
}
