//! The short texts of the office's acts: reasons, answers, approvals.

use crate::error::Error;
use crate::ledger::OfficeFault;
use crate::text::{Lines, clean_input};

/// Most characters in one of them.
const MOST: usize = 2_000;

/// A text that a rule wants, in the form in which it is stored.
///
/// # Errors
/// [`Error::Office`] where it is missing or cannot be stored.
pub(super) fn wanted(text: &str, name: &'static str) -> Result<String, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::Office(OfficeFault::Wanting(name)));
    }
    let bad = || Error::Office(OfficeFault::BadText(name));
    let clean = clean_input(text, Lines::Many).map_err(|_| bad())?;
    if clean.chars().count() > MOST { Err(bad()) } else { Ok(clean) }
}
