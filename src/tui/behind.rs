//! The lists behind figures of 总览 that are not lists of tasks: the document's numbers, and lights that turned.

use super::model::Model;
use crate::ledger::Light;
use crate::plan::{Indicator, TaskNo};
use crate::query::{NumberPick, Turned, numbers, turned};

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// 指标.
    Numbers(NumberPick),
    /// Tasks whose light is another than at the end of the period before: all, or to and from one light.
    Turned(Option<Light>),
}

/// The box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// Which list.
    pub list: List,
    /// The row under the cursor.
    pub at: usize,
    /// The figure that it was opened from.
    pub figure: usize,
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub enum Row<'a> {
    /// A number of the document.
    Number(&'a Indicator),
    /// A light that turned.
    Turned(Turned),
}

impl Row<'_> {
    /// The task that it is about, if it is about one.
    #[must_use]
    pub fn task(&self) -> Option<TaskNo> {
        match self {
            Self::Number(indicator) => indicator.task,
            Self::Turned(turned) => Some(turned.task),
        }
    }
}

/// The rows of a list.
#[must_use]
pub fn rows(model: &Model, list: List) -> Vec<Row<'_>> {
    match list {
        List::Numbers(pick) => numbers(&model.snapshot, pick).into_iter().map(Row::Number).collect(),
        List::Turned(light) => {
            let Some(before) = &model.before else { return Vec::new() };
            let all = turned(&model.snapshot, before).into_iter();
            all.filter(|t| light.is_none_or(|l| l == t.from || l == t.to)).map(Row::Turned).collect()
        }
    }
}
