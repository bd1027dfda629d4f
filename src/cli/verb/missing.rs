//! `duban missing`: who owes what for a period.

use clap::{ArgMatches, Command};

use super::said::given;
use super::{Verb, said};
use crate::cli::args::{flag, value};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::ledger::{Coded, Contact, OfficeFault, Opened};
use crate::query::{OwedCounts, OwedRow, owed};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, cli, desk, ui, words};

pub(super) const VERB: Verb = Verb { name: "missing", about: desk::MISSING, args, run };

const COLUMNS: [Text; 5] = [desk::COL_STATE, cli::COL_LAST, cli::COL_UNIT, cli::COL_NO, cli::COL_TASK];

/// The same once somebody said whom one calls.
const WITH_CONTACTS: [Text; 6] =
    [desk::COL_STATE, cli::COL_LAST, cli::COL_UNIT, words::PERSON, cli::COL_NO, cli::COL_TASK];

/// The names of machine output.
const SHEET: [&str; 5] = ["state", "unit", "task", "title", "first"];

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        value("period", "PERIOD", desk::MISSING_PERIOD, lang),
        value("unit", "UNIT", desk::DUE_UNIT, lang),
        flag("all", desk::MISSING_ALL, lang),
        flag("csv", cli::CSV, lang).conflicts_with("json"),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.glance()?;
    let mut snapshot = context.snapshot(&reader)?;
    let unit = context.unit(&snapshot.plan, words)?;
    let opened = which(&snapshot, words)?;
    if let Some(opened) = opened {
        reader.add_reported(&mut snapshot, opened)?;
    }
    let mut all = opened.map(|o| owed(&snapshot, o)).unwrap_or_default();
    all.retain(|o| unit.is_none_or(|u| u == o.duty.0));
    let counts = OwedCounts::of_rows(&all);
    let every = words.get_flag("all");
    let shown: Vec<OwedRow> = all.into_iter().filter(|o| every || !o.owing.is_there()).collect();
    let mut out = Out::new();
    if context.json {
        let period = opened.map(|o| json::period_row(&o, counts, snapshot.as_of));
        out.json(&json::missing(&snapshot, period, &shown));
    } else if words.get_flag("csv") {
        csv::print(&mut out, &SHEET, shown.iter().map(|o| sheet_row(&snapshot, o)));
    } else {
        print(&mut out, &snapshot, opened.as_ref(), counts, &shown, context.lang);
    }
    Ok(())
}

/// The period named, which must have been opened, else the current one.
fn which(snapshot: &Snapshot, words: &ArgMatches) -> Result<Option<Opened>, Error> {
    let Some(typed) = given(words, "period") else { return Ok(snapshot.office.current(snapshot.as_of)) };
    let period = said::period(typed)?;
    let opened = snapshot.office.opened(snapshot.as_of).find(|o| o.period == period);
    opened.map(Some).ok_or(Error::Office(OfficeFault::NotOpen(period)))
}

fn print(
    out: &mut Out,
    snapshot: &Snapshot,
    opened: Option<&Opened>,
    counts: OwedCounts,
    shown: &[OwedRow],
    lang: Lang,
) {
    let as_of = ui::AS_OF.with(lang, &[&snapshot.as_of.to_string()]);
    let Some(opened) = opened else {
        out.line(&as_of);
        return out.line(desk::NO_PERIOD.say(lang));
    };
    let period = said::period_line(opened, snapshot.as_of, lang);
    out.line(&format!("{as_of}  {}  {period}", opened.period.long(lang)));
    out.line(&said::counts(counts, lang));
    if shown.is_empty() {
        return out.line(desk::ALL_THERE.say(lang));
    }
    let contact = |one: &OwedRow| snapshot.office.contact(one.duty.0).map(Contact::said);
    let known = shown.iter().any(|one| contact(one).is_some());
    let columns: &[Text] = if known { &WITH_CONTACTS } else { &COLUMNS };
    let mut table = Table::new(lang, columns).right(&[columns.len() - 2]);
    for one in shown {
        let title = one.duty.1.and_then(|t| snapshot.plan.task(t)).map(|t| t.title.clone());
        let mut row = vec![
            said::owing(one.owing, lang),
            one.came.map(|d| d.to_string()).unwrap_or_default(),
            snapshot.plan.unit_name(one.duty.0).to_owned(),
            one.duty.1.map(|t| t.0.to_string()).unwrap_or_default(),
            title.unwrap_or_else(|| words::GENERAL.say(lang).to_owned().into()).to_string(),
        ];
        if known {
            row.insert(3, contact(one).unwrap_or_default());
        }
        table.row(row);
    }
    table.print(out);
}

fn sheet_row(snapshot: &Snapshot, one: &OwedRow) -> Vec<String> {
    let title = one.duty.1.and_then(|t| snapshot.plan.task(t)).map(|t| t.title.clone());
    vec![
        one.owing.code().to_owned(),
        snapshot.plan.unit_name(one.duty.0).to_owned(),
        one.duty.1.map(|t| t.0.to_string()).unwrap_or_default(),
        title.unwrap_or_default().to_string(),
        one.came.map(|d| d.to_string()).unwrap_or_default(),
    ]
}
