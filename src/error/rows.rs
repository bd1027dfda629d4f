//! The longer rows of the table of faults.

use jiff::civil::Date;

use super::{Error, Exit, Stale};
use crate::clock::Instant;
use crate::draft::DraftError;
use crate::ledger::{Conflict, DayFault, Field, FieldFault, MeasuredFault, NOTE_CHARS};
use crate::store::{ExportFault, Mismatch, StoreError};
use crate::strings::{Lang, Text, drafts, errors, transfer, ui};

/// Exit code, sentence, and what fills it.
pub(super) type Row = (Exit, Text, Vec<String>);

pub(super) fn store_row(error: &StoreError, lang: Lang) -> Row {
    use Exit::{Busy, Full, NotFound, Unusable, Usage};
    match error {
        StoreError::NotALedger(path) => (Unusable, errors::NOT_A_LEDGER, vec![name(path)]),
        StoreError::TooNew { found, known } => {
            (Unusable, errors::TOO_NEW, vec![found.to_string(), known.to_string()])
        }
        StoreError::Missing(path) => (NotFound, errors::MISSING, vec![name(path)]),
        StoreError::Io { path, source } => (Unusable, errors::IO, vec![name(path), reason(source, lang)]),
        StoreError::NoEntry(id) => (NotFound, errors::UNKNOWN_ENTRY, vec![id.0.to_string()]),
        StoreError::Busy | StoreError::Unsteady => (Busy, errors::BUSY, vec![]),
        StoreError::GivenUp => (Busy, errors::GIVEN_UP, vec![]),
        StoreError::Moved(path) => (Unusable, errors::MOVED, vec![name(path)]),
        StoreError::Replaced(path) => (Unusable, errors::REPLACED, vec![name(path)]),
        StoreError::Full => (Full, errors::FULL, vec![]),
        StoreError::ReadOnly => (Unusable, errors::READ_ONLY, vec![]),
        StoreError::TooOld { found, known } => {
            (Unusable, errors::TOO_OLD, vec![found.to_string(), known.to_string()])
        }
        StoreError::Upgrade { from, to, cause } => {
            let (exit, text, parts) = store_row(cause, lang);
            let why = text.with(lang, &parts.iter().map(String::as_str).collect::<Vec<_>>());
            (exit, errors::UPGRADE, vec![from.to_string(), to.to_string(), why])
        }
        StoreError::InUse => (Busy, errors::IN_USE, vec![]),
        StoreError::Exists(path) => (Usage, errors::TAKEN, vec![name(path)]),
        StoreError::Unsound(path, faults) => {
            (Unusable, errors::UNSOUND_COPY, vec![name(path), faults.len().to_string()])
        }
        StoreError::NotEmpty(path) => (Usage, transfer::NOT_EMPTY, vec![name(path)]),
        StoreError::Export(line, fault) => {
            (Usage, transfer::BAD_EXPORT, vec![line.to_string(), export_fault(*fault).say(lang).to_owned()])
        }
        StoreError::OtherLedger(path) => (Usage, errors::OTHER_LEDGER, vec![name(path)]),
        StoreError::OpenCopy(path) => (Usage, errors::OPEN_COPY, vec![name(path)]),
        StoreError::Purged(id, seq) => (NotFound, errors::PURGED, vec![id.0.to_string(), seq.to_string()]),
        StoreError::Damaged(said) => (Unusable, errors::DAMAGED, vec![said.clone()]),
        StoreError::Plan(faults) => {
            (Unusable, errors::PLAN_FILE, vec![ui::STORED_PLAN.zh.to_owned(), faults.len().to_string()])
        }
        StoreError::Rule(said) => (Unusable, errors::RULE, vec![said.clone()]),
        StoreError::Other(said) => (Unusable, errors::OTHER, vec![said.clone()]),
    }
}

fn export_fault(fault: ExportFault) -> Text {
    match fault {
        ExportFault::Form => transfer::EXPORT_FORM,
        ExportFault::End => transfer::EXPORT_END,
        ExportFault::Chain => transfer::EXPORT_CHAIN,
        ExportFault::Body => transfer::EXPORT_BODY,
        ExportFault::Header => transfer::EXPORT_HEADER,
        ExportFault::Head => transfer::EXPORT_HEAD,
    }
}

/// Looking after the file.
pub(super) fn care_row(error: &Error) -> Row {
    use Exit::{Unusable, Usage};
    match error {
        Error::StillLive(id) => (Usage, errors::STILL_LIVE, vec![id.to_string()]),
        Error::IsNow(id, seq) => (Usage, errors::IS_NOW, vec![id.to_string(), seq.to_string()]),
        Error::Filesystem(path, kind) => (Unusable, errors::FILESYSTEM, vec![name(path), (*kind).to_owned()]),
        Error::Ailing(count) => (Unusable, errors::AILING, vec![count.to_string()]),
        _ => (Usage, errors::REASON, vec![NOTE_CHARS.to_string()]),
    }
}

