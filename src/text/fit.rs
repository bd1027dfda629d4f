//! Makes a text take exactly the cells it is given. Owns cutting and padding for columns; refuses to wrap.

use super::grapheme::graphemes;
use super::width::{cells, grapheme_cells};
use std::borrow::Cow;

/// What stands for the part cut off: ASCII, because an ellipsis is of ambiguous width.
const CUT: &str = "..";

/// The text if it fits into `max` cells, else as many whole graphemes as fit before `..`. Never wider than `max`.
#[must_use]
pub fn truncate(text: &str, max: usize) -> Cow<'_, str> {
    // No character takes more cells than bytes, so short texts need no measuring.
    if text.len() <= max || cells(text) <= max {
        return Cow::Borrowed(text);
    }
    let Some(room) = max.checked_sub(CUT.len()) else {
        return Cow::Borrowed(CUT.get(..max).unwrap_or_default());
    };
    let mut used = 0;
    let mut end = 0;
    for (at, grapheme) in graphemes(text) {
        used += grapheme_cells(grapheme);
        if used > room {
            break;
        }
        end = at + grapheme.len();
    }
    let mut out = String::with_capacity(end + CUT.len());
    out.push_str(text.get(..end).unwrap_or_default());
    out.push_str(CUT);
    Cow::Owned(out)
}

/// Exactly `width` cells, the text at the left.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    let mut out = truncate(text, width).into_owned();
    let gap = width.saturating_sub(cells(&out));
    out.extend(std::iter::repeat_n(' ', gap));
    // Some signs swallow the space after them into their own cluster; rare, so measured rather than foreseen.
    while !out.is_ascii() && cells(&out) < width {
        out.push(' ');
    }
    out
}

/// Exactly `width` cells, the text at the right.
#[must_use]
pub fn pad_left(text: &str, width: usize) -> String {
    let cut = truncate(text, width);
    let gap = width.saturating_sub(cells(&cut));
    let mut out = " ".repeat(gap);
    out.push_str(&cut);
    while !out.is_ascii() && cells(&out) < width {
        out.insert(0, ' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::grapheme::is_boundary;
    use super::super::samples::mixed;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cut() {
        for (text, max, expected) in [
            ("县司法局", 8, "县司法局"),
            ("县司法局", 7, "县司.."),
            ("县司法局", 6, "县司.."),
            ("县司法局", 5, "县.."),
            ("县司法局", 3, ".."),
            ("县司法局", 2, ".."),
            ("县司法局", 1, "."),
            ("县司法局", 0, ""),
            ("a", 0, ""),
            ("县", 1, "."),
            ("县", 2, "县"),
            ("推进“互联网”", 8, "推进“.."),
            ("abcdef", 5, "abc.."),
            ("", 0, ""),
            ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}.."),
        ] {
            assert_eq!(truncate(text, max), expected, "{text} in {max}");
        }
    }

    #[test]
    fn padded() {
        assert_eq!(pad("县府办", 8), "县府办  ");
        assert_eq!(pad("县司法局", 7), "县司.. ");
        assert_eq!(pad_left("7/17", 6), "  7/17");
        assert_eq!(pad_left("县司法局", 7), " 县司..");
    }

    #[test]
    fn what_fits_is_not_copied() {
        assert!(matches!(truncate("推进“互联网+”监管", 19), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn never_wider_and_cut_on_a_grapheme(text in mixed(), max in 0usize..80) {
            let cut = truncate(&text, max);
            prop_assert!(cells(&cut) <= max);
            if cut != text {
                let kept = cut.trim_end_matches('.').len();
                prop_assert!(max < 2 || cut.ends_with(".."));
                prop_assert!(text.starts_with(cut.get(..kept).unwrap()));
                prop_assert!(max < 2 || is_boundary(&text, cut.len() - 2));
            }
        }

        #[test]
        fn padding_is_exact(text in mixed(), width in 0usize..80) {
            prop_assert_eq!(cells(&pad(&text, width)), width);
            prop_assert_eq!(cells(&pad_left(&text, width)), width);
        }
    }
}
