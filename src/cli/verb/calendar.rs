//! `duban calendar`: due dates for a calendar program.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Verb, entries};
use crate::cli::Context;
use crate::cli::args::value;
use crate::cli::out::Out;
use crate::error::Error;
use crate::report::calendar;
use crate::strings::{Lang, calendar as say};

pub(super) const VERB: Verb = Verb { name: "calendar", about: say::CALENDAR, args, run };

/// How many days ahead one is reminded where nothing is said.
const AHEAD: i64 = 3;

fn args(command: Command, lang: Lang) -> Command {
    let output = Arg::new("output").long("output").short('o').value_name("FILE");
    command.args([
        value("unit", "UNIT", say::UNIT, lang),
        value("alarm", "DAYS", say::ALARM, lang).allow_negative_numbers(true),
        output.value_parser(value_parser!(PathBuf)).help(say::OUTPUT.say(lang)),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let snapshot = context.snapshot(&reader)?;
    let unit = context.unit(&snapshot.plan, words)?;
    let alarm = match words.get_one::<String>("alarm").map(String::as_str) {
        Some("0") => None,
        _ => Some(entries::number(words, "alarm")?.unwrap_or(AHEAD)),
    };
    let made = calendar(&snapshot, unit, context.clock.now().utc(), alarm, context.lang);
    let mut out = Out::new();
    match words.get_one::<PathBuf>("output").filter(|path| path.as_os_str() != "-") {
        None => out.text(&made.text),
        Some(path) => {
            write(path, &made.text).map_err(|e| Error::File(path.clone(), e))?;
            let shown = path.display().to_string();
            out.line(&say::DONE.with(context.lang, &[&shown, &made.events.to_string()]));
        }
    }
    Ok(())
}

/// In one step: a calendar program that reads the file again and again never meets half of it.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!("-new-{}", std::process::id()));
    std::fs::write(&draft, text).and_then(|()| std::fs::rename(&draft, path)).inspect_err(|_| {
        let _ = std::fs::remove_file(&draft);
    })
}
