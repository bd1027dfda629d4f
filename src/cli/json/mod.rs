//! Machine output: fixed field names in a fixed order, codes instead of words, the same under any locale.

mod care;
mod config;
mod entries;
mod issued;
mod office;
mod operator;
mod plan;
mod tasks;
mod transfer;
mod verify;
mod views;

pub(super) use care::{backed_up, checked, erased, restored};
pub(super) use config::{lang_code, settings_found};
pub(super) use entries::{acted_row, deleted, entry_row, refused, reversed, version_row};
pub(super) use issued::issued_row;
pub(super) use office::{
    DueRow, closure_row, due_row, extension_row, missing, notice_row, period_row, setting_choices,
    setting_row, what_is_due,
};
pub(super) use operator::operator_row;
pub(super) use plan::{indicator_row, plan_card, unit_row};
pub(super) use tasks::{ListRow, list_row, overview, show_task, unit_status};
pub(super) use transfer::{imported, taken_in};
pub(super) use verify::verified;
pub(super) use views::view_row;

pub(super) use crate::report::json::{line, text};
