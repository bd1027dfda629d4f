//! The keys of the office's own boxes: who has reported, the review queue, and the lines asked for an act.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::effect::{Effect, SaveAsk};
use super::super::export::What;
use super::super::keys::Key;
use super::super::model::{Confirm, Model, Overlay};
use super::super::office::{ActAsk, Asked, Office, Pile, Prompt, Queue, Reports};
use super::{form, list, prompt, several};
use crate::ledger::{Entry, NoticeId, NoticeKind, Opened, Period};
use crate::ops::Verdict;
use crate::plan::{TaskNo, UnitIx};
use crate::query::{Filter, OwedRow, owed};
use crate::strings::{desk, office as say, overview};

/// Shows who has reported for the current period.
pub(super) fn open_reports(model: &mut Model) {
    model.overlay = Overlay::Reports(Reports::default());
}

/// Shows some reports one after the other, once they are read.
pub(super) fn open_pile(model: &mut Model, pile: Pile) -> Vec<Effect> {
    model.overlay = Overlay::Queue(Box::new(Queue { pile, ..Queue::default() }));
    vec![Effect::Queue(pile)]
}

/// What waits is there: the one shown stays where it still waits, else the next comes by itself.
pub(super) fn queued(model: &mut Model, pile: Pile, entries: Vec<Entry>) {
    if let Overlay::Queue(queue) = &mut model.overlay
        && queue.pile == pile
    {
        let shown = queue.current().map(|e| e.id);
        let place = entries.iter().position(|e| Some(e.id) == shown);
        queue.at = place.unwrap_or(queue.at).min(entries.len().saturating_sub(1));
        queue.scroll = 0;
        queue.entries = Some(entries);
    }
}

/// Shows what can be done about the selected task.
pub(super) fn open_menu(model: &mut Model) {
    model.overlay = Overlay::Office;
}

/// The rows of the reports box, what is not there first.
#[must_use]
pub fn report_rows(model: &Model, box_: Reports) -> Option<(Opened, Vec<OwedRow>)> {
    let opened = model.snapshot.office.opened(model.snapshot.as_of).nth(box_.back)?;
    let mut rows = owed(&model.snapshot, opened);
    rows.retain(|r| box_.only.admits(r.owing));
    rows.sort_by_key(|r| r.owing.is_there());
    Some((opened, rows))
}

pub(super) fn reports_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let Overlay::Reports(box_) = model.overlay else { return Vec::new() };
    let Reports { back, at, .. } = box_;
    let shown = report_rows(model, box_);
    let count = shown.as_ref().map_or(0, |(_, rows)| rows.len());
    let go = |model: &mut Model, at: usize| model.overlay = Overlay::Reports(Reports { at, ..box_ });
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Char('j') | Key::Code(KeyCode::Down) => go(model, (at + 1).min(count.saturating_sub(1))),
        Key::Char('k') | Key::Code(KeyCode::Up) => go(model, at.saturating_sub(1)),
        Key::Char('g') | Key::Code(KeyCode::Home) => go(model, 0),
        Key::Char('G') | Key::Code(KeyCode::End) => go(model, count.saturating_sub(1)),
        Key::Char('<') => turn(model, back + 1),
        Key::Char('>') => match back.checked_sub(1) {
            Some(back) => turn(model, back),
            None => model.say(overview::NO_MORE.say(model.lang).to_owned()),
        },
        Key::Code(KeyCode::Enter) => {
            if let Some(row) = shown.and_then(|(_, rows)| rows.get(at).copied()) {
                return show(model, row);
            }
        }
        Key::Char('c') => model.overlay = Overlay::Reports(Reports { back, ..Reports::default() }),
        Key::Char('t' | 'T' | '+' | '-') if !list::may_write(model) => {}
        Key::Char('t') => {
            if let Some(row) = shown.and_then(|(_, rows)| rows.get(at).copied()) {
                let tasks = row.duty.1.into_iter().collect();
                prompt::open_notice(model, NoticeKind::Remind, vec![row.duty.0], tasks);
            }
        }
        Key::Char('T') => remind_all(model, shown.map(|(_, rows)| rows).unwrap_or_default()),
        Key::Char('+') => ask_open(model),
        Key::Char('-') => ask_close(model, shown.map(|(opened, _)| opened)),
        Key::Char('x') => {
            let (as_of, period) = (model.snapshot.as_of, shown.map(|(opened, _)| opened.period));
            return super::export::open_for(model, What::Assess, as_of, period);
        }
        Key::Char('o') => return super::overview::open(model),
        Key::Char('q' | 'p') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'c' | 'h') => {
            model.overlay = Overlay::None;
        }
        _ => {}
    }
    Vec::new()
}

