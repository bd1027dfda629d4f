//! The command line: one file a verb, one table of verbs.
//!
//! Owns parsing, the exit code, and what verbs print. Refuses rules and SQL: a verb asks `query` or `ops`.
//! Errors go to standard error as one sentence; results go to standard output; a reader that closes the pipe
//! early is no error.

mod args;
mod complete;
mod context;
mod csv;
mod forced;
mod json;
mod lasting;
mod long;
mod out;
mod sheet;
mod table;
mod telling;
mod usage;
mod verb;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

pub use context::Context;
pub use forced::{Passed, Turnstile, called};

use crate::config::Config;
use crate::error::{Error, Exit};
use crate::store::StoreError;
use crate::strings::{Lang, errors};
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
    if words.get(1).is_some_and(|word| word == forced::GATE) {
        return forced::run(&words, screen);
    }
    let (config, fault) = match Config::load() {
        Ok(config) => (config, None),
        Err(e) => (Config::default(), Some(e)),
    };
    let (lang, said) = args::language(&words, config);
    if let Some(shell) = complete::asked() {
        return complete::answer(&shell, words, lang);
    }
    let matches = args::command_for(&words, lang).try_get_matches_from(&words);
    out::write_in(
        args::encoding(&words, config),
        matches.as_ref().is_ok_and(|matches| matches.get_flag("json")),
    );
    let matches = match matches {
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
        Err(e) => failed(&e, lang, matches.get_flag("json")),
    }
}

/// The sentence and the exit code; for machines also what somebody else changed first.
fn failed(error: &Error, lang: Lang, json: bool) -> ExitCode {
    if let Some(refused) = json::refused(error).filter(|_| json) {
        Out::new().json(&refused);
    }
    Out::error(&error.say(lang));
    ExitCode::from(error.exit() as u8)
}

fn dispatch(
    context: &Context,
    matches: &ArgMatches,
    screen: impl FnOnce(&Context) -> Result<(), Error>,
) -> Result<(), Error> {
    if context.opens_screen(matches) {
        return screen(context);
    }
    match told(context, matches) {
        // Somebody wrote what was taken for a file at rest.
        Err(Error::Store(StoreError::Unsteady)) => told(&context.steady(), matches),
        done => done,
    }
}

/// What the words ask for, told or done.
fn told(context: &Context, matches: &ArgMatches) -> Result<(), Error> {
    match matches.subcommand() {
        Some((name, _)) if context.view.is_some() => {
            Err(Error::Usage(errors::USAGE_CONFLICT, format!("--view {name}"), String::new()))
        }
        Some((name, words)) => match verb::VERBS.iter().find(|v| v.name == name) {
            Some(verb) => (verb.run)(context, words),
            None => Ok(()),
        },
        None if context.view.is_some() => verb::of_view(context),
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
