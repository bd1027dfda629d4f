//! `duban restore`: a backup takes the ledger's place.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Verb, change};
use crate::cli::args::flag;
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::store::{LedgerFile, Restored, StoreError, restore};
use crate::strings::{Lang, care, cli};

pub(super) const VERB: Verb = Verb { name: "restore", about: care::RESTORE, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let file = Arg::new("file").value_name("FILE").required(true).help(care::RESTORE_FILE.say(lang));
    command.args([file.value_parser(value_parser!(PathBuf)), flag("yes", cli::YES, lang)])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    context.must_be_local()?;
    let Some(file) = words.get_one::<PathBuf>("file") else { return Ok(()) };
    // What is something else, or newer, is not replaced, whatever the answer.
    match (LedgerFile::look(&context.path), LedgerFile::look(file)) {
        (Err(e @ (StoreError::NotALedger(_) | StoreError::TooNew { .. })), _) | (_, Err(e)) => {
            return Err(e.into());
        }
        (_, Ok(LedgerFile::Missing)) => return Err(StoreError::Missing(file.clone()).into()),
        _ => {}
    }
    let names = [file.display().to_string(), context.path.display().to_string()];
    let show = |out: &mut Out| names.iter().for_each(|n| out.line(n));
    let question = care::RESTORE_ASK.with(context.lang, &[&names[0], &names[1]]);
    if !change::agreed_to(context, words, &question, show, |_| {})? {
        return Ok(());
    }
    let done = restore(&context.path, file, context.actor(), context.clock.now())?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::restored(&done));
    } else {
        print(&mut out, &done, context.lang);
    }
    Ok(())
}

fn print(out: &mut Out, done: &Restored, lang: Lang) {
    out.line(&done.head.to_string());
    out.line(care::RESTORED.say(lang));
    out.line(&care::RESTORED_FROM.with(lang, &[&done.from.to_string()]));
    if let Some(kept) = &done.kept {
        match done.abandoned {
            Some(head) => out.line(&care::RESTORED_ABANDONED.with(lang, &[&head.to_string()])),
            None => out.line(care::RESTORED_UNREAD.say(lang)),
        }
        out.line(&care::RESTORED_KEPT.with(lang, &[&kept.display().to_string()]));
    }
}
