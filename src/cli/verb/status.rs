//! `duban status`: one screen about everything, or about one task, group or unit.

use clap::{ArgAction, ArgMatches, Command};

use super::{Verb, entries, list, said, show};
use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::draft::Folder;
use crate::error::Error;
use crate::ledger::{Coded, Entry, Light, Opened};
use crate::plan::{GroupNo, UnitIx};
use crate::query::{
    Filter, Found, LightCounts, LightFilter, OwedCounts, Sort, find_what, group_counts, light_changes,
    light_counts, rows, unit_counts,
};
use crate::store::{PageOf, Reader, Scope, Snapshot};
use crate::strings::{Lang, cli, overview as say, ui, words};

pub(super) const VERB: Verb = Verb { name: "status", about: cli::STATUS, args, run };

/// How many of the newest entries stand below.
const NEWEST: usize = 3;

/// How many new ones are counted.
const MOST_NEW: usize = 1_001;

fn args(command: Command, lang: Lang) -> Command {
    command.arg(word("what", "WHAT", cli::STATUS_WHAT, lang).num_args(0..).action(ArgAction::Append))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.glance()?;
    // Bare `duban` comes here without the verb's own words.
    let typed: Vec<&str> = match words.try_get_many::<String>("what") {
        Ok(Some(what)) => what.map(String::as_str).collect(),
        _ => Vec::new(),
    };
    if typed.is_empty() {
        return overview(context, &reader, &context.snapshot_of(&reader, Scope::Leads)?);
    }
    let snapshot = |scope| context.snapshot_of(&reader, scope);
    match find_what(reader.plan(), &typed.join(" "), context.lang)? {
        Found::Task(no) => match reader.plan().task(no) {
            Some(task) => show::one_task(context, &reader, &snapshot(Scope::Task(no))?, task, None, NEWEST),
            None => Ok(()),
        },
        Found::Group(group) => of_group(context, &reader, &snapshot(Scope::Leads)?, group),
        Found::Unit(unit) => of_unit(context, &reader, &snapshot(Scope::All)?, unit),
    }
}

fn overview(context: &Context, reader: &Reader, snapshot: &Snapshot) -> Result<(), Error> {
    let everything = Filter::default();
    let counts = light_counts(snapshot, &everything);
    let groups = group_counts(snapshot, &everything);
    let alarm = Filter { light: LightFilter::of(&[Light::Red, Light::Yellow]), ..Filter::default() };
    let attention = rows(snapshot, &alarm, Sort::Light);
    let current = snapshot.office.current(snapshot.as_of);
    let current = current.map(|o| (o, OwedCounts::of(snapshot, o)));
    let before = before(context, reader, snapshot)?;
    let new = new(context, reader, snapshot)?;
    let newest = reader.page(&all(snapshot), NEWEST)?.entries;
    let mut out = Out::new();
    if context.json {
        let last = list::last_entries(reader, snapshot, &attention)?;
        let attention = list::json_rows(snapshot, &attention, &last);
        let period = current.map(|(o, c)| json::period_row(&o, c, snapshot.as_of));
        let before = before.as_ref().map(|(_, counts)| counts);
        let beside = (period, before, new);
        out.json(&json::overview(snapshot, &counts, &groups, attention, &newest, beside));
        return Ok(());
    }
    let lang = context.lang;
    let document = &snapshot.plan.document;
    out.line(&format!("{} {}", document.doc_no, document.plan_title));
    out.line(&head(snapshot, &counts, lang));
    if let Some((opened, counts)) = &current {
        let new = new.map(|n| format!(" {}", say::NEW.with(lang, &[&n.to_string()])));
        let line = period_line(opened, *counts, snapshot.waiting, snapshot, lang);
        out.line(&format!("{line}{}", new.unwrap_or_default()));
    }
    if let Some((opened, before)) = &before {
        let change = light_changes(&counts, before, lang);
        let change = if change.is_empty() { say::NO_CHANGE.say(lang) } else { &change };
        out.line(&format!("{} {change}", say::SINCE.with(lang, &[&opened.period.short(lang)])));
    }
    for (no, tasks) in &groups {
        let Some(group) = snapshot.plan.group(*no) else { continue };
        let seen = light_counts(snapshot, &Filter { group: Some(*no), ..Filter::default() });
        out.line(&format!(" {} {tasks:>2}  {}  {}", group.numeral, lights(&seen, lang), group.title));
    }
    out.line("");
    if attention.is_empty() {
        out.line(cli::NOTHING_PRESSES.say(lang));
    } else {
        out.line(&cli::ATTENTION.with(lang, &[&attention.len().to_string()]));
        list::print(&mut out, &snapshot.plan, &attention, lang);
    }
    print_newest(&mut out, Telling::of(snapshot), &newest, lang);
    Ok(())
}

/// The period before the current one, and the lights at its end.
fn before(
    context: &Context,
    reader: &Reader,
    snapshot: &Snapshot,
) -> Result<Option<(Opened, LightCounts)>, Error> {
    let Some(opened) = snapshot.office.opened(snapshot.as_of).nth(1) else { return Ok(None) };
    let end = opened.period.ends().min(snapshot.as_of);
    let then = reader.snapshot_of(Scope::Leads, end, context.clock.today(), context.known_at)?;
    Ok(Some((opened, light_counts(&then, &Filter::default()))))
}

