//! 进展: one report of one unit on one task, and what may be written into it.

use jiff::civil::Date;

use super::{Evidence, Period, Reading, Reviewed, Status};
use crate::clock::Instant;
use crate::plan::{TaskNo, UnitIx};

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
    /// How they came in.
    pub way: Way,
}

/// How somebody came to the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Way {
    /// With an account of the host's own.
    #[default]
    Local,
    /// Through the gate, with the key of this fingerprint where sshd vouches for one.
    Gate(Option<String>),
}

impl Way {
    /// The key's fingerprint as the record has it; empty where there is none.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Gate(Some(key)) => key,
            Self::Gate(None) | Self::Local => "",
        }
    }
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
    /// 进展情况; empty where only the status changed.
    pub progress: String,
    /// 存在问题.
    pub problems: String,
    /// 下一步措施.
    pub next_steps: String,
    /// Values of indicators, at most one each.
    pub readings: Vec<Reading>,
    /// What it can be checked by.
    pub evidence: Vec<Evidence>,
    /// 报送人: who reported it.
    pub reporter: String,
    /// 录入人: who typed it in.
    pub typed_by: String,
    /// What the office said of it.
    pub review: Reviewed,
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
    /// Values of indicators, at most one each.
    pub readings: Vec<Reading>,
    /// What it can be checked by.
    pub evidence: Vec<Evidence>,
    /// 报送人.
    pub reporter: String,
}

impl Entry {
    /// Whether it reports something. A change of status without a text is kept but is no report.
    #[must_use]
    pub const fn is_report(&self) -> bool {
        !self.progress.is_empty()
    }

    /// What can be written again: everything that a person typed.
    #[must_use]
    pub fn as_new(&self) -> NewEntry {
        NewEntry {
            task: self.task,
            unit: self.unit,
            period: self.period,
            day: self.day,
            status: self.status,
            percent: self.percent,
            progress: self.progress.clone(),
            problems: self.problems.clone(),
            next_steps: self.next_steps.clone(),
            readings: self.readings.clone(),
            evidence: self.evidence.clone(),
            reporter: self.reporter.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
