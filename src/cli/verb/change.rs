//! Changes as people read them, and asking before one is made.

use std::io::IsTerminal;

use clap::ArgMatches;

use super::entries;
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::clock::Clock;
use crate::error::Error;
use crate::ledger::{Actor, Change, Coded, Entry, Field, NewEntry, Percent, changed};
use crate::plan::Plan;
use crate::store::{Reader, Writer};
use crate::strings::{Lang, Text, cli, errors, ui};
use crate::text::{Piece, visible};

/// Shows what will happen and asks, unless `--yes` was given. Without a terminal nobody can be asked; with `--json`
/// nobody is, and what will happen is shown as `preview`.
pub(super) fn agreed(
    context: &Context,
    words: &ArgMatches,
    question: Text,
    show: impl FnOnce(&mut Out),
    preview: impl FnOnce(&mut Out),
) -> Result<bool, Error> {
    agreed_to(context, words, question.say(context.lang), show, preview)
}

/// The same with a question that names what it is about.
pub(super) fn agreed_to(
    context: &Context,
    words: &ArgMatches,
    question: &str,
    show: impl FnOnce(&mut Out),
    preview: impl FnOnce(&mut Out),
) -> Result<bool, Error> {
    if words.get_flag("yes") {
        return Ok(true);
    }
    let mut out = Out::new();
    if context.json {
        preview(&mut out);
        return Err(Error::Usage(errors::JSON_NEEDS_YES, String::new(), String::new()));
    }
    show(&mut out);
    if !std::io::stdin().is_terminal() {
        return Err(Error::Usage(errors::NEEDS_YES, String::new(), String::new()));
    }
    out.text(&visible(question));
    out.flush();
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(Error::Stdin)?;
    let yes = matches!(crate::text::fold(answer.trim()).as_str(), "y" | "yes" | "是");
    if !yes {
        out.line(cli::LEFT.say(context.lang));
    }
    Ok(yes)
}

/// Either way of reversing a change.
type Reverse = fn(&mut Writer, &Plan, &Change, &Actor, Clock) -> Result<Option<Entry>, Error>;

/// Shows a change the other way round, asks, and makes it. `texts`: nothing to do, the question, done.
pub(super) fn reverse(
    context: &Context,
    reader: &Reader,
    words: &ArgMatches,
    found: Option<&Change>,
    texts: [Text; 3],
    make: Reverse,
) -> Result<(), Error> {
    let [nothing, question, done] = texts;
    let (plan, lang) = (reader.plan().clone(), context.lang);
    let Some(change) = found else {
        if context.json {
            Out::new().text("null\n");
        } else {
            Out::new().line(nothing.say(lang));
        }
        return Ok(());
    };
    let telling = Telling::now(reader)?;
    let show = |out: &mut Out| print(out, telling, change.after.as_ref(), change.before.as_ref(), lang);
    let preview = |out: &mut Out| out.json(&json::reversed(telling, change, change.before.as_ref(), false));
    if !agreed(context, words, question, show, preview)? {
        return Ok(());
    }
    let mut writer = context.writer(reader)?;
    let entry = make(&mut writer, &plan, change, context.actor(), context.clock)?;
    let mut out = Out::new();
    if context.json {
        out.json(&json::reversed(telling, change, entry.as_ref(), true));
    } else {
        print(&mut out, telling, change.after.as_ref(), entry.as_ref(), lang);
        out.line(&done.with(lang, &[&change.id.0.to_string()]));
    }
    Ok(())
}

/// What differs between two states of an entry: one that comes or goes as a whole, or field by field.
pub(super) fn print(
    out: &mut Out,
    telling: Telling<'_>,
    before: Option<&Entry>,
    after: Option<&Entry>,
    lang: Lang,
) {
    let plan = telling.plan;
    match (before, after) {
        (Some(before), Some(after)) => {
            out.line(&entries::head(telling, after, lang));
            let (old, new) = (before.as_new(), after.as_new());
            for field in changed(&old, &new) {
                let [was, is] = [&old, &new].map(|e| shown(plan, e, field, lang));
                print_lines(out, field.word().say(lang), &compared(&field.compare(&was, &is), lang));
            }
        }
        (Some(gone), None) => whole(out, telling, gone, ui::REMOVED, lang),
        (None, Some(come)) => whole(out, telling, come, ui::INSERTED, lang),
        (None, None) => {}
    }
}

/// Both texts in one, with what is gone and what is new named as such.
fn compared(pieces: &[Piece], lang: Lang) -> String {
    let said = pieces.iter().map(|piece| match piece {
        Piece::Same(same) => same.clone(),
        Piece::Removed(gone) => ui::REMOVED.with(lang, &[gone]),
        Piece::Added(new) => ui::INSERTED.with(lang, &[new]),
    });
    said.collect()
}

fn whole(out: &mut Out, telling: Telling<'_>, entry: &Entry, what: Text, lang: Lang) {
    out.line(&entries::head(telling, entry, lang));
    let new = entry.as_new();
    for field in [Field::Progress, Field::Problems, Field::NextSteps, Field::Readings, Field::Evidence] {
        let text = shown(telling.plan, &new, field, lang);
        if !text.is_empty() {
            print_lines(out, field.word().say(lang), &what.with(lang, &[&text]));
        }
    }
}

fn print_lines(out: &mut Out, name: &str, text: &str) {
    for (at, line) in text.lines().enumerate() {
        out.line(&if at == 0 { format!("  {name} {line}") } else { format!("  {line}") });
    }
}

fn shown(plan: &Plan, entry: &NewEntry, field: Field, lang: Lang) -> String {
    match field {
        Field::Day => entry.day.to_string(),
        Field::Period => entry.period.to_string(),
        Field::Status => entry.status.word().say(lang).to_owned(),
        Field::Percent => entry.percent.map(Percent::get).map(|p| format!("{p}%")).unwrap_or_default(),
        Field::Progress => entry.progress.clone(),
        Field::Problems => entry.problems.clone(),
        Field::NextSteps => entry.next_steps.clone(),
        Field::Readings => {
            let each = entry.readings.iter().map(|r| {
                let indicator = plan.indicators.iter().find(|i| i.id == r.indicator);
                let value = indicator.map_or_else(|| r.value.to_string(), |i| r.value.say(plan, i, lang));
                format!("{}={value} {}", r.indicator, r.source).trim_end().to_owned()
            });
            each.collect::<Vec<_>>().join("\n")
        }
        Field::Evidence => {
            let each = entry.evidence.iter().map(|e| {
                format!("{} {} {}", e.kind.word().say(lang), e.reference, e.note).trim_end().to_owned()
            });
            each.collect::<Vec<_>>().join("\n")
        }
        Field::Reporter => entry.reporter.clone(),
    }
}
