//! `duban view`: conditions under a number and a name.

use clap::{ArgAction, ArgMatches, Command};

use super::Verb;
use super::said::given;
use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::OfficeFault;
use crate::ops;
use crate::query::{Names, ViewRow, parse, views};
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, conditions as say, desk};

pub(super) const VERB: Verb = Verb { name: "view", about: desk::VIEW, args, run };

const COLUMNS: [Text; 3] = [cli::COL_NO, cli::COL_NAME, desk::COL_CONDITIONS];

fn args(command: Command, lang: Lang) -> Command {
    let number = || word("number", "N", desk::VIEW_NUMBER, lang).required(true);
    let line = word("conditions", "CONDITIONS", cli::LIST_CONDITIONS, lang);
    let save = Command::new("save").about(desk::VIEW_SAVE.say(lang)).args([
        number(),
        word("name", "NAME", desk::VIEW_NAME, lang).required(true),
        line.required(true).num_args(1..).action(ArgAction::Append),
    ]);
    let remove = Command::new("remove").about(desk::VIEW_REMOVE.say(lang)).arg(number());
    let list = Command::new("list").about(desk::VIEW_LIST.say(lang));
    command.subcommands([list, save, remove])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    match words.subcommand() {
        Some(("save", words)) => save(context, &reader, words),
        Some(("remove", words)) => remove(context, &reader, words),
        _ => list(context, &reader),
    }
}

fn list(context: &Context, reader: &Reader) -> Result<(), Error> {
    let all = all(context, reader)?;
    let mut out = Out::new();
    if context.json {
        out.json(&all.iter().map(json::view_row).collect::<Vec<_>>());
        return Ok(());
    }
    let mut table = Table::new(context.lang, &COLUMNS).right(&[0]);
    for view in &all {
        let line = view.line.clone().unwrap_or_else(|| say::NEEDS_UNIT.say(context.lang).to_owned());
        let line = if line.is_empty() { say::ALL_TASKS.say(context.lang).to_owned() } else { line };
        table.row([view.number.to_string(), view.name.clone(), line]);
    }
    table.print(&mut out);
    Ok(())
}

fn save(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let (plan, lang) = (reader.plan().clone(), context.lang);
    let typed: Vec<&str> =
        words.get_many::<String>("conditions").into_iter().flatten().map(String::as_str).collect();
    let filter = parse(&plan, &Names::new(&plan, lang), lang, &typed.join(" "))?;
    let (number, name) = (number(words)?, given(words, "name").unwrap_or_default());
    let mut writer = context.writer(reader)?;
    ops::save_view(&mut writer, &plan, (number, name), &filter, context.actor(), context.clock)?;
    let kept = all(context, reader)?.into_iter().find(|v| v.number == number);
    let mut out = Out::new();
    match kept {
        Some(view) if context.json => out.json(&json::view_row(&view)),
        Some(view) => {
            let line = view.line.unwrap_or_default();
            out.line(&desk::VIEW_SAVED.with(lang, &[&number.to_string(), &view.name, &line]));
        }
        None => {}
    }
    Ok(())
}

fn remove(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let number = number(words)?;
    ops::remove_view(&mut context.writer(reader)?, number, context.actor(), context.clock)?;
    if context.json {
        return list(context, reader);
    }
    Out::new().line(&desk::VIEW_REMOVED.with(context.lang, &[&number.to_string()]));
    Ok(())
}

fn all(context: &Context, reader: &Reader) -> Result<Vec<ViewRow>, Error> {
    let snapshot = context.snapshot(reader)?;
    let names = Names::new(&snapshot.plan, context.lang);
    Ok(views(&snapshot, &names, &context.actor().name, context.lang))
}

fn number(words: &ArgMatches) -> Result<u8, Error> {
    let typed = given(words, "number").unwrap_or_default();
    let number = crate::text::fold(typed.trim()).parse().ok();
    number.ok_or_else(|| Error::Office(OfficeFault::NoView(typed.to_owned(), "6-9".to_owned())))
}
