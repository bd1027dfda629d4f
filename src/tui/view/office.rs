//! The office's own boxes: who has reported, what waits to be reviewed, what can be done, and the lines asked for.

use super::super::model::Model;
use super::super::office::{Office, Pile, Queue, Reports};
use super::super::update::report_rows;
use super::canvas::Canvas;
use super::layout::{Layout, TEXT_WIDTH};
use super::lines::{Line, fitting, place, span, unmarked, wrapped};
use super::{foot, theme};
use crate::ledger::{Coded, Entry, Owing};
use crate::query::{Only, OwedCounts, left, review_words};
use crate::strings::{Text, office as say, tui as shared, words};
use crate::text::visible;

/// Who has reported for a period.
pub fn reports(model: &Model, box_: Reports, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (lang, width) = (model.lang, usize::from(layout.width));
    let keys = fitting([say::REPORTS_KEYS, say::REPORTS_KEYS_SHORT].map(|k| k.say(lang)), width);
    foot::line(keys, layout, canvas);
    let Some((opened, rows)) = report_rows(model, box_) else {
        canvas.put(0, 0, width, say::NO_PERIOD.say(lang), theme::STRONG);
        foot::notice(model, layout, canvas);
        return;
    };
    let counts = OwedCounts::of(&model.snapshot, opened);
    let each = crate::ledger::Owing::ALL.iter().filter(|o| counts.count(**o) > 0);
    let each: Vec<String> = each.map(|o| format!("{}{}", o.word().say(lang), counts.count(*o))).collect();
    let (cutoff, state) = (opened.cutoff.to_string(), left(opened, model.snapshot.as_of, lang));
    let titles = [opened.period.long(lang), opened.period.short(lang)];
    let titles = titles.map(|name| format!("{} {state}", say::REPORTS.with(lang, &[&name, &cutoff])));
    canvas.put(0, 0, width, fitting(titles.iter().map(String::as_str), width), theme::STRONG);
    canvas.put(
        0,
        1,
        width,
        &say::OWED_ALL.with(lang, &[&counts.all().to_string(), &each.join(" ")]),
        theme::PLAIN,
    );
    if let Some(which) = only(box_.only) {
        let said = say::REPORTS_ONLY.with(lang, &[which.say(lang), &rows.len().to_string()]);
        canvas.put_right(layout.width, 1, &said, theme::STRONG);
    } else {
        canvas.put_right(layout.width, 1, &place(box_.at, rows.len()), theme::PLAIN);
    }
    let height = usize::from(layout.notice.saturating_sub(2));
    let top = (box_.at + 1).saturating_sub(height);
    for (y, (at, row)) in (2u16..).zip(rows.iter().enumerate().skip(top).take(height)) {
        let number =
            row.duty.1.map_or_else(|| words::GENERAL_MARK.say(lang).to_owned(), |t| format!("{:>2}", t.0));
        let title =
            row.duty.1.and_then(|t| model.plan().task(t)).map_or(words::GENERAL.say(lang), |t| &t.title);
        let (mark, style) = if at == box_.at { (">", theme::CURSOR) } else { (" ", theme::PLAIN) };
        canvas.put(0, y, 1, mark, style);
        canvas.put(1, y, 2, &number, style);
        canvas.put(
            4,
            y,
            8,
            row.owing.word().say(lang),
            if row.owing.is_there() { theme::PLAIN } else { theme::STRONG },
        );
        let day = row.came.map(|d| d.strftime("%m-%d").to_string()).unwrap_or_default();
        canvas.put(13, y, 5, &day, theme::PLAIN);
        canvas.put(19, y, 22, model.plan().unit_name(row.duty.0), theme::PLAIN);
        canvas.put(42, y, width.saturating_sub(42), title, theme::PLAIN);
    }
    let unit = rows.get(box_.at).map(|row| row.duty.0);
    if let Some((unit, contact)) = unit.and_then(|u| Some((u, model.snapshot.office.contact(u)?))) {
        let said = format!("{} {}", model.plan().unit_name(unit), visible(&contact.said()));
        canvas.put(1, layout.notice, width.saturating_sub(1), &said, theme::STRONG);
    }
    foot::notice(model, layout, canvas);
}

