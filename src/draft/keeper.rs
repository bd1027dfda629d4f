//! The thread that keeps drafts, so that whoever types never waits for a disk.
//!
//! Owns the open forms of one session. It sleeps until it is told something, and with something typed until that
//! is due; it never wakes for nothing.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::desk::Desk;
use super::job::Job;
use super::{Body, Folder, Heard, Slot};
use crate::clock::Clock;

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
        let mut desk = Desk::new(folder, operator.to_owned(), Box::new(tell));
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

    /// Somebody may have opened or closed a form on the same: looks, and tells.
    pub fn look_for_others(&self, slot: impl Into<Slot>) {
        self.tray.put(Job::LookForOthers(slot.into()));
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
