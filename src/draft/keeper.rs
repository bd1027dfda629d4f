//! The thread that keeps drafts, so that whoever types never waits for a disk.
//!
//! Owns the open forms of one session. It sleeps until it is told something, and with something typed until that
//! is due; it never wakes for nothing.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::{Body, DraftError, Folder, Form, Found, Key};
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

/// One form of a session. Two forms may be about the same: one being saved while the next is begun.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Which form of the session.
    pub form: u64,
    /// What it is about.
    pub key: Key,
}

impl From<Key> for Slot {
    fn from(key: Key) -> Self {
        Self { form: 0, key }
    }
}

/// What the thread tells.
#[derive(Debug)]
pub enum Heard {
    /// The draft that an earlier form of the same left, and who else has one open. It is neither changed nor
    /// removed until it is held.
    Looked(Slot, Option<Box<Found>>, Vec<String>),
    /// The last that was typed into this form is on the disk; who else has one open.
    Kept(Slot, Vec<String>),
    /// Something could not be kept; it is tried again with the next key.
    Fault(DraftError),
}

#[derive(Debug)]
enum Job {
    Look(Slot),
    Open(Slot),
    Keep { slot: Slot, body: Box<Body>, at: Instant, due: Tick },
    Finish(Slot),
    Leave(Slot),
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

    /// A form was opened: looks for what an earlier one of the same left, and tells. Where there is nothing, others
    /// see the form from now on.
    pub fn look(&self, slot: impl Into<Slot>) {
        self.tray.put(Job::Look(slot.into()));
    }

    /// What was found is taken up, or nothing was looked for: others see the form, and room for its draft is
    /// reserved. A draft taken up is replaced by what is typed from now on.
    pub fn open(&self, slot: impl Into<Slot>) {
        self.tray.put(Job::Open(slot.into()));
    }

    /// Something was typed. Of several bodies within half a second only the last is written. A form that was not
    /// opened is opened, beside a draft that was found and not taken up.
    pub fn keep(&self, slot: impl Into<Slot>, body: Body) {
        let slot = slot.into();
        let at = self.clock.now();
        let mut jobs = self.tray.lock();
        let last = jobs.queue.iter_mut().rev().find(|job| job.slot() == Some(&slot));
        if let Some(Job::Keep { body: old, at: then, .. }) = last {
            **old = body;
            *then = at;
            return;
        }
        let due = Tick::now() + GATHER;
        jobs.queue.push_back(Job::Keep { slot, body: Box::new(body), at, due });
        self.tray.more.notify_one();
    }

    /// The report was saved: its draft is removed.
    pub fn finish(&self, slot: impl Into<Slot>) {
        let slot = slot.into();
        self.tray.lock().queue.retain(|job| !matches!(job, Job::Keep { slot: s, .. } if *s == slot));
        self.tray.put(Job::Finish(slot));
    }

    /// The form was left: its draft is kept with the last that was typed.
    pub fn leave(&self, slot: impl Into<Slot>) {
        self.tray.put(Job::Leave(slot.into()));
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
    fn slot(&self) -> Option<&Slot> {
        match self {
            Self::Look(slot)
            | Self::Open(slot)
            | Self::Keep { slot, .. }
            | Self::Finish(slot)
            | Self::Leave(slot) => Some(slot),
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
    forms: BTreeMap<Slot, Sheet>,
    tell: Box<dyn FnMut(Heard) + Send>,
}

#[derive(Default)]
struct Sheet {
    form: Option<Form>,
    unsaved: Option<(Box<Body>, Instant)>,
    /// An earlier draft of the same, found and not taken up.
    old: Option<Box<Found>>,
    /// An earlier draft whose words are in this form, to be removed once those are safe.
    taken: Option<Box<Found>>,
}

impl Desk {
    fn work(&mut self, job: Job) {
        match job {
            Job::Look(slot) => self.look(slot),
            Job::Open(slot) => {
                let sheet = self.forms.entry(slot.clone()).or_default();
                // Begun beside the old draft already: that one goes when this one is safe.
                sheet.taken = sheet.old.take().filter(|_| sheet.form.is_some());
                self.write(&slot);
            }
            Job::Keep { slot, body, at, .. } => {
                self.forms.entry(slot.clone()).or_default().unsaved = Some((body, at));
                self.write(&slot);
            }
            Job::Finish(slot) => {
                if let Some(sheet) = self.forms.remove(&slot) {
                    sheet.form.map(Form::finish);
                    self.discard(sheet.taken);
                }
            }
            Job::Leave(slot) => {
                self.write_unsaved(&slot);
                self.forms.remove(&slot);
            }
            Job::Flush(done) => {
                let slots: Vec<Slot> = self.forms.keys().cloned().collect();
                for slot in &slots {
                    self.write_unsaved(slot);
                }
                let _ = done.send(self.forms.values().all(|sheet| sheet.unsaved.is_none()));
            }
        }
    }

    fn look(&mut self, slot: Slot) {
        let others = self.folder.others(&self.operator, &slot.key);
        let found = self.folder.load(&self.operator, &slot.key).map(Box::new);
        let found = found.filter(|f| !f.open_elsewhere && !f.damaged);
        self.forms.entry(slot.clone()).or_default().old.clone_from(&found);
        if found.is_none() {
            self.write(&slot);
        }
        (self.tell)(Heard::Looked(slot, found, others));
    }

    fn write_unsaved(&mut self, slot: &Slot) {
        if self.forms.get(slot).is_some_and(|sheet| sheet.unsaved.is_some()) {
            self.write(slot);
        }
    }

    /// Opens the form if it is not, and writes what was typed.
    fn write(&mut self, slot: &Slot) {
        let (folder, operator) = (&self.folder, &self.operator);
        let sheet = self.forms.entry(slot.clone()).or_default();
        let typed = sheet.unsaved.is_some();
        let beside = sheet.old.is_some();
        let open =
            || if beside { folder.open_new(operator, &slot.key) } else { folder.open(operator, &slot.key) };
        match sheet.write(open) {
            Ok(()) if typed => {
                let taken = sheet.taken.take();
                self.discard(taken);
                let others = self.folder.others(&self.operator, &slot.key);
                (self.tell)(Heard::Kept(slot.clone(), others));
            }
            Ok(()) => {}
            Err(e) => (self.tell)(Heard::Fault(e)),
        }
    }

    /// Removes a draft whose words are safe elsewhere.
    fn discard(&mut self, draft: Option<Box<Found>>) {
        if let Some(draft) = draft
            && let Err(e) = self.folder.discard_found(&self.operator, &draft)
        {
            (self.tell)(Heard::Fault(e));
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
