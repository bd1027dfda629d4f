//! All drafts beside one ledger.

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

use super::dir::{self, Dir};
use super::file::{DraftFile, Look};
use super::form::{Form, remove};
use super::name::{self, Kind, Name};
use super::slot::State;
use super::{Body, DraftError, Found, Key};
use crate::clock::Instant;
use crate::text::visible;

/// Most drafts of one operator.
const MOST: u32 = 99;

/// The drafts beside one ledger. Nothing is opened or made until it is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder of the ledger at a path.
    #[must_use]
    pub fn beside(ledger: &Path) -> Self {
        Self { path: dir::beside(ledger) }
    }

    /// Where it is, whether or not it is there.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a form: others see it from now on, and room for its draft is reserved. Nothing is read.
    ///
    /// A draft that [`Folder::load`] would give and that nobody has open is taken over: the first two savings
    /// replace what it says, so whoever does not want it discards it first. Where the same operator has the form
    /// open in another session, or the draft is damaged, this form gets a draft of its own with another number,
    /// and neither loses anything.
    ///
    /// # Errors
    /// What stands in the way of making the draft.
    pub fn open(&self, operator: &str, key: &Key) -> Result<Form, DraftError> {
        let dir = Dir::make(&self.path).map_err(|e| self.fault(e))?;
        let operator = name::operator(operator);
        for found in found(&dir, &operator).iter().filter(|f| f.key == *key && !f.damaged) {
            let name = Name { operator: operator.clone(), key: key.clone(), number: found.number };
            if let Some((lock, file)) = take(&dir, &name).map_err(|e| self.fault(e))? {
                return Ok(Form { dir, path: self.path.clone(), name, file, done: false, _lock: lock });
            }
        }
        self.fresh(dir, &operator, key)
    }

    /// Opens a form with a draft of its own, beside whatever drafts of the same there are.
    ///
    /// # Errors
    /// What stands in the way of making the draft.
    pub fn open_new(&self, operator: &str, key: &Key) -> Result<Form, DraftError> {
        let dir = Dir::make(&self.path).map_err(|e| self.fault(e))?;
        self.fresh(dir, &name::operator(operator), key)
    }

    /// A form with a draft of its own, under the first number that is free.
    fn fresh(&self, dir: Dir, operator: &str, key: &Key) -> Result<Form, DraftError> {
        sweep(&dir, operator);
        let used: Vec<u32> = names(&dir, operator).map(|(name, _)| name.number).collect();
        let mut last = DraftError::Many(MOST);
        for number in (1..=MOST).filter(|n| !used.contains(n)) {
            let name = Name { operator: operator.to_owned(), key: key.clone(), number };
            match make(&dir, &name) {
                Ok(Some((lock, file))) => {
                    let path = self.path.clone();
                    return Ok(Form { dir, path, name, file, done: false, _lock: lock });
                }
                Ok(None) => {}
                // Something of somebody else's lies under that number.
                Err(e) if is_in_the_way(&e) => last = self.fault(e),
                Err(e) => return Err(self.fault(e)),
            }
        }
        Err(last)
    }

    /// An operator's drafts, newest first. Drafts that cannot be read are among them.
    #[must_use]
    pub fn list(&self, operator: &str) -> Vec<Found> {
        let Ok(Some(dir)) = Dir::open(&self.path) else { return Vec::new() };
        let mut found = found(&dir, &name::operator(operator));
        found.retain(|f| f.saved_at != BLANK);
        found
    }

    /// The draft of a form: the newest that nobody has open, else the newest. Damaged ones are left to
    /// [`Folder::list`].
    #[must_use]
    pub fn load(&self, operator: &str, key: &Key) -> Option<Found> {
        let drafts = self.list(operator).into_iter().filter(|f| f.key == *key && !f.damaged);
        drafts.min_by_key(|f| f.open_elsewhere)
    }

    /// Removes the draft that [`Folder::load`] gives. None is as good as removed.
    ///
    /// # Errors
    /// [`DraftError::OpenElsewhere`] while somebody has it open, or what the disk says.
    pub fn discard(&self, operator: &str, key: &Key) -> Result<(), DraftError> {
        self.load(operator, key).map_or(Ok(()), |found| self.discard_found(operator, &found))
    }

    /// Removes one draft of [`Folder::list`], damaged or not.
    ///
    /// # Errors
    /// [`DraftError::OpenElsewhere`] while somebody has it open, or what the disk says.
    pub fn discard_found(&self, operator: &str, found: &Found) -> Result<(), DraftError> {
        let Some(dir) = Dir::open(&self.path).map_err(|e| self.fault(e))? else { return Ok(()) };
        let name = Name { operator: name::operator(operator), key: found.key.clone(), number: found.number };
        let lock = match dir.lock(&name.file(Kind::Open)) {
            Ok(None) => return Err(DraftError::OpenElsewhere),
            Ok(lock) => lock,
            // Without its file there is no lock, nor anybody who holds it: a full disk must not keep a draft.
            Err(_) => None,
        };
        let removed = remove(&dir, &name).map_err(|e| self.fault(e));
        drop(lock);
        removed
    }

    /// The other operators who have a form on the same thing open now, fit to be shown. Never waits.
    #[must_use]
    pub fn others(&self, operator: &str, key: &Key) -> Vec<String> {
        let Ok(Some(dir)) = Dir::open(&self.path) else { return Vec::new() };
        let me = name::operator(operator);
        let mut who: Vec<String> = all(&dir)
            .filter(|(name, kind)| *kind == Kind::Open && name.key == *key && name.operator != me)
            .filter(|(name, kind)| dir.is_held(&name.file(*kind)))
            .map(|(name, _)| visible(&name.who()).into_owned())
            .collect();
        who.sort_unstable();
        who.dedup();
        who
    }

    fn fault(&self, e: io::Error) -> DraftError {
        match e.kind() {
            io::ErrorKind::InvalidInput => DraftError::Folder(self.path.clone()),
            _ => DraftError::from_io(&self.path, e),
        }
    }
}

