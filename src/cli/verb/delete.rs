//! `duban delete`: an entry is taken out of the ledger.

use clap::{ArgMatches, Command};

use super::edit::{entry_id, stored};
use super::{Verb, change, entries};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::error::Error;
use crate::ledger::Revision;
use crate::ops;
use crate::strings::{Lang, cli};

pub(super) const VERB: Verb = Verb { name: "delete", about: cli::DELETE, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        word("entry", "ENTRY", cli::ENTRY, lang).required(true),
        value("if-revision", "N", cli::IF_REVISION, lang),
        flag("yes", cli::YES, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let telling = Telling::now(&reader)?;
    let id = entry_id(words)?;
    let entry = stored(&reader, id)?;
    let base = entries::number(words, "if-revision")?.map_or(entry.revision, Revision);
    let show = |out: &mut Out| entries::print(out, telling, &entry, context.lang);
    let preview = |out: &mut Out| out.json(&json::deleted(telling, &entry, false));
    if !change::agreed(context, words, cli::DELETE_ASK, show, preview)? {
        return Ok(());
    }
    let mut writer = context.writer(&reader)?;
    let deleted = ops::delete(&mut writer, id, base, context.actor(), context.clock)?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::deleted(telling, &deleted, true));
    } else {
        out.line(&cli::DELETED.with(context.lang, &[&deleted.id.0.to_string()]));
    }
    Ok(())
}
