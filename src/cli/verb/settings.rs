//! `duban settings`: the office's settings are listed and set.

use clap::{ArgMatches, Command};

use super::Verb;
use super::list::coded;
use super::said::given;
use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Coded, Setting, Settings};
use crate::ops;
use crate::plan::Plan;
use crate::query::find_units;
use crate::strings::{Lang, Text, cli, desk};

pub(super) const VERB: Verb = Verb { name: "settings", about: desk::SETTINGS, args, run };

const COLUMNS: [Text; 5] =
    [cli::COL_NAME, desk::COL_VALUE, desk::COL_DEFAULT, desk::COL_CHOICES, desk::COL_MEANING];

fn args(command: Command, lang: Lang) -> Command {
    command.args([word("name", "NAME", desk::SETTING, lang), word("value", "VALUE", desk::VALUE, lang)])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let plan = reader.plan().clone();
    let setting = given(words, "name").map(|typed| coded::<Setting>(typed, "settings", context.lang));
    let setting = setting.transpose()?;
    if let (Some(setting), Some(typed)) = (setting, given(words, "value")) {
        let value = value(&plan, setting, typed, context.lang)?;
        let mut writer = context.writer(&reader)?;
        ops::set(&mut writer, &plan, setting, &value, context.actor(), context.clock)?;
    }
    let settings = reader.book(context.known_at)?.settings;
    let mut out = Out::new();
    match setting {
        Some(one) if context.json => out.json(&json::setting_row(&plan, &settings, one)),
        None if context.json => {
            let rows = Setting::ALL.iter().map(|s| json::setting_row(&plan, &settings, *s));
            out.json(&rows.collect::<Vec<_>>());
        }
        one => print(&mut out, &plan, &settings, one, context.lang),
    }
    Ok(())
}

/// Units by any name that fits, as codes; everything else as typed.
fn value(plan: &Plan, setting: Setting, typed: &str, lang: Lang) -> Result<String, Error> {
    if !matches!(setting, Setting::General | Setting::Office) {
        return Ok(typed.to_owned());
    }
    let units = find_units(plan, typed, lang)?;
    let codes: Vec<&str> = units.iter().filter_map(|u| plan.unit(*u)).map(|u| u.code.as_str()).collect();
    Ok(codes.join(","))
}

fn print(out: &mut Out, plan: &Plan, settings: &Settings, one: Option<Setting>, lang: Lang) {
    let mut table = Table::new(lang, &COLUMNS);
    for setting in Setting::ALL.iter().filter(|s| one.is_none_or(|one| one == **s)) {
        table.row([
            setting.code().to_owned(),
            settings.get(plan, *setting),
            Settings::default().get(plan, *setting),
            json::setting_choices(plan, *setting),
            setting.word().say(lang).to_owned(),
        ]);
    }
    table.print(out);
}
