//! The main screen's commands.

use super::super::effect::{Again, Effect};
use super::super::keys::Command;
use super::super::model::{Model, Overlay, Pane, Tab};
use super::super::office::Pile;
use super::super::view;
use super::form::As;
use super::{form, look, overlay, record, saving};
use crate::query::{Filter, RoleFilter};
use crate::strings::{saves, tui as say};

/// Does what a key asks for.
pub(super) fn command(model: &mut Model, command: Command) -> Vec<Effect> {
    if writes(command) && !may_write(model) {
        return Vec::new();
    }
    if let Some(effects) = super::several::command(model, command) {
        return effects;
    }
    match command {
        Command::Mark => return mark(model),
        Command::Next => return step(model, 1),
        Command::Previous => return step(model, -1),
        Command::First => return step(model, isize::MIN),
        Command::Last => return step(model, isize::MAX),
        Command::PageDown => return page(model, true),
        Command::PageUp => return page(model, false),
        Command::OtherPane if model.pane == Pane::List => left(model),
        Command::LeftPane => left(model),
        Command::OtherPane | Command::ListPane => model.pane = Pane::List,
        Command::NextTab => return turn_tab(model, 1),
        Command::PreviousTab => return turn_tab(model, Tab::ALL.len() - 1),
        Command::Enter => return enter(model),
        Command::Back => return back(model),
        Command::Clear => return clear(model),
        Command::Role => return role(model),
        Command::Alarm => return narrow(model, |f| f.light = f.light.next()),
        Command::Pick => overlay::open_picker(model),
        Command::Find => return super::finder::find_with(model, ""),
        Command::Report => return form::open(model, As::Line, None),
        Command::Form => return form::open(model, As::Whole, None),
        Command::Edit => return form::open_latest(model),
        Command::Delete => record::ask_delete(model),
        Command::Undo => return record::ask_again(model, Again::Undo),
        Command::Redo => return record::ask_again(model, Again::Redo),
        Command::NextHit => hit(model, true),
        Command::PreviousHit => hit(model, false),
        Command::Overview => return super::overview::open(model),
        Command::Reports => super::office::open_reports(model),
        Command::Review => return super::office::open_pile(model, Pile::Waiting),
        Command::Desk => super::desk::open(model),
        Command::Views => model.overlay = Overlay::Views,
        Command::Office => super::office::open_menu(model),
        Command::Contact => super::office::ask_contact(model),
        Command::Export => return super::export::open(model),
        Command::Settings => model.overlay = Overlay::Settings(0),
        Command::Status => model.overlay = Overlay::Status,
        Command::Menu => model.overlay = Overlay::Menu,
        Command::Help => {
            model.overlay = Overlay::Help;
            model.scroll = 0;
        }
        Command::Colon => model.say(say::PRESS_Q.say(model.lang).to_owned()),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit => return quit(model),
        Command::Leave => return saving::leave(model),
    }
    Vec::new()
}

/// One step out: of the text on the whole screen, of the past, of the program.
fn quit(model: &mut Model) -> Vec<Effect> {
    if model.zoom {
        zoom(model, false);
        return Vec::new();
    }
    if model.looking.is_some() {
        return look::at(model, None).into_iter().collect();
    }
    saving::leave(model)
}

/// Whether anything can be written here; says so where it cannot.
pub(super) fn may_write(model: &mut Model) -> bool {
    if let Some(at) = model.snapshot.known_at {
        let at = at.local().strftime("%Y-%m-%d %H:%M").to_string();
        model.warn(say::PAST_IS_READ_ONLY.with(model.lang, &[&at]));
        return false;
    }
    if let Some(looking) = model.looking {
        model.warn(say::LOOKING_ONLY.with(model.lang, &[&looking.day.to_string()]));
        return false;
    }
    if model.read_only {
        model.warn(saves::READ_ONLY_HERE.say(model.lang).to_owned());
    }
    !model.read_only
}

/// Marks the task, or takes its mark away, and goes on.
fn mark(model: &mut Model) -> Vec<Effect> {
    super::several::mark(model);
    step(model, 1)
}

/// To the parts and groups at the left, where they are on the screen.
fn left(model: &mut Model) {
    if model.pane == Pane::List && view::has_facets(model) && !model.zoom {
        model.pane = Pane::Facets(0);
    }
}

/// Whether a command begins to write. What was recorded in the past is only read.
const fn writes(command: Command) -> bool {
    matches!(
        command,
        Command::Report
            | Command::Form
            | Command::Edit
            | Command::Status
            | Command::Delete
            | Command::Undo
            | Command::Redo
            | Command::Review
            | Command::Office
            | Command::Contact
    )
}

/// Moves the cursor by rows; far enough is the end.
fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Pane::Facets(at) = model.pane {
        let last = view::facet_choices(model).len().saturating_sub(1);
        model.pane = Pane::Facets(at.saturating_add_signed(by).min(last));
        return Vec::new();
    }
    let at = model.listed.iter().position(|no| *no == model.selected).unwrap_or(0);
    let to = at.saturating_add_signed(by).min(model.listed.len().saturating_sub(1));
    if let Some(no) = model.listed.get(to).copied().filter(|no| *no != model.selected) {
        model.selected = no;
        model.scroll = 0;
        model.hit = None;
        model.show_selected();
        return history(model);
    }
    Vec::new()
}

