//! Bringing a ledger of an older program up to date: one transaction under the turn, after a verified copy.
//!
//! Of many who start at once one does it, and the others find it done. What stands in the way leaves the file as it
//! was. A newer ledger is refused when it is opened, and again before every write.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, TransactionBehavior};

use super::create::Draft;
use super::schema::{self, SCHEMA};
use super::turn::Turn;
use super::wait::Wait;
use super::{StoreError, backup, connect, keep};
use crate::clock::Clock;

/// How long one waits for whoever is at it. Copying a big ledger takes its time.
const PATIENCE: Duration = Duration::from_secs(300);

/// Brings an open ledger to the schema of this program.
pub(super) fn run(db: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let from = schema::of(db)?;
    if db.is_readonly(MAIN_DB)? {
        return Err(StoreError::TooOld { found: from, known: SCHEMA });
    }
    climb(db, path).map_err(|cause| match cause {
        StoreError::ReadOnly => StoreError::TooOld { found: from, known: SCHEMA },
        cause => StoreError::Upgrade { from, to: SCHEMA, cause: Box::new(cause) },
    })
}

fn climb(db: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let _turn = Turn::beside(path).take(&mut Wait::of(PATIENCE).start())?;
    // Nobody writes from here on, so that the copy is the ledger as it is now.
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = schema::of(&tx)?;
    if from == SCHEMA {
        return Ok(());
    }
    let kept = keep_old(path, from)?;
    let done = schema::lift(&tx, from).and_then(|()| Ok(tx.commit()?));
    if done.is_err() {
        // It would only look as if there had been something to keep.
        let _ = std::fs::remove_file(kept);
    }
    done
}

/// The ledger as the older program left it, checked, beside the ledger.
fn keep_old(path: &Path, from: u32) -> Result<PathBuf, StoreError> {
    let source = connect::attach(path)?;
    let name = keep::beside(path, &format!("schema{from}"), Clock::System.now());
    let draft = Draft::beside(&name);
    backup::write(&source, draft.path(), path)?;
    let copy = connect::attach(draft.path())?;
    backup::must_be_whole(&copy)?;
    let count = |db: &Connection| -> rusqlite::Result<(i64, i64, Option<[u8; 32]>)> {
        db.query_row(
            "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM history), (SELECT hash FROM history ORDER BY seq DESC LIMIT 1)",
            [],
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )
    };
    if count(&source)? != count(&copy)? {
        return Err(StoreError::Other("the copy is not the ledger".to_owned()));
    }
    copy.close().map_err(|(_, e)| e)?;
    keep::place(&draft, &name)
}
