//! 进展: one report of one unit on one task, and what may be written into it.

use jiff::civil::Date;

use super::{Period, Status};
use crate::clock::Instant;
use crate::plan::{TaskNo, UnitIx};
use crate::text::{Lines, Unsafe, clean_input};

/// Most characters in 进展情况, 存在问题 or 下一步措施.
pub const TEXT_CHARS: usize = 20_000;

/// Most characters in a name or another field of one line.
pub const LINE_CHARS: usize = 100;

/// Number of an entry in its ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub i64);

/// How often a row was written; the first writing is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub i64);

/// A share of the work, as the unit puts it: 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

/// Something typed that is no percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PercentFault(pub String);

impl Percent {
    /// A percent from a number.
    #[must_use]
    pub fn new(value: i64) -> Option<Self> {
        u8::try_from(value).ok().filter(|v| *v <= 100).map(Self)
    }

    /// Reads `80` or `80%`; full-width digits count as digits.
    ///
    /// # Errors
    /// What was typed, where it is no whole number from 0 to 100.
    pub fn parse(typed: &str) -> Result<Self, PercentFault> {
        let folded = crate::text::fold(typed.trim());
        let digits = folded.strip_suffix('%').unwrap_or(&folded).trim_end();
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        let value = plain.then(|| digits.parse().ok()).flatten().and_then(Self::new);
        value.ok_or_else(|| PercentFault(typed.to_owned()))
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Who acts: the person whose name goes on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Name of the person, as the system or the operator table has it.
    pub name: String,
    /// Where from: the client's address, or the terminal's host; empty where unknown.
    pub origin: String,
}

/// A report as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// The task it speaks of.
    pub task: TaskNo,
    /// The unit that reports.
    pub unit: UnitIx,
    /// The period it is for.
    pub period: Period,
    /// The day reported.
    pub day: Date,
    /// What the unit says of the work.
    pub status: Status,
    /// How much is done, where the unit says so.
    pub percent: Option<Percent>,
    /// 进展情况.
    pub progress: String,
    /// 存在问题.
    pub problems: String,
    /// 下一步措施.
    pub next_steps: String,
    /// 报送人: who reported it.
    pub reporter: String,
    /// 录入人: who typed it in.
    pub typed_by: String,
    /// How often it was written.
    pub revision: Revision,
    /// When it was first saved.
    pub created_at: Instant,
    /// When it was last saved.
    pub updated_at: Instant,
}

/// A report about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// The task.
    pub task: TaskNo,
    /// The unit.
    pub unit: UnitIx,
    /// The period.
    pub period: Period,
    /// The day reported.
    pub day: Date,
    /// The status.
    pub status: Status,
    /// The percent, if any.
    pub percent: Option<Percent>,
    /// 进展情况.
    pub progress: String,
    /// 存在问题, or nothing.
    pub problems: String,
    /// 下一步措施, or nothing.
    pub next_steps: String,
    /// 报送人.
    pub reporter: String,
}

/// A field of an entry, for a message that stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// 报送日期.
    Day,
    /// 进展情况.
    Progress,
    /// 存在问题.
    Problems,
    /// 下一步措施.
    NextSteps,
    /// 报送人.
    Reporter,
}

/// Why a field cannot be stored as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFault {
    /// 进展情况 says nothing.
    Empty,
    /// Longer than may be.
    Long {
        /// Characters typed.
        chars: usize,
        /// Characters allowed.
        most: usize,
    },
    /// Holds a character that could do harm on a terminal.
    Unsafe(Unsafe),
    /// Reported for a day that has not come.
    Future(Date),
}

impl NewEntry {
    /// The entry with its texts brought into stored form, if it may be written on `today`.
    ///
    /// # Errors
    /// The first field that cannot be stored, and why.
    pub fn checked(mut self, today: Date) -> Result<Self, (Field, FieldFault)> {
        if self.day > today {
            return Err((Field::Day, FieldFault::Future(self.day)));
        }
        self.progress = field(Field::Progress, &self.progress)?;
        self.problems = field(Field::Problems, &self.problems)?;
        self.next_steps = field(Field::NextSteps, &self.next_steps)?;
        self.reporter = field(Field::Reporter, &self.reporter)?;
        if self.progress.is_empty() {
            return Err((Field::Progress, FieldFault::Empty));
        }
        Ok(self)
    }
}

fn field(field: Field, typed: &str) -> Result<String, (Field, FieldFault)> {
    let (lines, most) = match field {
        Field::Reporter => (Lines::One, LINE_CHARS),
        _ => (Lines::Many, TEXT_CHARS),
    };
    let clean = clean_input(typed.trim(), lines).map_err(|e| (field, FieldFault::Unsafe(e)))?;
    let chars = clean.chars().count();
    if chars > most {
        return Err((field, FieldFault::Long { chars, most }));
    }
    Ok(clean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::PeriodKind;
    use jiff::civil::date;

    fn entry(progress: &str) -> NewEntry {
        let day = date(2025, 6, 12);
        NewEntry {
            task: TaskNo(14),
            unit: UnitIx(4),
            period: Period::containing(day, PeriodKind::TwoMonths),
            day,
            status: Status::OnTrack,
            percent: None,
            progress: progress.to_owned(),
            problems: String::new(),
            next_steps: String::new(),
            reporter: String::new(),
        }
    }

    #[test]
    fn a_percent_is_a_whole_number_up_to_a_hundred() {
        for (typed, expected) in [("0", 0), ("80", 80), ("80%", 80), ("100", 100), ("８０％", 80), (" 5 ", 5)]
        {
            assert_eq!(Percent::parse(typed).map(Percent::get), Ok(expected), "{typed}");
        }
        for typed in ["", "%", "101", "-1", "+5", "8.5", "八十", "999999999999999999999"] {
            assert_eq!(Percent::parse(typed), Err(PercentFault(typed.to_owned())), "{typed}");
        }
    }

    #[test]
    fn texts_are_trimmed_and_kept() {
        let checked = entry("  受理41件\r\n审结38件 \n").checked(date(2025, 6, 24)).expect("fine");
        assert_eq!(checked.progress, "受理41件\n审结38件");
    }

    #[test]
    fn what_cannot_be_stored_is_named_with_its_field() {
        let today = date(2025, 6, 24);
        assert_eq!(entry(" \n ").checked(today), Err((Field::Progress, FieldFault::Empty)));
        let long = entry(&"字".repeat(TEXT_CHARS + 1)).checked(today);
        assert_eq!(
            long,
            Err((Field::Progress, FieldFault::Long { chars: TEXT_CHARS + 1, most: TEXT_CHARS }))
        );
        let tomorrow = entry("好").checked(date(2025, 6, 11));
        assert_eq!(tomorrow, Err((Field::Day, FieldFault::Future(date(2025, 6, 12)))));
        let hostile = NewEntry { problems: "\u{1b}]52;c;\u{7}".to_owned(), ..entry("好") };
        assert!(matches!(hostile.checked(today), Err((Field::Problems, FieldFault::Unsafe(_)))));
    }
}
