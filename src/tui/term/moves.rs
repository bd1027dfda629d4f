//! The shortest way for the cursor from one place to another.
//!
//! Owns which movements are safe to use. Refuses tabs, and relative steps from a place that is not certain.

/// Where the terminal's cursor is, as far as every terminal agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere: at the start of a frame, and after the last column.
    Unknown,
    /// In this row; the column depends on how wide the terminal drew the last glyph.
    Row(u16),
    /// At this column and row.
    At(u16, u16),
}

/// More line feeds than this are never shorter than an address.
const LINE_FEEDS: u16 = 5;

/// The shortest bytes from `from` to column `x` of row `y`.
///
/// `rewrite(start, limit)` gives the bytes that write the row again from `start` to just before `x`, if they
/// change nothing and are fewer than `limit`.
pub(super) fn path(from: Place, x: u16, y: u16, rewrite: impl Fn(u16, usize) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut best = address(x, y);
    let (row, column) = match from {
        Place::Unknown => return best,
        Place::Row(row) => (row, None),
        Place::At(column, row) => (row, Some(column)),
    };
    let Some(down) = y.checked_sub(row).filter(|&n| n <= LINE_FEEDS) else { return best };
    let down = vec![b'\n'; usize::from(down)];
    let mut consider = |parts: [&[u8]; 3]| {
        if parts.iter().map(|p| p.len()).sum::<usize>() < best.len() {
            best = parts.concat();
        }
    };
    if let Some(column) = column {
        consider([&down, &along(column, x, &rewrite), b""]);
    }
    consider([&down, &csi(x + 1, b'G'), b""]);
    // Further along the same row there is nothing to be had from its beginning.
    if column.is_none_or(|column| x < column || y > row) {
        consider([b"\r", &down, &along(0, x, &rewrite)]);
    }
    best
}

/// The shortest way along a row that is not absolute.
fn along(from: u16, to: u16, rewrite: impl Fn(u16, usize) -> Option<Vec<u8>>) -> Vec<u8> {
    if from == to {
        return Vec::new();
    }
    if from > to {
        let (back, steps) = (csi(from - to, b'D'), usize::from(from - to));
        return if steps <= back.len() { vec![8; steps] } else { back };
    }
    let right = csi(to - from, b'C');
    rewrite(from, right.len()).unwrap_or(right)
}

/// `CSI y;x H`, without what is 1 anyway.
fn address(x: u16, y: u16) -> Vec<u8> {
    let mut out = introduced();
    if (x, y) != (0, 0) {
        push_number(&mut out, y.saturating_add(1));
    }
    if x > 0 {
        out.push(b';');
        push_number(&mut out, x.saturating_add(1));
    }
    out.push(b'H');
    out
}

fn csi(number: u16, last: u8) -> Vec<u8> {
    let mut out = introduced();
    if number != 1 {
        push_number(&mut out, number);
    }
    out.push(last);
    out
}

/// The beginning of every sequence, with room for the rest of most.
pub(super) fn introduced() -> Vec<u8> {
    let mut out = Vec::with_capacity(12);
    out.extend_from_slice(b"\x1b[");
    out
}

/// The digits of a number. A frame holds dozens, reckoned several times over.
pub(super) fn push_number(out: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        push_number(out, number / 10);
    }
    let [_, last] = (number % 10).to_be_bytes();
    out.push(b'0' + last);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Place, x: u16, y: u16) -> String {
        String::from_utf8(path(from, x, y, |_, _| None)).unwrap()
    }

    #[test]
    fn short_forms() {
        assert_eq!(way(Place::Unknown, 0, 0), "\x1b[H");
        assert_eq!(way(Place::Unknown, 0, 4), "\x1b[5H");
        assert_eq!(way(Place::Unknown, 7, 4), "\x1b[5;8H");
        assert_eq!(way(Place::At(7, 4), 7, 4), "");
        assert_eq!(way(Place::At(7, 4), 0, 5), "\r\n");
        assert_eq!(way(Place::At(7, 4), 7, 6), "\n\n");
        assert_eq!(way(Place::At(7, 4), 5, 4), "\u{8}\u{8}");
        assert_eq!(way(Place::At(50, 4), 7, 4), "\x1b[8G");
        assert_eq!(way(Place::At(7, 4), 8, 4), "\x1b[C");
        assert_eq!(way(Place::At(7, 4), 30, 5), "\n\x1b[23C");
        assert_eq!(way(Place::At(7, 4), 7, 2), "\x1b[3;8H");
    }

    #[test]
    fn from_an_uncertain_column_only_absolutely() {
        assert_eq!(way(Place::Row(4), 9, 4), "\x1b[10G");
        assert_eq!(way(Place::Row(4), 0, 4), "\r");
        assert_eq!(way(Place::Row(4), 2, 5), "\n\x1b[3G");
    }

    #[test]
    fn unchanged_cells_are_written_again_when_that_is_shorter() {
        let again = |start, limit| (start == 3 && limit > 2).then(|| b"ab".to_vec());
        assert_eq!(path(Place::At(3, 0), 5, 0, again), b"ab");
    }
}
