//! 工作台账: every task that a filter lets through, with what the office wants to see of it on one line.

use super::doc::{Cell, Column, Document, Page, Table};
use super::gather::Sources;
use super::words;
use crate::ledger::{Coded, Entry, Percent};
use crate::plan::Words;
use crate::query::{Filter, Row, is_self_reviewed, rows};
use crate::strings::{Lang, paper, report as say, sheet, ui, words as word};

/// The document.
#[must_use]
pub fn ledger(sources: &Sources, filter: &Filter, lang: Lang) -> Document {
    let plan = &sources.now.plan;
    let mut doc = Document::new(&say::LEDGER.with(lang, &[&plan.document.plan_title]), Page::Landscape);
    doc.head = words::head(sources, lang);
    let rows = rows(&sources.now, filter, filter.sort);
    doc.head(say::SHOWN.say(lang), &shown(sources, filter, rows.len(), lang));
    doc.table(table(sources, &rows, lang));
    doc
}

/// What was asked for, in words: the conditions and how many tasks they let through.
fn shown(sources: &Sources, filter: &Filter, count: usize, lang: Lang) -> String {
    let plan = &sources.now.plan;
    let mut parts = Vec::new();
    parts.extend(filter.unit.map(|u| plan.unit_name(u).to_owned()));
    if filter.unit.is_some() {
        parts.push(filter.role.word().say(lang).to_owned());
    }
    parts.extend(filter.group.and_then(|g| plan.group(g)).map(|g| format!("{} {}", g.numeral, g.title)));
    parts.extend(filter.status.map(|s| s.word().say(lang).to_owned()));
    let lights: Vec<&str> = filter.light.lights().iter().map(|l| l.word().say(lang)).collect();
    parts.extend(Some(lights.join(ui::LIST_COMMA.say(lang))).filter(|l| !l.is_empty()));
    parts.extend(filter.numbers.map(|n| n.word().say(lang).to_owned()));
    parts.extend(filter.missing.then(|| word::UNREPORTED.say(lang).to_owned()));
    parts.extend(filter.text.as_ref().map(|t| t.words.clone()));
    let said = say::SOME_TASKS.with(lang, &[&count.to_string(), &plan.tasks.len().to_string()]);
    parts.push(said);
    parts.join(paper::SEMICOLON.say(lang))
}

/// The sheet itself.
#[must_use]
pub fn table(sources: &Sources, rows: &[Row<'_>], lang: Lang) -> Table {
    let column = |code, name: crate::strings::Text, width| Column::new(code, name.say(lang), width);
    Table {
        caption: String::new(),
        columns: vec![
            column("task", sheet::COL_NO, 4),
            column("group", sheet::COL_GROUP, 8),
            column("title", sheet::COL_TITLE, 16),
            column("targets", sheet::COL_TARGETS, 18),
            column("values", sheet::COL_VALUES, 10),
            column("lead", sheet::COL_LEAD, 10),
            column("support", sheet::COL_SUPPORT, 14),
            column("due", sheet::COL_DUE, 10),
            column("status", sheet::COL_STATUS, 8),
            column("light", sheet::COL_LIGHT, 4),
            column("progress", sheet::COL_PROGRESS, 30),
            column("problems", sheet::COL_PROBLEMS, 18),
            column("next_steps", sheet::COL_NEXT, 18),
            column("evidence", sheet::COL_EVIDENCE, 14),
            column("notices", sheet::COL_NOTICES, 4),
            column("reporter", sheet::COL_REPORTER, 10),
            column("review", sheet::COL_REVIEW, 6),
            column("remarks", sheet::COL_REMARKS, 12),
        ],
        rows: rows.iter().map(|row| cells(sources, row, lang)).collect(),
    }
}

fn cells(sources: &Sources, row: &Row<'_>, lang: Lang) -> Vec<Cell> {
    let (now, task) = (&sources.now, row.task);
    let plan = &now.plan;
    let entry = sources.entry(task.no, row.unit);
    let words_of = |of: fn(&Entry) -> &str| Cell::text(entry.map(of).unwrap_or_default());
    let indicators: Vec<_> = plan.indicators_of(Some(task.no)).collect();
    let lines = |each: Vec<String>| Cell::text(&each.join("\n"));
    let targets =
        indicators.iter().map(|i| format!("{}{}", words::indicator(i, lang), words::target(i, lang)));
    let none = || say::NO_VALUE.say(lang).to_owned();
    let values = indicators.iter().map(|i| words::value(now, i, lang).unwrap_or_else(none));
    let group = plan.group(task.group).map(|g| if lang == Lang::Zh { &g.short } else { &g.short_gloss });
    let notices = now.office.notices.iter().filter(|(_, n)| n.on <= now.as_of && n.tasks.contains(&task.no));
    vec![
        Cell::Count(usize::from(task.no.0)),
        Cell::text(group.map(Words::as_str).unwrap_or_default()),
        Cell::text(&task.title),
        lines(targets.collect()),
        lines(values.collect()),
        Cell::text(&words::names(plan, task.lead(), lang)),
        Cell::text(&words::supporting(plan, task, lang)),
        Cell::text(&words::due(row.dated, lang)),
        Cell::text(&status(row, lang)),
        Cell::Light(row.light),
        words_of(|e| &e.progress),
        words_of(|e| &e.problems),
        words_of(|e| &e.next_steps),
        lines(
            entry.map(|e| e.evidence.iter().map(crate::ledger::Evidence::line).collect()).unwrap_or_default(),
        ),
        Cell::Count(notices.count()),
        Cell::text(&entry.map(|e| format!("{}\n{}", e.reporter, e.day)).unwrap_or_default()),
        Cell::text(&entry.map(|e| review(sources, e, lang)).unwrap_or_default()),
        Cell::text(&remarks(sources, row, entry.is_some(), lang)),
    ]
}

/// The status that the unit says, with its percent.
pub(super) fn status(row: &Row<'_>, lang: Lang) -> String {
    let Some(standing) = row.standing else { return String::new() };
    let percent = standing.percent.map(Percent::get).map(|p| format!(" {p}%")).unwrap_or_default();
    format!("{}{percent}", standing.status.word().say(lang))
}

fn review(sources: &Sources, entry: &Entry, lang: Lang) -> String {
    let own = sources.now.office.settings.office;
    let word = if is_self_reviewed(own, entry) { word::SELF_REVIEWED } else { entry.review.state.word() };
    let why = if entry.review.note.is_empty() { "" } else { paper::COLON.say(lang) };
    format!("{}{why}{}", word.say(lang), entry.review.note)
}

/// Whose row it is where it is not the lead's, why the light is what it is, and whether nothing came for the period.
fn remarks(sources: &Sources, row: &Row<'_>, came: bool, lang: Lang) -> String {
    let mut parts = Vec::new();
    if row.unit != row.task.lead() {
        let role = row.role.map(|r| word::role(r).say(lang));
        parts.push(format!(
            "{}{}",
            words::names(&sources.now.plan, row.unit, lang),
            role.unwrap_or_default()
        ));
    }
    parts.push(words::reason(&sources.now, row, lang));
    if let Some(opened) = sources.opened.filter(|_| !came) {
        parts.push(say::NOTHING_FOR.with(lang, &[&opened.period.short(lang)]));
    }
    parts.extend(row.task.note.clone().map(String::from));
    parts.retain(|part| !part.is_empty());
    parts.join(paper::SEMICOLON.say(lang))
}
