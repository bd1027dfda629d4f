//! Signals as something a poll can wait for.
//!
//! Owns the handlers (which only set a flag and wake the poll). Refuses to do anything in a handler.

use std::io::Read;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::SigId;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::low_level::{pipe, unregister};

/// The signals that end the program come first: they are looked at first.
const CAUGHT: [i32; 7] = [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];

/// The caught signals; dropped, the default is not restored but nothing is recorded any more.
#[derive(Debug)]
pub struct Signals {
    wake: UnixStream,
    flags: Vec<(i32, Arc<AtomicBool>)>,
    handlers: Vec<SigId>,
}

impl Signals {
    /// Catches them from now on, whatever the parent had set: under `nohup` a dropped line still ends us. They are heard by
    /// whoever listens later.
    ///
    /// # Errors
    /// When they cannot be caught.
    pub fn catch() -> std::io::Result<Self> {
        let (wake, waker) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let mut signals = Self { wake, flags: Vec::new(), handlers: Vec::new() };
        for signal in CAUGHT {
            let flag = Arc::new(AtomicBool::new(false));
            // The flag first: who is woken must find it.
            signals.handlers.push(signal_hook::flag::register(signal, Arc::clone(&flag))?);
            signals.handlers.push(pipe::register(signal, waker.try_clone()?)?);
            signals.flags.push((signal, flag));
        }
        Ok(signals)
    }

    /// Readable when a signal has come.
    pub(super) fn fd(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }

    /// The signals that came since the last call.
    pub(super) fn take(&mut self) -> Vec<i32> {
        let mut bytes = [0; 64];
        while matches!(self.wake.read(&mut bytes), Ok(n) if n > 0) {}
        let came =
            |(signal, flag): &(i32, Arc<AtomicBool>)| flag.swap(false, Ordering::SeqCst).then_some(*signal);
        self.flags.iter().filter_map(came).collect()
    }

    /// Forgets one that came.
    pub(super) fn forget(&self, signal: i32) {
        for (_, flag) in self.flags.iter().filter(|(s, _)| *s == signal) {
            flag.store(false, Ordering::SeqCst);
        }
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for handler in self.handlers.drain(..) {
            unregister(handler);
        }
    }
}
