//! Entries as people read them, and the options for reading more of them.

use clap::{ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::Telling;
use crate::cli::args::{flag, value};
use crate::cli::out::Out;
use crate::clock::Instant;
use crate::error::Error;
use crate::ledger::{Coded, Entry, EntryId};
use crate::plan::TaskNo;
use crate::query::review_words;
use crate::store::Reader;
use crate::strings::{Lang, Text, cli, errors, words};

/// How many entries a long list gives unasked.
pub(super) const LIMIT: usize = 20;

/// `--limit`, `--before`, `--all`.
pub(super) fn paging(command: Command, lang: Lang) -> Command {
    command.args([
        value("limit", "N", cli::LIMIT, lang).allow_negative_numbers(true),
        value("before", "ENTRY", cli::BEFORE, lang).allow_negative_numbers(true),
        flag("all", cli::EVERY, lang).conflicts_with("limit"),
    ])
}

/// A whole number from an option.
pub(super) fn number(words: &ArgMatches, name: &'static str) -> Result<Option<i64>, Error> {
    let Some(typed) = words.get_one::<String>(name) else { return Ok(None) };
    let value = typed.parse().ok().filter(|n| *n > 0);
    value.map(Some).ok_or_else(|| Error::Usage(errors::NUMBER, format!("--{name} {typed}"), String::new()))
}

/// Where the page asked for begins: after the entry that `--before` names.
pub(super) fn before(
    reader: &Reader,
    words: &ArgMatches,
    known_at: Option<Instant>,
) -> Result<Option<(Date, EntryId)>, Error> {
    let Some(id) = number(words, "before")? else { return Ok(None) };
    reader.place_of(Some(id), known_at)?.map(Some).ok_or(Error::UnknownEntry(id))
}

/// How many entries are asked for.
pub(super) fn limit(words: &ArgMatches) -> Result<usize, Error> {
    let named = number(words, "limit")?.and_then(|n| usize::try_from(n).ok());
    Ok(if words.get_flag("all") { usize::MAX } else { named.unwrap_or(LIMIT) })
}

/// One entry: a line of particulars, then its texts.
pub(super) fn print(out: &mut Out, telling: Telling<'_>, entry: &Entry, lang: Lang) {
    let plan = telling.plan;
    out.line(&head(telling, entry, lang));
    for (label, text) in texts(entry) {
        let label = label.map(|l| format!("{} ", l.say(lang))).unwrap_or_default();
        for (i, line) in text.lines().enumerate() {
            out.line(&format!("  {}{line}", if i == 0 { label.as_str() } else { "" }));
        }
    }
    for reading in &entry.readings {
        let indicator = plan.indicators.iter().find(|i| i.id == reading.indicator);
        let value = indicator.map(|i| reading.value.say(plan, i, lang));
        let value = value.unwrap_or_else(|| reading.value.to_string());
        out.line(format!("  {} {value} {}", reading.indicator, reading.source).trim_end());
    }
    for evidence in &entry.evidence {
        let kind = evidence.kind.word().say(lang);
        out.line(format!("  {kind} {} {}", evidence.reference, evidence.note).trim_end());
    }
}

/// The line of particulars.
pub(super) fn head(telling: Telling<'_>, entry: &Entry, lang: Lang) -> String {
    let plan = telling.plan;
    let about = match plan.task(entry.task) {
        Some(task) => format!("{} {}", task.no.0, task.title),
        None if entry.task == TaskNo::GENERAL => words::GENERAL.say(lang).to_owned(),
        None => entry.task.0.to_string(),
    };
    let percent = entry.percent.map(|p| format!(" {}%", p.get())).unwrap_or_default();
    let status = entry.status.word().say(lang);
    let unit = plan.unit_name(entry.unit);
    let review = review_words(telling.own, entry, lang);
    let review = if review.is_empty() { review } else { format!(" {review}") };
    format!(
        "#{} {} {} {unit} {status}{percent} {}{review} {about}",
        entry.id.0, entry.day, entry.period, entry.reporter
    )
}

fn texts(entry: &Entry) -> impl Iterator<Item = (Option<Text>, &str)> {
    [
        (None, entry.progress.as_str()),
        (Some(cli::PROBLEMS), entry.problems.as_str()),
        (Some(cli::NEXT), entry.next_steps.as_str()),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
}
