//! `duban redo`: what one took back last is brought again.

use clap::{ArgMatches, Command};

use super::{Verb, change};
use crate::cli::Context;
use crate::cli::args::flag;
use crate::error::Error;
use crate::ops;
use crate::strings::{Lang, cli};

pub(super) const VERB: Verb = Verb { name: "redo", about: cli::REDO, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.arg(flag("yes", cli::YES, lang))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let found = ops::redo_preview(&reader, context.actor())?;
    change::reverse(context, &reader, words, found.as_ref(), cli::REDO_TEXTS, ops::redo)
}
