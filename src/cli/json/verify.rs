//! What `verify` found.

use serde::Serialize;

use crate::store::{Abandoned, Mismatch, Proof};

/// `verify`.
#[derive(Serialize)]
pub(in crate::cli) struct Verified {
    sound: bool,
    seq: Option<i64>,
    hash: Option<String>,
    faults: Vec<FaultRow>,
    purged: Option<usize>,
    restores: Vec<RestoreRow>,
}

/// An element of its `restores`.
#[derive(Serialize)]
pub(in crate::cli) struct RestoreRow {
    seq: i64,
    abandoned: Option<String>,
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

pub(in crate::cli) fn verified(found: Result<&Proof, &[Mismatch]>) -> Verified {
    let (proof, faults) = (found.ok(), found.err().unwrap_or_default());
    let head = proof.map(|p| p.head);
    let restore = |r: &Abandoned| RestoreRow { seq: r.seq, abandoned: r.head.map(|h| h.to_string()) };
    Verified {
        sound: head.is_some(),
        seq: head.map(|h| h.seq),
        hash: head.and_then(|h| h.to_string().split_once(':').map(|(_, hash)| hash.to_owned())),
        faults: faults.iter().map(fault).collect(),
        purged: proof.map(|p| p.purged),
        restores: proof.map(|p| p.restores.iter().map(restore).collect()).unwrap_or_default(),
    }
}

fn fault(mismatch: &Mismatch) -> FaultRow {
    let none = FaultRow::default();
    match mismatch {
        Mismatch::Chain(seq) => FaultRow { kind: "chain", seq: Some(*seq), ..none },
        Mismatch::Body(seq) => FaultRow { kind: "body", seq: Some(*seq), ..none },
        Mismatch::Bare(seq) => FaultRow { kind: "bare", seq: Some(*seq), ..none },
        Mismatch::Abandoned { noted, .. } => FaultRow { kind: "abandoned", seq: Some(*noted), ..none },
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
