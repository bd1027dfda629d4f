//! `duban demo`: a ledger with invented reports, to try the program with.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::{Verb, entries};
use crate::cli::Context;
use crate::cli::args::value;
use crate::cli::out::Out;
use crate::demo;
use crate::error::Error;
use crate::store::default_path;
use crate::strings::{Lang, cli, errors};

pub(super) const VERB: Verb = Verb { name: "demo", about: cli::DEMO, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        value("entries", "N", cli::DEMO_ENTRIES, lang).allow_negative_numbers(true),
        value("seed", "S", cli::DEMO_SEED, lang).allow_negative_numbers(true),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    // The ledger that is worked with every day is not the place for invented reports, even where there is none yet.
    let named = words.get_one::<String>("db").map(PathBuf::from);
    let beside = || default_path().map(|path| path.with_file_name("demo.db"));
    let path = named.or_else(beside).ok_or(Error::NoHome)?;
    let many = entries::number(words, "entries")?.map_or(demo::FEW, i64::unsigned_abs);
    if many > demo::MOST {
        let typed = format!("--entries {many}");
        return Err(Error::Usage(errors::TOO_MANY, typed, demo::MOST.to_string()));
    }
    let seed = entries::number(words, "seed")?.map_or(1, i64::unsigned_abs);
    let rows = demo::make(&path, many, seed, context.day())?;
    let shown = path.display().to_string();
    Out::new().line(&cli::DEMO_DONE.with(context.lang, &[&many.to_string(), &rows.to_string(), &shown]));
    Ok(())
}