/// Which of the reports are shown, where it is not all.
const fn only(only: Only) -> Option<Text> {
    Some(match only {
        Only::All => return None,
        Only::Came => say::ONLY_CAME,
        Only::NotCame => say::ONLY_NOT_CAME,
        Only::Absent => say::ONLY_ABSENT,
        Only::In(Owing::Due) => words::OWED,
        Only::In(Owing::OnTime) => words::ON_TIME,
        Only::In(Owing::Late) => words::LATE,
        Only::In(Owing::Missing) => words::MISSING,
        Only::In(Owing::Returned) => words::RETURNED_AGAIN,
    })
}

/// One report after the other, with what the office may say of it.
pub fn queue(model: &Model, queue: &Queue, layout: &Layout, canvas: &mut Canvas<'_>) {
    let (lang, width) = (model.lang, usize::from(layout.width));
    let (keys, head, none) = match queue.pile {
        Pile::Waiting => (say::QUEUE_KEYS, say::QUEUE, say::QUEUE_EMPTY),
        Pile::New(_) => (say::PILE_KEYS, say::PILE_NEW, say::PILE_EMPTY),
        Pile::General(_) => (say::PILE_KEYS, say::PILE_GENERAL, say::PILE_EMPTY),
    };
    foot::line(keys.say(lang), layout, canvas);
    let Some(all) = &queue.entries else {
        canvas.put(0, 0, width, say::READING.say(lang), theme::STRONG);
        return;
    };
    let Some(entry) = queue.current() else {
        canvas.put(0, 0, width, none.say(lang), theme::STRONG);
        foot::notice(model, layout, canvas);
        return;
    };
    let place = [(queue.at + 1).to_string(), all.len().to_string()];
    canvas.put(0, 0, width, &head.with(lang, &[&place[0], &place[1]]), theme::STRONG);
    let lines = report(model, entry, width.min(usize::from(TEXT_WIDTH)));
    let height = usize::from(layout.notice.saturating_sub(2));
    let top = queue.scroll.min(lines.len().saturating_sub(height));
    for (y, line) in (2u16..).zip(lines.iter().skip(top).take(height)) {
        canvas.line(0, y, width, line);
    }
    foot::notice(model, layout, canvas);
}

fn report(model: &Model, entry: &Entry, width: usize) -> Vec<Line> {
    let (lang, plan) = (model.lang, model.plan());
    let plain = |text: &str| wrapped(text, width, theme::PLAIN, theme::PLAIN, unmarked);
    let title = plan.task(entry.task).map_or(words::GENERAL.say(lang), |t| t.title.as_str());
    let number = entry.task.numbered().map(|n| format!("{n} ")).unwrap_or_default();
    let percent = entry.percent.map(|p| format!(" {}%", p.get())).unwrap_or_default();
    let head = format!("{number}{title}  {}", plan.unit_name(entry.unit));
    let typed = (entry.typed_by != entry.reporter).then(|| shared::TYPED_BY.with(lang, &[&entry.typed_by]));
    let about = format!(
        "#{} {} {} {}{percent}  {} {} {}",
        entry.id.0,
        entry.period.short(lang),
        entry.day,
        entry.status.word().say(lang),
        entry.reporter,
        typed.unwrap_or_default(),
        review_words(model.snapshot.office.settings.office, entry, lang)
    );
    let mut lines = wrapped(&head, width, theme::STRONG, theme::STRONG, unmarked);
    lines.extend(plain(about.trim_end()));
    lines.push(Line::new());
    lines.extend(plain(&entry.progress));
    for (label, text) in
        [(crate::strings::tui::PROBLEMS, &entry.problems), (crate::strings::tui::NEXT, &entry.next_steps)]
    {
        if !text.is_empty() {
            lines.extend(plain(&format!("{} {text}", label.say(lang))));
        }
    }
    for reading in &entry.readings {
        let indicator = plan.indicators.iter().find(|i| i.id == reading.indicator);
        let value = indicator.map_or_else(|| reading.value.to_string(), |i| reading.value.say(plan, i, lang));
        let name = indicator.map_or(reading.indicator.as_str(), |i| i.name.as_str());
        lines.extend(plain(format!("{name} {value} {}", reading.source).trim_end()));
    }
    for evidence in &entry.evidence {
        let text = format!("{} {} {}", evidence.kind.word().say(lang), evidence.reference, evidence.note);
        lines.extend(plain(text.trim_end()));
    }
    lines
}

