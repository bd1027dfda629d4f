//! The terminal device and its modes.
//!
//! Owns entering and leaving: raw mode, the alternate screen, bracketed paste, the cursor, and putting all of
//! it back from whichever thread notices first. Also owns the one descriptor that frames are written to.
//! Refuses to ask the terminal anything, and to wait for it when leaving: a terminal nobody reads must not
//! keep the process alive.

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::process::Signal;
use rustix::stdio::{stderr, stdin, stdout};
use rustix::termios::{
    InputModes, OptionalActions, QueueSelector, Termios, isatty, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
    ttyname,
};

use super::job;

/// Alternate screen; no scrolling margins and no insert mode left by another program; cleared, because some
/// terminals have no alternate screen; bracketed paste; cursor hidden until a frame shows it.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[r\x1b[4l\x1b[m\x1b[2J\x1b[H\x1b[?2004h\x1b[?25l";
/// Everything off that could be on, mouse included. The cursor goes to a fresh last line before the screen is
/// switched: where there is no alternate screen, the shell's prompt then has a line of its own.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?1000l\x1b[999;1H\r\n\x1b[?1049l\x1b[m\x1b[?25h";
/// How long leaving may take if the terminal takes no bytes.
const LEAVING: Duration = Duration::from_millis(200);
/// Sizes beyond this are somebody's joke, and buffers are allocated by them.
const LARGEST: (u16, u16) = (512, 256);

/// The terminal's size in cells; never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub cols: u16,
    /// Rows.
    pub rows: u16,
}

/// What became of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrote {
    All,
    /// The screen is not ours at present.
    Nothing,
    /// The terminal is gone.
    Broken,
}

/// The terminal; clones share it.
#[derive(Debug, Clone)]
pub struct Tty(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// A descriptor of our own that does not block; the standard one when there is none to be had.
    out: Option<OwnedFd>,
    /// The modes before us, while ours are set. Held all through entering and leaving.
    saved: Mutex<Option<Termios>>,
    /// Held for each write, so that nothing of a frame follows the bytes that leave.
    gate: Mutex<()>,
    ours: AtomicBool,
}

impl Tty {
    /// The terminal on standard input and output; `None` when either is something else.
    #[must_use]
    pub fn open() -> Option<Self> {
        if !isatty(stdin()) || !isatty(stdout()) {
            return None;
        }
        Some(Self(Arc::new(Inner {
            out: reopen(),
            saved: Mutex::new(None),
            gate: Mutex::new(()),
            ours: AtomicBool::new(false),
        })))
    }

