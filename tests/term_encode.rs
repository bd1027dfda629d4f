//! Frames: whatever was on the screen, after a frame it is exactly the next one, and the frame is short.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/paint.rs"]
mod paint;
#[path = "support/vt.rs"]
mod vt;

use duban::tui::term::Encoder;
use paint::{buffer, cells, line, prose, put, style};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use vt::Strict;

/// Clears a box as the popup helper does: a glyph cut by its left edge goes.
fn popup(b: &mut Buffer, area: Rect, style: Style) {
    if area.is_empty() {
        return;
    }
    for y in area.top()..area.bottom().min(b.area.height) {
        if area.x > 0 && cells(b[(area.x - 1, y)].symbol()) == 2 {
            b[(area.x - 1, y)].set_symbol(" ");
        }
        for x in area.left()..area.right().min(b.area.width) {
            b[(x, y)].reset();
            b[(x, y)].set_style(style);
        }
        let bar = "-".repeat(usize::from(area.width));
        let text = if y == area.y || y + 1 == area.bottom() { bar.as_str() } else { "|通知“急”" };
        let cut: String = text
            .graphemes(true)
            .scan(0, |n, g| {
                *n += cells(g);
                (*n <= area.width).then_some(g)
            })
            .collect();
        put(b, area.x, y, &cut, style);
    }
}

/// Sends `frames` to strict terminals of both kinds and to vt100, and compares with a fresh full repaint.
fn check(screens: &[(Buffer, Option<Position>)], colour: bool) {
    let area = screens[0].0.area;
    for wide in [false, true] {
        let (mut encoder, mut term) = (Encoder::new(colour), Strict::new(area.width, area.height, wide));
        let mut old = vt100_parser(area);
        let mut prev = buffer(area.width, area.height);
        for (i, (next, caret)) in screens.iter().enumerate() {
            let bytes = encoder.frame(&prev, next, *caret, i == 0);
            term.frame(&bytes);
            let full = Encoder::new(colour).frame(&prev, next, *caret, true);
            let mut fresh = Strict::new(area.width, area.height, wide);
            fresh.frame(&full);
            assert_eq!(term.seen(), fresh.seen(), "wide {wide}, step {i}: {:?}", String::from_utf8(bytes));
            assert_eq!(term.cursor_shown, caret.is_some());
            if let Some(at) = caret {
                assert_eq!(term.cursor, (at.x.into(), at.y.into()));
            }
            assert_eq!(encoder.frame(next, next, *caret, false), b"", "an unchanged screen costs nothing");
            if !wide {
                let mut new = vt100_parser(area);
                new.process(&full);
                old.process(&bytes);
                assert_eq!(vt100_seen(&old), vt100_seen(&new), "vt100, step {i}");
            }
            prev = next.clone();
        }
    }
}

fn vt100_parser(area: Rect) -> vt100::Parser {
    let size = |n: u16| std::num::NonZeroU16::new(n).unwrap();
    vt100::Parser::new(size(area.height), size(area.width), 0)
}

fn vt100_seen(parser: &vt100::Parser) -> Vec<(String, String)> {
    let (rows, cols) = parser.screen().size();
    let mut seen = Vec::new();
    for y in 0..rows.get() {
        for x in 0..cols.get() {
            let cell = parser.screen().cell(y, x).unwrap();
            let text = if cell.is_wide_continuation() { "" } else { cell.contents().trim() };
            let look = (cell.fgcolor(), cell.bold(), cell.dim(), cell.inverse(), cell.underline());
            seen.push((text.to_owned(), format!("{:?} {look:?}", cell.bgcolor())));
        }
    }
    seen
}

const WORDS: [&str; 16] = [
    "督",
    "县司法局",
    "a",
    "14",
    " ",
    "    ",
    "“互联网+”",
    "—",
    "…",
    "①②",
    "e\u{301}",
    "推进 依法",
    "%",
    "，。",
    "⚠\u{fe0f}",
    "-----",
];

