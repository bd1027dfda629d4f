//! Machine output: fixed field names in a fixed order, codes instead of words, the same under any locale.

mod care;
mod config;
mod entries;
mod office;
mod plan;
mod tasks;
mod verify;

use std::fmt::Write as _;

use serde::Serialize;

pub(super) use care::{backed_up, checked, erased, restored};
pub(super) use config::{lang_code, settings_found};
pub(super) use entries::{deleted, entry_row, refused, reversed, version_row};
pub(super) use office::{
    DueRow, closure_row, due_row, extension_row, missing, notice_row, operator_row, period_row,
    setting_choices, setting_row, what_is_due,
};
pub(super) use plan::{indicator_row, plan_card, unit_row};
pub(super) use tasks::{ListRow, list_row, overview, show_task, unit_status};
pub(super) use verify::verified;

/// A value as indented JSON in which no character can do harm on a terminal: what JSON itself does not escape
/// (C1, direction marks, characters without ink) is written as `\u202e`.
pub(super) fn text(value: &impl Serialize) -> String {
    escape(&serde_json::to_string_pretty(value).unwrap_or_default())
}

/// The same on one line.
pub(super) fn line(value: &impl Serialize) -> String {
    escape(&serde_json::to_string(value).unwrap_or_default())
}

fn escape(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut bytes = [0; 4];
    let mut units = [0; 2];
    for ch in json.chars() {
        let whole = ch.encode_utf8(&mut bytes);
        if ch == '\n' || matches!(crate::text::visible(whole), std::borrow::Cow::Borrowed(_)) {
            out.push(ch);
        } else {
            for unit in ch.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
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
