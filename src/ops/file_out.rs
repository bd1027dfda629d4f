//! Files that leave the ledger: written beside their place and renamed when they are whole, so that nobody ever meets
//! half of one. What a killed process left of the same file is cleared away by the next that writes it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Between the name of a file and the process that writes it.
const PART: &str = "-part-";

/// What is written at a time.
const BUFFER: usize = 256 << 10;

/// The file under its other name; gone when dropped.
struct Draft(PathBuf);

impl Drop for Draft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Writes a file whole or not at all. What is there is replaced only by `force`; a link is followed and stays one.
///
/// # Errors
/// [`Error::Taken`] where something is there and `force` is not given, what `write` says, or [`Error::Output`] with what the disk says.
/// What was there is as it was then.
pub fn write_whole<T>(
    path: &Path,
    force: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let exists = || Error::Taken(path.to_owned());
    let io = |e| Error::Output(path.to_owned(), e);
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::symlink_metadata(&place) {
        Ok(_) if !force => return Err(exists()),
        // A folder or a device is no file that could be replaced.
        Ok(found) if !found.is_file() => return Err(io(io::ErrorKind::IsADirectory.into())),
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(io(e)),
        _ => {}
    }
    clear_leftovers(&place);
    let mut name = place.as_os_str().to_owned();
    name.push(format!("{PART}{}", std::process::id()));
    let draft = Draft(name.into());
    let file = OpenOptions::new().write(true).create_new(true).open(&draft.0).map_err(io)?;
    // Held as long as it is written: whoever finds it unlocked knows that its writer is gone. Where there are no locks, it stays.
    let _ = file.try_lock();
    if let Ok(found) = fs::metadata(&place) {
        file.set_permissions(found.permissions()).map_err(io)?;
    }
    let mut to = BufWriter::with_capacity(BUFFER, file);
    let done = write(&mut to)?;
    let file = to.into_inner().map_err(|e| io(e.into_error()))?;
    file.sync_all().map_err(io)?;
    if force {
        fs::rename(&draft.0, &place).map_err(io)?;
    } else {
        link(&draft.0, &place).map_err(|e| match e.kind() {
            io::ErrorKind::AlreadyExists => exists(),
            _ => io(e),
        })?;
    }
    File::open(folder_of(&place)).and_then(|folder| folder.sync_all()).map_err(io)?;
    Ok(done)
}

fn folder_of(place: &Path) -> &Path {
    place.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Removes what processes that were killed left of this very file. Nothing else in the folder is touched, whatever its name.
fn clear_leftovers(place: &Path) {
    let Some(name) = place.file_name().and_then(|n| n.to_str()) else { return };
    for found in fs::read_dir(folder_of(place)).into_iter().flatten().flatten() {
        let left = found.file_name();
        let writer = left.to_str().and_then(|l| l.strip_prefix(name)?.strip_prefix(PART));
        if writer.is_some_and(|pid| !pid.is_empty() && pid.bytes().all(|b| b.is_ascii_digit()))
            && File::open(found.path()).is_ok_and(|file| file.try_lock().is_ok())
        {
            let _ = fs::remove_file(found.path());
        }
    }
}

/// A link never replaces what somebody else put there meanwhile; where there are no links, a rename has to do.
fn link(draft: &Path, place: &Path) -> io::Result<()> {
    match fs::hard_link(draft, place) {
        Err(e) if matches!(e.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied) => {
            fs::rename(draft, place)
        }
        linked => linked,
    }
}

/// Writes bytes to a file whole or not at all, as [`write_whole`].
///
/// # Errors
/// As there.
pub fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    write_whole(path, replace, |to| to.write_all(bytes).map_err(|e| Error::Output(path.to_owned(), e)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StoreError;

    fn say(path: &Path, force: bool, text: &str) -> Result<(), Error> {
        write_file(path, text.as_bytes(), force)
    }

    fn names(folder: &Path) -> Vec<String> {
        let listed = fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").file_name());
        listed.map(|n| n.into_string().expect("a name")).collect()
    }

    #[test]
    fn a_file_is_whole_or_not_there_and_only_force_replaces_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("通报.csv");
        let failed = write_whole(&path, false, |to| {
            to.write_all(b"half").expect("room");
            Err::<(), _>(Error::Store(StoreError::GivenUp))
        });
        assert!(failed.is_err());
        assert_eq!(names(folder.path()), [""; 0]);
        say(&path, false, "one").expect("written");
        assert!(matches!(say(&path, false, "two"), Err(Error::Taken(_))));
        assert_eq!(fs::read_to_string(&path).expect("a file"), "one");
        say(&path, true, "two").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("a file"), "two");
        assert_eq!(names(folder.path()), ["通报.csv"]);
        assert!(say(folder.path(), true, "x").is_err(), "a folder is not replaced");
    }

    #[test]
    fn what_a_killed_process_left_is_cleared_away_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("台账.json");
        let all =
            ["台账.json-part-1", "台账.json-part-2", "台账.json-part-", "台账.json-part-3a", "别的-part-4"];
        for name in all {
            fs::write(folder.path().join(name), "x").expect("written");
        }
        let writing = File::open(folder.path().join("台账.json-part-2")).expect("a file");
        writing.lock().expect("a lock");
        say(&path, false, "whole").expect("written");
        let mut left = names(folder.path());
        left.sort();
        let mut kept = [&["台账.json"], &all[1..]].concat();
        kept.sort_unstable();
        assert_eq!(left, kept, "one writes still, three are no leftovers of this file");
    }
}
