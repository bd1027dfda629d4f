//! Operators and their keys.

use serde::Serialize;

use crate::ledger::{Operator, OperatorKey};
use crate::plan::Plan;

/// An operator.
#[derive(Serialize)]
pub(in crate::cli) struct OperatorRow<'a> {
    name: &'a str,
    display: &'a str,
    role: &'static str,
    unit: Option<&'a str>,
    disabled: Option<String>,
    keys: Vec<KeyRow<'a>>,
}

/// What an operator logs in with.
#[derive(Serialize)]
pub(in crate::cli) struct KeyRow<'a> {
    fingerprint: String,
    kind: &'static str,
    key: String,
    note: &'a str,
    added: String,
}

pub(in crate::cli) fn operator_row<'a>(plan: &'a Plan, operator: &'a Operator) -> OperatorRow<'a> {
    OperatorRow {
        name: &operator.name,
        display: &operator.display,
        role: operator.duty.code(),
        unit: operator.duty.unit().map(|u| plan.unit_name(u)),
        disabled: operator.disabled.map(|d| d.to_string()),
        keys: operator.keys.iter().map(key_row).collect(),
    }
}

fn key_row(own: &OperatorKey) -> KeyRow<'_> {
    KeyRow {
        fingerprint: own.key.fingerprint(),
        kind: own.key.kind(),
        key: own.key.encoded(),
        note: &own.note,
        added: own.added.to_string(),
    }
}
