//! The terminal layer in a real pseudo-terminal: dropped lines, signals, broken input, stops, blocked output.
//!
//! The program run is this test binary itself: with `DUBAN_TERM_CHILD` set, the test `child` is a small
//! program that shows what it hears.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/echo.rs"]
mod echo;
#[path = "support/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use duban::tui::term::Tty;
use pty::{Pty, Run};
use rustix::process::Signal;

/// A promise: within three seconds of a dropped line or a signal to end, the process is gone.
const HANG_UP: Duration = Duration::from_secs(3);

#[test]
fn child() {
    if std::env::var_os("DUBAN_TERM_CHILD").is_some() {
        let tty = Tty::open().expect("a terminal");
        let (restored, before) = (tty.clone(), std::panic::take_hook());
        std::panic::set_hook(Box::new(move |info| {
            restored.leave();
            before(info);
        }));
        tty.enter().expect("modes");
        let done = std::panic::catch_unwind(|| echo::child_ui(&tty));
        tty.leave();
        std::process::exit(if done.is_ok() { 0 } else { 101 });
    }
}

fn run() -> Run {
    Run::new(std::env::current_exe().unwrap())
        .arg("child")
        .arg("--exact")
        .arg("--nocapture")
        .env("DUBAN_TERM_CHILD", "1")
        .env("RUST_BACKTRACE", "0")
}

fn ready(pty: &Pty) {
    pty.wait_for_text("heard 0");
    pty.wait_for("our screen", vt100::Screen::alternate_screen);
}

/// What is off again after leaving.
fn assert_restored(pty: &Pty, modes_before: &str) {
    assert_eq!(pty.modes(), modes_before);
    pty.screen(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.cursor_position().1, 0, "a fresh line");
    });
    let raw = pty.raw();
    for off in ["\x1b[?2004l", "\x1b[?1000l", "\x1b[?2026l", "\x1b[?25h"] {
        assert!(raw.windows(off.len()).any(|w| w == off.as_bytes()), "{off:?}");
    }
}

/// The modes of a fresh terminal.
fn fresh_modes() -> String {
    Run::new("sleep").arg("9").start().modes()
}

#[test]
fn a_dropped_line_ends_it_even_where_hang_up_is_ignored() {
    for ignoring in [false, true] {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("l.db");
        let run = run().env("DUBAN_TERM_LEDGER", &ledger);
        let mut pty = if ignoring { run.ignoring_hang_up().start() } else { run.start() };
        ready(&pty);
        let (cpu, start) = (pty.cpu(), Instant::now());
        pty.hang_up();
        assert_eq!(pty.wait_exit(), 129, "ignoring {ignoring}");
        assert!(start.elapsed() < HANG_UP, "{:?}", start.elapsed());
        // Processor time: it must not spin on a line that is gone.
        let used = pty.cpu().saturating_sub(cpu);
        assert!(used < Duration::from_millis(200), "{used:?}");
        assert_eq!(std::fs::read_to_string(ledger.with_extension("draft")).unwrap(), "safe");
    }
}

#[test]
fn a_stuck_ui_does_not_keep_it_alive() {
    for line_drops in [false, true] {
        let mut pty = run().start();
        ready(&pty);
        pty.send("S");
        // Neither reads the terminal: what is given back cannot be written, and that must not matter.
        pty.stop_reading();
        let start = Instant::now();
        if line_drops {
            pty.hang_up();
        } else {
            pty.signal(Signal::TERM);
        }
        assert_eq!(pty.wait_exit(), if line_drops { 129 } else { 143 });
        assert!(start.elapsed() < HANG_UP, "{:?}", start.elapsed());
    }
}

