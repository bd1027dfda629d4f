//! Work that takes long: it tells on standard error how far it is, where somebody sees it, and can be cut off.
//!
//! A signal is only noted, so that what was half written is taken away first; then the process ends as the signal would
//! have ended it.

use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use crate::store::StoreError;
use crate::strings::{Lang, transfer};

/// How often it tells, at most.
const PACE: Duration = Duration::from_millis(200);

/// One long work.
pub(super) struct Long {
    lang: Lang,
    signal: Arc<AtomicUsize>,
    handlers: Vec<signal_hook::SigId>,
    total: Option<i64>,
    seen: bool,
    told: Instant,
    wrote: bool,
}

impl Long {
    /// Begins; from now on signals are only noted.
    pub(super) fn begin(lang: Lang) -> Self {
        let signal = Arc::new(AtomicUsize::new(0));
        let handlers = [SIGHUP, SIGINT, SIGTERM].into_iter().filter_map(|number| {
            let noted = usize::try_from(number).unwrap_or_default();
            signal_hook::flag::register_usize(number, Arc::clone(&signal), noted).ok()
        });
        let handlers = handlers.collect();
        let (seen, told) = (io::stderr().is_terminal(), Instant::now());
        Self { lang, signal, handlers, total: None, seen, told, wrote: false }
    }

    /// The same where nothing needs to be taken away: a signal ends the process at once.
    pub(super) fn unguarded(lang: Lang) -> Self {
        let (seen, told) = (io::stderr().is_terminal() && !io::stdout().is_terminal(), Instant::now());
        let signal = Arc::default();
        Self { lang, signal, handlers: Vec::new(), total: None, seen, told, wrote: false }
    }

    /// Reads standard input so that a signal is heard while nothing comes.
    pub(super) fn stdin(&self) -> Awaited {
        Awaited { signal: Arc::clone(&self.signal) }
    }

    /// How much there is in all.
    pub(super) fn of(&mut self, total: i64) {
        self.total = Some(total);
    }

    /// So much is done.
    ///
    /// # Errors
    /// [`StoreError::GivenUp`] once a signal came.
    pub(super) fn tell(&mut self, done: i64) -> Result<(), StoreError> {
        if self.signal.load(Ordering::Relaxed) != 0 {
            return Err(StoreError::GivenUp);
        }
        if self.seen && self.told.elapsed() >= PACE {
            self.told = Instant::now();
            self.wrote = true;
            let done = done.to_string();
            let said = match self.total {
                Some(total) => transfer::PROGRESS.with(self.lang, &[&done, &total.to_string()]),
                None => transfer::PROGRESS_OPEN.with(self.lang, &[&done]),
            };
            let _ = write!(io::stderr(), "\r{said}");
        }
        Ok(())
    }
}

/// Standard input, read so that a signal ends the waiting.
pub(super) struct Awaited {
    signal: Arc<AtomicUsize>,
}

impl Read for Awaited {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let stdin = io::stdin();
        let wait = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
        loop {
            if self.signal.load(Ordering::Relaxed) != 0 {
                return Err(io::Error::other("signal"));
            }
            let mut polled = [PollFd::new(&stdin, PollFlags::IN)];
            if poll(&mut polled, Some(&wait)).is_ok_and(|ready| ready > 0) {
                return Ok(rustix::io::read(&stdin, &mut *into)?);
            }
        }
    }
}

impl Drop for Long {
    fn drop(&mut self) {
        if self.wrote {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
        for handler in self.handlers.drain(..) {
            signal_hook::low_level::unregister(handler);
        }
        let signal = self.signal.load(Ordering::Relaxed);
        if let Some(signal) = i32::try_from(signal).ok().filter(|s| *s != 0) {
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    }
}
