//! What a program wrote, cut into frames, and what each of them changed on a screen.

use duban::text::is_ambiguous;

/// Begins and ends a frame.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A frame, or what was written between two frames.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Frame(Vec<u8>),
    Between(Vec<u8>),
}

/// Cuts it. A frame that is still open at the end is left out.
pub fn cut(raw: &[u8]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = raw;
    while let Some(begin) = find(rest, BEGIN) {
        if begin > 0 {
            pieces.push(Piece::Between(rest[..begin].to_vec()));
        }
        let Some(end) = find(&rest[begin..], END) else { return pieces };
        let end = begin + end + END.len();
        pieces.push(Piece::Frame(rest[begin..end].to_vec()));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Between(rest.to_vec()));
    }
    pieces
}

/// The frames alone.
pub fn frames(raw: &[u8]) -> Vec<Vec<u8>> {
    let frame = |piece| if let Piece::Frame(frame) = piece { Some(frame) } else { None };
    cut(raw).into_iter().filter_map(frame).collect()
}

pub fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|w| w == needle)
}

/// A cell: what stands in it, and its look, also of an empty one.
type Seen = (String, String);

/// What a screen of the vt100 crate shows.
pub fn seen(screen: &vt100::Screen) -> Vec<Seen> {
    let (rows, cols) = screen.size();
    let mut all = Vec::new();
    for y in 0..rows.get() {
        for x in 0..cols.get() {
            let cell = screen.cell(y, x).unwrap();
            let text = if cell.is_wide_continuation() { "" } else { cell.contents() };
            let text = if cell.is_wide_continuation() || !text.trim().is_empty() { text } else { " " };
            let look = (cell.fgcolor(), cell.bold(), cell.dim(), cell.inverse(), cell.underline());
            all.push((text.to_owned(), format!("{:?} {look:?}", cell.bgcolor())));
        }
    }
    all
}

/// UTF-8 bytes of the cells that differ.
fn payload(before: &[Seen], after: &[Seen]) -> usize {
    before.iter().zip(after).filter(|(a, b)| a != b).map(|(_, b)| b.0.len()).sum()
}

/// What a frame may cost that turns one screen into the other: what the law allows, and the limit below which nothing can
/// be had where it is higher.
///
/// The law is 1.4 times the payload and 80 bytes. Where single cells stand far apart, looks change at every other cell, or
/// characters are drawn that terminals disagree about, no order of bytes keeps to it. Of each the least is counted, along
/// the rows: the shortest move to every stretch of cells that differ, five bytes for a change of look, and for a character
/// of uncertain width the two cells that are cleared for it and the address behind it.
fn allowed(before: &[Seen], after: &[Seen], cols: usize) -> (usize, usize) {
    let sum = payload(before, after);
    let law = sum * 14 / 10 + 80;
    (law, law.max(sum + 80 + scattered(before, after, cols)))
}

fn scattered(before: &[Seen], after: &[Seen], cols: usize) -> usize {
    let (mut extra, mut end, mut wide) = (0, None::<(usize, usize)>, false);
    let mut look = &after[0].1;
    for (at, (old, new)) in before.iter().zip(after).enumerate() {
        let (x, y) = (at % cols, at / cols);
        // The second cell of a glyph that was just drawn.
        if end == Some((x, y)) && std::mem::take(&mut wide) {
            end = Some((x + 1, y));
        } else if old != new {
            let uncertain = is_ambiguous(&new.0);
            extra += end.map_or(8, |end| step(end, (x, y))) + if uncertain { 8 } else { 0 };
            extra += if new.1 == *look { 0 } else { 5 };
            wide = uncertain || after.get(at + 1).is_some_and(|(text, _)| text.is_empty());
            (end, look) = (Some((x + 1, y)), &new.1);
        }
    }
    extra
}

/// The shortest way there is from one cell to a later one.
fn step((x, y): (usize, usize), to: (usize, usize)) -> usize {
    let digits = |n: usize| if n < 2 { 0 } else { n.to_string().len() };
    let along = |n: usize| n.min(3 + digits(n));
    let (down, address) = (to.1 - y, 4 + digits(to.1 + 1) + digits(to.0 + 1));
    address.min(down + along(to.0.abs_diff(x))).min(down + 1 + along(to.0))
}

/// A screen on which frames are played, each held to what it may cost.
pub struct Film {
    emulator: vt100::Parser,
    empty: Vec<Seen>,
    frames: usize,
    /// Those that needed the limit.
    beyond: usize,
}

impl Film {
    pub fn new(cols: u16, rows: u16) -> Self {
        let size = |n: u16| std::num::NonZeroU16::new(n).unwrap();
        let emulator = vt100::Parser::new(size(rows), size(cols), 0);
        let empty = seen(emulator.screen());
        Self { emulator, empty, frames: 0, beyond: 0 }
    }

    /// The window has another size: the next frame draws everything.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        *self = Self { frames: self.frames, beyond: self.beyond, ..Self::new(cols, rows) };
    }

    /// Plays one, and gives its payload. What clears the screen is held against an empty one.
    #[track_caller]
    pub fn frame(&mut self, bytes: &[u8], what: &str) -> usize {
        let cleared = find(bytes, b"\x1b[2J").is_some();
        let before = if cleared { self.empty.clone() } else { seen(self.emulator.screen()) };
        self.emulator.process(bytes);
        let after = seen(self.emulator.screen());
        let (law, limit) = allowed(&before, &after, self.emulator.screen().size().1.get().into());
        let (cost, text) = (bytes.len(), String::from_utf8_lossy(bytes));
        assert!(cost <= limit, "{what}: {cost} bytes, {law} by the law, at most {limit}: {text:?}");
        (self.frames, self.beyond) = (self.frames + 1, self.beyond + usize::from(cost > law));
        payload(&before, &after)
    }

    /// Holds that hardly any frame needed the limit.
    #[track_caller]
    pub fn end(&self) {
        println!("{} of {} frames beyond the law", self.beyond, self.frames);
        // A short run may have its one.
        assert!(self.beyond * 100 <= self.frames + 100, "{} of {} frames", self.beyond, self.frames);
    }
}
