//! The caret editor: moves, deletions, undo.

use super::super::samples::OFFICIAL;
use super::*;

fn many(text: &str) -> Editor {
    Editor::new(text, Lines::Many, 100_000)
}

/// The text with the caret as `|`.
fn shown(editor: &Editor) -> String {
    let (before, after) = editor.text().split_at(editor.caret());
    format!("{before}|{after}")
}

#[test]
fn typing_and_removing_by_grapheme() {
    let mut e = many("");
    assert_eq!(e.insert("复议"), Edit::Done);
    assert_eq!(e.insert("e"), Edit::Done);
    assert_eq!(e.insert("\u{301}"), Edit::Done);
    assert_eq!((e.text(), e.chars()), ("复议e\u{301}", 4));
    assert!(e.left());
    assert_eq!(shown(&e), "复议|e\u{301}");
    assert_eq!(e.delete(), Edit::Done);
    assert_eq!(e.delete(), Edit::Nothing);
    assert_eq!(e.backspace(), Edit::Done);
    assert_eq!(shown(&e), "复|");
    assert_eq!(e.newline(), Edit::Done);
    assert_eq!(shown(&e), "复\n|");
    assert_eq!(e.chars(), 2);
}

#[test]
fn a_caret_never_splits_what_joined() {
    let mut e = many("\u{301}x");
    e.first();
    assert_eq!(e.insert("e"), Edit::Done);
    assert_eq!(e.caret(), 3);
    let mut e = many("🇨x🇳");
    e.set_caret(5);
    assert_eq!(e.backspace(), Edit::Done);
    assert_eq!(e.caret(), 8);
}

#[test]
fn one_line_stays_one_line() {
    let mut e = Editor::new("一\n二", Lines::One, 9);
    assert_eq!(e.text(), "一 二");
    assert_eq!(e.newline(), Edit::Nothing);
    assert_eq!(e.paste("三\r\n四"), Edit::Done);
    assert_eq!(e.text(), "一 二三 四");
}

#[test]
fn too_long_and_unsafe_are_refused_whole() {
    let mut e = Editor::new("一二三", Lines::Many, 5);
    assert_eq!(e.paste("四五六"), Edit::Full { room: 2 });
    assert!(matches!(e.insert("\u{202E}"), Edit::Refused(u) if u.ch == '\u{202E}'));
    assert_eq!((e.text(), e.revision()), ("一二三", 0));
    assert_eq!(e.paste("四五"), Edit::Done);
    assert_eq!(e.insert("六"), Edit::Full { room: 0 });
    assert!(!many("").undo());
    let mut long = Editor::new("一二三四", Lines::Many, 2);
    assert_eq!(long.insert("五"), Edit::Full { room: 0 });
    assert_eq!(long.backspace(), Edit::Done);
    assert_eq!(Editor::new("a\u{202E}b", Lines::Many, 9).text(), "a<U+202E>b");
}

#[test]
fn words() {
    let mut e = many("受理 GDP增长5%,审结。");
    let mut stops = Vec::new();
    while e.word_left() {
        stops.push(shown(&e));
    }
    assert_eq!(
        stops,
        [
            "受理 GDP增长5%,|审结。",
            "受理 GDP增长|5%,审结。",
            "受理 GDP|增长5%,审结。",
            "受理 |GDP增长5%,审结。",
            "|受理 GDP增长5%,审结。"
        ]
    );
    let mut stops = Vec::new();
    while e.word_right() {
        stops.push(shown(&e));
    }
    let expected = [
        "受理| GDP增长5%,审结。",
        "受理 GDP|增长5%,审结。",
        "受理 GDP增长|5%,审结。",
        "受理 GDP增长5|%,审结。",
        "受理 GDP增长5%,审结|。",
        "受理 GDP增长5%,审结。|",
    ];
    assert_eq!(stops, expected);
}

#[test]
fn rows_columns_and_the_end_of_a_wrapped_row() {
    let mut e = many("一二三四五\n六\n七八九");
    let cells = |e: &Editor| e.caret_cell(6);
    assert_eq!(e.rows(6).len(), 4);
    e.first();
    assert!(!e.up(6) && e.end(6));
    assert_eq!((e.caret(), cells(&e)), (9, (0, 6)));
    assert!(!e.end(6));
    assert!(e.down(6));
    assert_eq!(cells(&e), (1, 4));
    assert!(e.down(6));
    assert_eq!(cells(&e), (2, 2));
    assert!(e.down(6));
    assert_eq!((cells(&e), e.down(6)), ((3, 6), false));
    assert!(e.up(6) && e.up(6) && e.up(6));
    assert_eq!(cells(&e), (0, 6));
    assert!(e.home(6));
    assert_eq!((e.caret(), cells(&e)), (0, (0, 0)));
    e.set_caret(9);
    assert_eq!(cells(&e), (1, 0));
    assert!(e.end(6));
    assert_eq!((e.caret(), cells(&e)), (15, (1, 4)));
    assert!(e.right());
    assert_eq!(cells(&e), (2, 0));
}

