//! Loads a plan from its file: all of it or, with every fault named at once, nothing.
//!
//! Owns the order of the steps: syntax, keys, references and meaning. Refuses a plan with any fault. What is
//! checked stands in `read`, `raw`, `units`, `tasks`, `bracket` and `indicators`.

mod bracket;
mod indicators;
mod raw;
mod read;
mod tasks;
mod units;

use toml::de::DeTable;

use self::indicators::{Known, Sources};
use self::raw::RawPlan;
use self::read::{Book, Table};
use self::units::Codes;
use super::Plan;
use super::faults::{self as f, Fault};

/// Largest file that is read at all.
const MOST_BYTES: usize = 4 << 20;

/// Reads a plan from TOML.
///
/// # Errors
/// Every fault of the file, by line. A file that is no TOML at all names its faults of syntax only.
pub fn load(toml: &str) -> Result<Plan, Vec<Fault>> {
    let book = Book::new(toml);
    if toml.len() > MOST_BYTES {
        let (found, most) = (toml.len().to_string(), MOST_BYTES.to_string());
        book.note(1, (f::TOO_LARGE, f::TOO_LARGE_CURE), &[&found, &most]);
        return Err(book.close());
    }
    let (root, slips) = DeTable::parse_recoverable(toml);
    for slip in &slips {
        let line = slip.span().map_or(1, |span| book.line(&span));
        book.note(line, (f::SYNTAX, f::SYNTAX_CURE), &[slip.message()]);
    }
    if !slips.is_empty() {
        return Err(book.close());
    }
    let raw = raw::read(&book, Table::root(&book, root.get_ref()));
    let plan = build(&book, raw);
    let faults = book.close();
    match plan {
        Some(plan) if faults.is_empty() => Ok(plan),
        _ => Err(faults),
    }
}

/// Checks everything and makes the plan; nothing only where the document's particulars are missing.
fn build(book: &Book, raw: RawPlan) -> Option<Plan> {
    units::check_code(book, &raw.id, true);
    let codes = Codes::of(&raw.units);
    let sources = Sources::of(&raw.parts, &raw.groups, &raw.tasks);
    let units = units::units(book, &raw.units, &codes, &raw.tasks);
    let horizon = indicators::horizon(book, raw.horizon.as_ref(), &sources);
    let day = horizon.as_ref().map(|(day, _)| *day);
    let known = Known { sources: &sources, codes: &codes, units: &units, horizon: day };
    let groups = tasks::groups(book, &raw.groups);
    let tasks = tasks::tasks(book, &raw.tasks, &raw.groups, &raw.units, &codes);
    let indicators = indicators::indicators(book, &raw.indicators, &known);
    let asides = indicators::asides(book, &raw.asides, &sources);
    let document = raw.document?;
    Some(Plan {
        id: raw.id.value.into(),
        document,
        parts: raw.parts,
        groups,
        tasks,
        units,
        indicators,
        asides,
        horizon,
    })
}
