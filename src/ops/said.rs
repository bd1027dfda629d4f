//! The short texts and the days of the office's acts: reasons, answers, approvals.

use jiff::civil::Date;

use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{LINE_CHARS, OfficeFault};
use crate::text::{Lines, clean_input};

/// Most characters in one of them.
const MOST: usize = 2_000;

/// A text that a rule wants, in the form in which it is stored.
///
/// # Errors
/// [`Error::Office`] where it is missing or cannot be stored.
pub(super) fn wanted(text: &str, name: &'static str) -> Result<String, Error> {
    clean(text, name, Lines::Many, MOST)
}

/// The same of one line: a name or a number.
///
/// # Errors
/// As [`wanted`].
pub(super) fn wanted_line(text: &str, name: &'static str) -> Result<String, Error> {
    clean(text, name, Lines::One, LINE_CHARS)
}

/// A day on which something was done, which cannot be later than today.
///
/// # Errors
/// [`Error::Office`] where it has not come yet.
pub(super) fn come(on: Date, clock: Clock) -> Result<Date, Error> {
    let today = clock.today();
    if on > today { Err(Error::Office(OfficeFault::Future(on, today))) } else { Ok(on) }
}

/// Nothing ends before it began.
///
/// # Errors
/// [`Error::Office`] with both days.
pub(super) fn not_before(on: Date, began: Date) -> Result<(), Error> {
    if on < began { Err(Error::Office(OfficeFault::TooEarly(on, began))) } else { Ok(()) }
}

fn clean(text: &str, name: &'static str, lines: Lines, most: usize) -> Result<String, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Office(OfficeFault::Wanting(name)));
    }
    let bad = || Error::Office(OfficeFault::BadText(name));
    let clean = clean_input(text, lines).map_err(|_| bad())?;
    if clean.chars().count() > most { Err(bad()) } else { Ok(clean) }
}
