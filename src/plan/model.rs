//! The plan's types, as the rest of the program sees them: already checked, immutable.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Aside, Due, Indicator, Words};

/// Number of a group within the plan, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct GroupNo(pub u16);

/// Number of a task, counted through all groups as the document does, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TaskNo(pub u16);

impl TaskNo {
    /// No task: what a unit reports in general. The document counts from 1.
    pub const GENERAL: Self = Self(0);

    /// As a nullable column or field: the number, or nothing in general.
    #[must_use]
    pub fn numbered(self) -> Option<u16> {
        Some(self.0).filter(|no| *no > 0)
    }
}

/// Place of a unit in [`Plan::units`]. Valid for the plan that gave it only; the store keeps [`Unit::code`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnitIx(pub u16);

/// One published work plan. Built by [`super::load`] alone, so that every reference inside it resolves.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Plan {
    /// Short ASCII name that rows in the ledger point at.
    pub id: Words,
    /// The particulars of the document.
    pub document: Document,
    /// The parts around the tasks (guiding thought, goals, requirements), in order, exactly as published.
    pub parts: Vec<Part>,
    /// The task groups in the document's order.
    pub groups: Vec<Group>,
    /// All tasks in the document's order.
    pub tasks: Vec<Task>,
    /// All units: first as the document names them, then the members that come from outside it.
    pub units: Vec<Unit>,
    /// Every number and date that the document sets: overall goals first, then task by task.
    pub indicators: Vec<Indicator>,
    /// Numbers in the text that set nothing, each with the reason.
    pub asides: Vec<Aside>,
    /// The day on which the plan as a whole ends, with the words that say so. Never a task's deadline.
    pub horizon: Option<(Date, Words)>,
}

/// What the document says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Document {
    /// Full title of the notice as published.
    pub title: Words,
    /// Title of the plan that the notice carries.
    pub plan_title: Words,
    /// 文号.
    pub doc_no: Words,
    /// 信息索引号.
    pub index_no: Words,
    /// 发布机构.
    pub issuer: Words,
    /// 成文日期.
    pub dated: Date,
    /// 发布日期.
    pub published: Date,
    /// 有效性, as published.
    pub validity: Words,
    /// The meeting that approved it, as published.
    pub approved_by: Words,
    /// 主题分类.
    pub topic: Words,
    /// 公开方式.
    pub disclosure: Words,
    /// To whom the notice is addressed, as published.
    pub addressed_to: Words,
    /// The sentence that hands the plan out, as published.
    pub notice: Words,
    /// The plan's opening paragraph, as published.
    pub preamble: Words,
    /// English gloss of the title.
    pub gloss: Words,
}

/// A part of the plan outside the tasks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Part {
    /// 一, 二, 四.
    pub numeral: Words,
    /// Its heading.
    pub title: Words,
    /// Its paragraphs, exactly as published.
    pub paragraphs: Vec<Words>,
    /// English gloss of the heading.
    pub gloss: Words,
}

/// 任务组.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Group {
    /// Its number, from 1.
    pub no: GroupNo,
    /// Its numeral as printed: 一…七.
    pub numeral: Words,
    /// Its heading as published.
    pub title: Words,
    /// Our own short name for narrow screens, at most eight cells wide.
    pub short: Words,
    /// English gloss of the heading.
    pub gloss: Words,
    /// English short name, at most 14 cells.
    pub short_gloss: Words,
}

/// 任务.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Task {
    /// Its number.
    pub no: TaskNo,
    /// Its group.
    pub group: GroupNo,
    /// Title without number and full stop.
    pub title: Words,
    /// Everything between the title and the bracket, exactly as published.
    pub body: Words,
    /// The sentences of the body, in order; joined they are the body.
    pub measures: Vec<Words>,
    /// What stands between the brackets, exactly as printed.
    pub bracket: Words,
    /// Explanatory words of the bracket that name no unit (按职责落实).
    pub note: Option<Words>,
    /// Units in the bracket's order; the first leads.
    pub assignments: Vec<Assignment>,
    /// English gloss of the title.
    pub gloss: Words,
}

impl Task {
    /// The unit named first: 列第一位的为牵头单位.
    #[must_use]
    pub fn lead(&self) -> Option<UnitIx> {
        self.assignments.iter().find(|a| a.role == Role::Lead).map(|a| a.unit)
    }
}

