//! The detail of the selected task: a head, the tabs, and the page of the active tab.

use super::super::model::{Model, Tab};
use super::canvas::Canvas;
use super::layout::{Layout, TEXT_WIDTH};
use super::lines::{Line, Span, looked_for, span, unmarked, wrapped};
use super::list::role_mark;
use super::theme;
use crate::ledger::{Coded, Entry, Light, Reading, judge};
use crate::plan::{Indicator, Kind, Task, UnitIx};
use crate::query::{Row, judged_word, owing_now, review_words};
use crate::strings::{Lang, Text, plan as plan_say, tui as say};
use crate::text::{cells, hits, numbers, visible};

/// Rows of head and tabs.
const HEAD: u16 = 2;

/// Draws the detail.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let area = layout.detail;
    let Some(row) = model.current() else { return };
    draw_head(model, &row, layout, canvas);
    let rows = area.height.saturating_sub(HEAD);
    let width = usize::from(area.width);
    let seen = model.scroll + usize::from(rows);
    let page = page(model, &row, width.min(usize::from(TEXT_WIDTH)), seen);
    for (y, line) in (area.y + HEAD..area.y + HEAD + rows).zip(page.iter().skip(model.scroll)) {
        canvas.line(area.x, y, width, line);
    }
}

/// Rows on screen and in all.
pub fn extent(model: &Model, layout: &Layout) -> (usize, usize) {
    let area = layout.detail;
    let Some(row) = model.current() else { return (0, 0) };
    let all = page(model, &row, usize::from(area.width.min(TEXT_WIDTH)), usize::MAX).len();
    (usize::from(area.height.saturating_sub(HEAD)), all)
}

/// Lines in which words looked for begin: those that are marked, and where nothing is, those that hold them.
pub fn hit_lines(model: &Model, layout: &Layout) -> Vec<usize> {
    let (Some(text), Some(row)) = (&model.filter.text, model.current()) else { return Vec::new() };
    let lines = page(model, &row, usize::from(layout.detail.width.min(TEXT_WIDTH)), usize::MAX);
    let marks = matches!(model.tab, Tab::Entries | Tab::Text);
    let is_hit = |span: Option<&Span>| span.is_some_and(|s| s.style == theme::HIT);
    let mut found = Vec::new();
    let mut open = false;
    for (at, line) in lines.iter().enumerate() {
        let begun = if marks {
            // A word may be parted by the end of a line, and is then walked to once.
            let goes_on = usize::from(open && is_hit(line.first()));
            line.iter().filter(|s| is_hit(Some(s))).count() > goes_on
        } else {
            let said: String = line.iter().map(|s| s.text.as_str()).collect();
            !hits(&said, &text.words).is_empty()
        };
        found.extend(begun.then_some(at));
        open = is_hit(line.last());
    }
    found
}

fn draw_head(model: &Model, row: &Row<'_>, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (area, lang) = (layout.detail, model.lang);
    let percent = row.standing.and_then(|s| s.percent).map(|p| format!(" {}%", p.get())).unwrap_or_default();
    let other = row.said_by_other().map(|said| format!("  {}", said.say(lang))).unwrap_or_default();
    let state = format!(" {}{other}{percent}", row.reason.short(lang));
    let right = canvas.put_right(area.right(), area.y, &state, theme::STRONG);
    let right = canvas.put_right(right, area.y, row.light.word().say(lang), theme::light(row.light));
    let title = format!("{} {}", row.task.no.0, row.task.title);
    canvas.put(area.x, area.y, usize::from(right.saturating_sub(area.x + 1)), &title, theme::STRONG);
    if area.height < HEAD {
        return;
    }
    let mut x = area.x;
    for tab in Tab::ALL {
        let (text, style) = if tab == model.tab {
            (format!("[{}]", tab_name(tab).say(lang)), theme::STRONG)
        } else {
            (format!(" {} ", tab_name(tab).say(lang)), theme::PLAIN)
        };
        x = canvas.put(x, area.y + 1, cells(&text), &text, style);
    }
    let lead =
        row.task.lead().map(|u| say::LEAD_IS.with(lang, &[model.plan().unit_name(u)])).unwrap_or_default();
    if usize::from(area.right().saturating_sub(x)) > cells(&lead) {
        canvas.put_right(area.right(), area.y + 1, &lead, theme::PLAIN);
    }
}

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

