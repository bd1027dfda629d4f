//! `duban list`: tasks, narrowed and ordered.

use clap::{ArgAction, ArgMatches, Command};

use super::Verb;
use super::said::given;
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, csv, json};
use crate::error::Error;
use crate::ledger::{Coded, Entry, Light, Percent, Status};
use crate::plan::Plan;
use crate::query::{Filter, LightFilter, Names, RoleFilter, Row, Sort, TextFilter, find_group, narrow, rows};
use crate::store::{Reader, Scope, Snapshot};
use crate::strings::{Lang, Text, cli, desk, ui, words::role};

pub(super) const VERB: Verb = Verb { name: "list", about: cli::LIST, args, run };

/// The headings of the table, in order.
const COLUMNS: [Text; 8] = [
    cli::COL_NO,
    cli::COL_LIGHT,
    cli::COL_REASON,
    cli::COL_PERCENT,
    cli::COL_LAST,
    cli::COL_DUE,
    cli::COL_UNIT,
    cli::COL_TASK,
];

/// The same for spreadsheets.
const SHEET: [&str; 8] = ["task", "light", "light_reason", "percent", "last_entry", "due", "unit", "title"];

fn args(command: Command, lang: Lang) -> Command {
    narrowing(command, lang).arg(flag("csv", cli::CSV, lang).conflicts_with("json"))
}

