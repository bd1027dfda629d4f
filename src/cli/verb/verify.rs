//! `duban verify`: whether the ledger is what its record says.

use clap::{ArgMatches, Command};

use super::Verb;
use super::typed::given;
use crate::cli::args::value;
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::store::{Head, Mismatch, Reader};
use crate::strings::{Lang, cli, errors};

pub(super) const VERB: Verb = Verb { name: "verify", about: cli::VERIFY, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.arg(value("expect", "SEQ:HASH", cli::VERIFY_EXPECT, lang))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let form = |typed: &str| Error::Usage(errors::HEAD_FORM, typed.to_owned(), String::new());
    let noted =
        given(words, "expect").map(|typed| Head::parse(typed).ok_or_else(|| form(typed))).transpose()?;
    // What is to be proved must be there.
    let reader = Reader::open(&context.path)?;
    let verified = match (reader.verify()?, noted) {
        (Ok(_), Some(noted)) if !reader.holds(noted)? => Err(vec![Mismatch::Noted(noted.seq)]),
        (Err(mut faults), Some(noted)) if !reader.holds(noted)? => {
            faults.push(Mismatch::Noted(noted.seq));
            Err(faults)
        }
        (verified, _) => verified,
    };
    let mut out = Out::new();
    if context.json {
        out.json(&json::verified(verified.as_ref().map_err(Vec::as_slice)));
    } else if let Ok(head) = &verified {
        out.line(&head.to_string());
        out.line(cli::SOUND.say(context.lang));
    }
    verified.map(|_| ()).map_err(Error::Unsound)
}
