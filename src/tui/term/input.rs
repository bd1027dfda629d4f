//! The thread that listens, `tty-in`: keys, signals, the line dropping, the ledger changing, forms opening.
//!
//! Owns what is made of each of them, and the end of the process when the line drops or a signal asks for it:
//! no other thread may be free to. Refuses to wake anybody for nothing: with nothing unfinished it sleeps until something
//! happens, and alone looks now and then whether the window has another size, which some SSH servers never tell.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::event::PollFlags;
use rustix::io::Errno;
use rustix::stdio::stdin;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGSTOP, SIGTSTP, SIGWINCH};

use super::burst::is_pasted;
use super::decoder::{Decoder, Input};
use super::forms::Forms;
use super::job;
use super::latch::Latch;
use super::paste::PASTE_LIMIT;
use super::signals::Signals;
use super::tty::{Size, Tty};
use super::wait::{self, Sources, Woken, more_to_read};
use super::watch::Watch;
use crate::draft::Folder;

/// The line is gone.
pub(super) const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);
/// How long the ui has to bring its drafts to safety before the process ends.
const FAREWELL: Duration = Duration::from_millis(700);
/// One batch of input is at most about this long; the rest of a flood comes in the next.
const BATCH: usize = 64 * 1024;
/// A paste without brackets comes in pieces; what follows one within this time belongs to it. A slow line sends a
/// packet in less.
const GATHER: Duration = Duration::from_millis(200);
/// A size that nobody told is seen within this and a little: one question to the kernel, and nobody else wakes.
const LOOK_AT_SIZE: Duration = Duration::from_millis(1_700);

/// What the thread reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TtyEvent {
    /// Keys and text that arrived together.
    Input(Vec<Input>),
    /// The size changed, or the terminal says so: draw everything.
    Resize(Size),
    /// The ledger's files changed, or might have.
    LookAgain,
    /// Somebody opened a form or let go of one, or might have.
    FormsMoved,
    /// The process is about to be stopped. Nothing need be done.
    Suspended,
    /// It goes on, the screen is ours and empty: draw everything.
    Resumed(Size),
    /// The process ends in less than a second. Bring drafts to safety, then open the latch.
    Ending(End),
}

/// Why the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The terminal is gone.
    LineDropped,
    /// This signal came.
    Signal(i32),
}

impl End {
    /// The exit code a shell expects: 128 and the signal's number, a dropped line being SIGHUP.
    #[must_use]
    pub fn code(self) -> i32 {
        match self {
            Self::LineDropped => 128 + SIGHUP,
            Self::Signal(signal) => 128 + signal,
        }
    }
}

/// What the thread works with.
pub struct Listen {
    /// The terminal, entered already.
    pub tty: Tty,
    /// The signals, caught before the terminal was entered.
    pub signals: Signals,
    /// The ledger to watch, by its real path.
    pub ledger: Option<PathBuf>,
    /// The drafts beside it, by which forms are seen to be open.
    pub drafts: Option<Folder>,
    /// Opened by the ui once the drafts are safe.
    pub drafts_safe: Latch,
    /// The last line on the terminal, given the reason, in the operator's language.
    pub last_words: Box<dyn Fn(End) -> String + Send>,
    /// Returns once nothing is under way for which others would have to wait as long as the process is stopped.
    pub at_rest: Box<dyn Fn() + Send>,
}

impl std::fmt::Debug for Listen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listen").field("ledger", &self.ledger).finish_non_exhaustive()
    }
}

/// Starts the thread. `send` says whether anybody still
/// listens; once nobody does, the thread only guards against a dropped line and signals.
///
/// # Errors
/// When no thread can be started.
pub fn spawn(listen: Listen, send: impl Fn(TtyEvent) -> bool + Send + 'static) -> std::io::Result<()> {
    let size = listen.tty.size();
    let now = Instant::now();
    let watch = listen.ledger.as_deref().map(|ledger| Watch::on(ledger, now));
    let forms = listen.drafts.clone().and_then(Forms::of);
    let decoder = Decoder::default();
    let (held, keys, measured) = (Vec::new(), PollFlags::IN, Some(now));
    let mut ears = Ears { listen, send, watch, forms, size, measured, decoder, held, heard: now, keys };
    std::thread::Builder::new().name("tty-in".into()).stack_size(256 * 1024).spawn(move || {
        loop {
            if !ears.once() {
                ears.deaf();
            }
        }
    })?;
    Ok(())
}

struct Ears<S> {
    listen: Listen,
    send: S,
    watch: Option<Watch>,
    forms: Option<Forms>,
    size: Size,
    /// When the size was last asked for; `None` once nobody listens.
    measured: Option<Instant>,
    decoder: Decoder,
    /// A paste of which more may come.
    held: Vec<Input>,
    /// When the last byte came.
    heard: Instant,
    /// What is waited for at the terminal; its going away always is.
    keys: PollFlags,
}

impl<S: Fn(TtyEvent) -> bool> Ears<S> {
    /// Waits for something, and reports it; false when nobody listens any more.
    fn once(&mut self) -> bool {
        let Woken { keys, signals, ledger, forms } = self.wait();
        if keys.contains(PollFlags::IN) && !self.read() {
            return false;
        }
        if keys.intersects(GONE) {
            self.end(End::LineDropped);
        }
        if signals && !self.signals() {
            return false;
        }
        let now = Instant::now();
        if !keys.contains(PollFlags::IN) && self.decoder.waiting().is_some_and(|w| now >= self.heard + w) {
            let mut inputs = Vec::new();
            self.decoder.idle(&mut inputs);
            if !self.pass_on(inputs) {
                return false;
            }
        }
        if !self.held.is_empty() && now >= self.heard + GATHER && !self.release() {
            return false;
        }
        let measure = self.measured.is_some_and(|at| now >= at + LOOK_AT_SIZE);
        (!measure || self.measure()) && self.look(now, ledger, forms)
    }

