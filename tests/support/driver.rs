//! Any keys at any size on the real program in a real terminal: it lives or ends by a key that quits, and is
//! started again on the same ledger.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::monkey::{Act, Monkey};
use crate::office::{Office, fresh_modes};
use crate::pty::Pty;

/// Between two looks at the screen.
const ROUND: usize = 40;

/// So long the program, built without optimisation on a busy machine, may be behind keys that come a thousand a second.
const BEHIND: Duration = Duration::from_secs(60);

/// What came of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Played {
    pub acts: usize,
    pub starts: usize,
    pub looks: usize,
    pub entries: i64,
    pub changes: i64,
}

/// Plays so many acts.
pub fn play(seed: u64, acts: usize) -> Played {
    let office = Office::new();
    office.report("14", "sfj", "开头就有的");
    let before = fresh_modes();
    let mut monkey = Monkey::new(seed);
    let mut played = Played { acts, ..Played::default() };
    let mut size = (80, 24);
    let mut left = acts;
    while left > 0 {
        played.starts += 1;
        let mut pty = start(&office, size);
        let mut latest: Vec<Act> = Vec::new();
        while left > 0 && pty.alive() {
            latest.clear();
            for _ in 0..ROUND.min(left) {
                let act = monkey.act();
                latest.push(act.clone());
                do_it(&office, &mut pty, act, &mut size);
                left -= 1;
            }
            pty.settle(Duration::from_millis(40));
            if pty.alive() {
                look(&pty, seed, &latest);
                played.looks += 1;
            }
        }
        end(&mut pty, &before, seed, &latest);
    }
    assert!(office.says(&["verify"]).contains(':'), "seed {seed}");
    let db = rusqlite::Connection::open(office.ledger()).unwrap();
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok", "seed {seed}");
    (played.entries, played.changes) =
        (number("SELECT count(*) FROM entry"), number("SELECT count(*) FROM history"));
    played
}

fn start(office: &Office, (columns, rows): (u16, u16)) -> Pty {
    let pty = office.run().size(columns, rows).env("RUST_BACKTRACE", "1").start();
    pty.wait_for("our screen", vt100::Screen::alternate_screen);
    pty
}

fn do_it(office: &Office, pty: &mut Pty, act: Act, size: &mut (u16, u16)) {
    // It may have ended before the key came; the look afterwards tells how.
    if !pty.alive() {
        return;
    }
    match act {
        Act::Bytes(bytes) => pty.send(bytes),
        Act::Resize(columns, rows) => {
            *size = (columns, rows);
            pty.resize(columns, rows);
        }
        Act::Stop => {
            for signal in [Signal::TSTP, Signal::STOP, Signal::CONT, Signal::WINCH] {
                pty.signal(signal);
            }
        }
        Act::Report => office.report("1", "yfzxb", "别人也在写"),
        Act::Pause => std::thread::sleep(Duration::from_millis(1100)),
    }
    // Mostly each in a read of its own.
    std::thread::sleep(Duration::from_millis(1));
}

/// Nothing stands in the last column, where some terminals would wrap; after a change of size, once it is drawn.
#[track_caller]
fn look(pty: &Pty, seed: u64, latest: &[Act]) {
    let is_empty = |screen: &vt100::Screen| {
        let (rows, columns) = screen.size();
        let (rows, last) = (rows.get(), columns.get() - 1);
        let mut cells = (0..rows).map(|row| screen.cell(row, last).unwrap());
        last == 0 || cells.all(|cell| cell.contents().trim().is_empty() && !cell.is_wide_continuation())
    };
    let start = Instant::now();
    while !pty.screen(is_empty) {
        let screen = pty.screen(vt100::Screen::contents);
        assert!(start.elapsed() < BEHIND, "seed {seed}: in the last column after {latest:?}\n{screen}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// It ended by a key, or is told to now; either way the terminal is as it was.
#[track_caller]
fn end(pty: &mut Pty, before: &str, seed: u64, latest: &[Act]) {
    let by_key = !pty.alive();
    if !by_key {
        pty.signal(Signal::TERM);
    }
    let code = pty.wait_exit();
    pty.settle(Duration::from_millis(20));
    let said = String::from_utf8_lossy(&pty.raw()).into_owned();
    let tail: String = said.chars().rev().take(600).collect::<Vec<_>>().into_iter().rev().collect();
    // The signal may have come behind a key that quits.
    assert!(code == 0 || code == 143 && !by_key, "{code}, seed {seed}, after {latest:?}: {tail}");
    assert_eq!(pty.modes(), before, "seed {seed}");
    pty.screen(|screen| {
        assert!(
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste(),
            "seed {seed}"
        );
    });
}
