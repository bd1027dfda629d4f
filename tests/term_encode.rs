//! Frames: whatever was on the screen, after a frame it is exactly the next one, and the frame is short.

#[path = "support/vt.rs"]
mod vt;

use duban::tui::term::Encoder;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use vt::Strict;

fn buffer(w: u16, h: u16) -> Buffer {
    Buffer::empty(Rect::new(0, 0, w, h))
}

fn cells(grapheme: &str) -> u16 {
    if grapheme.width() >= 2 || grapheme.width_cjk() >= 2 { 2 } else { 1 }
}

/// Lays text out as the views do.
fn put(b: &mut Buffer, mut x: u16, y: u16, text: &str, style: Style) {
    for g in text.graphemes(true) {
        let n = cells(g);
        if x + n > b.area.width || y >= b.area.height {
            break;
        }
        b[(x, y)].set_symbol(g).set_style(style);
        if n == 2 {
            b[(x + 1, y)].set_symbol(" ").set_style(style);
        }
        x += n;
    }
}

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

/// UTF-8 bytes of the glyphs that differ; the filler of a two-cell glyph counts nothing.
fn payload(prev: &Buffer, next: &Buffer) -> usize {
    let mut sum = 0;
    let mut filler = false;
    for (i, (a, b)) in prev.content.iter().zip(&next.content).enumerate() {
        if i % usize::from(next.area.width) == 0 {
            filler = false;
        }
        if std::mem::take(&mut filler) {
            continue;
        }
        filler = cells(b.symbol()) == 2;
        if a != b {
            sum += b.symbol().len();
        }
    }
    sum
}

fn budget(prev: &Buffer, next: &Buffer) -> usize {
    payload(prev, next) * 14 / 10 + 80
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
            let ink = !cell.contents().trim().is_empty() || cell.inverse() || cell.underline();
            let text = if cell.is_wide_continuation() { "" } else { cell.contents().trim() };
            let look = (cell.fgcolor(), cell.bold(), cell.dim(), cell.inverse(), cell.underline());
            let look = if ink || cell.is_wide_continuation() { format!("{look:?}") } else { String::new() };
            seen.push((text.to_owned(), format!("{:?} {look}", cell.bgcolor())));
        }
    }
    seen
}

fn style() -> impl Strategy<Value = Style> {
    let colors = [Color::Reset, Color::Red, Color::Green, Color::DarkGray, Color::White];
    let modifiers = [
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::UNDERLINED,
        Modifier::BOLD.union(Modifier::REVERSED),
    ];
    let (fg, bg) = (proptest::sample::select(colors.to_vec()), proptest::sample::select(colors.to_vec()));
    prop_oneof![
        4 => Just(Style::default()),
        3 => (fg, bg, proptest::sample::select(modifiers.to_vec()))
            .prop_map(|(fg, bg, m)| Style::default().fg(fg).bg(bg).add_modifier(m)),
    ]
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
    Popup(u16, u16, u16, u16, Style),
    Clear,
    Row(u16),
}

fn act() -> impl Strategy<Value = Act> {
    let word = || proptest::sample::select(WORDS.to_vec());
    prop_oneof![
        8 => (0_u16..26, 0_u16..6, word(), style()).prop_map(|(x, y, w, s)| Act::Put(x, y, w, s)),
        3 => (0_u16..24, 0_u16..5, 1_u16..12, 1_u16..5, style()).prop_map(|(x, y, w, h, s)| Act::Popup(x, y, w, h, s)),
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
        Act::Popup(x, y, w, h, style) => popup(b, Rect::new(x, y, w, h).intersection(b.area), style),
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
            acts.iter().for_each(|act| apply(&mut now, act));
            let caret = caret.map(|(x, y)| Position::new(u16::from(x) % w, u16::from(y) % h));
            (now.clone(), caret)
        }).collect();
        check(&screens, colour);
    }
}

const OFFICIAL: &str = include_str!("../data/official.txt");

/// Believable text, from the official document, one long line.
fn prose() -> Vec<char> {
    OFFICIAL.chars().filter(|c| !c.is_whitespace()).collect()
}

fn line(text: &[char], from: usize, width: u16) -> String {
    let mut used = 0;
    text.iter()
        .cycle()
        .skip(from % text.len())
        .take_while(|c| {
            used += cells(&c.to_string());
            used <= width
        })
        .collect()
}

const LIGHTS: [(&str, Color); 4] =
    [("红", Color::Red), ("黄", Color::Yellow), ("绿", Color::Green), ("灰", Color::DarkGray)];

/// A main screen: head, groups at the left, list and detail at the right, footer.
fn main_screen(w: u16, h: u16, chosen: u16, top: usize) -> Buffer {
    let (text, mut b) = (prose(), buffer(w, h));
    let (plain, bold) = (Style::default(), Style::default().add_modifier(Modifier::BOLD));
    put(&mut b, 0, 0, "督办 嵊政办发〔2022〕70号 截至2025-06-24", bold);
    put(
        &mut b,
        0,
        1,
        "单位:县司法局 角色:牵头  7/21项   c清除         第3期 应报21 已报16 待审4 剩1天",
        plain,
    );
    let list = (h - 3) / 2;
    for i in 0..h - 3 {
        let y = i + 2;
        put(&mut b, 1, y, &line(&text, 400 + usize::from(i) * 31, 16), plain);
        put(&mut b, 18, y, &format!("{:>3}", i % 12), plain);
        if i < list {
            let number = usize::from(i) + top;
            let mark = if i == chosen { ">" } else { " " };
            put(&mut b, 25, y, mark, plain);
            let style = if i == chosen { plain.add_modifier(Modifier::REVERSED) } else { plain };
            put(&mut b, 26, y, &format!("{number:>2}"), style);
            put(&mut b, 29, y, &line(&text, 900 + number * 77, w - 50), plain);
            let (light, color) = LIGHTS[number % 4];
            put(&mut b, w - 20, y, light, plain.fg(color).add_modifier(Modifier::BOLD));
            put(&mut b, w - 17, y, "正常推进", plain);
            put(&mut b, w - 8, y, "06-19", plain);
        } else {
            let from = 2000 + (usize::from(chosen) + top) * 501 + usize::from(i) * 53;
            put(&mut b, 25, y, &line(&text, from, w - 27), plain);
        }
    }
    put(&mut b, 0, h - 1, "a填报 e编辑 s状态 u单位 r角色 !预警 /搜索 o总览 z撤销 ?按键 q退出    王敏", plain);
    b
}

