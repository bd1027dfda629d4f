//! Names of what is kept beside a ledger, and which of it may be cleared away again: automatic backups of this very
//! ledger, under the names that only they have.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rustix::fs::{FlockOperation, Mode, OFlags, flock, open};

use super::backup::backups_folder;
use super::create::Draft;
use super::file::{LedgerFile, identity};
use super::{BackupTo, StoreError, backup};
use crate::clock::Instant;

/// What the names of automatic backups have in them.
pub(super) const AUTO: &str = "auto";

/// How many names of one second are tried.
const MOST: u32 = 100;

/// A name in a folder: the ledger's own, what it is, and when it was made.
pub(super) fn dated(folder: &Path, ledger: &Path, what: Option<&str>, at: Instant) -> PathBuf {
    let mut name = ledger.file_name().unwrap_or_default().to_owned();
    if let Some(what) = what {
        name.push(format!("-{what}"));
    }
    name.push(at.local().strftime("-%Y%m%d-%H%M%S").to_string());
    folder.join(name)
}

/// The same beside the ledger.
pub(super) fn beside(ledger: &Path, what: &str, at: Instant) -> PathBuf {
    let folder = ledger.parent().unwrap_or_else(|| Path::new(""));
    dated(folder, ledger, Some(what), at)
}

/// Names in turn: this one, then with -2, -3 behind it.
pub(super) fn names(wanted: &Path) -> impl Iterator<Item = PathBuf> {
    let wanted = wanted.to_owned();
    (1..MOST).map(move |n| {
        let mut name = wanted.clone().into_os_string();
        if n > 1 {
            name.push(format!("-{n}"));
        }
        name.into()
    })
}

/// Gives a draft the first name that is free.
pub(super) fn place(draft: &Draft, wanted: &Path) -> Result<PathBuf, StoreError> {
    for name in names(wanted) {
        if draft.place(&name).map_err(|e| StoreError::at(&name, e))? {
            return Ok(name);
        }
    }
    Err(StoreError::Exists(wanted.to_owned()))
}

/// The automatic backups of a ledger, newest first.
fn autos(ledger: &Path) -> Vec<(PathBuf, String)> {
    let Some(name) = ledger.file_name().and_then(|n| n.to_str()) else { return Vec::new() };
    let start = format!("{name}-{AUTO}-");
    let Ok(listed) = fs::read_dir(backups_folder(ledger)) else { return Vec::new() };
    let mut found: Vec<_> = listed
        .filter_map(Result::ok)
        .filter(|e| e.file_type().is_ok_and(|t| t.is_file()))
        .filter_map(|e| {
            let stamp = e.file_name().to_str()?.strip_prefix(&start)?.to_owned();
            is_stamp(&stamp).then(|| (e.path(), stamp))
        })
        .collect();
    found.sort_by(|a, b| b.1.cmp(&a.1));
    found
}

/// `20250624-104200`, with `-2` behind it where there were two in a second.
fn is_stamp(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |part: Option<&str>, long: usize| {
        part.is_some_and(|p| p.len() == long && p.bytes().all(|b| b.is_ascii_digit()))
    };
    digits(parts.next(), 8)
        && digits(parts.next(), 6)
        && parts.next().is_none_or(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        && parts.next().is_none()
}

/// When the newest backup beside the ledger was made: its day.
pub(super) fn newest(ledger: &Path) -> Option<Date> {
    let listed = fs::read_dir(backups_folder(ledger)).ok()?;
    let name = ledger.file_name()?.to_str()?.to_owned();
    let days = listed.filter_map(Result::ok).filter_map(|e| {
        let stamp = e.file_name().to_str()?.strip_prefix(&name)?.trim_start_matches('-').to_owned();
        let stamp = stamp.strip_prefix("auto-").unwrap_or(&stamp).to_owned();
        if is_stamp(&stamp) { Date::strptime("%Y%m%d", stamp.get(..8)?).ok() } else { None }
    });
    days.max()
}

/// Whether a ledger has an automatic backup of a day.
fn has_of_day(ledger: &Path, day: Date) -> bool {
    let day = day.strftime("%Y%m%d").to_string();
    autos(ledger).iter().any(|(_, stamp)| stamp.starts_with(&day))
}

/// Clears automatic backups of this ledger away until `most` are left, the newest. What has another name, is another
/// ledger or cannot be read stays. Returns what is gone.
///
/// # Errors
/// What the disk says.
pub fn prune(ledger: &Path, most: usize) -> Result<Vec<PathBuf>, StoreError> {
    let Some(ours) = identity(ledger) else { return Ok(Vec::new()) };
    let mut gone = Vec::new();
    for (path, _) in autos(ledger).into_iter().skip(most.max(1)) {
        let is_one = LedgerFile::look(&path).is_ok_and(|f| f == LedgerFile::Ledger);
        if is_one && identity(&path).is_some_and(|id| id == ours) {
            fs::remove_file(&path).map_err(|e| StoreError::at(&path, e))?;
            for end in ["-open", "-turn", "-next"] {
                let mut lock = path.clone().into_os_string();
                lock.push(end);
                let _ = fs::remove_file(lock);
            }
            gone.push(path);
        }
    }
    Ok(gone)
}

/// The backup of a day, made by the first who comes; nothing where there is one or somebody is at it.
///
/// # Errors
/// As [`backup::backup`].
pub fn of_day(ledger: &Path, most: usize, at: Instant) -> Result<Option<backup::Backup>, StoreError> {
    if has_of_day(ledger, at.local().date()) {
        return Ok(None);
    }
    let folder = ledger.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let held = open(folder, flags, Mode::empty()).map_err(|e| StoreError::at(folder, e.into()))?;
    if flock(&held, FlockOperation::NonBlockingLockExclusive).is_err()
        || has_of_day(ledger, at.local().date())
    {
        return Ok(None);
    }
    sweep(ledger);
    let made = backup::backup(ledger, &BackupTo::Auto, at)?;
    prune(ledger, most)?;
    Ok(Some(made))
}

/// Clears away what a process that was killed left half made. Whoever has the lock is the only one at it.
fn sweep(ledger: &Path) {
    let Some(name) = ledger.file_name().and_then(|n| n.to_str()) else { return };
    let start = format!("{name}-{AUTO}-");
    let Ok(listed) = fs::read_dir(backups_folder(ledger)) else { return };
    for entry in listed.filter_map(Result::ok) {
        if entry.file_name().to_str().is_some_and(|n| n.starts_with(&start) && n.contains("-new-")) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_stamps_are_stamps() {
        for (text, is) in [
            ("20250624-104200", true),
            ("20250624-104200-2", true),
            ("20250624-104200-", false),
            ("20250624-104200-2-3", false),
            ("20250624-104200.db", false),
            ("2025064-104200", false),
            ("20250624", false),
            ("new-12-ThreadId(1)", false),
            ("", false),
        ] {
            assert_eq!(is_stamp(text), is, "{text}");
        }
    }
}
