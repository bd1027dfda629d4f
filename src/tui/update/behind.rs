//! The keys of the lists behind figures of 总览.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::behind::{Behind, List, rows};
use super::super::effect::Effect;
use super::super::keys::Key;
use super::super::model::{Model, Overlay, Tab};
use super::{back, office};
use crate::strings::overview as say;

/// Rows that a page key goes.
const PAGE: usize = 10;

pub(super) fn key(model: &mut Model, behind: Behind, event: KeyEvent) -> Vec<Effect> {
    let last = rows(model, behind.list).len().saturating_sub(1);
    let go = |model: &mut Model, at: usize| {
        model.overlay = Overlay::Behind(Behind { at: at.min(last), ..behind });
    };
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Char('j') | Key::Code(KeyCode::Down) => go(model, behind.at + 1),
        Key::Char('k') | Key::Code(KeyCode::Up) => go(model, behind.at.saturating_sub(1)),
        Key::Char('J') | Key::Code(KeyCode::PageDown) => go(model, behind.at + PAGE),
        Key::Char('K') | Key::Code(KeyCode::PageUp) => go(model, behind.at.saturating_sub(PAGE)),
        Key::Char('g') | Key::Code(KeyCode::Home) => go(model, 0),
        Key::Char('G') | Key::Code(KeyCode::End) => go(model, last),
        Key::Code(KeyCode::Enter) => return enter(model, behind),
        Key::Ctrl('l') => return vec![Effect::Redraw],
        Key::Char('q') | Key::Code(KeyCode::Esc) | Key::Ctrl('g' | 'c') => return back::go(model),
        _ => {}
    }
    Vec::new()
}

/// To the task that the row is about. The goals of the whole plan are of no task: what there is to see is here.
fn enter(model: &mut Model, behind: Behind) -> Vec<Effect> {
    let Some(task) = rows(model, behind.list).get(behind.at).map(super::super::behind::Row::task) else {
        return Vec::new();
    };
    let Some(task) = task else {
        model.say(say::PLAN_WIDE.say(model.lang).to_owned());
        return Vec::new();
    };
    let effects = office::go_to(model, None, task);
    if matches!(behind.list, List::Numbers(_)) {
        model.tab = Tab::Indicators;
    }
    effects
}
