//! `duban gate`: what sshd starts for an operator. Run by the command line itself, before it looks at anything else.

use clap::{ArgMatches, Command};

use super::Verb;
use crate::cli::Context;
use crate::cli::args::value;
use crate::error::Error;
use crate::ledger::GateFault;
use crate::strings::{Lang, desk, gate};

pub(super) const VERB: Verb = Verb { name: "gate", about: gate::GATE, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.arg(value("operator", "NAME", desk::OPERATOR_NAME, lang).required(true))
}

/// Reached where `gate` was not the first word, or where a client asked for it.
fn run(_: &Context, _: &ArgMatches) -> Result<(), Error> {
    Err(Error::Gate(GateFault::Misplaced))
}
