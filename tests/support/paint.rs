//! Buffers for tests, laid out as the views do it.
#![allow(dead_code, clippy::indexing_slicing)]

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub fn buffer(w: u16, h: u16) -> Buffer {
    Buffer::empty(Rect::new(0, 0, w, h))
}

pub fn cells(grapheme: &str) -> u16 {
    if grapheme.width() >= 2 || grapheme.width_cjk() >= 2 { 2 } else { 1 }
}

/// Lays text out as the views do.
pub fn put(b: &mut Buffer, mut x: u16, y: u16, text: &str, style: Style) {
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

pub fn style() -> impl Strategy<Value = Style> {
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

const OFFICIAL: &str = include_str!("../../data/official.txt");

/// Believable text, from the official document, one long line.
pub fn prose() -> Vec<char> {
    OFFICIAL.chars().filter(|c| !c.is_whitespace()).collect()
}

pub fn line(text: &[char], from: usize, width: u16) -> String {
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
