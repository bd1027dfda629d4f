//! However a session ends: the terminal is as it was, one sentence is said, and what was typed is in the drafts.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags};
use rustix::process::Signal;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::office::{
    Office, READY, assert_one_sentence, assert_restored, contains, fresh_modes, last_words, opened,
    write_a_line,
};
use crate::pty::{Pty, Run};

/// A dropped line ends the program within this.
const HANG_UP: Duration = Duration::from_secs(3);
/// Everything else within one second; another one for a busy machine.
const ENDING: Duration = Duration::from_secs(2);

/// The threads besides the one that draws.
const THREADS: [&str; 5] = ["reader", "writer", "drafts", "tty-in", "tty-out"];

/// The whole program, in which a thread falls over when the file that `DUBAN_TEST_FALL` names has its name in it.
#[test]
fn child() {
    if std::env::var_os("DUBAN_TEST_FALL").is_some() {
        let words = ["duban", "--as-of", crate::office::DAY].map(Into::into);
        let code = duban::cli::run(words, |context| duban::tui::run_watched(context, fall_over));
        std::process::exit(i32::from(code != ExitCode::SUCCESS));
    }
}

fn fall_over() {
    let wanted = std::env::var_os("DUBAN_TEST_FALL").and_then(|file| std::fs::read_to_string(file).ok());
    let thread = std::thread::current();
    let name = thread.name().filter(|name| THREADS.contains(name)).unwrap_or("ui");
    assert_ne!(wanted.as_deref(), Some(name), "asked to");
}

#[test]
fn a_dropped_line_ends_it_without_spinning_and_without_a_lock() {
    for ignoring in [false, true] {
        let office = Office::new();
        let run = office.run();
        let mut pty = opened(if ignoring { run.ignoring_hang_up() } else { run });
        write_a_line(&mut pty, "线路断了");
        let (cpu, start) = (pty.cpu(), Instant::now());
        pty.hang_up();
        assert_eq!(pty.wait_exit(), 129, "ignoring {ignoring}");
        let (took, used) = (start.elapsed(), pty.cpu().saturating_sub(cpu));
        println!("hang-up, ignored {ignoring}: {took:?}, processor {used:?}");
        assert!(took < HANG_UP && used < Duration::from_millis(200), "{took:?} {used:?}");
        assert!(office.says(&["drafts"]).contains("线路断了"));
        office.report("1", "yfzxb", "别人照样能写");
        // Whoever comes back finds the draft free.
        let mut again = office.opened();
        again.wait_for_text("有1份没写完的草稿");
        again.send("a");
        again.wait_for_text("线路断了");
    }
}

#[test]
fn a_signal_ends_it_in_order() {
    let before = fresh_modes();
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::HUP, 129)] {
        let office = Office::new();
        let mut pty = office.opened();
        assert_ne!(pty.modes(), before);
        write_a_line(&mut pty, "信号来的时候");
        let start = Instant::now();
        pty.signal(signal);
        assert_eq!(pty.wait_exit(), code);
        let took = start.elapsed();
        println!("{signal:?}: {took:?}");
        assert!(took < ENDING, "{took:?}");
        assert_restored(&pty, &before);
        assert_one_sentence(&last_words(&pty));
        assert!(office.says(&["drafts"]).contains("信号来的时候"), "{signal:?}");
    }
}

