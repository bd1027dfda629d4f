//! From what was asked for on the screen to the document, on the reader's thread.

use std::path::Path;

use super::export::{ExportAsk, What};
use crate::error::Error;
use crate::ops;

use crate::report::doc::Document;
use crate::report::{self, Format, Paper, Recent, Sources, Wanted};
use crate::store::Reader;

/// How many of the first lines are shown.
const LINES: usize = 200;

/// The document.
///
/// # Errors
/// What stands in the way of reading.
pub fn made(reader: &Reader, ask: &ExportAsk) -> Result<Document, Error> {
    let gather = |wanted: Wanted| Sources::gather(reader, wanted);
    let (wanted, lang) = (ask.wanted, ask.lang);
    Ok(match ask.what {
        What::Ledger => {
            let sources = gather(Wanted { unit: ask.filter.unit, ..wanted })?;
            report::ledger(&sources, &ask.filter, lang)
        }
        What::Bulletin => report::bulletin(&gather(wanted)?, &Paper::default(), lang),
        What::Assess => report::assess(&gather(wanted)?, &ask.assess, lang),
        What::Task(no) => {
            let sources = gather(Wanted { recent: Some(Recent::Task(no)), ..wanted })?;
            let plan = reader.plan();
            let task = plan.task(no).ok_or_else(|| Error::UnknownTask(no.0.to_string(), plan.tasks.len()))?;
            report::task_sheet(&sources, task, lang)
        }
        What::Unit(unit) => {
            let recent = Some(Recent::Unit(unit));
            let sources = gather(Wanted { unit: Some(unit), recent, ..wanted })?;
            report::unit_sheet(&sources, unit, lang)
        }
    })
}

/// Its first lines: as text where the format itself is none.
///
/// # Errors
/// As [`made`].
pub fn lines(reader: &Reader, ask: &ExportAsk) -> Result<Vec<String>, Error> {
    let document = made(reader, ask)?;
    let format = if ask.format.is_bytes() { Format::Text } else { ask.format };
    let bytes = format.write(&document, ask.lang)?;
    Ok(String::from_utf8_lossy(&bytes).lines().take(LINES).map(str::to_owned).collect())
}

/// Writes it to a file. How many bytes it has.
///
/// # Errors
/// [`Error::Taken`] where the file is there and may not be replaced; nothing was written then.
pub fn write(reader: &Reader, ask: &ExportAsk, path: &Path, replace: bool) -> Result<usize, Error> {
    let bytes = ask.format.write(&made(reader, ask)?, ask.lang)?;
    ops::write_file(path, &bytes, replace)?;
    Ok(bytes.len())
}
