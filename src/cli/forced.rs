//! The command line behind the gate: an operator's words, held to the table of what passes, on the one ledger that the
//! forced command names.
//!
//! Owns which options pass. Refuses the settings file, the environment's ledger and language, the system's name for
//! the account, and every file that a client names: they are not the client's, and not the operator's.

use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Context, answer, args, dispatch, failed, lasting, out, usage};
use crate::config::Config;
use crate::error::Error;
use crate::gate::{self, Said};
use crate::ledger::{GateFault, Limit, Office, OperatorDuty, passes};
use crate::store::{FullHouse, Reader, take_seat};
use crate::strings::{Lang, errors};

/// The first word by which sshd's call is known. It has to be the first, so that nothing else is looked at before.
pub(super) const GATE: &str = "gate";

/// How wide help is where there is no terminal.
const HELP_WIDTH: usize = 100;

/// What values that name files are called in help.
const FILES: [&str; 6] = ["FILE", "FILES", "DIR", "FOLDER", "PATH", "TO"];

/// Does what sshd's call says.
pub(super) fn run(words: &[OsString], screen: impl FnOnce(&Context) -> Result<(), Error>) -> ExitCode {
    gate::confine();
    let said = Said::here();
    called(words, &said, screen)
}

/// Does what these words of sshd's call say, and what sshd says of the session.
pub fn called(
    words: &[OsString],
    said: &Said,
    screen: impl FnOnce(&Context) -> Result<(), Error>,
) -> ExitCode {
    let lang = args::spoken(words).unwrap_or_default();
    let own = match args::command(lang).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(e) => return answer(&e, lang),
    };
    let client = gate::words(said.command.as_deref());
    // The sentence that refuses is in the client's language too.
    let client_lang = client.as_ref().ok().and_then(|words| args::spoken(&os(words)));
    let lang = client_lang.unwrap_or(lang);
    let come_in = || {
        let (name, path) = named(&own)?;
        enter(&name, path, said, lang).map_err(|e| (e, false))
    };
    match come_in().and_then(|(context, office)| {
        let words = client.map_err(|fault| (Error::Gate(fault), false))?;
        ask(context, &office, &words, screen)
    }) {
        Ok(code) => code,
        Err((e, json)) => failed(&e, lang, json),
    }
}

/// Whom and which ledger the forced command names.
fn named(own: &ArgMatches) -> Result<(String, PathBuf), (Error, bool)> {
    let words = own.subcommand().filter(|(verb, _)| *verb == GATE).map(|(_, words)| words);
    let value = |name: &str| words.and_then(|w| w.get_one::<String>(name)).cloned();
    let missing = |what: &str| Error::Usage(errors::USAGE_MISSING, what.to_owned(), "gate ".to_owned());
    let name = value("operator").ok_or_else(|| (missing("--operator <NAME>"), false))?;
    let path = value("db").ok_or_else(|| (missing("--db <FILE>"), false))?;
    Ok((name, path.into()))
}

/// Who it is, and the circumstances of whatever they ask.
fn enter(name: &str, path: PathBuf, said: &Said, lang: Lang) -> Result<(Context, Office), Error> {
    let mut context = Context::plain(path, lang);
    context.must_be_local()?;
    let office = Reader::open(&context.path)?.book(None)?;
    let proof = gate::vouched(said.proof.as_deref());
    let actor = gate::admit(&office, name, &proof, said.connection.as_deref()).map_err(Error::Gate)?;
    let idle = office.settings.limits.most(Limit::Idle).and_then(|minutes| u64::try_from(minutes).ok());
    context.config = Config { idle: idle.map(|m| Duration::from_secs(60 * m)), ..Config::default() };
    Ok((context.of(actor), office))
}

/// Answers the client's words; whether machine output was asked for goes with a fault.
fn ask(
    context: Context,
    office: &Office,
    words: &[String],
    screen: impl FnOnce(&Context) -> Result<(), Error>,
) -> Result<ExitCode, (Error, bool)> {
    let turnstile = Turnstile::new(context.lang);
    let matches = match turnstile.pass(words, office.duty(&context.actor().name)) {
        Ok(Passed::Words(matches)) => matches,
        Ok(Passed::Help(text)) => {
            out::Out::new().text(&text);
            return Ok(ExitCode::SUCCESS);
        }
        Err(e) => return Err((e, false)),
    };
    let json = matches.get_flag("json");
    let told = |e: Error| (e, json);
    out::write_in(args::encoding(&os(words), Config::default()), json);
    let context = context.asked(&matches).map_err(told)?;
    let _watched = (!context.opens_screen(&matches)).then(|| lasting::watch(&context));
    let seated = |context: &Context| {
        let _seat = seat(context, office)?;
        screen(context)
    };
    dispatch(&context, &matches, seated).map_err(told)?;
    Ok(ExitCode::SUCCESS)
}

/// Lets words through, or not. Pure: nothing is read and nothing done.
#[derive(Debug)]
pub struct Turnstile {
    command: Command,
    lang: Lang,
}

/// Words that went through.
#[derive(Debug)]
pub enum Passed {
    /// A question after the words themselves, with its answer.
    Help(String),
    /// What was asked.
    Words(Box<ArgMatches>),
}