const fn tab_name(tab: Tab) -> Text {
    match tab {
        Tab::Entries => say::TAB_ENTRIES,
        Tab::Text => say::TAB_TEXT,
        Tab::Indicators => say::TAB_INDICATORS,
        Tab::Units => say::TAB_UNITS,
        Tab::Office => crate::strings::office::TAB,
        Tab::History => say::TAB_HISTORY,
    }
}

/// The lines of the active tab, all or at least the first so many.
fn page(model: &Model, row: &Row<'_>, width: usize, least: usize) -> Vec<Line> {
    match model.tab {
        Tab::Entries => entries(model, row, width, least),
        Tab::Text => official(model, row.task, width),
        Tab::Indicators => indicators(model, row.task, width),
        Tab::Units => units(model, row.task, width),
        Tab::Office => super::office::tab(model, width),
        Tab::History => super::record::tab(model, width),
    }
}

fn entries(model: &Model, row: &Row<'_>, width: usize, least: usize) -> Vec<Line> {
    let read = model.newest.get(&row.task.no).filter(|_| model.newest_of == model.filter.unit);
    // Not read yet: nothing is said that may be wrong a moment later.
    let Some(page) = read else { return Vec::new() };
    if page.entries.is_empty() {
        let none = match model.filter.unit {
            Some(unit) => say::NO_ENTRIES_OF.with(model.lang, &[model.plan().unit_name(unit)]),
            None => say::NO_ENTRIES.say(model.lang).to_owned(),
        };
        let none = wrapped(&none, width, theme::PLAIN, theme::PLAIN, unmarked);
        return whom(model, row, width).into_iter().chain(none).collect();
    }
    let mut lines = whom(model, row, width);
    for of in &page.entries {
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

/// The lines of an entry.
pub fn entry(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    let lang = model.lang;
    let this_year = entry.day.year() == model.snapshot.as_of.year();
    let day = if this_year { entry.day.strftime("%m-%d").to_string() } else { entry.day.to_string() };
    let percent = entry.percent.map(|p| format!(" {}%", p.get())).unwrap_or_default();
    let who = model.plan().unit_name(entry.unit);
    let head = format!(
        "{} {who} {day} {} {}{percent}",
        entry.period.short(lang),
        entry.reporter,
        entry.status.word().say(lang)
    );
    let texts = [
        (None, &entry.progress),
        (Some(say::PROBLEMS), &entry.problems),
        (Some(say::NEXT), &entry.next_steps),
    ];
    let review = review_words(model.snapshot.office.settings.office, entry, lang);
    let typed = (entry.reporter != entry.typed_by).then(|| say::TYPED_BY.with(lang, &[&entry.typed_by]));
    let beside = format!("{} {review}", typed.unwrap_or_default()).trim().to_owned();
    let one_row = cells(&head) + cells(&beside) < width;
    let first = if one_row { format!("{head} {beside}").trim_end().to_owned() } else { head };
    let mut lines = vec![vec![span(first, theme::STRONG)]];
    if !one_row {
        lines.extend(wrapped(&beside, width, theme::STRONG, theme::STRONG, unmarked));
    }
    for (label, text) in texts.into_iter().filter(|(_, t)| !t.is_empty()) {
        let text = label.map_or_else(|| text.clone(), |l| format!("{} {text}", l.say(lang)));
        lines.extend(wrapped(&text, width, theme::PLAIN, theme::HIT, |t| found(model, t)));
    }
    for reading in &entry.readings {
        lines.extend(wrapped(&value_line(model, reading), width, theme::PLAIN, theme::PLAIN, unmarked));
    }
    for evidence in &entry.evidence {
        let text = format!("{} {} {}", say::F_EVIDENCE.say(lang), evidence.reference, evidence.note);
        lines.extend(wrapped(text.trim_end(), width, theme::PLAIN, theme::PLAIN, unmarked));
    }
    lines
}

/// Where the words looked for stand.
fn found(model: &Model, text: &str) -> Vec<std::ops::Range<usize>> {
    looked_for(model).map(|words| hits(text, words)).unwrap_or_default()
}

/// A value with its name and whether it meets its target.
fn value_line(model: &Model, reading: &Reading) -> String {
    let (plan, lang) = (model.plan(), model.lang);
    let Some(indicator) = plan.indicators.iter().find(|i| i.id == reading.indicator) else {
        return format!("{} {}", reading.indicator, reading.value);
    };
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    let target = plan_say::target(indicator, lang);
    let value = reading.value.say(plan, indicator, lang);
    let judged = judge(plan, indicator, &reading.value).word().say(lang);
    let line = format!("{} {name} {value} {judged} ({target}) {}", say::F_VALUE.say(lang), reading.source);
    line.trim_end().to_owned()
}

/// The document's words, with its numbers marked.
fn official(model: &Model, task: &Task, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if model.lang == Lang::En {
        lines.extend(wrapped(&task.gloss, width, theme::STRONG, theme::STRONG, unmarked));
    }
    let text = format!("{}({})", task.body, task.bracket);
    lines.extend(if looked_for(model).is_some() {
        wrapped(&text, width, theme::PLAIN, theme::HIT, |t| found(model, t))
    } else {
        wrapped(&text, width, theme::PLAIN, theme::MARK, numbers)
    });
    lines
}

fn indicators(model: &Model, task: &Task, width: usize) -> Vec<Line> {
    let each = model.plan().indicators_of(Some(task.no));
    let lines: Vec<Line> = each.flat_map(|i| indicator(model, i, width)).collect();
    if lines.is_empty() {
        return wrapped(say::NO_INDICATORS.say(model.lang), width, theme::PLAIN, theme::PLAIN, unmarked);
    }
    lines
}

/// A number of the document: what it is, its target, what was last said of it, and the document's words.
pub fn indicator(model: &Model, indicator: &Indicator, width: usize) -> Vec<Line> {
    let (lang, snapshot) = (model.lang, &model.snapshot);
    let plain = |text: &str| wrapped(text.trim_end(), width, theme::PLAIN, theme::PLAIN, unmarked);
    let strong = |text: &str| wrapped(text.trim_end(), width, theme::STRONG, theme::STRONG, unmarked);
    let name = if lang == Lang::En { &indicator.gloss } else { &indicator.name };
    let target = plan_say::target(indicator, lang);
    let binding = plan_say::binding(indicator.binding).say(lang);
    let mut lines = strong(&format!("{} {name}", indicator.id));
    lines.extend(plain(&format!("{target} {binding} {}", plan_say::due(indicator.due, lang))));
    if let Some((reading, day, unit)) = snapshot.readings.get(indicator.id.as_str()) {
        let value = reading.value.say(model.plan(), indicator, lang);
        let judged = judged_word(snapshot, indicator).map_or("", |word| word.say(lang));
        let who = model.plan().unit_name(*unit);
        lines.extend(strong(&format!("{value} {judged} {who} {day} {}", reading.source)));
    }
    lines.extend(wrapped(&indicator.quote, width, theme::PLAIN, theme::MARK, numbers));
    lines
}

/// Every unit of the bracket with where it stands, members of a collective under it.
fn units(model: &Model, task: &Task, width: usize) -> Vec<Line> {
    let plan = model.plan();
    let mut lines = Vec::new();
    for assignment in &task.assignments {
        let mark = role_mark(assignment.role).say(model.lang);
        lines.push(unit_line(model, task, assignment.unit, &format!("{mark} ")));
        if let Some(Kind::Collective(Some(members))) = plan.unit(assignment.unit).map(|u| &u.kind) {
            let mark = say::COVERED_MARK.say(model.lang);
            lines.extend(members.iter().map(|m| unit_line(model, task, *m, &format!("   {mark} "))));
        }
    }
    if let Some(note) = &task.note {
        lines.extend(wrapped(note, width, theme::PLAIN, theme::PLAIN, unmarked));
    }
    lines
}

fn unit_line(model: &Model, task: &Task, unit: UnitIx, before: &str) -> Line {
    let name = model.plan().unit_name(unit);
    let mut line = vec![span(format!("{before}{name}"), theme::PLAIN)];
    if let Some(standing) = model.snapshot.standings.get(&(task.no, unit)) {
        let percent = standing.percent.map(|p| format!(" {}%", p.get())).unwrap_or_default();
        let word = standing.status.word().say(model.lang);
        line.push(span(format!("  {word}{percent} {}", standing.day), theme::STRONG));
    }
    if let Some(contact) = model.snapshot.office.contact(unit) {
        line.push(span(format!("  {}", visible(&contact.said())), theme::PLAIN));
    }
    line
}
