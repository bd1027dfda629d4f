//! One open form: its draft's file, and the lock that says that it is open.

use std::fs::File;
use std::path::PathBuf;

use super::dir::Dir;
use super::file::{DraftFile, MOST};
use super::name::{Kind, Name};
use super::slot::HEAD;
use super::{Body, DraftError};
use crate::clock::Instant;

/// One open form. Others see that it is open until this is dropped or the process ends. Dropped without
/// [`Form::finish`], its draft stays; a form in which nothing was ever kept leaves nothing behind.
#[derive(Debug)]
pub struct Form {
    pub(super) dir: Dir,
    pub(super) path: PathBuf,
    pub(super) name: Name,
    pub(super) file: DraftFile,
    /// Whether the report was saved.
    pub(super) done: bool,
    /// Dropped last: while it is held, nobody else touches the draft.
    pub(super) _lock: File,
}

impl Form {
    /// Keeps what was typed until `at`, and waits until it is on the disk. Whenever the process or the power dies,
    /// this body or the one kept before is there.
    ///
    /// # Errors
    /// [`DraftError::Long`] for more than a draft can hold, [`DraftError::Full`] only for one that needs more room
    /// than was reserved, or what the disk says. What was kept before stays.
    pub fn save(&mut self, body: &Body, at: Instant) -> Result<(), DraftError> {
        let io = |e| DraftError::from_io(&self.path, e);
        let typed = serde_json::to_vec(body).map_err(|e| io(e.into()))?;
        let most = usize::try_from(MOST).unwrap_or(usize::MAX) - HEAD;
        if typed.len() > most {
            return Err(DraftError::Long(typed.len(), most));
        }
        self.file.write(&self.dir, &self.name, typed, at).map_err(io)
    }

    /// The report was saved: removes the draft and lets go of the form.
    pub fn finish(mut self) {
        self.done = true;
    }

    /// Keeps the draft and lets go of the form.
    pub fn leave(self) {
        drop(self);
    }

    /// The draft's number among the operator's.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.name.number
    }
}

impl Drop for Form {
    fn drop(&mut self) {
        if self.done || self.file.is_blank() {
            let _ = remove(&self.dir, &self.name);
        }
    }
}

/// Removes a draft whose lock is held: what was typed first, the lock's file last.
pub(super) fn remove(dir: &Dir, name: &Name) -> std::io::Result<()> {
    dir.remove(&name.file(Kind::Draft))?;
    dir.remove(&name.unfinished())?;
    dir.remove(&name.file(Kind::Open))?;
    dir.sync()
}
