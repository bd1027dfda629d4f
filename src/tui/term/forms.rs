//! Noticing that somebody opened a form or let go of one.
//!
//! Owns the watch on the drafts' folder, which may come later than the watch and go before it. A form that is opened
//! sets the mode of its sign; one that is left, or whose process died, closes it. Looking at a sign does neither, so
//! that those who look never wake each other. Where the kernel cannot watch, nothing is noticed here.

use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};

use super::flurry::{Flurry, SOON};
use crate::draft::{Folder, is_sign};

/// Looks after the last sign: it is closed a moment before its lock is gone.
const LATER: [Duration; 2] = [SOON, Duration::from_secs(1)];

/// The watch on one ledger's forms.
#[derive(Debug)]
pub(super) struct Forms {
    folder: Folder,
    inotify: OwnedFd,
    /// The drafts' folder; `None` while it is not there.
    signs: Option<i32>,
    /// The folder around it, while that one is waited for.
    around: Option<i32>,
    pace: Flurry,
}

impl Forms {
    /// Watches the drafts beside a ledger. `None` where the kernel cannot.
    pub(super) fn of(folder: Folder) -> Option<Self> {
        let inotify = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
        let mut forms = Self { folder, inotify, signs: None, around: None, pace: Flurry::new(SOON, &LATER) };
        forms.begin();
        (forms.signs.is_some() || forms.around.is_some()).then_some(forms)
    }

    /// Readable when something happened.
    pub(super) fn fd(&self) -> BorrowedFd<'_> {
        self.inotify.as_fd()
    }

    /// When [`Forms::moved`] has to be called though nothing happened.
    pub(super) fn due(&self) -> Option<Instant> {
        self.pace.due()
    }

    /// Whether somebody may have opened a form or let go of one.
    pub(super) fn moved(&mut self, now: Instant) -> bool {
        (self.drain() && self.pace.change(now)) || self.pace.tick(now)
    }

    /// Watches the folder; where it is not there, the one in which it will be.
    fn begin(&mut self) {
        let path = self.folder.path();
        let around = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // First the one around, so that the folder is not missed when it comes in between.
        let comes = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
        let around = inotify::add_watch(&self.inotify, around, comes).ok();
        let moves = WatchFlags::ATTRIB
            | WatchFlags::CLOSE_WRITE
            | WatchFlags::DELETE
            | WatchFlags::ONLYDIR
            | WatchFlags::DONT_FOLLOW;
        self.signs = inotify::add_watch(&self.inotify, path, moves).ok();
        self.around = around;
        if let (Some(_), Some(around)) = (self.signs, self.around) {
            let _ = inotify::remove_watch(&self.inotify, around);
            self.around = None;
        }
    }

    fn drain(&mut self) -> bool {
        let mut buffer = [MaybeUninit::<u8>::uninit(); 4096];
        let mut reader = Reader::new(&self.inotify, &mut buffer);
        let name = self.folder.path().file_name();
        let (mut moved, mut again) = (false, false);
        while let Ok(event) = reader.next() {
            let (here, file) = (Some(event.wd()), event.file_name());
            if event.events().contains(ReadFlags::QUEUE_OVERFLOW) {
                moved = true;
            } else if here == self.signs {
                again |= event.events().intersects(ReadFlags::IGNORED | ReadFlags::UNMOUNT);
                moved |= file.is_some_and(|file| is_sign(file.to_bytes()));
            } else if here == self.around {
                again |= name.zip(file).is_some_and(|(n, file)| n.as_encoded_bytes() == file.to_bytes());
            }
        }
        if again {
            self.begin();
        }
        moved || again
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Body, Key};

    fn key() -> Key {
        Key::New { task: 7, unit: "sfj".to_owned() }
    }

    fn body(text: &str) -> Body {
        Body { progress: text.to_owned(), ..Body::default() }
    }

    /// Far enough after all that happened before.
    fn later(forms: &mut Forms) -> Instant {
        let mut now = Instant::now();
        forms.moved(now);
        while let Some(due) = forms.due() {
            forms.moved(due);
            now = due + SOON;
        }
        now
    }

    #[test]
    fn opening_and_leaving_are_noticed_typing_and_looking_are_not() {
        let dir = tempfile::tempdir().expect("a folder");
        let folder = Folder::beside(&dir.path().join("l.db"));
        let mut forms = Forms::of(folder.clone()).expect("a watch");
        assert!(!forms.moved(Instant::now()));

        let mut form = folder.open("zhang", &key()).expect("a form");
        assert!(forms.moved(Instant::now()), "the folder came with the form");
        let now = later(&mut forms);
        form.save(&body("一"), crate::clock::Instant(1)).expect("kept");
        form.save(&body("二"), crate::clock::Instant(2)).expect("kept");
        assert_eq!(folder.others("li", &key()), ["zhang"]);
        assert_eq!(folder.load("zhang", &key()).expect("there").body.progress, "二");
        assert!(!forms.moved(now) && forms.due().is_none(), "typing and looking wake nobody");

        form.leave();
        assert!(forms.moved(now), "left, with its draft kept");
        let now = later(&mut forms);
        let form = folder.open("zhang", &key()).expect("a form");
        assert!(forms.moved(now), "opened again, on the sign that was there");
        let now = later(&mut forms);
        form.finish();
        assert!(forms.moved(now));

        // The folder goes and comes again.
        let now = later(&mut forms);
        std::fs::remove_dir_all(folder.path()).expect("gone");
        assert!(forms.moved(now));
        let now = later(&mut forms);
        let _form = folder.open("zhang", &key()).expect("a form");
        assert!(forms.moved(now), "made anew");
        let now = later(&mut forms);
        let _other = folder.open("li", &key()).expect("a form");
        assert!(forms.moved(now));
    }
}
