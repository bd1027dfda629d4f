//! The sheets of one task and of one unit.

use super::doc::{Cell, Column, Document, Page, Table};
use super::gather::Sources;
use super::words;
use crate::ledger::{Coded, Entry, Judgement, Notice};
use crate::plan::{Indicator, Target, Task, UnitIx};
use crate::query::{Filter, Row, Sort, owed, row, rows};
use crate::strings::{Lang, Text, paper, report as say, sheet, words as word};

fn column(code: &'static str, name: Text, width: u16, lang: Lang) -> Column {
    Column::new(code, name.say(lang), width)
}

/// Everything about one task.
#[must_use]
pub fn task_sheet(sources: &Sources, task: &Task, lang: Lang) -> Document {
    let plan = &sources.now.plan;
    let title = say::TASK_SHEET.with(lang, &[&task.no.0.to_string(), &task.title]);
    let mut doc = Document::new(&title, Page::Portrait);
    doc.head = words::head(sources, lang);
    doc.table(about(sources, task, lang));
    let indicators: Vec<&Indicator> = plan.indicators_of(Some(task.no)).collect();
    if !indicators.is_empty() {
        doc.table(numbers(sources, &indicators, lang));
    }
    doc.table(reports(sources, lang));
    notices(&mut doc, sources, |n| n.tasks.contains(&task.no), lang);
    doc.heading(1, say::OFFICIAL.say(lang));
    doc.text(&task.body);
    doc
}

/// Label and value, row by row.
fn about(sources: &Sources, task: &Task, lang: Lang) -> Table {
    let now = &sources.now;
    let (plan, row) = (&now.plan, row(now, task, None));
    let group = plan.group(task.group).map(|g| format!("{} {}", g.numeral, g.title)).unwrap_or_default();
    let closed = now.office.closed(task.no, now.as_of);
    let closed = closed.map(|c| format!("{} {}", c.on, c.reason)).unwrap_or_default();
    let each = [
        (sheet::COL_GROUP, Cell::text(&group)),
        (sheet::COL_LEAD, Cell::text(&words::names(plan, task.lead(), lang))),
        (sheet::COL_SUPPORT, Cell::text(&words::supporting(plan, task, lang))),
        (sheet::COL_DUE, Cell::text(&words::due(row.dated, lang))),
        (sheet::COL_STATUS, Cell::text(&super::ledger::status(&row, lang))),
        (sheet::COL_LIGHT, Cell::Light(row.light)),
        (sheet::COL_REASON, Cell::text(&words::reason(now, &row, lang))),
        (say::CLOSED, Cell::text(&closed)),
    ];
    let shown = each.into_iter().filter(|(_, cell)| *cell != Cell::Empty);
    Table {
        caption: sheet::TABLE_ABOUT.say(lang).to_owned(),
        columns: vec![
            column("item", sheet::COL_ITEM, 16, lang),
            column("value", sheet::COL_CONTENT, 60, lang),
        ],
        rows: shown.map(|(label, cell)| vec![Cell::text(label.say(lang)), cell]).collect(),
    }
}

fn numbers(sources: &Sources, indicators: &[&Indicator], lang: Lang) -> Table {
    let now = &sources.now;
    let cells = |i: &&Indicator| {
        let state: Text = match (&i.target, words::judged(now, i)) {
            (Target::Unknown, _) => say::OPEN,
            (_, Some(Judgement::Met)) => say::MET,
            (_, Some(Judgement::Missed)) => say::MISSED,
            _ => say::UNKNOWN,
        };
        vec![
            Cell::text(&i.id),
            Cell::text(words::indicator(i, lang)),
            Cell::text(&words::target(i, lang)),
            Cell::text(&words::value(now, i, lang).unwrap_or_default()),
            now.readings.get(i.id.as_str()).map_or(Cell::Empty, |(_, day, _)| Cell::Day(*day)),
            Cell::text(state.say(lang)),
        ]
    };
    Table {
        caption: sheet::TABLE_NUMBERS.say(lang).to_owned(),
        columns: vec![
            column("id", sheet::COL_ID, 6, lang),
            column("name", sheet::COL_INDICATOR, 24, lang),
            column("target", sheet::COL_TARGETS, 14, lang),
            column("value", sheet::COL_VALUES, 12, lang),
            column("date", sheet::COL_DAY, 10, lang),
            column("state", sheet::COL_STATE, 8, lang),
        ],
        rows: indicators.iter().map(cells).collect(),
    }
}

