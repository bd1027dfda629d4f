//! A lock file beside the ledger that whoever may write the ledger may use, made where there is none.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use rustix::fs::{Access, OFlags, access};

/// One lock file of one ledger.
#[derive(Debug, Clone)]
pub(super) struct LockFile {
    ledger: PathBuf,
    path: PathBuf,
}

impl LockFile {
    /// The lock file of this ending, by whichever link one came to the ledger.
    pub(super) fn beside(path: &Path, end: &str) -> Self {
        let ledger = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut name = ledger.as_os_str().to_owned();
        name.push(end);
        Self { ledger, path: name.into() }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The lock file, made where there is none.
    pub(super) fn open(&self) -> io::Result<File> {
        let path = &self.path;
        // A link that somebody laid there must not lead root to give another file away.
        let flags = OFlags::NOFOLLOW.bits().cast_signed();
        let open = || OpenOptions::new().write(true).custom_flags(flags).open(path);
        let found = match open() {
            Err(e) if e.kind() == ErrorKind::NotFound => self.make(false).and_then(|()| open()),
            // From before the ledger was given to others. The order of those who wait may suffer once; that only one
            // writes at a time is SQLite's doing.
            Err(e) if e.kind() == ErrorKind::PermissionDenied => {
                access(&self.ledger, Access::WRITE_OK).map_err(|_| e)?;
                self.make(true).and_then(|()| open())
            }
            found => found,
        }?;
        // The ledger may have been given to others since. Whoever does not own the lock file need not care.
        let _ = self.fit(&found);
        Ok(found)
    }

    /// Makes the lock file under another name, so that nobody meets one that is not yet theirs to open.
    fn make(&self, anew: bool) -> io::Result<()> {
        let path = &self.path;
        let mut name = path.as_os_str().to_owned();
        name.push(format!("-new-{}-{:?}", std::process::id(), std::thread::current().id()));
        let _ = fs::remove_file(&name);
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&name)?;
        let _ = self.fit(&file);
        let made = if anew { fs::rename(&name, path) } else { fs::hard_link(&name, path) };
        let _ = fs::remove_file(&name);
        match made {
            Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(()),
            made => made,
        }
    }

    /// Gives the lock file to those who may write the ledger, whatever the umask: its group and its mode, and from
    /// root its owner too.
    fn fit(&self, file: &File) -> io::Result<()> {
        let of = |m: &Metadata| (m.uid(), m.gid(), m.mode() & 0o666);
        let root = rustix::process::geteuid().is_root();
        let found = file.metadata()?;
        if !found.is_file() || found.nlink() > 1 {
            return Ok(());
        }
        let (now, wanted) = (of(&found), of(&fs::metadata(&self.ledger)?));
        if now.1 != wanted.1 || (root && now.0 != wanted.0) {
            fchown(file, root.then_some(wanted.0), Some(wanted.1))?;
        }
        if now.2 != wanted.2 {
            file.set_permissions(Permissions::from_mode(wanted.2))?;
        }
        Ok(())
    }
}
