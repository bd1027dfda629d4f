//! `duban template`: a sheet for a unit to fill in.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::Verb;
use super::export::output;
use super::said::{self, given};
use crate::cli::Context;
use crate::cli::args::{flag, value};
use crate::cli::out::Out;
use crate::error::{Error, SheetError};
use crate::ops::write_whole;
use crate::plan::UnitIx;
use crate::sheet::{Template, rows};
use crate::store::{Snapshot, StoreError};
use crate::strings::{Lang, transfer};

pub(super) const VERB: Verb = Verb { name: "template", about: transfer::TEMPLATE, args, run };

fn args(command: Command, lang: Lang) -> Command {
    command.args([
        value("unit", "UNIT", transfer::TEMPLATE_UNIT, lang),
        value("period", "PERIOD", transfer::TEMPLATE_PERIOD, lang),
        flag("all", transfer::TEMPLATE_ALL, lang),
        output(lang).required(true),
        flag("force", transfer::FORCE, lang),
    ])
}

fn run(context: &Context, words: &ArgMatches) -> Result<(), Error> {
    let Some(path) = words.get_one::<PathBuf>("output") else { return Ok(()) };
    let reader = context.reader()?;
    let snapshot = context.snapshot(&reader)?;
    let unit = context.unit(&snapshot.plan, words)?.or_else(|| own(context, &snapshot));
    let period = given(words, "period").map(said::period).transpose()?;
    let current = snapshot.office.current(snapshot.as_of).map(|o| o.period);
    let template = Template {
        plan: &snapshot.plan,
        period: period.or(current).unwrap_or_else(|| snapshot.office.period_for(snapshot.as_of)),
        unit,
        rows: rows(&snapshot, unit, words.get_flag("all")),
        lang: context.lang,
    };
    let bytes = if path.as_os_str() == "-" { template.csv() } else { made(&template, path)? };
    if path.as_os_str() == "-" {
        Out::new().bytes(&bytes);
        return Ok(());
    }
    write_whole(path, words.get_flag("force"), |to| {
        to.write_all(&bytes).map_err(|e| Error::Store(StoreError::at(path, e)))
    })?;
    let (shown, many) = (path.display().to_string(), template.rows.len().to_string());
    Out::new().line(&transfer::TEMPLATE_DONE.with(context.lang, &[&shown, &many]));
    Ok(())
}

/// By its name a file says what it is.
fn made(template: &Template<'_>, path: &Path) -> Result<Vec<u8>, Error> {
    let end = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    match end.as_deref() {
        Some("xlsx") => template.xlsx(),
        Some("csv") => Ok(template.csv()),
        _ => Err(SheetError::Kind(path.display().to_string()).into()),
    }
}

/// The unit of whoever reports for one.
fn own(context: &Context, snapshot: &Snapshot) -> Option<UnitIx> {
    snapshot.office.duty(&context.actor().name).unit()
}