fn size(prev: &Buffer, next: &Buffer, caret: Option<Position>) -> usize {
    let mut encoder = Encoder::new(true);
    encoder.frame(prev, prev, caret, true);
    encoder.frame(prev, next, caret, false).len()
}

#[test]
fn believable_screens_stay_within_the_budget() {
    for (w, h) in [(80, 24), (120, 40), (200, 50), (60, 20)] {
        let empty = buffer(w, h);
        let first = main_screen(w, h, 0, 1);
        let bytes = Encoder::new(true).frame(&empty, &first, None, true).len();
        println!(
            "{w}x{h} first frame {bytes}, payload {}, budget {}",
            payload(&empty, &first),
            budget(&empty, &first)
        );
        assert!(bytes <= budget(&empty, &first), "{w}x{h} first frame {bytes}");
        for (name, next) in
            [("move", main_screen(w, h, 1, 1)), ("scroll", main_screen(w, h, 0, 9)), ("clear", buffer(w, h))]
        {
            let (bytes, allowed) = (size(&first, &next, None), budget(&first, &next));
            println!("{w}x{h} {name} {bytes}, payload {}, budget {allowed}", payload(&first, &next));
            assert!(bytes <= allowed, "{w}x{h} {name} {bytes} > {allowed}");
        }
    }
}

/// Random rows as people write them: runs of prose, some coloured, some rows empty.
fn random_screen() -> impl Strategy<Value = Buffer> {
    let run = (0_usize..20_000, 4_u16..60, style());
    proptest::collection::vec(proptest::collection::vec(run, 0..3), 24).prop_map(|rows| {
        let (text, mut b) = (prose(), buffer(80, 24));
        for (y, runs) in (0..).zip(rows) {
            let mut x = 0;
            for (from, width, style) in runs {
                put(&mut b, x, y, &line(&text, from, width), style);
                x += width;
            }
        }
        b
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn random_screens_stay_within_the_budget(a in random_screen(), b in random_screen(), part in 0_u16..24) {
        let mut next = a.clone();
        for y in 0..part {
            for x in 0..80 {
                next[(x, y)] = b[(x, y)].clone();
            }
        }
        let caret = Some(Position::new(3, 3));
        let (bytes, allowed) = (size(&a, &next, caret), budget(&a, &next));
        prop_assert!(bytes <= allowed, "{} > {}", bytes, allowed);
    }
}

#[test]
fn a_list_move_without_detail_is_tiny() {
    let (mut a, mut b) = (main_screen(80, 24, 3, 1), main_screen(80, 24, 3, 1));
    for (screen, chosen) in [(&mut a, 5), (&mut b, 6)] {
        for y in [5, 6] {
            put(screen, 25, y, if y == chosen { ">" } else { " " }, Style::default());
            let reverse = Style::default().add_modifier(Modifier::REVERSED);
            let plain = Style::default().remove_modifier(Modifier::REVERSED);
            put(screen, 26, y, "14", if y == chosen { reverse } else { plain });
        }
    }
    let bytes = size(&a, &b, None);
    println!("list move {bytes}, payload {}", payload(&a, &b));
    assert!(bytes <= 80, "{bytes}");
}

#[test]
fn typing_a_hanzi_is_cheap_at_the_end_and_in_the_middle() {
    let text: String = line(&prose(), 3000, 60);
    let hanzi: Vec<&str> = text.graphemes(true).filter(|g| g.width() == 2).collect();
    let mut before = buffer(80, 24);
    put(&mut before, 2, 6, &hanzi[..28].concat(), Style::default());
    let after = |at: usize| {
        let mut b = before.clone();
        let mut typed = hanzi[..28].to_vec();
        typed.insert(at, "督");
        put(&mut b, 2, 6, &typed.concat(), Style::default());
        b
    };
    for at in [28, 14] {
        let column = 2 + 2 * u16::try_from(at).unwrap();
        let mut encoder = Encoder::new(true);
        encoder.frame(&before, &before, Some(Position::new(column, 6)), true);
        let bytes = encoder.frame(&before, &after(at), Some(Position::new(column + 2, 6)), false).len();
        println!("hanzi typed at {at}: {bytes}");
        assert!(bytes <= 150, "{bytes}");
    }
    // Only the caret moves.
    let mut encoder = Encoder::new(true);
    encoder.frame(&before, &before, Some(Position::new(2, 6)), true);
    let bytes = encoder.frame(&before, &before, Some(Position::new(4, 6)), false);
    println!("caret moved: {}", bytes.len());
    assert!(bytes.len() <= 30);
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
