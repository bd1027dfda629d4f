//! What is done with all marked tasks: lines are asked for, then one question names them all, then one save.

use std::collections::BTreeSet;

use super::super::effect::{Effect, SaveAsk};
use super::super::keys::Command;
use super::super::model::{Confirm, Model, Overlay};
use super::super::office::{ActAsk, Asked, Office, Prompt};
use super::super::several::{Job, Several};
use super::form;
use crate::error::Error;
use crate::ledger::{Coded, Entry, NewEntry, Notice, Review, Status, parse_day};
use crate::ops::prefill;
use crate::plan::{TaskNo, UnitIx};
use crate::query::row;
use crate::strings::{several as say, ui};

/// Marks the selected task, or takes its mark away.
pub(super) fn mark(model: &mut Model) {
    if !model.marked.remove(&model.selected) && model.current().is_some() {
        model.marked.insert(model.selected);
    }
}

/// Does a command with all marked tasks, where it can be done so.
pub(super) fn command(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if model.marked.is_empty() {
        return None;
    }
    match command {
        Command::Report => ask(model, Several::Report),
        Command::Edit => ask(model, Several::Append),
        Command::Review => return Some(ask_pass(model)),
        _ => return None,
    }
    Some(Vec::new())
}

/// What the office's menu can do with all marked tasks. Whether there are any.
pub(super) fn office(model: &mut Model, chosen: Office) -> bool {
    match chosen {
        _ if model.marked.is_empty() => return false,
        Office::Send(kind) => ask(model, Several::Send(kind)),
        _ => model.warn(say::ONE_ONLY.say(model.lang).to_owned()),
    }
    true
}

/// Asks for the lines that it takes.
pub(super) fn ask(model: &mut Model, what: Several) {
    let tasks = model.marked.iter().copied().collect();
    model.overlay = Overlay::Prompt(Box::new(Prompt::new(Asked::Several(what, tasks))));
}

/// With the lines written, asks once for all. What was typed stays at hand.
pub(super) fn confirm(model: &mut Model) -> Vec<Effect> {
    let Overlay::Prompt(prompt) = std::mem::replace(&mut model.overlay, Overlay::None) else {
        return Vec::new();
    };
    match job(model, &prompt) {
        Ok((job, question)) => {
            model.held = Some(prompt);
            question_of(model, job, question);
        }
        Err(sentence) => {
            model.overlay = Overlay::Prompt(prompt);
            model.warn(sentence);
        }
    }
    Vec::new()
}

/// Yes: one save, with the lines to go back to if it fails.
pub(super) fn send(model: &mut Model, act: Box<ActAsk>) -> Vec<Effect> {
    let held = model.held.take();
    let effects = form::send(model, SaveAsk::Act(act), None);
    let id = effects.iter().find_map(|e| if let Effect::Save(id, _) = e { Some(*id) } else { None });
    model.prompted = id.zip(held);
    effects
}

/// No: back to the lines.
pub(super) fn back(model: &mut Model) {
    if let Some(prompt) = model.held.take() {
        model.overlay = Overlay::Prompt(prompt);
    }
}

/// All of it is stored.
pub(super) fn done(model: &mut Model, act: &ActAsk) {
    let ActAsk::Several(job) = act else { return };
    model.marked.clear();
    let text = if matches!(job, Job::Add(_) | Job::Edit(_)) { say::SAVED } else { say::DONE };
    model.say(text.with(model.lang, &[&job.count().to_string()]));
}

fn question_of(model: &mut Model, job: Job, question: String) {
    model.overlay = Overlay::Confirm(Confirm::Act(Box::new(ActAsk::Several(job)), question));
    model.fresh = false;
}

fn ask_pass(model: &mut Model) -> Vec<Effect> {
    let waiting = newest(model).into_iter().filter(|e| e.review.state == Review::Submitted);
    let (tasks, all): (Vec<TaskNo>, Vec<_>) = waiting.map(|e| (e.task, (e.id, e.revision))).unzip();
    if all.is_empty() {
        model.say(nothing(model));
        return Vec::new();
    }
    let question = say::ASK_PASS.with(model.lang, &[&tasks.len().to_string(), &numbers(model, &tasks)]);
    question_of(model, Job::Pass(all), question);
    Vec::new()
}

fn nothing(model: &Model) -> String {
    say::NOTHING.with(model.lang, &[&model.marked.len().to_string()])
}

/// The newest report of each marked task, as the screen shows it.
fn newest(model: &Model) -> Vec<Entry> {
    let page = |task| model.newest.get(task).and_then(|page| page.entries.first()).cloned();
    model.marked.iter().filter_map(page).collect()
}

