//! A person at a terminal, for tests: starts a program in a pseudo-terminal, types, looks at the screen.
//!
//! ```ignore
//! #[path = "support/pty.rs"]
//! mod pty;
//!
//! let mut run = pty::Run::new(env!("CARGO_BIN_EXE_duban")).arg("tui").size(80, 24).start();
//! run.wait_for_text("县司法局");           // waits, with a deadline; panics with the screen
//! let mark = run.mark();
//! run.send("j");
//! run.wait_for("the second row", |screen| screen.contents().contains("> 2"));
//! assert!(run.since(mark).len() <= 400);   // bytes the program wrote
//! run.send("q");
//! assert_eq!(run.wait_exit(), 0);
//! ```
//!
//! The screen is an emulated one (vt100, ambiguous characters narrow) fed by a thread of its own, so the
//! program is never blocked by a test that does not look, unless [`Pty::stop_reading`] says so. Nothing here
//! answers terminal queries. The program is the leader of a session of its own, as behind an SSH forced
//! command; run a shell with `set -m` in between for job control. Its environment is empty but for PATH and
//! what [`Run::env`] adds. Dropping the [`Pty`] kills the program.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::ffi::{OsStr, OsString};
use std::num::NonZeroU16;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Termios, Winsize, tcgetattr, tcsetwinsize};

/// How long anything may take before a wait panics; generous, because two cores are shared.
pub const DEADLINE: Duration = Duration::from_secs(10);

/// How often something is taken of what the program writes, when little is.
const TRICKLE: Duration = Duration::from_millis(20);

/// How to start a program.
#[derive(Debug, Clone)]
pub struct Run {
    program: OsString,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    size: (u16, u16),
}

impl Run {
    /// A program, in a terminal of 80x24 with `TERM=xterm-256color`.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let run =
            Self { program: program.as_ref().into(), args: Vec::new(), env: Vec::new(), size: (80, 24) };
        let path = std::env::var_os("PATH").unwrap_or_default();
        run.env("PATH", path).env("TERM", "xterm-256color")
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.args.push(arg.as_ref().into());
        self
    }

    /// Sets a variable; the last one set counts.
    #[must_use]
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.as_ref().into(), value.as_ref().into()));
        self
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(mut self, cols: u16, rows: u16) -> Self {
        self.size = (cols, rows);
        self
    }

    /// The same program under a shell that ignores the hang-up signal.
    #[must_use]
    pub fn ignoring_hang_up(self) -> Self {
        self.under(r#"trap "" HUP; exec "$0" "$@""#)
    }

    /// The same program as `"$0" "$@"` in a bash script.
    #[must_use]
    pub fn under(mut self, script: &str) -> Self {
        let program = std::mem::replace(&mut self.program, "bash".into());
        self.args.splice(0..0, ["-c".into(), script.into(), program]);
        self
    }

    /// Starts it.
    pub fn start(self) -> Pty {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let name = ptsname(&master, Vec::new()).unwrap();
        set_size(&master, self.size);
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let slave = rustix::fs::open(name, flags, Mode::empty()).unwrap();
        let end = || Stdio::from(slave.try_clone().unwrap());
        // setsid makes the program leader of a session and this terminal its own.
        let mut command = Command::new("setsid");
        command.arg("--ctty").arg(&self.program).args(&self.args).env_clear().envs(self.env);
        let child = command.stdin(end()).stdout(end()).stderr(end()).spawn().unwrap();
        Pty::new(Arc::new(master), child, self.size)
    }
}

/// A running program and its terminal.
pub struct Pty {
    child: Child,
    master: Option<Arc<OwnedFd>>,
    seen: Arc<Seen>,
    wake: UnixStream,
    reader: Option<JoinHandle<()>>,
    /// What it had used when it ended.
    used: Option<Duration>,
}

struct Seen {
    state: Mutex<State>,
    changed: Condvar,
}

/// How much of what the program writes is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    All,
    /// So many bytes a second.
    Some(usize),
    Nothing,
}

struct State {
    raw: Vec<u8>,
    parser: vt100::Parser,
    reading: Reading,
    stop: bool,
    last: Instant,
    /// When how much had come in all.
    came: Vec<(Instant, usize)>,
}

impl Pty {
    fn new(master: Arc<OwnedFd>, child: Child, (cols, rows): (u16, u16)) -> Self {
        let size = |n: u16| NonZeroU16::new(n.max(1)).unwrap();
        let state = State {
            raw: Vec::new(),
            parser: vt100::Parser::new(size(rows), size(cols), 0),
            reading: Reading::All,
            stop: false,
            last: Instant::now(),
            came: Vec::new(),
        };
        let seen = Arc::new(Seen { state: Mutex::new(state), changed: Condvar::new() });
        let (wake, woken) = UnixStream::pair().unwrap();
        woken.set_nonblocking(true).unwrap();
        let (from, to) = (Arc::clone(&master), Arc::clone(&seen));
        let reader = std::thread::spawn(move || read_all(&from, &to, &woken));
        Self { child, master: Some(master), seen, wake, reader: Some(reader), used: None }
    }

