//! Days and texts that the office's verbs take, and the words their lists share.

use std::io::Read;

use clap::{Arg, ArgMatches};
use jiff::civil::Date;

use crate::cli::Context;
use crate::cli::args::value;
use crate::error::Error;
use crate::ledger::{Contact, Opened, Owing, Period, parse_day};
use crate::query::{OwedCounts, days_left};
use crate::strings::{Lang, desk, errors, words};

/// `--on DAY`.
pub(super) fn on(lang: Lang) -> Arg {
    value("on", "DAY", desk::ON, lang)
}

/// The day on which something was done: the one named, else the day looked at, else today.
pub(super) fn day(context: &Context, words: &ArgMatches) -> Result<Date, Error> {
    let named = named_day(words, "on")?;
    Ok(named.or(context.as_of).unwrap_or(context.clock.today()))
}

/// A day from an option, if it was given.
pub(super) fn named_day(words: &ArgMatches, name: &str) -> Result<Option<Date>, Error> {
    given(words, name).map(parse_day).transpose().map_err(Error::Day)
}

/// What was typed for an option or word, if anything.
pub(super) fn given<'a>(words: &'a ArgMatches, name: &str) -> Option<&'a str> {
    words.get_one::<String>(name).map(String::as_str)
}

/// A text from a word or an option; `-` is standard input.
pub(super) fn text(words: &ArgMatches, name: &str) -> Result<String, Error> {
    match given(words, name) {
        Some("-") => standard_input(),
        typed => Ok(typed.unwrap_or_default().to_owned()),
    }
}

/// More megabytes than any text has that is typed or handed in.
const MOST_MB: u64 = 1;

/// All of standard input.
pub(super) fn standard_input() -> Result<String, Error> {
    let bytes = all_of(std::io::stdin().lock(), MOST_MB, Error::Stdin)?;
    String::from_utf8(bytes).map_err(|_| Error::StdinNotUtf8)
}

/// All that comes, unless that is more than so many megabytes.
pub(super) fn all_of(
    from: impl Read,
    megabytes: u64,
    fault: impl FnOnce(std::io::Error) -> Error,
) -> Result<Vec<u8>, Error> {
    let (mut bytes, most) = (Vec::new(), megabytes << 20);
    let read = from.take(most + 1).read_to_end(&mut bytes).map_err(fault)?;
    if u64::try_from(read).is_ok_and(|read| read > most) {
        return Err(Error::StdinLong(megabytes));
    }
    Ok(bytes)
}

/// A number with or without the sign that lists put before it.
pub(super) fn number(typed: &str) -> Result<i64, Error> {
    let folded = crate::text::fold(typed.trim());
    let number = folded.strip_prefix('#').unwrap_or(&folded).parse().ok().filter(|n| *n > 0);
    number.ok_or_else(|| Error::Usage(errors::NUMBER, typed.to_owned(), String::new()))
}

/// `分管领导 王 联络员 张 电话 0580-1`: what is known of whom one calls.
pub(super) fn contact(contact: &Contact, lang: Lang) -> String {
    let known =
        [(words::LEADER, &contact.leader), (words::PERSON, &contact.person), (words::PHONE, &contact.phone)];
    let said = known.iter().filter(|(_, text)| !text.is_empty());
    said.map(|(label, text)| format!("{} {text}", label.say(lang))).collect::<Vec<_>>().join(" ")
}

/// A period from its code.
pub(super) fn period(typed: &str) -> Result<Period, Error> {
    Period::parse(typed).ok_or_else(|| Error::Period(typed.to_owned()))
}

/// `应报21 已报16 迟报1 未报4 退回1`; what counts nothing is left out behind the first two.
pub(super) fn counts(counts: OwedCounts, lang: Lang) -> String {
    let gap = if lang == Lang::Zh { "" } else { " " };
    let missing = counts.count(Owing::Due) + counts.count(Owing::Missing);
    let each = [
        (words::OWED, Some(counts.all())),
        (desk::REPORTED, Some(counts.came())),
        (words::LATE, Some(counts.count(Owing::Late)).filter(|n| *n > 0)),
        (words::MISSING, Some(missing)),
        (desk::RETURNED, Some(counts.count(Owing::Returned)).filter(|n| *n > 0)),
    ];
    let shown = each.into_iter().filter_map(|(word, n)| Some(format!("{}{gap}{}", word.say(lang), n?)));
    shown.collect::<Vec<_>>().join(" ")
}

/// A period with its cut-off and how far away that is.
pub(super) fn period_line(opened: &Opened, as_of: Date, lang: Lang) -> String {
    let days = as_of.until(opened.cutoff).map_or(0, |span| span.get_days());
    let closed = opened.closed.filter(|day| *day <= as_of);
    let end = match closed {
        Some(day) => desk::CLOSED_ON.with(lang, &[&day.to_string()]),
        None if days < 0 => desk::CUTOFF_PAST.with(lang, &[&(-days).to_string()]),
        None => days_left(Some(days), lang),
    };
    format!("{} {end}", desk::CUTOFF_ON.with(lang, &[&opened.cutoff.to_string()]))
}

/// What became of a report, in a word.
pub(super) fn owing(state: Owing, lang: Lang) -> String {
    use crate::ledger::Coded;
    state.word().say(lang).to_owned()
}
