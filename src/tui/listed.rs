//! The list: which tasks stand in it, and where the cursor is.
//!
//! They are sought when the filter or the ledger changes, not for every frame.

use super::model::Model;
use super::view::list_height;
use crate::plan::TaskNo;
use crate::query::{Filter, Row, Sort, facets, light_counts, row, rows, tasks};
use crate::store::Snapshot;

/// The tasks that a filter lets through, in its order.
pub(super) fn listed(snapshot: &Snapshot, filter: &Filter) -> Vec<TaskNo> {
    if filter.sort == Sort::Task {
        return tasks(snapshot, filter).iter().map(|t| t.no).collect();
    }
    rows(snapshot, filter, filter.sort).iter().map(|r| r.task.no).collect()
}

impl Model {
    /// The rows of the list from one on.
    pub fn rows_from(&self, first: usize) -> impl Iterator<Item = Row<'_>> {
        self.listed.iter().skip(first).filter_map(|no| self.row(*no))
    }

    /// The row under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<Row<'_>> {
        self.row(self.selected).filter(|r| self.listed.contains(&r.task.no))
    }

    fn row(&self, no: TaskNo) -> Option<Row<'_>> {
        self.plan().task(no).map(|task| row(&self.snapshot, task, self.filter.unit))
    }

    /// Counts anew and keeps the cursor on a row.
    pub fn recount(&mut self) {
        self.facets = facets(&self.snapshot, &self.filter);
        self.lights = light_counts(&self.snapshot, &Filter::default());
        self.listed = listed(&self.snapshot, &self.filter);
        if !self.listed.contains(&self.selected)
            && let Some(first) = self.listed.first()
        {
            self.selected = *first;
            self.scroll = 0;
        }
        self.show_selected();
    }

    /// Moves the list so that the cursor is on screen: by half a page, so that the next moves only move the cursor.
    pub fn show_selected(&mut self) {
        let height = list_height(self);
        if height == 0 {
            // The detail has the whole screen. The list comes back where it was.
            return;
        }
        let at = self.listed.iter().position(|no| *no == self.selected).unwrap_or(0);
        let last_top = self.listed.len().saturating_sub(height);
        if at < self.list_top || at >= self.list_top + height {
            let half = height / 2;
            self.list_top = if at < self.list_top { at.saturating_sub(half) } else { at + 1 + half - height };
        }
        self.list_top = self.list_top.min(last_top);
    }
}
