//! The command line: one file a verb, one table of verbs.
//!
//! Owns parsing, the exit code, and what verbs print. Refuses rules and SQL: a verb asks `query` or `ops`.
//! Errors go to standard error as one sentence; results go to standard output; a reader that closes the pipe
//! early is no error.

mod args;
mod complete;
mod context;
mod csv;
mod json;
mod out;
mod table;
mod telling;
mod usage;
mod verb;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

pub use context::Context;

use crate::config::Config;
use crate::error::{Error, Exit};
use crate::strings::Lang;
use out::Out;
use telling::Telling;

/// Parses the words of the command line and does what they say.
///
/// `screen` opens the terminal program; it is called for bare `duban` on a terminal.
#[must_use]
pub fn run(
    words: impl IntoIterator<Item = OsString>,
    screen: impl FnOnce(&Context) -> Result<(), Error>,
) -> ExitCode {
    let words: Vec<OsString> = words.into_iter().collect();
    let (config, fault) = match Config::load() {
        Ok(config) => (config, None),
        Err(e) => (Config::default(), Some(e)),
    };
    let (lang, said) = args::language(&words, config);
    if let Some(shell) = complete::asked() {
        return complete::answer(&shell, words, lang);
    }
    let matches = match args::command_for(&words, lang).try_get_matches_from(&words) {
        Ok(matches) => matches,
        Err(e) => return answer(&e, lang),
    };
    // Whoever asks what is wrong is told of this too.
    if let Some(e) = fault.filter(|_| matches.subcommand_name() != Some(verb::DOCTOR.name)) {
        Out::error(&e.say(lang));
        return ExitCode::from(e.exit() as u8);
    }
    match Context::new(&matches, (lang, said), config)
        .and_then(|context| dispatch(&context, &matches, screen))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            if let Some(refused) = json::refused(&e).filter(|_| matches.get_flag("json")) {
                Out::new().json(&refused);
            }
            Out::error(&e.say(lang));
            ExitCode::from(e.exit() as u8)
        }
    }
}

fn dispatch(
    context: &Context,
    matches: &ArgMatches,
    screen: impl FnOnce(&Context) -> Result<(), Error>,
) -> Result<(), Error> {
    match matches.subcommand() {
        Some((name, words)) => match verb::VERBS.iter().find(|v| v.name == name) {
            Some(verb) => (verb.run)(context, words),
            None => Ok(()),
        },
        None if context.has_terminal() => screen(context),
        None => (verb::OVERVIEW.run)(context, matches),
    }
}

/// Help and version are answers; everything else is a sentence and exit code 2.
fn answer(error: &clap::Error, lang: Lang) -> ExitCode {
    if error.use_stderr() {
        Out::error(&usage::sentence(error).say(lang));
        return ExitCode::from(Exit::Usage as u8);
    }
    Out::new().text(&args::in_language(&error.to_string(), lang));
    ExitCode::SUCCESS
}