    /// Takes the terminal over; nothing happens if it is ours already.
    ///
    /// # Errors
    /// When its modes cannot be read or set.
    pub fn enter(&self) -> std::io::Result<()> {
        let mut saved = self.0.saved.lock().unwrap_or_else(PoisonError::into_inner);
        if saved.is_none() {
            let before = retry(|| tcgetattr(stdin()))?;
            set_raw(&before)?;
            *saved = Some(before);
            self.write_for(ENTER, LEAVING);
            self.0.ours.store(true, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Sets our modes again if the terminal is ours: after a stop that could not be caught, somebody else's
    /// are in force.
    pub fn enter_again(&self) {
        let saved = self.0.saved.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = saved.as_ref() {
            // The line may have dropped meanwhile; the input thread will notice.
            let _ = set_raw(before);
            self.write_for(ENTER, LEAVING);
        }
    }

    /// Gives the terminal back as it was, dropping unread input. Safe to call from any thread, any number of
    /// times, in a panic; returns within half a second whatever the terminal does.
    pub fn leave(&self) {
        let Some(mut saved) = lock_for(&self.0.saved, 2 * LEAVING) else { return };
        let Some(before) = saved.take() else { return };
        self.0.ours.store(false, Ordering::SeqCst);
        self.write_for(LEAVE, LEAVING);
        let _ = retry(|| tcsetattr(stdin(), OptionalActions::Now, &before));
        let _ = tcflush(stdin(), QueueSelector::IFlush);
    }

    /// The size now. A dimension the terminal does not know is 80 or 24.
    #[must_use]
    pub fn size(&self) -> Size {
        let (cols, rows) = tcgetwinsize(stdout()).map_or((0, 0), |size| (size.ws_col, size.ws_row));
        let or = |n: u16, unknown: u16, most: u16| if n == 0 { unknown } else { n.min(most) };
        Size { cols: or(cols, 80, LARGEST.0), rows: or(rows, 24, LARGEST.1) }
    }

    /// Asks to be stopped, as Ctrl-Z does in a shell; false, and nothing happens, where no shell could bring
    /// us back. The input thread does the rest and reports [`super::TtyEvent::Resumed`] afterwards.
    #[must_use]
    pub fn suspend(&self) -> bool {
        job::may_stop() && rustix::process::kill_current_process_group(Signal::TSTP).is_ok()
    }

    /// One line for the person at the terminal, after [`Tty::leave`]; goes to standard error.
    pub fn say(&self, line: &str) {
        let line = format!("{line}\n");
        if isatty(stderr()) {
            self.write_for(line.as_bytes(), LEAVING);
        } else {
            let _ = rustix::io::write(stderr(), line.as_bytes());
        }
    }

    /// Writes what of a frame the terminal takes at once, and waits for nobody. How many bytes that were.
    pub(super) fn offer(&self, frame: &[u8]) -> usize {
        let (Some(out), Ok(_gate)) = (&self.0.out, self.0.gate.try_lock()) else { return 0 };
        let ours = self.0.ours.load(Ordering::SeqCst);
        // Why it takes none is found out by whoever waits for it.
        if ours { rustix::io::write(out, frame).unwrap_or(0) } else { 0 }
    }

    /// Writes a whole frame, waiting as long as the terminal makes us.
    pub(super) fn write_frame(&self, frame: &[u8]) -> Wrote {
        let mut rest = frame;
        while !rest.is_empty() {
            let written = {
                let _gate = self.0.gate.lock().unwrap_or_else(PoisonError::into_inner);
                if !self.0.ours.load(Ordering::SeqCst) {
                    return Wrote::Nothing;
                }
                rustix::io::write(self.out(), rest)
            };
            match written {
                Ok(n) => rest = rest.get(n..).unwrap_or_default(),
                Err(Errno::AGAIN) if self.wait_writable(Duration::from_secs(1)) => {}
                Err(Errno::INTR) => {}
                Err(_) => return Wrote::Broken,
            }
        }
        Wrote::All
    }

    /// Writes what the terminal takes within `limit`.
    fn write_for(&self, bytes: &[u8], limit: Duration) {
        let _gate = lock_for(&self.0.gate, limit);
        let end = Instant::now() + limit;
        let mut rest = bytes;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if rest.is_empty() || left.is_zero() || !self.wait_writable(left) {
                return;
            }
            match rustix::io::write(self.out(), rest) {
                Ok(n) => rest = rest.get(n..).unwrap_or_default(),
                Err(Errno::AGAIN | Errno::INTR) => {}
                Err(_) => return,
            }
        }
    }

    /// Waits until the terminal takes bytes; false when it is gone. A timeout is no reason to give up.
    fn wait_writable(&self, limit: Duration) -> bool {
        let out = self.out();
        let mut fds = [PollFd::new(&out, PollFlags::OUT)];
        match poll(&mut fds, Timespec::try_from(limit).ok().as_ref()) {
            Ok(_) => !fds.iter().any(|fd| fd.revents().intersects(super::input::GONE)),
            Err(errno) => errno == Errno::INTR,
        }
    }

    fn out(&self) -> BorrowedFd<'_> {
        self.0.out.as_ref().map_or(stdout(), AsFd::as_fd)
    }
}

/// The same terminal opened once more: not blocking on a descriptor shared with the shell would change the
/// shell's too.
fn reopen() -> Option<OwnedFd> {
    let name = ttyname(stdout(), Vec::new()).ok()?;
    let flags = OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    rustix::fs::open(name, flags, Mode::empty()).ok()
}

fn set_raw(before: &Termios) -> rustix::io::Result<()> {
    let mut raw = before.clone();
    raw.make_raw();
    raw.input_modes -= InputModes::IXOFF;
    retry(|| tcsetattr(stdin(), OptionalActions::Now, &raw))
}

fn retry<T>(mut call: impl FnMut() -> rustix::io::Result<T>) -> rustix::io::Result<T> {
    loop {
        match call() {
            Err(Errno::INTR) => {}
            done => return done,
        }
    }
}

/// Locks, but not for ever: its holder may be the very thread that is panicking.
fn lock_for<T>(mutex: &Mutex<T>, limit: Duration) -> Option<MutexGuard<'_, T>> {
    let end = Instant::now() + limit;
    loop {
        match mutex.try_lock() {
            Ok(guard) => return Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() >= end => return None,
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(2)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_terminal_there_is_none() {
        // Under a test runner standard input may well be one; then only its size can be looked at.
        if let Some(tty) = Tty::open() {
            assert!(tty.size().cols > 0 && tty.size().rows > 0);
        }
    }
}
