//! The reports of the selected task, in full, newest first: above them whom one calls where something presses.

use super::super::model::Model;
use super::lines::{Line, found, span, unmarked, wrapped};
use super::theme;
use crate::ledger::{Coded, Entry, Evidence, Light, Reading, judge};
use crate::plan::Indicator;
use crate::query::{Row, owing_now, review_words};
use crate::store::Page;
use crate::strings::{Lang, plan as plan_say, tui as say};
use crate::text::cells;

/// Whom one calls, above the entries, where one would.
pub fn whom(model: &Model, row: &Row<'_>, width: usize) -> Vec<Line> {
    let Some(lead) = row.task.lead().filter(|_| is_pressing(model, row)) else { return Vec::new() };
    let Some(contact) = model.snapshot.office.contact(lead) else { return Vec::new() };
    let said = say::CALL.with(model.lang, &[model.plan().unit_name(lead), &contact.said()]);
    wrapped(&said, width, theme::STRONG, theme::STRONG, unmarked)
}

/// Whether one would call the lead: a red or yellow light, or no report for the period.
fn is_pressing(model: &Model, row: &Row<'_>) -> bool {
    let owing = row.task.lead().and_then(|l| owing_now(&model.snapshot, (l, Some(row.task.no))));
    matches!(row.light, Light::Red | Light::Yellow) || owing.is_some_and(|o| !o.is_there())
}

/// All lines, or at least the first so many.
pub fn page(model: &Model, row: &Row<'_>, width: usize, least: usize) -> Vec<Line> {
    let Some(page) = read(model, row) else { return Vec::new() };
    let mut lines = whom(model, row, width);
    match page.entries.first() {
        Some(last) => {
            lines.extend(head(model, last, width));
            lines.extend(texts(model, last, width));
            lines.extend(values(model, last, width));
            lines.extend(below(model, page, width, least.saturating_sub(lines.len())));
        }
        None => {
            let none = match model.filter.unit {
                Some(unit) => say::NO_ENTRIES_OF.with(model.lang, &[model.plan().unit_name(unit)]),
                None => say::NO_ENTRIES.say(model.lang).to_owned(),
            };
            lines.extend(wrapped(&none, width, theme::PLAIN, theme::PLAIN, unmarked));
        }
    }
    lines
}

/// What stands below what the last report says: what proves it, and the reports before it; all, or at least so many lines.
pub fn below(model: &Model, page: &Page, width: usize, least: usize) -> Vec<Line> {
    let Some((last, earlier)) = page.entries.split_first() else { return Vec::new() };
    let mut lines = evidence(last, model.lang, width);
    for of in earlier {
        if lines.len() >= least {
            return lines;
        }
        lines.extend(entry(model, of, width));
    }
    if page.more {
        lines.push(vec![span(say::MORE.say(model.lang), theme::PLAIN)]);
    }
    lines
}

/// So many lines [`below`] has at least, said without wrapping anything: one for each part.
pub fn least_below(page: &Page) -> usize {
    let Some((last, earlier)) = page.entries.split_first() else { return 0 };
    let texts =
        |e: &Entry| [&e.progress, &e.problems, &e.next_steps].iter().filter(|t| !t.is_empty()).count();
    let each = earlier.iter().map(|e| 1 + texts(e) + e.readings.len() + e.evidence.len());
    last.evidence.len() + each.sum::<usize>() + usize::from(page.more)
}

/// What was read of the task's reports; nothing before that, so that nothing is said that may be wrong a moment later.
pub fn read<'m>(model: &'m Model, row: &Row<'_>) -> Option<&'m Page> {
    model.newest.get(&row.task.no).filter(|_| model.newest_of == model.filter.unit)
}

/// The lines of an entry.
pub fn entry(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    let mut lines = head(model, entry, width);
    lines.extend(texts(model, entry, width));
    lines.extend(values(model, entry, width));
    lines.extend(evidence(entry, model.lang, width));
    lines
}

fn evidence(entry: &Entry, lang: Lang, width: usize) -> Vec<Line> {
    let said = |e: &Evidence| format!("{} {} {}", say::F_EVIDENCE.say(lang), e.reference, e.note);
    rows(entry.evidence.iter().map(said), width)
}