fn numbers(model: &Model, tasks: &[TaskNo]) -> String {
    let each: Vec<String> = tasks.iter().map(|t| t.0.to_string()).collect();
    each.join(ui::LIST_COMMA.say(model.lang))
}

/// The work, and the question that names it.
fn job(model: &Model, prompt: &Prompt) -> Result<(Job, String), String> {
    let Asked::Several(what, tasks) = &prompt.what else { return Err(String::new()) };
    let text = prompt.typed(0);
    if text.is_empty() && !matches!(what, Several::Status(_)) {
        return Err(say::EMPTY.say(model.lang).to_owned());
    }
    let job = match what {
        Several::Report => Job::Add(reports(model, tasks, None, text)),
        Several::Status(status) => Job::Add(reports(model, tasks, Some(*status), text)),
        Several::Append => {
            Job::Edit(newest(model).iter().map(|e| (e.id, e.revision, longer(e, text))).collect())
        }
        Several::Send(kind) => {
            let due = match prompt.typed(1) {
                "" => None,
                typed => Some(parse_day(typed).map_err(|e| Error::Day(e).say(model.lang))?),
            };
            let units: BTreeSet<UnitIx> = tasks.iter().filter_map(|t| whose(model, *t)).collect();
            Job::Send(Box::new(Notice {
                kind: *kind,
                units: units.into_iter().collect(),
                tasks: tasks.clone(),
                on: model.snapshot.as_of,
                due,
                text: text.to_owned(),
                answers: Vec::new(),
                ended: None,
            }))
        }
    };
    if job.count() == 0 {
        return Err(nothing(model));
    }
    let question = question(model, *what, &job);
    Ok((job, question))
}

fn question(model: &Model, what: Several, job: &Job) -> String {
    let lang = model.lang;
    let tasks: Vec<TaskNo> = match job {
        Job::Add(all) => all.iter().map(|n| n.task).collect(),
        Job::Edit(all) => all.iter().map(|(.., n)| n.task).collect(),
        Job::Send(notice) => notice.tasks.clone(),
        Job::Pass(_) => Vec::new(),
    };
    let (count, named) = (tasks.len().to_string(), numbers(model, &tasks));
    let by = match model.filter.unit {
        Some(unit) => say::BY_UNIT.with(lang, &[model.plan().unit_name(unit)]),
        None => say::BY_LEADS.say(lang).to_owned(),
    };
    match (what, job) {
        (Several::Status(status), _) => {
            say::ASK_STATUS.with(lang, &[&count, &named, &by, status.word().say(lang)])
        }
        (Several::Append, _) => say::ASK_APPEND.with(lang, &[&count, &named]),
        (Several::Send(kind), Job::Send(notice)) => {
            let units: Vec<&str> = notice.units.iter().map(|u| model.plan().unit_name(*u)).collect();
            let to = units.join(ui::LIST_COMMA.say(lang));
            say::ASK_SEND.with(lang, &[&count, &named, kind.word().say(lang), &to])
        }
        _ => say::ASK_REPORT.with(lang, &[&count, &named, &by]),
    }
}

/// Whose the task is here: the unit looked at, else the one that leads.
fn whose(model: &Model, task: TaskNo) -> Option<UnitIx> {
    let task = model.plan().task(task)?;
    row(&model.snapshot, task, model.filter.unit).unit
}

/// A report for each task, which begins where the unit's last one left off. A status alone is no report for a task
/// that has it already.
fn reports(model: &Model, tasks: &[TaskNo], status: Option<Status>, text: &str) -> Vec<NewEntry> {
    let (today, office) = (model.clock.today(), &model.snapshot.office);
    let each = tasks.iter().filter_map(|task| {
        let unit = whose(model, *task)?;
        let (before, percent) = prefill(&model.snapshot, *task, unit);
        if text.is_empty() && status == Some(before) {
            return None;
        }
        Some(NewEntry {
            task: *task,
            unit,
            period: office.period_for(today),
            day: today,
            status: status.unwrap_or(before),
            percent,
            progress: text.to_owned(),
            problems: String::new(),
            next_steps: String::new(),
            readings: Vec::new(),
            evidence: Vec::new(),
            reporter: model.actor.name.clone(),
        })
    });
    each.collect()
}

/// What a report says, with a sentence behind it.
fn longer(entry: &Entry, sentence: &str) -> NewEntry {
    let new = entry.as_new();
    let progress =
        if new.progress.is_empty() { sentence.to_owned() } else { format!("{}\n{sentence}", new.progress) };
    NewEntry { progress, ..new }
}
