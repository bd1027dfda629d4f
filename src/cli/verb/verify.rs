//! `duban verify`: whether the ledger is what its record says.

use clap::{ArgMatches, Command};

use super::Verb;
use super::typed::given;
use crate::cli::args::value;
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::store::{Head, Proof, Reader};
use crate::strings::{Lang, care, cli, errors};

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
    let mut verified = reader.verify()?;
    if let Some(missed) = noted.map(|noted| reader.misses(noted)).transpose()?.flatten() {
        let mut faults = verified.err().unwrap_or_default();
        faults.push(missed);
        verified = Err(faults);
    }
    let mut out = Out::new();
    if context.json {
        out.json(&json::verified(verified.as_ref().map_err(Vec::as_slice)));
    } else if let Ok(proof) = &verified {
        print(&mut out, proof, context.lang);
    }
    verified.map(|_| ()).map_err(Error::Unsound)
}

fn print(out: &mut Out, proof: &Proof, lang: Lang) {
    out.line(&proof.head.to_string());
    out.line(cli::SOUND.say(lang));
    if proof.purged > 0 {
        out.line(&care::VERIFY_PURGED.with(lang, &[&proof.purged.to_string()]));
    }
    for restored in &proof.restores {
        let left = restored.head.map_or_else(|| care::UNKNOWN.say(lang).to_owned(), |h| h.to_string());
        out.line(&care::VERIFY_RESTORED.with(lang, &[&restored.seq.to_string(), &left]));
    }
}
