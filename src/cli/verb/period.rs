//! `duban period`: periods are listed, opened and closed.

use clap::{ArgMatches, Command};

use super::said::{day, given, named_day, on};
use super::{Verb, said};
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Opened, Owing, Period};
use crate::ops;
use crate::query::OwedCounts;
use crate::store::{Reader, Snapshot};
use crate::strings::{Lang, Text, desk, words};

pub(super) const VERB: Verb = Verb { name: "period", about: desk::PERIOD, args, run };

const COLUMNS: [Text; 9] = [
    desk::COL_PERIOD,
    desk::COL_OPENED,
    desk::COL_CUTOFF,
    desk::COL_CLOSED,
    words::OWED,
    desk::REPORTED,
    words::LATE,
    words::MISSING,
    desk::RETURNED,
];

fn args(command: Command, lang: Lang) -> Command {
    let open = Command::new("open").about(desk::PERIOD_OPEN.say(lang)).args([
        word("period", "PERIOD", desk::PERIOD_NOW, lang),
        value("cutoff", "DAY", desk::CUTOFF, lang),
        on(lang),
    ]);
    let close = Command::new("close")
        .about(desk::PERIOD_CLOSE.say(lang))
        .args([word("period", "PERIOD", desk::PERIOD_CURRENT, lang), on(lang)]);
    let list = Command::new("list").about(desk::PERIOD_LIST.say(lang));
    command.subcommands([list, open, close])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    match words.subcommand() {
        Some(("open", words)) => open(context, &reader, words),
        Some(("close", words)) => close(context, &reader, words),
        _ => list(context, &reader),
    }
}

fn list(context: &Context, reader: &Reader) -> Result<(), Error> {
    let mut snapshot = context.snapshot(reader)?;
    let opened: Vec<Opened> = snapshot.office.opened(snapshot.as_of).collect();
    for one in &opened {
        reader.add_reported(&mut snapshot, *one)?;
    }
    let counted: Vec<(Opened, OwedCounts)> =
        opened.into_iter().map(|o| (o, OwedCounts::of(&snapshot, o))).collect();
    let (mut out, lang, as_of) = (Out::new(), context.lang, snapshot.as_of);
    if context.json {
        out.json(&counted.iter().map(|(o, c)| json::period_row(o, *c, as_of)).collect::<Vec<_>>());
        return Ok(());
    }
    if counted.is_empty() {
        out.line(desk::NO_PERIOD.say(lang));
        return Ok(());
    }
    let mut table = Table::new(lang, &COLUMNS).right(&[4, 5, 6, 7, 8]);
    for (opened, counts) in counted {
        let closed = opened.closed.filter(|d| *d <= as_of).map(|d| d.to_string()).unwrap_or_default();
        let missing = counts.count(Owing::Due) + counts.count(Owing::Missing);
        let numbers =
            [counts.all(), counts.came(), counts.count(Owing::Late), missing, counts.count(Owing::Returned)];
        let days = [opened.on.to_string(), opened.cutoff.to_string(), closed];
        let first = std::iter::once(opened.period.to_string()).chain(days);
        table.row(first.chain(numbers.map(|n| n.to_string())));
    }
    table.print(&mut out);
    Ok(())
}

fn open(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let on = day(context, words)?;
    let cutoff = named_day(words, "cutoff")?;
    let period = match given(words, "period") {
        Some(typed) => said::period(typed)?,
        None => Period::containing(on, reader.book(context.known_at)?.settings.period),
    };
    let mut writer = context.writer(reader)?;
    let opened = ops::open_period(&mut writer, period, on, cutoff, context.actor(), context.clock)?;
    done(context, reader, &opened, on, desk::OPENED)
}

fn close(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let on = day(context, words)?;
    let book = reader.book(context.known_at)?;
    let period = match given(words, "period") {
        Some(typed) => said::period(typed)?,
        // Where none was opened, the refusal names the period that would be the current one.
        None => book
            .opened(on)
            .find(|o| o.is_open_on(on))
            .map_or_else(|| Period::containing(on, book.settings.period), |o| o.period),
    };
    let mut writer = context.writer(reader)?;
    let closed = ops::close_period(&mut writer, period, on, context.actor(), context.clock)?;
    done(context, reader, &closed, on, desk::CLOSED)
}

/// Tells the period as it now is, with its counts.
fn done(
    context: &Context,
    reader: &Reader,
    opened: &Opened,
    on: jiff::civil::Date,
    text: Text,
) -> Result<(), Error> {
    let mut snapshot: Snapshot = reader.snapshot(on, context.clock.today(), None)?;
    reader.add_reported(&mut snapshot, *opened)?;
    let counts = OwedCounts::of(&snapshot, *opened);
    let (mut out, lang) = (Out::new(), context.lang);
    if context.json {
        out.json(&json::period_row(opened, counts, on));
        return Ok(());
    }
    let parts = [opened.period.long(lang), opened.period.to_string(), opened.cutoff.to_string()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    out.line(&format!("{} {}", text.with(lang, &parts), said::counts(counts, lang)));
    Ok(())
}