#[derive(Debug, Clone)]
enum Act {
    Put(u16, u16, &'static str, Style),
    Popup(Rect, Style),
    Clear,
    Row(u16),
}

fn act() -> impl Strategy<Value = Act> {
    let word = || proptest::sample::select(WORDS.to_vec());
    prop_oneof![
        8 => (0_u16..26, 0_u16..6, word(), style()).prop_map(|(x, y, w, s)| Act::Put(x, y, w, s)),
        3 => (0_u16..24, 0_u16..5, 1_u16..12, 1_u16..5, style()).prop_map(|(x, y, w, h, s)| Act::Popup(Rect::new(x, y, w, h), s)),
        1 => Just(Act::Clear),
        2 => (0_u16..6).prop_map(Act::Row),
    ]
}

fn apply(b: &mut Buffer, act: &Act) {
    match *act {
        Act::Put(x, y, word, style) if x < b.area.width && y < b.area.height => {
            if x > 0 && cells(b[(x - 1, y)].symbol()) == 2 {
                b[(x - 1, y)].set_symbol(" ");
            }
            put(b, x, y, word, style);
        }
        Act::Popup(area, style) => popup(b, area.intersection(b.area), style),
        Act::Row(y) if y < b.area.height => {
            for x in 0..b.area.width {
                b[(x, y)].reset();
            }
        }
        Act::Clear => b.reset(),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_frame_equals_a_fresh_screen(
        w in 1_u16..26,
        h in 1_u16..6,
        steps in proptest::collection::vec((proptest::collection::vec(act(), 0..6), any::<Option<(u8, u8)>>()), 1..8),
        colour in any::<bool>(),
    ) {
        let mut now = buffer(w, h);
        let screens: Vec<_> = steps.iter().map(|(acts, caret)| {
            for act in acts {
                apply(&mut now, act);
            }
            let caret = caret.map(|(x, y)| Position::new(u16::from(x) % w, u16::from(y) % h));
            (now.clone(), caret)
        }).collect();
        check(&screens, colour);
    }
}

#[test]
fn popups_at_every_place_and_width_come_and_go() {
    let mut behind = buffer(24, 3);
    for y in 0..3 {
        put(&mut behind, y % 2, y, &line(&prose(), 700 + usize::from(y) * 40, 23), Style::default());
    }
    put(&mut behind, 0, 1, "“互联网+”监管——执法", Style::default().fg(Color::Red));
    for x in 0..24 {
        for width in 1..=24 - x {
            let mut over = behind.clone();
            popup(&mut over, Rect::new(x, 0, width, 3), Style::default().bg(Color::Blue));
            check(&[(behind.clone(), None), (over.clone(), None), (behind.clone(), None)], true);
            let mut term = Strict::new(24, 3, false);
            term.frame(&Encoder::new(true).frame(&behind, &over, None, true));
            let seen = term.seen();
            for (at, cell) in seen[0].iter().enumerate().skip(x.into()).take(width.into()) {
                assert_eq!(cell.text, "-", "border at {at} of a popup at {x}, {width} wide");
            }
        }
    }
}

#[test]
fn a_border_drawn_over_half_a_glyph_without_care_is_still_seen() {
    let (mut under, mut over) = (buffer(10, 1), buffer(10, 1));
    put(&mut under, 0, 0, "督办督办督", Style::default());
    put(&mut over, 0, 0, "督办督办督", Style::default());
    over[(3, 0)].set_symbol("|");
    let mut term = Strict::new(10, 1, false);
    let mut encoder = Encoder::new(true);
    term.frame(&encoder.frame(&under, &under, None, true));
    term.frame(&encoder.frame(&under, &over, None, false));
    assert_eq!(term.text(0), "督 |督办督");
}

#[test]
fn no_colour_keeps_what_is_reversed() {
    let mut next = buffer(10, 1);
    put(&mut next, 0, 0, "红", Style::default().fg(Color::Red).add_modifier(Modifier::REVERSED));
    let bytes = Encoder::new(false).frame(&buffer(10, 1), &next, None, true);
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\x1b[7m红\x1b[m"), "{text:?}");
}

#[test]
fn empty_sizes_are_no_trouble() {
    for (w, h) in [(0, 0), (0, 5), (5, 0), (1, 1)] {
        let b = buffer(w, h);
        let bytes = Encoder::new(true).frame(&b, &b, Some(Position::new(3, 3)), true);
        assert!(bytes.starts_with(b"\x1b[?2026h") && bytes.ends_with(b"\x1b[?2026l"));
    }
}