/// One reminder to everybody whose report is not there.
fn remind_all(model: &mut Model, rows: Vec<OwedRow>) {
    let absent = rows.into_iter().filter(|r| !r.owing.is_there());
    let (mut units, mut tasks): (Vec<_>, Vec<_>) = absent.map(|r| r.duty).unzip();
    units.sort_unstable();
    units.dedup();
    tasks.sort_unstable();
    if units.is_empty() {
        model.say(desk::ALL_THERE.say(model.lang).to_owned());
    } else {
        let tasks = tasks.into_iter().flatten().collect();
        prompt::open_notice(model, NoticeKind::Remind, units, tasks);
    }
}

fn turn(model: &mut Model, back: usize) {
    let other = Reports { back, ..Reports::default() };
    if report_rows(model, other).is_some() {
        model.overlay = Overlay::Reports(other);
    } else {
        model.say(overview::NO_MORE.say(model.lang).to_owned());
    }
}

/// The task that a report is about, with the unit's standing; or the unit's general reports.
fn show(model: &mut Model, row: OwedRow) -> Vec<Effect> {
    match row.duty {
        (unit, Some(task)) => go_to(model, Some(unit), task),
        (unit, None) => open_pile(model, Pile::General(unit)),
    }
}

/// To a task on the main screen, perhaps as a unit stands with it.
pub(super) fn go_to(model: &mut Model, unit: Option<UnitIx>, task: TaskNo) -> Vec<Effect> {
    model.overlay = Overlay::None;
    let effects = list::set_filter(model, Filter { unit, ..Filter::default() });
    model.selected = task;
    model.scroll = 0;
    model.show_selected();
    effects
}

/// Asks whom one calls at the unit that is looked at: that of the filter, else one's own, else the lead.
pub(super) fn ask_contact(model: &mut Model) {
    let lead = model.plan().task(model.selected).and_then(crate::plan::Task::lead);
    let Some(unit) = model.filter.unit.or(model.own()).or(lead) else { return };
    let now = model.snapshot.office.contact(unit).cloned().unwrap_or_default();
    let mut prompt = Prompt::filled(Asked::Contact(unit), &[now.leader, now.person, now.phone]);
    prompt.at = 0;
    model.overlay = Overlay::Prompt(Box::new(prompt));
}

/// The period that follows the last one opened, or the one of the day where none was.
fn ask_open(model: &mut Model) {
    let (as_of, office) = (model.snapshot.as_of, &model.snapshot.office);
    let usual = Period::containing(as_of, office.settings.period);
    let last = office.periods.last().map(|p| p.period);
    let next = last.filter(|last| last.ends() >= usual.ends()).map_or(usual, |last| {
        last.ends().tomorrow().map_or(last, |day| Period::containing(day, office.settings.period))
    });
    let question = say::OPEN_ASK
        .with(model.lang, &[&next.long(model.lang), &next.cutoff(office.settings.cutoff_day).to_string()]);
    model.overlay = Overlay::Confirm(Confirm::Act(Box::new(ActAsk::Open(next, as_of)), question));
}

/// A closed period can be opened again.
fn ask_close(model: &mut Model, opened: Option<Opened>) {
    let Some(opened) = opened else { return };
    let (name, cutoff) = (opened.period.long(model.lang), opened.cutoff.to_string());
    let (act, question) = if opened.closed.is_none() {
        let outstanding = owed(&model.snapshot, opened).iter().filter(|o| !o.owing.is_there()).count();
        let question = say::CLOSE_ASK.with(model.lang, &[&name, &cutoff, &outstanding.to_string()]);
        (ActAsk::Close(opened.period, model.snapshot.as_of), question)
    } else {
        (ActAsk::Open(opened.period, model.snapshot.as_of), say::OPEN_ASK.with(model.lang, &[&name, &cutoff]))
    };
    model.overlay = Overlay::Confirm(Confirm::Act(Box::new(act), question));
}

