//! Changes of an entry: what differs between two versions, how two people's changes go together, and where not.

use super::{Coded, Entry, EntryId, Field, NewEntry, Part, Reading};
use crate::clock::Instant;
use crate::plan::{TaskNo, UnitIx};
use crate::strings::{Text, words};

/// What was done to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// 填报.
    Add,
    /// 修改.
    Edit,
    /// 删除.
    Delete,
    /// 恢复旧版: an earlier version was brought back.
    Restore,
    /// 撤销.
    Undo,
    /// 恢复: the undoing was undone.
    Redo,
    /// 审核通过.
    Approve,
    /// 退回.
    Return,
    /// 清除: what the record held was taken out for good.
    Purge,
}

impl Coded for Action {
    const ALL: &'static [Self] = &[
        Self::Add,
        Self::Edit,
        Self::Delete,
        Self::Restore,
        Self::Undo,
        Self::Redo,
        Self::Approve,
        Self::Return,
        Self::Purge,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Restore => "restore",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Purge => "purge",
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Add => words::ADDED,
            Self::Edit => words::EDITED,
            Self::Delete => words::DELETED,
            Self::Restore => words::RESTORED,
            Self::Undo => words::UNDONE,
            Self::Redo => words::REDONE,
            Self::Approve => words::APPROVED,
            Self::Return => words::RETURNED,
            Self::Purge => words::PURGED,
        }
    }
}

/// One row of the record about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number in the record.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who.
    pub operator: String,
    /// From where; empty where unknown.
    pub origin: String,
    /// Fingerprint of the key they came in with; empty where none is known.
    pub key: String,
    /// What was done.
    pub action: Action,
    /// Which entry.
    pub id: EntryId,
    /// Its task.
    pub task: TaskNo,
    /// Its unit.
    pub unit: UnitIx,
    /// The entry after it; `None` where it was deleted, or where the text was purged from the record.
    pub entry: Option<Entry>,
    /// The row that this one takes back.
    pub undoes: Option<i64>,
    /// Whether what it left was purged.
    pub purged: bool,
    /// Of a purge: why, and what it purged.
    pub purge: Option<PurgeNote>,
}

/// What a purge leaves on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurgeNote {
    /// Why.
    pub reason: String,
    /// The rows that hold nothing any more.
    pub seqs: Vec<i64>,
}

/// A change that can be taken back, or brought again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number in the record.
    pub seq: i64,
    /// What was done.
    pub action: Action,
    /// To which entry.
    pub id: EntryId,
    /// The entry before it; `None` where there was none. This is what taking it back leads to.
    pub before: Option<Entry>,
    /// The entry after it; `None` where it was deleted.
    pub after: Option<Entry>,
    /// What it changed; nothing where the entry came or went as a whole.
    pub fields: Vec<Field>,
}

/// An entry as edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// As stored now.
    pub entry: Entry,
    /// What somebody else had changed meanwhile and was taken along.
    pub merged: Vec<Field>,
}

/// Two people changed the same fields to different things. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What the second one began from.
    pub base: Entry,
    /// What is stored now. Whoever tries again begins from its revision.
    pub theirs: Entry,
    /// Who stored it.
    pub theirs_by: String,
    /// When.
    pub theirs_at: Instant,
    /// What the second one wanted.
    pub mine: NewEntry,
    /// What both changed.
    pub parts: Vec<Part>,
    /// Both together, with mine in [`Self::parts`].
    pub merged: NewEntry,
}

/// The fields in which two versions differ. A number spelt otherwise differs.
#[must_use]
pub fn changed(one: &NewEntry, other: &NewEntry) -> Vec<Field> {
    Field::ALL.into_iter().filter(|f| !same(*f, one, other)).collect()
}

pub(super) fn same(field: Field, one: &NewEntry, other: &NewEntry) -> bool {
    match field {
        Field::Day => one.day == other.day,
        Field::Period => one.period == other.period,
        Field::Status => one.status == other.status,
        Field::Percent => one.percent == other.percent,
        Field::Progress => one.progress == other.progress,
        Field::Problems => one.problems == other.problems,
        Field::NextSteps => one.next_steps == other.next_steps,
        Field::Readings => spelt(&one.readings) == spelt(&other.readings),
        Field::Evidence => one.evidence == other.evidence,
        Field::Reporter => one.reporter == other.reporter,
    }
}

/// Readings by their spelling and whatever their order: 3.0 is not 3 in the record.
fn spelt(readings: &[Reading]) -> Vec<(&str, String, &str)> {
    let mut spelt: Vec<_> =
        readings.iter().map(|r| (r.indicator.as_str(), r.value.to_string(), r.source.as_str())).collect();
    spelt.sort_unstable();
    spelt
}
