//! What a frame may cost: at most 1.4 times its payload and 80 bytes, after every step that there is; and the figures that
//! are promised by name. The random keys in `widths.rs` hold every frame to the law or its limit.

use std::time::{Duration, Instant};

use crate::film::{Film, Piece, cut, find};
use crate::office::{Office, side_by_side};
use crate::pty::Pty;

/// Only the law, no figure.
const LAW: usize = usize::MAX;

/// What is done, the keys for it, and the bytes that a frame of it may have.
type Step = (&'static str, &'static str, usize);

/// The whole detail, and a move of the cursor with the last report beside it, of some 200 hanzi here.
const DETAIL: usize = 1_500;
const MOVE: usize = 900;
/// A move that scrolls the list.
const SCROLL: usize = 1_900;

/// Every kind of step there is. Lists of 21 scroll at 80x24.
const STEPS: &[Step] = &[
    ("down", "j", MOVE),
    ("down", "j", MOVE),
    ("down twice at once", "jj", MOVE),
    ("down", "\x1b[B", MOVE),
    ("up", "k", MOVE),
    ("to the end", "G", SCROLL),
    ("to the top", "g", SCROLL),
    ("to 9", "9", MOVE),
    ("down", "j", MOVE),
    ("down, scrolling", "j", SCROLL),
    ("one digit", "1", SCROLL),
    ("another", "4", SCROLL),
    ("next tab: text", "]", DETAIL),
    ("down in the text", "\x1b[6~", DETAIL),
    ("up in the text", "\x1b[5~", DETAIL),
    ("next tab: indicators", "]", DETAIL),
    ("next tab: units", "]", DETAIL),
    ("next tab: office", "]", DETAIL),
    ("next tab: history", "]", DETAIL),
    ("next tab: entries", "]", DETAIL),
    ("entries down", "J", DETAIL),
    ("entries up", "K", DETAIL),
    ("whole screen", "\r", LAW),
    ("back", "\r", LAW),
    ("picker", "u", LAW),
    ("a letter that many have", "j", LAW),
    ("taken back", "\x7f", LAW),
    ("a letter", "s", LAW),
    ("a letter", "f", LAW),
    ("a letter", "j", LAW),
    ("down in the picker", "\x1b[B", 150),
    ("up in the picker", "\x1b[A", 150),
    ("unit chosen", "\r", LAW),
    ("role", "r", LAW),
    ("role", "r", LAW),
    ("clear", "c", LAW),
    ("red", "!", LAW),
    ("red and yellow", "!", LAW),
    ("next alarm", "!", LAW),
    ("clear", "c", LAW),
    ("left pane", "h", 150),
    ("down in it", "j", 150),
    ("group chosen", "\r", LAW),
    ("clear", "c", LAW),
    ("help", "?", LAW),
    ("help closed", "?", LAW),
    ("menu", ".", LAW),
    ("menu closed", "\x07", LAW),
    ("settings", ",", LAW),
    ("settings closed", "\x07", LAW),
    ("status", "s", LAW),
    ("status closed", "\x07", LAW),
    ("finder", "/", LAW),
    ("a hanzi that many have", "法", LAW),
    ("a word", "治", LAW),
    ("word entered", "\r", LAW),
    ("to where it stands", "n", LAW),
    ("clear", "c", LAW),
    ("report", "a", LAW),
    ("hanzi at the end", "督", 150),
    ("more of them", "办督办督办督办督办督办督办督办督办督办督办督办", LAW),
    ("hanzi at the end", "法", 150),
    ("ambiguous at the end", "“", 150),
    ("left", "\x1b[D", 60),
    ("hanzi in the middle", "查", 150),
    ("home", "\x1b[H", 60),
    ("hanzi at the beginning", "实", 150),
    ("whole form", "\t", LAW),
    ("end", "\x1b[F", 60),
    ("hanzi in the form", "实", 150),
    ("left", "\x1b[D", 60),
    ("hanzi in its middle", "于", 150),
    ("next field", "\t", 200),
    ("field before", "\x1b[Z", 200),
    ("taken back", "\x1a", LAW),
    ("form left", "\x07", LAW),
    ("edit", "e", LAW),
    ("home", "\x1b[H", 60),
    ("into a long text", "据", LAW),
    ("form left", "\x07", LAW),
    ("delete?", "d", LAW),
    ("no", "n", LAW),
    ("undo?", "z", LAW),
    ("no", "n", LAW),
    ("history", "[", LAW),
    ("unit in the history", "usfj\r", LAW),
    ("clear in the history", "c", LAW),
    ("group in the history", "u四\r", LAW),
    ("clear in the history", "c", LAW),
    ("role in the history", "usfj\rr", LAW),
    ("clear in the history", "c", LAW),
];

