//! `duban extend`: a task's date is moved, or that is taken back.

use clap::{ArgMatches, Command};

use super::Verb;
use super::said::{day, given, named_day, on, text};
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Extension, OfficeFault};
use crate::ops::{self, Grant};
use crate::plan::TaskNo;
use crate::query::find_task;
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, desk};

pub(super) const VERB: Verb = Verb { name: "extend", about: desk::EXTEND, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let grant = [
        value("reason", "TEXT", desk::REASON, lang),
        value("approved-by", "UNIT", desk::APPROVED_BY, lang),
        value("doc-no", "NO", desk::DOC_NO, lang),
    ];
    let back = value("withdraw", "REASON", desk::WITHDRAW, lang);
    let to = word("to", "DAY", desk::EXTEND_TO, lang);
    command
        .arg(word("task", "TASK", cli::TASK, lang).required(true))
        .arg(to.required_unless_present("withdraw").conflicts_with("withdraw"))
        .args(grant.map(|a| a.required_unless_present("withdraw").conflicts_with("withdraw")))
        .args([back, on(lang)])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let plan = reader.plan().clone();
    let task = find_task(&plan, given(words, "task").unwrap_or_default())?.no;
    let on = day(context, words)?;
    let (by, clock) = (context.actor(), context.clock);
    if given(words, "withdraw").is_some() {
        let reason = text(words, "withdraw")?;
        ops::withdraw(&mut context.writer(&reader)?, task, on, &reason, by, clock)?;
        let taken_back = |e: &Extension| e.withdrawn.as_ref().is_some_and(|(day, _)| *day == on);
        return done(context, &reader, task, taken_back, desk::WITHDRAWN);
    }
    let to = named_day(words, "to")?.ok_or(Error::Office(OfficeFault::Wanting("text")))?;
    let line = |name| given(words, name).unwrap_or_default().to_owned();
    let grant =
        Grant { reason: text(words, "reason")?, approved_by: line("approved-by"), doc_no: line("doc-no") };
    let mut writer = context.writer(&reader)?;
    let made = ops::extend(&mut writer, &plan, task, (to, on), &grant, by, clock)?;
    done(context, &reader, task, |e| *e == made, desk::EXTENDED)
}

/// Tells the last extension of the task that fits, as it now is.
fn done(
    context: &Context,
    reader: &Reader,
    task: TaskNo,
    fits: impl Fn(&Extension) -> bool,
    text: Text,
) -> Result<(), Error> {
    let book = reader.book(None)?;
    let mut of_task = book.extensions.iter().rev().filter(|(_, e)| e.task == task);
    let Some((id, extension)) = of_task.find(|(_, e)| fits(e)) else { return Ok(()) };
    let mut out = Out::new();
    if context.json {
        out.json(&json::extension_row(*id, extension));
        return Ok(());
    }
    let [task, from, to] = [task.0.to_string(), extension.from.to_string(), extension.to.to_string()];
    out.line(&text.with(context.lang, &[&task, &from, &to]));
    Ok(())
}
