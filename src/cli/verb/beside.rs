//! What stands beside a task: its closing, extensions, notices, the lead's report, and trouble of supporting units.

use super::{notice, said};
use crate::cli::out::Out;
use crate::error::Error;
use crate::ledger::{Coded, Extension, Review, Status};
use crate::plan::Task;
use crate::query::{Trouble, not_reached, owing_now, trouble};
use crate::store::{Reader, Snapshot};
use crate::strings::{Lang, desk, words};

/// Supporting units in trouble, each with what it said or was told.
pub(super) fn troubles<'a>(
    reader: &Reader,
    snapshot: &'a Snapshot,
    task: &Task,
) -> Result<Vec<(Trouble<'a>, String)>, Error> {
    let mut told = Vec::new();
    for one in trouble(snapshot, task) {
        let entry = reader.entry_at(one.standing.entry, snapshot.known_at)?;
        let why = entry.map(|e| match e.review.state {
            Review::Returned => e.review.note,
            _ if e.problems.is_empty() => e.progress,
            _ => e.problems,
        });
        told.push((one, why.unwrap_or_default()));
    }
    Ok(told)
}

/// The lines under a task's light.
pub(super) fn print(
    out: &mut Out,
    snapshot: &Snapshot,
    task: &Task,
    troubles: &[(Trouble<'_>, String)],
    lang: Lang,
) {
    let (plan, office, as_of) = (&snapshot.plan, &snapshot.office, snapshot.as_of);
    let lead = task.lead().map(|l| (l, Some(task.no)));
    if let (Some(state), Some(current)) = (lead.and_then(|d| owing_now(snapshot, d)), office.current(as_of)) {
        let (this, period) = (desk::THIS_PERIOD.say(lang), current.period.long(lang));
        out.line(&format!("{this} {period} {}", said::owing(state, lang)));
    }
    for (one, why) in troubles {
        let state = match one.standing.review {
            Review::Returned => words::SENT_BACK,
            _ => Status::Behind.word(),
        };
        let why = why.lines().next().unwrap_or_default();
        let unit = plan.unit_name(one.unit);
        out.line(&format!("{} {unit} {} {why}", desk::TROUBLE.say(lang), state.say(lang)));
    }
    for goal in not_reached(snapshot, task) {
        let name = if lang == Lang::En { &goal.gloss } else { &goal.name };
        out.line(&format!("{} {} {name}", desk::NOT_REACHED.say(lang), goal.id));
    }
    for closed in office.closures.iter().filter(|c| c.task == task.no && c.on <= as_of) {
        let said = format!("{} {} {}", desk::CLOSING.say(lang), closed.on, joined(&closed.reason));
        out.line(format!("{said} {}", taken_back(closed.reopened.as_ref(), as_of, lang)).trim_end());
    }
    for (_, extension) in office.extensions.iter().filter(|(_, e)| e.task == task.no && e.on <= as_of) {
        out.line(&moved(extension, as_of, lang));
    }
    for (id, one) in office.notices.iter().filter(|(_, n)| n.tasks.contains(&task.no) && n.on <= as_of) {
        out.text(&format!("{} ", desk::NOTICES.say(lang)));
        notice::line(out, plan, *id, one, as_of, lang);
    }
}

fn moved(extension: &Extension, as_of: jiff::civil::Date, lang: Lang) -> String {
    let [from, to] = [extension.from, extension.to].map(|d| d.to_string());
    let parts = [&from, &to, &extension.approved_by, &extension.doc_no, &joined(&extension.reason)];
    let line = desk::EXTENSION_LINE.with(lang, &parts.map(String::as_str));
    let back = taken_back(extension.withdrawn.as_ref(), as_of, lang);
    format!("{} {line} {back}", desk::EXTENSIONS.say(lang)).trim_end().to_owned()
}

fn taken_back(back: Option<&(jiff::civil::Date, String)>, as_of: jiff::civil::Date, lang: Lang) -> String {
    let back = back.filter(|(day, _)| *day <= as_of);
    back.map(|(day, why)| desk::TAKEN_BACK.with(lang, &[&day.to_string(), &joined(why)])).unwrap_or_default()
}

/// A text of several lines on one.
fn joined(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}
