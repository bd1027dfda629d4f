//! `duban indicators`: every number and date that the document sets.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::args::flag;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::plan::{Binding, Due, Indicator, Plan, Target, TaskNo};
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

/// The indicators of one task, of the overall goals (`Some(None)`), or all.
pub(super) fn print(out: &mut Out, plan: &Plan, of: Option<Option<TaskNo>>, lang: Lang) {
    let mut table = Table::new(lang, &COLUMNS);
    plan.indicators.iter().filter(|i| of.is_none_or(|t| i.task == t)).for_each(|i| table.row(cells(i, lang)));
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

/// The target with its sign and unit of measure: `<=3%`.
pub(crate) fn target(indicator: &Indicator, lang: Lang) -> String {
    match &indicator.target {
        Target::Number(number) => format!("{}{number}{}", indicator.comparator.sign(), indicator.measure),
        Target::Yes => cli::TARGET_YES.say(lang).to_owned(),
        Target::Unknown => cli::TARGET_UNKNOWN.say(lang).to_owned(),
    }
}

/// How binding the document is.
pub(crate) const fn binding(binding: Binding) -> Text {
    match binding {
        Binding::Firm => cli::FIRM,
        Binding::Strive => cli::STRIVE,
        Binding::Promote => cli::PROMOTE,
    }
}

/// When it is due, in words.
pub(crate) fn due(due: Due, lang: Lang) -> String {
    match due {
        Due::None => String::new(),
        Due::On(day) => day.to_string(),
        Due::Horizon(day) => cli::DUE_HORIZON.with(lang, &[&day.to_string()]),
        Due::YearlyBy { month, day } => cli::DUE_YEARLY.with(lang, &[&month.to_string(), &day.to_string()]),
        Due::EveryYear => cli::DUE_EVERY_YEAR.say(lang).to_owned(),
        Due::EveryTerm => cli::DUE_EVERY_TERM.say(lang).to_owned(),
    }
}
