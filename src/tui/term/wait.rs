//! The one poll over all that the listening thread waits for.
//!
//! Owns the waiting itself. Refuses to read anything, and to wake before something came or is due.

use std::os::fd::BorrowedFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;

/// What ended a wait; where it was time alone, nothing.
pub(super) struct Woken {
    /// What happened to the terminal.
    pub(super) keys: PollFlags,
    /// Whether signals came.
    pub(super) signals: bool,
    /// Whether something moved beside the ledger.
    pub(super) ledger: bool,
    /// Whether something moved among the drafts.
    pub(super) forms: bool,
}

impl Woken {
    const TIME: Self = Self { keys: PollFlags::empty(), signals: false, ledger: false, forms: false };
}

/// What can wake besides the terminal; a watch is `None` where there is none.
pub(super) struct Sources<'a> {
    pub(super) signals: BorrowedFd<'a>,
    pub(super) ledger: Option<BorrowedFd<'a>>,
    pub(super) forms: Option<BorrowedFd<'a>>,
}

/// Waits for these keys of the terminal, for any of the sources, or until something is due.
pub(super) fn wait(keys: PollFlags, sources: &Sources<'_>, due: Option<Instant>) -> Woken {
    let timeout = due.map(|at| at.saturating_duration_since(Instant::now()));
    // Rounded up: waking a little early would only mean waking twice.
    let timeout = timeout.and_then(|t| Timespec::try_from(t + Duration::from_millis(1)).ok());
    let mut fds = vec![PollFd::from_borrowed_fd(stdin(), keys), readable(sources.signals)];
    fds.extend(sources.ledger.into_iter().chain(sources.forms).map(readable));
    match poll(&mut fds, timeout.as_ref()) {
        Ok(_) => {}
        // The signal's pipe will be readable the next time round.
        Err(Errno::INTR) => return Woken::TIME,
        // The kernel is out of memory: not a reason to spin.
        Err(_) => {
            std::thread::sleep(Duration::from_millis(50));
            return Woken::TIME;
        }
    }
    let mut came = fds.iter().map(PollFd::revents);
    let mut next = |there: bool| there.then(|| came.next()).flatten().unwrap_or(PollFlags::empty());
    Woken {
        keys: next(true),
        signals: !next(true).is_empty(),
        ledger: !next(sources.ledger.is_some()).is_empty(),
        forms: !next(sources.forms.is_some()).is_empty(),
    }
}

/// Whether the terminal has sent more already.
pub(super) fn more_to_read() -> bool {
    let mut fds = [readable(stdin())];
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    poll(&mut fds, Some(&at_once)).is_ok() && fds.iter().any(|fd| fd.revents().contains(PollFlags::IN))
}

fn readable(fd: BorrowedFd<'_>) -> PollFd<'_> {
    PollFd::from_borrowed_fd(fd, PollFlags::IN)
}
