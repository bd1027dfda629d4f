//! The form: everything of one report while it is being written.
//!
//! Owns the fields as typed, which of them has the keys, and what stands beside them as a hint. Refuses to decide
//! what may be stored: `check` asks the rules. The one-line report is this form with one field shown.

mod check;
mod draft;
mod field;

pub use check::Rules;
use field::VALUE_CHARS;
pub use field::{EvidenceField, FieldId, ValueField};

use crate::ledger::{
    Actor, Coded, EVIDENCE_MOST, Entry, EntryId, LINE_CHARS, Percent, Period, Reading, Revision, Status,
    TEXT_CHARS,
};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::text::{Editor, Lines};

/// What the form will write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A new entry.
    New,
    /// A new version of an entry.
    Edit {
        /// Which.
        id: EntryId,
        /// The version that was read.
        base: Revision,
    },
}

/// The form.
#[derive(Debug)]
pub struct Form {
    /// The task.
    pub task: TaskNo,
    /// The unit it was opened for: what its draft is named after.
    pub opened_for: UnitIx,
    /// What it will write.
    pub target: Target,
    /// Shown as one line.
    pub line: bool,
    /// The field that has the keys.
    pub focus: FieldId,
    /// The text that is shown in full.
    pub grown: FieldId,
    /// 单位, by name or anything it is found by.
    pub unit: Box<Editor>,
    /// 期次.
    pub period: Box<Editor>,
    /// 报送日期.
    pub day: Box<Editor>,
    /// 状态.
    pub status: Status,
    /// 进度.
    pub percent: Box<Editor>,
    /// 进展情况.
    pub progress: Box<Editor>,
    /// 存在问题.
    pub problems: Box<Editor>,
    /// 下一步措施.
    pub next: Box<Editor>,
    /// Values of the task's indicators.
    pub values: Vec<ValueField>,
    /// Evidence, with an empty one at the end.
    pub evidence: Vec<EvidenceField>,
    /// Who reports, apart from who types it.
    pub reporter: Box<Editor>,
    /// The unit's report before this one, for hints.
    pub previous: Option<Entry>,
    /// Others who have a form on the same open now.
    pub others: Vec<String>,
    /// When the draft was last safe on the disk, `HH:MM`.
    pub kept: Option<String>,
    /// Whether the draft could not be kept the last time.
    pub unkept: bool,
    /// Whether anything was typed since it was opened.
    pub touched: bool,
    /// Which form of the session it is.
    pub id: u64,
    /// The last row of the record when it was begun.
    pub began: i64,
    /// Whether it was filled with something that an earlier draft must not lie over.
    pub given: bool,
    /// Whether the status was chosen before it was opened.
    pub chosen: bool,
    /// Values that it does not show: of the overall goals.
    pub unshown: Vec<Reading>,
}

fn line(text: &str, most: usize) -> Box<Editor> {
    Box::new(Editor::new(text, Lines::One, most))
}

fn text(text: &str) -> Box<Editor> {
    Box::new(Editor::new(text, Lines::Many, TEXT_CHARS))
}

impl Form {
    /// A form for a new report of a day for a period, with the status and percent to begin with.
    #[must_use]
    pub fn new(
        plan: &Plan,
        (task, unit): (TaskNo, UnitIx),
        (status, percent): (Status, Option<Percent>),
        (day, period): (jiff::civil::Date, Period),
        by: &Actor,
    ) -> Self {
        let values = plan.indicators_of(Some(task));
        let values = values.map(|i| ValueField {
            indicator: i.id.to_string(),
            typed: line("", VALUE_CHARS),
            source: String::new(),
        });
        Self {
            task,
            opened_for: unit,
            target: Target::New,
            line: false,
            focus: FieldId::Progress,
            grown: FieldId::Progress,
            unit: line(plan.unit_name(unit), LINE_CHARS),
            period: line(&period.to_string(), 10),
            day: line(&day.to_string(), 12),
            status,
            percent: line(&percent.map(|p| p.get().to_string()).unwrap_or_default(), 4),
            progress: text(""),
            problems: text(""),
            next: text(""),
            values: values.collect(),
            evidence: vec![EvidenceField::new("", "")],
            reporter: line(&by.name, LINE_CHARS),
            previous: None,
            others: Vec::new(),
            kept: None,
            unkept: false,
            touched: false,
            id: 0,
            began: 0,
            given: false,
            chosen: false,
            unshown: Vec::new(),
        }
    }

    /// A form on an entry as it stands.
    #[must_use]
    pub fn edit(plan: &Plan, entry: &Entry, by: &Actor) -> Self {
        let begin = (entry.status, entry.percent);
        let mut form = Self::new(plan, (entry.task, entry.unit), begin, (entry.day, entry.period), by);
        form.target = Target::Edit { id: entry.id, base: entry.revision };
        form.fill(&entry.as_new(), plan);
        form
    }