/// What a list is narrowed and ordered by.
pub(super) fn narrowing(command: Command, lang: Lang) -> Command {
    let line =
        word("conditions", "CONDITIONS", cli::LIST_CONDITIONS, lang).num_args(0..).action(ArgAction::Append);
    command.args([
        line,
        value("group", "GROUP", cli::LIST_GROUP, lang),
        value("unit", "UNIT", cli::LIST_UNIT, lang),
        value("role", "ROLE", cli::LIST_ROLE, lang),
        value("status", "STATUS", cli::LIST_STATUS, lang),
        value("light", "LIGHT", cli::LIST_LIGHT, lang),
        value("text", "WORDS", cli::LIST_TEXT, lang),
        value("view", "VIEW", desk::VIEW_OPTION, lang),
        flag("missing", desk::LIST_MISSING, lang),
        value("sort", "ORDER", cli::LIST_SORT, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.glance()?;
    let snapshot = context.snapshot_of(&reader, scope(context, &reader, words)?)?;
    let filter = filter(context, &reader, &snapshot, words)?;
    print_list(context, &reader, &snapshot, &filter, words.get_flag("csv"))
}

/// Whose standings the rows are made of. A view, a line of conditions and the order of coming may ask about any.
fn scope(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<Scope, Error> {
    let any =
        given(words, "view").is_some() || ["conditions", "sort"].iter().any(|name| words.contains_id(name));
    let unit = context.unit(reader.plan(), words)?;
    Ok(if any { Scope::All } else { unit.map_or(Scope::Leads, Scope::Unit) })
}

/// The list of the view that was named before any verb.
pub(in crate::cli) fn of_view(context: &Context) -> Result<(), Error> {
    let reader = context.glance()?;
    let snapshot = context.snapshot(&reader)?;
    let filter = context.view(&reader, &snapshot, context.view.as_deref().unwrap_or_default())?;
    print_list(context, &reader, &snapshot, &filter, false)
}

fn print_list(
    context: &Context,
    reader: &Reader,
    snapshot: &Snapshot,
    filter: &Filter,
    as_sheet: bool,
) -> Result<(), Error> {
    let rows = rows(snapshot, filter, filter.sort);
    let mut out = Out::new();
    if context.json {
        let last = last_entries(reader, snapshot, &rows)?;
        out.json(&json_rows(snapshot, &rows, &last));
    } else if as_sheet {
        csv::print(&mut out, &SHEET, rows.iter().map(|r| sheet_row(&snapshot.plan, r)));
    } else if rows.is_empty() {
        out.line(&as_of(snapshot, rows.len(), context.lang));
        out.line(cli::NO_ROWS.say(context.lang));
    } else {
        out.line(&as_of(snapshot, rows.len(), context.lang));
        print(&mut out, &snapshot.plan, &rows, context.lang);
    }
    Ok(())
}

/// The day for which the lights are, and how many tasks follow.
fn as_of(snapshot: &Snapshot, count: usize, lang: Lang) -> String {
    let day = ui::AS_OF.with(lang, &[&snapshot.as_of.to_string()]);
    format!("{day}  {}", cli::TASKS.with(lang, &[&count.to_string()]))
}

/// The conditions of the line, with those of the options in their place.
pub(super) fn filter(
    context: &Context,
    reader: &Reader,
    snapshot: &Snapshot,
    words: &ArgMatches,
) -> Result<Filter, Error> {
    let (plan, lang) = (&snapshot.plan, context.lang);
    let typed = words.get_many::<String>("conditions").into_iter().flatten();
    let typed = typed.map(String::as_str).collect::<Vec<_>>().join(" ");
    let view = given(words, "view").map(|view| context.view(reader, snapshot, view)).transpose()?;
    let mut filter = view.unwrap_or_default();
    if !typed.is_empty() {
        let (narrowed, fault) = narrow(plan, &Names::new(plan, lang), lang, &typed, &filter);
        fault.map_or(Ok(()), Err)?;
        filter = narrowed;
    }
    if let Some(group) = given(words, "group") {
        filter.group = Some(find_group(plan, group, lang)?);
    }
    filter.unit = context.unit(plan, words)?.or(filter.unit);
    filter.role = choice::<RoleFilter>(words, "role", lang)?.unwrap_or(filter.role);
    filter.status = choice::<Status>(words, "status", lang)?.or(filter.status);
    filter.light = lights(words, lang)?.unwrap_or(filter.light);
    filter.missing |= words.get_flag("missing");
    filter.sort = choice::<Sort>(words, "sort", lang)?.unwrap_or(filter.sort);
    let text = given(words, "text").map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    if let Some(looked_for) = text.or(filter.text.map(|t| t.words)) {
        let in_entries = reader.tasks_mentioning(&looked_for, filter.unit, context.when())?;
        filter.text = Some(TextFilter::new(plan, &Names::new(plan, lang), &looked_for, &in_entries));
    } else {
        filter.text = None;
    }
    Ok(filter)
}

fn choice<T: Coded>(words: &ArgMatches, name: &'static str, lang: Lang) -> Result<Option<T>, Error> {
    words.get_one::<String>(name).map(|typed| coded(typed, name, lang)).transpose()
}

/// A value of a closed set, or a sentence that names the set.
pub(super) fn coded<T: Coded>(typed: &str, name: &'static str, lang: Lang) -> Result<T, Error> {
    T::parse(typed).ok_or_else(|| Error::Choice(typed.to_owned(), name, T::choices(lang)))
}

fn lights(words: &ArgMatches, lang: Lang) -> Result<Option<LightFilter>, Error> {
    let Some(typed) = words.get_one::<String>("light") else { return Ok(None) };
    let each = typed.split([',', '，', '、']).map(|l| coded::<Light>(l, "light", lang));
    Ok(Some(LightFilter::of(&each.collect::<Result<Vec<_>, _>>()?)))
}

/// The last entry of each row, in the rows' order.
pub(super) fn last_entries(
    reader: &Reader,
    snapshot: &Snapshot,
    rows: &[Row<'_>],
) -> Result<Vec<Option<Entry>>, Error> {
    let each =
        rows.iter().map(|r| r.standing.map(|s| reader.entry_at(s.entry, snapshot.known_at)).transpose());
    Ok(each.map(|e| e.map(Option::flatten)).collect::<Result<Vec<_>, _>>()?)
}

pub(super) fn json_rows<'a>(
    snapshot: &'a Snapshot,
    rows: &[Row<'a>],
    last: &'a [Option<Entry>],
) -> Vec<json::ListRow<'a>> {
    rows.iter().zip(last).map(|(r, e)| json::list_row(snapshot, r, e.as_ref())).collect()
}

/// Rows as people read them.
pub(super) fn print(out: &mut Out, plan: &Plan, rows: &[Row<'_>], lang: Lang) {
    let mut table = Table::new(lang, &COLUMNS).right(&[0, 3]);
    for row in rows {
        table.row(cells(plan, row, lang));
    }
    table.print(out);
}

/// Rows of one unit: its part in the task instead of its name.
pub(super) fn print_with_role(out: &mut Out, rows: &[Row<'_>], lang: Lang) {
    let [no, light, reason, percent, last, due, _, task] = COLUMNS;
    let mut table =
        Table::new(lang, &[no, light, reason, percent, last, due, cli::COL_ROLE, task]).right(&[0, 3]);
    for row in rows {
        let part = row.role.map(|r| role(r).say(lang).to_owned()).unwrap_or_default();
        table.row(cells_with(row, part, lang));
    }
    table.print(out);
}

fn cells(plan: &Plan, row: &Row<'_>, lang: Lang) -> Vec<String> {
    cells_with(row, row.unit.map(|u| plan.unit_name(u)).unwrap_or_default().to_owned(), lang)
}

/// The names and codes of machine output.
fn sheet_row(plan: &Plan, row: &Row<'_>) -> Vec<String> {
    let percent = row.standing.and_then(|s| s.percent).map(Percent::get);
    vec![
        row.task.no.0.to_string(),
        row.light.code().to_owned(),
        row.reason.short(Lang::Zh),
        percent.map(|p| p.to_string()).unwrap_or_default(),
        row.standing.map(|s| s.day.to_string()).unwrap_or_default(),
        row.deadline.map(|d| d.on.to_string()).unwrap_or_default(),
        row.unit.map(|u| plan.unit_name(u)).unwrap_or_default().to_owned(),
        row.task.title.to_string(),
    ]
}

/// The date that counts, and how often it was moved.
pub(super) fn due(row: &Row<'_>, lang: Lang) -> String {
    let Some(dated) = row.dated else { return String::new() };
    let on = dated.deadline.on;
    match dated.times {
        0 => on.to_string(),
        times => format!("{on} {}", desk::EXTENDED_MARK.with(lang, &[&times.to_string()])),
    }
}

fn cells_with(row: &Row<'_>, who: String, lang: Lang) -> Vec<String> {
    let standing = row.standing;
    let percent = standing.and_then(|s| s.percent).map(Percent::get);
    vec![
        row.task.no.0.to_string(),
        row.light.word().say(lang).to_owned(),
        match row.said_by_other() {
            Some(said) => {
                format!("{} {}:{}", row.reason.short(lang), cli::OWN_REPORT.say(lang), said.say(lang))
            }
            None => row.reason.short(lang),
        },
        percent.map(|p| format!("{p}%")).unwrap_or_default(),
        standing.map(|s| s.day.to_string()).unwrap_or_default(),
        due(row, lang),
        who,
        row.task.title.to_string(),
    ]
}
