//! `duban report`: bulletin, ledger sheet, assessment, sheets of a task and a unit, in any format.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::said::given;
use super::{Verb, issue, list, said};
use crate::cli::Context;
use crate::cli::args::{flag, value, word};
use crate::cli::out::Out;
use crate::error::Error;
use crate::ledger::Coded;
use crate::ops;
use crate::query::{find_task, find_unit};
use crate::report::doc::Document;
use crate::report::{self, Format, Recent, Sources, Wanted};
use crate::store::Reader;
use crate::strings::{Lang, export as say};

pub(super) const VERB: Verb = Verb { name: "report", about: say::REPORT, args, run };

fn args(command: Command, lang: Lang) -> Command {
    let new = |name: &'static str, about: crate::strings::Text| {
        leaving(Command::new(name).about(about.say(lang)), lang)
    };
    let task = word("task", "TASK", say::REPORT_TASK, lang).required(true);
    let unit = word("unit", "UNIT", say::REPORT_UNIT, lang).required(true);
    command.subcommand_required(true).subcommands([
        issue::args(new("bulletin", say::BULLETIN), lang),
        list::narrowing(new("ledger", say::LEDGER), lang),
        new("assess", say::ASSESS),
        new("task", say::TASK).arg(task),
        new("unit", say::UNIT).arg(unit),
        Command::new("issued").about(say::ISSUED_LIST.say(lang)),
    ])
}

/// What every document takes: which period, which format, where to.
fn leaving(command: Command, lang: Lang) -> Command {
    let output: Arg = value("output", "FILE", say::OUTPUT, lang).short('o');
    command.args([
        value("period", "PERIOD", say::PERIOD, lang),
        value("format", "FORMAT", say::FORMAT, lang).conflicts_with("json"),
        output,
        flag("force", say::FORCE, lang),
        flag("bom", say::BOM, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let Some((name, words)) = words.subcommand() else { return Ok(()) };
    let reader = context.reader()?;
    if name == "issued" {
        return issue::list(context, &reader);
    }
    let to = Target::of(context, words)?;
    let document = made(context, &reader, name, words)?;
    to.put(&document, context.lang)
}

/// The document that a subcommand names.
fn made(context: &Context, reader: &Reader, name: &str, words: &ArgMatches) -> Result<Document, Error> {
    let (plan, lang) = (reader.plan().clone(), context.lang);
    let wanted = wanted(context, words)?;
    let gather = |wanted| Sources::gather(reader, wanted);
    Ok(match name {
        "ledger" => {
            let snapshot = context.snapshot(reader)?;
            let filter = list::filter(context, reader, &snapshot, words)?;
            let sources = gather(Wanted { unit: filter.unit, ..wanted })?;
            report::ledger(&sources, &filter, lang)
        }
        "assess" => report::assess(&gather(wanted)?, &context.config.assess, lang),
        "task" => {
            let task = find_task(&plan, given(words, "task").unwrap_or_default())?;
            let recent = Some(Recent::Task(task.no));
            report::task_sheet(&gather(Wanted { recent, ..wanted })?, task, lang)
        }
        "unit" => {
            let unit = find_unit(&plan, given(words, "unit").unwrap_or_default(), lang)?;
            let sources = gather(Wanted { unit: Some(unit), recent: Some(Recent::Unit(unit)), ..wanted })?;
            report::unit_sheet(&sources, unit, lang)
        }
        _ => issue::made(context, reader, words, wanted)?,
    })
}

fn wanted(context: &Context, words: &ArgMatches) -> Result<Wanted, Error> {
    Ok(Wanted {
        as_of: context.as_of,
        today: context.clock.today(),
        known_at: context.known_at,
        period: given(words, "period").map(said::period).transpose()?,
        unit: None,
        recent: None,
    })
}

/// In which format, and where to.
pub(super) struct Target {
    format: Format,
    file: Option<PathBuf>,
    replace: bool,
    bom: bool,
}

impl Target {
    /// As the options say; a file's ending names the format where no option does.
    pub(super) fn of(context: &Context, words: &ArgMatches) -> Result<Self, Error> {
        let file = given(words, "output").filter(|name| *name != "-").map(PathBuf::from);
        let named = given(words, "format").map(|typed| list::coded::<Format>(typed, "format", context.lang));
        let by_name = || file.as_deref().and_then(Format::of_name);
        let json = context.json.then_some(Format::Json);
        let format = named.transpose()?.or(json).or_else(by_name).unwrap_or_default();
        let bom = words.get_flag("bom");
        if bom && format != Format::Csv {
            return Err(Error::Usage(say::BOM_CSV_ONLY, format.code().to_owned(), String::new()));
        }
        let replace = words.get_flag("force");
        // Both are told before anything is read or issued.
        if let Some(file) = file.as_ref().filter(|f| !replace && std::fs::symlink_metadata(f).is_ok()) {
            return Err(Error::Taken(file.clone()));
        }
        if file.is_none() && format.is_bytes() && std::io::stdout().is_terminal() {
            return Err(Error::Usage(say::TO_A_TERMINAL, format.code().to_owned(), String::new()));
        }
        Ok(Self { format, file, replace, bom })
    }

    /// Writes the document there.
    pub(super) fn put(&self, document: &Document, lang: Lang) -> Result<(), Error> {
        let mut bytes = self.format.write(document, lang)?;
        if self.bom {
            bytes.splice(0..0, report::csv::BOM.iter().copied());
        }
        let Some(file) = &self.file else {
            Out::new().bytes(&bytes);
            return Ok(());
        };
        ops::write_file(file, &bytes, self.replace)?;
        let size = bytes.len().to_string();
        // Not on standard output: that is for what was asked for.
        Out::error(&say::WRITTEN.with(lang, &[&shown(file), &size]));
        Ok(())
    }
}

fn shown(path: &Path) -> String {
    crate::text::visible(&path.display().to_string()).into_owned()
}
