//! Stopping and going on, under a shell with job control and without one; and what flow control may not eat.

use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::office::{Office, READY, contains, fresh_modes, write_a_line};
use crate::pty::{DEADLINE, Pty, Run};

const PROMPT: &str = "shell>";

/// A person's shell, with the program's ledger in its environment.
fn shell(office: &Office) -> Pty {
    let run = Run::new("bash").arg("--noprofile").arg("--norc").arg("-i");
    let run = run.env("PS1", format!("{PROMPT} ")).env("HOME", office.folder.path());
    let run = run.env("DUBAN_DB", office.ledger()).env("HISTFILE", "").env("d", crate::office::DUBAN);
    let pty = run.start();
    prompted(&pty);
    pty
}

/// The shell waits for a command, on a line of its own.
fn prompted(pty: &Pty) {
    pty.wait_for("a prompt", |screen| {
        let row = screen.rows(0, 80).nth(usize::from(screen.cursor_position().0));
        row.is_some_and(|row| row.trim_end() == PROMPT)
    });
}

/// The terminal's modes as a command under the shell finds them.
fn stty(pty: &mut Pty, office: &Office) -> String {
    let file = office.folder.path().join("modes");
    let _ = std::fs::remove_file(&file);
    pty.send(format!("stty -g >{}\r", file.display()));
    // The redirection makes the file before the command fills it.
    let end = Instant::now() + DEADLINE;
    while !std::fs::read_to_string(&file).is_ok_and(|modes| modes.ends_with('\n')) {
        assert!(Instant::now() < end, "no modes");
        std::thread::sleep(Duration::from_millis(2));
    }
    prompted(pty);
    std::fs::read_to_string(file).unwrap()
}

fn start(pty: &mut Pty) {
    pty.send("\"$d\" --as-of 2025-06-24\r");
    pty.wait_for_text(READY);
}

fn rows(screen: &vt100::Screen) -> Vec<String> {
    screen.rows(0, 80).map(|row| row.trim_end().to_owned()).collect()
}

/// The program, as the shell's only child.
fn program(pty: &Pty) -> Pid {
    let children = Path::new("/proc").join(pty.pid().to_string()).join("task").join(pty.pid().to_string());
    let children = std::fs::read_to_string(children.join("children")).unwrap();
    Pid::from_raw(children.split_whitespace().next().unwrap().parse().unwrap()).unwrap()
}

/// Brings it back, and holds that all of the screen is drawn anew, with no question put to the terminal.
#[track_caller]
fn foreground(pty: &mut Pty, shown: &[String]) {
    let mark = pty.mark();
    pty.send("fg\r");
    pty.wait_for("the screen as it was", |screen| screen.alternate_screen() && rows(screen) == shown);
    let raw = pty.since(mark);
    assert!(contains(&raw, "\x1b[2J") && contains(&raw, "\x1b[?2004h"));
    for question in ["\x1b[6n", "\x1b[c", "\x1b[?u", "\x1b]11;?"] {
        assert!(!contains(&raw, question), "{question:?}");
    }
}

#[test]
fn a_shells_job_stops_and_comes_back_whole() {
    let office = Office::new();
    office.report("14", "sfj", "受理41件");
    let mut pty = shell(&office);
    let before = stty(&mut pty, &office);
    start(&mut pty);
    pty.send("14");
    pty.wait_for_text("受理41件");
    let pid = program(&pty);
    pty.send("j");
    pty.wait_for_text(">15");
    let shown = pty.screen(rows);
    let stops: [&dyn Fn(&mut Pty); 3] = [
        &|pty| pty.send("\x1a"),
        &|_| kill_process(pid, Signal::TSTP).unwrap(),
        // Told to go on behind the shell's back, it may not touch the terminal: it stops again.
        &|pty| {
            kill_process(pid, Signal::TSTP).unwrap();
            prompted(pty);
            kill_process(pid, Signal::CONT).unwrap();
            let stat = format!("/proc/{}/stat", pid.as_raw_nonzero());
            while !std::fs::read_to_string(&stat).unwrap().contains(") T ") {
                std::thread::yield_now();
            }
        },
    ];
    for stop in stops {
        stop(&mut pty);
        prompted(&pty);
        pty.screen(|screen| assert!(!screen.alternate_screen() && !screen.hide_cursor()));
        assert_eq!(stty(&mut pty, &office), before);
        foreground(&mut pty, &shown);
    }
    pty.send("k");
    pty.wait_for_text(">14");
    pty.send("q");
    prompted(&pty);
    assert_eq!(stty(&mut pty, &office), before);
}

#[test]
fn in_a_form_ctrl_z_takes_typing_back_and_never_stops() {
    let office = Office::new();
    let mut pty = shell(&office);
    start(&mut pty);
    write_a_line(&mut pty, "写错了");
    let mark = pty.mark();
    pty.send("\x1a");
    pty.wait_for("undone", |screen| !screen.contents().contains("写错了"));
    pty.send("写对了");
    pty.wait_for_text("> 写对了");
    assert!(!contains(&pty.since(mark), "\x1b[?1049l"));
}

#[test]
fn without_a_shell_to_come_back_to_it_does_not_stop() {
    let office = Office::new();
    let mut pty = office.opened();
    pty.settle(Duration::from_millis(200));
    let mark = pty.mark();
    pty.send("\x1a");
    pty.signal(Signal::TSTP);
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(pty.since(mark), b"", "nothing is seen of it");
    pty.send("14");
    pty.wait_for_text(">14");
    // Whoever stops it all the same gets the whole screen afterwards.
    for signal in [Signal::TSTP, Signal::STOP] {
        let mark = pty.mark();
        pty.signal(signal);
        pty.signal(Signal::CONT);
        pty.wait_raw(mark, "a full repaint", |raw| contains(raw, "\x1b[2J") && contains(raw, READY));
    }
    pty.send("15");
    pty.wait_for_text(">15");
}

#[test]
fn flow_control_is_off_and_ctrl_s_saves_as_another_key_does() {
    assert!(fresh_modes().contains("IXON"));
    let office = Office::new();
    let mut pty = office.opened();
    assert!(!pty.modes().contains("IXON") && !pty.modes().contains("IXOFF"));
    for (key, text) in [("\x13", "用Ctrl-S存的"), ("\x0f", "用Ctrl-O存的"), ("\r", "用Enter存的")] {
        write_a_line(&mut pty, text);
        pty.send(key);
        pty.wait_for_text("已保存 14");
        assert!(office.says(&["log", "--json"]).contains(text));
    }
    // Ctrl-Q, Ctrl-J and Ctrl-H are not q, j and h.
    pty.send("14");
    pty.wait_for_text("到第14项");
    pty.send("\x11\n\x08");
    pty.send("\x0c");
    std::thread::sleep(Duration::from_millis(300));
    pty.wait_for_text(">14");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}