#[test]
fn typing_at_the_end_of_a_wrapped_row_goes_on_below() {
    let mut e = many("一二三四");
    e.first();
    e.end(4);
    assert_eq!(e.insert("新"), Edit::Done);
    assert_eq!((e.text(), e.caret_cell(4)), ("一二新三四", (1, 2)));
}

#[test]
fn kill_to_the_end() {
    let mut e = many("一二\n三");
    e.set_caret(3);
    assert_eq!(e.kill_to_end(), Edit::Done);
    assert_eq!(shown(&e), "一|\n三");
    assert_eq!(e.kill_to_end(), Edit::Done);
    assert_eq!(shown(&e), "一|三");
    assert_eq!(e.kill_to_end(), Edit::Done);
    assert_eq!(e.kill_to_end(), Edit::Nothing);
    assert!(e.undo() && e.undo() && e.undo());
    assert_eq!(shown(&e), "一|二\n三");
}

fn undone(e: &mut Editor) -> Vec<String> {
    let mut texts = Vec::new();
    while e.undo() {
        texts.push(e.text().to_owned());
    }
    texts
}

fn type_each(e: &mut Editor, text: &str) {
    for c in text.chars() {
        assert_eq!(e.insert(&c.to_string()), Edit::Done);
    }
}

#[test]
fn undo_in_sensible_steps() {
    let mut e = many("");
    type_each(&mut e, "受理案件,审结");
    e.pause();
    type_each(&mut e, "完");
    assert_eq!(e.paste("一段,两句。"), Edit::Done);
    type_each(&mut e, "又");
    let full = e.text().to_owned();
    let expected = ["受理案件,审结完一段,两句。", "受理案件,审结完", "受理案件,审结", "受理案件,", ""];
    assert_eq!(undone(&mut e), expected);
    while e.redo() {}
    assert_eq!(e.text(), full);

    let mut e = many("");
    type_each(&mut e, &"字".repeat(45));
    assert_eq!(undone(&mut e).iter().map(|t| t.chars().count()).collect::<Vec<_>>(), [40, 20, 0]);

    let mut e = many("一二三四五六");
    e.set_caret(9);
    for _ in 0..2 {
        assert_eq!(e.backspace(), Edit::Done);
    }
    for _ in 0..2 {
        assert_eq!(e.delete(), Edit::Done);
    }
    assert_eq!(shown(&e), "一|六");
    assert_eq!(undone(&mut e), ["一四五六", "一二三四五六"]);
}

#[test]
fn a_move_ends_the_step_and_a_change_ends_redo() {
    let mut e = many("");
    type_each(&mut e, "甲乙");
    e.left();
    e.right();
    type_each(&mut e, "丙");
    assert!(e.undo());
    assert_eq!(e.text(), "甲乙");
    type_each(&mut e, "丁");
    assert!(!e.redo());
    assert_eq!(e.text(), "甲乙丁");
}

#[test]
fn moves_do_not_wrap_again() {
    let mut e = many(OFFICIAL);
    let lines = e.rows(54);
    assert_ne!(lines.len(), e.rows(30).len());
    let lines = e.rows(54);
    e.up(54);
    e.left();
    assert!(Arc::ptr_eq(&lines, &e.rows(54)));
    assert_eq!(e.insert("x"), Edit::Done);
    assert!(!Arc::ptr_eq(&lines, &e.rows(54)));
}

#[test]
fn a_move_among_ten_thousand_hanzi_wraps_nothing_anew() {
    let body: String = OFFICIAL.chars().filter(|c| *c != '\n').cycle().take(10_000).collect();
    let mut e = many(&body);
    e.set_caret(body.len() / 2);
    for _ in 0..100 {
        assert_eq!(e.insert("法"), Edit::Done);
        assert!(e.caret_cell(54).0 > 0);
    }
    let lines = e.rows(54);
    for _ in 0..100 {
        e.up(54);
    }
    assert!(Arc::ptr_eq(&lines, &e.rows(54)));
}
