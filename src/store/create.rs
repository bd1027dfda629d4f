//! Making a ledger: built whole under another name, then linked into place, so that nobody ever meets half of one
//! and the first of several starters wins.

use std::fs::{self, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

use super::file::{APPLICATION_ID, LedgerFile};
use super::{StoreError, history, schema};
use crate::clock::Instant;
use crate::ledger::Actor;
use crate::plan::{Kind, Plan, Role};

/// Makes a ledger at `path` with the plan that `toml` holds, unless there is one already.
///
/// # Errors
/// [`StoreError::Plan`] with every fault of the plan, or what the disk says. Nothing half-made stays behind.
pub fn create(path: &Path, toml: &str, by: &Actor, at: Instant) -> Result<(), StoreError> {
    if LedgerFile::look(path)? == LedgerFile::Ledger {
        return Ok(());
    }
    let plan = crate::plan::load(toml).map_err(StoreError::Plan)?;
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    make_folder(path)?;
    let draft = Draft::beside(path);
    build(&draft.0, &plan, toml, by, at)?;
    // A ledger that somebody else made meanwhile stays.
    draft.place(path).map(|_| ()).map_err(io)
}

/// The folder that a ledger is to lie in.
pub(super) fn make_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) else { return Ok(()) };
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.map_err(|source| StoreError::Io { path: path.to_owned(), source })
}

/// The file under its other name; gone when dropped.
pub(super) struct Draft(PathBuf);

impl Draft {
    pub(super) fn beside(path: &Path) -> Self {
        let mut name = path.as_os_str().to_owned();
        name.push(format!("-new-{}-{:?}", std::process::id(), std::thread::current().id()));
        Self(name.into())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Gives it its name, unless something of that name is there: then nothing is done, and that is told.
    pub(super) fn place(&self, path: &Path) -> std::io::Result<bool> {
        match fs::hard_link(&self.0, path) {
            Ok(()) => sync_folder(path).map(|()| true),
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
            Err(e) => Err(e),
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm", "-journal"] {
            let mut name = self.0.as_os_str().to_owned();
            name.push(end);
            let _ = fs::remove_file(name);
        }
    }
}

pub(super) fn build(
    draft: &Path,
    plan: &Plan,
    toml: &str,
    by: &Actor,
    at: Instant,
) -> Result<(), StoreError> {
    let sha: [u8; 32] = Sha256::digest(toml.as_bytes()).into();
    lay(draft, |tx| {
        write_meta(tx, at)?;
        write_plan(tx, plan, toml, &sha)?;
        history::append(tx, &history::Event::plan_loaded(&plan.id, &sha, by, at))?;
        Ok(())
    })
}

/// Makes an empty file of today's schema, with what `with` writes first.
pub(super) fn lay(
    draft: &Path,
    with: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let io = |source| StoreError::Io { path: draft.to_owned(), source };
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(draft).map_err(io)?;
    // The mode is part of the ledger: the sidecar files take it over, whatever the umask.
    file.set_permissions(Permissions::from_mode(mode_in(folder_of(draft)))).map_err(io)?;
    let mut db = Connection::open(draft)?;
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    super::connect::settle(&db)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::lift(&tx, 0)?;
    with(&tx)?;
    tx.commit()?;
    db.close().map_err(|(_, e)| StoreError::from(e))?;
    file.sync_all().map_err(io)
}

/// In a folder that hands its group on and lets it write, the ledger is the group's too; else it is its maker's alone.
fn mode_in(folder: &Path) -> u32 {
    let of_group = fs::metadata(folder).is_ok_and(|m| m.permissions().mode() & 0o2022 == 0o2020);
    if of_group { 0o660 } else { 0o600 }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

fn write_meta(tx: &Transaction<'_>, at: Instant) -> Result<(), StoreError> {
    tx.execute("INSERT INTO meta(key, value) VALUES ('ledger_id', lower(hex(randomblob(16))))", [])?;
    tx.execute("INSERT INTO meta(key, value) VALUES ('created_at', ?1)", [at.0.to_string()])?;
    Ok(())
}

/// The plan's text, and what SQL says of it.
pub(super) fn write_plan(
    tx: &Transaction<'_>,
    plan: &Plan,
    toml: &str,
    sha: &[u8; 32],
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO plan(id, doc_no, title, body, sha256) VALUES (:id, :doc_no, :title, :body, :sha)",
        named_params! {":id": plan.id, ":doc_no": plan.document.doc_no, ":title": plan.document.title, ":body": toml, ":sha": sha},
    )?;
    write_units(tx, plan)?;
    for task in &plan.tasks {
        tx.execute(
            "INSERT INTO task(plan, no, grp, title) VALUES (?1, ?2, ?3, ?4)",
            (&plan.id, task.no.0, task.group.0, &task.title),
        )?;
        for (sort, a) in (1i64..).zip(&task.assignments) {
            let role = if a.role == Role::Lead { "lead" } else { "support" };
            let unit = plan.unit(a.unit).map(|u| u.code.as_str());
            tx.execute(
                "INSERT INTO assignment(plan, task, sort, unit, role, as_written) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                (&plan.id, task.no.0, sort, unit, role, &a.as_written),
            )?;
        }
    }
    Ok(())
}

fn write_units(tx: &Transaction<'_>, plan: &Plan) -> Result<(), StoreError> {
    for (ix, unit) in plan.units() {
        let kind = if unit.kind == Kind::Named { "named" } else { "collective" };
        tx.execute(
            "INSERT INTO unit(code, name, kind, sort) VALUES (?1, ?2, ?3, ?4)",
            (&unit.code, &unit.name, kind, ix.0),
        )?;
        for alias in &unit.aliases {
            tx.execute("INSERT INTO unit_alias(alias, unit) VALUES (?1, ?2)", (alias, &unit.code))?;
        }
    }
    for unit in &plan.units {
        let Kind::Collective(Some(members)) = &unit.kind else { continue };
        for member in members.iter().filter_map(|m| plan.unit(*m)) {
            tx.execute(
                "INSERT INTO unit_member(collective, unit) VALUES (?1, ?2)",
                (&unit.code, &member.code),
            )?;
        }
    }
    Ok(())
}

/// Makes names in the folder of a file last.
pub(super) fn sync_folder(path: &Path) -> std::io::Result<()> {
    fs::File::open(folder_of(path))?.sync_all()
}
