//! Random scripts of edits and moves.

use super::super::grapheme::is_boundary;
use super::super::samples::mixed;
use super::*;
use proptest::prelude::*;

/// Does the thing numbered `what`.
fn act(e: &mut Editor, what: u8, text: &str, width: usize) {
    let _ = match what {
        0 | 1 => e.insert(text),
        2 => e.paste(text),
        3 => e.newline(),
        4 | 5 => e.backspace(),
        6 => e.delete(),
        7 => e.kill_to_end(),
        8 => e.set(text),
        _ => Edit::Nothing,
    };
    match what {
        9 => e.left(),
        10 => e.right(),
        11 => e.word_left(),
        12 => e.word_right(),
        13 => e.home(width),
        14 => e.end(width),
        15 => e.up(width),
        16 => e.down(width),
        17 => e.set_caret(text.len()),
        18 => e.undo(),
        19 => e.redo(),
        _ => false,
    };
}

proptest! {
    // Each case is dozens of edits.
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_script_is_safe_and_can_be_taken_back(
        start in mixed(),
        script in prop::collection::vec((0u8..20, mixed(), 1usize..40), 0..40),
        one in any::<bool>(),
    ) {
        let kind = if one { Lines::One } else { Lines::Many };
        let mut e = Editor::new(&start, kind, 400);
        let first = e.text().to_owned();
        let longest = e.chars().max(400);
        for (what, text, width) in &script {
            act(&mut e, *what, text, *width);
            prop_assert!(is_boundary(e.text(), e.caret()), "after {}: {}", what, e.text());
            prop_assert_eq!(e.chars(), e.text().chars().count());
            prop_assert!(e.chars() <= longest && !(one && e.text().contains('\n')));
            let (row, col) = e.caret_cell(*width);
            let rows = e.rows(*width);
            prop_assert!(row < rows.len() && col <= rows[row].cells);
        }
        while e.redo() {}
        let end = (e.text().to_owned(), e.caret());
        let mut taken = 0;
        while e.undo() {
            taken += 1;
            prop_assert!(is_boundary(e.text(), e.caret()));
        }
        prop_assert_eq!(e.text(), first);
        while e.redo() {}
        prop_assert_eq!(e.text(), end.0.as_str());
        prop_assert!(taken == 0 || is_boundary(e.text(), e.caret()));
    }
}
