//! Windows of every size, and storms of them.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::office::{Office, READY, contains, count, opened};
use crate::pty::Pty;

fn rows(pty: &Pty) -> Vec<String> {
    let columns = pty.screen(|screen| screen.size().1.get());
    pty.screen(|screen| screen.rows(0, columns).map(|row| row.trim_end().to_owned()).collect())
}

#[test]
fn a_storm_of_sizes_costs_few_frames_and_ends_right() {
    let office = Office::new();
    office.report("1", "yfzxb", "听取汇报一次");
    let mut pty = office.opened();
    pty.settle(Duration::from_millis(200));
    let (mark, start) = (pty.mark(), Instant::now());
    let odd = [(0, 0), (1, 1), (20, 5), (80, 24), (500, 200), (61, 13), (39, 9), (41, 11), (0, 24), (80, 0)];
    for i in 0..300_u16 {
        let (cols, rows) = match usize::from(i) % 15 {
            at if at < odd.len() => odd[at],
            _ => (i * 7 % 500, i * 3 % 200),
        };
        pty.resize(cols, rows);
        std::thread::sleep(Duration::from_millis(3));
    }
    let took = start.elapsed();
    let frames = count(&pty.since(mark), "\x1b[?2026h");
    println!("300 sizes in {took:?}: {frames} frames");
    // Thirty in a second; a busy machine takes longer over it and may draw for as long.
    let allowed = 30.0 * took.as_secs_f64().max(1.0);
    assert!(f64::from(u32::try_from(frames).unwrap()) <= allowed, "{frames} frames in {took:?}");
    for (cols, rows_now) in [(77, 21), (133, 41), (40, 10)] {
        pty.resize(cols, rows_now);
        pty.settle(Duration::from_millis(300));
        let fresh = opened(office.run().size(cols, rows_now));
        fresh.settle(Duration::from_millis(200));
        assert_eq!(rows(&pty), rows(&fresh), "{cols}x{rows_now}");
    }
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}

#[test]
fn too_small_a_window_says_so_and_loses_nothing() {
    let office = Office::new();
    let mut pty = office.opened();
    crate::office::write_a_line(&mut pty, "写到一半");
    pty.resize(20, 5);
    pty.wait_for_text("窗口太小");
    pty.send("窗口变小");
    pty.resize(1, 1);
    pty.resize(80, 24);
    pty.wait_for_text("> 写到一半窗口变小");
    pty.send("\r");
    pty.wait_for_text("已保存 14");
}

#[test]
fn whoever_asks_gets_everything_drawn_anew() {
    let office = Office::new();
    let mut pty = office.opened();
    let whole = |raw: &[u8]| contains(raw, "\x1b[2J") && contains(raw, "嵊政办发") && contains(raw, READY);
    for ask in ["the size told again", "Ctrl-L"] {
        pty.settle(Duration::from_millis(100));
        let mark = pty.mark();
        if ask == "Ctrl-L" {
            pty.send("\x0c");
        } else {
            pty.signal(Signal::WINCH);
        }
        pty.wait_raw(mark, ask, whole);
    }
    // Also while something is typed.
    crate::office::write_a_line(&mut pty, "写到一半");
    let mark = pty.mark();
    pty.signal(Signal::WINCH);
    pty.wait_raw(mark, "a repaint behind the form", |raw| {
        contains(raw, "\x1b[2J") && contains(raw, "嵊政办发") && contains(raw, "写到一半\x1b[?25h\x1b[?2026l")
    });
    pty.wait_for_text("> 写到一半");
}

#[test]
fn a_size_that_nobody_told_shows_by_itself_and_at_once_with_a_key() {
    let office = Office::new();
    let mut pty = opened(office.run().under(r#"exec env --block-signal=WINCH "$0" "$@""#));
    for (key, rows, most) in [(None, 30, 2_000), (Some("14"), 40, 1_000)] {
        let foot = |screen: &vt100::Screen| {
            let row = usize::from(rows) - 1;
            screen.rows(0, 100).nth(row).is_some_and(|row| row.contains(READY))
        };
        pty.rest(Duration::from_millis(100));
        pty.resize(100, rows);
        let since = Instant::now();
        if let Some(key) = key {
            pty.send(key);
        }
        pty.wait_for(&format!("{rows} rows"), foot);
        assert!(since.elapsed() < Duration::from_millis(most), "{key:?}: {:?}", since.elapsed());
    }
}