#[test]
fn broken_input_does_not_stop_later_keys() {
    let cases: [(&[u8], &str); 7] = [
        (b"\x1b[", ""),
        (b"\x1b", "<Esc"),
        (b"\xe4\xb8", "<not utf-8>"),
        (b"\xd6", "<not utf-8>"),
        (b"\x1b[200~abc", "<paste abc>"),
        (b"\x1b]11;rgb:1e1e", ""),
        (b"\x1b[M!", ""),
    ];
    for (bytes, heard) in cases {
        let mut pty = run().start();
        ready(&pty);
        pty.send(bytes);
        if heard.is_empty() {
            pty.settle(Duration::from_millis(1200));
        } else {
            pty.wait_for_text(heard);
        }
        pty.send("j");
        pty.wait_for_text("<j>");
        pty.signal(Signal::TERM);
        assert_eq!(pty.wait_exit(), 143);
    }
}

#[test]
fn replies_nobody_asked_for_are_not_heard() {
    let mut pty = run().start();
    ready(&pty);
    pty.send(b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[24;1R\x1b[?62c\x1b[I\x1b[Oj");
    pty.wait_for_text("heard 1 ");
    pty.send("中“文");
    pty.wait_for_text("heard 4 ");
    let raw = pty.raw();
    for query in ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[?u", "\x1b]10", "\x1b]11", "\x0e", "\x0f"] {
        assert!(!raw.windows(query.len()).any(|w| w == query.as_bytes()), "{query:?}");
    }
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn every_ending_restores_the_terminal() {
    let before = fresh_modes();
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::HUP, 129)] {
        let mut pty = run().start();
        ready(&pty);
        assert_ne!(pty.modes(), before);
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), code);
        pty.wait_for_text(&format!("ended: Signal({})", code - 128));
        assert_restored_but_line(&pty, &before);
    }
    for (key, code) in [("q", 0), ("P", 101)] {
        let mut pty = run().start();
        ready(&pty);
        pty.send(key);
        assert_eq!(pty.wait_exit(), code);
        pty.wait_raw(0, "left", |raw| raw.windows(8).any(|w| w == b"\x1b[?1049l"));
        pty.settle(Duration::from_millis(50));
        assert_eq!(pty.raw().windows(8).filter(|w| w == b"\x1b[?1049l").count(), 1, "left once");
        assert_restored(&pty, &before);
        if code != 0 {
            assert!(pty.screen(vt100::Screen::contents).contains("asked to panic"));
        }
    }
}

fn assert_restored_but_line(pty: &Pty, before: &str) {
    pty.settle(Duration::from_millis(50));
    assert_restored(pty, before);
}

