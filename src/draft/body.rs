//! What a draft says and what it is about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;

/// What a form is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A new entry.
    New {
        /// Number of the task.
        task: u16,
        /// Code of the unit; empty while none is chosen.
        unit: String,
    },
    /// A change of an entry.
    Edit {
        /// Number of the entry.
        entry: i64,
    },
}

/// The fields of a form as typed, right or wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    /// Number of the task.
    pub task: u16,
    /// Code of the unit.
    pub unit: String,
    /// The entry that is changed, if it is not a new one.
    pub entry: Option<i64>,
    /// The revision of that entry that the form began from.
    pub revision: Option<i64>,
    /// 报送期.
    pub period: String,
    /// 报送日期.
    pub day: String,
    /// Code of the status.
    pub status: String,
    /// 进度.
    pub percent: String,
    /// 进展情况.
    pub progress: String,
    /// 存在问题.
    pub problems: String,
    /// 下一步措施.
    pub next_steps: String,
    /// 报送人.
    pub reporter: String,
    /// Indicator values by the indicator's name in the plan.
    pub values: BTreeMap<String, String>,
    /// Evidence: a path, address or document number, and a note.
    pub evidence: Vec<(String, String)>,
    /// The field that had the caret.
    pub focus: Option<String>,
    /// Where the caret was in it.
    pub caret: Option<usize>,
    /// The last record of the ledger when the form was begun.
    pub ledger_seq: i64,
}

impl Body {
    /// The first line with something on it: the progress, else the problems, else the next steps.
    #[must_use]
    pub fn first_words(&self) -> &str {
        let texts = [&self.progress, &self.problems, &self.next_steps];
        texts.into_iter().flat_map(|t| t.lines()).map(str::trim).find(|l| !l.is_empty()).unwrap_or_default()
    }
}

/// A draft that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is about.
    pub key: Key,
    /// What it says; empty where it is damaged.
    pub body: Body,
    /// When it was typed; where it is damaged, when the file was last changed.
    pub saved_at: Instant,
    /// Whether a living process has its form open, be it this one.
    pub open_elsewhere: bool,
    /// Whether it cannot be read: broken, or not a file that this program made.
    pub damaged: bool,
    /// Its number among the operator's drafts; stays while the draft is there.
    pub number: u32,
}
