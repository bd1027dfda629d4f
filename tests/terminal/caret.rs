//! Where input methods look: the real cursor stands at the caret in every frame while something is typed.

use crate::office::{Office, READY};
use crate::pty::Pty;

/// Laid out two cells wide, drawn one cell wide by this terminal.
const AMBIGUOUS: &str = "“”‘’—…·";

/// What stands at the left of the cursor, over the second half of a glyph.
fn left_of_cursor(screen: &vt100::Screen) -> String {
    let (row, column) = screen.cursor_position();
    let cell = |back: u16| column.checked_sub(back).and_then(|at| screen.cell(row, at));
    match cell(1) {
        Some(half) if half.is_wide_continuation() => cell(2).map(|c| c.contents().to_owned()),
        Some(half) if half.contents().trim().is_empty() => {
            cell(2).map(|c| c.contents().to_owned()).filter(|c| !c.is_empty() && AMBIGUOUS.contains(c))
        }
        Some(cell) => Some(cell.contents().to_owned()),
        None => None,
    }
    .unwrap_or_default()
}

/// Holds that in every frame since the mark the cursor is seen behind one of these.
#[track_caller]
fn assert_caret(pty: &Pty, mark: usize, behind: &str, at_least: usize) {
    let raw = String::from_utf8(pty.raw()).unwrap();
    let (rows, columns) = pty.screen(vt100::Screen::size);
    let mut eye = vt100::Parser::new(rows, columns, 0);
    let (mut read, mut frames) = (0, 0);
    for frame in raw.split_inclusive("\x1b[?2026l") {
        eye.process(frame.as_bytes());
        read += frame.len();
        if read > mark && frame.ends_with("\x1b[?2026l") {
            let screen = eye.screen();
            assert!(!screen.hide_cursor(), "hidden in frame {frames}:\n{}", screen.contents());
            let left = left_of_cursor(screen);
            assert!(
                !left.is_empty() && behind.contains(&left),
                "frame {frames} has the cursor at {:?} behind {left:?}, not {behind:?}:\n{}",
                screen.cursor_position(),
                screen.contents()
            );
            frames += 1;
        }
    }
    assert!(frames >= at_least, "{frames} frames");
}

/// Types text whose every character may stand before the caret, while others report.
fn type_and_be_disturbed(office: &Office, pty: &mut Pty, text: &str, seen: &str) {
    // The first report turns a light, which the head counts and the list shows.
    let behind = usize::from(seen == "甲");
    // What was opened may be drawn once more as soon as something comes to be known of it.
    pty.settle(std::time::Duration::from_millis(400));
    let mark = pty.mark();
    for c in text.chars() {
        pty.send(c.to_string());
        pty.wait_for(text, |screen| left_of_cursor(screen) == c.to_string());
    }
    let last = text.chars().last().unwrap().to_string();
    assert_caret(pty, mark, text, 1);
    let mark = pty.mark();
    for round in 0..2 {
        office.report("1", "yfzxb", &format!("{seen}{round}"));
        std::thread::sleep(std::time::Duration::from_millis(150));
    }
    if behind > 0 {
        pty.wait_raw(mark, "a frame", |raw| crate::office::contains(raw, "\x1b[?2026l"));
    }
    std::thread::sleep(std::time::Duration::from_millis(250));
    assert_caret(pty, mark, &last, behind);
    // In the middle too: three to the left.
    let before: String = text.chars().rev().skip(3).take(1).collect();
    pty.send("\x1b[D\x1b[D\x1b[D");
    pty.wait_for("the caret moved", |screen| left_of_cursor(screen) == before);
    let mark = pty.mark();
    office.report("2", "sfj", &format!("{seen}又来"));
    std::thread::sleep(std::time::Duration::from_millis(250));
    assert_caret(pty, mark, &before, 0);
    pty.send("\x1b[F");
}

#[test]
fn the_cursor_is_at_the_caret_in_every_frame() {
    let office = Office::new();
    let mut pty = office.opened();
    // Every character once, so that each is known by itself; the sixty columns and more wrap.
    let wrapped =
        "本期新收行政复议案件12,审结率达到百分之七十五以上调解和3次全部按时反馈给有关责任单位并督促整改落实x";
    pty.send("14a");
    pty.wait_for_text("填报 14 县司法局");
    // Over the main screen, where others' reports change what is behind it.
    type_and_be_disturbed(&office, &mut pty, "受理a案“结”13件", "甲");
    pty.send("\t");
    pty.wait_for_text("进展情况");
    type_and_be_disturbed(&office, &mut pty, wrapped, "乙");
    for _ in 0..4 {
        pty.send("\t");
        pty.settle(std::time::Duration::from_millis(100));
    }
    type_and_be_disturbed(&office, &mut pty, "嵊司〔2025〕18号关于报送半年工作总结的函附件一览表", "丙");
    pty.send("\x07");
    pty.wait_for_text(READY);
    pty.send("/");
    pty.wait_for_text("搜索");
    type_and_be_disturbed(&office, &mut pty, "复议x案", "丁");
    pty.send("\x07u");
    pty.wait_for_text("名称");
    type_and_be_disturbed(&office, &mut pty, "县司法sfj", "戊");
}
