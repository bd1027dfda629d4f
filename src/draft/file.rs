//! A draft's file: room for two states, reserved when it is made, written in turn.
//!
//! A state is written over the older of the two and synced before the other may be touched, so that one whole
//! state is there at every moment. Because the room is reserved, writing needs none on a full disk.
//!
//! A state has room for 256 KiB: three texts of 20,000 characters take 180,000 bytes in common hanzi, 240,000 in
//! rare ones. One that needs more gets a larger file, which takes the place of the first when it is whole.

use std::fs::File;
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};

use rustix::fs::{FallocateFlags, Mode, OFlags};
use rustix::io::Errno;

use super::dir::Dir;
use super::name::{Kind, Name};
use super::slot::{HEAD, Head, State};
use crate::clock::Instant;

/// Room for one state.
const ROOM: u64 = 256 * 1024;

/// Most room for one state.
pub(super) const MOST: u64 = 8 * 1024 * 1024;

/// A draft's file, open for writing.
#[derive(Debug)]
pub(super) struct DraftFile {
    file: File,
    /// Room for one state, which is where the second one begins.
    room: u64,
    /// Where the next state goes.
    next: u64,
    /// Number of the newest state.
    seq: u64,
}

/// What lies under a draft's name.
#[derive(Debug)]
pub(super) enum Look {
    /// Nothing.
    Missing,
    /// Something that is not ours, or no whole state; when it was last changed.
    Damaged(Instant),
    /// The newest whole state.
    Whole(State),
}

impl DraftFile {
    /// Opens a draft that is there. `None` if it is not, or if it is damaged.
    pub(super) fn open(dir: &Dir, name: &Name) -> io::Result<Option<Self>> {
        let Ok(file) = dir.file(&name.file(Kind::Draft), OFlags::RDWR) else { return Ok(None) };
        let Some((state, at, room)) = newest(&file).filter(|_| is_ours(&file)) else { return Ok(None) };
        reserve(&file, room * 2)?;
        Ok(Some(Self { file, room, next: room - at, seq: state.seq }))
    }

    /// Whether nothing was kept yet.
    pub(super) const fn is_blank(&self) -> bool {
        self.seq == 0
    }

    /// Lays out a draft under another name, then puts it into its place.
    pub(super) fn make(dir: &Dir, name: &Name, state: &State) -> io::Result<Self> {
        let unfinished = name.unfinished();
        dir.remove(&unfinished)?;
        let made = Self::lay_out(dir, name, state);
        if made.is_err() {
            let _ = dir.remove(&unfinished);
        }
        made
    }

    fn lay_out(dir: &Dir, name: &Name, state: &State) -> io::Result<Self> {
        let bytes = state.bytes();
        let room = (bytes.len() as u64).next_power_of_two().max(ROOM);
        let file = dir.new_file(&name.unfinished())?;
        rustix::fs::fchmod(&file, Mode::RUSR | Mode::WUSR)?;
        reserve(&file, room * 2)?;
        file.write_all_at(&bytes, 0)?;
        file.sync_all()?;
        dir.rename(&name.unfinished(), &name.file(Kind::Draft))?;
        dir.sync()?;
        Ok(Self { file, room, next: room, seq: state.seq })
    }

    /// Writes what was typed over the older state and waits until it is safe.
    pub(super) fn write(&mut self, dir: &Dir, name: &Name, typed: Vec<u8>, at: Instant) -> io::Result<()> {
        let state = State { seq: self.seq.saturating_add(1), at, typed };
        let bytes = state.bytes();
        // A file that somebody removed keeps nothing, however well it is written.
        if bytes.len() as u64 > self.room || self.file.metadata()?.nlink() == 0 {
            *self = Self::make(dir, name, &state)?;
            return Ok(());
        }
        self.file.write_all_at(&bytes, self.next)?;
        self.file.sync_data()?;
        self.next = self.room - self.next;
        self.seq = state.seq;
        Ok(())
    }
}

impl Look {
    /// Looks at a draft that may be written meanwhile.
    pub(super) fn at(dir: &Dir, name: &Name) -> Self {
        let mut changed = Instant::default();
        // A reader that is overtaken by two writings sees neither state whole; it looks again.
        for _ in 0..3 {
            let file = match dir.file(&name.file(Kind::Draft), OFlags::RDONLY) {
                Ok(file) => file,
                Err(e) if e.kind() == io::ErrorKind::NotFound => return Self::Missing,
                Err(_) => break,
            };
            changed = file.metadata().map_or(changed, |m| Instant(m.mtime().saturating_mul(1000)));
            if !is_ours(&file) {
                break;
            }
            if let Some((state, ..)) = newest(&file) {
                return Self::Whole(state);
            }
        }
        Self::Damaged(changed)
    }
}

/// Whether the file is one that this program made for this user: an ordinary file of one name that nobody else
/// can read or write.
fn is_ours(file: &File) -> bool {
    let me = rustix::process::geteuid().as_raw();
    let private = |mode| Mode::from_raw_mode(mode).intersection(Mode::RWXG | Mode::RWXO).is_empty();
    file.metadata().is_ok_and(|m| m.is_file() && m.uid() == me && m.nlink() == 1 && private(m.mode()))
}

/// The newest whole state, where it begins, and the room that each of the two has.
fn newest(file: &File) -> Option<(State, u64, u64)> {
    let length = file.metadata().ok().filter(std::fs::Metadata::is_file)?.len();
    let room = (length / 2).clamp(ROOM, MOST);
    let found = [0, room].into_iter().filter_map(|at| Some((read(file, at, room)?, at, room)));
    found.max_by_key(|(state, ..)| state.seq)
}

fn read(file: &File, at: u64, room: u64) -> Option<State> {
    let mut head = [0; HEAD];
    file.read_exact_at(&mut head, at).ok()?;
    let head = Head::read(&head)?;
    let fits = head.length.checked_add(HEAD as u64).is_some_and(|whole| whole <= room);
    let mut typed = vec![0; usize::try_from(head.length).ok().filter(|_| fits)?];
    file.read_exact_at(&mut typed, at + HEAD as u64).ok()?;
    head.with(typed)
}

/// Reserves room on the disk. Where the file system cannot, zeros are written instead.
fn reserve(file: &File, length: u64) -> io::Result<()> {
    let reserved =
        rustix::io::retry_on_intr(|| rustix::fs::fallocate(file, FallocateFlags::empty(), 0, length));
    match reserved {
        Err(Errno::OPNOTSUPP | Errno::NOSYS) => {}
        other => return Ok(other?),
    }
    let zeros = [0; 4096];
    let mut at = file.metadata()?.len();
    while at < length {
        let part = zeros.get(..usize::try_from(length - at).unwrap_or(usize::MAX)).unwrap_or(&zeros);
        file.write_all_at(part, at)?;
        at += part.len() as u64;
    }
    Ok(())
}
