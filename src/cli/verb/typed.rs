//! The fields of an entry as options of the command line.

use clap::{ArgAction, ArgMatches, Command};

use super::list::coded;
pub(super) use super::said::given;
use super::said::standard_input;
use crate::cli::args::value;
use crate::error::Error;
use crate::ledger::{Evidence, NewEntry, Percent, Period, Reading, Status, parse_day};
use crate::plan::{Plan, TaskNo};
use crate::strings::{Lang, cli, errors};

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

/// `T7a=3.2` sets a value, `T7a=3.2 县统计局` also where it comes from, `T7a=` takes it away.
fn set_value(plan: &Plan, new: &mut NewEntry, typed: &str) -> Result<(), Error> {
    let folded = typed.replace('＝', "=");
    let form = || Error::Usage(errors::VALUE_FORM, typed.to_owned(), String::new());
    let (id, value) = folded.split_once('=').ok_or_else(form)?;
    let (id, value) = (id.trim(), value.trim());
    let ours = |task: Option<TaskNo>| task.is_none_or(|t| t == new.task);
    let mut possible = plan.indicators.iter().filter(|i| ours(i.task));
    let Some(indicator) = possible.clone().find(|i| i.id.eq_ignore_ascii_case(id)) else {
        let all = possible.by_ref().map(|i| i.id.clone()).collect();
        return Err(Error::UnknownIndicator(id.to_owned(), new.task.0, all));
    };
    let old = new.readings.iter().find(|r| r.indicator == indicator.id).map(|r| r.source.clone());
    new.readings.retain(|r| r.indicator != indicator.id);
    if !value.is_empty() {
        let fault = |fault| Error::Value(indicator.id.clone(), value.to_owned(), fault);
        new.readings.push(Reading::parse(plan, indicator, value, &old.unwrap_or_default()).map_err(fault)?);
    }
    Ok(())
}
