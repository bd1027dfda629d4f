//! Two screens in, the fewest bytes between them out.
//!
//! Owns the drawing language: what is written, in which order, and where the cursor ends. Refuses to ask the
//! terminal anything, to switch modes beyond the cursor and the frame's bracket, and to trust the cursor
//! after a glyph whose width terminals do not agree about.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;

use super::columns::columns;
use super::glyph::Glyph;
use super::moves::{Place, path};
use super::pen::Pen;
use super::row::{Change, Unit, starting_at, tail, units};

/// A frame shorter than this is drawn without hiding the cursor: nobody sees it jump.
const QUICK: usize = 48;

/// Turns screens into frames; remembers only what the terminal's cursor is doing.
#[derive(Debug, Clone)]
pub struct Encoder {
    colour: bool,
    /// Whether the cursor is shown, once that is known.
    shown: Option<bool>,
    caret: Option<Position>,
}

impl Encoder {
    /// An encoder; with `colour` false it writes attributes but no colours (`NO_COLOR`).
    #[must_use]
    pub fn new(colour: bool) -> Self {
        Self { colour, shown: None, caret: None }
    }

    /// The bytes that turn a terminal showing `prev` into one showing `next` with the cursor at `caret`
    /// (hidden when `None`). Empty when nothing differs.
    ///
    /// `full` clears and draws everything, trusting nothing: for the start, a resize, a resume, Ctrl-L, and
    /// after a frame that was not sent. Buffers of different sizes mean `full`. A glyph of two cells stands in
    /// its first cell; the second is filler and ignored. The areas begin at 0, 0.
    pub fn frame(&mut self, prev: &Buffer, next: &Buffer, caret: Option<Position>, full: bool) -> Vec<u8> {
        let full = full || prev.area != next.area;
        let caret = caret.filter(|&at| next.area.contains(at));
        if full {
            self.shown = None;
        }
        let width = usize::from(next.area.width.max(1));
        let nothing = vec![Cell::EMPTY; width];
        let mut before = prev.content.chunks(width);
        let mut changes = Vec::new();
        for (y, row) in (0..).zip(next.content.chunks(width)) {
            let old = if full { Some(nothing.as_slice()) } else { before.next() };
            let old = old.unwrap_or(&nothing);
            if old != row {
                changes.push(Change::new(y, units(old, self.colour), units(row, self.colour)));
            }
        }
        let (mut painted, mut drawn) = (Painter::new(full).paint(&changes, &[]), Vec::new());
        // A whole screen is drawn row by row: what is shorter downwards is some fifty bytes of two thousand.
        let downwards = if full { Vec::new() } else { columns(&changes) };
        for column in downwards {
            let with = [drawn.as_slice(), column.as_slice()].concat();
            let other = Painter::new(full).paint(&changes, &with);
            if other.out.len() < painted.out.len() {
                (painted, drawn) = (other, with);
            }
        }
        self.finish(painted, caret)
    }

    /// Adds the cursor and the bracket that lets terminals show the frame at once.
    fn finish(&mut self, painter: Painter, caret: Option<Position>) -> Vec<u8> {
        let Painter { out: body, place, .. } = painter;
        let mut tail = Vec::new();
        let hide = self.shown != Some(false) && (caret.is_none() || body.len() > QUICK);
        if let Some(at) = caret {
            if !body.is_empty() || self.caret != caret {
                tail.extend(path(place, at.x, at.y, |_, _| None));
            }
            if hide || self.shown != Some(true) {
                tail.extend_from_slice(b"\x1b[?25h");
            }
        }
        if body.is_empty() && tail.is_empty() && !hide {
            return Vec::new();
        }
        self.shown = Some(caret.is_some());
        self.caret = caret;
        let hide: &[u8] = if hide { b"\x1b[?25l" } else { b"" };
        [b"\x1b[?2026h", hide, &body, &tail, b"\x1b[?2026l"].concat()
    }
}

/// The bytes so far, and what the terminal's cursor and pen are after them.
struct Painter {
    out: Vec<u8>,
    place: Place,
    pen: Pen,
}

impl Painter {
    fn new(full: bool) -> Self {
        let out = if full { b"\x1b[m\x1b[2J".to_vec() } else { Vec::new() };
        Self { out, place: Place::Unknown, pen: Pen::DEFAULT }
    }

