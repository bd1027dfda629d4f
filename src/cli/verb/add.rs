//! `duban add`: a report from the shell.

use clap::{ArgMatches, Command};

use super::typed::given;
use super::{Verb, typed};
use crate::cli::Context;
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::error::Error;
use crate::ledger::{Entry, NewEntry, OfficeFault, parse_day};
use crate::ops;
use crate::plan::TaskNo;
use crate::query::{find_task_or_general, find_unit_to_write, parts};
use crate::store::{Scope, Snapshot};
use crate::strings::{Lang, cli, errors, ui};

pub(super) const VERB: Verb = Verb { name: "add", about: cli::ADD, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let command = command.args([
        word("task", "TASK", cli::ADD_TASK, lang).required(true),
        word("text", "TEXT", cli::ADD_TEXT, lang).required_unless_present("status"),
        value("unit", "UNIT", cli::ADD_UNIT, lang),
    ]);
    typed::args(command, lang)
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let typed = given(words, "task").unwrap_or_default();
    let found = parts(typed).map(|typed| Ok((typed, find_task_or_general(reader.plan(), typed)?)));
    let found = found.collect::<Result<Vec<_>, Error>>()?;
    // A report begins with what its unit said last of its task.
    let scope = if let [(_, task)] = found.as_slice() { Scope::Task(*task) } else { Scope::All };
    let snapshot = reader.snapshot_of(scope, context.day(), context.clock.today(), context.known_at)?;
    let (mut tasks, mut all) = (Vec::new(), Vec::new());
    for (typed, task) in found {
        if tasks.contains(&task) {
            return Err(Error::Usage(errors::USAGE_TWICE, typed.to_owned(), "add ".to_owned()));
        }
        tasks.push(task);
        let begun = begin(context, &snapshot, words, task)?;
        let mut new = typed::apply(&snapshot.plan, words, context.lang, begun)?;
        // Standard input is read once, for all of them.
        if let Some(first) = all.first().filter(|_| given(words, "text") == Some("-")) {
            let first: &NewEntry = first;
            new.progress.clone_from(&first.progress);
        }
        all.push(new);
    }
    if all.is_empty() {
        find_task_or_general(&snapshot.plan, typed)?;
    }
    let mut writer = context.writer_instead_of(reader)?;
    let written = ops::add_all(&mut writer, &snapshot.plan, all, context.actor(), context.clock)?;
    let mut out = Out::new();
    for written in &written {
        out.line(&written.id.0.to_string());
        if !context.json {
            said_besides(&mut out, &snapshot, words, written, context.lang);
        }
    }
    Ok(())
}

/// What was written without being typed, below the number: whose report it is, and that a status is none.
fn said_besides(out: &mut Out, snapshot: &Snapshot, words: &ArgMatches, written: &Entry, lang: Lang) {
    let (task, unit) = (written.task.0.to_string(), snapshot.plan.unit_name(written.unit));
    if given(words, "unit").is_none() {
        out.line(&cli::ADDED_FOR_LEAD.with(lang, &[&task, unit]));
    }
    if !written.is_report() {
        out.line(&ui::STATUS_ONLY.with(lang, &[&task, unit]));
    }
}

/// The entry before anything but its task, unit and day was typed.
fn begin(
    context: &Context,
    snapshot: &Snapshot,
    words: &ArgMatches,
    task: TaskNo,
) -> Result<NewEntry, Error> {
    let lead = snapshot.plan.task(task).and_then(crate::plan::Task::lead);
    let unit = match (given(words, "unit"), lead) {
        (None, Some(lead)) => lead,
        (None, None) => return Err(Error::Office(OfficeFault::Wanting("unit"))),
        (Some(typed), _) => find_unit_to_write(&snapshot.plan, typed, context.lang)?,
    };
    let day = given(words, "date").map(parse_day).transpose().map_err(Error::Day)?;
    let day = day.unwrap_or(context.clock.today());
    Ok(NewEntry {
        task,
        unit,
        period: snapshot.office.period_for(day),
        day,
        status: ops::prefill(snapshot, task, unit).0,
        percent: None,
        progress: String::new(),
        problems: String::new(),
        next_steps: String::new(),
        readings: Vec::new(),
        evidence: Vec::new(),
        reporter: context.actor().name.clone(),
    })
}