/// What can be done about the selected task.
pub fn menu(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let mut y = layout.notice.saturating_sub(u16::try_from(Office::ALL.len()).unwrap_or(0) + 2);
    let mut row = |canvas: &mut Canvas<'_>, text: &str, style| {
        // Whole rows, as the other menu.
        canvas.blank(0, y, layout.width);
        canvas.put(1, y, usize::from(layout.width - 1), text, style);
        y += 1;
    };
    row(canvas, &say::MENU.with(lang, &[&model.selected.0.to_string()]), theme::STRONG);
    for (place, what) in Office::ALL.into_iter().enumerate() {
        let closed = model.snapshot.office.closed(model.selected, model.snapshot.as_of).is_some();
        let word = match what {
            Office::Send(kind) => kind.word(),
            Office::Answer => say::ANSWER,
            Office::End => say::END,
            Office::Close if closed => say::REOPEN,
            Office::Close => say::CLOSE,
            Office::Extend => say::EXTEND,
            Office::Withdraw => words::DEED_WITHDRAW,
        };
        row(canvas, &format!("{} {}", Office::digit(place), word.say(lang)), theme::PLAIN);
    }
    row(canvas, crate::strings::tui::MENU_HELP.say(lang), theme::PLAIN);
}

/// 督办 of a task, for its tab: closure, extensions, notices and what was owed.
pub fn tab(model: &Model, width: usize) -> Vec<Line> {
    let (lang, task, snapshot) = (model.lang, model.selected, &model.snapshot);
    let plain = |text: &str| wrapped(text, width, theme::PLAIN, theme::PLAIN, unmarked);
    let mut lines = Vec::new();
    for closure in snapshot.office.closures.iter().filter(|c| c.task == task) {
        lines.extend(plain(&say::CLOSED_LINE.with(lang, &[&closure.on.to_string(), &closure.reason])));
        if let Some((on, why)) = &closure.reopened {
            lines.extend(plain(&say::REOPENED_LINE.with(lang, &[&on.to_string(), why])));
        }
    }
    for (_, e) in snapshot.office.extensions.iter().filter(|(_, e)| e.task == task) {
        let parts =
            [e.from.to_string(), e.to.to_string(), e.approved_by.clone(), e.doc_no.clone(), e.reason.clone()];
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        lines.extend(plain(&say::EXTENDED_LINE.with(lang, &parts)));
        if let Some((on, why)) = &e.withdrawn {
            lines.extend(plain(&say::WITHDRAWN_LINE.with(lang, &[&on.to_string(), why])));
        }
    }
    for (id, n) in snapshot.office.notices.iter().rev().filter(|(_, n)| n.tasks.contains(&task)) {
        let units: Vec<&str> = n.units.iter().map(|u| model.plan().unit_name(*u)).collect();
        let head = format!("{} {} {} {}", id.0, n.on, n.kind.word().say(lang), units.join(" "));
        lines.extend(wrapped(&head, width, theme::STRONG, theme::STRONG, unmarked));
        lines.extend(plain(&n.text));
        if let Some(due) = n.due {
            lines.extend(plain(&say::DUE_LINE.with(lang, &[&due.to_string()])));
        }
        for answer in &n.answers {
            let who = model.plan().unit_name(answer.unit);
            lines.extend(plain(&say::ANSWER_LINE.with(lang, &[&answer.on.to_string(), who, &answer.text])));
        }
        if let Some((on, result)) = &n.ended {
            lines.extend(plain(&say::ENDED_LINE.with(lang, &[&on.to_string(), result])));
        }
    }
    if lines.is_empty() {
        lines.push(vec![span(say::NO_ACTS.say(lang), theme::PLAIN)]);
    }
    lines
}