    /// Every field and button, in the order of Tab.
    #[must_use]
    pub fn order(&self) -> Vec<FieldId> {
        use FieldId::{
            Day, Discard, Evidence, Leave, Next, Note, Percent, Period, Problems, Progress, Reporter, Save,
            Status, Unit, Value,
        };
        // An entry stays with its task and unit.
        let unit = (self.target == Target::New).then_some(Unit);
        let mut order: Vec<FieldId> =
            unit.into_iter().chain([Period, Day, Status, Percent, Progress, Problems, Next]).collect();
        order.extend((0..self.values.len()).map(Value));
        order.extend((0..self.evidence.len()).flat_map(|i| [Evidence(i), Note(i)]));
        order.extend([Reporter, Save, Leave, Discard]);
        order
    }

    /// The text behind a field, if it has one.
    #[must_use]
    pub fn editor(&self, field: FieldId) -> Option<&Editor> {
        Some(match field {
            FieldId::Unit => &self.unit,
            FieldId::Period => &self.period,
            FieldId::Day => &self.day,
            FieldId::Percent => &self.percent,
            FieldId::Progress => &self.progress,
            FieldId::Problems => &self.problems,
            FieldId::Next => &self.next,
            FieldId::Value(i) => &self.values.get(i)?.typed,
            FieldId::Evidence(i) => &self.evidence.get(i)?.reference,
            FieldId::Note(i) => &self.evidence.get(i)?.note,
            FieldId::Reporter => &self.reporter,
            FieldId::Status | FieldId::Save | FieldId::Leave | FieldId::Discard => return None,
        })
    }

    /// The text behind the field that has the keys.
    pub fn focused(&mut self) -> Option<&mut Editor> {
        Some(match self.focus {
            FieldId::Unit => &mut self.unit,
            FieldId::Period => &mut self.period,
            FieldId::Day => &mut self.day,
            FieldId::Percent => &mut self.percent,
            FieldId::Progress => &mut self.progress,
            FieldId::Problems => &mut self.problems,
            FieldId::Next => &mut self.next,
            FieldId::Value(i) => &mut self.values.get_mut(i)?.typed,
            FieldId::Evidence(i) => &mut self.evidence.get_mut(i)?.reference,
            FieldId::Note(i) => &mut self.evidence.get_mut(i)?.note,
            FieldId::Reporter => &mut self.reporter,
            FieldId::Status | FieldId::Save | FieldId::Leave | FieldId::Discard => return None,
        })
    }

    /// Gives the keys to another field.
    pub fn go_to(&mut self, field: FieldId) {
        if let Some(editor) = self.focused() {
            editor.pause();
        }
        self.focus = field;
        self.grown = if field.is_text() { field } else { FieldId::Progress };
    }

    /// Gives the keys to the next field, or the one before; round at the ends.
    pub fn step(&mut self, forward: bool) {
        let order = self.order();
        let at = order.iter().position(|f| *f == self.focus).unwrap_or(0);
        let by = if forward { 1 } else { order.len() - 1 };
        if let Some(field) = order.get((at + by) % order.len()) {
            self.go_to(*field);
        }
    }

    /// After something was typed: the draft is due, and there is always an empty place for evidence.
    pub fn typed(&mut self) {
        self.touched = true;
        if self.evidence.len() < EVIDENCE_MOST && self.evidence.last().is_none_or(|e| !e.is_empty()) {
            self.evidence.push(EvidenceField::new("", ""));
        }
    }

    /// Chooses a status by its place in the list.
    pub fn set_status(&mut self, place: usize) {
        if let Some(status) = Status::ALL.get(place) {
            self.status = *status;
            self.typed();
        }
    }

    /// Whether nothing worth keeping stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.progress, &self.problems, &self.next];
        texts.iter().all(|e| e.text().trim().is_empty())
            && self.values.iter().all(|v| v.typed.text().trim().is_empty())
            && self.evidence.iter().all(EvidenceField::is_empty)
    }

    /// Whether the text is the one of the report before.
    #[must_use]
    pub fn repeats(&self) -> bool {
        let progress = self.progress.text().trim();
        let before =
            |e: &Entry| Target::New == self.target && !progress.is_empty() && e.progress.trim() == progress;
        self.previous.as_ref().is_some_and(before)
    }

    /// Takes note of the unit's report before this one. Status and percent begin where it left off, even where the
    /// screen shows an earlier day.
    pub fn set_previous(&mut self, entry: Option<Entry>) {
        if let Some(before) = entry.as_ref().filter(|_| !self.touched && self.target == Target::New) {
            if !self.chosen {
                self.status = before.status;
            }
            self.percent = line(&before.percent.map(|p| p.get().to_string()).unwrap_or_default(), 4);
        }
        self.previous = entry;
    }

    /// Brings in the texts of the report before where nothing is written yet, each as one step that can be undone.
    /// Whether there was anything to bring in.
    pub fn copy_previous(&mut self) -> bool {
        let Some(before) = &self.previous else { return false };
        let texts = [
            (&mut self.progress, before.progress.clone()),
            (&mut self.problems, before.problems.clone()),
            (&mut self.next, before.next_steps.clone()),
        ];
        let mut copied = false;
        for (editor, text) in texts {
            if editor.text().trim().is_empty() && !text.is_empty() {
                let _ = editor.set(&text);
                copied = true;
            }
        }
        copied
    }
}
