//! Several tasks at once: what is asked for the marked ones, and what the writer does with them in one transaction.

use crate::ledger::{EntryId, NewEntry, Notice, NoticeKind, Revision, Status};
use crate::strings::{Text, several as say};

/// What is done with every marked task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// A report with this text.
    Report,
    /// Another status, with a reason where it needs one.
    Status(Status),
    /// A sentence behind what the newest report says.
    Append,
    /// One notice about all.
    Send(NoticeKind),
}

impl Several {
    /// What each line asked for is called.
    #[must_use]
    pub const fn labels(self) -> &'static [Text] {
        match self {
            Self::Report => &[say::TEXT],
            Self::Status(_) => &[say::REASON],
            Self::Append => &[say::SENTENCE],
            Self::Send(_) => &[say::TEXT, crate::strings::office::ANSWER_BY],
        }
    }
}

/// The work for the writer: all of it is done, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// New reports.
    Add(Vec<NewEntry>),
    /// Reports written anew, each from the version that was read.
    Edit(Vec<(EntryId, Revision, NewEntry)>),
    /// A notice.
    Send(Box<Notice>),
    /// Reports pass.
    Pass(Vec<(EntryId, Revision)>),
}

impl Job {
    /// How many tasks it is about.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Add(all) => all.len(),
            Self::Edit(all) => all.len(),
            Self::Send(notice) => notice.tasks.len(),
            Self::Pass(all) => all.len(),
        }
    }
}
