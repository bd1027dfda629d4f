//! Noticing that somebody else wrote to the ledger.
//!
//! Owns the watch on the ledger's folder. Refuses to read the ledger: a notice means "look again", no more.

use std::ffi::OsString;
use std::fs::Metadata;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};

use super::flurry::{Flurry, SOON};

/// Looks after the last write. A commit is written first, synced then, and visible only after that, without
/// a further sign in the folder; on a busy disk the syncing takes its time.
const LATER: [Duration; 3] = [SOON, Duration::from_secs(1), Duration::from_secs(4)];
/// While others write again and again, the ledger is read anew no more often than this: nobody reads faster, and what is
/// drawn then takes from the line what the keys of whoever sits there need.
const APART: Duration = Duration::from_millis(500);
/// So long after something happened in the folder nothing is heard of it: a hundred writes are one thing to look at, and
/// whatever else is written there wakes nobody a hundred times.
const REST: Duration = SOON;
/// How often the files are looked at where the kernel cannot watch them.
const WITHOUT_WATCH: Duration = Duration::from_secs(2);
/// A commit changes the ledger itself, its log, or its rollback journal. Drafts and locks beside it, and the
/// log's index, which changes by mere reading, do not count.
const PARTS: [&str; 3] = ["", "-wal", "-journal"];

/// What a file looked like: identity, length, last change.
type Stamp = Option<(u64, u64, i64, i64)>;

/// The watch on one ledger.
#[derive(Debug)]
pub(super) struct Watch {
    files: Vec<PathBuf>,
    names: Vec<OsString>,
    /// `None` where the kernel cannot watch: then the stamps are compared.
    inotify: Option<OwnedFd>,
    stamps: Vec<Stamp>,
    looked: Instant,
    /// Until when nothing is heard of the folder.
    resting: Option<Instant>,
    pace: Flurry,
}

impl Watch {
    /// Watches the folder of the ledger at this (real, not linked) path.
    pub(super) fn on(ledger: &Path, now: Instant) -> Self {
        let with = |part: &&str| {
            let mut name = ledger.as_os_str().to_owned();
            name.push(part);
            PathBuf::from(name)
        };
        let files: Vec<PathBuf> = PARTS.iter().map(with).collect();
        let names = files.iter().filter_map(|f| f.file_name().map(ToOwned::to_owned)).collect();
        let mut watch = Self {
            files,
            names,
            inotify: start(ledger),
            stamps: Vec::new(),
            looked: now,
            resting: None,
            pace: Flurry::new(APART, &LATER),
        };
        watch.stamps = watch.stamp();
        watch
    }

    /// Readable when something happened in the folder; `None` where only looking helps, and for a moment after something
    /// happened.
    pub(super) fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.inotify.as_ref().filter(|_| self.resting.is_none()).map(AsFd::as_fd)
    }

    /// When [`Watch::look_again`] has to be called though nothing happened.
    pub(super) fn due(&self) -> Option<Instant> {
        let look = self.inotify.is_none().then(|| self.looked + WITHOUT_WATCH);
        [self.pace.due(), look, self.resting].into_iter().flatten().min()
    }

    /// Whether the ui should look at the ledger now.
    pub(super) fn look_again(&mut self, now: Instant) -> bool {
        let changed = if self.inotify.is_some() { self.hear(now) } else { self.compare(now) };
        (changed && self.pace.change(now)) || self.pace.tick(now)
    }

    /// Takes what happened in the folder, unless that was done a moment ago.
    fn hear(&mut self, now: Instant) -> bool {
        if self.resting.is_some_and(|until| now < until) {
            return false;
        }
        let (any, changed) = self.drain();
        self.resting = any.then_some(now + REST).filter(|_| self.inotify.is_some());
        changed
    }

    /// Whether anything happened in the folder, and whether to the ledger.
    fn drain(&mut self) -> (bool, bool) {
        let Some(fd) = self.inotify.as_ref() else { return (false, false) };
        let mut buffer = [MaybeUninit::<u8>::uninit(); 4096];
        let mut reader = Reader::new(fd, &mut buffer);
        let (mut any, mut changed, mut lost) = (false, false, false);
        while let Ok(event) = reader.next() {
            any = true;
            lost |= event.events().intersects(ReadFlags::IGNORED | ReadFlags::UNMOUNT);
            changed |= match event.file_name() {
                Some(name) => self.names.iter().any(|n| n.as_bytes() == name.to_bytes()),
                // The folder itself moved or went, or there were more events than fit.
                None => true,
            };
        }
        if lost {
            self.inotify = None;
        }
        (any, changed)
    }

    fn compare(&mut self, now: Instant) -> bool {
        if now < self.looked + WITHOUT_WATCH {
            return false;
        }
        self.looked = now;
        let stamps = self.stamp();
        std::mem::replace(&mut self.stamps, stamps) != self.stamps
    }

    fn stamp(&self) -> Vec<Stamp> {
        let stamp = |m: Metadata| (m.ino(), m.len(), m.mtime(), m.mtime_nsec());
        self.files.iter().map(|f| f.metadata().ok().map(stamp)).collect()
    }
}