    /// The program's process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Whether the program still runs.
    pub fn alive(&self) -> bool {
        !ended(self.pid())
    }

    /// Types.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let master = self.master.as_ref().expect("not hung up");
        let mut rest = bytes.as_ref();
        while !rest.is_empty() {
            let n = rustix::io::write(master, rest).unwrap();
            rest = &rest[n..];
        }
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.pid()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Changes the terminal's size; the kernel tells the program.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        let size = |n: u16| NonZeroU16::new(n.max(1)).unwrap();
        self.lock().parser.set_size(size(rows), size(cols));
        set_size(self.master.as_ref().expect("not hung up"), (cols, rows));
    }

    /// Everything the program wrote so far.
    pub fn raw(&self) -> Vec<u8> {
        self.lock().raw.clone()
    }

    /// A place in what was written, for [`Pty::since`].
    pub fn mark(&self) -> usize {
        self.lock().raw.len()
    }

    /// What was written since the mark.
    pub fn since(&self, mark: usize) -> Vec<u8> {
        self.lock().raw[mark..].to_vec()
    }

    /// When how many bytes had come in all.
    pub fn came(&self) -> Vec<(Instant, usize)> {
        self.lock().came.clone()
    }

    /// Looks at the screen as it is now.
    pub fn screen<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.lock().parser.screen())
    }

    /// Waits until the screen is as wanted; panics with the screen if it never is.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut wanted: impl FnMut(&vt100::Screen) -> bool) {
        self.wait_state(what, |state| wanted(state.parser.screen()));
    }

    /// Waits until this text stands anywhere on the screen.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the bytes written since the mark are as wanted.
    #[track_caller]
    pub fn wait_raw(&self, mark: usize, what: &str, mut wanted: impl FnMut(&[u8]) -> bool) {
        self.wait_state(what, |state| wanted(&state.raw[mark..]));
    }

    /// Waits until the program has written nothing for this long.
    pub fn settle(&self, quiet: Duration) {
        let end = Instant::now() + DEADLINE;
        let mut state = self.lock();
        while state.last.elapsed() < quiet {
            assert!(Instant::now() < end, "never quiet");
            let left = quiet.saturating_sub(state.last.elapsed());
            state = self.seen.changed.wait_timeout(state, left).unwrap().0;
        }
    }

    /// Waits until no thread of the program has run for this long, however slow the machine is, and all it wrote is here.
    pub fn rest(&self, quiet: Duration) {
        let end = Instant::now() + DEADLINE;
        loop {
            let naps = self.naps();
            std::thread::sleep(quiet);
            if self.sleeps() && self.naps() == naps {
                return self.settle(quiet / 4);
            }
            assert!(Instant::now() < end, "never at rest");
        }
    }

    /// Whether all threads of the program sleep.
    fn sleeps(&self) -> bool {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid())).unwrap();
        let state =
            |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("stat")).unwrap_or_default();
        tasks
            .map(|task| state(task.unwrap()))
            .all(|stat| stat.rsplit_once(") ").is_none_or(|(_, s)| s.starts_with('S')))
    }

    /// Stops taking what the program writes, like a terminal behind a dead link.
    pub fn stop_reading(&mut self) {
        self.lock().reading = Reading::Nothing;
        self.nudge();
    }

    /// Takes so many bytes a second, like a terminal behind a very slow link.
    pub fn trickle(&mut self, bytes: usize) {
        self.lock().reading = Reading::Some(bytes);
        self.nudge();
    }

    /// Takes it again.
    pub fn read_on(&mut self) {
        self.lock().reading = Reading::All;
        self.nudge();
    }

    /// The line drops: the terminal's end is closed.
    pub fn hang_up(&mut self) {
        self.lock().stop = true;
        self.nudge();
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        self.master = None;
    }

    /// The terminal's modes, as `stty -a` would tell them.
    pub fn modes(&self) -> String {
        let modes: Termios = tcgetattr(self.master.as_ref().expect("not hung up")).unwrap();
        format!("{modes:?}")
    }

    /// Waits until the program has ended: its exit code, or minus the signal that killed it.
    #[track_caller]
    pub fn wait_exit(&mut self) -> i32 {
        let end = Instant::now() + DEADLINE;
        loop {
            if ended(self.pid()) {
                self.used = Some(cpu(self.pid()));
                let status = self.child.wait().unwrap();
                self.read_to_the_end();
                return status.code().unwrap_or_else(|| -status.signal().unwrap_or(0));
            }
            assert!(Instant::now() < end, "still running; screen:\n{}", self.screen(vt100::Screen::contents));
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// What the program wrote last may still be on its way here when it has ended.
    fn read_to_the_end(&self) {
        let end = Instant::now() + Duration::from_secs(1);
        while self.lock().reading != Reading::Nothing
            && self.reader.as_ref().is_some_and(|r| !r.is_finished())
        {
            if Instant::now() >= end {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Processor time the program has used, also after [`Pty::wait_exit`].
    pub fn cpu(&self) -> Duration {
        self.used.unwrap_or_else(|| cpu(self.pid()))
    }

    /// How many write calls the program has made, on any descriptor.
    pub fn writes(&self) -> u64 {
        number_after(&format!("/proc/{}/io", self.pid()), "syscw:")
    }

    /// How often the program's threads but the one that listens have gone to sleep and so been woken.
    pub fn naps(&self) -> u64 {
        self.slept(|thread| thread != "tty-in")
    }

    /// How often the thread that listens has: now and then it looks whether the window has another size.
    pub fn glances(&self) -> u64 {
        self.slept(|thread| thread == "tty-in")
    }

    fn slept(&self, of: impl Fn(&str) -> bool) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid())).unwrap();
        let tasks = tasks.map(|task| task.unwrap().path());
        let named = |task: &std::path::PathBuf| {
            std::fs::read_to_string(task.join("comm")).is_ok_and(|name| of(name.trim_end()))
        };
        let status = |task: std::path::PathBuf| task.join("status").display().to_string();
        tasks.filter(named).map(|task| number_after(&status(task), "\nvoluntary_ctxt_switches:")).sum()
    }

    #[track_caller]
    fn wait_state(&self, what: &str, mut wanted: impl FnMut(&State) -> bool) {
        let end = Instant::now() + DEADLINE;
        let mut state = self.lock();
        while !wanted(&state) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let tail = &state.raw[state.raw.len().saturating_sub(300)..];
                let screen = state.parser.screen().contents();
                panic!("never: {what}\nscreen:\n{screen}\nlast bytes: {}", tail.escape_ascii());
            }
            state = self.seen.changed.wait_timeout(state, left).unwrap().0;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A failed assertion about the screen must not hide itself behind a poisoned lock.
        self.seen.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn nudge(&self) {
        // The reader may have ended, with the program.
        let _ = rustix::io::write(&self.wake, b"x");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // The program may have ended; the reader must, or the terminal would stay open.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Ok(mut state) = self.seen.state.lock() {
            state.stop = true;
        }
        self.nudge();
    }
}