    /// Looks whether the size is another one without anybody having said so.
    fn measure(&mut self) -> bool {
        self.measured = Some(Instant::now());
        self.listen.tty.size() == self.size || self.resize()
    }

    /// Reports what moved beside the ledger and among the drafts, and what is due there.
    fn look(&mut self, now: Instant, ledger: bool, forms: bool) -> bool {
        let past = |due: Option<Instant>| due.is_some_and(|at| now >= at);
        let watch = self.watch.as_mut().filter(|watch| ledger || past(watch.due()));
        let written = watch.is_some_and(|watch| watch.look_again(now));
        let moved = match self.forms.as_mut() {
            Some(watch) => (forms || past(watch.due())) && watch.moved(now),
            // Where the drafts are not watched, a change of the ledger is the only sign.
            None => written,
        };
        (!written || (self.send)(TtyEvent::LookAgain)) && (!moved || (self.send)(TtyEvent::FormsMoved))
    }

    /// The ui has gone and the process is ending; but should it not get there, a dropped line or a signal
    /// still ends it. What is typed is left for the shell.
    fn deaf(&mut self) {
        self.keys = PollFlags::empty();
        (self.watch, self.forms, self.measured) = (None, None, None);
        self.decoder = Decoder::default();
    }

    fn wait(&self) -> Woken {
        let idle = self.decoder.waiting().map(|wait| self.heard + wait);
        let held = (!self.held.is_empty()).then(|| self.heard + GATHER);
        let (ledger, forms) = (self.watch.as_ref(), self.forms.as_ref());
        let looks = [ledger.and_then(Watch::due), forms.and_then(Forms::due)];
        let size = self.measured.map(|at| at + LOOK_AT_SIZE);
        let due = [idle, held, size].into_iter().chain(looks).flatten().min();
        let (ledger, forms) = (ledger.and_then(Watch::fd), forms.map(Forms::fd));
        wait::wait(self.keys, &Sources { signals: self.listen.signals.fd(), ledger, forms }, due)
    }

    /// Reads all that is there and reports it as one.
    fn read(&mut self) -> bool {
        let (mut inputs, mut total, mut buffer) = (Vec::new(), 0, [0; 4096]);
        loop {
            match rustix::io::read(stdin(), &mut buffer) {
                Err(Errno::AGAIN | Errno::INTR) => break,
                Ok(0) | Err(_) => self.end(End::LineDropped),
                Ok(n) => {
                    self.decoder.feed(buffer.get(..n).unwrap_or_default(), &mut inputs);
                    total += n;
                }
            }
            if total >= BATCH || !more_to_read() {
                break;
            }
        }
        self.heard = Instant::now();
        self.pass_on(inputs) && self.measure()
    }

    /// Reports what was read, or holds it while it may be part of a paste.
    fn pass_on(&mut self, inputs: Vec<Input>) -> bool {
        if self.held.is_empty() && !is_pasted(&inputs) {
            return inputs.is_empty() || (self.send)(TtyEvent::Input(inputs));
        }
        // More than any field takes is not kept; that the text is too long shows all the same.
        if self.held.len() < PASTE_LIMIT {
            self.held.extend(inputs);
        }
        true
    }

    fn release(&mut self) -> bool {
        (self.send)(TtyEvent::Input(std::mem::take(&mut self.held)))
    }

    fn resize(&mut self) -> bool {
        self.size = self.listen.tty.size();
        (self.send)(TtyEvent::Resize(self.size))
    }

    fn signals(&mut self) -> bool {
        self.listen.signals.take().into_iter().all(|signal| match signal {
            SIGWINCH => self.resize(),
            SIGTSTP => self.stop(),
            SIGCONT => {
                self.listen.tty.enter_again();
                self.resumed()
            }
            signal => self.end(End::Signal(signal)),
        })
    }

    /// Stops the process as its default would have, with the terminal given back meanwhile.
    fn stop(&mut self) -> bool {
        if !job::may_stop() {
            return true;
        }
        if !(self.send)(TtyEvent::Suspended) {
            return false;
        }
        (self.listen.at_rest)();
        self.listen.tty.leave();
        // Sent to this thread: it stands still here until the process goes on.
        let _ = signal_hook::low_level::raise(SIGSTOP);
        self.listen.signals.forget(SIGCONT);
        if self.listen.tty.enter().is_err() {
            self.end(End::LineDropped);
        }
        self.resumed()
    }

    fn resumed(&mut self) -> bool {
        self.size = self.listen.tty.size();
        self.decoder = Decoder::default();
        (self.send)(TtyEvent::Resumed(self.size))
    }

    /// Ends the process, whatever the other threads are doing.
    fn end(&mut self, why: End) -> ! {
        if !self.held.is_empty() {
            let _ = self.release();
        }
        if (self.send)(TtyEvent::Ending(why)) {
            let _ = self.listen.drafts_safe.wait(FAREWELL);
        }
        self.listen.tty.leave();
        self.listen.tty.say(&(self.listen.last_words)(why));
        // Without the usual clean-up, which could wait for a thread that is stuck.
        signal_hook::low_level::exit(why.code())
    }
}
