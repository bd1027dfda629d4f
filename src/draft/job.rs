//! What the keeper's thread is asked and what it tells.

use std::sync::mpsc::Sender;
use std::time::Instant as Tick;

use super::{Body, DraftError, Found, Key};
use crate::clock::Instant;

/// One form of a session. Two forms may be about the same: one being saved while the next is begun.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Which form of the session.
    pub form: u64,
    /// What it is about.
    pub key: Key,
}

impl From<Key> for Slot {
    fn from(key: Key) -> Self {
        Self { form: 0, key }
    }
}

/// What the thread tells.
#[derive(Debug)]
pub enum Heard {
    /// The draft that an earlier form of the same left, and who else has one open. It is neither changed nor
    /// removed until it is held.
    Looked(Slot, Option<Box<Found>>, Vec<String>),
    /// The last that was typed into this form is on the disk; who else has one open.
    Kept(Slot, Vec<String>),
    /// Who else has a form on the same open.
    Others(Slot, Vec<String>),
    /// Something could not be kept; it is tried again with the next key.
    Fault(DraftError),
}

#[derive(Debug)]
pub(super) enum Job {
    Look(Slot),
    LookForOthers(Slot),
    Open(Slot),
    Keep { slot: Slot, body: Box<Body>, at: Instant, due: Tick },
    Finish(Slot),
    Leave(Slot),
    Flush(Sender<bool>),
}

impl Job {
    pub(super) fn slot(&self) -> Option<&Slot> {
        match self {
            Self::Look(slot)
            | Self::LookForOthers(slot)
            | Self::Open(slot)
            | Self::Keep { slot, .. }
            | Self::Finish(slot)
            | Self::Leave(slot) => Some(slot),
            Self::Flush(_) => None,
        }
    }

    pub(super) fn due(&self) -> Option<Tick> {
        if let Self::Keep { due, .. } = self { Some(*due) } else { None }
    }
}
