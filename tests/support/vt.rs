//! A strict terminal for tests: it knows exactly what duban may send, and panics at anything else.
//!
//! Stricter than a real one, so that no frame leans on what terminals do differently: half an overwritten
//! glyph turns to rubbish that must be drawn over, writing past the last column or feeding lines past the
//! last row is an error. Ambiguous characters are one or two cells wide, as told; after one of them only an absolute
//! address may follow.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use unicode_width::UnicodeWidthChar;

/// What half a glyph is after its other half was overwritten.
const RUBBISH: &str = "#";

/// One cell, with the look of empty ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Empty in the second cell of a wide glyph.
    pub text: String,
    pub fg: u16,
    pub bg: u16,
    /// SGR numbers that are on: 1 bold, 2 dim, 4 underline, 7 reverse.
    pub attributes: Vec<u16>,
}

fn blank() -> Cell {
    Cell { text: " ".into(), fg: 39, bg: 49, attributes: Vec::new() }
}

/// The terminal.
#[derive(Debug, Clone)]
pub struct Strict {
    cols: usize,
    rows: usize,
    wide: bool,
    cells: Vec<Cell>,
    /// Column (may be one past the last: about to wrap), row.
    pub cursor: (usize, usize),
    pub cursor_shown: bool,
    pen: Cell,
    in_frame: bool,
    /// The column is another in the next terminal: the last character was an ambiguous one.
    adrift: bool,
}

impl Strict {
    /// A terminal of this size, drawing ambiguous characters two cells wide if `wide`.
    #[must_use]
    pub fn new(cols: u16, rows: u16, wide: bool) -> Self {
        let (cols, rows) = (usize::from(cols), usize::from(rows));
        // Filled with what must not stay.
        let cells = vec![Cell { text: "X".into(), ..blank() }; cols * rows];
        let (cursor, pen) = ((0, 0), blank());
        Self { cols, rows, wide, cells, cursor, cursor_shown: true, pen, in_frame: false, adrift: false }
    }

    /// The cells, row by row.
    #[must_use]
    pub fn seen(&self) -> Vec<Vec<Cell>> {
        self.cells.chunks(self.cols.max(1)).map(<[Cell]>::to_vec).collect()
    }

    /// The text of a row.
    #[must_use]
    pub fn text(&self, row: usize) -> String {
        self.cells[row * self.cols..(row + 1) * self.cols].iter().map(|c| c.text.as_str()).collect()
    }