impl Turnstile {
    /// For words in a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut command = args::command(lang);
        // Else the environment would say it.
        if !std::io::stdout().is_terminal() {
            command = command.term_width(HELP_WIDTH);
        }
        command.build();
        Self { command, lang }
    }

    /// Words that are a command, that somebody of this duty may give, and that name no file.
    ///
    /// # Errors
    /// What does not pass.
    pub fn pass(&self, words: &[String], duty: OperatorDuty) -> Result<Passed, Error> {
        let typed = std::iter::once("duban").chain(words.iter().map(String::as_str));
        let matches = match self.command.clone().try_get_matches_from(typed) {
            Ok(matches) => matches,
            Err(e) if e.use_stderr() => return Err(usage::sentence(&e)),
            Err(e) => return Ok(Passed::Help(args::in_language(&e.to_string(), self.lang))),
        };
        let (path, chain) = self.taken(&matches);
        if !path.is_empty() {
            passes(duty, &path).map_err(|lacks| {
                Error::Gate(match lacks {
                    Some(permission) => GateFault::Lacks(path.clone(), permission),
                    None => GateFault::Closed(path.clone()),
                })
            })?;
        }
        let held = chain.iter().flat_map(|(command, matches)| {
            // What every command takes is asked for at each level.
            command.get_arguments().chain(self.command.get_arguments()).map(|arg| no_file(arg, matches))
        });
        held.collect::<Result<(), GateFault>>().map_err(Error::Gate)?;
        Ok(Passed::Words(Box::new(matches)))
    }

    /// The words of the command that is asked for, and its levels with what was typed for each.
    fn taken<'m>(&'m self, matches: &'m ArgMatches) -> (String, Vec<(&'m Command, &'m ArgMatches)>) {
        let (mut path, mut chain) = (Vec::new(), vec![(&self.command, matches)]);
        let (mut command, mut here) = (&self.command, matches);
        while let Some((name, below)) = here.subcommand() {
            let Some(sub) = command.find_subcommand(name) else { break };
            path.push(name);
            (command, here) = (sub, below);
            chain.push((command, here));
        }
        (path.join(" "), chain)
    }
}

/// Whether an argument names a file of the host.
fn is_file(arg: &Arg) -> bool {
    let a_path: ValueParser = value_parser!(PathBuf);
    let names = arg.get_value_names().unwrap_or_default();
    arg.get_value_parser().type_id() == a_path.type_id() || names.iter().any(|n| FILES.contains(&n.as_str()))
}

/// A file can only be standard input or output.
fn no_file(arg: &Arg, matches: &ArgMatches) -> Result<(), GateFault> {
    if !is_file(arg) {
        return Ok(());
    }
    let id = arg.get_id().as_str();
    let mut typed = matches.try_get_raw(id).ok().flatten().into_iter().flatten();
    if typed.all(|value| value == OsStr::new("-")) {
        return Ok(());
    }
    Err(GateFault::File(arg.get_long().map_or_else(|| id.to_owned(), |long| format!("--{long}"))))
}

/// A place for the screen.
fn seat(context: &Context, office: &Office) -> Result<crate::store::Seat, Error> {
    let limits = &office.settings.limits;
    let (own, all) = (limits.most(Limit::SessionsEach), limits.most(Limit::SessionsAll));
    take_seat(&context.path, &context.actor().name, own, all).map_err(|full| {
        Error::Gate(match full {
            FullHouse::Own(most) => GateFault::Seats(most),
            FullHouse::All(most) => GateFault::AllSeats(most),
        })
    })
}

fn os(words: &[String]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{PASSAGES, passage};

    /// Every command that can be given: those of the table of verbs, and what is below them.
    fn commands(command: &Command, path: &str, found: &mut Vec<String>) {
        for sub in command.get_subcommands() {
            let path = format!("{path} {}", sub.get_name()).trim().to_owned();
            commands(sub, &path, found);
            found.push(path);
        }
    }

    #[test]
    fn every_command_has_its_row_in_the_table_of_what_passes() {
        let mut found = Vec::new();
        commands(&args::command(Lang::Zh), "", &mut found);
        assert!(found.len() > 40);
        for command in &found {
            assert!(
                passage(command).is_some(),
                "`{command}` has no row in ledger/passage.rs: does it pass the gate?"
            );
        }
        for (row, _) in PASSAGES {
            assert!(found.iter().any(|c| c == row), "there is no command `{row}` any more");
        }
    }

    #[test]
    fn no_argument_that_is_a_file_is_taken_for_something_else() {
        fn walk(command: &Command) {
            for arg in command.get_arguments().filter(|a| a.get_action().takes_values() && !is_file(a)) {
                let named = arg.get_value_names().unwrap_or_default().join(" ");
                let told = arg.get_help().map(ToString::to_string).unwrap_or_default();
                let hints = ["file", "path", "folder", "director"];
                let says =
                    hints.iter().any(|h| told.to_lowercase().contains(h) || named.to_lowercase().contains(h));
                let text = told.contains("standard input") || EXCEPTIONS.contains(&arg.get_id().as_str());
                assert!(!says || text, "{} {}: {told}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(walk);
        }
        walk(&args::command(Lang::En));
    }

    /// Arguments that speak of files and take none.
    const EXCEPTIONS: &[&str] = &["evidence", "format"];
}
