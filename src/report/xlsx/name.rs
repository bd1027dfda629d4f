//! Names of sheets. Owns what a spreadsheet demands of them: no more than 31 characters, none of seven signs, no two
//! alike.

use std::collections::BTreeSet;

use crate::strings::{Lang, paper};
use crate::text::{grapheme::graphemes, visible};

const UNITS: usize = 31;

/// The names given so far, in lower case.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// A name like the one wanted that no other sheet has.
    pub(super) fn take(&mut self, wanted: &str, lang: Lang) -> String {
        let safe: String = visible(wanted).chars().map(wide).collect();
        let mut safe = safe.trim_matches(['\'', ' ']).to_owned();
        // Spreadsheets keep this name for themselves.
        if safe.is_empty() || safe.eq_ignore_ascii_case("history") {
            safe = paper::SHEET_TABLE.with(lang, &[&(self.0.len() + 1).to_string()]);
        }
        for n in 1.. {
            let behind = if n == 1 { String::new() } else { format!(" ({n})") };
            let name = cut(&safe, UNITS - behind.len()).trim_end_matches(['\'', ' ']).to_owned() + &behind;
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
        }
        safe
    }
}

/// The seven signs in full width.
fn wide(c: char) -> char {
    match c {
        '[' => '［',
        ']' => '］',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '/' => '／',
        '\\' => '＼',
        c => c,
    }
}

/// As much of the beginning as so many UTF-16 units hold, no glyph cut in two.
fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let over = graphemes(text).find(|(_, grapheme)| {
        used += grapheme.encode_utf16().count();
        used > units
    });
    over.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_what_a_spreadsheet_takes() {
        let mut names = Names::default();
        let long = "一".repeat(40);
        for (wanted, given) in [
            ("任务/单位: [全部]?*\\", "任务／单位： ［全部］？＊＼"),
            ("ABC", "ABC"),
            ("abc", "abc (2)"),
            ("'引'", "引"),
            ("", "表5"),
            ("History", "表6"),
            (&long, &"一".repeat(31)),
            (&long, &format!("{} (2)", "一".repeat(27))),
        ] {
            assert_eq!(names.take(wanted, Lang::Zh), given);
        }
        assert_eq!(Names::default().take(" ", Lang::En), "Table 1");
    }

    proptest! {
        #[test]
        fn any_two_texts_name_two_sheets(one in any::<String>(), other in any::<String>()) {
            let mut names = Names::default();
            let taken = [names.take(&one, Lang::Zh), names.take(&other, Lang::Zh)];
            prop_assert_ne!(taken[0].to_lowercase(), taken[1].to_lowercase());
            for name in taken {
                prop_assert!(!name.is_empty() && name.encode_utf16().count() <= UNITS);
                prop_assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']));
                prop_assert!(!name.starts_with('\'') && !name.ends_with('\''));
            }
        }
    }
}
