//! `duban units`: who is responsible.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::args::flag;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::plan::{Kind, Origin, Plan, Unit};
use crate::query::{UnitCount, unit_counts};
use crate::strings::{Lang, Text, cli, ui, words};

pub(super) const VERB: Verb = Verb { name: "units", about: cli::UNITS, args, run };

const COLUMNS: [Text; 6] =
    [words::LEAD, words::SUPPORT, words::COVERED, cli::COL_KIND, cli::COL_UNIT, cli::COL_ALIASES];

/// The names of machine output, the first three as counts.
const SHEET: [&str; 7] = ["leads", "supports", "covered", "kind", "name", "aliases", "members"];

fn args(command: Command, lang: Lang) -> Command {
    command.arg(flag("csv", cli::CSV, lang).conflicts_with("json"))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let plan = reader.plan();
    let mut out = Out::new();
    if context.json {
        let rows: Vec<_> = plan.units().filter_map(|(ix, _)| json::unit_row(plan, ix)).collect();
        out.json(&rows);
        return Ok(());
    }
    let lang = context.lang;
    let counts = unit_counts(plan).into_iter().filter_map(|c| Some((plan.unit(c.unit)?, c)));
    if words.get_flag("csv") {
        csv::print(&mut out, &SHEET, counts.map(|(unit, count)| sheet_row(plan, unit, &count)));
    } else {
        let rows = counts.map(|(unit, count)| cells(plan, unit, &count, lang));
        let mut table = Table::new(lang, &COLUMNS).right(&[0, 1, 2]);
        rows.for_each(|r| table.row(r));
        table.print(&mut out);
    }
    Ok(())
}

fn sheet_row(plan: &Plan, unit: &Unit, count: &UnitCount) -> Vec<String> {
    let (kind, members) = match &unit.kind {
        Kind::Named => ("named", None),
        Kind::Collective(members) => ("collective", members.as_ref()),
    };
    let members: Vec<&str> = members.into_iter().flatten().map(|m| plan.unit_name(*m)).collect();
    let [leads, supports, covered] = [count.leads, count.supports, count.covered].map(|n| n.to_string());
    let comma = ui::LIST_COMMA.say(Lang::Zh);
    let (aliases, members) = (unit.aliases.join(comma), members.join(comma));
    vec![leads, supports, covered, kind.to_owned(), unit.name.clone(), aliases, members]
}

fn cells(plan: &Plan, unit: &Unit, count: &UnitCount, lang: Lang) -> Vec<String> {
    let number = |n: usize| if n == 0 { "-".to_owned() } else { n.to_string() };
    let kind = if unit.kind == Kind::Named { cli::KIND_NAMED } else { cli::KIND_COLLECTIVE };
    vec![
        number(count.leads),
        number(count.supports),
        number(count.covered),
        kind.say(lang).to_owned(),
        unit.name.clone(),
        remarks(plan, unit, lang),
    ]
}

/// Aliases, members, and where the name comes from.
fn remarks(plan: &Plan, unit: &Unit, lang: Lang) -> String {
    let comma = ui::LIST_COMMA.say(lang);
    let mut parts = unit.aliases.clone();
    match &unit.kind {
        Kind::Named => {}
        Kind::Collective(None) => parts.push(cli::MEMBERS_UNKNOWN.say(lang).to_owned()),
        Kind::Collective(Some(members)) => {
            let names: Vec<&str> = members.iter().map(|m| plan.unit_name(*m)).collect();
            parts.push(cli::MEMBERS.with(lang, &[&names.join(comma)]));
        }
    }
    if let Origin::Outside(reason) = &unit.origin {
        parts.push(cli::OUTSIDE.with(lang, &[reason]));
    }
    if lang == Lang::En {
        parts.push(unit.gloss.clone());
    }
    parts.join(comma)
}