/// How many reports came since the operator last left the screen, where they ever did.
fn new(context: &Context, reader: &Reader, snapshot: &Snapshot) -> Result<Option<usize>, Error> {
    // Before the first period nothing is awaited, and nobody notes what they saw; so nobody's name is asked for.
    let awaited = !snapshot.office.periods.is_empty();
    let visited = awaited.then(|| Folder::beside(&context.path).visited(&context.actor().name)).flatten();
    let since = visited.filter(|seq| context.known_at.is_none() && *seq <= snapshot.seq);
    let came = since.map(|seq| reader.came_since(seq, &context.actor().name, MOST_NEW));
    Ok(came.transpose()?.map(|ids| ids.len()))
}

fn of_group(context: &Context, reader: &Reader, snapshot: &Snapshot, group: GroupNo) -> Result<(), Error> {
    let filter = Filter { group: Some(group), ..Filter::default() };
    let rows = rows(snapshot, &filter, Sort::Task);
    let mut out = Out::new();
    if context.json {
        let last = list::last_entries(reader, snapshot, &rows)?;
        out.json(&list::json_rows(snapshot, &rows, &last));
        return Ok(());
    }
    if let Some(group) = snapshot.plan.group(group) {
        out.line(&format!("{} {}", group.numeral, group.title));
        if context.lang == Lang::En {
            out.line(&group.gloss);
        }
    }
    out.line(&head(snapshot, &light_counts(snapshot, &filter), context.lang));
    list::print(&mut out, &snapshot.plan, &rows, context.lang);
    Ok(())
}

fn of_unit(context: &Context, reader: &Reader, snapshot: &Snapshot, unit: UnitIx) -> Result<(), Error> {
    let filter = Context::of_unit(unit);
    let rows = rows(snapshot, &filter, Sort::Task);
    let lights = light_counts(snapshot, &filter);
    let Some(count) = unit_counts(&snapshot.plan).into_iter().find(|c| c.unit == unit) else { return Ok(()) };
    let mut out = Out::new();
    if context.json {
        let last = list::last_entries(reader, snapshot, &rows)?;
        let rows = list::json_rows(snapshot, &rows, &last);
        out.json(&json::unit_status(snapshot, &count, &lights, rows));
        return Ok(());
    }
    let of = PageOf { unit: Some(unit), ..all(snapshot) };
    let (newest, lang) = (reader.page(&of, NEWEST)?.entries, context.lang);
    let numbers = [count.leads, count.supports, count.covered].map(|n| n.to_string());
    let [leads, supports, covered] = &numbers;
    out.line(&format!(
        "{}  {}",
        snapshot.plan.unit_name(unit),
        cli::UNIT_COUNTS.with(lang, &[leads, supports, covered])
    ));
    out.line(&head(snapshot, &lights, lang));
    if rows.is_empty() {
        out.line(cli::NO_ROWS.say(lang));
    } else {
        list::print_with_role(&mut out, &rows, lang);
    }
    print_newest(&mut out, Telling::of(snapshot), &newest, lang);
    Ok(())
}

fn all(snapshot: &Snapshot) -> PageOf {
    PageOf { known_at: snapshot.known_at, ..PageOf::all(snapshot.as_of) }
}

fn print_newest(out: &mut Out, telling: Telling<'_>, newest: &[Entry], lang: Lang) {
    out.line("");
    if newest.is_empty() {
        out.line(cli::NO_ENTRIES.say(lang));
        return;
    }
    out.line(cli::NEWEST.say(lang));
    for entry in newest {
        entries::print(out, telling, entry, lang);
    }
}

/// `第3期 应报21 已报16 未报5 待审4 截止2025-06-25 剩1天`.
fn period_line(
    opened: &Opened,
    counts: OwedCounts,
    waiting: usize,
    snapshot: &Snapshot,
    lang: Lang,
) -> String {
    let gap = if lang == Lang::Zh { "" } else { " " };
    let (period, counts) = (opened.period.short(lang), said::counts(counts, lang));
    let waiting = format!("{}{gap}{waiting}", words::WAITING.say(lang));
    format!("{period} {counts} {waiting} {}", said::period_line(opened, snapshot.as_of, lang))
}

/// Day, number of tasks, lights, and the plan's horizon once it has passed.
fn head(snapshot: &Snapshot, counts: &LightCounts, lang: Lang) -> String {
    let as_of = ui::AS_OF.with(lang, &[&snapshot.as_of.to_string()]);
    let total = cli::ALL_TASKS.with(lang, &[&counts.total().to_string()]);
    let mut head = format!("{as_of}  {total}  {}", lights(counts, lang));
    if let Some((day, _)) = snapshot.plan.horizon.as_ref().filter(|(day, _)| snapshot.as_of > *day) {
        head.push('\n');
        head.push_str(&cli::HORIZON.with(lang, &[&day.to_string()]));
    }
    head
}

/// Every light with its count, also those that count nothing.
fn lights(counts: &LightCounts, lang: Lang) -> String {
    let gap = if lang == Lang::Zh { "" } else { " " };
    let each = Light::ALL.iter().map(|l| format!("{}{gap}{}", l.word().say(lang), counts.of(*l)));
    each.collect::<Vec<_>>().join(" ")
}