pub(super) fn queue_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let locked = model.looking.is_some() || model.snapshot.known_at.is_some() || model.read_only;
    let Overlay::Queue(queue) = &mut model.overlay else { return Vec::new() };
    let last = queue.entries.as_ref().map_or(0, |all| all.len().saturating_sub(1));
    let Some(key) = Key::of(event) else { return Vec::new() };
    match key {
        Key::Char('j') | Key::Code(KeyCode::Down) => (queue.at, queue.scroll) = ((queue.at + 1).min(last), 0),
        Key::Char('k') | Key::Code(KeyCode::Up) => (queue.at, queue.scroll) = (queue.at.saturating_sub(1), 0),
        Key::Code(KeyCode::PageDown) | Key::Char('J') => queue.scroll += 5,
        Key::Code(KeyCode::PageUp) | Key::Char('K') => queue.scroll = queue.scroll.saturating_sub(5),
        Key::Char('y' | '1' | '*' | '2' | 'n' | '3') if queue.pile == Pile::Waiting && locked => {
            let _ = list::may_write(model);
        }
        Key::Char('y' | '1') if queue.pile == Pile::Waiting => return pass(model, false),
        Key::Char('*' | '2') if queue.pile == Pile::Waiting => return pass(model, true),
        Key::Char('n' | '3') if queue.pile == Pile::Waiting => {
            if let Some(entry) = queue.current() {
                let what = Asked::Return(entry.id, entry.revision);
                prompt::ask(model, what);
            }
        }
        Key::Code(KeyCode::Enter) => {
            if let Some((unit, task)) =
                queue.current().map(|e| (e.unit, e.task)).filter(|e| e.1 != TaskNo::GENERAL)
            {
                return go_to(model, Some(unit), task);
            }
        }
        Key::Char('q' | 'v') | Key::Code(KeyCode::Esc | KeyCode::Backspace) | Key::Ctrl('g' | 'c' | 'h') => {
            model.overlay = Overlay::None;
        }
        _ => {}
    }
    Vec::new()
}

/// Passes the report shown; the next one comes at once.
fn pass(model: &mut Model, highlight: bool) -> Vec<Effect> {
    let Overlay::Queue(queue) = &mut model.overlay else { return Vec::new() };
    let Some(entry) = queue.current() else { return Vec::new() };
    let act = ActAsk::Review(entry.id, entry.revision, Verdict::Pass { highlight });
    gone(queue);
    form::send(model, SaveAsk::Act(Box::new(act)), None)
}

/// Takes the report shown out of what waits.
fn gone(queue: &mut Queue) {
    if let Some(all) = &mut queue.entries
        && queue.at < all.len()
    {
        all.remove(queue.at);
        queue.at = queue.at.min(all.len().saturating_sub(1));
        queue.scroll = 0;
    }
}

pub(super) fn menu_key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    model.overlay = Overlay::None;
    let digit = match Key::of(event) {
        Some(Key::Char(c)) => c.to_digit(10).and_then(|d| usize::try_from(d).ok()),
        _ => None,
    };
    let mut each = Office::ALL.into_iter().enumerate();
    let chosen = each.find(|(place, _)| Some(Office::digit(*place)) == digit);
    let Some((_, chosen)) = chosen else { return Vec::new() };
    if several::office(model, chosen) {
        return Vec::new();
    }
    match asked(model, chosen) {
        Some(Asked::Send(kind, units, tasks)) => prompt::open_notice(model, kind, units, tasks),
        Some(what) => prompt::ask(model, what),
        None => model.warn(say::NOTHING_THERE.say(model.lang).to_owned()),
    }
    Vec::new()
}

/// What is asked for about the selected task; nothing where there is nothing to answer or to end.
fn asked(model: &Model, chosen: Office) -> Option<Asked> {
    let task = model.selected;
    let unit = model.filter.unit.or_else(|| model.plan().task(task).and_then(crate::plan::Task::lead))?;
    Some(match chosen {
        Office::Send(kind) => Asked::Send(kind, vec![unit], vec![task]),
        Office::Answer => Asked::Answer(standing(model, task, Some(unit))?, unit),
        Office::End => Asked::End(standing(model, task, None)?),
        Office::Close => match model.snapshot.office.closed(task, model.snapshot.as_of) {
            Some(_) => Asked::Reopen(task),
            None => Asked::Close(task),
        },
        Office::Extend => Asked::Extend(task),
        Office::Withdraw => {
            let mut moved = model.snapshot.office.extensions.iter().map(|(_, e)| e);
            moved.find(|e| e.task == task && e.withdrawn.is_none()).map(|_| Asked::Withdraw(task))?
        }
    })
}

/// The latest notice about a task, to a unit if one is named, that stands.
fn standing(model: &Model, task: TaskNo, unit: Option<UnitIx>) -> Option<NoticeId> {
    let about = model.snapshot.office.notices.iter().rev().filter(|(_, n)| n.tasks.contains(&task));
    let mut standing = about.filter(|(_, n)| n.stands_on(model.snapshot.as_of));
    standing.find(|(_, n)| unit.is_none_or(|u| n.units.contains(&u))).map(|(id, _)| *id)
}
