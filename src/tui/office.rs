//! The office's own boxes as data: who has reported, what waits to be reviewed, and what is asked for an act.

use jiff::civil::Date;

use super::several::{Job, Several};
use crate::ledger::{Entry, EntryId, NoticeId, NoticeKind, Period, Revision};
use crate::ops::Verdict;
use crate::plan::{TaskNo, UnitIx};
use crate::strings::{Text, conditions, office as say};
use crate::text::{Editor, Lines};

/// Most characters in a line of a prompt.
pub const LINE: usize = 500;

/// 报送情况 of a period.
#[derive(Debug, Default)]
pub struct Reports {
    /// How many periods back.
    pub back: usize,
    /// The row under the cursor.
    pub at: usize,
}

/// 待审: one after the other.
#[derive(Debug, Default)]
pub struct Queue {
    /// What waits, oldest first; nothing yet while it is read.
    pub entries: Option<Vec<Entry>>,
    /// The one shown.
    pub at: usize,
    /// First row of its text on the screen.
    pub scroll: usize,
}

impl Queue {
    /// The report shown.
    #[must_use]
    pub fn current(&self) -> Option<&Entry> {
        self.entries.as_deref().and_then(|all| all.get(self.at))
    }
}

/// What can be done about a task, numbered from 1 in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// A notice of a kind.
    Send(NoticeKind),
    /// An answer to the task's latest notice.
    Answer,
    /// An end to it.
    End,
    /// 销号, or taking it back.
    Close,
    /// 延期.
    Extend,
}

impl Office {
    /// All, in the order of the menu.
    pub const ALL: [Self; 9] = [
        Self::Send(NoticeKind::Remind),
        Self::Send(NoticeKind::Written),
        Self::Send(NoticeKind::OnSite),
        Self::Send(NoticeKind::Listed),
        Self::Send(NoticeKind::Circular),
        Self::Answer,
        Self::End,
        Self::Close,
        Self::Extend,
    ];
}

/// A few lines asked for before something is done.
#[derive(Debug)]
pub struct Prompt {
    /// What will be done.
    pub what: Asked,
    /// The lines.
    pub lines: Vec<(Text, Editor)>,
    /// The one with the caret.
    pub at: usize,
}

/// What is done with the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A notice: text, and until when an answer is due.
    Send(NoticeKind, TaskNo, UnitIx),
    /// An answer: text.
    Answer(NoticeId, UnitIx),
    /// An end: what came of it.
    End(NoticeId),
    /// A closure: its reason.
    Close(TaskNo),
    /// Taking it back: why.
    Reopen(TaskNo),
    /// An extension: new date, reason, 批准单位, 文号.
    Extend(TaskNo),
    /// Sending a report back: why.
    Return(EntryId, Revision),
    /// Something with several tasks: its lines.
    Several(Several, Vec<TaskNo>),
    /// Keeping these conditions, in codes: number and name.
    KeepView(String),
}

impl Asked {
    /// What each line is called.
    #[must_use]
    pub const fn labels(&self) -> &'static [Text] {
        match self {
            Self::Send(..) => &[say::TEXT, say::ANSWER_BY],
            Self::Answer(..) => &[say::TEXT],
            Self::End(_) => &[say::RESULT],
            Self::Close(_) | Self::Reopen(_) | Self::Return(..) => &[say::REASON],
            Self::Several(what, _) => what.labels(),
            Self::KeepView(_) => &[conditions::VIEW_NUMBER, conditions::VIEW_NAME],
            Self::Extend(_) => &[say::NEW_DATE, say::REASON, say::APPROVED_BY, say::DOC_NO],
        }
    }
}

impl Prompt {
    /// Empty lines for what is asked.
    #[must_use]
    pub fn new(what: Asked) -> Self {
        let lines = what.labels().iter().map(|label| (*label, Editor::new("", Lines::One, LINE))).collect();
        Self { what, lines, at: 0 }
    }

    /// What was typed in a line.
    #[must_use]
    pub fn typed(&self, at: usize) -> &str {
        self.lines.get(at).map(|(_, editor)| editor.text().trim()).unwrap_or_default()
    }
}

/// An act for the writer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActAsk {
    /// What the prompt asked for, done on a day: with its lines.
    Lines(Asked, Date, Vec<String>),
    /// A report passes or goes back.
    Review(EntryId, Revision, Verdict),
    /// A period is opened.
    Open(Period, Date),
    /// A period is closed.
    Close(Period, Date),
    /// Something with several tasks.
    Several(Job),
}
