//! `duban close`: the office accepts a task as finished.

use clap::{ArgMatches, Command};

use super::Verb;
use super::said::{day, given, on, text};
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ops;
use crate::plan::TaskNo;
use crate::query::find_task;
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, desk};

pub(super) const VERB: Verb = Verb { name: "close", about: desk::CLOSE, args, run };

/// `TASK --reason TEXT [--on DAY]`.
pub(super) fn args(command: Command, lang: Lang) -> Command {
    command.args([
        word("task", "TASK", cli::TASK, lang).required(true),
        value("reason", "TEXT", desk::REASON, lang).required(true),
        on(lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let task = find_task(reader.plan(), given(words, "task").unwrap_or_default())?.no;
    let (on, reason) = (day(context, words)?, text(words, "reason")?);
    let plan = reader.plan().clone();
    let mut writer = context.writer(&reader)?;
    ops::close_task(&mut writer, &plan, task, on, &reason, context.actor(), context.clock)?;
    done(context, &reader, task, desk::TASK_CLOSED)
}

/// Tells the closing as it now is.
pub(super) fn done(context: &Context, reader: &Reader, task: TaskNo, text: Text) -> Result<(), Error> {
    let mut out = Out::new();
    if context.json {
        let book = reader.book(None)?;
        out.json(&book.last_closure(task).map(json::closure_row));
    } else {
        out.line(&text.with(context.lang, &[&task.0.to_string()]));
    }
    Ok(())
}
