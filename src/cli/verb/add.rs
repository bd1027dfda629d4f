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
use crate::query::{find_task_or_general, find_unit_to_write};
use crate::store::Snapshot;
use crate::strings::{Lang, cli, ui};

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
    let snapshot = context.snapshot(&reader)?;
    let new = typed::apply(&snapshot.plan, words, context.lang, begin(context, &snapshot, words)?)?;
    let mut writer = context.writer(&reader)?;
    // Who leaves last takes the log into the file; the writer has its folder synced already.
    drop(reader);
    let written = ops::add(&mut writer, &snapshot.plan, new, &context.actor, context.clock)?;
    let mut out = Out::new();
    out.line(&written.id.0.to_string());
    if !context.json {
        said_besides(&mut out, &snapshot, words, &written, context.lang);
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
fn begin(context: &Context, snapshot: &Snapshot, words: &ArgMatches) -> Result<NewEntry, Error> {
    let task = find_task_or_general(&snapshot.plan, given(words, "task").unwrap_or_default())?;
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
        reporter: context.actor.name.clone(),
    })
}
