//! Bulletins that are issued: `duban report bulletin --issue`, `--issued`, `--corrections`, and `duban report issued`.

use clap::{ArgMatches, Command};

use super::said;
use super::said::given;
use crate::cli::args::{flag, value};
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Issued, OfficeFault};
use crate::ops;
use crate::report::doc::Document;
use crate::report::issued::{again, corrections, digest, paper};
use crate::report::{Sources, Wanted, bulletin};
use crate::store::Reader;
use crate::strings::{Lang, Text, export as say, report as word, sheet};

/// How often a bulletin is made anew where somebody writes meanwhile.
const TRIES: usize = 5;

const COLUMNS: [Text; 6] =
    [word::NUMBER, word::PERIOD, word::AS_OF, sheet::COL_ISSUED, word::SIGNED, sheet::COL_HEAD];

/// What a bulletin takes besides.
pub(super) fn args(command: Command, lang: Lang) -> Command {
    command.args([
        value("issue", "NUMBER", say::ISSUE, lang).requires("signed").conflicts_with("issued"),
        value("signed", "NAME", say::SIGNED, lang).requires("issue"),
        value("next", "TEXT", say::NEXT, lang).conflicts_with("issued"),
        said::on(lang).requires("issue"),
        value("issued", "NUMBER", say::AGAIN, lang).conflicts_with("period"),
        flag("corrections", say::CORRECTIONS, lang).requires("issued"),
    ])
}

/// The bulletin that is asked for: a draft, one to be issued, or an issued one.
pub(super) fn made(
    context: &Context,
    reader: &Reader,
    words: &ArgMatches,
    wanted: Wanted,
) -> Result<Document, Error> {
    let lang = context.lang;
    if let Some(number) = given(words, "issued") {
        return printed_again(context, reader, number, words.get_flag("corrections"));
    }
    let next = said::text(words, "next")?;
    match given(words, "issue") {
        Some(number) => issue(context, reader, words, number, &next, wanted),
        None => {
            let paper = crate::report::Paper { next: Some(next), ..Default::default() };
            Ok(bulletin(&Sources::gather(reader, wanted)?, &paper, lang))
        }
    }
}

fn issue(
    context: &Context,
    reader: &Reader,
    words: &ArgMatches,
    number: &str,
    next: &str,
    wanted: Wanted,
) -> Result<Document, Error> {
    let mut writer = context.writer(reader)?;
    let mut issued = Issued {
        number: number.trim().to_owned(),
        period: wanted.period,
        as_of: context.day(),
        known_at: context.clock.now(),
        head: String::new(),
        signed: given(words, "signed").unwrap_or_default().trim().to_owned(),
        on: said::day(context, words)?,
        next: next.trim().to_owned(),
        lang: context.lang,
        digest: String::new(),
    };
    let mut tries = 0;
    loop {
        let (head, at) = reader.head()?;
        let known_at = context.clock.now().max(at);
        let wanted = Wanted { known_at: Some(known_at), ..wanted };
        let first = Sources::gather(reader, wanted)?;
        // The day and the period are settled now, and asked for by name from now on.
        let (as_of, period) = (first.now.as_of, first.opened.map(|o| o.period));
        let sources = Sources::gather(reader, Wanted { as_of: Some(as_of), period, ..wanted })?;
        issued = Issued { period, as_of, known_at, head: head.to_string(), ..issued };
        let document = bulletin(&sources, &paper(&issued), context.lang);
        issued.digest = digest(&document, context.lang);
        tries += 1;
        match ops::issue(&mut writer, issued.clone(), &head, context.actor(), context.clock) {
            Err(Error::Office(OfficeFault::RecordMoved)) if tries < TRIES => {}
            other => {
                let issued = other?;
                let parts = [&issued.number, &issued.as_of.to_string(), &issued.head];
                Out::error(&say::WAS_ISSUED.with(context.lang, &parts.map(String::as_str)));
                return Ok(document);
            }
        }
    }
}

fn printed_again(
    context: &Context,
    reader: &Reader,
    number: &str,
    corrected: bool,
) -> Result<Document, Error> {
    let (lang, today) = (context.lang, context.clock.today());
    let all = reader.book(None)?.issued;
    let found = all.iter().find(|i| i.is_number(number));
    let issued = found.ok_or_else(|| Error::Office(OfficeFault::NotIssued(number.trim().to_owned())))?;
    let document = again(reader, issued, today, lang)?;
    let (count, changes) = corrections(reader, issued, today, lang)?;
    if corrected {
        return Ok(changes);
    }
    if count > 0 {
        Out::error(&say::CORRECTED_SINCE.with(lang, &[&count.to_string(), &issued.number]));
    }
    Ok(document)
}

/// Lists those that were issued, latest first.
pub(super) fn list(context: &Context, reader: &Reader) -> Result<(), Error> {
    let mut all = reader.book(context.known_at)?.issued;
    all.reverse();
    let (mut out, lang) = (Out::new(), context.lang);
    if context.json {
        out.json(&all.iter().map(json::issued_row).collect::<Vec<_>>());
        return Ok(());
    }
    if all.is_empty() {
        out.line(say::NONE_ISSUED.say(lang));
        return Ok(());
    }
    let mut table = Table::new(lang, &COLUMNS);
    for issued in all {
        let period = issued.period.map(|p| p.to_string()).unwrap_or_default();
        let days = [issued.as_of.to_string(), issued.on.to_string()];
        let [as_of, on] = days;
        table.row([issued.number, period, as_of, on, issued.signed, issued.head]);
    }
    table.print(&mut out);
    Ok(())
}
