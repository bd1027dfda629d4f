//! Backups: a copy made while others write, compacted, checked as thoroughly as `verify` does, and only then given
//! its name. Nothing is ever overwritten, and nobody meets half a copy.

use std::fs::{self, File, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::create::Draft;
use super::{Head, Reader, StoreError, connect, keep};
use crate::clock::Instant;

/// A backup made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// The newest row of its record, to be noted down.
    pub head: Head,
    /// Its size.
    pub bytes: u64,
}

/// Where a backup goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupTo {
    /// Under this name.
    File(PathBuf),
    /// Into a folder, with a dated name.
    Folder(PathBuf),
    /// Into the folder beside the ledger, with a dated name; older ones of its kind may be cleared away.
    Auto,
}

/// The folder beside a ledger that its backups go to.
#[must_use]
pub fn backups_folder(ledger: &Path) -> PathBuf {
    let mut name = ledger.as_os_str().to_owned();
    name.push("-backups");
    name.into()
}

/// Copies a ledger while others write to it.
///
/// # Errors
/// [`StoreError::Exists`] where the name is taken, [`StoreError::Unsound`] where the ledger is not what its record
/// says, or what the disk says. No copy is left then.
pub fn backup(ledger: &Path, to: &BackupTo, at: Instant) -> Result<Backup, StoreError> {
    let source = Reader::open(ledger)?;
    let wanted = match to {
        BackupTo::File(path) => path.clone(),
        BackupTo::Folder(folder) => {
            make_folder(folder, ledger)?;
            keep::dated(folder, ledger, None, at)
        }
        BackupTo::Auto => {
            let folder = backups_folder(ledger);
            make_folder(&folder, ledger)?;
            keep::dated(&folder, ledger, Some(keep::AUTO), at)
        }
    };
    if matches!(to, BackupTo::File(_)) && fs::symlink_metadata(&wanted).is_ok() {
        return Err(StoreError::Exists(wanted));
    }
    let draft = Draft::beside(&wanted);
    // A copy counts as writing, though not to the ledger.
    source.db.pragma_update(None, "query_only", false)?;
    write(&source.db, draft.path(), ledger)?;
    drop(source);
    let head = proved(draft.path(), ledger)?;
    let io = |e| StoreError::at(&wanted, e);
    let path = match to {
        BackupTo::File(_) if draft.place(&wanted).map_err(io)? => wanted.clone(),
        BackupTo::File(_) => return Err(StoreError::Exists(wanted)),
        BackupTo::Folder(_) | BackupTo::Auto => keep::place(&draft, &wanted)?,
    };
    let bytes = fs::metadata(&path).map_err(io)?.len();
    Ok(Backup { path, head, bytes })
}

/// Copies what a connection reads into a new file that whoever may use the ledger may use.
pub(super) fn write(source: &Connection, copy: &Path, ledger: &Path) -> Result<(), StoreError> {
    let io = |e| StoreError::at(copy, e);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(copy).map_err(io)?;
    like(&file, ledger).map_err(io)?;
    let name = copy.to_str().ok_or_else(|| io(std::io::ErrorKind::InvalidFilename.into()))?;
    source.execute("VACUUM INTO ?1", [name])?;
    let db = Connection::open(copy)?;
    // The copy comes without the journal mode; every connection to a ledger asks for it.
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.close().map_err(|(_, e)| e)?;
    file.sync_all().map_err(io)
}

/// Group and mode of the ledger, and from root its owner too.
pub(super) fn like(file: &File, ledger: &Path) -> std::io::Result<()> {
    let Ok(wanted) = fs::metadata(ledger) else {
        return file.set_permissions(Permissions::from_mode(0o600));
    };
    let root = rustix::process::geteuid().is_root();
    let now = file.metadata()?;
    if now.gid() != wanted.gid() || (root && now.uid() != wanted.uid()) {
        fchown(file, root.then(|| wanted.uid()), Some(wanted.gid()))?;
    }
    file.set_permissions(Permissions::from_mode(wanted.mode() & 0o660))
}

/// What SQLite finds wrong with a file.
pub(super) fn must_be_whole(db: &Connection) -> Result<(), StoreError> {
    let said: String = db.query_row("PRAGMA integrity_check(1)", [], |r| r.get(0))?;
    if said != "ok" {
        return Err(StoreError::Damaged(said));
    }
    let astray: i64 = db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0))?;
    if astray > 0 { Err(StoreError::Damaged(format!("foreign keys: {astray}"))) } else { Ok(()) }
}

/// Checks a copy from its pages to its record. Returns the record's newest row.
pub(super) fn proved(copy: &Path, called: &Path) -> Result<Head, StoreError> {
    let reader = Reader::on(copy, connect::attach(copy)?)?;
    must_be_whole(&reader.db)?;
    match reader.verify()? {
        Ok(proof) => Ok(proof.head),
        Err(faults) => Err(StoreError::Unsound(called.to_owned(), faults)),
    }
}

/// The folder, for those who may use the ledger.
fn make_folder(folder: &Path, ledger: &Path) -> Result<(), StoreError> {
    let io = |e| StoreError::at(folder, e);
    if folder.is_dir() {
        return Ok(());
    }
    fs::DirBuilder::new().mode(0o700).create(folder).map_err(io)?;
    let opened = File::open(folder).map_err(io)?;
    like(&opened, ledger).map_err(io)?;
    let shared = fs::metadata(ledger).is_ok_and(|m| m.mode() & 0o060 != 0);
    opened.set_permissions(Permissions::from_mode(if shared { 0o2770 } else { 0o700 })).map_err(io)
}
