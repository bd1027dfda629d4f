//! `duban purge`: what the record holds of an entry is taken out for good.

use clap::{ArgAction, ArgMatches, Command};

use super::typed::given;
use super::{Verb, change, edit};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ops;
use crate::strings::{Lang, care, cli, errors, ui};

pub(super) const VERB: Verb = Verb { name: "purge", about: care::PURGE, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        word("entry", "ENTRY", cli::ENTRY, lang).required(true),
        value("record", "SEQ", care::PURGE_RECORD, lang).action(ArgAction::Append),
        value("reason", "TEXT", care::PURGE_REASON, lang).required(true),
        flag("yes", cli::YES, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let id = edit::entry_id(words)?;
    let records = records(words)?;
    let reason = given(words, "reason").unwrap_or_default();
    let mut writer = context.writer(&reader)?;
    drop(reader);
    let wanted = ops::purgeable(&mut writer, id, &records, reason)?;
    let list = |seqs: &[i64]| {
        seqs.iter().map(ToString::to_string).collect::<Vec<_>>().join(ui::LIST_COMMA.say(context.lang))
    };
    let number = id.0.to_string();
    let show = |out: &mut Out| out.line(&care::PURGE_WHAT.with(context.lang, &[&number, &list(&wanted)]));
    let preview = |out: &mut Out| out.json(&json::erased(id.0, &wanted, None));
    if !wanted.is_empty() && !change::agreed(context, words, care::PURGE_ASK, show, preview)? {
        return Ok(());
    }
    let done = ops::purge(&mut writer, id, &records, reason, context.actor(), context.clock)?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::erased(id.0, &done.seqs, Some(&done)));
        return Ok(());
    }
    if done.seqs.is_empty() {
        out.line(&care::PURGE_NOTHING.with(context.lang, &[&number]));
    } else {
        out.line(&care::PURGE_DONE.with(context.lang, &[&number, &list(&done.seqs)]));
    }
    if !done.clean {
        out.line(care::PURGE_LATER.say(context.lang));
    }
    Ok(())
}

fn records(words: &ArgMatches) -> Result<Vec<i64>, Error> {
    let typed = words.get_many::<String>("record").into_iter().flatten();
    let number = |t: &String| t.trim().parse().ok().filter(|n| *n > 0);
    let fault = |t: &String| Error::Usage(errors::NUMBER, format!("--record {t}"), String::new());
    typed.map(|t| number(t).ok_or_else(|| fault(t))).collect()
}
