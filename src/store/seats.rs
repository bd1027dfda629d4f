//! Who has a screen open through the gate: each holds a lock for themselves and one among all.
//!
//! A lock vanishes with its process, so nothing is left over by one that was killed.

use std::fs::{DirBuilder, File, Permissions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

use super::lock_file::LockFile;

/// The folder of the locks, beside the ledger.
const FOLDER: &str = "-sessions";

/// A place at the ledger, until this is dropped.
#[derive(Debug)]
pub struct Seat {
    _own: Option<File>,
    _all: Option<File>,
}

/// What is full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FullHouse {
    /// The operator's own places, so many.
    Own(usize),
    /// All places, so many.
    All(usize),
}

/// Takes a place for an operator who may have `own`, where all together may have `all`. Where the locks cannot be
/// had, such as on a full disk, nobody is kept out for it.
///
/// # Errors
/// What is full.
pub fn take_seat(
    ledger: &Path,
    operator: &str,
    own: Option<usize>,
    all: Option<usize>,
) -> Result<Seat, FullHouse> {
    make_folder(ledger);
    let own = match own {
        Some(most) => first(ledger, &format!("of-{operator}"), most).map_err(|()| FullHouse::Own(most))?,
        None => None,
    };
    let all = match all {
        Some(most) => first(ledger, "all", most).map_err(|()| FullHouse::All(most))?,
        None => None,
    };
    Ok(Seat { _own: own, _all: all })
}

/// The first lock that nobody has.
fn first(ledger: &Path, name: &str, most: usize) -> Result<Option<File>, ()> {
    for number in 1..=most {
        let Ok(file) = LockFile::beside(ledger, &format!("{FOLDER}/{name}-{number}")).open() else {
            return Ok(None);
        };
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(())
}

/// The folder, for the group where the ledger's own is.
fn make_folder(ledger: &Path) {
    let ledger = std::fs::canonicalize(ledger).unwrap_or_else(|_| ledger.to_owned());
    let mut path = ledger.clone().into_os_string();
    path.push(FOLDER);
    let above = ledger.parent().and_then(|p| std::fs::metadata(p).ok());
    let of_group = above.is_some_and(|m| m.permissions().mode() & 0o2020 == 0o2020);
    if DirBuilder::new().mode(0o700).create(&path).is_ok() && of_group {
        let _ = std::fs::set_permissions(&path, Permissions::from_mode(0o2770));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_for_one_and_for_all_and_given_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("l.db");
        std::fs::write(&path, "").expect("a file");
        let take = |who| take_seat(&path, who, Some(2), Some(3));
        let (a, b) = (take("a").expect("one"), take("a").expect("two"));
        assert_eq!(take("a").err(), Some(FullHouse::Own(2)));
        let c = take("b").expect("three in all");
        assert_eq!(take("b").err(), Some(FullHouse::All(3)));
        drop(a);
        let again = take("b").expect("a place was given back");
        assert_eq!(take("a").err(), Some(FullHouse::All(3)));
        assert!(take_seat(&path, "a", None, None).is_ok(), "without limits");
        drop((b, c, again));
    }
}
