//! `duban show`: everything of one task.

use clap::{ArgMatches, Command};

use super::{Verb, beside, entries, indicators, list, said};
use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::error::Error;
use crate::ledger::{Coded, Entry};
use crate::plan::Task;
use crate::query::{find_task, in_words, row};
use crate::store::{PageOf, Reader, Scope, Snapshot};
use crate::strings::{Lang, cli, ui, words};

pub(super) const VERB: Verb = Verb { name: "show", about: cli::SHOW, args, run };

fn args(command: Command, lang: Lang) -> Command {
    entries::paging(command.arg(word("task", "TASK", cli::TASK, lang).required(true)), lang)
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.glance()?;
    let typed = words.get_one::<String>("task").map(String::as_str).unwrap_or_default();
    let task = find_task(reader.plan(), typed)?;
    let snapshot = context.snapshot_of(&reader, Scope::Task(task.no))?;
    let before = entries::before(&reader, words, context.known_at)?;
    one_task(context, &reader, &snapshot, task, before, entries::limit(words)?)
}

/// Prints one task.
pub(super) fn one_task(
    context: &Context,
    reader: &Reader,
    snapshot: &Snapshot,
    task: &Task,
    before: Option<(jiff::civil::Date, crate::ledger::EntryId)>,
    limit: usize,
) -> Result<(), Error> {
    let row = row(snapshot, task, None);
    let of =
        PageOf { task: Some(task.no), before, known_at: snapshot.known_at, ..PageOf::all(snapshot.as_of) };
    let page = reader.page(&of, limit)?;
    let troubles = beside::troubles(reader, snapshot, task)?;
    let mut out = Out::new();
    if context.json {
        let last =
            list::last_entries(reader, snapshot, std::slice::from_ref(&row))?.into_iter().flatten().next();
        out.json(&json::show_task(snapshot, &row, last.as_ref(), &page.entries, &troubles));
        return Ok(());
    }
    let lang = context.lang;
    print_head(&mut out, snapshot, task, lang);
    beside::print(&mut out, snapshot, task, &troubles, lang);
    print_body(&mut out, snapshot, task, lang);
    out.line("");
    out.line(cli::ENTRIES_OF.say(lang));
    print_entries(&mut out, Telling::of(snapshot), &page.entries, lang);
    if let (true, Some(last)) = (page.more, page.entries.last()) {
        out.line(&cli::MORE.with(lang, &[&last.id.0.to_string()]));
    }
    Ok(())
}

fn print_entries(out: &mut Out, telling: Telling<'_>, found: &[Entry], lang: Lang) {
    if found.is_empty() {
        out.line(cli::NO_ENTRIES.say(lang));
    }
    for entry in found {
        entries::print(out, telling, entry, lang);
    }
}

fn print_head(out: &mut Out, snapshot: &Snapshot, task: &Task, lang: Lang) {
    let plan = &snapshot.plan;
    let row = row(snapshot, task, None);
    let group = plan.group(task.group);
    let percent = row.standing.and_then(|s| s.percent).map(|p| format!(" {}%", p.get())).unwrap_or_default();
    let as_of = ui::AS_OF.with(lang, &[&snapshot.as_of.to_string()]);
    let (light, reason) = (row.light.word().say(lang), in_words(snapshot, &row, lang));
    out.line(&format!("{} {}", task.no.0, task.title));
    if lang == Lang::En {
        out.line(&task.gloss);
    }
    if let Some(group) = group {
        out.line(&format!("{} {}", group.numeral, group.title));
    }
    let due = list::due(&row, lang);
    let due = if due.is_empty() { due } else { format!("  {} {due}", cli::COL_DUE.say(lang)) };
    out.line(&format!("{light} {reason}{percent}{due}  {as_of}"));
}

fn print_body(out: &mut Out, snapshot: &Snapshot, task: &Task, lang: Lang) {
    let plan = &snapshot.plan;
    out.line("");
    out.line(cli::BODY.say(lang));
    out.line(&format!("  {}({})", task.body, task.bracket));
    out.line("");
    out.line(cli::BRACKET.say(lang));
    for assignment in &task.assignments {
        let lead = if Some(assignment.unit) == task.lead() { words::LEAD } else { words::SUPPORT };
        let known = snapshot.office.contact(assignment.unit);
        let known = known.map(|c| format!("  {}", said::contact(c, lang))).unwrap_or_default();
        out.line(&format!("  {} {}{known}", lead.say(lang), plan.unit_name(assignment.unit)));
    }
    if let Some(note) = &task.note {
        out.line(&format!("  {note}"));
    }
    if plan.indicators_of(Some(task.no)).next().is_some() {
        out.line("");
        out.line(cli::INDICATORS_OF.say(lang));
        indicators::print(out, snapshot, Some(task.no), lang);
    }
}