    /// Draws the columns first, then what else differs, row by row.
    fn paint(mut self, changes: &[Change<'_>], columns: &[(u16, &Unit<'_>)]) -> Self {
        let width = changes.first().map_or(0, Change::width);
        for (y, unit) in columns {
            self.go(unit.x, *y, &[], unit.pen);
            self.write(unit, *y, width);
        }
        for change in changes {
            self.row(change, columns);
        }
        self.set_pen(Pen::DEFAULT);
        self
    }

    /// Draws what differs in one row and is not drawn yet.
    fn row(&mut self, change: &Change<'_>, drawn: &[(u16, &Unit<'_>)]) {
        let (y, width, new) = (change.y, change.width(), &change.new);
        let tail = tail(new);
        let drawn: Vec<u16> = drawn.iter().filter(|(row, _)| *row == y).map(|(_, unit)| unit.x).collect();
        let left: Vec<&Unit<'_>> = change.changed().filter(|unit| !drawn.contains(&unit.x)).collect();
        let last = left.last().map_or(0, |unit| unit.end());
        // Drawn last: each of them leaves the cursor at an uncertain column.
        let mut cleared = Vec::new();
        for unit in left {
            self.go(unit.x, y, new, unit.pen);
            if unit.x >= tail && self.clearing_pays(last - unit.x) {
                self.set_pen(Pen::DEFAULT);
                self.out.extend_from_slice(b"\x1b[K");
                break;
            }
            if unit.kind == Glyph::Ambiguous && !second_half_is_blank(&change.old, unit) {
                self.set_pen(unit.pen);
                self.out.extend_from_slice(b"  ");
                self.advance(unit.end(), y, width);
                cleared.push(unit);
            } else {
                self.write(unit, y, width);
            }
        }
        for unit in cleared {
            self.go(unit.x, y, &[], unit.pen);
            self.write(unit, y, width);
        }
    }

    /// Writes a glyph where the cursor is.
    fn write(&mut self, unit: &Unit<'_>, y: u16, width: u16) {
        self.set_pen(unit.pen);
        self.out.extend_from_slice(unit.text.as_bytes());
        self.advance(unit.end(), y, width);
        if unit.kind == Glyph::Ambiguous && self.place != Place::Unknown {
            self.place = Place::Row(y);
        }
    }

    /// Whether `CSI K` is shorter than that many spaces.
    fn clearing_pays(&self, spaces: u16) -> bool {
        let reset = if self.pen == Pen::DEFAULT { 0 } else { 3 };
        spaces > 3 + reset
    }

    fn set_pen(&mut self, pen: Pen) {
        self.out.extend(self.pen.change(pen));
        self.pen = pen;
    }

    /// After writing up to `x`: beyond the last column terminals wrap, or wait to.
    fn advance(&mut self, x: u16, y: u16, width: u16) {
        self.place = if x < width { Place::At(x, y) } else { Place::Unknown };
    }

    /// Goes there, where something is to be written with this pen: what lies between may be written again with the
    /// present one or, the pen being changed before instead of after, with that.
    fn go(&mut self, x: u16, y: u16, row: &[Unit<'_>], pen: Pen) {
        if self.place == Place::At(x, y) {
            return;
        }
        let way = |with| path(self.place, x, y, |start, limit| again(with, row, start, x, limit));
        let mut shortest = way(self.pen);
        if pen != self.pen {
            let then = way(pen);
            if then.len() < shortest.len() {
                self.set_pen(pen);
                shortest = then;
            }
        }
        self.out.extend(shortest);
        self.place = Place::At(x, y);
    }
}

/// The row's glyphs from `start` to `end` as bytes, if this pen is right for all of them, all have a certain width,
/// and they are fewer bytes than `limit`.
fn again(pen: Pen, row: &[Unit<'_>], start: u16, end: u16, limit: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut x = start;
    while x < end {
        let unit = starting_at(row, x)?;
        bytes.extend_from_slice(unit.text.as_bytes());
        if bytes.len() >= limit || unit.kind == Glyph::Ambiguous || unit.pen != pen {
            return None;
        }
        x = unit.end();
    }
    (x == end).then_some(bytes)
}

/// Whether the second cell of an ambiguous glyph is already right where the glyph is drawn narrow: empty, with the
/// glyph's look. Otherwise both cells are cleared first, so that nothing of the old text stands beside it.
fn second_half_is_blank(old: &[Unit<'_>], unit: &Unit<'_>) -> bool {
    // A sign with the emoji selector is wide in terminals where a quotation mark is narrow, and the other way round:
    // one over the other may leave half of it.
    let by_selector = |text: &str| text.contains('\u{fe0f}');
    let same = |old: &Unit<'_>| {
        let alike = by_selector(&old.text) == by_selector(&unit.text);
        old.kind == Glyph::Ambiguous && alike && old.pen == unit.pen
    };
    starting_at(old, unit.x).is_some_and(same)
        || starting_at(old, unit.x + 1).is_some_and(|old| old.is_blank() && old.pen == unit.pen)
}
