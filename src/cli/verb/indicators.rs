//! `duban indicators`: every number and date that the document sets.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::args::flag;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::plan::{Indicator, Plan, TaskNo};
use crate::strings::plan::{binding, due, target};
use crate::strings::{Lang, Text, cli};

pub(super) const VERB: Verb = Verb { name: "indicators", about: cli::INDICATORS, args, run };

const COLUMNS: [Text; 5] = [cli::COL_NO, cli::COL_TARGET, cli::COL_BINDING, cli::COL_DUE, cli::COL_NAME];

fn args(command: Command, lang: Lang) -> Command {
    command.arg(flag("csv", cli::CSV, lang).conflicts_with("json"))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let plan = reader.plan();
    let mut out = Out::new();
    if context.json {
        out.json(&plan.indicators.iter().map(json::indicator_row).collect::<Vec<_>>());
    } else if words.get_flag("csv") {
        let head = COLUMNS.iter().map(|c| c.say(context.lang).to_owned()).collect();
        let body = plan.indicators.iter().map(|i| cells(i, context.lang).to_vec());
        csv::print(&mut out, std::iter::once(head).chain(body));
    } else {
        print(&mut out, plan, None, context.lang);
    }
    Ok(())
}

/// The indicators of one task, or all.
pub(super) fn print(out: &mut Out, plan: &Plan, of: Option<TaskNo>, lang: Lang) {
    let mut table = Table::new(lang, &COLUMNS);
    plan.indicators.iter().filter(|i| of.is_none() || i.task == of).for_each(|i| table.row(cells(i, lang)));
    table.print(out);
}

fn cells(indicator: &Indicator, lang: Lang) -> [String; 5] {
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    [
        indicator.id.clone(),
        target(indicator, lang),
        binding(indicator.binding).say(lang).to_owned(),
        due(indicator.due, lang),
        name.clone(),
    ]
}
