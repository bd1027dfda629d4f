//! What the verbs that look after the file print.

use serde::Serialize;

use crate::ops::{Finding, Said, State};
use crate::store::{Backup, Erased, Restored};

/// `backup`.
#[derive(Serialize)]
pub(in crate::cli) struct BackupRow {
    path: String,
    seq: i64,
    head: String,
    bytes: u64,
}

/// `restore`.
#[derive(Serialize)]
pub(in crate::cli) struct RestoreRow {
    head: String,
    backup: String,
    abandoned: Option<String>,
    kept: Option<String>,
}

/// `purge`.
#[derive(Serialize)]
pub(in crate::cli) struct PurgeRow<'a> {
    id: i64,
    records: &'a [i64],
    by: Option<i64>,
    clean: bool,
    /// `false` for a preview.
    applied: bool,
}

/// An element of `doctor`.
#[derive(Serialize)]
pub(in crate::cli) struct CheckRow<'a> {
    check: &'static str,
    state: &'static str,
    details: &'a [String],
}

pub(in crate::cli) fn backed_up(made: &Backup) -> BackupRow {
    BackupRow {
        path: made.path.display().to_string(),
        seq: made.head.seq,
        head: made.head.to_string(),
        bytes: made.bytes,
    }
}

pub(in crate::cli) fn restored(done: &Restored) -> RestoreRow {
    RestoreRow {
        head: done.head.to_string(),
        backup: done.from.to_string(),
        abandoned: done.abandoned.map(|h| h.to_string()),
        kept: done.kept.as_ref().map(|p| p.display().to_string()),
    }
}

/// A purge that was made, or one that would be.
pub(in crate::cli) fn erased<'a>(id: i64, records: &'a [i64], made: Option<&Erased>) -> PurgeRow<'a> {
    let (by, clean) = made.map_or((None, false), |e| (e.by, e.clean));
    PurgeRow { id, records, by, clean, applied: made.is_some() }
}

pub(in crate::cli) fn checked(found: &Finding) -> CheckRow<'_> {
    let state = match found.state {
        State::Ok => "ok",
        State::Warn => "warn",
        State::Fault => "fault",
    };
    let details = match &found.said {
        Said::Text(_, parts) => parts.as_slice(),
        Said::Error(_) => &[],
    };
    CheckRow { check: found.check, state, details }
}
