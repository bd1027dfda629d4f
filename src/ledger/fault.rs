//! What the office's rules refuse, and what its sentence needs.

use jiff::civil::Date;

use super::{KeyFault, Period, Permission, Setting, SettingFault};
use crate::clock::Instant;
use crate::plan::TaskNo;

/// Why an act of the office, or a report under its rules, was not taken. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeFault {
    /// The operator may not; those who may.
    NotPermitted(Permission, Vec<String>),
    /// The period is open already.
    Open(Period),
    /// The period was never opened, or is closed already.
    NotOpen(Period),
    /// The cut-off lies before the period.
    Cutoff(Period, Date),
    /// The task is closed already, since this day.
    Closed(TaskNo, Date),
    /// The task is not closed.
    NotClosed(TaskNo),
    /// The unit does not say that the task is done.
    NotSaidDone(TaskNo),
    /// The document gives the task no date that could be moved.
    NoDate(TaskNo),
    /// The new date is not after the one that holds.
    NotLater(Date),
    /// The day lies before the one on which it began.
    TooEarly(Date, Date),
    /// No extension of the task holds.
    NotExtended(TaskNo),
    /// A reason, an approval or a text is missing: the field's name.
    Wanting(&'static str),
    /// A text is too long or holds hidden characters: the field's name.
    BadText(&'static str),
    /// There is no such notice.
    NoNotice(i64),
    /// The notice was ended, on this day.
    Ended(i64, Date),
    /// The notice was not sent to that unit.
    NotAddressed(i64, String),
    /// Nothing changes: the report is as the office said already.
    AlreadyReviewed(i64),
    /// A setting cannot be that.
    Setting(Setting, String, SettingFault),
    /// Only the office says that a task is kept up without an end.
    StandingIsTheOffices,
    /// Dropping a task needs the number of the document that says so.
    DroppedNeedsDocument,
    /// The office does not count the unit in for general reports.
    NotGeneral(String),
    /// The day has not come yet.
    Future(Date, Date),
    /// No name of a system account.
    BadName(String),
    /// No operator of that name.
    NoOperator(String),
    /// No public key that can be taken.
    Key(KeyFault),
    /// The key, by its fingerprint, is somebody's already.
    KeyTaken(String, String),
    /// So many keys are the most.
    ManyKeys(usize),
    /// The operator has no such key.
    NoKey(String, String),
    /// No such view; those there are.
    NoView(String, String),
    /// The number is none of the office's own views.
    NotOwnView(u8),
    /// The view needs the operator's unit, and there is none.
    NoOwnUnit(String),
    /// The number was given to a bulletin already, on this day.
    IssuedAlready(String, Date),
    /// Somebody wrote while the bulletin was being made.
    RecordMoved,
    /// No bulletin of that number was issued.
    NotIssued(String),
    /// An issued bulletin's text is no longer what it was: its number, day and moment.
    NotAsIssued(String, Date, Instant),
}
