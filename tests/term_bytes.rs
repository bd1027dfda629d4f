//! How many bytes a frame may cost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/paint.rs"]
mod paint;

use duban::tui::term::Encoder;
use paint::{buffer, cells, line, prose, put, style};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

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
fn what_stands_below_its_like_costs_neither_an_address_nor_a_look_of_its_own() {
    let (mut before, mut after) = (main_screen(80, 24, 3, 1), main_screen(80, 24, 3, 1));
    for (screen, count, light) in [(&mut before, "7", "黄"), (&mut after, "3", "绿")] {
        for y in 2..12 {
            put(screen, 20, y, count, Style::default());
            put(screen, 60, y, light, Style::default().fg(Color::Green));
        }
    }
    // Ten digits with a line feed and a step back, ten hanzi with two steps; the frame, two addresses, one look.
    let bytes = size(&before, &after, None);
    assert!(bytes <= 10 * 3 + 10 * 6 + 16 + 6 + 2 * 8 + 8, "{bytes}");
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
