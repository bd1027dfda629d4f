//! `duban history`: who changed what, when and from where.

use clap::{ArgMatches, Command};

use super::typed::given;
use super::{Verb, change, edit, entries};
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::cli::{Context, Telling, json};
use crate::error::Error;
use crate::ledger::{Coded, EntryId, PurgeNote, Version};
use crate::query::tell;
use crate::store::Reader;
use crate::strings::{Lang, care, cli, ui, words};

pub(super) const VERB: Verb = Verb { name: "history", about: cli::HISTORY, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        word("entry", "ENTRY", cli::HISTORY_ENTRY, lang),
        flag("acts", cli::HISTORY_ACTS, lang).conflicts_with("entry"),
        value("limit", "N", cli::LIMIT, lang),
        value("before", "SEQ", cli::HISTORY_BEFORE, lang),
        flag("all", cli::EVERY, lang).conflicts_with("limit"),
    ])
}

/// A version and the one before it, for telling what changed.
struct Step {
    version: Version,
    before: Option<Version>,
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let reader = context.reader()?;
    let before = entries::number(words, "before")?;
    let limit = entries::limit(words)?;
    if words.get_flag("acts") {
        return of_office(context, &reader, before, limit);
    }
    let (steps, more) = match given(words, "entry") {
        Some(_) => of_entry(&reader, edit::entry_id(words)?, context, before, limit)?,
        None => of_all(&reader, context, before, limit)?,
    };
    let (telling, lang) = (Telling::now(&reader)?, context.lang);
    let mut out = Out::new();
    if context.json {
        let rows = steps.iter().map(|s| json::version_row(telling, &s.version, earlier(s)));
        out.json(&rows.collect::<Vec<_>>());
        return Ok(());
    }
    for step in &steps {
        out.line(&head(&step.version, lang));
        match &step.version.purge {
            Some(note) => out.line(&format!("  {}", said(note, lang))),
            None if step.version.purged => out.line(&format!("  {}", words::TEXT_PURGED.say(lang))),
            None => change::print(&mut out, telling, earlier(step), step.version.entry.as_ref(), lang),
        }
    }
    match steps.last() {
        None => out.line(cli::NO_CHANGES.say(lang)),
        Some(last) if more => out.line(&cli::MORE.with(lang, &[&last.version.seq.to_string()])),
        Some(_) => {}
    }
    Ok(())
}

/// What the office did.
fn of_office(context: &Context, reader: &Reader, before: Option<i64>, limit: usize) -> Result<(), Error> {
    let mut all = reader.acted(context.known_at)?;
    all.retain(|a| before.is_none_or(|seq| a.seq < seq));
    let more = all.len() > limit;
    all.truncate(limit);
    let (mut out, lang) = (Out::new(), context.lang);
    if context.json {
        out.json(&all.iter().map(json::acted_row).collect::<Vec<_>>());
        return Ok(());
    }
    for one in &all {
        let origin = if one.origin.is_empty() { String::new() } else { format!(" ({})", one.origin) };
        let at = one.at.local().strftime("%Y-%m-%d %H:%M:%S");
        out.line(&format!("{} {at} {}{origin} {}", one.seq, one.operator, tell(reader.plan(), one, lang)));
    }
    match all.last() {
        None => out.line(cli::NO_CHANGES.say(lang)),
        Some(last) if more => out.line(&cli::MORE.with(lang, &[&last.seq.to_string()])),
        Some(_) => {}
    }
    Ok(())
}

fn said(note: &PurgeNote, lang: Lang) -> String {
    let seqs = note.seqs.iter().map(ToString::to_string).collect::<Vec<_>>();
    care::GONE_WHY.with(lang, &[&seqs.join(ui::LIST_COMMA.say(lang)), &note.reason])
}

fn earlier(step: &Step) -> Option<&crate::ledger::Entry> {
    step.before.as_ref().and_then(|b| b.entry.as_ref())
}

fn of_entry(
    reader: &Reader,
    id: EntryId,
    context: &Context,
    before: Option<i64>,
    limit: usize,
) -> Result<(Vec<Step>, bool), Error> {
    let versions = reader.history(id)?;
    if versions.is_empty() {
        return Err(Error::UnknownEntry(id.0));
    }
    let earlier = std::iter::once(None).chain(versions.iter().cloned().map(Some)).collect::<Vec<_>>();
    let mut steps: Vec<Step> =
        versions.into_iter().zip(earlier).map(|(version, before)| Step { version, before }).collect();
    steps.retain(|s| counts(&s.version, context, before));
    steps.reverse();
    let more = steps.len() > limit;
    steps.truncate(limit);
    Ok((steps, more))
}

fn of_all(
    reader: &Reader,
    context: &Context,
    before: Option<i64>,
    limit: usize,
) -> Result<(Vec<Step>, bool), Error> {
    let mut place = before;
    let mut steps = Vec::new();
    loop {
        let page = reader.log_of_changes(place, limit.min(500))?;
        place = page.versions.last().map(|v| v.seq);
        for version in page.versions.into_iter().filter(|v| counts(v, context, before)) {
            if steps.len() == limit {
                return Ok((steps, true));
            }
            let before = reader.version_before(version.id, version.seq)?;
            steps.push(Step { version, before });
        }
        if !page.more || steps.len() >= limit {
            return Ok((steps, page.more));
        }
    }
}

fn counts(version: &Version, context: &Context, before: Option<i64>) -> bool {
    before.is_none_or(|seq| version.seq < seq) && context.known_at.is_none_or(|at| version.at <= at)
}

fn head(version: &Version, lang: Lang) -> String {
    let at = version.at.local().strftime("%Y-%m-%d %H:%M:%S");
    let from = [version.origin.as_str(), version.key.as_str()].into_iter().filter(|part| !part.is_empty());
    let from = from.collect::<Vec<_>>().join(" ");
    let origin = if from.is_empty() { from } else { format!(" ({from})") };
    let action = version.action.word().say(lang);
    let undoes = version.undoes.map(|seq| cli::OF_RECORD.with(lang, &[&seq.to_string()])).unwrap_or_default();
    let revision = version.entry.as_ref().map(|e| cli::REVISION.with(lang, &[&e.revision.0.to_string()]));
    let revision = revision.map(|r| format!(" {r}")).unwrap_or_default();
    format!("{} {at} {}{origin} {action}{undoes}{revision}", version.seq, version.operator)
}
