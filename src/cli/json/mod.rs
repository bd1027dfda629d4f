//! Machine output: fixed field names in a fixed order, codes instead of words, the same under any locale.

mod care;
mod entries;
mod office;
mod plan;
mod tasks;
mod transfer;
mod verify;

use serde::Serialize;

use crate::text::json_escaped;

pub(super) use care::{backed_up, checked, erased, restored};
pub(super) use entries::{deleted, entry_row, refused, reversed, version_row};
pub(super) use office::{
    DueRow, closure_row, due_row, extension_row, missing, notice_row, operator_row, period_row,
    setting_choices, setting_row, what_is_due,
};
pub(super) use plan::{indicator_row, plan_card, unit_row};
pub(super) use tasks::{ListRow, list_row, overview, show_task, unit_status};
pub(super) use transfer::{imported, taken_in};
pub(super) use verify::verified;

/// A value as indented JSON in which no character can do harm on a terminal: what JSON itself does not escape
/// (C1, direction marks, characters without ink) is written as `\u202e`.
pub(super) fn text(value: &impl Serialize) -> String {
    json_escaped(&serde_json::to_string_pretty(value).unwrap_or_default()).into_owned()
}

/// The same on one line.
pub(super) fn line(value: &impl Serialize) -> String {
    json_escaped(&serde_json::to_string(value).unwrap_or_default()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_raw_comes_through() {
        let hostile = "a\u{1b}[2J\u{9b}\u{202e}\u{200b}\u{e0041}\u{7f}\n中";
        let json = line(&hostile);
        assert_eq!(json, r#""a\u001b[2J\u009b\u202e\u200b\udb40\udc41\u007f\n中""#);
        assert_eq!(serde_json::from_str::<String>(&json).expect("still JSON"), hostile);
    }
}