/// Files that were named, other than the ledger.
pub(super) fn file_row(error: &Error, lang: Lang) -> Row {
    use Exit::{NotFound, Usage};
    match error {
        Error::PlanFile(path, faults) => {
            (Usage, errors::PLAN_FILE, vec![name(path), faults.len().to_string()])
        }
        Error::FileNotUtf8(path) => (Usage, errors::FILE_NOT_UTF8, vec![name(path)]),
        Error::Config(path, line, what, parts) => {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            (Usage, errors::CONFIG, vec![name(path), line.to_string(), what.with(lang, &parts)])
        }
        Error::Exists(path) => (Usage, errors::EXISTS, vec![name(path)]),
        Error::Taken(path) => (Usage, errors::FILE_TAKEN, vec![name(path)]),
        Error::Output(path, e) => {
            let full =
                matches!(e.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded);
            let exit = if full { Exit::Full } else { Usage };
            (exit, errors::FILE_UNWRITTEN, vec![name(path), reason(e, lang)])
        }
        Error::LongCell(sheet, row) => (Usage, errors::LONG_CELL, vec![sheet.clone(), row.to_string()]),
        Error::Document(said) => (Usage, errors::DOCUMENT, vec![said.clone()]),
        Error::File(path, e) => (NotFound, errors::FILE, vec![name(path), reason(e, lang)]),
        _ => (Usage, errors::NO_HOME, vec![]),
    }
}

/// Where a ledger is not what its record says.
pub(super) fn unsound(fault: &Mismatch, lang: Lang) -> String {
    match fault {
        Mismatch::Chain(seq) => errors::UNSOUND_CHAIN.with(lang, &[&seq.to_string()]),
        Mismatch::Body(seq) => errors::UNSOUND_BODY.with(lang, &[&seq.to_string()]),
        Mismatch::Bare(seq) => errors::UNSOUND_BARE.with(lang, &[&seq.to_string()]),
        Mismatch::Abandoned { noted, by } => {
            errors::UNSOUND_ABANDONED.with(lang, &[&noted.to_string(), &by.to_string()])
        }
        Mismatch::Noted(seq) => errors::UNSOUND_NOTED.with(lang, &[&seq.to_string()]),
        Mismatch::Plan => errors::UNSOUND_PLAN.say(lang).to_owned(),
        Mismatch::Act(kind, object) => errors::UNSOUND_ACT.with(lang, &[kind, object]),
        Mismatch::Entry(id) => errors::UNSOUND_ENTRY.with(lang, &[&id.0.to_string()]),
        Mismatch::Missing(id) => errors::UNSOUND_MISSING.with(lang, &[&id.0.to_string()]),
        Mismatch::Standing(task, unit) => errors::UNSOUND_STANDING.with(lang, &[&task.to_string(), unit]),
    }
}

pub(super) fn conflict_row(conflict: &Conflict, lang: Lang) -> Row {
    let mut names: Vec<&str> = conflict.parts.iter().map(|p| p.field().word().say(lang)).collect();
    names.dedup();
    let parts = vec![
        conflict.theirs.id.0.to_string(),
        conflict.base.revision.0.to_string(),
        conflict.theirs.revision.0.to_string(),
        conflict.theirs_by.clone(),
        moment(conflict.theirs_at),
        names.join(ui::LIST_COMMA.say(lang)),
    ];
    (Exit::Conflict, errors::CONFLICT, parts)
}

pub(super) fn stale_row(stale: &Stale) -> Row {
    let [id, base, stored] = [stale.id.0, stale.base.0, stale.stored.0].map(|n| n.to_string());
    (Exit::Conflict, errors::STALE, vec![id, base, stored, stale.by.clone(), moment(stale.at)])
}

pub(super) fn value_row(id: &str, typed: &str, fault: &MeasuredFault) -> Row {
    let (text, wanted) = match fault {
        MeasuredFault::YesOrNo => (errors::VALUE_YES_OR_NO, String::new()),
        MeasuredFault::Members(members) => (errors::VALUE_MEMBERS, members.to_string()),
        MeasuredFault::Rate => (errors::VALUE_RATE, String::new()),
        MeasuredFault::Number(measure) => (errors::VALUE_NUMBER, measure.clone()),
        MeasuredFault::OfNothing => (errors::VALUE_OF_NOTHING, String::new()),
    };
    (Exit::Usage, text, vec![id.to_owned(), typed.to_owned(), wanted])
}