/// Period, unit, day, reporter and status, and beside it or below who typed it and how it was reviewed.
pub fn head(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    let (lang, head) = (model.lang, format!("{} {}", origin(model, entry), standing(model, entry)));
    let review = review_words(model.snapshot.office.settings.office, entry, lang);
    let typed = (entry.reporter != entry.typed_by).then(|| say::TYPED_BY.with(lang, &[&entry.typed_by]));
    let beside = format!("{} {review}", typed.unwrap_or_default()).trim().to_owned();
    if cells(&head) + cells(&beside) < width {
        return vec![vec![span(format!("{head} {beside}").trim_end(), theme::STRONG)]];
    }
    let below = wrapped(&beside, width, theme::STRONG, theme::STRONG, unmarked);
    std::iter::once(vec![span(head, theme::STRONG)]).chain(below).collect()
}

/// The same without who typed it, and without what the head of the detail says already; nothing else stands there that it
/// would have to stand out from.
pub fn short_head(model: &Model, row: &Row<'_>, entry: &Entry, width: usize) -> Vec<Line> {
    let review = review_words(model.snapshot.office.settings.office, entry, model.lang);
    let said_above = row.standing.is_some_and(|s| s.entry == entry.id);
    let word = entry.status.word().say(model.lang);
    let standing = match said_above {
        true if row.reason.short(model.lang) == word => String::new(),
        true => word.to_owned(),
        false => standing(model, entry),
    };
    let parts = [origin(model, entry), standing, review];
    let said: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    wrapped(&said.join(" "), width, theme::PLAIN, theme::PLAIN, unmarked)
}

/// Period, unit, day and reporter.
fn origin(model: &Model, entry: &Entry) -> String {
    let (period, unit) = (entry.period.short(model.lang), model.plan().unit_name(entry.unit));
    format!("{period} {unit} {} {}", day(model, entry), entry.reporter)
}

/// The day of an entry, with its year where that is not this year.
fn day(model: &Model, entry: &Entry) -> String {
    let this_year = entry.day.year() == model.snapshot.as_of.year();
    if this_year { entry.day.strftime("%m-%d").to_string() } else { entry.day.to_string() }
}

/// Status and percent.
fn standing(model: &Model, entry: &Entry) -> String {
    let percent = entry.percent.map(|p| format!(" {}%", p.get())).unwrap_or_default();
    format!("{}{percent}", entry.status.word().say(model.lang))
}

/// The texts of an entry.
pub fn texts(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    let parts = [
        (None, &entry.progress),
        (Some(say::PROBLEMS), &entry.problems),
        (Some(say::NEXT), &entry.next_steps),
    ];
    let mut lines = Vec::new();
    for (label, text) in parts.into_iter().filter(|(_, t)| !t.is_empty()) {
        let text = label.map_or_else(|| text.clone(), |l| format!("{} {text}", l.say(model.lang)));
        lines.extend(wrapped(&text, width, theme::PLAIN, theme::HIT, |t| found(model, t)));
    }
    lines
}

/// The values of an entry, each with its name, whether it meets its target, the target and the source.
pub fn values(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    let of = |reading: &Reading| match indicator(model, reading) {
        Some(i) => {
            format!("{} ({}) {}", value(model, reading), plan_say::target(i, model.lang), reading.source)
        }
        None => value(model, reading),
    };
    rows(entry.readings.iter().map(of), width)
}

/// The same without target and source.
pub fn short_values(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    rows(entry.readings.iter().map(|reading| value(model, reading)), width)
}

fn rows(texts: impl Iterator<Item = String>, width: usize) -> Vec<Line> {
    texts.flat_map(|text| wrapped(text.trim_end(), width, theme::PLAIN, theme::PLAIN, unmarked)).collect()
}

fn indicator<'m>(model: &'m Model, reading: &Reading) -> Option<&'m Indicator> {
    model.plan().indicators.iter().find(|i| i.id == reading.indicator)
}

fn value(model: &Model, reading: &Reading) -> String {
    let Some(indicator) = indicator(model, reading) else {
        return format!("{} {}", reading.indicator, reading.value);
    };
    let (plan, lang) = (model.plan(), model.lang);
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    let value = reading.value.say(plan, indicator, lang);
    let judged = judge(plan, indicator, &reading.value).word().say(lang);
    format!("{} {name} {value} {judged}", say::F_VALUE.say(lang))
}
