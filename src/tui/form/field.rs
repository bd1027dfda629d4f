//! The fields of the form: which there are, and those that come in numbers.

use crate::ledger::{EvidenceKind, NOTE_CHARS, REFERENCE_CHARS};
use crate::text::{Editor, Lines};

/// Most characters of a value.
pub(super) const VALUE_CHARS: usize = 240;
/// A field or button, in the order of Tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldId {
    /// 单位.
    Unit,
    /// 期次.
    Period,
    /// 报送日期.
    Day,
    /// 状态.
    Status,
    /// 进度.
    Percent,
    /// 进展情况.
    Progress,
    /// 存在问题.
    Problems,
    /// 下一步措施.
    Next,
    /// The value of an indicator of the task.
    Value(usize),
    /// A piece of evidence.
    Evidence(usize),
    /// Its note.
    Note(usize),
    /// 报送人.
    Reporter,
    /// 保存.
    Save,
    /// 存草稿离开.
    Leave,
    /// 放弃这次填写.
    Discard,
}

impl FieldId {
    /// Whether it holds text of many lines.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Progress | Self::Problems | Self::Next)
    }
}

/// The value of one indicator as typed.
#[derive(Debug)]
pub struct ValueField {
    /// The indicator.
    pub indicator: String,
    /// As typed.
    pub typed: Box<Editor>,
    /// Where it comes from, as stored before.
    pub source: String,
}

/// A piece of evidence as typed.
#[derive(Debug)]
pub struct EvidenceField {
    /// Path, URL or document number.
    pub reference: Box<Editor>,
    /// What it is.
    pub note: Box<Editor>,
    /// The kind it was stored as, if it was.
    pub kind: Option<EvidenceKind>,
}

impl EvidenceField {
    pub(super) fn new(reference: &str, note: &str) -> Self {
        let field = |text, most| Box::new(Editor::new(text, Lines::One, most));
        Self { reference: field(reference, REFERENCE_CHARS), note: field(note, NOTE_CHARS), kind: None }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.reference.text().trim().is_empty() && self.note.text().trim().is_empty()
    }
}
