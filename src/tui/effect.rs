//! What `update` asks to be done outside the model, and what comes back.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::ledger::{Entry, NewEntry};
use crate::plan::{TaskNo, UnitIx};
use crate::store::{Page, Snapshot};

use super::term::Input;

/// Something to be done outside.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the ledger again, with the newest entries of this unit or of all.
    Load(Option<UnitIx>),
    /// Read more of a task's entries than are at hand.
    LoadMore(TaskNo, Option<UnitIx>, usize),
    /// Write a report.
    Save(Box<NewEntry>),
    /// Look for words in the entries.
    Search(String, Option<UnitIx>),
    /// Draw everything again.
    Redraw,
    /// Stop as shells do, until somebody continues.
    Suspend,
    /// End.
    Quit,
}

/// Something that happened outside.
#[derive(Debug)]
pub enum Event {
    /// Keys, all of one read.
    Input(Vec<Input>),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The ledger's folder changed.
    LookAgain,
    /// The ledger was read.
    Loaded(Result<Box<Loaded>, Error>),
    /// More entries of a task.
    More(Result<(TaskNo, Option<UnitIx>, Page), Error>),
    /// A report was written, or not.
    Saved(Result<Box<Entry>, Error>),
    /// The tasks whose entries hold these words.
    Found(String, Result<BTreeSet<TaskNo>, Error>),
}

/// A reading of the ledger.
#[derive(Debug)]
pub struct Loaded {
    /// Where everything stands.
    pub snapshot: Snapshot,
    /// Whose entries follow.
    pub unit: Option<UnitIx>,
    /// The newest entries of every task.
    pub newest: Vec<(TaskNo, Page)>,
}
