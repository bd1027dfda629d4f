//! How a cell looks, and the shortest way from one look to the next.
//!
//! Owns the sixteen named colours and four attributes that every terminal has. Refuses indexed and direct
//! colours, italics and the rest: they differ between terminals or are not there at all.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::moves::{introduced, push_number};

/// Attributes the encoder writes: modifier, its SGR number, the number that ends it.
const ATTRIBUTES: [(Modifier, u8, u8); 4] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::REVERSED, 7, 27),
];

/// A look: colours by number 0–15, `None` being the terminal's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Option<u8>,
    bg: Option<u8>,
    attributes: Modifier,
}

impl Pen {
    /// What `CSI m` gives.
    pub(super) const DEFAULT: Self = Self { fg: None, bg: None, attributes: Modifier::empty() };

    /// The look of a cell; without colours when the operator wants none.
    pub(super) fn of(cell: &Cell, colour: bool) -> Self {
        if cell.modifier.is_empty() && cell.fg == Color::Reset && cell.bg == Color::Reset {
            return Self::DEFAULT;
        }
        let mut known = ATTRIBUTES.iter().fold(Modifier::empty(), |all, (m, ..)| all | (*m & cell.modifier));
        if known.contains(Modifier::BOLD) {
            // Both at once look like either, depending on the terminal and the order.
            known -= Modifier::DIM;
        }
        let named = |color| if colour { number(color) } else { None };
        Self { fg: named(cell.fg), bg: named(cell.bg), attributes: known }
    }

    /// The bytes that change the terminal from `self` to `to`: the difference, or reset and set anew.
    pub(super) fn change(self, to: Self) -> Vec<u8> {
        if self == to {
            return Vec::new();
        }
        let mut anew = if to == Self::DEFAULT { Vec::new() } else { vec![0] };
        Self::DEFAULT.codes(to, &mut anew);
        let mut delta = Vec::new();
        self.codes(to, &mut delta);
        let (anew, delta) = (sgr(&anew), sgr(&delta));
        if delta.len() <= anew.len() { delta } else { anew }
    }

    fn codes(self, to: Self, codes: &mut Vec<u8>) {
        let mut have = self.attributes;
        for (modifier, _, off) in ATTRIBUTES {
            if have.contains(modifier) && !to.attributes.contains(modifier) {
                codes.push(off);
                // Bold and dim share their end.
                for (other, _, same) in ATTRIBUTES {
                    if same == off {
                        have -= other;
                    }
                }
            }
        }
        for (modifier, on, _) in ATTRIBUTES {
            if to.attributes.contains(modifier) && !have.contains(modifier) {
                codes.push(on);
            }
        }
        if self.fg != to.fg {
            codes.push(to.fg.map_or(39, |n| if n < 8 { 30 + n } else { 82 + n }));
        }
        if self.bg != to.bg {
            codes.push(to.bg.map_or(49, |n| if n < 8 { 40 + n } else { 92 + n }));
        }
    }
}

fn sgr(codes: &[u8]) -> Vec<u8> {
    let mut out = introduced();
    for (at, code) in codes.iter().enumerate() {
        if at > 0 {
            out.push(b';');
        }
        push_number(&mut out, u16::from(*code));
    }
    out.push(b'm');
    out
}

fn number(color: Color) -> Option<u8> {
    let number = match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(n @ 0..=15) => n,
        Color::Reset | Color::Indexed(_) | Color::Rgb(..) => return None,
    };
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, bg: Color, attributes: Modifier) -> Pen {
        let mut cell = Cell::default();
        cell.set_fg(fg).set_bg(bg);
        cell.modifier = attributes;
        Pen::of(&cell, true)
    }

    fn change(from: Pen, to: Pen) -> String {
        String::from_utf8(from.change(to)).unwrap()
    }

    #[test]
    fn the_shorter_of_difference_and_reset() {
        let red = pen(Color::Red, Color::Reset, Modifier::empty());
        let loud = pen(Color::Red, Color::White, Modifier::BOLD | Modifier::REVERSED);
        assert_eq!(change(Pen::DEFAULT, red), "\x1b[31m");
        assert_eq!(change(red, Pen::DEFAULT), "\x1b[m");
        assert_eq!(change(red, loud), "\x1b[1;7;107m");
        assert_eq!(change(loud, red), "\x1b[0;31m");
        assert_eq!(change(loud, loud), "");
        let grey = pen(Color::DarkGray, Color::Reset, Modifier::empty());
        assert_eq!(change(red, grey), "\x1b[90m");
    }

    #[test]
    fn bold_and_dim_end_together() {
        let bold = pen(Color::Red, Color::Blue, Modifier::BOLD | Modifier::UNDERLINED);
        let dim = pen(Color::Red, Color::Blue, Modifier::DIM | Modifier::UNDERLINED);
        assert_eq!(change(bold, dim), "\x1b[22;2m");
    }

    #[test]
    fn no_colour_keeps_attributes() {
        let mut cell = Cell::default();
        cell.set_fg(Color::Red).set_bg(Color::White);
        cell.modifier = Modifier::REVERSED | Modifier::ITALIC;
        assert_eq!(Pen::DEFAULT.change(Pen::of(&cell, false)), b"\x1b[7m");
        assert_eq!(pen(Color::Rgb(1, 2, 3), Color::Indexed(200), Modifier::empty()), Pen::DEFAULT);
    }
}
