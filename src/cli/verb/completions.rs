//! `duban completions`: the script that a shell asks this program through.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::{Context, complete};
use crate::error::Error;
use crate::strings::{Lang, manual};

pub(super) const VERB: Verb = Verb { name: "completions", about: manual::COMPLETIONS, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.arg(word("shell", "SHELL", manual::SHELL, lang).required(true))
}

fn run(_: &Context, words: &ArgMatches) -> Result<(), Error> {
    let typed = words.get_one::<String>("shell").map(String::as_str).unwrap_or_default();
    let script = complete::script(typed);
    let unknown = || Error::Choice(typed.to_owned(), "completions", complete::SHELLS.join(", "));
    Out::new().text(&script.ok_or_else(unknown)?);
    Ok(())
}
