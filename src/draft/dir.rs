//! The folder itself: every file is reached from it, and no link is followed.

use std::fs::{File, TryLockError};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::fs::{AtFlags, CWD, Mode, OFlags};

/// How often a lock is tried while somebody merely looks at it, or its file is being replaced.
const TRIES: u32 = 50;

/// Bits of a folder's mode: usable by the group.
const GROUP: u32 = 0o020;

/// The folder, open.
#[derive(Debug)]
pub(super) struct Dir {
    fd: OwnedFd,
}

impl Dir {
    /// Opens the folder if it is there. What is no folder, is a link, or can be written by everybody, is an error
    /// of the kind [`io::ErrorKind::InvalidInput`].
    pub(super) fn open(path: &Path) -> io::Result<Option<Self>> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let fd = match rustix::fs::openat(CWD, path, flags, Mode::empty()) {
            Ok(fd) => fd,
            Err(rustix::io::Errno::NOENT) => return Ok(None),
            Err(rustix::io::Errno::LOOP | rustix::io::Errno::NOTDIR) => return Err(not_ours()),
            Err(e) => return Err(e.into()),
        };
        if rustix::fs::fstat(&fd)?.st_mode & 0o002 != 0 {
            return Err(not_ours());
        }
        Ok(Some(Self { fd }))
    }

    /// Opens the folder, made first if need be. The group may use it where it may use the ledger's own folder;
    /// even then nobody but the owner of a file can remove it.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        match rustix::fs::mkdirat(CWD, path, Mode::RWXU) {
            // Where the folder above cannot be read it cannot be synced either; the drafts still are.
            Ok(()) => drop(File::open(parent(path)).and_then(|above| above.sync_all())),
            Err(rustix::io::Errno::EXIST) => {}
            Err(e) => return Err(e.into()),
        }
        let dir = Self::open(path)?.ok_or(io::ErrorKind::NotFound)?;
        dir.settle(path)?;
        Ok(dir)
    }

    /// Gives the folder its mode, if it is ours: also where an earlier process was killed before it could, and
    /// where the ledger's folder was opened to a group since.
    fn settle(&self, path: &Path) -> io::Result<()> {
        let beside = std::fs::metadata(parent(path))?;
        let stat = rustix::fs::fstat(&self.fd)?;
        if stat.st_uid != rustix::process::geteuid().as_raw() {
            return Ok(());
        }
        let mode = if beside.mode() & GROUP == 0 { 0o0700 } else { 0o3770 };
        if mode & GROUP != 0 && stat.st_gid != beside.gid() {
            rustix::fs::fchown(&self.fd, None, Some(rustix::fs::Gid::from_raw(beside.gid())))?;
        }
        if stat.st_mode & 0o7777 != mode {
            rustix::fs::fchmod(&self.fd, Mode::from_raw_mode(mode))?;
        }
        Ok(())
    }

    /// The names of all files in it.
    pub(super) fn files(&self) -> Vec<String> {
        let Ok(dir) = rustix::fs::Dir::read_from(&self.fd) else { return Vec::new() };
        dir.filter_map(|e| e.ok()?.file_name().to_str().ok().map(str::to_owned)).collect()
    }

    /// Opens a file that is there, never through a link and without waiting for anybody.
    pub(super) fn file(&self, name: &str, flags: OFlags) -> io::Result<File> {
        self.at(name, flags, Mode::empty())
    }

    /// Makes a file that is not there.
    pub(super) fn new_file(&self, name: &str) -> io::Result<File> {
        self.at(name, OFlags::RDWR | OFlags::CREATE | OFlags::EXCL, Mode::RUSR | Mode::WUSR)
    }

    fn at(&self, name: &str, flags: OFlags, mode: Mode) -> io::Result<File> {
        let flags = flags | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        Ok(File::from(rustix::fs::openat(&self.fd, name, flags, mode)?))
    }

    /// Removes a file. One that is not there is as good as removed.
    pub(super) fn remove(&self, name: &str) -> io::Result<()> {
        match rustix::fs::unlinkat(&self.fd, name, AtFlags::empty()) {
            Ok(()) | Err(rustix::io::Errno::NOENT) => Ok(()),
            Err(e) => Err(e.into()),
        }
    }

    /// Puts a file in the place of another.
    pub(super) fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.fd, from, &self.fd, to)?)
    }

    /// Makes what was made, renamed and removed last.
    pub(super) fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(&self.fd)?)
    }

    /// Takes the lock of a file, made first if need be. `None` where a living process has it.
    pub(super) fn lock(&self, name: &str) -> io::Result<Option<File>> {
        for _ in 0..TRIES {
            let mode = Mode::RUSR | Mode::WUSR | Mode::RGRP;
            let file = self.at(name, OFlags::RDWR | OFlags::CREATE, mode)?;
            match file.try_lock() {
                Ok(()) if self.is_still(name, &file) => {
                    // The group must be able to see the lock, whatever the umask.
                    let _ = rustix::fs::fchmod(&file, mode);
                    return Ok(Some(file));
                }
                // Its former holder removed it between our opening and locking.
                Ok(()) => {}
                Err(TryLockError::Error(e)) => return Err(e),
                Err(TryLockError::WouldBlock) => match file.try_lock_shared() {
                    // Nobody holds it: somebody looked whether anybody does.
                    Ok(()) => {
                        drop(file);
                        std::thread::sleep(Duration::from_millis(1));
                    }
                    Err(_) => return Ok(None),
                },
            }
        }
        Ok(None)
    }

    /// Whether a living process holds the lock of a file. Never waits.
    pub(super) fn is_held(&self, name: &str) -> bool {
        let Ok(file) = self.file(name, OFlags::RDONLY) else { return false };
        file.metadata().is_ok_and(|m| m.is_file())
            && matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    fn is_still(&self, name: &str, file: &File) -> bool {
        let found = rustix::fs::statat(&self.fd, name, AtFlags::SYMLINK_NOFOLLOW);
        file.metadata()
            .is_ok_and(|m| m.is_file() && found.is_ok_and(|f| (f.st_dev, f.st_ino) == (m.dev(), m.ino())))
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn not_ours() -> io::Error {
    io::ErrorKind::InvalidInput.into()
}

/// The folder beside a ledger. Different names for one ledger lead to one folder.
pub(super) fn beside(ledger: &Path) -> PathBuf {
    let mut name = std::fs::canonicalize(ledger).unwrap_or_else(|_| ledger.to_owned()).into_os_string();
    name.push("-drafts");
    name.into()
}
