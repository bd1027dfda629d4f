//! Saved views.

use serde::Serialize;

use crate::query::ViewRow;

/// An element of `view`.
#[derive(Serialize)]
pub(in crate::cli) struct ViewCard<'a> {
    number: u8,
    name: &'a str,
    conditions: Option<&'a str>,
    own: bool,
}

pub(in crate::cli) fn view_row(view: &ViewRow) -> ViewCard<'_> {
    ViewCard { number: view.number, name: &view.name, conditions: view.code.as_deref(), own: view.own }
}