/// Until the thread that waits for the terminal has a frame to wait with.
fn fill_the_terminal(pty: &mut Pty) {
    let naps = |pid: u32| {
        let threads = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap().flatten().map(|t| t.path());
        let named =
            |t: &PathBuf| std::fs::read_to_string(t.join("comm")).is_ok_and(|name| name == "tty-out\n");
        let status =
            std::fs::read_to_string(threads.into_iter().find(named).unwrap().join("status")).unwrap();
        status.lines().find(|line| line.starts_with("voluntary")).map(ToOwned::to_owned)
    };
    let (pid, start) = (pty.pid(), Instant::now());
    let before = naps(pid);
    pty.stop_reading();
    for width in [200, 199].into_iter().cycle() {
        if naps(pid) != before {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "the terminal takes everything");
        // Each time all of it is drawn again.
        pty.resize(width, 50);
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_thread_that_falls_over_ends_it_in_order() {
    let before = fresh_modes();
    for thread in THREADS.into_iter().chain(["ui"]) {
        let office = Office::new();
        let fall = office.folder.path().join("fall");
        let run = Run::new(std::env::current_exe().unwrap()).arg("endings::child").arg("--exact");
        let run = run.arg("--nocapture").env("DUBAN_TEST_FALL", &fall).env("RUST_BACKTRACE", "1");
        let mut pty = opened(run.env("HOME", office.folder.path()).env("DUBAN_DB", office.ledger()));
        write_a_line(&mut pty, "程序出错之前");
        // What falls while it first writes the draft has none to show for it.
        if thread == "drafts" {
            office.wait_for_draft("程序出错之前");
        }
        // It has something to do only where the terminal does not take a frame at once.
        if thread == "tty-out" {
            fill_the_terminal(&mut pty);
        }
        std::fs::write(&fall, thread).unwrap();
        let start = Instant::now();
        match thread {
            "reader" => office.report("1", "yfzxb", "别人写的"),
            "writer" => pty.send("\r"),
            "tty-out" => pty.read_on(),
            _ => pty.send("。"),
        }
        assert_eq!(pty.wait_exit(), 1, "{thread}");
        let took = start.elapsed();
        println!("{thread} fell: {took:?}");
        assert!(took < ENDING, "{thread} {took:?}");
        assert_restored(&pty, &before);
        let said = last_words(&pty);
        assert_one_sentence(&said);
        assert!(said.contains("程序内部出错(tests/terminal/endings.rs:"), "{said}");
        // What the writer had saved before it fell need not be in a draft any more.
        let kept = office.says(&["drafts"]) + &office.says(&["log"]);
        assert!(kept.contains("程序出错之前"), "{thread}: {kept}");
        assert!(office.says(&["verify", "--json"]).contains("\"sound\": true"), "{thread}");
    }
}

/// A second terminal, opened by hand: what is written to it is read until the main screen is there.
fn second_terminal(start: impl FnOnce(&str) -> Pty) -> Pty {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
    // Held open until the program has it.
    let slave = rustix::fs::open(&*name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let pty = start(&name);
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    while !contains(&seen, READY) {
        let n = rustix::io::read(&master, &mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..n]);
    }
    drop(slave);
    pty
}

#[test]
fn a_screen_that_takes_nothing_any_more_ends_it_in_order() {
    let office = Office::new();
    let before = fresh_modes();
    // Keys come from one terminal, frames go to another, and that one goes away: every write fails.
    let mut pty = second_terminal(|name| office.run().under(&format!(r#"exec "$0" "$@" >{name}"#)).start());
    let start = Instant::now();
    pty.send("14a");
    assert_eq!(pty.wait_exit(), 2);
    println!("write error: {:?}", start.elapsed());
    assert!(start.elapsed() < ENDING, "{:?}", start.elapsed());
    pty.settle(Duration::from_millis(50));
    assert_eq!(pty.modes(), before);
    assert_one_sentence(&String::from_utf8(pty.raw()).unwrap());
}

#[test]
fn the_keys_that_quit_leave_nothing_behind() {
    let before = fresh_modes();
    for how in ["q", "\x03"] {
        let office = Office::new();
        let mut pty = office.opened();
        pty.send(how);
        assert_eq!(pty.wait_exit(), 0);
        assert_restored(&pty, &before);
        assert_eq!(last_words(&pty), "", "{how:?}");
    }
}

#[test]
fn nobody_at_the_keys_ends_it_where_the_settings_say_so() {
    let office = Office::new();
    let before = fresh_modes();
    office.settings("idle = \"2s\"\n");
    let mut pty = office.opened();
    write_a_line(&mut pty, "去开会了");
    // Others' reports are no keys.
    let typed = Instant::now();
    office.report("1", "yfzxb", "别人在写");
    pty.wait_for("gone back", |screen| !screen.alternate_screen());
    assert_eq!(pty.wait_exit(), 0);
    assert!(typed.elapsed() > Duration::from_millis(1500), "{:?}", typed.elapsed());
    assert_restored(&pty, &before);
    let said = last_words(&pty);
    assert_one_sentence(&said);
    assert!(said.contains("太久没有按键"), "{said}");
    assert!(office.says(&["drafts"]).contains("去开会了"));
}
