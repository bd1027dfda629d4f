//! `duban add`: a report from the shell.

use std::io::Read;

use clap::{ArgMatches, Command};

use super::{Verb, list::coded};
use crate::cli::Context;
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::error::Error;
use crate::ledger::{NewEntry, Percent, Period, PeriodKind, Status, parse_day};
use crate::ops;
use crate::query::{find_task, find_unit};
use crate::store::Snapshot;
use crate::strings::{Lang, cli};

pub(super) const VERB: Verb = Verb { name: "add", about: cli::ADD, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        word("task", "TASK", cli::TASK, lang).required(true),
        word("text", "TEXT", cli::ADD_TEXT, lang).required(true),
        value("unit", "UNIT", cli::ADD_UNIT, lang).required(true),
        value("status", "STATUS", cli::ADD_STATUS, lang),
        value("percent", "N", cli::ADD_PERCENT, lang).allow_negative_numbers(true),
        value("period", "PERIOD", cli::ADD_PERIOD, lang),
        value("date", "DAY", cli::ADD_DATE, lang),
        value("problems", "TEXT", cli::ADD_PROBLEMS, lang),
        value("next", "TEXT", cli::ADD_NEXT, lang),
        value("reporter", "NAME", cli::ADD_REPORTER, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let snapshot = context.snapshot(&reader)?;
    let new = entry(context, &snapshot, words)?;
    let mut writer = context.writer(&reader)?;
    let written = ops::add(&mut writer, &snapshot.plan, new, &context.actor, context.clock)?;
    Out::new().line(&written.id.0.to_string());
    Ok(())
}

fn entry(context: &Context, snapshot: &Snapshot, words: &ArgMatches) -> Result<NewEntry, Error> {
    let given = |name: &str| words.get_one::<String>(name).map(String::as_str);
    let text = |name| given(name).unwrap_or_default().to_owned();
    let task = find_task(&snapshot.plan, given("task").unwrap_or_default())?.no;
    let unit = find_unit(&snapshot.plan, given("unit").unwrap_or_default(), context.lang)?;
    let day = given("date").map(parse_day).transpose().map_err(Error::Day)?.unwrap_or(context.clock.today());
    let period =
        given("period").map(|p| Period::parse(p).ok_or_else(|| Error::Period(p.to_owned()))).transpose()?;
    let status = given("status").map(|s| coded::<Status>(s, "status", context.lang)).transpose()?;
    Ok(NewEntry {
        task,
        unit,
        period: period.unwrap_or_else(|| Period::containing(day, PeriodKind::TwoMonths)),
        day,
        status: status.unwrap_or_else(|| ops::prefill(snapshot, task, unit).0),
        percent: given("percent").map(Percent::parse).transpose().map_err(Error::Percent)?,
        progress: if given("text") == Some("-") { standard_input()? } else { text("text") },
        problems: text("problems"),
        next_steps: text("next"),
        readings: Vec::new(),
        evidence: Vec::new(),
        reporter: given("reporter").unwrap_or(&context.actor.name).to_owned(),
    })
}

fn standard_input() -> Result<String, Error> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(Error::Stdin)?;
    String::from_utf8(bytes).map_err(|_| Error::StdinNotUtf8)
}
