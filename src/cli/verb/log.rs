//! `duban log`: entries, newest first.

use std::borrow::Cow;

use clap::{ArgMatches, Command};

use super::{Verb, entries};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::{Context, Telling, csv, json, sheet};
use crate::error::Error;
use crate::ledger::{Entry, parse_day};
use crate::query::{find_task_or_general, find_unit};
use crate::store::{Hunt, Page, PageOf, Reader, StoreError};
use crate::strings::{Lang, care, cli, ui};

pub(super) const VERB: Verb = Verb { name: "log", about: cli::LOG, args, run };

/// How many entries are read at a time when all are wanted.
const CHUNK: usize = 500;

fn args(command: Command, lang: Lang) -> Command {
    let command = command.args([
        word("task", "TASK", cli::LOG_TASK, lang),
        value("unit", "UNIT", cli::LOG_UNIT, lang),
        value("since", "DAY", cli::LOG_SINCE, lang),
        value("text", "WORDS", cli::LOG_TEXT, lang),
        flag("csv", cli::CSV, lang).conflicts_with("json"),
    ]);
    entries::paging(command, lang)
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let plan = reader.plan().clone();
    let task = words.get_one::<String>("task").map(|t| find_task_or_general(&plan, t)).transpose()?;
    let unit = words.get_one::<String>("unit").map(|u| find_unit(&plan, u, context.lang)).transpose()?;
    let since = words.get_one::<String>("since").map(|d| parse_day(d)).transpose().map_err(Error::Day)?;
    let before = entries::before(&reader, words, context.known_at)?;
    let of = PageOf { task, unit, since, before, ..PageOf::all(context.when()) };
    let limit = entries::limit(words)?;
    let words_wanted = words.get_one::<String>("text").map(|t| t.trim()).filter(|t| !t.is_empty());
    let telling = Telling::now(&reader)?;
    let reader = Source { reader: &reader, telling, hunt: words_wanted.map(|t| reader.hunt(t)).transpose()? };
    let mut out = Out::new();
    if context.json {
        print_json(&mut out, &reader, of, limit)
    } else if words.get_flag("csv") {
        csv::print(&mut out, &sheet::COLUMNS, []);
        each(&mut out, &reader, of, limit, |out, e| {
            csv::write(out, [sheet::cells(telling, e).map(Cow::into_owned).to_vec()]);
        })
        .map(|_| ())
    } else {
        print_people(&mut out, &reader, of, limit, context.lang)?;
        print_purged(&mut out, &reader, &of, context)
    }
}

fn print_people(
    out: &mut Out,
    reader: &Source<'_>,
    of: PageOf,
    limit: usize,
    lang: Lang,
) -> Result<(), Error> {
    let telling = reader.telling;
    let mut last = None;
    let more = each(out, reader, of, limit, |out, e| {
        last = Some(e.id.0);
        entries::print(out, telling, e, lang);
    })?;
    match last {
        None => out.line(cli::NO_ENTRIES.say(lang)),
        Some(id) if more => out.line(&cli::MORE.with(lang, &[&id.to_string()])),
        Some(_) => {}
    }
    Ok(())
}

/// Entries of an earlier moment that can no longer be shown.
fn print_purged(out: &mut Out, reader: &Source<'_>, of: &PageOf, context: &Context) -> Result<(), Error> {
    let Some(known_at) = context.known_at.filter(|_| reader.hunt.is_none()) else { return Ok(()) };
    let asked = |task, unit| of.task.is_none_or(|t| t == task) && of.unit.is_none_or(|u| u == unit);
    let purged =
        reader.reader.purged_then(known_at)?.into_iter().filter(|(_, task, unit)| asked(*task, *unit));
    let numbers: Vec<String> = purged.map(|(id, ..)| format!("#{}", id.0)).collect();
    if !numbers.is_empty() {
        let numbers = numbers.join(ui::LIST_COMMA.say(context.lang));
        out.line(&care::GONE_THEN.with(context.lang, &[&numbers]));
    }
    Ok(())
}

fn print_json(out: &mut Out, reader: &Source<'_>, of: PageOf, limit: usize) -> Result<(), Error> {
    let telling = reader.telling;
    let mut first = true;
    out.text("[");
    each(out, reader, of, limit, |out, e| {
        out.text(if std::mem::take(&mut first) { "\n  " } else { ",\n  " });
        out.text(&json::line(&json::entry_row(telling, e)));
    })?;
    out.text(if first { "]\n" } else { "\n]\n" });
    Ok(())
}

/// Where entries come from: all of them, or those that hold a text.
struct Source<'r> {
    reader: &'r Reader,
    telling: Telling<'r>,
    hunt: Option<Hunt>,
}

impl Source<'_> {
    fn page(&self, of: &PageOf, most: usize) -> Result<Page, StoreError> {
        match &self.hunt {
            Some(hunt) => self.reader.hits(hunt, of, most),
            None => self.reader.page(of, most),
        }
    }
}

/// Hands over entry after entry, a chunk at a time, and says whether there are more.
fn each(
    out: &mut Out,
    reader: &Source<'_>,
    mut of: PageOf,
    mut left: usize,
    mut with: impl FnMut(&mut Out, &Entry),
) -> Result<bool, Error> {
    loop {
        let page = reader.page(&of, left.min(CHUNK))?;
        page.entries.iter().for_each(|e| with(out, e));
        left = left.saturating_sub(page.entries.len());
        let Some(last) = page.entries.last().filter(|_| page.more && left > 0 && !out.is_closed()) else {
            return Ok(page.more);
        };
        of.before = Some((last.day, last.id));
    }
}
