//! The thread that keeps drafts, so that whoever types never waits for a disk.
//!
//! Owns the open forms of one session. It sleeps until it is told something, and with something typed until that
//! is due; it never wakes for nothing.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::{Body, DraftError, Folder, Form, Key};
use crate::clock::{Clock, Instant};

/// How long typing is gathered before it is written. With the writing itself a draft is at most a second old.
const GATHER: Duration = Duration::from_millis(500);

/// Keeps the drafts of one session on a thread of its own. Nothing here waits, except [`Keeper::flush`].
///
/// When it is dropped, what was typed is still written and all forms are let go of, their drafts kept; a process
/// that is about to end calls [`Keeper::flush`] first.
#[derive(Debug)]
pub struct Keeper {
    tray: Arc<Tray>,
    clock: Clock,
}

/// What the thread still has to do.
#[derive(Debug, Default)]
struct Tray {
    jobs: Mutex<Jobs>,
    more: Condvar,
}

#[derive(Debug, Default)]
struct Jobs {
    queue: VecDeque<Job>,
    over: bool,
}

/// What the thread tells.
#[derive(Debug)]
pub enum Heard {
    /// The last that was typed into this form is on the disk.
    Kept(Key),
    /// Something could not be kept; it is tried again with the next key.
    Fault(DraftError),
}

#[derive(Debug)]
enum Job {
    Open(Key),
    Keep { key: Key, body: Box<Body>, at: Instant, due: Tick },
    Finish(Key),
    Leave(Key),
    Flush(Sender<bool>),
}

impl Keeper {
    /// Starts the thread for an operator. `tell` hears, on that thread, what is safe and what could not be kept;
    /// the latter is tried again with the next key, and when the form is left or flushed.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn spawn(
        folder: Folder,
        operator: &str,
        clock: Clock,
        tell: impl FnMut(Heard) + Send + 'static,
    ) -> io::Result<Self> {
        let tray = Arc::new(Tray::default());
        let forms = BTreeMap::new();
        let mut desk = Desk { folder, operator: operator.to_owned(), forms, tell: Box::new(tell) };
        let jobs = Arc::clone(&tray);
        std::thread::Builder::new().name("drafts".to_owned()).stack_size(512 * 1024).spawn(move || {
            while let Some(job) = jobs.next() {
                desk.work(job);
            }
        })?;
        Ok(Self { tray, clock })
    }

    /// A form was opened: others see it, and room for its draft is reserved.
    pub fn open(&self, key: Key) {
        self.tray.put(Job::Open(key));
    }

    /// Something was typed. Of several bodies within half a second only the last is written. A form that was not
    /// opened is opened.
    pub fn keep(&self, key: Key, body: Body) {
        let at = self.clock.now();
        let mut jobs = self.tray.lock();
        let last = jobs.queue.iter_mut().rev().find(|job| job.key() == Some(&key));
        if let Some(Job::Keep { body: old, at: then, .. }) = last {
            **old = body;
            *then = at;
            return;
        }
        let due = Tick::now() + GATHER;
        jobs.queue.push_back(Job::Keep { key, body: Box::new(body), at, due });
        self.tray.more.notify_one();
    }

    /// The report was saved: its draft is removed.
    pub fn finish(&self, key: Key) {
        self.tray.lock().queue.retain(|job| !matches!(job, Job::Keep { key: k, .. } if *k == key));
        self.tray.put(Job::Finish(key));
    }

    /// The form was left: its draft is kept with the last that was typed.
    pub fn leave(&self, key: Key) {
        self.tray.put(Job::Leave(key));
    }

    /// Has everything written that was typed until now, and waits for it. Says whether all of it is on the disk.
    #[must_use]
    pub fn flush(&self, timeout: Duration) -> bool {
        let (done, wait) = channel();
        self.tray.put(Job::Flush(done));
        wait.recv_timeout(timeout).unwrap_or(false)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.tray.lock().over = true;
        self.tray.more.notify_one();
    }
}

