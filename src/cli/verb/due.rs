//! `duban due`: what is due, nearest first.

use clap::{ArgMatches, Command};

use super::{Verb, entries, said};
use crate::cli::args::{flag, value};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::ledger::Coded;
use crate::query::{DueItem, days_left, due};
use crate::store::{Scope, Snapshot};
use crate::strings::{Lang, Text, cli, desk, ui, words};
use crate::text::truncate;

pub(super) const VERB: Verb = Verb { name: "due", about: desk::DUE, args, run };

/// Cells for the first words of a notice.
const WORDS: usize = 40;

const COLUMNS: [Text; 7] = [
    desk::COL_DAY,
    desk::COL_LEFT,
    cli::COL_KIND,
    desk::COL_STATE,
    cli::COL_UNIT,
    cli::COL_NO,
    cli::COL_TASK,
];

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        value("within", "DAYS", desk::WITHIN, lang).allow_negative_numbers(true),
        value("unit", "UNIT", desk::DUE_UNIT, lang),
        flag("csv", cli::CSV, lang).conflicts_with("json"),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.glance()?;
    let snapshot = context.snapshot_of(&reader, Scope::Leads)?;
    let within = entries::number(words, "within")?;
    let unit = context.unit(&snapshot.plan, words)?;
    let mut items = due(&snapshot, unit);
    items.retain(|item| within.is_none_or(|days| item.within(days, snapshot.as_of)));
    let (mut out, lang) = (Out::new(), context.lang);
    let rows = items.iter().map(|item| json::due_row(&snapshot, item));
    if context.json {
        out.json(&rows.collect::<Vec<_>>());
        return Ok(());
    }
    if words.get_flag("csv") {
        csv::print(&mut out, &json::DueRow::SHEET, rows.map(json::DueRow::sheet));
        return Ok(());
    }
    let as_of = ui::AS_OF.with(lang, &[&snapshot.as_of.to_string()]);
    out.line(&format!("{as_of}  {}", desk::THINGS.with(lang, &[&items.len().to_string()])));
    if items.is_empty() {
        out.line(desk::NOTHING_DUE.say(lang));
        return Ok(());
    }
    let mut table = Table::new(lang, &COLUMNS).right(&[5]);
    for item in &items {
        table.row(cells(&snapshot, item, lang));
    }
    table.print(&mut out);
    Ok(())
}

fn cells(snapshot: &Snapshot, item: &DueItem, lang: Lang) -> [String; 7] {
    let moved = item.first.map(|first| {
        let times = desk::EXTENDED_MARK.with(lang, &[&item.extended.to_string()]);
        format!("{times} {} {first}", desk::COL_FIRST.say(lang))
    });
    let state = item.state.map(|state| said::owing(state, lang)).or(moved);
    let text = json::what_is_due(snapshot, item);
    let text = if text.is_empty() { words::GENERAL.say(lang) } else { text };
    [
        item.on.map(|on| on.to_string()).unwrap_or_default(),
        days_left(item.left(snapshot.as_of), lang),
        item.kind.word().say(lang).to_owned(),
        state.unwrap_or_default(),
        snapshot.plan.unit_name(item.unit).to_owned(),
        item.task.map(|t| t.0.to_string()).unwrap_or_default(),
        match item.notice {
            Some(id) => format!("#{} {}", id.0, truncate(text.lines().next().unwrap_or_default(), WORDS)),
            None => text.to_owned(),
        },
    ]
}
