//! Due dates as iCalendar (RFC 5545), for whatever calendar somebody keeps.
//!
//! Owns the events and how they are written: all-day, each with an id that stays when the calendar is made anew, lines
//! of at most 75 octets that never part a character. Refuses what is met, closed or answered: it is not due.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ledger::Coded;
use crate::plan::UnitIx;
use crate::query::{DueItem, DueKind, due};
use crate::store::Snapshot;
use crate::strings::{Lang, calendar as say, ui};
use crate::text::visible_lines;

/// Most octets of a line, its end not counted.
const OCTETS: usize = 75;

/// A calendar as it is written, and how many events are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The text, line ends as the standard wants them.
    pub text: String,
    /// How many events.
    pub events: usize,
}

/// One due date.
struct Event {
    uid: String,
    on: Date,
    yearly: bool,
    summary: String,
    description: String,
}

/// What is due, of everybody or of one unit. `stamp` is the moment of making it, in UTC; `alarm` says how many days
/// ahead to remind, if at all.
#[must_use]
pub fn calendar(
    snapshot: &Snapshot,
    unit: Option<UnitIx>,
    stamp: jiff::civil::DateTime,
    alarm: Option<i64>,
    lang: Lang,
) -> Calendar {
    let events = events(snapshot, unit, lang);
    let stamp = stamp.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    let tongue = if lang == Lang::Zh { "ZH" } else { "EN" };
    line("PRODID", &format!("-//duban//duban {}//{tongue}", env!("CARGO_PKG_VERSION")));
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escaped(&say::TITLE.with(lang, &[&snapshot.plan.document.doc_no])));
    for event in &events {
        let day = |day: Date| day.strftime("%Y%m%d").to_string();
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}-{}@duban", snapshot.plan.id, event.uid));
        line("DTSTAMP", &stamp);
        line("DTSTART;VALUE=DATE", &day(event.on));
        line("DTEND;VALUE=DATE", &day(event.on.saturating_add(1.day())));
        if event.yearly {
            line("RRULE", "FREQ=YEARLY");
        }
        line("SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            line("DESCRIPTION", &escaped(&event.description));
        }
        line("TRANSP", "TRANSPARENT");
        if let Some(days) = alarm {
            line("BEGIN", "VALARM");
            line("ACTION", "DISPLAY");
            line("DESCRIPTION", &escaped(&event.summary));
            line("TRIGGER", &format!("-P{days}D"));
            line("END", "VALARM");
        }
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    Calendar { text, events: events.len() }
}

/// Tasks and notices one by one, the reports of a period as one.
fn events(snapshot: &Snapshot, unit: Option<UnitIx>, lang: Lang) -> Vec<Event> {
    let mut events = Vec::new();
    let mut reports = 0;
    let mut notices: BTreeMap<_, Vec<DueItem>> = BTreeMap::new();
    for item in due(snapshot, unit) {
        match (item.kind, item.notice) {
            (DueKind::Task, _) => events.extend(of_task(snapshot, &item, lang)),
            (DueKind::Report, _) => reports += 1,
            (DueKind::Notice, Some(id)) if item.on.is_some() => notices.entry(id).or_default().push(item),
            (DueKind::Notice, _) => {}
        }
    }
    if let Some(opened) = snapshot.office.current(snapshot.as_of).filter(|p| p.is_open_on(snapshot.as_of)) {
        events.push(Event {
            uid: format!("period-{}", opened.period),
            on: opened.cutoff,
            yearly: false,
            summary: say::PERIOD.with(lang, &[&opened.period.long(lang)]),
            description: say::OWED.with(lang, &[&reports.to_string()]),
        });
    }
    for (id, items) in &notices {
        let notice = snapshot.office.notices.iter().find(|(known, _)| known == id).map(|(_, notice)| notice);
        let (Some(notice), Some(on)) = (notice, items.first().and_then(|first| first.on)) else { continue };
        let units: Vec<&str> = items.iter().map(|i| snapshot.plan.unit_name(i.unit)).collect();
        let kind = notice.kind.word().say(lang);
        events.push(Event {
            uid: format!("notice-{}", id.0),
            on,
            yearly: false,
            summary: say::NOTICE
                .with(lang, &[&id.0.to_string(), kind, &units.join(ui::LIST_COMMA.say(lang))]),
            description: notice.text.clone(),
        });
    }
    events.sort_by_key(|e| e.on);
    events
}

fn of_task(snapshot: &Snapshot, item: &DueItem, lang: Lang) -> Option<Event> {
    let task = snapshot.plan.task(item.task?)?;
    let unit = snapshot.plan.unit_name(item.unit);
    let first = item.first.map(|day| day.to_string());
    Some(Event {
        uid: format!("task-{}", task.no.0),
        on: item.on?,
        yearly: snapshot.plan.is_yearly(task.no) && first.is_none(),
        summary: say::TASK.with(lang, &[&task.no.0.to_string(), &task.title, unit]),
        description: first
            .map(|day| say::MOVED.with(lang, &[&day, &item.extended.to_string()]))
            .unwrap_or_default(),
    })
}

/// A text as a value: what the standard reads as signs of its own is escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible_lines(text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

/// Writes one line, folded.
fn fold(out: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    let _ = write!(out, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        for text in
            ["", "a", &"a".repeat(75), &"a".repeat(76), &"督办".repeat(40), &format!("x{}", "台".repeat(200))]
        {
            let mut out = String::new();
            fold(&mut out, text);
            assert!(out.ends_with("\r\n"));
            assert!(out.split("\r\n").all(|line| line.len() <= OCTETS), "{out:?}");
            assert_eq!(out.replace("\r\n ", "").trim_end_matches("\r\n"), text);
        }
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\rf\u{202e}"), "a\\,b\\;c\\\\d\\ne<U+000D>f<U+202E>");
    }
}
