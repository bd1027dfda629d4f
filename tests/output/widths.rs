//! Rows stay put in terminals that draw ambiguous characters narrow and in those that draw them wide.

use duban::text::{cells, is_ambiguous};
use duban::tui::term::Encoder;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use rustix::process::Signal;

use crate::film::{Film, frames, seen};
use crate::office::{Office, report, side_by_side, soaked};
use crate::paint::{buffer, put};
use crate::pty::Pty;
use crate::random::Dice;
use crate::screen::Screen;
use crate::twins::Twins;

/// Feeds what was written since the mark; the new mark.
fn feed(pty: &Pty, twins: &mut Twins, film: &mut Film, mark: usize) -> usize {
    let raw = pty.since(mark);
    for frame in frames(&raw) {
        twins.frame(&frame);
        film.frame(&frame, "on the way");
    }
    mark + raw.len()
}

#[test]
fn every_row_is_the_same_in_narrow_and_in_wide_terminals() {
    side_by_side([(80, 24), (60, 20), (120, 40)], |(cols, rows)| {
        let office = Office::new();
        let mut pty = office.open(cols, rows);
        let (mut twins, mut film) = (Twins::new(cols, rows), Film::new(cols, rows));
        let mut mark = 0;
        // The titles of tasks 5, 10 and 21, the texts and every page hold ambiguous characters.
        for keys in [
            "",
            "5",
            "]",
            "\r",
            "\r",
            "[10",
            "\x1b[6~",
            "21",
            "e",
            "\x1b[F“",
            "\x07",
            "A—·",
            "\x07",
            "a……",
            "\x07",
        ] {
            pty.send(keys);
            pty.settle(std::time::Duration::from_millis(150));
            mark = feed(&pty, &mut twins, &mut film, mark);
            twins.seen();
        }
        let ambiguous = (0..rows).any(|y| is_ambiguous(&twins.wide.text(y.into())));
        assert!(ambiguous, "nothing to try it on");
        film.end();
    });
}

#[test]
fn a_thousand_random_actions_leave_what_a_fresh_drawing_gives() {
    let office = Office::new();
    let mut dice = Dice::new(7);
    let mut pty = office.open(80, 24);
    let (mut cols, mut rows) = (80, 24);
    let (mut twins, mut film) = (Twins::new(cols, rows), Film::new(cols, rows));
    let mut mark = 0;
    for round in 0..usize::try_from(soaked(10, 100)).unwrap() {
        for _ in 0..100 {
            pty.send(dice.keys());
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        quiet(&pty);
        mark = feed(&pty, &mut twins, &mut film, mark);
        let shown = (twins.seen(), pty.screen(seen));
        // A signal without a new size draws everything anew, whatever is open.
        let before = pty.mark();
        pty.signal(Signal::WINCH);
        pty.wait_raw(before, "drawn anew", |raw| !frames(raw).is_empty());
        mark = feed(&pty, &mut twins, &mut film, mark);
        let fresh = (twins.seen(), pty.screen(seen));
        assert!(shown == fresh, "round {round} at {cols}x{rows}:\n{}", pty.screen(vt100::Screen::contents));
        if round % 2 == 1 {
            (cols, rows) = [(61, 20), (121, 33), (80, 25), (44, 12), (80, 24)][round / 2 % 5];
            let before = pty.mark();
            pty.resize(cols, rows);
            pty.wait_raw(before, "drawn anew", |raw| !frames(raw).is_empty());
            mark = before;
            twins = Twins::new(cols, rows);
            film.resize(cols, rows);
        }
    }
    film.end();
}

#[test]
fn after_every_one_of_a_thousand_actions_the_screen_is_as_drawn_afresh() {
    for seed in 1..=soaked(2, 20) {
        let mut dice = Dice::new(seed);
        let mut screen = Screen::new(80, 24);
        let unit = screen.plan().unit_by_code("yfzxb").is_some();
        assert!(unit);
        for task in (1..=21).chain([1, 5, 10, 14, 21]) {
            screen
                .keys(&task.to_string())
                .keys("a")
                .bytes(report(task, 60 + task * 7 % 90).as_bytes())
                .keys("<Enter>");
        }
        let sizes = [(80, 24), (79, 24), (61, 20), (121, 33), (44, 12)];
        let mut size = sizes[0];
        let (mut twins, mut film) = (Twins::new(size.0, size.1), Film::new(size.0, size.1));
        let (mut encoder, mut shown) = (Encoder::new(true), buffer(0, 0));
        for n in 0..500 {
            let keys = dice.keys();
            let resized = dice.roll(40) == 0;
            if resized {
                size = sizes[dice.roll(sizes.len())];
                screen.resize(size.0, size.1);
                twins = Twins::new(size.0, size.1);
                film.resize(size.0, size.1);
            } else {
                screen.bytes(keys.as_bytes());
            }
            let mut next = buffer(size.0, size.1);
            let caret = duban::tui::view::draw(&screen.model, &mut next);
            let frame = encoder.frame(&shown, &next, caret, resized);
            twins.frame(&frame);
            film.frame(&frame, keys);
            let mut fresh = Twins::new(size.0, size.1);
            fresh.frame(&Encoder::new(true).frame(&next, &next, caret, true));
            assert!(twins.seen() == fresh.seen(), "action {n}, {keys:?} at {size:?}:\n{}", screen.text());
            for twin in [&twins.narrow, &twins.wide] {
                assert_eq!(twin.cursor_shown, caret.is_some());
                assert!(
                    caret.is_none_or(|at| twin.cursor == (at.x.into(), at.y.into())),
                    "caret after {keys:?}"
                );
            }
            shown = next;
        }
        film.end();
    }
}

/// Waits until nothing more is drawn: longer than a frame may have to wait, and than a draft is gathered before it is
/// kept and the form says so.
fn quiet(pty: &Pty) {
    pty.rest(std::time::Duration::from_millis(600));
}

/// Any text that can be stored, as one row.
fn row() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[县司法局复议案件年月日天项个]{1,6}",
        3 => "[，。；：、！？）》」』】”’…—·“‘（《「『【〔〕①℃×°★→│■]",
        3 => "[a-zA-Z0-9 ,.%]{1,6}",
        1 => "e\u{301}|👨‍👩‍👧|🇨🇳|⚠️|한국|が|Å|é|　|〔2022〕70号",
        2 => any::<char>().prop_map(|c| c.to_string()),
    ];
    proptest::collection::vec(piece, 0..9).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_layout_counts_is_what_the_cursor_moves(text in row()) {
        let text = duban::text::visible(&text).into_owned();
        let width = cells(&text);
        let mut next: Buffer = buffer(200, 1);
        put(&mut next, 0, 0, &text, Style::new());
        // A sign right behind the text: it must stand in the column that layout gives it.
        let behind = u16::try_from(width).unwrap();
        prop_assume!(behind < 198);
        put(&mut next, behind, 0, "|", Style::new());
        let mut twins = Twins::new(200, 1);
        twins.frame(&Encoder::new(true).frame(&buffer(200, 1), &next, None, true));
        for seen in [&twins.narrow.seen(), &twins.wide.seen()] {
            prop_assert_eq!(&seen[0][width].text, "|", "{:?} at {}", text, width);
        }
        twins.seen();
    }
}
