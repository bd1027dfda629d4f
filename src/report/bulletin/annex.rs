//! 附件1 任务进展表 and 附件2 单位报送统计.

use super::Part;
use crate::query::Row;
use crate::report::doc::{Cell, Column, Table};
use crate::report::{assess, ledger, words};
use crate::strings::{Text, report as say, sheet};

impl Part<'_> {
    pub(super) fn annexes(&mut self) {
        let lang = self.lang;
        self.say(say::FIRST_ANNEX, &[sheet::TABLE_TASKS.say(lang)]);
        self.say(say::SECOND_ANNEX, &[sheet::TABLE_UNITS.say(lang)]);
        self.new_page();
        self.heading(say::ANNEX_TASKS);
        let column = |code, name: Text, width| Column::new(code, name.say(lang), width);
        self.doc.table(Table {
            caption: sheet::TABLE_TASKS.say(lang).to_owned(),
            columns: vec![
                column("task", sheet::COL_NO, 4),
                column("title", sheet::COL_TITLE, 20),
                column("lead", sheet::COL_LEAD, 14),
                column("status", sheet::COL_STATUS, 8),
                column("light", sheet::COL_LIGHT, 4),
                column("reason", sheet::COL_REASON, 14),
                column("progress", sheet::COL_PROGRESS, 40),
            ],
            rows: self.rows.iter().map(|r| self.task(r)).collect(),
        });
        self.new_page();
        self.heading(say::ANNEX_UNITS);
        let unranked = self.unranked();
        if !unranked.is_empty() {
            self.say(say::NOT_RANKED, &[&unranked]);
        }
        self.doc.table(assess::table(self.sources, sheet::TABLE_UNITS.say(lang), None, lang));
    }

    fn task(&self, row: &Row<'_>) -> Vec<Cell> {
        let (now, lang) = (&self.sources.now, self.lang);
        let entry = self.sources.entry(row.task.no, row.unit);
        vec![
            Cell::Count(usize::from(row.task.no.0)),
            Cell::text(&row.task.title),
            Cell::text(&words::names(&now.plan, row.unit, lang)),
            Cell::text(&ledger::status(row, lang)),
            Cell::Light(row.light),
            Cell::text(&words::reason(now, row, lang)),
            Cell::text(entry.map(|e| e.progress.as_str()).unwrap_or_default()),
        ]
    }

    /// The units of the document that are not counted.
    fn unranked(&self) -> String {
        let plan = &self.sources.now.plan;
        words::names(plan, plan.units().filter(|(_, u)| !u.ranked).map(|(ix, _)| ix), self.lang)
    }
}