#[test]
fn unread_input_is_not_left_to_the_shell() {
    let mut pty = run().under(r#""$0" "$@"; read -t 1 rest; echo "left:[$rest]""#).start();
    ready(&pty);
    pty.send("q\x1b[24;1R; echo no\r");
    pty.wait_for_text("left:[]");
}

#[test]
fn a_new_size_is_told_and_drawn() {
    let mut pty = run().start();
    ready(&pty);
    for (cols, rows) in [(120, 40), (20, 5), (61, 13), (80, 24)] {
        pty.resize(cols, rows);
        pty.wait_for_text(&format!("size {cols}x{rows}"));
    }
    // The same size again: whoever sends that wants everything drawn anew.
    let mark = pty.mark();
    pty.signal(Signal::WINCH);
    pty.wait_raw(mark, "a full repaint", |raw| raw.windows(4).any(|w| w == b"\x1b[2J"));
    for i in 0..300_u16 {
        pty.resize(i * 7 % 500, i * 3 % 200);
    }
    pty.resize(77, 21);
    pty.wait_for_text("size 77x21");
}

#[test]
fn a_frame_is_one_write_and_idle_is_silent() {
    let mut pty = run().start();
    ready(&pty);
    pty.settle(Duration::from_millis(100));
    let (writes, mark) = (pty.writes(), pty.mark());
    for i in 1..=20 {
        pty.send("j");
        pty.wait_for_text(&format!("heard {i} "));
    }
    pty.settle(Duration::from_millis(100));
    let frames = pty.since(mark).windows(8).filter(|w| w == b"\x1b[?2026h").count();
    assert_eq!(frames, 20);
    assert_eq!(pty.writes() - writes, 20, "one write for each frame");
    let naps = || pty.naps() + pty.glances();
    let (before, mark, cpu) = (naps(), pty.mark(), pty.cpu());
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(pty.mark(), mark);
    assert!(naps() - before <= 2, "woke {} times", naps() - before);
    assert_eq!(pty.cpu(), cpu);
}

#[test]
fn a_held_key_is_one_frame_and_order_is_kept() {
    let mut pty = run().start();
    ready(&pty);
    let mark = pty.mark();
    pty.send("j".repeat(200));
    pty.wait_for_text("heard 200 ");
    let frames = pty.since(mark).windows(8).filter(|w| w == b"\x1b[?2026h").count();
    assert!(frames <= 30, "{frames}");
    let text = "一行\r\n".repeat(20_000);
    pty.send(format!("\x1b[200~{text}\x1b[201~k"));
    pty.wait_for_text("<paste 一行/一行/");
    pty.wait_for_text("heard 202 ");
}

#[test]
fn a_terminal_nobody_reads_delays_neither_keys_nor_the_end() {
    let mut pty = run().size(200, 50).start();
    ready(&pty);
    pty.stop_reading();
    // Far more than a pseudo-terminal holds: every resize is a full repaint.
    for i in 0..400 {
        pty.resize(200 - i % 2, 50);
        pty.send("abcdefgh");
        std::thread::sleep(Duration::from_millis(2));
    }
    pty.read_on();
    pty.wait_for_text("heard 3200 ");
    pty.stop_reading();
    for i in 0..100 {
        pty.resize(200 - i % 2, 50);
        std::thread::sleep(Duration::from_millis(5));
    }
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn somebody_elses_write_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = dir.path().join("l.db");
    let pty = run().env("DUBAN_TERM_LEDGER", &ledger).start();
    ready(&pty);
    pty.wait_for_text("looks 0");
    std::fs::write(dir.path().join("l.db-wal"), "commit").unwrap();
    pty.wait_for_text("looks 1");
    // And looked at again afterwards, when the commit has become visible.
    pty.wait_for_text("looks 3");
}

#[test]
fn stopping_is_ignored_where_no_shell_could_bring_it_back() {
    let mut pty = run().start();
    ready(&pty);
    let mark = pty.mark();
    pty.send("\x1a");
    pty.wait_for_text("suspend false");
    pty.signal(Signal::TSTP);
    pty.send("j");
    pty.wait_for_text("<j>");
    assert!(!pty.since(mark).windows(8).any(|w| w == b"\x1b[?1049l"));
}

#[test]
fn a_shells_job_stops_and_comes_back() {
    let mut pty =
        run().under(r#"set -m; "$0" "$@"; echo "stopped $?"; stty -a; read; fg; echo "back $?""#).start();
    ready(&pty);
    pty.send("a\x1a");
    // A stop by SIGSTOP: the default of the signal that came first cannot be had back without unsafe code.
    pty.wait_for_text("stopped 147");
    pty.wait_for_text("isig icanon iexten echo echoe");
    pty.screen(|screen| {
        assert!(!screen.alternate_screen() && !screen.hide_cursor());
    });
    pty.send("\r");
    pty.wait_for_text("suspend true");
    pty.wait_for("our screen again", vt100::Screen::alternate_screen);
    pty.send("j");
    pty.wait_for_text("<j>");
    pty.send("q");
    pty.wait_for_text("back 0");
}

#[test]
fn a_stop_that_cannot_be_caught_is_repaired() {
    let mut pty = run().start();
    ready(&pty);
    pty.signal(Signal::STOP);
    let mark = pty.mark();
    pty.signal(Signal::CONT);
    pty.wait_raw(mark, "a full repaint", |raw| raw.windows(8).any(|w| w == b"\x1b[?1049h"));
    pty.send("j");
    pty.wait_for_text("<j>");
}