/// The time of a draft in which nothing was kept yet.
const BLANK: Instant = Instant(i64::MIN);

/// An operator's drafts, newest first, those in which nothing was kept at the end.
fn found(dir: &Dir, operator: &str) -> Vec<Found> {
    let drafts = names(dir, operator).filter(|(_, kind)| *kind == Kind::Draft);
    let mut found: Vec<Found> = drafts.filter_map(|(name, _)| look(dir, name)).collect();
    found.sort_by_key(|f| (Reverse(f.saved_at), f.number));
    found
}

fn blank() -> State {
    State { seq: 0, at: BLANK, typed: Vec::new() }
}

fn all(dir: &Dir) -> impl Iterator<Item = (Name, Kind)> + use<> {
    dir.files().into_iter().filter_map(|file| Name::read(&file))
}

fn names<'a>(dir: &Dir, operator: &'a str) -> impl Iterator<Item = (Name, Kind)> + use<'a> {
    all(dir).filter(move |(name, _)| name.operator == operator)
}

fn look(dir: &Dir, name: Name) -> Option<Found> {
    let (saved_at, body) = match Look::at(dir, &name) {
        Look::Missing => return None,
        Look::Damaged(at) => (at, None),
        Look::Whole(state) if state.typed.is_empty() => (BLANK, Some(Body::default())),
        Look::Whole(state) => (state.at, serde_json::from_slice(&state.typed).ok()),
    };
    Some(Found {
        open_elsewhere: dir.is_held(&name.file(Kind::Open)),
        damaged: body.is_none(),
        body: body.unwrap_or_default(),
        saved_at,
        number: name.number,
        key: name.key,
    })
}

/// Takes over a draft that nobody has open. `None` if it cannot be had.
fn take(dir: &Dir, name: &Name) -> io::Result<Option<(std::fs::File, DraftFile)>> {
    let Ok(Some(lock)) = dir.lock(&name.file(Kind::Open)) else { return Ok(None) };
    Ok(DraftFile::open(dir, name)?.map(|file| (lock, file)))
}

/// Makes a draft under a number. `None` if somebody was quicker.
fn make(dir: &Dir, name: &Name) -> io::Result<Option<(std::fs::File, DraftFile)>> {
    let Some(lock) = dir.lock(&name.file(Kind::Open))? else { return Ok(None) };
    if !matches!(Look::at(dir, name), Look::Missing) {
        return Ok(None);
    }
    let made = DraftFile::make(dir, name, &blank());
    if made.is_err() {
        let _ = dir.remove(&name.file(Kind::Open));
    }
    Ok(Some((lock, made?)))
}

/// Removes what killed processes left of drafts in which nothing was kept.
fn sweep(dir: &Dir, operator: &str) {
    for (name, _) in names(dir, operator).filter(|(_, kind)| *kind == Kind::Open) {
        let begun = || match Look::at(dir, &name) {
            Look::Missing => false,
            Look::Damaged(_) => true,
            Look::Whole(state) => !state.typed.is_empty(),
        };
        if !begun()
            && let Ok(Some(_lock)) = dir.lock(&name.file(Kind::Open))
            && !begun()
        {
            let _ = remove(dir, &name);
        }
    }
}

/// Whether a file of somebody else's, or something that is no file, stands where one was to be made.
fn is_in_the_way(e: &io::Error) -> bool {
    use rustix::io::Errno;
    let errno = Errno::from_io_error(e);
    matches!(
        errno,
        Some(Errno::ACCESS | Errno::PERM | Errno::EXIST | Errno::LOOP | Errno::ISDIR | Errno::NXIO)
    )
}
