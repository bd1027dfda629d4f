//! `duban export`: the whole ledger as JSON, or all entries as CSV.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::Verb;
use crate::cli::args::flag;
use crate::cli::long::Long;
use crate::cli::out::Out;
use crate::cli::{Context, Telling, sheet as rows};
use crate::error::Error;
use crate::ops::write_whole;
use crate::store::{Reader, StoreError};
use crate::strings::{Lang, errors, transfer};
use crate::text::harmless;

pub(super) const VERB: Verb = Verb { name: "export", about: transfer::EXPORT, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        output(lang),
        flag("csv", transfer::EXPORT_CSV, lang).conflicts_with("json"),
        flag("force", transfer::FORCE, lang),
    ])
}

/// `-o FILE`, where `-` is standard output.
pub(super) fn output(lang: Lang) -> Arg {
    let output = Arg::new("output").short('o').long("output").value_name("FILE");
    output.help(transfer::OUTPUT.say(lang)).value_parser(value_parser!(PathBuf))
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    if context.known_at.is_some() {
        return Err(Error::Usage(errors::USAGE_CONFLICT, "--known-at, export".to_owned(), String::new()));
    }
    let reader = context.reader()?;
    let csv = words.get_flag("csv");
    let put = |to: &mut dyn Write, long: &mut Long, path: &Path| {
        if csv { entries(context, &reader, to, long, path) } else { ledger(context, &reader, to, long, path) }
    };
    match words.get_one::<PathBuf>("output").filter(|p| p.as_os_str() != "-") {
        Some(path) => {
            let mut long = Long::begin(context.lang);
            let said = write_whole(path, words.get_flag("force"), |to| put(to, &mut long, path))?;
            drop(long);
            Out::new().line(&said);
            Ok(())
        }
        // Nothing is left behind, so a signal may end it at once.
        None => {
            let mut to = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
            let path = Path::new("-");
            let mut long = Long::unguarded(context.lang);
            let done = put(&mut to, &mut long, path);
            match done.and_then(|_| to.flush().map_err(|e| at(path, &e))) {
                // What nobody reads any more need not be written.
                Err(Error::Store(StoreError::Io { source, .. }))
                    if source.kind() == io::ErrorKind::BrokenPipe =>
                {
                    Ok(())
                }
                done => done,
            }
        }
    }
}

fn at(path: &Path, e: &io::Error) -> Error {
    Error::Store(StoreError::at(path, io::Error::from(e.kind())))
}

fn ledger(
    context: &Context,
    reader: &Reader,
    to: &mut dyn Write,
    long: &mut Long,
    path: &Path,
) -> Result<String, Error> {
    long.of(reader.rows_of_record()?);
    let exported = reader.export(&mut |bytes, done| {
        long.tell(done)?;
        to.write_all(bytes).map_err(|e| StoreError::at(path, e))
    })?;
    Ok(transfer::EXPORTED.with(context.lang, &[&path.display().to_string(), &exported.head.to_string()]))
}

fn entries(
    context: &Context,
    reader: &Reader,
    to: &mut dyn Write,
    long: &mut Long,
    path: &Path,
) -> Result<String, Error> {
    let (telling, until) = (Telling::now(reader)?, context.day());
    let mut to = csv::WriterBuilder::new().buffer_capacity(1 << 16).from_writer(to);
    let fault = |e: csv::Error| match e.into_kind() {
        csv::ErrorKind::Io(e) => StoreError::at(path, e),
        _ => StoreError::Other("csv".to_owned()),
    };
    to.write_record(rows::COLUMNS).map_err(fault)?;
    let mut count = 0;
    reader.each(&mut |entry| {
        if entry.day > until {
            return Ok(());
        }
        count += 1;
        long.tell(count)?;
        let cells = rows::cells(telling, entry);
        cells.iter().try_for_each(|c| to.write_field(harmless(c).as_bytes())).map_err(fault)?;
        to.write_record(None::<&[u8]>).map_err(fault)
    })?;
    to.flush().map_err(|e| at(path, &e))?;
    Ok(transfer::EXPORTED_CSV.with(context.lang, &[&path.display().to_string(), &count.to_string()]))
}
