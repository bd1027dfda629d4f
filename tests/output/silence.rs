//! What is never sent, whatever happens: questions, modes that outlive the program, other character sets and colours.

use std::time::Duration;

use rustix::process::Signal;

use crate::film::{Piece, cut, find};
use crate::office::{DUBAN, Office, side_by_side};
use crate::pty::Run;

/// What may stand between two frames: how the program enters and leaves the screen, from its own source.
const MODES: [&str; 2] = [
    "\x1b[?1049h\x1b[r\x1b[4l\x1b[m\x1b[2J\x1b[H\x1b[?2004h\x1b[?25l",
    "\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?1000l\x1b[999;1H\r\n\x1b[?1049l\x1b[m\x1b[?25h",
];

/// Every control sequence: parameters and last letter.
fn sequences(text: &str) -> Vec<(String, char)> {
    let all = text.split("\x1b[").skip(1);
    all.map(|rest| {
        let end = rest.find(|c| ('\u{40}'..='\u{7e}').contains(&c)).unwrap();
        (rest[..end].to_owned(), rest[end..].chars().next().unwrap())
    })
    .collect()
}

/// Holds that every byte is one the program may send.
fn is_silent(raw: &[u8]) {
    let text = String::from_utf8(raw.to_vec()).unwrap();
    let mut before = ' ';
    for c in text.chars() {
        assert!(!c.is_control() || "\x1b\r\n\x08".contains(c), "{c:?} sent");
        assert!(before != '\x1b' || c == '[', "ESC {c:?} sent");
        before = c;
    }
    for (params, last) in sequences(&text) {
        let allowed = match last {
            'm' => params.split(';').all(|n| {
                matches!(n, "" | "0" | "1" | "2" | "4" | "7" | "22" | "24" | "27" | "39" | "49")
                    || matches!(n.parse(), Ok(30_u8..=37 | 40..=47 | 90..=97 | 100..=107))
            }),
            'h' | 'l' => matches!(params.as_str(), "?25" | "?1000" | "?1049" | "?2004" | "?2026" | "4"),
            'H' | 'G' | 'C' | 'D' => params.bytes().all(|b| b.is_ascii_digit() || b == b';'),
            'J' => params == "2",
            'K' | 'r' => params.is_empty(),
            _ => false,
        };
        assert!(allowed, "CSI {params} {last} sent");
    }
    assert!(!text.contains("\x1b[?1000h") && !text.contains("\x1b[4h"), "mouse or insert mode on");
}

/// Holds that everything but entering and leaving is in frames that are closed.
fn is_framed(raw: &[u8]) {
    for piece in cut(raw) {
        let Piece::Between(bytes) = piece else { continue };
        let mut text = String::from_utf8(bytes).unwrap();
        for mode in MODES {
            text = text.replace(mode, "");
        }
        assert!(text.is_empty(), "{text:?} between two frames");
    }
}

/// Every kind of screen.
const KEYS: [&str; 14] = [
    "j",
    "\x0c",
    "usfj\r",
    "/法治\r",
    "c",
    "?",
    "?",
    "a字“”\x07",
    "A\t\t\x07",
    "e\x07",
    "d",
    "n",
    "!",
    "]]]]",
];

#[test]
fn from_start_to_end_only_frames_and_only_what_every_terminal_knows() {
    side_by_side(["xterm-256color", "screen", "linux", "vt100"], |term| {
        let office = Office::new();
        let mut pty = office.run().env("TERM", term).start();
        pty.wait_for_text("退出");
        for keys in KEYS {
            pty.send(keys);
            pty.settle(Duration::from_millis(60));
        }
        pty.resize(100, 30);
        pty.wait_for_text("退出");
        for signal in [Signal::TSTP, Signal::CONT, Signal::WINCH] {
            pty.signal(signal);
        }
        pty.settle(Duration::from_millis(400));
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        pty.settle(Duration::from_millis(100));
        is_silent(&pty.raw());
        is_framed(&pty.raw());
    });
}

#[test]
fn stopped_and_brought_back_by_a_shell_it_asks_nothing_either() {
    let office = Office::new();
    let ledger = office.ledger().display().to_string();
    let script = r#"set -m; "$0" --db "$1" --as-of 2025-06-24; echo stopped; fg >/dev/null; echo ended"#;
    let mut pty = Run::new(DUBAN).arg(&ledger).under(script).start();
    pty.wait_for_text("退出");
    let start = pty.mark();
    pty.send("\x1a");
    pty.wait_raw(start, "stopped", |raw| find(raw, b"stopped").is_some());
    let mark = pty.mark();
    pty.wait_raw(mark, "drawn anew", |raw| {
        find(raw, b"\x1b[2J").is_some() && find(raw, "退出".as_bytes()).is_some()
    });
    pty.send("q");
    pty.wait_exit();
    let raw = pty.raw();
    is_silent(&raw);
}

#[test]
fn told_to_end_in_the_middle_of_anything_it_closes_what_is_open() {
    let office = Office::new();
    for (keys, signal) in [("", Signal::TERM), ("A", Signal::HUP), ("u", Signal::INT), ("?", Signal::QUIT)] {
        let mut pty = office.open(80, 24);
        pty.send(keys);
        pty.send("jkjkjkjk");
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), 128 + signal.as_raw());
        pty.settle(Duration::from_millis(100));
        let raw = pty.raw();
        is_silent(&raw);
        let (open, close) = (last(&raw, b"\x1b[?2026h"), last(&raw, b"\x1b[?2026l"));
        assert!(open < close, "a synchronized update left open");
        assert!(last(&raw, b"\x1b[?25l") < last(&raw, b"\x1b[?25h"), "the cursor left hidden");
    }
}

fn last(raw: &[u8], what: &[u8]) -> Option<usize> {
    raw.windows(what.len()).rposition(|w| w == what)
}
