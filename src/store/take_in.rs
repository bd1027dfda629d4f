//! Making a ledger again from an export: the record is checked row by row and put in as it was, and the rows are made
//! of it. The whole is proved before it gets its name, and nobody meets it before.

use std::fs;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

use super::create::{self, Draft, sync_folder};
use super::export::{FORMAT, Footer, Header, Record, VERSION, record};
use super::history::{Head, LEDGER, PURGE, Row, hex};
use super::lines::{Lines, unhex};
use super::restore::{Old, set_aside};
use super::{
    ExportFault, LedgerFile, Reader, StoreError, backup, body, bulk, gate, gram, keep, parts, purge,
};
use crate::clock::Instant;
use crate::ledger::{Coded, Entry, Percent};
use crate::plan::Plan;

/// Rows of the record in one transaction.
const AT_ONCE: i64 = 5_000;

/// A ledger made from an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// The newest row of its record: that of the ledger which was exported.
    pub head: Head,
    /// Where the empty ledger lies now that was there before, if there was one.
    pub kept: Option<PathBuf>,
}

/// Makes the ledger at `path` from an export, where there is none or an empty one. `tell` hears how many rows are in, and
/// ends it by an error. Without a moment it is only proved that it can be done.
///
/// # Errors
/// [`StoreError::NotEmpty`] where there is a ledger with something in it, [`StoreError::Export`] with the line that is
/// wrong, [`StoreError::Unsound`] and others. Nothing was changed then.
pub fn take_in(
    path: &Path,
    from: &mut dyn BufRead,
    at: Option<Instant>,
    tell: &mut dyn FnMut(i64) -> Result<(), StoreError>,
) -> Result<TakenIn, StoreError> {
    let there = LedgerFile::look(path)? == LedgerFile::Ledger;
    if there && !Reader::open(path)?.is_empty()? {
        return Err(StoreError::NotEmpty(path.to_owned()));
    }
    create::make_folder(path)?;
    let draft = Draft::beside(path);
    let head = build(draft.path(), from, tell)?;
    tell(head.seq)?;
    if backup::proved(draft.path(), path)? != head {
        return Err(StoreError::Damaged("an import that is not its export".to_owned()));
    }
    let Some(at) = at else { return Ok(TakenIn { head, kept: None }) };
    let io = |e| StoreError::at(path, e);
    if !there {
        let placed = draft.place(path).map_err(io)?;
        return if placed {
            Ok(TakenIn { head, kept: None })
        } else {
            Err(StoreError::Exists(path.to_owned()))
        };
    }
    let _alone = gate::alone(path)?;
    let old = Old::take(path)?;
    if old.head.is_none_or(|h| h.seq > 1) {
        return Err(StoreError::NotEmpty(path.to_owned()));
    }
    let file = fs::OpenOptions::new().write(true).open(draft.path()).map_err(io)?;
    backup::like(&file, path).map_err(io)?;
    drop(old.probe);
    let kept = set_aside(path, &keep::beside(path, "replaced", at)).map_err(io)?;
    fs::rename(draft.path(), path).and_then(|()| sync_folder(path)).map_err(io)?;
    Ok(TakenIn { head, kept })
}

impl Reader {
    /// Whether nothing was ever done in the ledger but making it.
    fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(super::history::head(&self.db)?.is_none_or(|h| h.seq <= 1))
    }
}

