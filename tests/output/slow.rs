//! Slow links and terminals that nobody reads.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::film::{frames, seen};
use crate::office::{Office, side_by_side, soaked};
use crate::pty::Pty;

/// Bytes a second at the far end of the slow link.
const DRAIN: u64 = 9_600;

/// When the far end has everything, if a relay takes whatever comes at once and passes on [`DRAIN`] bytes a second.
fn arrived(came: &[(Instant, usize)]) -> Instant {
    let (mut free, mut before) = (came[0].0, 0);
    for (at, total) in came {
        let bytes = (total - before) as u64;
        free = free.max(*at) + Duration::from_micros(bytes * 1_000_000 / DRAIN);
        before = *total;
    }
    free
}

/// Sends keys at a rate, as a held key does. The moment of the last.
fn hold(pty: &mut Pty, keys: impl Iterator<Item = &'static str>, every: Duration) -> Instant {
    let start = Instant::now();
    let mut last = start;
    for (n, key) in (0..).zip(keys) {
        let due = start + every * n;
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        last = Instant::now();
        pty.send(key);
    }
    last
}

/// Holds that the screen is what a fresh drawing of it gives: the newest state.
fn is_newest(pty: &Pty) {
    pty.rest(Duration::from_millis(260));
    let (mark, shown) = (pty.mark(), pty.screen(seen));
    pty.signal(Signal::WINCH);
    pty.wait_raw(mark, "drawn anew", |raw| !frames(raw).is_empty());
    assert!(shown == pty.screen(seen), "what came last is not the newest");
}

/// Holds a key for five seconds in front of a relay that takes everything at once and passes it on slowly.
fn held(cols: u16, rows: u16, keys: &[&'static str]) {
    let office = Office::new();
    let mut pty = office.open(cols, rows);
    pty.settle(Duration::from_millis(600));
    let before = pty.came().len();
    let last = hold(&mut pty, keys.iter().copied().cycle().take(150), Duration::from_micros(33_333));
    pty.rest(Duration::from_millis(260));
    let came = pty.came().split_off(before);
    let late = arrived(&came).saturating_duration_since(last);
    println!("{cols}x{rows}: {} frames, complete {late:?} after the last key", came.len());
    assert!(came.len() > 5, "{} frames in five seconds", came.len());
    assert!(late <= Duration::from_millis(500), "{cols}x{rows}: {late:?}");
    is_newest(&pty);
}

#[test]
fn a_held_key_is_over_half_a_second_after_it_is_let_go() {
    let up_and_down = [["j"; 18], ["k"; 18]].concat();
    let cases = [(80, 24, &["j"][..]), (80, 24, &up_and_down), (120, 40, &up_and_down)];
    side_by_side(cases, |(cols, rows, keys)| held(cols, rows, keys));
}

#[test]
fn two_hundred_keys_in_one_burst_are_few_frames_and_it_leaves_at_once() {
    let office = Office::new();
    let mut pty = office.open(80, 24);
    let mark = pty.mark();
    let start = Instant::now();
    pty.send("j".repeat(200) + "q");
    assert_eq!(pty.wait_exit(), 0);
    println!("left after {:?}, {} frames", start.elapsed(), frames(&pty.since(mark)).len());
    assert!(start.elapsed() <= Duration::from_secs(1), "{:?}", start.elapsed());
    assert!(frames(&pty.since(mark)).len() <= 30);
}

#[test]
fn behind_a_terminal_of_400_bytes_a_second_keys_and_saves_go_on() {
    let office = Office::new();
    let mut pty = office.open(80, 24);
    pty.trickle(400);
    hold(&mut pty, ["j", "k"].into_iter().cycle().take(60), Duration::from_millis(33));
    // What is typed is in the ledger long before anything of it is on the screen.
    let typed = Instant::now();
    pty.send("14a");
    std::thread::sleep(Duration::from_millis(200));
    pty.send("隔着慢线路填的\r");
    while !office.says(&["show", "14"]).contains("隔着慢线路填的") {
        assert!(typed.elapsed() < Duration::from_secs(2), "not saved after {:?}", typed.elapsed());
    }
    println!("in the ledger after {:?}", typed.elapsed());
    pty.read_on();
    pty.wait_for_text(">14");
    pty.wait_for_text("已保存 14 县司法局");
    is_newest(&pty);
}

#[test]
fn a_terminal_nobody_reads_holds_up_neither_keys_nor_others_nor_the_end() {
    side_by_side([None, Some(Signal::TERM), Some(Signal::HUP)], unread);
}

fn unread(end: Option<Signal>) {
    let office = Office::new();
    let mut pty = office.open(200, 50);
    pty.stop_reading();
    // Every one of them a full frame: far more than a pseudo-terminal holds.
    let (start, unread) = (Instant::now(), Duration::from_secs(soaked(2, 60)));
    while start.elapsed() < unread {
        pty.signal(Signal::WINCH);
        pty.send("j");
        std::thread::sleep(Duration::from_millis(60));
    }
    let other = Instant::now();
    office.says(&["add", "3", "--unit", "yfzxb", "--date", "2025-06-20", "旁人照样能填报"]);
    println!("somebody else's report took {:?}", other.elapsed());
    assert!(other.elapsed() < Duration::from_secs(1), "{:?}", other.elapsed());
    pty.send("u");
    pty.send("\x07");
    let start = Instant::now();
    match end {
        None => pty.send("q"),
        Some(signal) => pty.signal(signal),
    }
    let code = pty.wait_exit();
    println!("{end:?} ended it after {:?}", start.elapsed());
    assert_eq!(code, end.map_or(0, |s| 128 + s.as_raw()));
    assert!(start.elapsed() <= Duration::from_millis(1_500), "{:?}", start.elapsed());
}
