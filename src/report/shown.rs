//! What every file shows of the model: texts made safe, cells as words, the colours of lights.
//!
//! Owns that a document says the same in each format. Refuses layout.

use jiff::civil::Date;

use super::doc::{Cell, Document, Page};
use super::part::parts;
use crate::ledger::{Light, parse_day};
use crate::strings::{Lang, paper};
use crate::text::{visible, visible_lines};

/// What stands in a cell, as words.
pub(super) fn cell(cell: &Cell, lang: Lang) -> String {
    visible_lines(&cell.shown(lang)).into_owned()
}

/// The lines beneath the title; one on a page that lies, where height is scarce.
pub(super) fn head(doc: &Document, lang: Lang) -> Vec<String> {
    let line = |(label, text): &(String, String)| {
        let [label, text] = [visible(label), visible(text)];
        if label.is_empty() { text.into_owned() } else { format!("{label}{}{text}", paper::COLON.say(lang)) }
    };
    let lines: Vec<String> = doc.head.iter().map(line).collect();
    let lies = parts(doc).first().is_some_and(|part| part.page == Page::Landscape);
    if lies && !lines.is_empty() { vec![lines.join("　")] } else { lines }
}

/// The day the document itself names, for the file's own date: never that of the machine.
pub(super) fn day(doc: &Document) -> Date {
    let named = doc.head.iter().map(|(_, text)| text).chain(&doc.foot);
    named.filter_map(|text| parse_day(text).ok()).next_back().unwrap_or(Date::constant(2000, 1, 1))
}

/// A light's colours as `RRGGBB`: pale behind its word, strong for a bar. Printed in black they differ less than
/// their words, so that no light is shown without its word.
pub(super) fn colours(light: Light) -> (&'static str, &'static str) {
    match light {
        Light::Red => ("F8C4C0", "C0392B"),
        Light::Yellow => ("FCEBAE", "D9A300"),
        Light::Green => ("CDE8CB", "3C8D40"),
        Light::Grey => ("E2E2E2", "9E9E9E"),
        Light::Pending => ("C9DDF3", "2F6DB5"),
        Light::Closed => ("F3F3F3", "5F6B76"),
    }
}

/// The colour of a bar that stands for no light.
pub(super) const PLAIN_BAR: &str = "44607C";

#[cfg(test)]
mod tests {
    use super::super::samples::bulletin;
    use super::*;

    #[test]
    fn cells_say_what_was_written() {
        for (is, zh, en) in [
            (Cell::Empty, "", ""),
            (Cell::Text("一\n\u{202E}二\u{FFFF}".into()), "一\n<U+202E>二<U+FFFF>", "一\n<U+202E>二<U+FFFF>"),
            (Cell::Count(21), "21", "21"),
            (Cell::Number("55.30".into(), "%".into()), "55.30%", "55.30%"),
            (Cell::Day(Date::constant(2025, 6, 24)), "2025-06-24", "2025-06-24"),
            (Cell::Light(Light::Red), "红", "red"),
        ] {
            assert_eq!((cell(&is, Lang::Zh), cell(&is, Lang::En)), (zh.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn the_day_is_the_last_one_that_head_and_foot_name() {
        let mut doc = bulletin();
        assert_eq!(day(&doc), Date::constant(2025, 7, 2));
        doc.foot.clear();
        assert_eq!(day(&doc), Date::constant(2025, 6, 30));
        doc.head.clear();
        assert_eq!(day(&doc), Date::constant(2000, 1, 1));
    }
}
