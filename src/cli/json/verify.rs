//! What `verify` found.

use serde::Serialize;

use crate::store::{Head, Mismatch};

/// `verify`.
#[derive(Serialize)]
pub(in crate::cli) struct Verified {
    sound: bool,
    seq: Option<i64>,
    hash: Option<String>,
    faults: Vec<FaultRow>,
}

/// An element of its `faults`.
#[derive(Serialize, Default)]
pub(in crate::cli) struct FaultRow {
    kind: &'static str,
    seq: Option<i64>,
    id: Option<i64>,
    task: Option<u16>,
    unit: Option<String>,
    object: Option<String>,
}

pub(in crate::cli) fn verified(found: Result<&Head, &[Mismatch]>) -> Verified {
    let head = found.ok();
    Verified {
        sound: head.is_some(),
        seq: head.map(|h| h.seq),
        hash: head.and_then(|h| h.to_string().split_once(':').map(|(_, hash)| hash.to_owned())),
        faults: found.err().unwrap_or_default().iter().map(fault).collect(),
    }
}

fn fault(mismatch: &Mismatch) -> FaultRow {
    let none = FaultRow::default();
    match mismatch {
        Mismatch::Chain(fault) => FaultRow { kind: "chain", seq: Some(fault.seq), ..none },
        Mismatch::Noted(seq) => FaultRow { kind: "noted", seq: Some(*seq), ..none },
        Mismatch::Plan => FaultRow { kind: "plan", ..none },
        Mismatch::Act(kind, object) => {
            FaultRow { kind: "act", object: Some(format!("{kind}:{object}")), ..none }
        }
        Mismatch::Entry(id) => FaultRow { kind: "entry", id: Some(id.0), ..none },
        Mismatch::Missing(id) => FaultRow { kind: "missing", id: Some(id.0), ..none },
        Mismatch::Standing(task, unit) => {
            FaultRow { kind: "standing", task: Some(*task), unit: Some(unit.clone()), ..none }
        }
    }
}
