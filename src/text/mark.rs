//! Finds the numbers that matter in official text: targets, dates, counts. Owns what is marked for the reader's
//! eye; refuses to understand it: paragraph numbers and document numbers are left out, and that is all.

use super::measure::measure;
use std::ops::Range;

/// The byte ranges to mark, in order: `100%`, `3.5`, `80天`, `到2025年底`, `2022年12月27日`, `2025-06-24`.
#[must_use]
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + start;
        let digits = digits_end(text, start);
        let (end, dated) = measured_end(text, digits);
        from = end;
        if listed(text, start, digits) {
            continue;
        }
        let until = text.get(..start).is_some_and(|before| dated && before.ends_with('到'));
        let start = if until { start - '到'.len_utf8() } else { start };
        match found.last_mut() {
            // Year, month and day are one date.
            Some(last)
                if last.end == start && text.get(last.clone()).is_some_and(|t| t.ends_with(['年', '月'])) =>
            {
                last.end = end;
            }
            _ => found.push(start..end),
        }
    }
    found
}

/// The end of the bare number that begins at `start`.
fn digits_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let digit_next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !(c.is_ascii_digit() || (matches!(c, '.' | '-' | '/' | ':') && digit_next)) {
            break;
        }
        end = at + c.len_utf8();
    }
    start + end
}

/// The end of what belongs to the number that ends at `digits`, and whether it is a year or part of a date.
fn measured_end(text: &str, digits: usize) -> (usize, bool) {
    let rest = text.get(digits..).unwrap_or_default();
    let (unit, after) = rest.split_at_checked(measure(rest)).unwrap_or((rest, ""));
    let dated = matches!(unit, "年" | "月" | "日");
    let part = after.chars().next().filter(|c| dated && matches!(c, '底' | '末' | '初'));
    (digits + unit.len() + part.map_or(0, char::len_utf8), dated)
}

/// Whether a number only counts paragraphs (`7.提升`) or documents (`〔2022〕70号`).
fn listed(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let digits = text.get(start..end).is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
    let heads_line = before.is_empty() || before.ends_with('\n');
    let paragraph = heads_line && digits && after.starts_with(['.', '、', '．']);
    paragraph || before.ends_with('〔') || (before.ends_with('〕') && after.starts_with('号'))
}

#[cfg(test)]
mod tests {
    use super::super::samples::{OFFICIAL, mixed};
    use super::*;
    use proptest::prelude::*;

    fn marked(text: &str) -> Vec<&str> {
        numbers(text).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn examples() {
        for (text, expected) in [
            ("", &[][..]),
            ("到2025年底,律师万人比不低于3.5。", &["到2025年底", "3.5"]),
            ("达到60%以上,达到100%", &["60%", "100%"]),
            ("“最多80天”并", &["80天"]),
            ("2022年12月27日", &["2022年12月27日"]),
            ("发布时间:2022-12-30 15:29", &["2022-12-30", "15:29"]),
            ("到2025年,实践”项目3个。", &["到2025年", "3个"]),
            ("(2021—2025年)", &["2021", "2025年"]),
            ("7.提升公共法律服务质量。\n14.加强3项", &["3项"]),
            ("嵊政办发〔2022〕70号", &[]),
            ("案件41件,占55.3%。投入30万元", &["41件", "55.3%", "30万元"]),
            ("2021年、2022年", &["2021年", "2022年"]),
            ("第一季度", &[]),
            (
                "41宗,30分钟、12小时,100余件,3千万,2万多人次",
                &["41宗", "30分钟", "12小时", "100余件", "3千万", "2万多人次"],
            ),
            ("2025年第2季度,3个月", &["2025年", "2季度", "3个月"]),
            ("0", &["0"]),
        ] {
            assert_eq!(marked(text), expected, "{text}");
        }
    }

    #[test]
    fn the_targets_of_the_official_text_are_marked() {
        let found = marked(OFFICIAL);
        for target in ["60%", "100%", "3个", "到2025年底", "5%", "80天", "3.5", "3%", "7%"] {
            assert!(found.contains(&target), "{target}");
        }
    }

    proptest! {
        #[test]
        fn ranges_are_in_order_and_hold_digits(text in mixed()) {
            let found = numbers(&text);
            prop_assert!(found.windows(2).all(|w| w[0].end <= w[1].start));
            for range in found {
                prop_assert!(text.get(range).is_some_and(|t| t.contains(|c: char| c.is_ascii_digit())));
            }
        }
    }
}