fn start(ledger: &Path) -> Option<OwnedFd> {
    let folder = ledger.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fd = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
    let signs = WatchFlags::MODIFY
        | WatchFlags::CREATE
        | WatchFlags::DELETE
        | WatchFlags::MOVED_FROM
        | WatchFlags::MOVED_TO
        | WatchFlags::MOVE_SELF
        | WatchFlags::DELETE_SELF;
    inotify::add_watch(&fd, folder, signs).ok()?;
    Some(fd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_ledger_and_its_log_count() {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("a.db");
        let mut watch = Watch::on(&ledger, Instant::now());
        assert!(watch.fd().is_some());
        for other in ["a.db-shm", "b.db", "a.db.draft", "a.db-wal2"] {
            std::fs::write(dir.path().join(other), "x").unwrap();
        }
        assert!(!watch.look_again(Instant::now()));
        for part in ["a.db", "a.db-wal", "a.db-journal"] {
            let mut watch = Watch::on(&ledger, Instant::now());
            std::fs::write(dir.path().join(part), "x").unwrap();
            assert!(watch.look_again(Instant::now()), "{part}");
        }
    }

    #[test]
    fn a_folder_that_is_written_to_without_end_is_listened_to_now_and_then() {
        let dir = tempfile::tempdir().unwrap();
        let (ledger, start) = (dir.path().join("a.db"), Instant::now());
        let mut watch = Watch::on(&ledger, start);
        std::fs::write(dir.path().join("other"), "x").unwrap();
        assert!(!watch.look_again(start));
        assert!(watch.fd().is_none(), "it rests");
        assert_eq!(watch.due(), Some(start + REST));
        std::fs::write(&ledger, "x").unwrap();
        assert!(!watch.look_again(start + REST / 2));
        assert!(watch.look_again(start + REST), "nothing is missed");
        assert!(!watch.look_again(start + 2 * REST));
        assert!(watch.fd().is_some());
    }

    #[test]
    fn without_the_kernels_help_it_looks_itself() {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("a.db");
        let now = Instant::now();
        let mut watch = Watch { inotify: None, ..Watch::on(&ledger, now) };
        assert_eq!(watch.due(), Some(now + WITHOUT_WATCH));
        assert!(!watch.look_again(now + WITHOUT_WATCH));
        std::fs::write(dir.path().join("a.db-wal"), "x").unwrap();
        assert!(!watch.look_again(now + WITHOUT_WATCH));
        assert!(watch.look_again(now + 2 * WITHOUT_WATCH));
    }

    #[test]
    fn a_folder_that_goes_is_noticed_and_looked_at_from_then_on() {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("a.db");
        let mut watch = Watch::on(&ledger, Instant::now());
        drop(dir);
        assert!(watch.look_again(Instant::now()));
        assert!(watch.fd().is_none());
    }
}
