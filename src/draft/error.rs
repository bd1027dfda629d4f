//! What can go wrong with a draft, and the sentence for it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::Exit;
use crate::strings::{Lang, Text, drafts};
use crate::text::visible;

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

    /// The exit code of a command that ends with this.
    #[must_use]
    pub fn exit(&self) -> Exit {
        self.row().0
    }

    /// The sentence, safe to print.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let (_, text, parts) = self.row();
        let shown: Vec<String> = parts.iter().map(|p| visible(p).into_owned()).collect();
        text.with(lang, &shown.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Exit code, sentence and what fills it: a row of the program's table of errors.
    #[must_use]
    pub fn row(&self) -> (Exit, Text, Vec<String>) {
        let name = |path: &Path| path.display().to_string();
        match self {
            Self::OpenElsewhere => (Exit::Busy, drafts::OPEN_ELSEWHERE, vec![]),
            Self::Full => (Exit::Full, drafts::FULL, vec![]),
            Self::ReadOnly => (Exit::Unusable, drafts::READ_ONLY, vec![]),
            Self::Long(bytes, most) => (Exit::Usage, drafts::LONG, vec![bytes.to_string(), most.to_string()]),
            Self::Many(most) => (Exit::Usage, drafts::MANY, vec![most.to_string()]),
            Self::Missing(number) => (Exit::NotFound, drafts::MISSING, vec![number.clone()]),
            Self::Folder(path) => (Exit::Unusable, drafts::FOLDER, vec![name(path)]),
            Self::Io(path, e) => (Exit::Unusable, drafts::IO, vec![name(path), e.to_string()]),
        }
    }
}