fn build(
    draft: &Path,
    from: &mut dyn BufRead,
    tell: &mut dyn FnMut(i64) -> Result<(), StoreError>,
) -> Result<Head, StoreError> {
    let mut lines = Lines::of(from);
    if lines.next()? != b"[" {
        return Err(lines.fault(ExportFault::Form));
    }
    let first = lines.next()?.strip_suffix(b",").unwrap_or_default().to_owned();
    let header: Option<Header> = serde_json::from_slice(&first).ok();
    let header = header.filter(|h| h.format == FORMAT && h.version == VERSION);
    let header = header.ok_or_else(|| lines.fault(ExportFault::Form))?;
    let plan = Arc::new(crate::plan::load(&header.plan).map_err(StoreError::Plan)?);
    create::lay(draft, |tx| {
        for (key, value) in &header.meta {
            tx.execute("INSERT INTO meta(key, value) VALUES (?1, ?2)", (key, value))?;
        }
        create::write_plan(tx, &plan, &header.plan, &Sha256::digest(header.plan.as_bytes()).into())
    })?;
    let mut db = Connection::open(draft)?;
    let indexes = bulk::hurry(&db)?;
    let mut head = Head::default();
    let footer = loop {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let footer = some(&tx, &plan, &mut lines, &mut head)?;
        tx.commit()?;
        tell(head.seq)?;
        if let Some(footer) = footer {
            break footer;
        }
    };
    if footer.header != hex(&Sha256::digest(&first)) {
        return Err(StoreError::Export(2, ExportFault::Header));
    }
    if footer.head != head.to_string() {
        return Err(lines.fault(ExportFault::Head));
    }
    if lines.next()? != b"]" || !lines.is_over()? {
        return Err(lines.fault(ExportFault::End));
    }
    finish(&mut db, &plan, &indexes)?;
    bulk::make_safe(db, draft)?;
    Ok(head)
}

/// Takes in so many rows, or up to the last line.
fn some(
    tx: &Transaction<'_>,
    plan: &Plan,
    lines: &mut Lines<'_>,
    head: &mut Head,
) -> Result<Option<Footer>, StoreError> {
    for _ in 0..AT_ONCE {
        let line = lines.next()?;
        if line.is_empty() {
            return Err(lines.fault(ExportFault::End));
        }
        let Some(line) = line.strip_suffix(b",") else {
            let footer = serde_json::from_slice(line).map_err(|_| lines.fault(ExportFault::Form))?;
            return Ok(Some(footer));
        };
        *head = one(tx, plan, line, *head).map_err(|fault| match fault {
            Ok(fault) => lines.fault(fault),
            Err(error) => error,
        })?;
    }
    Ok(None)
}

/// What is wrong with the line, or with the store.
type Wrong = Result<ExportFault, StoreError>;

fn one(tx: &Transaction<'_>, plan: &Plan, line: &[u8], before: Head) -> Result<Head, Wrong> {
    let wrong = |fault| move || Ok(fault);
    let form = wrong(ExportFault::Form);
    let read: Record<'_> = serde_json::from_slice(line).map_err(|_| form())?;
    let digest = |text: &str| <[u8; 32]>::from(Sha256::digest(text.as_bytes()));
    let body_sha = unhex(&read.body_sha).ok_or_else(form)?;
    let body = match read.body.map(|b| b.get().to_owned()) {
        Some(raw) if digest(&raw) == body_sha => Some(raw),
        // Characters that are not shown raw stand escaped there.
        Some(raw) => {
            let plain = serde_json::from_str::<serde_json::Value>(&raw).map_err(|_| form())?.to_string();
            Some(plain).filter(|p| digest(p) == body_sha).ok_or_else(wrong(ExportFault::Body)).map(Some)?
        }
        None => None,
    };
    let hash = unhex(&read.hash).ok_or_else(form)?;
    let row = Row {
        seq: read.seq,
        at: read.at,
        operator: read.operator,
        key_fp: read.key_fp,
        origin: read.origin,
        kind: read.kind,
        object: read.object,
        action: read.action,
        plan: read.plan,
        task: read.task,
        unit: read.unit,
        stands: read.stands,
        undoes: read.undoes,
        body_sha,
    };
    if row.seq != before.seq + 1 || row.hash(&before.hash) != hash {
        return Err(Ok(ExportFault::Chain));
    }
    let body = body.as_deref();
    row.insert(tx, body, &hash).map_err(Err)?;
    if !replay(tx, plan, &row, body).map_err(Err)? {
        return Err(Ok(ExportFault::Form));
    }
    let head = Head { seq: row.seq, hash };
    // Every byte of it counts, also such as change nothing.
    let same = record(row, body, &hash).map_err(Err)? == line;
    if same { Ok(head) } else { Err(form()) }
}

