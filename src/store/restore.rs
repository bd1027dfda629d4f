//! Putting a backup in the ledger's place: only while nobody has the ledger open, only a backup that holds, and with
//! the abandoned head on record. What was there before stays beside it under a dated name.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use serde_json::json;

use super::create::{Draft, sync_folder};
use super::file::{LedgerFile, identity};
use super::history::{Event, LEDGER, append};
use super::{Head, StoreError, backup, connect, gate, history, keep, schema};
use crate::clock::Instant;
use crate::ledger::Actor;

/// A ledger put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The newest row of its record now: the one that says so.
    pub head: Head,
    /// The newest row of the backup's record.
    pub from: Head,
    /// The newest row of the record that was abandoned, where it could be read.
    pub abandoned: Option<Head>,
    /// Where the file before lies now, if there was one.
    pub kept: Option<PathBuf>,
}

/// What the record says of a restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abandoned {
    /// The row that says so.
    pub seq: i64,
    /// The newest row that was left behind, where it could be read.
    pub head: Option<Head>,
}

impl Abandoned {
    /// Reads it from the body of a row about the whole ledger.
    pub(super) fn read(seq: i64, body: &str) -> Option<Self> {
        let body: serde_json::Value = serde_json::from_str(body).ok()?;
        Some(Self { seq, head: body.get("abandoned")?.as_str().and_then(Head::parse) })
    }
}

/// Puts the ledger in `from` in the place of the one at `path`.
///
/// # Errors
/// [`StoreError::InUse`] while anybody has the ledger open, [`StoreError::Unsound`] and others where the backup does
/// not hold. The ledger is as it was then.
pub fn restore(path: &Path, from: &Path, by: &Actor, at: Instant) -> Result<Restored, StoreError> {
    let draft = Draft::beside(path);
    copy(from, path, draft.path())?;
    let held = bring_up(draft.path(), from)?;
    let _alone = gate::alone(path)?;
    let old = Old::take(path)?;
    if let (Some(ours), Some(theirs)) = (&old.identity, identity(draft.path()))
        && *ours != theirs
    {
        return Err(StoreError::OtherLedger(from.to_owned()));
    }
    let wanted = keep::beside(path, "replaced", at);
    let head = record(draft.path(), &old, held, by, at)?;
    let (abandoned, probe) = (old.head, old.probe);
    // Its last connection takes the write-ahead log into the file and removes it.
    drop(probe);
    let kept = set_aside(path, &wanted).map_err(|e| StoreError::at(path, e))?;
    let placed = fs::rename(draft.path(), path).and_then(|()| sync_folder(path));
    placed.map_err(|e| StoreError::at(path, e))?;
    Ok(Restored { head, from: held, abandoned, kept })
}

/// The backup under another name beside the ledger, byte for byte: the backup itself is not touched.
fn copy(from: &Path, path: &Path, draft: &Path) -> Result<(), StoreError> {
    if LedgerFile::look(from)? == LedgerFile::Missing {
        return Err(StoreError::Missing(from.to_owned()));
    }
    let log = beside(from, "-wal");
    let same = |a: &Path, b: &Path| matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b);
    // What stands in the log is not in the file. And closing a file by hand drops the locks on it.
    if same(from, path) || fs::metadata(log).is_ok_and(|m| m.len() > 0) {
        return Err(StoreError::OpenCopy(from.to_owned()));
    }
    let io = |e| StoreError::at(draft, e);
    let mut source = fs::File::open(from).map_err(|e| StoreError::at(from, e))?;
    let mut to = OpenOptions::new().write(true).create_new(true).open(draft).map_err(io)?;
    backup::like(&to, path).map_err(io)?;
    io::copy(&mut source, &mut to).map_err(io)?;
    to.sync_all().map_err(io)
}

/// Makes the copy one of today's schema and proves it. Its record's newest row.
fn bring_up(draft: &Path, called: &Path) -> Result<Head, StoreError> {
    let mut db = Connection::open(draft)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    connect::settle(&db)?;
    let found = schema::of(&db)?;
    backup::must_be_whole(&db)?;
    if found < schema::SCHEMA {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::lift(&tx, found)?;
        tx.commit()?;
    }
    db.close().map_err(|(_, e)| e)?;
    backup::proved(draft, called)
}

/// The ledger that is to go, held so that nobody can open it.
pub(super) struct Old {
    identity: Option<String>,
    pub(super) head: Option<Head>,
    pub(super) probe: Option<Connection>,
}

impl Old {
    /// In exclusive mode SQLite gives the file to one connection alone, also against programs that are not this one.
    pub(super) fn take(path: &Path) -> Result<Self, StoreError> {
        let none = Self { identity: None, head: None, probe: None };
        if !path.exists() {
            return Ok(none);
        }
        let asked = || -> Result<Connection, StoreError> {
            let mut db = Connection::open(path)?;
            db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
            db.transaction_with_behavior(TransactionBehavior::Exclusive)?.commit()?;
            Ok(db)
        };
        match asked() {
            Ok(db) => Ok(Self {
                identity: identity(path),
                head: history::head(&db).unwrap_or_default(),
                probe: Some(db),
            }),
            Err(StoreError::Busy) => Err(StoreError::InUse),
            // That it cannot be read is why it goes.
            Err(_) => Ok(none),
        }
    }
}

/// Writes into the copy's record what is being done.
fn record(draft: &Path, old: &Old, from: Head, by: &Actor, at: Instant) -> Result<Head, StoreError> {
    let mut db = connect::attach(draft)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let abandoned = old.head.map(|h| h.to_string());
    let event = Event {
        at,
        by,
        kind: LEDGER,
        object: "ledger".to_owned(),
        action: "restore",
        pair: None,
        stands: None,
        undoes: None,
        body: json!({"v": 1, "abandoned": abandoned, "backup": from.to_string()}).to_string(),
    };
    let head = append(&tx, &event)?;
    tx.commit()?;
    db.close().map_err(|(_, e)| e)?;
    Ok(head)
}

/// Keeps the file before under a dated name, with its log where it still has one. A log left in its place would be
/// read into the new file.
pub(super) fn set_aside(path: &Path, wanted: &Path) -> io::Result<Option<PathBuf>> {
    let mut kept = None;
    for name in keep::names(wanted) {
        match fs::hard_link(path, &name) {
            Ok(()) => {
                kept = Some(name);
                break;
            }
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) if e.kind() == io::ErrorKind::NotFound => break,
            Err(e) => return Err(e),
        }
    }
    if let Some(kept) = &kept {
        match fs::hard_link(beside(path, "-wal"), beside(kept, "-wal")) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            _ => sync_folder(path)?,
        }
    }
    for end in ["-wal", "-shm"] {
        match fs::remove_file(beside(path, end)) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    sync_folder(path)?;
    Ok(kept)
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
