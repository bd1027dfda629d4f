//! What a frame may cost: at most 1.4 times its payload and 80 bytes, whatever was done.

use std::time::Duration;

use crate::film::{find, frames, ink, payload, seen};
use crate::office::Office;
use crate::pty::Pty;

struct Walk {
    pty: Pty,
    emulator: vt100::Parser,
    at: usize,
}

impl Walk {
    fn at(cols: u16, rows: u16) -> (Self, Office) {
        let office = Office::new();
        let pty = office.open(cols, rows);
        let size = |n: u16| std::num::NonZeroU16::new(n).unwrap();
        let emulator = vt100::Parser::new(size(rows), size(cols), 0);
        (Self { pty, emulator, at: 0 }, office)
    }

    /// Types and waits for what it leads to. The bytes of each frame.
    fn step(&mut self, name: &str, keys: &str) -> Vec<usize> {
        if !keys.is_empty() {
            self.pty.send(keys);
            let t = std::time::Instant::now();
            while self.pty.mark() == self.at && t.elapsed() < Duration::from_millis(500) {
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        self.pty.settle(Duration::from_millis(400));
        let raw = self.pty.since(self.at);
        self.at += raw.len();
        let mut sizes = Vec::new();
        for frame in frames(&raw) {
            let before = seen(self.emulator.screen());
            self.emulator.process(&frame);
            let after = seen(self.emulator.screen());
            let (payload, ink) = (payload(&before, &after), ink(&before, &after));
            let over = if frame.len() > payload * 14 / 10 + 80 { "OVER" } else { "" };
            let over2 = if frame.len() > ink * 14 / 10 + 80 { "over-ink" } else { "" };
            println!("{name:24} {keys:8?} bytes {:5} payload {payload:5} ink {ink:5} {over} {over2}", frame.len());
            if name == "letter" || name == "find" || name == "clear" { println!("{}", String::from_utf8_lossy(&frame).replace('\x1b', "␛").replace('\r', "␍").replace('\n',"␊").replace('\x08', "␈")); }
            sizes.push(frame.len());
        }
        let _ = find;
        sizes
    }
}

#[test]
fn every_step_keeps_to_the_law() {
    for (c, r) in [(80, 24)] {
    println!("=== {c}x{r}");
    let (mut walk, _office) = Walk::at(c, r);
    walk.step("start", "");
    for _ in 0..4 {
        walk.step("move", "j");
    }
    for _ in 0..9 {
        walk.step("move", "j");
    }
    walk.step("end", "G");
    walk.step("home", "g");
    walk.step("digit", "1");
    walk.step("digit", "4");
    walk.step("tab", "]");
    walk.step("tab", "]");
    walk.step("tab", "]");
    walk.step("tab", "]");
    walk.step("tab", "]");
    walk.step("pgdn", "\x1b[6~");
    walk.step("pgup", "\x1b[5~");
    walk.step("zoom", "\r");
    walk.step("pgdn", "\x1b[6~");
    walk.step("unzoom", "\r");
    walk.step("picker", "u");
    walk.step("letter", "s");
    walk.step("letter", "f");
    walk.step("letter", "j");
    walk.step("choose", "\r");
    walk.step("role", "r");
    walk.step("role", "r");
    walk.step("clear", "c");
    walk.step("alarm", "!");
    walk.step("alarm", "!");
    walk.step("alarm", "!");
    walk.step("pane", "h");
    walk.step("pane", "j");
    walk.step("group", "\r");
    walk.step("clear", "c");
    walk.step("help", "?");
    walk.step("help gone", "?");
    walk.step("menu", ".");
    walk.step("menu gone", "\x07");
    walk.step("settings", ",");
    walk.step("gone", "\x07");
    walk.step("status", "s");
    walk.step("gone", "\x07");
    walk.step("find", "/");
    walk.step("find", "法");
    walk.step("find", "治");
    walk.step("enter", "\r");
    walk.step("n", "n");
    walk.step("clear", "c");
    walk.step("line", "a");
    for c in ["督", "办", "法", "治"] {
        walk.step("hanzi", c);
    }
    walk.step("left", "\x1b[D");
    walk.step("left", "\x1b[D");
    walk.step("hanzi mid", "查");
    walk.step("whole", "\t");
    walk.step("end", "\x1b[F");
    walk.step("hanzi", "实");
    walk.step("home", "\x1b[H");
    walk.step("hanzi home", "实");
    walk.step("left", "\x1b[C");
    walk.step("tab", "\t");
    walk.step("shift tab", "\x1b[Z");
    walk.step("leave", "\x07");
    walk.step("form", "A");
    walk.step("leave", "\x07");
    walk.step("edit", "e");
    walk.step("down", "\x1b[B");
    walk.step("hanzi mid of long", "实");
    walk.step("hanzi mid of long", "“");
    walk.step("leave", "\x07");
    walk.step("delete", "d");
    walk.step("no", "n");
    walk.step("undo", "z");
    walk.step("no", "n");
    walk.step("redraw", "\x0c");
    }
}
