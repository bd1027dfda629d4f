//! The fields of an entry as options of the command line.

use clap::{ArgAction, ArgMatches, Command};

use super::list::coded;
pub(super) use super::said::given;
use super::said::standard_input;
use crate::cli::args::value;
use crate::error::Error;
use crate::ledger::{Evidence, NewEntry, Percent, Period, Status, parse_day};
use crate::plan::Plan;
use crate::sheet::set_value;
use crate::strings::{Lang, cli};

/// `--status`, `--percent`, `--period`, `--date`, `--problems`, `--next`, `--reporter`, `--value`, `--evidence`.
pub(super) fn args(command: Command, lang: Lang) -> Command {
    command.args([
        value("status", "STATUS", cli::ADD_STATUS, lang),
        value("percent", "N", cli::ADD_PERCENT, lang).allow_negative_numbers(true),
        value("period", "PERIOD", cli::ADD_PERIOD, lang),
        value("date", "DAY", cli::ADD_DATE, lang),
        value("problems", "TEXT", cli::ADD_PROBLEMS, lang),
        value("next", "TEXT", cli::ADD_NEXT, lang),
        value("reporter", "NAME", cli::ADD_REPORTER, lang),
        value("value", "ID=V", cli::ADD_VALUE, lang).action(ArgAction::Append),
        value("evidence", "REF", cli::ADD_EVIDENCE, lang).action(ArgAction::Append),
    ])
}

/// Puts what was typed in place of what `new` holds; what was not typed stays. An empty percent, value or evidence
/// takes the old one away.
pub(super) fn apply(
    plan: &Plan,
    words: &ArgMatches,
    lang: Lang,
    mut new: NewEntry,
) -> Result<NewEntry, Error> {
    if let Some(typed) = given(words, "status") {
        new.status = coded::<Status>(typed, "status", lang)?;
    }
    if let Some(typed) = given(words, "percent") {
        let percent = Some(typed).filter(|t| !t.trim().is_empty()).map(Percent::parse);
        new.percent = percent.transpose().map_err(Error::Percent)?;
    }
    if let Some(typed) = given(words, "date") {
        new.day = parse_day(typed).map_err(Error::Day)?;
    }
    if let Some(typed) = given(words, "period") {
        new.period = Period::parse(typed).ok_or_else(|| Error::Period(typed.to_owned()))?;
    }
    for (name, field) in [
        ("problems", &mut new.problems),
        ("next", &mut new.next_steps),
        ("reporter", &mut new.reporter),
        ("text", &mut new.progress),
    ] {
        if let Some(typed) = given(words, name) {
            *field = if name == "text" && typed == "-" { standard_input()? } else { typed.to_owned() };
        }
    }
    if let Some(typed) = words.get_many::<String>("evidence") {
        let kept = typed.filter(|t| !t.trim().is_empty());
        new.evidence = kept.map(|t| Evidence::typed(t)).collect();
    }
    let values = words.get_many::<String>("value").into_iter().flatten();
    values.map(String::as_str).try_for_each(|typed| set_value(plan, &mut new, typed))?;
    Ok(new)
}
