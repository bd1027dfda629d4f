//! `duban drafts`: what the operator typed and has not saved. It needs no ledger that can be opened.

use std::collections::BTreeMap;

use clap::{ArgMatches, Command};
use serde::Serialize;

use super::Verb;
use crate::cli::Context;
use crate::cli::args::word;
use crate::cli::out::Out;
use crate::cli::table::Table;
use crate::clock::Instant;
use crate::draft::{Body, DraftError, Folder, Found, Key};
use crate::error::Error;
use crate::ledger::{Coded, Field};
use crate::ops::{self, Since};
use crate::plan::Plan;
use crate::store::Reader;
use crate::strings::{Lang, drafts};
use crate::text::truncate;

pub(super) const VERB: Verb = Verb { name: "drafts", about: drafts::DRAFTS, args, run };

/// Cells for the first words.
const WORDS: usize = 40;

/// A draft as JSON.
#[derive(Serialize)]
struct DraftRow<'a> {
    draft: u32,
    kind: &'static str,
    task: u16,
    unit: &'a str,
    entry: Option<i64>,
    revision: Option<i64>,
    period: &'a str,
    status: &'a str,
    percent: &'a str,
    date: &'a str,
    progress: &'a str,
    problems: &'a str,
    next_steps: &'a str,
    values: &'a BTreeMap<String, String>,
    evidence: &'a [(String, String)],
    reporter: &'a str,
    saved_at: String,
    open: bool,
    damaged: bool,
    since: Option<SinceRow<'a>>,
}

/// What happened since a draft was begun.
#[derive(Default, Serialize)]
struct SinceRow<'a> {
    what: &'static str,
    by: Option<&'a str>,
    date: Option<String>,
    status: Option<&'static str>,
    fields: Vec<&'static str>,
}

/// A draft and what happened since it was begun; `None` where the ledger cannot be read.
struct Listed {
    draft: Found,
    since: Option<Since>,
}

fn args(command: Command, lang: Lang) -> Command {
    let number = word("n", "N", drafts::DISCARD_N, lang).required(true);
    command.subcommand(Command::new("discard").about(drafts::DISCARD.say(lang)).arg(number))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let folder = Folder::beside(&context.path);
    let found = folder.list(&context.actor().name);
    // A ledger that cannot be opened, or is not there, leaves the units' codes, and nobody knows what happened since.
    let reader = (!found.is_empty()).then(|| Reader::open(&context.path).ok()).flatten();
    let plan = reader.as_ref().map(|r| r.plan().as_ref());
    if let Some(words) = words.subcommand_matches("discard") {
        let typed = words.get_one::<String>("n").map(String::as_str).unwrap_or_default();
        return discard(context, &folder, &found, plan, typed).map_err(Error::Draft);
    }
    let listed: Vec<Listed> = found.into_iter().map(|draft| listed(draft, reader.as_ref())).collect();
    let mut out = Out::new();
    if context.json {
        out.json(&listed.iter().map(|l| json_row(l, plan)).collect::<Vec<_>>());
    } else if listed.is_empty() {
        out.line(drafts::NONE.say(context.lang));
    } else {
        table(&listed, plan, context).print(&mut out);
    }
    Ok(())
}

fn listed(draft: Found, reader: Option<&Reader>) -> Listed {
    let reader = reader.filter(|_| !draft.damaged);
    let since = reader.and_then(|reader| ops::since(reader, &draft.body).ok());
    Listed { draft, since }
}

fn discard(
    context: &Context,
    folder: &Folder,
    found: &[Found],
    plan: Option<&Plan>,
    typed: &str,
) -> Result<(), DraftError> {
    let number: Option<u32> = crate::text::fold(typed.trim()).parse().ok();
    let draft = found.iter().find(|f| Some(f.number) == number);
    let draft = draft.ok_or_else(|| DraftError::Missing(typed.to_owned()))?;
    folder.discard_found(&context.actor().name, draft)?;
    let parts = [task(draft, context.lang), unit(draft, plan).to_owned(), first_words(draft)];
    let what: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    let said = drafts::DISCARDED.with(context.lang, &[&draft.number.to_string(), &what.join(" ")]);
    Out::new().line(&crate::text::visible(&said));
    Ok(())
}