/// The history of the selected task is asked for where it is shown.
fn history(model: &Model) -> Vec<Effect> {
    if model.tab == Tab::History {
        vec![Effect::History(model.selected, model.filter.unit)]
    } else {
        Vec::new()
    }
}

/// To the next line that holds what was looked for, in this task's text or else in the next task.
fn hit(model: &mut Model, forward: bool) {
    if model.filter.text.is_none() {
        model.say(say::NO_HITS.say(model.lang).to_owned());
        return;
    }
    model.pane = Pane::List;
    let lines = view::hit_lines(model);
    let next = match (model.hit, forward) {
        (None, _) => lines.first(),
        (Some(at), true) => lines.iter().find(|l| **l > at),
        (Some(at), false) => lines.iter().rev().find(|l| **l < at),
    };
    if let Some(line) = next {
        show_hit(model, *line);
        return;
    }
    let before = model.selected;
    let _ = step(model, if forward { 1 } else { -1 });
    if model.selected != before {
        let lines = view::hit_lines(model);
        if let Some(line) = if forward { lines.first() } else { lines.last() } {
            show_hit(model, *line);
        }
    }
}

/// Scrolls no further than is needed: where all fits, the head stays in sight.
fn show_hit(model: &mut Model, line: usize) {
    let (shown, all) = view::detail_extent(model);
    model.hit = Some(line);
    model.scroll = line.saturating_sub(1).min(all.saturating_sub(shown));
}

fn page(model: &mut Model, down: bool) -> Vec<Effect> {
    let (shown, all) = view::detail_extent(model);
    let step = match view::below_glance(model) {
        Some(first) if down => first,
        _ => shown.saturating_sub(1).max(1),
    };
    let last = all.saturating_sub(shown);
    let at_end = model.scroll >= last;
    model.scroll = if down { (model.scroll + step).min(last) } else { model.scroll.saturating_sub(step) };
    let page = model.newest.get(&model.selected);
    match page.filter(|p| down && at_end && p.more && model.tab == Tab::Entries) {
        Some(page) => vec![Effect::LoadMore(model.selected, model.filter.unit, page.entries.len() + 20)],
        None => Vec::new(),
    }
}

fn turn_tab(model: &mut Model, by: usize) -> Vec<Effect> {
    let at = Tab::ALL.iter().position(|t| *t == model.tab).unwrap_or(0);
    model.tab = Tab::ALL.get((at + by) % Tab::ALL.len()).copied().unwrap_or(Tab::Entries);
    model.scroll = 0;
    history(model)
}

fn enter(model: &mut Model) -> Vec<Effect> {
    if let Pane::Facets(at) = model.pane {
        let choice = view::facet_choices(model).get(at).copied();
        model.pane = Pane::List;
        return match choice {
            Some(Some(choice)) => overlay::choose(model, choice),
            Some(None) => narrow(model, |f| f.group = None),
            None => Vec::new(),
        };
    }
    if model.tab == Tab::History {
        record::open_versions(model);
        return Vec::new();
    }
    zoom(model, !model.zoom);
    Vec::new()
}

/// Gives the detail the whole screen, or takes it back.
fn zoom(model: &mut Model, whole: bool) {
    model.zoom = whole;
    model.scroll = 0;
    model.show_selected();
}

/// What is in the way first: a save that waits, the text on the whole screen, the left pane; then back to where one was.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.saving.obstacle().is_some() {
        return saving::give_up(model);
    }
    if model.zoom {
        zoom(model, false);
        return Vec::new();
    }
    if std::mem::replace(&mut model.pane, Pane::List) != Pane::List {
        return Vec::new();
    }
    super::back::go(model)
}

fn clear(model: &mut Model) -> Vec<Effect> {
    model.pane = Pane::List;
    model.marked.clear();
    let effects = set_filter(model, Filter::default());
    effects.into_iter().chain(look::at(model, None)).collect()
}

fn role(model: &mut Model) -> Vec<Effect> {
    if model.filter.unit.is_none() {
        model.say(say::ROLE_NEEDS_UNIT.say(model.lang).to_owned());
        return Vec::new();
    }
    narrow(model, |f| f.role = f.role.next())
}

fn narrow(model: &mut Model, change: impl FnOnce(&mut Filter)) -> Vec<Effect> {
    let mut filter = model.filter.clone();
    change(&mut filter);
    set_filter(model, filter)
}

/// Takes over a filter, and has entries read if it is about another unit.
pub(super) fn set_filter(model: &mut Model, mut filter: Filter) -> Vec<Effect> {
    if filter.unit.is_none() {
        filter.role = RoleFilter::Any;
    }
    model.paused = None;
    let other_unit = filter.unit != model.newest_of;
    let words = filter.text.as_ref().filter(|_| filter.unit != model.filter.unit).map(|t| t.words.clone());
    let unit = filter.unit;
    model.set_filter(filter);
    let load = other_unit.then_some(Effect::Load(unit));
    load.into_iter().chain(words.map(|w| Effect::Search(w, unit))).collect()
}
