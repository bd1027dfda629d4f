//! `duban undo`: one's own last change is taken back.

use clap::{ArgMatches, Command};

use super::{Verb, change};
use crate::cli::Context;
use crate::cli::args::flag;
use crate::error::Error;
use crate::ops;
use crate::strings::{Lang, cli};

pub(super) const VERB: Verb = Verb { name: "undo", about: cli::UNDO, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.arg(flag("yes", cli::YES, lang))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let found = ops::undo_preview(&reader, context.actor())?;
    change::reverse(context, &reader, words, found.as_ref(), cli::UNDO_TEXTS, ops::undo)
}