impl Tray {
    fn lock(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, job: Job) {
        self.lock().queue.push_back(job);
        self.more.notify_one();
    }

    /// The next thing to do, when it is due. `None` when all is done and nobody will ask for more.
    fn next(&self) -> Option<Job> {
        let mut jobs = self.lock();
        loop {
            // Whatever else waits behind something typed makes that due.
            let hurry = jobs.over || jobs.queue.iter().any(|job| job.due().is_none());
            let now = Tick::now();
            jobs = match jobs.queue.front().map(Job::due) {
                None if jobs.over => return None,
                None => self.more.wait(jobs).unwrap_or_else(PoisonError::into_inner),
                Some(Some(due)) if !hurry && due > now => {
                    self.more.wait_timeout(jobs, due - now).unwrap_or_else(PoisonError::into_inner).0
                }
                Some(_) => return jobs.queue.pop_front(),
            }
        }
    }
}

impl Job {
    fn key(&self) -> Option<&Key> {
        match self {
            Self::Open(key) | Self::Keep { key, .. } | Self::Finish(key) | Self::Leave(key) => Some(key),
            Self::Flush(_) => None,
        }
    }

    fn due(&self) -> Option<Tick> {
        if let Self::Keep { due, .. } = self { Some(*due) } else { None }
    }
}

/// The thread's own: forms open, and what could not be written yet.
struct Desk {
    folder: Folder,
    operator: String,
    forms: BTreeMap<Key, Sheet>,
    tell: Box<dyn FnMut(Heard) + Send>,
}

#[derive(Default)]
struct Sheet {
    form: Option<Form>,
    unsaved: Option<(Box<Body>, Instant)>,
}

impl Desk {
    fn work(&mut self, job: Job) {
        match job {
            Job::Open(key) => self.write(&key),
            Job::Keep { key, body, at, .. } => {
                self.forms.entry(key.clone()).or_default().unsaved = Some((body, at));
                self.write(&key);
            }
            Job::Finish(key) => {
                if let Some(form) = self.forms.remove(&key).and_then(|sheet| sheet.form) {
                    form.finish();
                }
            }
            Job::Leave(key) => {
                self.write_unsaved(&key);
                self.forms.remove(&key);
            }
            Job::Flush(done) => {
                let keys: Vec<Key> = self.forms.keys().cloned().collect();
                for key in &keys {
                    self.write_unsaved(key);
                }
                let _ = done.send(self.forms.values().all(|sheet| sheet.unsaved.is_none()));
            }
        }
    }

    fn write_unsaved(&mut self, key: &Key) {
        if self.forms.get(key).is_some_and(|sheet| sheet.unsaved.is_some()) {
            self.write(key);
        }
    }

    /// Opens the form if it is not, and writes what was typed.
    fn write(&mut self, key: &Key) {
        let sheet = self.forms.entry(key.clone()).or_default();
        let typed = sheet.unsaved.is_some();
        match sheet.write(|| self.folder.open(&self.operator, key)) {
            Ok(()) if typed => (self.tell)(Heard::Kept(key.clone())),
            Ok(()) => {}
            Err(e) => (self.tell)(Heard::Fault(e)),
        }
    }
}

impl Sheet {
    fn write(&mut self, open: impl FnOnce() -> Result<Form, DraftError>) -> Result<(), DraftError> {
        let form = match self.form.take() {
            Some(form) => form,
            None => open()?,
        };
        let form = self.form.insert(form);
        if let Some((body, at)) = &self.unsaved {
            let saved = form.save(body, *at);
            match &saved {
                Ok(()) => self.unsaved = None,
                // The file may be beyond use, or gone with its folder: the next try begins anew.
                Err(DraftError::Io(..)) => self.form = None,
                Err(_) => {}
            }
            return saved;
        }
        Ok(())
    }
}
