//! What can go wrong with a draft, and the sentence for it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why a draft could not be kept, opened or discarded. The words typed are never touched by it.
#[derive(Debug)]
pub enum DraftError {
    /// A living process has it open.
    OpenElsewhere,
    /// No room on the disk for another draft.
    Full,
    /// The folder or the file may only be read.
    ReadOnly,
    /// More than a draft can hold: how many bytes, and how many at most.
    Long(usize, usize),
    /// The operator has as many drafts as there may be.
    Many(u32),
    /// No draft with that number.
    Missing(String),
    /// What lies in the folder's place was not made by this program: a link, a file, or open to everybody.
    Folder(PathBuf),
    /// Anything else that the system says.
    Io(PathBuf, std::io::Error),
}

impl DraftError {
    /// Tells the system's answers apart.
    pub(super) fn from_io(path: &Path, e: std::io::Error) -> Self {
        match e.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(path.to_owned(), e),
        }
    }
}