/// The latest reports, newest first.
fn reports(sources: &Sources, lang: Lang) -> Table {
    let plan = &sources.now.plan;
    let cells = |e: &Entry| {
        vec![
            Cell::Day(e.day),
            Cell::Period(e.period),
            e.task.numbered().map_or(Cell::Empty, |no| Cell::Count(usize::from(no))),
            Cell::text(plan.unit_name(e.unit)),
            Cell::text(e.status.word().say(lang)),
            Cell::text(&e.progress),
            Cell::text(&e.problems),
            Cell::text(&e.next_steps),
            Cell::text(&e.reporter),
            Cell::text(e.review.state.word().say(lang)),
        ]
    };
    Table {
        caption: sheet::TABLE_REPORTS.say(lang).to_owned(),
        columns: vec![
            column("date", sheet::COL_DAY, 10, lang),
            column("period", say::PERIOD, 8, lang),
            column("task", sheet::COL_NO, 4, lang),
            column("unit", sheet::COL_UNIT, 12, lang),
            column("status", sheet::COL_STATUS, 8, lang),
            column("progress", sheet::COL_PROGRESS, 40, lang),
            column("problems", sheet::COL_PROBLEMS, 18, lang),
            column("next_steps", sheet::COL_NEXT, 18, lang),
            column("reporter", sheet::COL_REPORTER, 10, lang),
            column("review", sheet::COL_REVIEW, 6, lang),
        ],
        rows: sources.recent.iter().map(cells).collect(),
    }
}

fn notices(doc: &mut Document, sources: &Sources, about: impl Fn(&Notice) -> bool, lang: Lang) {
    let now = &sources.now;
    let sent = now.office.notices.iter().filter(|(_, n)| n.on <= now.as_of && about(n));
    let rows: Vec<Vec<Cell>> = sent
        .map(|(id, n)| {
            let ended = n.ended.as_ref().filter(|(on, _)| *on <= now.as_of);
            vec![
                Cell::text(&id.0.to_string()),
                Cell::Day(n.on),
                Cell::text(n.kind.word().say(lang)),
                Cell::text(&words::names(&now.plan, n.units.iter().copied(), lang)),
                n.due.map_or(Cell::Empty, Cell::Day),
                Cell::text(&n.text),
                Cell::text(&ended.map(|(on, said)| format!("{on} {said}")).unwrap_or_default()),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    doc.table(Table {
        caption: sheet::TABLE_NOTICES.say(lang).to_owned(),
        columns: vec![
            column("notice", sheet::COL_ID, 4, lang),
            column("date", sheet::COL_DAY, 10, lang),
            column("kind", sheet::COL_KIND, 12, lang),
            column("units", sheet::COL_UNIT, 16, lang),
            column("due", sheet::COL_ANSWER_BY, 10, lang),
            column("text", sheet::COL_CONTENT, 20, lang),
            column("ended", sheet::COL_ENDED, 16, lang),
        ],
        rows,
    });
}

/// Everything about one unit.
#[must_use]
pub fn unit_sheet(sources: &Sources, unit: UnitIx, lang: Lang) -> Document {
    let now = &sources.now;
    let mut doc = Document::new(&say::UNIT_SHEET.with(lang, &[now.plan.unit_name(unit)]), Page::Landscape);
    doc.head = words::head(sources, lang);
    let mine = Filter { unit: Some(unit), ..Filter::default() };
    let all = rows(now, &mine, Sort::Task);
    let count = |role| all.iter().filter(|r| r.role == Some(role)).count().to_string();
    let parts = [crate::plan::Role::Lead, crate::plan::Role::Support, crate::plan::Role::Covered].map(count);
    doc.text(&say::UNIT_COUNTS.with(lang, &[&parts[0], &parts[1], &parts[2]]));
    if let Some(opened) = sources.opened {
        let owed: Vec<String> = owed(now, opened)
            .into_iter()
            .filter(|o| o.duty.0 == unit)
            .map(|o| {
                let about =
                    o.duty.1.map_or_else(|| word::GENERAL.say(lang).to_owned(), |t| words::tasks(&[t], lang));
                format!("{about} {}", o.owing.word().say(lang))
            })
            .collect();
        if !owed.is_empty() {
            let (count, each) = (owed.len().to_string(), owed.join(paper::SEMICOLON.say(lang)));
            doc.text(&say::UNIT_OWES.with(lang, &[&count, &each]));
        }
    }
    doc.table(tasks(sources, &all, lang));
    doc.table(reports(sources, lang));
    notices(&mut doc, sources, |n| n.units.contains(&unit), lang);
    doc
}

fn tasks(sources: &Sources, rows: &[Row<'_>], lang: Lang) -> Table {
    let cells = |r: &Row<'_>| {
        vec![
            Cell::Count(usize::from(r.task.no.0)),
            Cell::text(&r.task.title),
            Cell::text(r.role.map(|role| word::role(role).say(lang)).unwrap_or_default()),
            Cell::text(&super::ledger::status(r, lang)),
            Cell::Light(r.light),
            Cell::text(&words::reason(&sources.now, r, lang)),
            Cell::text(&words::due(r.dated, lang)),
            r.standing.map_or(Cell::Empty, |s| Cell::Day(s.day)),
        ]
    };
    Table {
        caption: sheet::TABLE_TASKS.say(lang).to_owned(),
        columns: vec![
            column("task", sheet::COL_NO, 4, lang),
            column("title", sheet::COL_TITLE, 22, lang),
            column("role", sheet::COL_ROLE, 4, lang),
            column("status", sheet::COL_STATUS, 8, lang),
            column("light", sheet::COL_LIGHT, 4, lang),
            column("reason", sheet::COL_REASON, 12, lang),
            column("due", sheet::COL_DUE, 10, lang),
            column("last_entry", sheet::COL_DAY, 10, lang),
        ],
        rows: rows.iter().map(cells).collect(),
    }
}
