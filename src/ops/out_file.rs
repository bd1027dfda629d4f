//! A file that leaves the ledger: written beside its place under another name, and given its own when it is whole.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Writes a file whole or not at all. One that is there stays as it is, unless it may be replaced.
///
/// # Errors
/// [`Error::Taken`] where it is there, [`Error::Output`] with what the disk says. No part of a file is left then.
pub fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    let fault = |e| Error::Output(path.to_owned(), e);
    if !replace && fs::symlink_metadata(path).is_ok() {
        return Err(Error::Taken(path.to_owned()));
    }
    if path.is_dir() {
        return Err(fault(ErrorKind::IsADirectory.into()));
    }
    let part = beside(path).ok_or_else(|| fault(ErrorKind::InvalidFilename.into()))?;
    let placed = write(&part, bytes).and_then(|()| place(&part, path, replace));
    let _ = fs::remove_file(&part);
    match placed {
        Err(e) if e.kind() == ErrorKind::AlreadyExists && !replace => Err(Error::Taken(path.to_owned())),
        other => other.map_err(fault),
    }
}

fn write(part: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(part)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A link never replaces a file that somebody made meanwhile; where the file system has no links, a rename has to do.
fn place(part: &Path, path: &Path, replace: bool) -> std::io::Result<()> {
    if replace {
        return fs::rename(part, path);
    }
    match fs::hard_link(part, path) {
        Err(e) if matches!(e.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied) => {
            fs::rename(part, path)
        }
        linked => linked,
    }
}

fn beside(path: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{}.part", std::process::id()));
    Some(path.with_file_name(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_whole_and_replaces_nothing_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("通报.txt");
        write_file(&path, b"one", false).expect("written");
        assert!(matches!(write_file(&path, b"two", false), Err(Error::Taken(_))));
        assert_eq!(fs::read(&path).expect("there"), b"one");
        write_file(&path, b"two", true).expect("replaced");
        assert_eq!(fs::read(&path).expect("there"), b"two");
        assert!(matches!(write_file(folder.path(), b"x", true), Err(Error::Output(..))));
        let missing = folder.path().join("none/通报.txt");
        assert!(matches!(write_file(&missing, b"x", false), Err(Error::Output(..))));
        let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
        assert_eq!(left.len(), 1, "no part of a file is left: {left:?}");
    }
}
