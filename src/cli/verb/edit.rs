//! `duban edit`: an entry is written again from the shell.

use clap::{ArgMatches, Command};

use super::typed::given;
use super::{Verb, entries, typed};
use crate::cli::args::{value, word};
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::error::Error;
use crate::ledger::{Entry, EntryId, Revision};
use crate::ops;
use crate::store::Reader;
use crate::strings::{Lang, cli, errors, ui};

pub(super) const VERB: Verb = Verb { name: "edit", about: cli::EDIT, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let command = command.args([
        word("entry", "ENTRY", cli::ENTRY, lang).required(true),
        word("text", "TEXT", cli::ADD_TEXT, lang),
        value("if-revision", "N", cli::IF_REVISION, lang),
        value("restore", "SEQ", cli::EDIT_RESTORE, lang).conflicts_with("text"),
    ]);
    typed::args(command, lang)
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let plan = reader.plan().clone();
    let id = entry_id(words)?;
    let began = began(&reader, id, entries::number(words, "if-revision")?)?;
    let mut writer = context.writer(&reader)?;
    let (by, clock) = (context.actor(), context.clock);
    let edited = if let Some(seq) = entries::number(words, "restore")? {
        ops::restore(&mut writer, &plan, id, began.revision, seq, by, clock)?
    } else {
        let new = typed::apply(&plan, words, context.lang, began.as_new())?;
        ops::edit(&mut writer, &plan, id, began.revision, new, by, clock)?
    };
    let mut out = Out::new();
    if context.json {
        out.json(&json::entry_row(Telling::now(&reader)?, &edited.entry));
        return Ok(());
    }
    out.line(&edited.entry.revision.0.to_string());
    if !edited.merged.is_empty() {
        let names: Vec<&str> = edited.merged.iter().map(|f| f.word().say(context.lang)).collect();
        Out::error(&cli::MERGED.with(context.lang, &[&names.join(ui::LIST_COMMA.say(context.lang))]));
    }
    Ok(())
}

/// The number of an entry, with or without the `#` that lists put before it.
pub(super) fn entry_id(words: &ArgMatches) -> Result<EntryId, Error> {
    let typed = given(words, "entry").unwrap_or_default();
    let folded = crate::text::fold(typed.trim());
    let number = folded.strip_prefix('#').unwrap_or(&folded).parse().ok().filter(|n| *n > 0);
    number.map(EntryId).ok_or_else(|| Error::Usage(errors::NOT_AN_ENTRY, typed.to_owned(), String::new()))
}

/// An entry that is there, or why it is not.
pub(super) fn stored(reader: &Reader, id: EntryId) -> Result<Entry, Error> {
    if let Some(entry) = reader.entry(id)? {
        return Ok(entry);
    }
    let last = reader.history(id)?.pop().ok_or(Error::UnknownEntry(id.0))?;
    Err(Error::Gone { id, by: last.operator, at: last.at })
}

/// What the writer began from: the stored entry, or an earlier revision of it that was named.
fn began(reader: &Reader, id: EntryId, revision: Option<i64>) -> Result<Entry, Error> {
    let now = stored(reader, id)?;
    let Some(revision) = revision.map(Revision).filter(|r| *r != now.revision) else { return Ok(now) };
    let earlier = reader.history(id)?.into_iter().filter_map(|v| v.entry);
    let found = earlier.into_iter().find(|e| e.revision == revision);
    // The store tells one who names a revision that there never was.
    Ok(found.unwrap_or(Entry { revision, ..now }))
}
