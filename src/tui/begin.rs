//! What the screen shows first, and where it is.

use std::path::PathBuf;

use super::model::Model;
use super::workers::{self, Days};
use crate::cli::Context;
use crate::error::Error;
use crate::store::Reader;

/// The model as it is shown first: all tasks, or the view that was named.
pub(super) fn first_look(context: &Context, reader: &Reader, days: Days) -> Result<Model, Error> {
    let read_only = reader.is_read_only();
    let mut model = workers::begin(reader, days, (context.lang, context.actor()), ((80, 24), read_only))?;
    if let Some(view) = &context.view {
        // A view may ask about any unit and any number.
        let whole = workers::load(reader, days, None, &context.actor().name)?;
        model.snapshot = std::sync::Arc::new(whole.snapshot);
        let filter = context.view(reader, &model.snapshot, view)?;
        model.set_filter(filter);
        workers::first_page(reader, days, &mut model)?;
    }
    Ok(model)
}

/// Where files go that leave the ledger, and how somebody elsewhere calls this place: `user@host`.
pub(super) fn places(who: &str) -> (PathBuf, String) {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    let folder = std::env::current_dir().ok().or_else(home).unwrap_or_default();
    let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
    (folder, format!("{who}@{host}"))
}
