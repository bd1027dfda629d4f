//! What happened to the thing that a draft is about since the draft was begun.

use jiff::civil::Date;

use crate::draft::Body;
use crate::error::Error;
use crate::ledger::{Action, Coded, EntryId, Field, Status, Version, changed};
use crate::plan::TaskNo;
use crate::store::Reader;
use crate::strings::{Lang, drafts, ui};

/// How many rows of a pair's record are looked at.
const MOST: usize = 100;

/// What a draft has to reckon with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// Nothing that concerns it.
    Nothing,
    /// The unit's report on the task came from somebody else.
    Reported {
        /// Who wrote it, the last of several.
        by: String,
        /// Of which day.
        day: Date,
        /// With which status.
        status: Status,
    },
    /// The entry that the draft changes was changed.
    Edited {
        /// Who changed it last.
        by: String,
        /// What differs from what the draft began with.
        fields: Vec<Field>,
    },
    /// The entry that the draft changes was deleted.
    Deleted {
        /// Who deleted it.
        by: String,
    },
}

/// Looks at the record behind the row that the draft began at.
///
/// # Errors
/// What the store says.
pub fn since(reader: &Reader, draft: &Body) -> Result<Since, Error> {
    match draft.entry {
        Some(id) => edited(reader, EntryId(id), draft),
        None => reported(reader, draft),
    }
}

fn reported(reader: &Reader, draft: &Body) -> Result<Since, Error> {
    let Some(unit) = reader.plan().unit_by_code(&draft.unit) else { return Ok(Since::Nothing) };
    let versions = reader.task_history(TaskNo(draft.task), Some(unit), MOST)?;
    let came = versions.into_iter().filter(|v| v.seq > draft.ledger_seq);
    let mut added = came.filter(|v| matches!(v.action, Action::Add | Action::Redo));
    Ok(added
        .find_map(|v| v.entry.map(|e| (v.operator, e)))
        .map_or(Since::Nothing, |(by, entry)| Since::Reported { by, day: entry.day, status: entry.status }))
}

fn edited(reader: &Reader, id: EntryId, draft: &Body) -> Result<Since, Error> {
    let versions = reader.history(id)?;
    let Some(Version { operator: by, entry, .. }) = versions.last().cloned() else {
        return Ok(Since::Nothing);
    };
    let Some(now) = entry else { return Ok(Since::Deleted { by }) };
    let began =
        versions.iter().filter_map(|v| v.entry.as_ref()).find(|e| Some(e.revision.0) == draft.revision);
    let fields = began.map(|began| changed(&began.as_new(), &now.as_new())).unwrap_or_default();
    Ok(if fields.is_empty() { Since::Nothing } else { Since::Edited { by, fields } })
}

impl Since {
    /// The same in a sentence.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Nothing => drafts::SINCE_NOTHING.say(lang).to_owned(),
            Self::Reported { by, day, status } => {
                drafts::SINCE_REPORTED.with(lang, &[by, &day.to_string(), status.word().say(lang)])
            }
            Self::Edited { by, fields } => {
                let names: Vec<&str> = fields.iter().map(|f| f.word().say(lang)).collect();
                drafts::SINCE_EDITED.with(lang, &[by, &names.join(ui::LIST_COMMA.say(lang))])
            }
            Self::Deleted { by } => drafts::SINCE_DELETED.with(lang, &[by]),
        }
    }
}