/// Makes what a row of the record left. False where that cannot be read.
fn replay(tx: &Transaction<'_>, plan: &Plan, row: &Row<'_>, body: Option<&str>) -> Result<bool, StoreError> {
    let Some(text) = body else { return Ok(true) };
    match &*row.kind {
        "plan" | LEDGER => Ok(true),
        "entry" => entry(tx, plan, row, text),
        PURGE => match purge::read(text) {
            Some((_, Some(left))) => entry(tx, plan, row, &left),
            found => Ok(found.is_some()),
        },
        kind => {
            tx.prepare_cached(
                "INSERT INTO act(kind, object, body) VALUES (?1, ?2, ?3)
                 ON CONFLICT(kind, object) DO UPDATE SET body = excluded.body, revision = revision + 1",
            )?
            .execute((kind, &row.object, text))?;
            Ok(true)
        }
    }
}

fn entry(tx: &Transaction<'_>, plan: &Plan, row: &Row<'_>, text: &str) -> Result<bool, StoreError> {
    let Some((entry, deleted)) = body::row(plan, text) else { return Ok(false) };
    let Some(unit) = plan.unit(entry.unit).map(|u| u.code.as_str()) else { return Ok(false) };
    if row.object != entry.id.0.to_string() {
        return Ok(false);
    }
    put(tx, plan, &entry, unit, deleted)?;
    if deleted.is_some() {
        parts::remove(tx, entry.id)?;
    } else {
        parts::write(tx, &entry, unit)?;
    }
    Ok(true)
}

fn put(
    tx: &Transaction<'_>,
    plan: &Plan,
    entry: &Entry,
    unit: &str,
    deleted: Option<Instant>,
) -> Result<(), StoreError> {
    tx.prepare_cached(
        "INSERT OR REPLACE INTO entry(id, plan, task, unit, period, day, status, percent, progress, problems, next_steps, reporter, typed_by, review, review_note, reviewed_by, highlight, revision, created_at, updated_at, deleted_at)
         VALUES (:id, :plan, :task, :unit, :period, :day, :status, :percent, :progress, :problems, :next_steps, :reporter, :typed_by, :review, :review_note, :reviewed_by, :highlight, :revision, :created_at, :updated_at, :deleted)",
    )?
    .execute(named_params! {
        ":id": entry.id.0, ":plan": plan.id, ":task": entry.task.numbered(), ":unit": unit,
        ":period": entry.period.to_string(), ":day": entry.day.to_string(), ":status": entry.status.code(),
        ":percent": entry.percent.map(Percent::get), ":progress": entry.progress, ":problems": entry.problems,
        ":next_steps": entry.next_steps, ":reporter": entry.reporter, ":typed_by": entry.typed_by,
        ":review": entry.review.state.code(), ":review_note": entry.review.note,
        ":reviewed_by": entry.review.by, ":highlight": entry.review.highlight, ":revision": entry.revision.0,
        ":created_at": entry.created_at.0, ":updated_at": entry.updated_at.0, ":deleted": deleted.map(|at| at.0),
    })?;
    Ok(())
}

/// Indexes, standings and search, of all rows at once.
fn finish(db: &mut Connection, plan: &Plan, indexes: &[String]) -> Result<(), StoreError> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for sql in indexes {
        tx.execute_batch(sql)?;
    }
    tx.execute(
        "INSERT INTO standing(plan, task, unit, entry, entries)
         SELECT plan, task, unit, (SELECT id FROM entry l WHERE l.plan = e.plan AND l.task = e.task AND l.unit = e.unit
             AND l.deleted_at IS NULL ORDER BY l.day DESC, l.id DESC LIMIT 1), count(*)
         FROM entry e WHERE deleted_at IS NULL AND task IS NOT NULL GROUP BY plan, task, unit",
        [],
    )?;
    gram::build(&tx, plan)?;
    Ok(tx.commit()?)
}
