//! What a cell means: days, percents and numbers as spreadsheets and people write them.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::grid::Cell;
use crate::error::{Error, SheetError};
use crate::ledger::{DayFault, Percent, PercentFault, parse_day};
use crate::text::fold;

/// The day before a spreadsheet's first, as it counts since 1900 (with a 29 February that there never was).
const BEFORE_FIRST: Date = date(1899, 12, 30);

/// Days that a bare number can mean: 1954 to 2119. Others are sooner a year or a mistake.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;

/// The text of a cell.
pub(super) fn text(cell: &Cell) -> Result<String, Error> {
    match cell {
        Cell::Fault(said) => Err(SheetError::Formula(said.clone()).into()),
        cell => Ok(cell.text()),
    }
}

/// A day: typed as one, a spreadsheet's number of one, or written out.
pub(super) fn day(cell: &Cell) -> Result<Date, Error> {
    if let Cell::Day(day) = cell {
        return Ok(*day);
    }
    let typed = text(cell)?;
    let serial = if matches!(cell, Cell::Number(_)) { typed.parse().ok() } else { None };
    if let Some(serial) = serial.filter(|n| SERIALS.contains(n)) {
        let form = || Error::Day(DayFault::Form(typed.clone()));
        return BEFORE_FIRST.checked_add(i64::from(serial).days()).map_err(|_| form());
    }
    // A spreadsheet may write midnight behind a day.
    let typed = typed.trim();
    let day = match typed.split_once(char::is_whitespace) {
        Some((day, time)) if time.contains(':') => day,
        _ => typed,
    };
    parse_day(day).map_err(Error::Day)
}

/// `80`, `80%`, or a share: 0.8 is 80 percent. 1 typed as a number can be either.
pub(super) fn percent(cell: &Cell) -> Result<Percent, Error> {
    let typed = text(cell)?;
    let fault = || Error::Percent(PercentFault(typed.clone()));
    let folded = fold(typed.trim());
    let is_share = matches!(cell, Cell::Number(_)) || (folded.contains('.') && !folded.contains('%'));
    let number = folded.strip_suffix('%').unwrap_or(&folded).trim();
    if !is_share && !number.contains('.') {
        return Percent::parse(&typed).map_err(Error::Percent);
    }
    if !number.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return Err(fault());
    }
    let number: f64 = number.parse().map_err(|_| fault())?;
    if is_share && (number - 1.0).abs() < f64::EPSILON {
        return Err(SheetError::OneOrAll.into());
    }
    let percent = if is_share && number < 1.0 { number * 100.0 } else { number };
    // 0.55 times 100 is not quite 55.
    let whole = (0..=100).find(|n| (f64::from(*n) - percent).abs() < 1e-9);
    whole.and_then(|n| Percent::new(i64::from(n))).ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn a_day_is_read_however_it_stands_there() {
        let expected = date(2025, 6, 12);
        for cell in [
            Cell::Day(expected),
            Cell::Number(45820.0),
            Cell::Number(20_250_612.0),
            typed("2025-06-12"),
            typed("2025.6.12"),
            typed("2025年6月12日"),
            typed("２０２５／６／１２"),
            typed("2025/6/12 0:00:00"),
        ] {
            assert_eq!(day(&cell).ok(), Some(expected), "{cell:?}");
        }
        for cell in [Cell::Number(2025.0), Cell::Number(45820.5), typed("45820"), typed("6月12日")] {
            assert!(day(&cell).is_err(), "{cell:?}");
        }
    }

    #[test]
    fn a_percent_is_a_number_or_a_share_and_one_is_asked_about() {
        for (cell, expected) in [
            (typed("80"), Some(80)),
            (typed("８０％"), Some(80)),
            (typed("80.0%"), Some(80)),
            (typed("0.8"), Some(80)),
            (typed("1"), Some(1)),
            (typed("1%"), Some(1)),
            (typed("100%"), Some(100)),
            (Cell::Number(0.55), Some(55)),
            (Cell::Number(0.0), Some(0)),
            (Cell::Number(80.0), Some(80)),
            (Cell::Number(1.0), None),
            (typed("1.0"), None),
            (Cell::Number(0.555), None),
            (Cell::Number(-0.5), None),
            (Cell::Number(101.0), None),
            (typed("8.5"), None),
            (typed("1e1"), None),
            (typed("八成"), None),
            (Cell::Fault("#REF!".to_owned()), None),
        ] {
            assert_eq!(percent(&cell).ok().map(Percent::get), expected, "{cell:?}");
        }
    }
}
