//! The keys of 总览: the cells that lead somewhere are walked, and left for what is behind them.

use crossterm::event::{KeyCode, KeyEvent};
use jiff::civil::Date;

use super::super::behind::Behind;
use super::super::effect::Effect;
use super::super::export::What;
use super::super::keys::Key;
use super::super::model::{Model, Overlay};
use super::super::office::{Pile, Reports};
use super::super::overview::{Goal, list_of};
use super::super::view;
use super::{list, look, office};
use crate::ledger::Opened;
use crate::strings::overview as say;

/// Rows that a page key goes.
const PAGE: u16 = 12;

/// Shows the whole at a glance; what is compared with follows.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.overlay = Overlay::Overview(0);
    model.before = None;
    vec![Effect::Glance]
}

pub(super) fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Code(KeyCode::Down) | Key::Char('j') => walk(model, |from, to| to.1 > from.1),
        Key::Code(KeyCode::Up) | Key::Char('k') => walk(model, |from, to| to.1 < from.1),
        Key::Code(KeyCode::Right | KeyCode::Tab) | Key::Char('l') => step(model, true),
        Key::Code(KeyCode::Left | KeyCode::BackTab) | Key::Char('h') => step(model, false),
        Key::Code(KeyCode::Enter) => return enter(model),
        Key::Char('J') | Key::Code(KeyCode::PageDown) => page(model, true),
        Key::Char('K') | Key::Code(KeyCode::PageUp) => page(model, false),
        Key::Char('<') => return turn(model, 1),
        Key::Char('>') => return turn(model, -1),
        Key::Char('v') => return office::open_pile(model, Pile::Waiting),
        Key::Char('p') => office::open_reports(model),
        Key::Char('x') => {
            let as_of = model.snapshot.as_of;
            return super::export::open_for(model, What::Bulletin, as_of, None);
        }
        Key::Ctrl('l') => return vec![Effect::Redraw],
        Key::Char('q' | 'o') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'c' | 'h') => {
            model.overlay = Overlay::None;
            return look::at(model, None).into_iter().collect();
        }
        _ => {}
    }
    Vec::new()
}

type Place = (u16, u16, Goal);

fn places(model: &Model) -> (Vec<Place>, usize) {
    match model.overlay {
        Overlay::Overview(at) => (view::overview_goals(model), at),
        _ => (Vec::new(), 0),
    }
}

fn choose(model: &mut Model, at: usize) {
    model.overlay = Overlay::Overview(at);
}

/// To the next or the last of all, in reading order.
fn step(model: &mut Model, on: bool) {
    let (places, at) = places(model);
    let to = if on { at + 1 } else { at.saturating_sub(1) };
    choose(model, to.min(places.len().saturating_sub(1)));
}

/// Some rows on, or back.
fn page(model: &mut Model, on: bool) {
    let (places, at) = places(model);
    let Some(from) = places.get(at).map(|p| p.1) else { return };
    let to = if on { from + PAGE } else { from.saturating_sub(PAGE) };
    let nearest = places.iter().enumerate().min_by_key(|(_, p)| (p.1.abs_diff(to), p.0));
    if let Some((at, _)) = nearest {
        choose(model, at);
    }
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
    let (places, figure) = places(model);
    let Some((.., goal)) = places.get(figure) else { return Vec::new() };
    match *goal {
        Goal::Pile(pile) => return office::open_pile(model, pile),
        Goal::Reports(period, only) => {
            let day = model.snapshot.as_of;
            let back = model.snapshot.office.opened(day).position(|o| o.period == period).unwrap_or(0);
            model.overlay = Overlay::Reports(Reports { back, only, at: 0 });
        }
        Goal::Behind(list) => model.overlay = Overlay::Behind(Behind { list, at: 0, figure }),
        Goal::Task(task) => return office::go_to(model, None, task),
        goal => {
            let Some((filter, day)) = list_of(goal) else { return Vec::new() };
            model.overlay = Overlay::None;
            let mut effects = list::set_filter(model, filter);
            if day.is_some() {
                effects.extend(look::at(model, day));
            }
            return effects;
        }
    }
    Vec::new()
}

/// To the period before or after the one shown: the ledger as of its end.
fn turn(model: &mut Model, back: isize) -> Vec<Effect> {
    let home = look::home(model);
    let opened: Vec<_> = model.snapshot.office.opened(home).collect();
    let current = model.snapshot.office.current(model.snapshot.as_of).map(|o| o.period);
    let at = opened.iter().position(|o| Some(o.period) == current);
    let to = at.and_then(|at| at.checked_add_signed(back)).filter(|to| *to < opened.len());
    let Some(to) = to else {
        model.say(say::NO_MORE.say(model.lang).to_owned());
        return Vec::new();
    };
    choose(model, 0);
    look::at(model, last_day(&opened, to)).into_iter().collect()
}

/// The last day on which a period was the current one; nothing for the latest, which still is.
fn last_day(opened: &[Opened], at: usize) -> Option<Date> {
    let (next, of) = (opened.get(at.checked_sub(1)?)?, opened.get(at)?);
    let before_next = next.on.yesterday().unwrap_or(next.on);
    Some(of.period.ends().min(before_next).max(of.on))
}

/// Where the overview or a list behind it stands on the screen, what is compared with is read anew too.
pub(super) fn again(model: &Model) -> Option<Effect> {
    matches!(model.overlay, Overlay::Overview(_) | Overlay::Behind(_)).then_some(Effect::Glance)
}
