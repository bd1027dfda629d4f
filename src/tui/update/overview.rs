//! The keys of 总览: the cells that lead somewhere are walked, and left for what is behind them.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::{Effect, Glimpses};
use super::super::export::What;
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::office::{Pile, Reports};
use super::super::overview::{Glance, Goal, list_of};
use super::super::view;
use super::{list, office};
use crate::strings::overview as say;
use jiff::civil::Date;

/// Shows the whole at a glance; what is compared with follows.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlay = Overlay::Overview(Box::default());
    vec![Effect::Glance(None)]
}

/// What was asked for is there.
pub(super) fn seen(model: &mut Model, (then, before): Glimpses) {
    if let Overlay::Overview(glance) = &mut model.overlay {
        (glance.then, glance.before) = (then, before);
    }
}

pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Code(KeyCode::Down) | Key::Char('j') => walk(model, |from, to| to.1 > from.1),
        Key::Code(KeyCode::Up) | Key::Char('k') => walk(model, |from, to| to.1 < from.1),
        Key::Code(KeyCode::Right | KeyCode::Tab) | Key::Char('l') => step(model, true),
        Key::Code(KeyCode::Left | KeyCode::BackTab) | Key::Char('h') => step(model, false),
        Key::Code(KeyCode::Enter) => return enter(model),
        Key::Char('<') => return turn(model, 1),
        Key::Char('>') => return turn(model, -1),
        Key::Char('v') => return office::open_pile(model, Pile::Waiting),
        Key::Char('p') => office::open_reports(model),
        Key::Char('x') => return export(model),
        Key::Ctrl('l') => return vec![Effect::Redraw],
        Key::Char('q' | 'o') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'c' | 'h') => {
            model.overlay = Overlay::None;
        }
        _ => {}
    }
    Vec::new()
}

/// The bulletin of the day that is shown.
fn export(model: &mut Model) -> Vec<Effect> {
    let Overlay::Overview(glance) = &model.overlay else { return Vec::new() };
    let as_of = glance.then.as_deref().unwrap_or(&model.snapshot).as_of;
    super::export::open_for(model, What::Bulletin, as_of, None)
}

type Place = (u16, u16, Goal);

fn places(model: &Model) -> (Vec<Place>, usize) {
    match &model.overlay {
        Overlay::Overview(glance) => (view::overview_goals(model, glance), glance.at),
        _ => (Vec::new(), 0),
    }
}

fn choose(model: &mut Model, at: usize) {
    if let Overlay::Overview(glance) = &mut model.overlay {
        glance.at = at;
    }
}

/// To the next or the last of all, in reading order.
fn step(model: &mut Model, on: bool) {
    let (places, at) = places(model);
    let to = if on { at + 1 } else { at.saturating_sub(1) };
    choose(model, to.min(places.len().saturating_sub(1)));
}

/// To the nearest in the nearest row of that side.
fn walk(model: &mut Model, side: impl Fn((u16, u16), (u16, u16)) -> bool) {
    let (places, at) = places(model);
    let Some(from) = places.get(at).map(|p| (p.0, p.1)) else { return };
    let there = places.iter().enumerate().filter(|(_, p)| side(from, (p.0, p.1)));
    let nearest = there.min_by_key(|(_, p)| (p.1.abs_diff(from.1), p.0.abs_diff(from.0)));
    if let Some((at, _)) = nearest {
        choose(model, at);
    }
}

/// To what is behind the chosen cell.
fn enter(model: &mut Model) -> Vec<Effect> {
    let (places, at) = places(model);
    let Some((.., goal)) = places.get(at) else { return Vec::new() };
    match *goal {
        Goal::Pile(pile) => return office::open_pile(model, pile),
        Goal::Desk => super::desk::open(model),
        Goal::Reports(period) => {
            let day = model.snapshot.as_of;
            let back = model.snapshot.office.opened(day).position(|o| o.period == period).unwrap_or(0);
            model.overlay = Overlay::Reports(Reports { back, at: 0 });
        }
        Goal::Task(task) => return office::go_to(model, None, task),
        goal => {
            model.overlay = Overlay::None;
            return list::set_filter(model, list_of(goal).unwrap_or_default());
        }
    }
    Vec::new()
}

/// To the period before or after the one shown: the ledger as of its end.
fn turn(model: &mut Model, back: isize) -> Vec<Effect> {
    let Overlay::Overview(glance) = &model.overlay else { return Vec::new() };
    let today = model.snapshot.as_of;
    let shown = glance.then.as_deref().unwrap_or(&model.snapshot);
    let opened: Vec<_> = model.snapshot.office.opened(today).collect();
    let current = shown.office.current(shown.as_of).map(|o| o.period);
    let at = opened.iter().position(|o| Some(o.period) == current);
    let to = at.and_then(|at| at.checked_add_signed(back)).and_then(|to| opened.get(to).map(|o| (to, o)));
    match to {
        Some((0, _)) => vec![Effect::Glance(None)],
        Some((_, opened)) => vec![Effect::Glance(Some(end(opened.period.ends(), today)))],
        None => {
            model.say(say::NO_MORE.say(model.lang).to_owned());
            Vec::new()
        }
    }
}

fn end(of: Date, today: Date) -> Date {
    of.min(today)
}

/// Whether the overview stands on the screen, so that a change of the ledger is read for it too.
pub(super) fn again(model: &Model) -> Option<Effect> {
    match &model.overlay {
        Overlay::Overview(glance) => {
            let glance: &Glance = glance;
            Some(Effect::Glance(glance.then.as_ref().map(|s| s.as_of)))
        }
        _ => None,
    }
}
