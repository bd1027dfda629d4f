//! `duban indicators`: every number and date that the document sets.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::args::flag;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::plan::{Indicator, TaskNo};
use crate::query::judged_word;
use crate::store::Snapshot;
use crate::strings::plan::{binding, due, target};
use crate::strings::{Lang, Text, cli};

pub(super) const VERB: Verb = Verb { name: "indicators", about: cli::INDICATORS, args, run };

const COLUMNS: [Text; 7] = [
    cli::COL_NO,
    cli::COL_TARGET,
    cli::COL_VALUE,
    cli::COL_MET,
    cli::COL_BINDING,
    cli::COL_DUE,
    cli::COL_NAME,
];

/// The names of machine output.
const SHEET: [&str; 9] = ["id", "comparator", "target", "unit", "value", "met", "binding", "due", "name"];

fn args(command: Command, lang: Lang) -> Command {
    command.arg(flag("csv", cli::CSV, lang).conflicts_with("json"))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.glance()?;
    let snapshot = &context.snapshot(&reader)?;
    let plan = &snapshot.plan;
    let mut out = Out::new();
    if context.json {
        out.json(&plan.indicators.iter().map(|i| json::indicator_row(snapshot, i)).collect::<Vec<_>>());
    } else if words.get_flag("csv") {
        csv::print(
            &mut out,
            &SHEET,
            plan.indicators.iter().map(|i| json::indicator_row(snapshot, i).sheet()),
        );
    } else {
        print(&mut out, snapshot, None, context.lang);
    }
    Ok(())
}

/// The indicators of one task, or all.
pub(super) fn print(out: &mut Out, snapshot: &Snapshot, of: Option<TaskNo>, lang: Lang) {
    let mut table = Table::new(lang, &COLUMNS);
    let wanted = snapshot.plan.indicators.iter().filter(|i| of.is_none() || i.task == of);
    wanted.for_each(|i| table.row(cells(snapshot, i, lang)));
    table.print(out);
}

fn cells(snapshot: &Snapshot, indicator: &Indicator, lang: Lang) -> [String; 7] {
    let known = snapshot.readings.get(indicator.id.as_str()).map(|(reading, _, _)| reading);
    let judged = judged_word(snapshot, indicator).map(|word| word.say(lang).to_owned());
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    [
        indicator.id.to_string(),
        target(indicator, lang),
        known.map(|r| r.value.say(&snapshot.plan, indicator, lang)).unwrap_or_default(),
        judged.unwrap_or_default(),
        binding(indicator.binding).say(lang).to_owned(),
        due(indicator.due, lang),
        name.to_string(),
    ]
}