/// What `/proc` says about a process from its state on.
fn stat(pid: u32) -> String {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(") ").map_or(String::new(), |(_, rest)| rest.to_owned())
}

/// It has ended, but nobody has asked how.
fn ended(pid: u32) -> bool {
    stat(pid).starts_with('Z')
}

fn cpu(pid: u32) -> Duration {
    let ticks: u64 = stat(pid).split(' ').skip(11).take(2).map(|n| n.parse::<u64>().unwrap()).sum();
    // Linux has always shown 100 ticks a second here.
    Duration::from_millis(ticks * 10)
}

fn number_after(file: &str, name: &str) -> u64 {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let rest = text.split_once(name).map_or("0", |(_, rest)| rest);
    rest.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn set_size(master: &OwnedFd, (cols, rows): (u16, u16)) {
    tcsetwinsize(master, Winsize { ws_row: rows, ws_col: cols, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
}

fn read_all(master: &OwnedFd, seen: &Seen, woken: &UnixStream) {
    let mut buffer = vec![0; 65536];
    loop {
        let (reading, stop) = {
            let state = seen.state.lock().unwrap_or_else(PoisonError::into_inner);
            (state.reading, state.stop)
        };
        if stop {
            return;
        }
        let wanted = if reading == Reading::Nothing { PollFlags::empty() } else { PollFlags::IN };
        let most = if let Reading::Some(bytes) = reading {
            std::thread::sleep(TRICKLE);
            (bytes / 50).max(1)
        } else {
            buffer.len()
        };
        let mut fds = [PollFd::from_borrowed_fd(woken.as_fd(), PollFlags::IN), PollFd::new(master, wanted)];
        poll(&mut fds, None).unwrap();
        if fds[0].revents().contains(PollFlags::IN) {
            let _ = rustix::io::read(woken, &mut *buffer);
            continue;
        }
        match rustix::io::read(master, &mut buffer[..most]) {
            Ok(n) if n > 0 => {
                let mut state = seen.state.lock().unwrap_or_else(PoisonError::into_inner);
                state.raw.extend_from_slice(&buffer[..n]);
                state.parser.process(&buffer[..n]);
                state.last = Instant::now();
                let came = (state.last, state.raw.len());
                state.came.push(came);
                seen.changed.notify_all();
            }
            // Every other end is closed: nothing more will come.
            _ => return,
        }
    }
}
