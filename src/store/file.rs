//! Where the ledger lies, and whether a file is one at all.
//!
//! Closing any descriptor of a file gives up all of this process's POSIX locks on it, also those of an open
//! connection. So nobody here opens a ledger by hand, not even to look at it: only SQLite does, which knows.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use rustix::fs::{Access, access};

use super::StoreError;
use super::schema::SCHEMA;

/// `application_id` of a ledger: "dubn".
pub(super) const APPLICATION_ID: u32 = 0x6475_626e;

/// What a path holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerFile {
    /// Nothing yet.
    Missing,
    /// A ledger of this schema or an older one.
    Ledger,
}

impl LedgerFile {
    /// Looks at the first page of a file as if it could never change: it is neither locked nor written to, and
    /// nothing appears beside it. Connections that are open on it keep their locks.
    ///
    /// # Errors
    /// [`StoreError::NotALedger`] for any other file, [`StoreError::TooNew`] for a ledger of a newer program, and
    /// [`StoreError::Io`] where it cannot be read.
    pub fn look(path: &Path) -> Result<Self, StoreError> {
        let io = |source| StoreError::Io { path: path.to_owned(), source };
        let not_a_ledger = || StoreError::NotALedger(path.to_owned());
        match std::fs::metadata(path) {
            Ok(found) if !found.is_file() => return Err(not_a_ledger()),
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Self::Missing),
            Err(e) => return Err(io(e)),
        }
        // SQLite does not say why it cannot open a file.
        access(path, Access::READ_OK).map_err(|e| io(e.into()))?;
        let (application, schema) = header(path).map_err(|e| match e.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => not_a_ledger(),
            _ => StoreError::from(e),
        })?;
        match schema.cast_unsigned() {
            _ if application.cast_unsigned() != APPLICATION_ID => Err(not_a_ledger()),
            found if found > SCHEMA => Err(StoreError::TooNew { found, known: SCHEMA }),
            1..=SCHEMA => Ok(Self::Ledger),
            // No program ever finished a ledger without a schema.
            _ => Err(not_a_ledger()),
        }
    }
}

/// What tells one ledger from every other, as it stands in the file itself.
pub(super) fn identity(path: &Path) -> Option<String> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(address(path.as_os_str(), "?immutable=1"), flags).ok()?;
    db.query_row("SELECT value FROM meta WHERE key = 'ledger_id'", [], |r| r.get(0)).ok()
}

/// Whether what is open is a ledger of this program's own schema.
pub(super) fn is_of_today(db: &Connection) -> bool {
    numbers(db).is_ok_and(|found| found == (APPLICATION_ID.cast_signed(), SCHEMA.cast_signed()))
}

/// `application_id` and `user_version` of a database, as they stand in the file itself.
fn header(path: &Path) -> rusqlite::Result<(i32, i32)> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(address(path.as_os_str(), "?immutable=1"), flags)?;
    // A checkpoint writes the first page before those that it tells of: where one is under way or was cut short, the
    // file is shorter than it says. That is for the write-ahead log to mend, and no damage.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    numbers(&db)
}

fn numbers(db: &Connection) -> rusqlite::Result<(i32, i32)> {
    let number = |pragma| db.pragma_query_value(None, pragma, |r| r.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

/// The file's address as SQLite takes it, every byte of its name as it is, with options behind it.
pub(super) fn address(path: &OsStr, options: &str) -> String {
    use std::fmt::Write as _;
    // Without an authority before it, a path that begins with two slashes would be taken for one.
    let mut uri = if path.as_bytes().starts_with(b"/") { "file://" } else { "file:" }.to_owned();
    for byte in path.as_bytes() {
        let _ = match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                write!(uri, "{}", char::from(*byte))
            }
            other => write!(uri, "%{other:02x}"),
        };
    }
    uri.push_str(options);
    uri
}

/// The ledger of whoever names none: in the data directory of the XDG rules.
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|dirs| dirs.data_dir().join("duban").join("ledger.db"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::ledger::Actor;
    use crate::plan::EMBEDDED;
    use crate::store::create;

    #[test]
    fn a_ledger_is_known_whatever_it_is_called() {
        let folder = tempfile::tempdir().expect("a folder");
        let by = Actor { name: "a".to_owned(), origin: String::new(), way: crate::ledger::Way::Local };
        for name in ["台账 一.db", "a?b#c%20&d=e.db", "a+b;'\".db"] {
            let path = folder.path().join(name);
            create(&path, EMBEDDED, &by, Clock::System.now()).expect("a ledger");
            assert_eq!(LedgerFile::look(&path).expect("a look"), LedgerFile::Ledger, "{name}");
        }
        let name = OsStr::from_bytes(b"\xff\xfe.db");
        assert_eq!(address(name, "?immutable=1"), "file:%ff%fe.db?immutable=1");
        assert_eq!(address(OsStr::new("//a/b"), ""), "file:////a/b");
    }

    #[test]
    fn a_checkpoint_cut_short_is_no_damage() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("l.db");
        let by = Actor { name: "a".to_owned(), origin: String::new(), way: crate::ledger::Way::Local };
        create(&path, EMBEDDED, &by, Clock::System.now()).expect("a ledger");
        let file = std::fs::OpenOptions::new().write(true).open(&path).expect("the file");
        let length = file.metadata().expect("its length").len();
        file.set_len(length - 3 * 4096).expect("a shorter file");
        assert_eq!(LedgerFile::look(&path).expect("a look"), LedgerFile::Ledger);
    }
}
