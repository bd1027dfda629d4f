//! What `update` asks to be done outside the model, and what comes back.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::draft::{Body, DraftError, Found, Slot};
use crate::error::Error;
use crate::ledger::{Acted, Change, Entry, EntryId, Field, GateFault, NewEntry, Revision, Version};
use crate::ops::Since;
use crate::plan::{TaskNo, UnitIx};
use crate::store::{Obstacle, Page, Pair, Snapshot};

use super::export::ExportAsk;
use super::office::{ActAsk, Pile};
use super::term::Input;

/// Something to be done outside.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the ledger again, with the newest entries of this unit or of all.
    Load(Option<UnitIx>),
    /// Read more of a task's entries than are at hand.
    LoadMore(TaskNo, Option<UnitIx>, usize),
    /// Read what a pair reported last.
    Previous(Pair),
    /// Read what was done to entries of a task, newest first.
    History(TaskNo, Option<UnitIx>),
    /// Read what would be taken back, or brought again: all that was done to these reports at once, if that was last.
    Preview(Again, Vec<EntryId>),
    /// Read some reports to be read one after the other.
    Queue(Pile),
    /// Look at an earlier day from now on, or at the screen's own; and read the ledger, as for `Load`.
    Look(Option<Date>, Option<UnitIx>),
    /// Read the ledger as of the end of the period before the one that is shown.
    Glance,
    /// Read a document's first lines.
    Show(Box<ExportAsk>),
    /// Write a document to a file, in the place of one that is there if that was said.
    Export(Box<ExportAsk>, PathBuf, bool),
    /// Look what happened since a draft was begun.
    Since(Slot, Box<Body>),
    /// Look for words in the entries.
    Search(String, Option<UnitIx>),
    /// Write; the answer comes back with the number.
    Save(SaveId, SaveAsk),
    /// Do not wait for this save any longer; its answer says whether it had begun.
    GiveUp(SaveId),
    /// Look for what an earlier form of the same left, and say that this one is open.
    OpenDraft(Slot),
    /// What was found is in the form now.
    TakeDraft(Slot),
    /// Keep what is typed, within a second.
    Keep(Slot, Box<Body>),
    /// Look who else has a form on the same open.
    LookForOthers(Slot),
    /// The form is closed, its draft stays.
    LeaveDraft(Slot),
    /// The form is done with, its draft goes.
    DropDraft(Slot),
    /// Draw everything again.
    Redraw,
    /// Stop as shells do, until somebody continues.
    Suspend,
    /// End.
    Quit,
}

/// Number of a save of this session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaveId(pub u64);

/// Whether a change is taken back or brought again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// 撤销.
    Undo,
    /// 恢复.
    Redo,
}

/// What the writer is asked. Every way of saving goes through here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveAsk {
    /// A new entry.
    Add(Box<NewEntry>),
    /// A new version of an entry.
    Edit {
        /// Which.
        id: EntryId,
        /// The version that was read.
        base: Revision,
        /// What it shall be.
        new: Box<NewEntry>,
    },
    /// An entry shall go.
    Delete {
        /// Which.
        id: EntryId,
        /// The version that was read.
        base: Revision,
    },
    /// Changes shall be taken back or brought again, all or none.
    Again(Again, Vec<Change>),
    /// The office does something.
    Act(Box<ActAsk>),
}

/// What the writer did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A report was stored, with these changes of others taken along.
    Entry(Box<Entry>, Vec<Field>),
    /// An entry was deleted.
    Deleted(Box<Entry>),
    /// Changes were taken back or brought again.
    Again(Again, Vec<Change>),
    /// The office did something, and to these reports.
    Act(Box<ActAsk>, Vec<EntryId>),
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
    /// Somebody opened a form or let go of one.
    FormsMoved,
    /// The ledger was read.
    Loaded(Result<Box<Loaded>, Error>),
    /// Whoever came through the gate is no longer let in, and why.
    Barred(GateFault),
    /// More entries of a task.
    More(Result<(TaskNo, Option<UnitIx>, Page), Error>),
    /// What a pair reported last.
    Previous(Pair, Result<Option<Entry>, Error>),
    /// What was done to entries of a task.
    History(TaskNo, Option<UnitIx>, Result<(Vec<Version>, Vec<Acted>), Error>),
    /// What would be taken back or brought again.
    Preview(Again, Result<Previewed, Error>),
    /// A save is kept waiting.
    Waiting(SaveId, Obstacle),
    /// Something was written, or not.
    Saved(SaveId, Result<Written, Error>),
    /// What happened since a draft was begun.
    Since(Slot, Result<Since, Error>),
    /// Others have opened or closed a form on the same.
    Others(Slot, Vec<String>),
    /// The tasks whose entries hold these words.
    Found(String, Result<BTreeSet<TaskNo>, Error>),
    /// Reports to be read one after the other.
    Queue(Pile, Result<Vec<Entry>, Error>),
    /// The ledger as of the end of the period before.
    Glance(Result<Option<Box<Snapshot>>, Error>),
    /// A document's first lines.
    Shown(Box<ExportAsk>, Result<Vec<String>, Error>),
    /// A document was written to a file of so many bytes, or not.
    Exported(PathBuf, Result<usize, Error>),
    /// What an earlier form of the same left, and who else has one open.
    Draft(Slot, Option<Box<Found>>, Vec<String>),
    /// The operator's drafts.
    Drafts(Vec<(Found, Since)>),
    /// A draft is safe on the disk; who else has a form on the same open.
    Kept(Slot, Vec<String>),
    /// A draft could not be kept.
    NotKept(DraftError),
}

/// What would be taken back or brought again.
#[derive(Debug, Default)]
pub struct Previewed {
    /// The changes of reports.
    pub changes: Vec<Change>,
    /// What the operator did for the office after them.
    pub act: Option<Acted>,
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
    /// What the operator's own unit has to report again.
    pub returned: Vec<Entry>,
    /// Behind which row of the record how many reports came since the operator's last visit.
    pub came: Option<(i64, usize)>,
    /// Whether another file has come in the place of the one that was read before.
    pub anew: bool,
}
