//! `duban init`: a new ledger, with the built-in plan or another.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Verb, plan};
use crate::cli::Context;
use crate::cli::out::Out;
use crate::error::Error;
use crate::plan::EMBEDDED;
use crate::store::{LedgerFile, Reader, create};
use crate::strings::{Lang, cli};

pub(super) const VERB: Verb = Verb { name: "init", about: cli::INIT, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let plan = Arg::new("plan").long("plan").value_name("FILE").help(cli::INIT_PLAN.say(lang));
    command.arg(plan.value_parser(value_parser!(PathBuf)))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    context.must_be_local()?;
    if LedgerFile::look(&context.path)? == LedgerFile::Ledger {
        return Err(Error::Exists(context.path.clone()));
    }
    let named = words.get_one::<PathBuf>("plan").map(|p| plan::read(p)).transpose()?;
    let toml = named.map_or_else(|| EMBEDDED.to_owned(), |(toml, _)| toml);
    create(&context.path, &toml, &context.actor, context.clock.now())?;
    let reader = Reader::open(&context.path)?;
    let title = &reader.plan().document.title;
    Out::new().line(&cli::INIT_DONE.with(context.lang, &[&context.path.display().to_string(), title]));
    Ok(())
}
