//! What a program wrote, cut into frames, and what each of them changed on a screen.

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
pub fn payload(before: &[Seen], after: &[Seen]) -> usize {
    before.iter().zip(after).filter(|(a, b)| a != b).map(|(_, b)| b.0.len()).sum()
}
