//! What the screen shows first, and where it is.

use std::path::PathBuf;

use super::desk;
use super::model::{Model, Overlay};
use super::workers::{self, Days};
use crate::cli::Context;
use crate::error::Error;
use crate::ledger::Actor;
use crate::query::Filter;
use crate::store::{PageOf, Reader, Scope, StoreError};
use crate::strings::Lang;

/// The state at start: a reporter's own tasks, and before them what is theirs to do. As much is there as the first screen
/// says; [`workers::load`] brings the rest.
///
/// # Errors
/// What the store says.
pub fn begin(
    reader: &Reader,
    days: Days,
    (lang, by): (Lang, &Actor),
    (size, read_only): ((u16, u16), bool),
) -> Result<Model, StoreError> {
    let own = reader.book(days.known_at)?.duty(&by.name).unit();
    let selected = reader.plan().tasks.first().map(|t| t.no);
    let scope = selected.filter(|_| own.is_none()).map_or(Scope::All, Scope::LeadsAnd);
    let first = workers::without_entries(reader, days, scope, (own, &by.name))?;
    let mut model = Model::new(first.snapshot, lang, days.clock, by.clone());
    (model.returned, model.came) = (first.returned, first.came);
    (model.size, model.read_only) = (size, read_only);
    model.set_filter(Filter { unit: own, ..Filter::default() });
    first_page(reader, days, &mut model)?;
    if own.is_some() && !desk::items(&model, own).is_empty() {
        model.overlay = Overlay::Desk(desk::Desk { unit: own, at: 0 });
    }
    Ok(model)
}

/// The newest entries of the task that is selected alone: what the first screen shows of them.
///
/// # Errors
/// What the store says.
fn first_page(reader: &Reader, days: Days, model: &mut Model) -> Result<(), StoreError> {
    let (task, unit) = (model.selected, model.filter.unit);
    let of = PageOf { task: Some(task), unit, ..PageOf::all(days.when()) };
    model.newest = [(task, reader.page(&of, workers::AT_HAND)?)].into();
    model.newest_of = unit;
    Ok(())
}

/// The model as it is shown first: all tasks, or the view that was named.
pub(super) fn first_look(context: &Context, reader: &Reader, days: Days) -> Result<Model, Error> {
    let read_only = reader.is_read_only();
    let mut model = begin(reader, days, (context.lang, context.actor()), ((80, 24), read_only))?;
    if let Some(view) = &context.view {
        // A view may ask about any unit and any number.
        let whole = workers::load(reader, days, None, &context.actor().name)?;
        model.snapshot = std::sync::Arc::new(whole.snapshot);
        let filter = context.view(reader, &model.snapshot, view)?;
        model.set_filter(filter);
        first_page(reader, days, &mut model)?;
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
