//! `duban review`: what waits for the office is listed, passed or sent back.

use clap::{ArgMatches, Command};

use super::edit::{entry_id, stored};
use super::said::{given, text};
use super::{Verb, entries};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::error::Error;
use crate::ledger::{Entry, Revision};
use crate::ops::{self, Verdict};
use crate::query::find_unit;
use crate::store::Reader;
use crate::strings::{Lang, desk, errors};

pub(super) const VERB: Verb = Verb { name: "review", about: desk::REVIEW, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let list = Command::new("list")
        .about(desk::REVIEW_LIST.say(lang))
        .args([value("unit", "UNIT", desk::DUE_UNIT, lang), flag("returned", desk::REVIEW_RETURNED, lang)]);
    command.subcommand(list).args_conflicts_with_subcommands(true).args([
        word("entry", "ENTRY", crate::strings::cli::ENTRY, lang),
        flag("pass", desk::PASS, lang).conflicts_with("return"),
        flag("highlight", desk::HIGHLIGHT, lang).conflicts_with("return"),
        value("return", "REASON", desk::RETURN, lang),
        value("if-revision", "N", desk::IF_REVISION, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    if let Some(("list", words)) = words.subcommand() {
        return list(context, &reader, Some(words));
    }
    let missing = |what: &str| Error::Usage(errors::USAGE_MISSING, what.to_owned(), "review ".to_owned());
    let says =
        ["pass", "highlight"].iter().any(|name| words.get_flag(name)) || given(words, "return").is_some();
    match (given(words, "entry"), says) {
        (None, false) => list(context, &reader, None),
        (None, true) => Err(missing("<ENTRY>")),
        (Some(_), false) => Err(missing("--pass / --return REASON")),
        (Some(_), true) => say(context, &reader, words),
    }
}

fn list(context: &Context, reader: &Reader, words: Option<&ArgMatches>) -> Result<(), Error> {
    let unit = words.and_then(|w| given(w, "unit"));
    let unit = unit.map(|typed| find_unit(reader.plan(), typed, context.lang)).transpose()?;
    let returned = words.is_some_and(|w| w.get_flag("returned"));
    let found = if returned {
        sent_back(context, reader, unit)?
    } else {
        reader.to_review(unit, context.when(), usize::MAX)?
    };
    let (mut out, lang, telling) = (Out::new(), context.lang, Telling::now(reader)?);
    if context.json {
        out.json(&found.iter().map(|e| json::entry_row(telling, e)).collect::<Vec<_>>());
        return Ok(());
    }
    let (head, none) = if returned {
        (desk::SENT_BACK, desk::NOTHING_RETURNED)
    } else {
        (desk::WAITING, desk::NOTHING_WAITS)
    };
    if found.is_empty() {
        out.line(none.say(lang));
        return Ok(());
    }
    out.line(&head.with(lang, &[&found.len().to_string()]));
    for entry in &found {
        entries::print(&mut out, telling, entry, lang);
    }
    Ok(())
}

fn sent_back(
    context: &Context,
    reader: &Reader,
    unit: Option<crate::plan::UnitIx>,
) -> Result<Vec<Entry>, Error> {
    let mut found = Vec::new();
    for (one, _) in reader.plan().units().filter(|(u, _)| unit.is_none_or(|wanted| wanted == *u)) {
        found.extend(reader.sent_back(one, context.when())?);
    }
    found.sort_by_key(|e| (e.day, e.id));
    Ok(found)
}

fn say(context: &Context, reader: &Reader, words: &ArgMatches) -> Result<(), Error> {
    let id = entry_id(words)?;
    let entry = stored(reader, id)?;
    let base = entries::number(words, "if-revision")?.map_or(entry.revision, Revision);
    let (verdict, done) = match given(words, "return") {
        Some(_) => (Verdict::Return(text(words, "return")?), desk::RETURNED_DONE),
        None => (Verdict::Pass { highlight: words.get_flag("highlight") }, desk::PASSED),
    };
    let mut writer = context.writer(reader)?;
    let entry = ops::review(&mut writer, id, base, &verdict, context.actor(), context.clock)?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::entry_row(Telling::now(reader)?, &entry));
    } else {
        out.line(&done.with(context.lang, &[&id.0.to_string()]));
    }
    Ok(())
}
