//! `duban operator`: who may do what.

mod keys;

use clap::{ArgMatches, Command};

use super::Verb;
use super::said::{day, given, on};
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Office, OfficeFault, Operator, OperatorDuty, Permission, may};
use crate::ops;
use crate::plan::{Plan, UnitIx};
use crate::query::find_one_unit;
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, desk, gate, words as said};

pub(super) const VERB: Verb = Verb { name: "operator", about: desk::OPERATOR, args, run };

const COLUMNS: [Text; 6] =
    [desk::COL_LOGIN, cli::COL_ROLE, cli::COL_UNIT, gate::COL_KEYS, desk::COL_DISABLED, desk::COL_CALLED];

fn args(command: Command, lang: Lang) -> Command {
    let name = || word("name", "NAME", desk::OPERATOR_NAME, lang).required(true);
    let add = Command::new("add").about(desk::OPERATOR_ADD.say(lang)).args([
        name(),
        value("role", "ROLE", desk::OPERATOR_ROLE, lang).required(true),
        value("unit", "UNIT", desk::OPERATOR_UNIT, lang),
        value("display", "NAME", desk::OPERATOR_DISPLAY, lang),
    ]);
    let disable = Command::new("disable").about(desk::OPERATOR_DISABLE.say(lang)).args([name(), on(lang)]);
    let list = Command::new("list").about(desk::OPERATOR_LIST.say(lang));
    command.subcommands([list, add, disable]).subcommands(keys::args(lang))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    match words.subcommand() {
        Some(("add", words)) => add(context, &reader, words),
        Some(("disable", words)) => disable(context, &reader, words),
        Some(("show", words)) => keys::show(context, &reader, words),
        Some(("key", words)) => keys::key(context, &reader, words),
        Some(("authorized-keys", words)) => keys::authorized(context, &reader, words),
        _ => list(context, &reader),
    }
}

fn list(context: &Context, reader: &Reader) -> Result<(), Error> {
    let (plan, lang) = (reader.plan(), context.lang);
    let office = reader.book(context.known_at)?;
    let mut out = Out::new();
    if context.json {
        out.json(&office.operators.iter().map(|o| json::operator_row(plan, o)).collect::<Vec<_>>());
    } else if office.operators.is_empty() {
        out.line(desk::NO_OPERATORS.say(lang));
    } else {
        let mut table = Table::new(lang, &COLUMNS);
        office.operators.iter().for_each(|o| table.row(cells(plan, o, lang)));
        table.print(&mut out);
    }
    Ok(())
}

fn cells(plan: &Plan, operator: &Operator, lang: Lang) -> [String; 6] {
    [
        operator.name.clone(),
        operator.duty.word().say(lang).to_owned(),
        operator.duty.unit().map(|u| plan.unit_name(u)).unwrap_or_default().to_owned(),
        operator.keys.len().to_string(),
        operator.disabled.map(|d| d.to_string()).unwrap_or_default(),
        operator.display.clone(),
    ]
}

fn add(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let (plan, lang) = (reader.plan(), context.lang);
    let name = given(words, "name").unwrap_or_default().trim().to_owned();
    let unit = given(words, "unit").map(|typed| find_one_unit(plan, typed, lang)).transpose()?;
    let duty = duty(given(words, "role").unwrap_or_default(), unit, lang)?;
    let display = given(words, "display").unwrap_or(&name).to_owned();
    let operator = Operator { name: name.clone(), display, duty, disabled: None, keys: Vec::new() };
    let mut writer = context.writer(reader)?;
    ops::list_operator(&mut writer, operator, context.actor(), context.clock)?;
    let office = reader.book(None)?;
    let mut out = Out::new();
    told(context, &mut out, plan, &office, &name, desk::OPERATOR_ADDED);
    let actor = &context.actor().name;
    if !context.json && !may(office.duty(actor), Permission::Manage, None) {
        out.line(&desk::NOT_YOURSELF.with(lang, &[actor]));
    }
    Ok(())
}

fn disable(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let name = given(words, "name").unwrap_or_default().trim();
    let on = day(context, words)?;
    let mut writer = context.writer(reader)?;
    ops::disable_operator(&mut writer, name, on, context.actor(), context.clock)?;
    let office = reader.book(None)?;
    told(context, &mut Out::new(), reader.plan(), &office, name, desk::OPERATOR_DISABLED);
    Ok(())
}

/// Tells an operator as they are now.
fn told(context: &Context, out: &mut Out, plan: &Plan, office: &Office, name: &str, text: Text) {
    let Some(operator) = office.operators.iter().find(|o| o.name == name) else { return };
    if context.json {
        return out.json(&json::operator_row(plan, operator));
    }
    let unit = operator.duty.unit().map(|u| format!(" {}", plan.unit_name(u))).unwrap_or_default();
    let duty = format!("{}{unit}", operator.duty.word().say(context.lang));
    out.line(&text.with(context.lang, &[&operator.name, &duty]));
}

/// A role from its code or word; only a reporter has a unit.
fn duty(typed: &str, unit: Option<UnitIx>, lang: Lang) -> Result<OperatorDuty, Error> {
    let typed = typed.trim();
    let roles = [("office", said::OFFICE), ("reporter", said::REPORTER_DUTY), ("viewer", said::VIEWER)];
    let code = roles.iter().find(|(code, word)| *code == typed || word.zh == typed).map(|(code, _)| *code);
    let Some(code) = code else {
        let choices: Vec<String> = roles
            .iter()
            .map(
                |(code, word)| {
                    if lang == Lang::Zh { format!("{code} {}", word.zh) } else { (*code).to_owned() }
                },
            )
            .collect();
        return Err(Error::Choice(
            typed.to_owned(),
            "--role",
            choices.join(crate::strings::ui::LIST_COMMA.say(lang)),
        ));
    };
    OperatorDuty::parse(code, unit).ok_or(Error::Office(OfficeFault::Wanting("unit")))
}
