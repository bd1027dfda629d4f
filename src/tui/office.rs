//! The office's own boxes as data: who has reported, what waits to be reviewed, and what is asked for an act.

use jiff::civil::Date;

use super::several::{Job, Several};
use crate::ledger::{Entry, EntryId, Notice, NoticeId, NoticeKind, Period, Revision, Setting};
use crate::ops::Verdict;
use crate::plan::{TaskNo, UnitIx};
use crate::query::Only;
use crate::strings::{Text, conditions, office as say, words};
use crate::text::{Editor, Lines};

/// Most characters in a line of a prompt.
pub const LINE: usize = 500;

/// 报送情况 of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reports {
    /// How many periods back.
    pub back: usize,
    /// Which of the reports.
    pub only: Only,
    /// The row under the cursor.
    pub at: usize,
}

/// Which reports are read one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pile {
    /// 待审.
    #[default]
    Waiting,
    /// 新到: what others reported behind a row of the record.
    New(i64),
    /// A unit's general reports.
    General(UnitIx),
}

/// Reports, one after the other.
#[derive(Debug, Default)]
pub struct Queue {
    /// Which.
    pub pile: Pile,
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

/// What can be done about a task, numbered from 1 in the menu, the tenth as 0.
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
    /// Taking that back.
    Withdraw,
}

impl Office {
    /// All, in the order of the menu.
    pub const ALL: [Self; 10] = [
        Self::Send(NoticeKind::Remind),
        Self::Send(NoticeKind::Written),
        Self::Send(NoticeKind::OnSite),
        Self::Send(NoticeKind::Listed),
        Self::Send(NoticeKind::Circular),
        Self::Answer,
        Self::End,
        Self::Close,
        Self::Extend,
        Self::Withdraw,
    ];

    /// The digit that chooses the place in the menu: 1 to 9, then 0.
    #[must_use]
    pub const fn digit(place: usize) -> usize {
        (place + 1) % 10
    }
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
    /// A notice: to whom and about what, which the lines begin with; text, and until when an answer is due.
    Send(NoticeKind, Vec<UnitIx>, Vec<TaskNo>),
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
    /// Taking that back: why.
    Withdraw(TaskNo),
    /// A setting: its value.
    Set(Setting),
    /// Sending a report back: why.
    Return(EntryId, Revision),
    /// Something with several tasks: its lines.
    Several(Several, Vec<TaskNo>),
    /// Keeping these conditions, in codes: number and name.
    KeepView(String),
    /// Removing a view: its number.
    DropView,
    /// Whom one calls at a unit: 分管领导, 联络员, 电话.
    Contact(UnitIx),
}

impl Asked {
    /// What each line is called.
    #[must_use]
    pub const fn labels(&self) -> &'static [Text] {
        match self {
            Self::Send(..) => &[say::SEND_TO, say::SEND_ABOUT, say::TEXT, say::ANSWER_BY],
            Self::Answer(..) => &[say::TEXT],
            Self::End(_) => &[say::RESULT],
            Self::Close(_) | Self::Reopen(_) | Self::Withdraw(_) | Self::Return(..) => &[say::REASON],
            Self::Set(_) => &[say::VALUE],
            Self::Several(what, _) => what.labels(),
            Self::DropView => &[conditions::VIEW_NUMBER],
            Self::Contact(_) => &[words::LEADER, words::PERSON, words::PHONE],
            Self::KeepView(_) => &[conditions::VIEW_NUMBER, conditions::VIEW_NAME],
            Self::Extend(_) => &[say::NEW_DATE, say::REASON, say::APPROVED_BY, say::DOC_NO],
        }
    }
}

impl Prompt {
    /// Empty lines for what is asked.
    #[must_use]
    pub fn new(what: Asked) -> Self {
        Self::filled(what, &[])
    }

    /// The first lines filled; the caret stands in the one behind them, or in the last.
    #[must_use]
    pub fn filled(what: Asked, values: &[String]) -> Self {
        let value = |at: usize| values.get(at).map_or("", String::as_str);
        let labels = what.labels().iter().enumerate();
        let lines: Vec<_> =
            labels.map(|(at, label)| (*label, Editor::new(value(at), Lines::One, LINE))).collect();
        let at = values.len().min(lines.len().saturating_sub(1));
        Self { what, lines, at }
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
    /// A notice is sent.
    Send(Box<Notice>),
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
