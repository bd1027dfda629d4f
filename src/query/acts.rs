//! What the office did, told in one line.

use crate::ledger::{Act, Acted, Closure, Coded, Deed, Extension, Notice, NoticeId, Opened};
use crate::plan::Plan;
use crate::strings::{Lang, cli, desk, office as say, ui, words};

/// What was done and to what, without who and when.
#[must_use]
pub fn tell(plan: &Plan, acted: &Acted, lang: Lang) -> String {
    match &acted.act {
        None => format!("{} {}", acted.deed.word().say(lang), words::TEXT_PURGED.say(lang)),
        Some(Act::Period(opened)) => period(opened, acted.deed, lang),
        Some(Act::Closure(closed)) => closure(closed, lang),
        Some(Act::Extension(_, moved)) => extension(moved, lang),
        Some(Act::Notice(id, sent)) => notice(plan, *id, sent, acted.deed, lang),
        Some(Act::Setting(setting, value)) => {
            format!("{} {}: {value}", acted.deed.word().say(lang), setting.word().say(lang))
        }
        Some(Act::Operator(operator)) => {
            let unit = operator.duty.unit().map_or("", |u| plan.unit_name(u));
            let duty = operator.duty.word().say(lang);
            let off = operator.disabled.map(|day| say::DISABLED_ON.with(lang, &[&day.to_string()]));
            let parts = [say::OPERATOR.say(lang), &operator.name, &operator.display, duty, unit];
            let said = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
            format!("{said} {}", off.unwrap_or_default()).trim_end().to_owned()
        }
        Some(Act::Bulletin(_, issued)) => {
            format!("{} {} {} {}", words::DEED_ISSUE.say(lang), issued.number, issued.as_of, issued.signed)
        }
        Some(Act::Import(import)) => {
            format!("{} {} {}", words::DEED_IMPORT.say(lang), import.file, import.entries)
        }
        Some(Act::View(view)) => match &view.line {
            Some(line) => desk::VIEW_SAVED.with(lang, &[&view.number.to_string(), &view.name, line]),
            None => desk::VIEW_REMOVED.with(lang, &[&view.number.to_string()]),
        },
        Some(Act::Contact(unit, _, contact)) => {
            let known = [
                (words::LEADER, &contact.leader),
                (words::PERSON, &contact.person),
                (words::PHONE, &contact.phone),
            ];
            let said: Vec<String> = known.map(|(label, text)| format!("{} {text}", label.say(lang))).into();
            format!("{} {}", plan.unit_name(*unit), said.join(" "))
        }
    }
}

fn period(opened: &Opened, deed: Deed, lang: Lang) -> String {
    let (name, deed) = (opened.period.long(lang), deed.word().say(lang));
    match opened.closed {
        Some(closed) => format!("{deed} {name} {closed}"),
        None => format!("{deed} {name} {} {} {}", opened.on, say::CUTOFF_AT.say(lang), opened.cutoff),
    }
}

fn closure(closed: &Closure, lang: Lang) -> String {
    let task = format!("{} {} ", cli::COL_TASK.say(lang), closed.task.0);
    task + &match &closed.reopened {
        Some((on, why)) => say::REOPENED_LINE.with(lang, &[&on.to_string(), &joined(why)]),
        None => say::CLOSED_LINE.with(lang, &[&closed.on.to_string(), &joined(&closed.reason)]),
    }
}

fn extension(moved: &Extension, lang: Lang) -> String {
    let task = format!("{} {} ", cli::COL_TASK.say(lang), moved.task.0);
    if let Some((on, why)) = &moved.withdrawn {
        return task + &say::WITHDRAWN_LINE.with(lang, &[&on.to_string(), &joined(why)]);
    }
    let (from, to, why) = (moved.from.to_string(), moved.to.to_string(), joined(&moved.reason));
    task + &say::EXTENDED_LINE.with(lang, &[&from, &to, &moved.approved_by, &moved.doc_no, &why])
}

fn notice(plan: &Plan, id: NoticeId, sent: &Notice, deed: Deed, lang: Lang) -> String {
    let kind = format!("{} #{} ", sent.kind.word().say(lang), id.0);
    match (deed, sent.answers.last(), &sent.ended) {
        (Deed::Answer, Some(answer), _) => {
            let (on, unit) = (answer.on.to_string(), plan.unit_name(answer.unit));
            kind + &say::ANSWER_LINE.with(lang, &[&on, unit, &joined(&answer.text)])
        }
        (Deed::End, _, Some((on, result))) => {
            kind + &say::ENDED_LINE.with(lang, &[&on.to_string(), &joined(result)])
        }
        _ => {
            let units: Vec<&str> = sent.units.iter().map(|u| plan.unit_name(*u)).collect();
            let due = sent.due.map(|due| say::DUE_LINE.with(lang, &[&due.to_string()]));
            let tasks: Vec<String> = sent.tasks.iter().map(|t| t.0.to_string()).collect();
            let tasks =
                (!tasks.is_empty()).then(|| format!("{} {}", cli::COL_TASK.say(lang), tasks.join(",")));
            let parts = [Some(sent.on.to_string()), Some(units.join(ui::LIST_COMMA.say(lang))), tasks, due];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!("{kind}{} {}", parts.join(" "), joined(&sent.text))
        }
    }
}

/// A text of several lines on one.
fn joined(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}