fn table(listed: &[Listed], plan: Option<&Plan>, context: &Context) -> Table {
    let lang = context.lang;
    let headings = [
        drafts::COL_DRAFT,
        drafts::COL_TASK,
        drafts::COL_UNIT,
        drafts::COL_AGE,
        drafts::COL_STATE,
        drafts::COL_SINCE,
        drafts::COL_WORDS,
    ];
    let mut table = Table::new(lang, &headings).right(&[0]);
    for Listed { draft, since } in listed {
        table.row([
            draft.number.to_string(),
            task(draft, lang),
            unit(draft, plan).to_owned(),
            age(draft.saved_at, context.clock.now(), lang),
            state(draft, lang),
            since.as_ref().map(|since| since.say(lang)).unwrap_or_default(),
            first_words(draft),
        ]);
    }
    table
}

fn task_no(draft: &Found) -> u16 {
    match draft.key {
        Key::New { task, .. } => task,
        Key::Edit { .. } => draft.body.task,
    }
}

fn task(draft: &Found, lang: Lang) -> String {
    let no = Some(task_no(draft)).filter(|no| *no > 0).map(|no| no.to_string());
    let kind = match draft.key {
        Key::New { .. } => drafts::NEW.say(lang).to_owned(),
        Key::Edit { entry } => drafts::EDIT.with(lang, &[&entry.to_string()]),
    };
    no.into_iter().chain([kind]).collect::<Vec<_>>().join(" ")
}

/// The unit by its name, or by its code where the plan cannot be read or has no such unit.
fn unit<'a>(draft: &'a Found, plan: Option<&'a Plan>) -> &'a str {
    let code = match &draft.key {
        Key::New { unit, .. } => unit,
        Key::Edit { .. } => &draft.body.unit,
    };
    plan.and_then(|plan| Some(plan.unit_name(plan.unit_by_code(code)?))).unwrap_or(code)
}

fn state(draft: &Found, lang: Lang) -> String {
    let open = draft.open_elsewhere.then_some(drafts::OPEN);
    let damaged = draft.damaged.then_some(drafts::DAMAGED);
    [damaged, open].into_iter().flatten().map(|t| t.say(lang)).collect::<Vec<_>>().join(" ")
}

fn first_words(draft: &Found) -> String {
    truncate(draft.body.first_words(), WORDS).into_owned()
}

fn age(then: Instant, now: Instant, lang: Lang) -> String {
    let minutes = now.0.saturating_sub(then.0) / 60_000;
    let (text, count) = match minutes {
        ..1 => (drafts::JUST_NOW, 0),
        1..60 => (drafts::MINUTES, minutes),
        60..1440 => (drafts::HOURS, minutes / 60),
        _ => (drafts::DAYS, minutes / 1440),
    };
    text.with(lang, &[&count.to_string()])
}

fn json_row<'a>(Listed { draft, since }: &'a Listed, plan: Option<&'a Plan>) -> DraftRow<'a> {
    let body: &Body = &draft.body;
    let (kind, entry) = match draft.key {
        Key::New { .. } => ("new", None),
        Key::Edit { entry } => ("edit", Some(entry)),
    };
    DraftRow {
        draft: draft.number,
        kind,
        task: task_no(draft),
        unit: unit(draft, plan),
        entry,
        revision: body.revision,
        period: &body.period,
        status: &body.status,
        percent: &body.percent,
        date: &body.day,
        progress: &body.progress,
        problems: &body.problems,
        next_steps: &body.next_steps,
        values: &body.values,
        evidence: &body.evidence,
        reporter: &body.reporter,
        saved_at: draft.saved_at.iso(),
        open: draft.open_elsewhere,
        damaged: draft.damaged,
        since: since.as_ref().map(since_row),
    }
}

fn since_row(since: &Since) -> SinceRow<'_> {
    match since {
        Since::Nothing => SinceRow { what: "nothing", ..SinceRow::default() },
        Since::Reported { by, day, status } => SinceRow {
            what: "reported",
            by: Some(by),
            date: Some(day.to_string()),
            status: Some(status.code()),
            ..SinceRow::default()
        },
        Since::Edited { by, fields } => {
            let fields = fields.iter().copied().map(Field::code).collect();
            SinceRow { what: "edited", by: Some(by), fields, ..SinceRow::default() }
        }
        Since::Deleted { by } => SinceRow { what: "deleted", by: Some(by), ..SinceRow::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_round() {
        let age = |ms| age(Instant(0), Instant(ms), Lang::En);
        assert_eq!([-5, 59_999, 60_000].map(age), ["just now", "just now", "1 min ago"]);
        assert_eq!([3_599_999, 3_600_000].map(age), ["59 min ago", "1 h ago"]);
        assert_eq!([86_399_999, 86_400_000].map(age), ["23 h ago", "1 d ago"]);
    }
}