    /// Takes one frame, which must be whole.
    pub fn frame(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("frames are UTF-8");
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            if !self.in_frame {
                assert_eq!(c, '\u{1b}', "bytes outside a synchronized update");
            }
            match c {
                '\u{1b}' => {
                    assert_eq!(chars.next(), Some('['), "only CSI sequences are sent");
                    let mut params = String::new();
                    let last = loop {
                        let c = chars.next().expect("a whole sequence");
                        if ('\u{40}'..='\u{7e}').contains(&c) {
                            break c;
                        }
                        params.push(c);
                    };
                    self.sequence(&params, last);
                }
                '\r' => (self.cursor.0, self.adrift) = (0, false),
                '\n' => {
                    assert!(self.cursor.0 < self.cols, "line feed while about to wrap");
                    self.cursor.1 += 1;
                    assert!(self.cursor.1 < self.rows, "scrolled");
                }
                '\u{8}' => {
                    assert!(!self.adrift, "backspace from an uncertain column");
                    assert!((1..self.cols).contains(&self.cursor.0), "backspace at {}", self.cursor.0);
                    self.cursor.0 -= 1;
                }
                c => {
                    assert!(!c.is_control(), "{c:?} sent");
                    self.write(c);
                }
            }
        }
        assert!(!self.in_frame, "frame left open");
        assert_eq!(self.pen, blank(), "pen left changed");
    }

    fn sequence(&mut self, params: &str, last: char) {
        let number = |at: usize| -> usize {
            params.split(';').nth(at).filter(|s| !s.is_empty()).map_or(1, |s| s.parse().expect("number"))
        };
        match (params, last) {
            ("?2026", 'h') => assert!(!std::mem::replace(&mut self.in_frame, true)),
            ("?2026", 'l') => assert!(std::mem::replace(&mut self.in_frame, false)),
            ("?25", 'h') => self.cursor_shown = true,
            ("?25", 'l') => self.cursor_shown = false,
            (_, 'm') => params.split(';').for_each(|p| self.sgr(p)),
            ("2", 'J') => {
                assert_eq!(self.pen, blank(), "cleared with a changed pen");
                self.cells.fill(blank());
            }
            ("", 'K') => {
                assert!(!self.adrift, "cleared from an uncertain column");
                assert_eq!(self.pen, blank(), "cleared with a changed pen");
                assert!(self.cursor.0 < self.cols, "cleared while about to wrap");
                for x in self.cursor.0..self.cols {
                    self.put(x, blank());
                }
            }
            (_, 'H') => (self.cursor, self.adrift) = ((number(1) - 1, number(0) - 1), false),
            (_, 'G') => (self.cursor.0, self.adrift) = (number(0) - 1, false),
            (_, 'C') => self.relative(|x| x + number(0)),
            (_, 'D') => self.relative(|x| x - number(0)),
            _ => panic!("CSI {params} {last} is not for us to send"),
        }
        assert!(self.cursor.0 <= self.cols && self.cursor.1 < self.rows, "cursor sent off the screen");
    }

    fn relative(&mut self, step: impl Fn(usize) -> usize) {
        assert!(!self.adrift, "relative step from an uncertain column");
        assert!(self.cursor.0 < self.cols, "relative step while about to wrap");
        self.cursor.0 = step(self.cursor.0);
    }

    fn sgr(&mut self, param: &str) {
        let number: u16 = if param.is_empty() { 0 } else { param.parse().expect("number") };
        let off = |pen: &mut Cell, gone: &[u16]| pen.attributes.retain(|a| !gone.contains(a));
        match number {
            0 => self.pen = blank(),
            1 | 2 | 4 | 7 => {
                self.pen.attributes.push(number);
                self.pen.attributes.sort_unstable();
                self.pen.attributes.dedup();
            }
            22 => off(&mut self.pen, &[1, 2]),
            24 => off(&mut self.pen, &[4]),
            27 => off(&mut self.pen, &[7]),
            30..=37 | 39 | 90..=97 => self.pen.fg = number,
            40..=47 | 49 | 100..=107 => self.pen.bg = number,
            _ => panic!("SGR {number} is not for us to send"),
        }
    }

    fn write(&mut self, c: char) {
        let width = if self.wide { c.width_cjk() } else { c.width() }.expect("printable");
        let (x, y) = self.cursor;
        if width == 0 {
            let mut at = y * self.cols + x.checked_sub(1).expect("a mark needs a character");
            if self.cells[at].text.is_empty() {
                at -= 1;
            }
            self.cells[at].text.push(c);
            return;
        }
        assert!(!self.adrift, "{c} written at an uncertain column");
        assert!(x + width <= self.cols, "wrapped at {x}");
        self.adrift = c.width() != c.width_cjk();
        let first = Cell { text: c.to_string(), ..self.pen.clone() };
        self.put(x, first);
        if width == 2 {
            self.put(x + 1, Cell { text: String::new(), ..self.pen.clone() });
        }
        self.cursor.0 += width;
    }

    /// Sets one cell of the cursor's row; the other half of a glyph standing there becomes rubbish.
    fn put(&mut self, x: usize, cell: Cell) {
        let at = self.cursor.1 * self.cols + x;
        let right = if x + 1 < self.cols { self.cells.get(at + 1) } else { None };
        if right.is_some_and(|c| c.text.is_empty()) {
            self.cells[at + 1].text = RUBBISH.into();
        }
        let second = self.cells[at].text.is_empty();
        if second && x > 0 && !cell.text.is_empty() {
            self.cells[at - 1].text = RUBBISH.into();
        }
        self.cells[at] = cell;
    }
}
