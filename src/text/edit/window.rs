//! The part of a one-line text that a narrow field shows. Owns horizontal scrolling by whole graphemes; keeps no
//! state, so the same text, caret and width always look the same.

use super::super::grapheme::{ceil_boundary, graphemes};
use super::super::width::{cells, grapheme_cells};
use unicode_segmentation::UnicodeSegmentation;

/// The first byte shown, what is shown (at most `width` cells), and the caret's column in it (always less than
/// `width`, for a width of at least one). Some of what follows the caret stays in sight.
#[must_use]
pub fn window(text: &str, caret: usize, width: usize) -> (usize, &str, usize) {
    let caret = ceil_boundary(text, caret);
    let Some(room) = width.checked_sub(1) else { return (caret, "", 0) };
    let (before, after) = text.split_at_checked(caret).unwrap_or((text, ""));
    let mut start = 0;
    let mut col = cells(before);
    let ahead = cells(after);
    if col + ahead > room {
        let limit = room - ahead.min(width / 3);
        if col > limit {
            (start, col) = scrolled(before, limit);
        }
    }
    let shown = text.get(start..).unwrap_or_default();
    let mut used = 0;
    let fitting = graphemes(shown).take_while(|(_, grapheme)| {
        used += grapheme_cells(grapheme);
        used <= width
    });
    let length = fitting.last().map_or(0, |(at, grapheme)| at + grapheme.len());
    (start, shown.get(..length).unwrap_or_default(), col)
}

/// Where the last graphemes of `before` that fit into `limit` cells begin, and how many cells they take.
fn scrolled(before: &str, limit: usize) -> (usize, usize) {
    let (mut start, mut col) = (before.len(), 0);
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        let wide = grapheme_cells(grapheme);
        if col + wide > limit {
            break;
        }
        (start, col) = (at, col + wide);
    }
    (start, col)
}

#[cfg(test)]
mod tests {
    use super::super::super::grapheme::is_boundary;
    use super::super::super::samples::mixed;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn examples() {
        for (text, caret, width, expected) in [
            ("", 0, 5, (0, "", 0)),
            ("abc", 3, 4, (0, "abc", 3)),
            ("abc", 3, 3, (1, "bc", 2)),
            ("县司法局", 12, 9, (0, "县司法局", 8)),
            ("县司法局", 12, 8, (3, "司法局", 6)),
            ("县司法局", 0, 4, (0, "县司", 0)),
            ("县司法局行政", 9, 6, (6, "法局行", 2)),
            ("abc", 1, 1, (1, "b", 0)),
            ("abc", 1, 0, (1, "", 0)),
        ] {
            assert_eq!(window(text, caret, width), expected, "{text} at {caret} in {width}");
        }
    }

    proptest! {
        #[test]
        fn the_caret_is_in_sight(text in mixed(), caret in 0usize..300, width in 1usize..60) {
            let caret = ceil_boundary(&text, caret);
            let (start, shown, col) = window(&text, caret, width);
            prop_assert!(col < width && cells(shown) <= width);
            prop_assert!(start <= caret && is_boundary(&text, start) && is_boundary(&text, start + shown.len()));
            prop_assert_eq!(text.get(start..start + shown.len()), Some(shown));
            prop_assert_eq!(cells(text.get(start..caret).unwrap()), col);
        }
    }
}
