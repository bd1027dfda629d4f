//! A colleague's report appears within a second, and nothing moves under whoever reads or writes.

use std::time::{Duration, Instant};

use crate::ledger::Ledger;
use crate::stage::opened;

/// What is promised, and as much again for the emulator and a busy machine.
const SOON: Duration = Duration::from_secs(2);

const LONG: &str = "这一条写得很长,要翻着看。";

/// A ledger with enough on task 14 to scroll in.
fn full() -> Ledger {
    let ledger = Ledger::new();
    for day in ["2025-05-28", "2025-05-29", "2025-06-01", "2025-06-02"] {
        let text = format!("{day}报的。{}", LONG.repeat(12));
        ledger.said(&["add", "14", "--unit", "sfj", "--date", day, &text]);
    }
    ledger
}

#[test]
fn in_a_list_with_its_detail_scrolled() {
    let ledger = full();
    let mut pty = opened(&ledger.path);
    pty.send("14");
    pty.wait_for_text("2025-06-02报的");
    pty.send("J");
    pty.wait_for("scrolled", |s| !s.contents().contains("2025-06-02报的"));
    pty.settle(Duration::from_millis(300));
    // Below tabs and light.
    let detail = |s: &vt100::Screen| -> Vec<String> { s.rows(25, 80).skip(14).take(8).collect() };
    let before = pty.screen(detail);
    let since = Instant::now();
    ledger.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-03", "--status", "behind", "同事刚报的"]);
    pty.wait_for_text("黄 进展滞后 06-03");
    assert!(since.elapsed() < SOON, "{:?}", since.elapsed());
    pty.settle(Duration::from_millis(300));
    assert_eq!(pty.screen(detail), before, "what is being read stays where it is");
    assert!(pty.screen(|s| s.contents().contains(">14")), "the cursor stays on its row");
    pty.send("K");
    pty.send("K");
    pty.wait_for_text("同事刚报的");
}

#[test]
fn in_a_form_with_the_caret_in_the_middle() {
    let ledger = full();
    let mut pty = opened(&ledger.path);
    pty.send("14");
    pty.wait_for_text(">14");
    pty.send("a");
    pty.wait_for_text("填报 14 县司法局");
    pty.send("写到一半的字");
    pty.wait_for_text("写到一半的字");
    pty.send("\x1b[D\x1b[D");
    pty.settle(Duration::from_millis(300));
    let (row, column) = pty.screen(vt100::Screen::cursor_position);
    let since = Instant::now();
    ledger.said(&["add", "13", "--unit", "sfj", "--date", "2025-06-03", "--status", "behind", "同事刚报的"]);
    pty.wait_for_text("黄 进展滞后 06-03");
    assert!(since.elapsed() < SOON, "{:?}", since.elapsed());
    pty.settle(Duration::from_millis(300));
    assert_eq!(pty.screen(vt100::Screen::cursor_position), (row, column));
    pty.send("着");
    pty.wait_for_text("写到一半着的字");
}

#[test]
fn without_asking_again_and_again() {
    let ledger = full();
    let pty = opened(&ledger.path);
    // The looks behind the last write reach four seconds past it.
    std::thread::sleep(Duration::from_millis(5_500));
    pty.settle(Duration::from_millis(300));
    let (naps, glances) = (pty.naps(), pty.glances());
    std::thread::sleep(Duration::from_millis(1_500));
    assert_eq!(pty.naps(), naps, "an idle screen sleeps");
    // Only whoever listens looks at the window's size, once in that time or, at its edges, twice.
    assert!(pty.glances() - glances <= 2, "{} glances", pty.glances() - glances);
}
