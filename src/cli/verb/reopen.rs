//! `duban reopen`: the office takes a closing back.

use clap::ArgMatches;

use super::said::{day, given, text};
use super::{Verb, close};
use crate::cli::Context;
use crate::error::Error;
use crate::ops;
use crate::query::find_task;
use crate::strings::desk;

pub(super) const VERB: Verb = Verb { name: "reopen", about: desk::REOPEN, args: close::args, run };

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let task = find_task(reader.plan(), given(words, "task").unwrap_or_default())?.no;
    let (on, reason) = (day(context, words)?, text(words, "reason")?);
    let mut writer = context.writer(&reader)?;
    ops::reopen_task(&mut writer, task, on, &reason, context.actor(), context.clock)?;
    close::done(context, &reader, task, desk::TASK_REOPENED)
}