/// One unit in a task's bracket.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Assignment {
    /// The unit.
    pub unit: UnitIx,
    /// [`Role::Lead`] or [`Role::Support`].
    pub role: Role,
    /// The spelling in this bracket.
    pub as_written: Words,
}

/// What a unit is to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// 牵头: named first.
    Lead,
    /// 配合: named after the first.
    Support,
    /// 涉及: not named, but a member of a collective that is.
    Covered,
}

/// 责任单位.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Unit {
    /// Short ASCII name that rows in the ledger point at.
    pub code: Words,
    /// Its name, as the document spells it most often.
    pub name: Words,
    /// One body or a collective of several.
    pub kind: Kind,
    /// Other spellings, in the document or usual.
    pub aliases: Vec<Words>,
    /// Whether the document names it.
    pub origin: Origin,
    /// Full pinyin, syllables parted by spaces, where the usual reading of a character would be wrong.
    pub pinyin: Option<Words>,
    /// Whether bulletins rank it (they do not rank 人大, 政协, 纪委, 法院, 检察院).
    pub ranked: bool,
    /// English gloss.
    pub gloss: Words,
}

/// Whether a unit is one body or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One body.
    Named,
    /// Several bodies under one name. `None`: the document does not say which, so nobody guesses.
    Collective(Option<Vec<UnitIx>>),
}

/// Where a unit is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Origin {
    /// In the document.
    Document,
    /// Outside it; why it is here all the same.
    Outside(Words),
}

impl Plan {
    /// The task with this number.
    #[must_use]
    pub fn task(&self, no: TaskNo) -> Option<&Task> {
        self.tasks.iter().find(|t| t.no == no)
    }

    /// The group with this number.
    #[must_use]
    pub fn group(&self, no: GroupNo) -> Option<&Group> {
        self.groups.iter().find(|g| g.no == no)
    }

    /// A unit by its place. `None` only for a place from another plan.
    #[must_use]
    pub fn unit(&self, ix: UnitIx) -> Option<&Unit> {
        self.units.get(usize::from(ix.0))
    }

    /// A unit's name, or nothing for a place from another plan.
    #[must_use]
    pub fn unit_name(&self, ix: UnitIx) -> &str {
        self.unit(ix).map_or("", |u| u.name.as_str())
    }

    /// A unit's place by its code.
    #[must_use]
    pub fn unit_by_code(&self, code: &str) -> Option<UnitIx> {
        self.units().find(|(_, u)| u.code == code).map(|(ix, _)| ix)
    }

    /// A unit's place by its exact name or one of its aliases.
    #[must_use]
    pub fn unit_by_name(&self, name: &str) -> Option<UnitIx> {
        self.units().find(|(_, u)| u.name == name || u.aliases.iter().any(|a| a == name)).map(|(ix, _)| ix)
    }

    /// All units with their places, in the plan's order.
    pub fn units(&self) -> impl Iterator<Item = (UnitIx, &Unit)> {
        (0u16..).map(UnitIx).zip(&self.units)
    }

    /// What a unit is to a task; nothing where it has no part in it.
    #[must_use]
    pub fn role(&self, task: &Task, unit: UnitIx) -> Option<Role> {
        if let Some(named) = task.assignments.iter().find(|a| a.unit == unit) {
            return Some(named.role);
        }
        self.collective_of(task, unit).map(|_| Role::Covered)
    }

    /// The collective in a task's bracket through which a unit is covered.
    #[must_use]
    pub fn collective_of(&self, task: &Task, unit: UnitIx) -> Option<UnitIx> {
        task.assignments.iter().map(|a| a.unit).find(|c| {
            matches!(self.unit(*c).map(|u| &u.kind), Some(Kind::Collective(Some(members))) if members.contains(&unit))
        })
    }

    /// The indicators of one task, or the overall goals.
    pub fn indicators_of(&self, task: Option<TaskNo>) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |i| i.task == task)
    }

    /// Whether a task holds a duty that comes back every year by a set day.
    #[must_use]
    pub fn is_yearly(&self, task: TaskNo) -> bool {
        self.indicators_of(Some(task)).any(|i| matches!(i.due, Due::YearlyBy { .. }))
    }
}
