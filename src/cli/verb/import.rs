//! `duban import`: reports from a sheet, or an exported ledger into an empty one. Nothing is written without `--yes`.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::Verb;
use super::said::all_of;
use crate::cli::args::flag;
use crate::cli::long::Long;
use crate::cli::out::Out;
use crate::cli::{Context, json};
use crate::error::Error;
use crate::ledger::{Coded, NewEntry, Percent};
use crate::ops::{self, Imported, There};
use crate::plan::Plan;
use crate::sheet as sheets;
use crate::store::{sha256, take_in};
use crate::strings::{Lang, errors, transfer, ui, words};
use crate::text::truncate;

pub(super) const VERB: Verb = Verb { name: "import", about: transfer::IMPORT, args, run };

/// How an exported ledger begins.
const LEDGER: &[u8] = b"[\n{\"format\":\"duban-ledger\"";

/// More megabytes than any sheet of reports has.
const MOST_MB: u64 = 64;

/// Rows that are shown.
const SHOWN: usize = 50;

/// How much of a report's text is shown, in half-width characters.
const TEXT_CELLS: usize = 40;

fn args(command: Command, lang: Lang) -> Command {
    let file = Arg::new("file").value_name("FILE").required(true).help(transfer::IMPORT_FILE.say(lang));
    command.args([
        file.value_parser(value_parser!(PathBuf)),
        flag("dry-run", transfer::DRY_RUN, lang).conflicts_with("yes"),
        flag("yes", transfer::IMPORT_YES, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    context.must_be_local()?;
    if context.known_at.is_some() {
        return Err(Error::Usage(errors::LOOK_ONLY, String::new(), String::new()));
    }
    let Some(path) = words.get_one::<PathBuf>("file") else { return Ok(()) };
    let mut long = Long::begin(context.lang);
    let from: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(long.stdin())
    } else {
        Box::new(File::open(path).map_err(|e| Error::File(path.clone(), e))?)
    };
    let mut from = BufReader::with_capacity(1 << 16, from);
    let begins = from.fill_buf().map_err(|e| Error::File(path.clone(), e))?;
    if begins.starts_with(LEDGER) {
        return ledger(context, words, &mut from, &mut long);
    }
    let bytes = all_of(from, MOST_MB, |e| Error::File(path.clone(), e))?;
    reports(context, words, path, &bytes, &mut long)
}

fn ledger(
    context: &Context,
    words: &ArgMatches,
    from: &mut dyn BufRead,
    long: &mut Long,
) -> Result<(), Error> {
    let yes = words.get_flag("yes");
    let done = take_in(&context.path, from, yes.then(|| context.clock.now()), &mut |done| long.tell(done))?;
    let (shown, head) = (context.path.display().to_string(), done.head.to_string());
    if context.json {
        Out::new().json(&json::taken_in(&head, yes));
    } else {
        let said = if yes { transfer::TAKEN_IN } else { transfer::WOULD_TAKE_IN };
        Out::new().line(&said.with(context.lang, &[&shown, &head]));
    }
    Ok(())
}

fn reports(
    context: &Context,
    words: &ArgMatches,
    path: &Path,
    bytes: &[u8],
    long: &mut Long,
) -> Result<(), Error> {
    let yes = words.get_flag("yes");
    let grids = sheets::read(bytes)?;
    let reader = context.reader()?;
    let snapshot = context.snapshot(&reader)?;
    // Whoever writes much needs the ledger alone.
    drop(reader);
    let (by, clock) = (context.actor(), context.clock);
    let lines = sheets::lines(&grids, &snapshot, &by.name, clock.today(), context.lang)?;
    drop(grids);
    let (many, empty, unknown) = (lines.lines.len(), lines.empty, lines.unknown.clone());
    let named = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let sheet = ops::Sheet { file: named, sha256: sha256(bytes), lines };
    let plan = &snapshot.plan;
    long.of(i64::try_from(many).unwrap_or(i64::MAX));
    let done = if yes {
        let mut writer = ops::open_to_import(&context.path, plan.clone(), many)?;
        ops::import(&mut writer, plan, sheet, by, clock, &mut |done| long.tell(done))?
    } else {
        let mut writer = ops::open_to_import(&context.path, plan.clone(), 0)?;
        ops::look_at_import(&mut writer, plan, sheet, by, clock)?
    };
    let mut out = Out::new();
    if context.json {
        out.json(&json::imported(plan, &done, empty, yes));
    } else {
        print(&mut out, plan, &done, yes, context.lang);
        beside(&mut out, empty, &unknown, context.lang);
    }
    Ok(())
}

fn print(out: &mut Out, plan: &Plan, done: &Imported, yes: bool, lang: Lang) {
    for (place, new) in done.new.iter().take(SHOWN) {
        out.line(&transfer::NEW_LINE.with(lang, &[&place.say(lang), &in_short(plan, new, lang)]));
    }
    if let Some(more) = done.new.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        out.line(&transfer::AND_MORE.with(lang, &[&more.to_string()]));
    }
    for (place, there) in &done.there {
        let place = place.say(lang);
        out.line(&match there {
            There::Entry(id) => transfer::THERE.with(lang, &[&place, &id.0.to_string()]),
            There::Row(row) => transfer::THERE_ABOVE.with(lang, &[&place, &row.to_string()]),
        });
    }
    let many = done.new.len().to_string();
    match (done.new.is_empty(), yes) {
        (true, _) => out.line(transfer::NOTHING_NEW.say(lang)),
        (false, true) => out.line(&transfer::WROTE.with(lang, &[&many])),
        (false, false) => out.line(&transfer::WOULD.with(lang, &[&many])),
    }
}

fn beside(out: &mut Out, empty: usize, unknown: &[String], lang: Lang) {
    if empty > 0 {
        out.line(&transfer::LEFT_EMPTY.with(lang, &[&empty.to_string()]));
    }
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.iter().map(|n| n.trim()).collect();
        out.line(&transfer::NOT_READ.with(lang, &[&names.join(ui::LIST_COMMA.say(lang))]));
    }
}

/// A report in one line.
fn in_short(plan: &Plan, new: &NewEntry, lang: Lang) -> String {
    let general = || words::GENERAL.say(lang).to_owned();
    let task = new.task.numbered().map_or_else(general, |no| no.to_string());
    let percent = new.percent.map(|p| format!(" {}%", Percent::get(p))).unwrap_or_default();
    let (unit, status) = (plan.unit_name(new.unit), new.status.word().say(lang));
    let text = new.progress.lines().next().unwrap_or_default();
    let text = truncate(text, TEXT_CELLS);
    format!("{task} {unit} {} {} {status}{percent} {text}", new.period, new.day)
}