struct Walk {
    pty: Pty,
    film: Film,
    at: usize,
    /// Whether files beside the ledger are written too.
    drafts: bool,
    _office: Office,
}

impl Walk {
    fn of(office: Office, cols: u16, rows: u16) -> Self {
        let pty = office.open(cols, rows);
        Self { pty, film: Film::new(cols, rows), at: 0, drafts: false, _office: office }
    }

    /// Types, and holds every frame that follows to the law: the bytes of the largest. Each is one write.
    fn step(&mut self, name: &str, keys: &str) -> usize {
        let writes = self.pty.writes();
        self.pty.send(keys);
        let end = Instant::now() + Duration::from_millis(500);
        while !keys.is_empty() && self.pty.mark() == self.at && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(2));
        }
        self.pty.rest(Duration::from_millis(40));
        let (raw, writes) = (self.pty.since(self.at), self.pty.writes() - writes);
        self.at += raw.len();
        let (mut largest, mut count) = (0, 0);
        for piece in cut(&raw) {
            let frame = match piece {
                Piece::Frame(frame) => frame,
                Piece::Between(modes) => {
                    assert!(find(&modes, b"\x1b[?1049h").is_some(), "{:?}", String::from_utf8_lossy(&modes));
                    continue;
                }
            };
            let payload = self.film.frame(&frame, name);
            println!("{name:24} {:5} bytes, payload {payload:5}", frame.len());
            let text = String::from_utf8_lossy(&frame);
            assert!(frame.len() <= payload * 14 / 10 + 80, "{name}: {} > {payload}: {text:?}", frame.len());
            (largest, count) = (largest.max(frame.len()), count + 1);
        }
        // Keeping a draft writes files; nothing else does.
        self.drafts |= name == "report";
        assert!(
            self.drafts || keys.is_empty() || writes == count,
            "{name}: {count} frames in {writes} writes"
        );
        largest
    }
}

#[test]
fn every_step_keeps_to_the_law_and_its_figure() {
    side_by_side([at_80x24 as fn(), at_120x40, list_and_head_alone], |walk| walk());
}

fn at_80x24() {
    let mut walk = Walk::of(Office::new(), 80, 24);
    let first = walk.step("first frame", "");
    assert!(first <= 3_500, "{first}");
    for (name, keys, most) in STEPS {
        let bytes = walk.step(name, keys);
        assert!(bytes <= *most, "{name}: {bytes} bytes");
    }
}

fn at_120x40() {
    let mut walk = Walk::of(Office::new(), 120, 40);
    let first = walk.step("first frame", "");
    assert!(first <= 20_000, "{first}");
    for (name, keys, most) in STEPS {
        let bytes = walk.step(name, keys);
        // All 21 rows are on the screen: nothing scrolls, and the texts are as wide as two hands.
        let most = match *most {
            SCROLL => 1_500,
            DETAIL => 2_500,
            small if small <= 200 => 200,
            _ => LAW,
        };
        assert!(bytes <= most, "{name}: {bytes} bytes");
    }
}

/// Nobody has reported: of the detail only its head changes.
fn list_and_head_alone() {
    let mut walk = Walk::of(Office::bare(), 80, 24);
    walk.step("first frame", "");
    for to in 2..=21 {
        let bytes = walk.step("list and head", "j");
        let scrolls = to == 11 || to == 17;
        assert!(bytes <= if scrolls { 700 } else { 200 }, "to {to}: {bytes} bytes");
    }
}