/// A moment to the minute, as people read it.
pub(super) fn moment(at: Instant) -> String {
    at.local().strftime("%Y-%m-%d %H:%M").to_string()
}

pub(super) fn day_row(fault: &DayFault) -> Row {
    match fault {
        DayFault::Form(typed) => (Exit::Usage, errors::DAY_FORM, vec![typed.clone()]),
        DayFault::Month(month) => (Exit::Usage, errors::DAY_MONTH, vec![month.to_string()]),
        DayFault::Day { month, day, last, .. } => {
            (Exit::Usage, errors::DAY_DAY, vec![month.to_string(), day.to_string(), last.to_string()])
        }
    }
}

pub(super) fn field_row(field: Field, fault: &FieldFault, today: Date, lang: Lang) -> Row {
    let called = field.word().say(lang).to_owned();
    match fault {
        FieldFault::Empty => (Exit::Usage, errors::EMPTY, vec![called]),
        FieldFault::Silent => (Exit::Usage, errors::SILENT, vec![called]),
        FieldFault::Many { count, most } => {
            (Exit::Usage, errors::MANY, vec![called, count.to_string(), most.to_string()])
        }
        FieldFault::Long { chars, most } => {
            (Exit::Usage, errors::LONG, vec![called, chars.to_string(), most.to_string()])
        }
        FieldFault::Unsafe(found) => {
            let code = format!("U+{:04X}", u32::from(found.ch));
            (Exit::Usage, errors::UNSAFE, vec![called, code, (found.at_char + 1).to_string()])
        }
        FieldFault::Future(day) => (Exit::Usage, errors::FUTURE, vec![day.to_string(), today.to_string()]),
    }
}

/// The system's answer in the operator's language, where it is one of the usual ones.
pub(super) fn reason(error: &std::io::Error, lang: Lang) -> String {
    use std::io::ErrorKind::{IsADirectory, NotADirectory, NotFound, PermissionDenied};
    let text = match error.kind() {
        NotFound => errors::NO_SUCH_FILE,
        PermissionDenied => errors::NO_PERMISSION,
        IsADirectory => errors::A_FOLDER,
        NotADirectory => errors::NOT_A_FOLDER,
        _ => return error.to_string(),
    };
    text.say(lang).to_owned()
}

pub(super) fn name(path: &std::path::Path) -> String {
    path.display().to_string()
}

pub(super) fn unit_row(typed: &str, near: &str) -> Row {
    if near.is_empty() {
        return (Exit::NotFound, errors::UNKNOWN_UNIT_ALONE, vec![typed.to_owned()]);
    }
    (Exit::NotFound, errors::UNKNOWN_UNIT, vec![typed.to_owned(), near.to_owned()])
}

pub(super) fn group_row(typed: &str, all: &str) -> Row {
    (Exit::NotFound, errors::UNKNOWN_GROUP, vec![typed.to_owned(), all.to_owned()])
}

pub(super) fn task_row(typed: &str, last: usize) -> Row {
    let number = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit());
    let text = if number { errors::UNKNOWN_TASK } else { errors::NOT_A_TASK };
    (if number { Exit::NotFound } else { Exit::Usage }, text, vec![typed.to_owned(), last.to_string()])
}

pub(super) fn indicator_row(id: &str, task: u16, all: &str) -> Row {
    if task == 0 {
        return (Exit::NotFound, errors::UNKNOWN_GOAL, vec![id.to_owned(), all.to_owned()]);
    }
    if all.is_empty() {
        return (Exit::NotFound, errors::NO_INDICATORS, vec![id.to_owned(), task.to_string()]);
    }
    (Exit::NotFound, errors::UNKNOWN_INDICATOR, vec![id.to_owned(), task.to_string(), all.to_owned()])
}

pub(super) fn draft_row(error: &DraftError, lang: Lang) -> Row {
    match error {
        DraftError::OpenElsewhere => (Exit::Busy, drafts::OPEN_ELSEWHERE, vec![]),
        DraftError::Full => (Exit::Full, drafts::FULL, vec![]),
        DraftError::ReadOnly => (Exit::Unusable, drafts::READ_ONLY, vec![]),
        DraftError::Long(bytes, most) => {
            (Exit::Usage, drafts::LONG, vec![bytes.to_string(), most.to_string()])
        }
        DraftError::Many(most) => (Exit::Usage, drafts::MANY, vec![most.to_string()]),
        DraftError::Missing(number) => (Exit::NotFound, drafts::MISSING, vec![number.clone()]),
        DraftError::Folder(path) => (Exit::Unusable, drafts::FOLDER, vec![name(path)]),
        DraftError::Io(path, e) => (Exit::Unusable, drafts::IO, vec![name(path), reason(e, lang)]),
    }
}
