//! An operator as a document. Without keys it is what it was before there were any.

use serde::{Deserialize, Serialize};

use crate::ledger::{Operator, OperatorDuty, OperatorKey, PublicKey};
use crate::plan::Plan;

#[derive(Serialize, Deserialize)]
pub(super) struct RawOperator {
    disabled: Option<String>,
    display: String,
    duty: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    keys: Vec<RawKey>,
    unit: Option<String>,
    v: u8,
}

#[derive(Serialize, Deserialize)]
struct RawKey {
    added: String,
    key: String,
    kind: String,
    note: String,
}

impl RawOperator {
    pub(super) fn of(plan: &Plan, o: &Operator) -> Self {
        Self {
            v: 1,
            disabled: o.disabled.map(|d| d.to_string()),
            display: o.display.clone(),
            duty: o.duty.code().to_owned(),
            keys: o.keys.iter().map(RawKey::of).collect(),
            unit: o.duty.unit().and_then(|u| plan.unit(u)).map(|u| u.code.to_string()),
        }
    }

    pub(super) fn operator(self, plan: &Plan, name: &str) -> Option<Operator> {
        let unit = self.unit.as_deref().and_then(|c| plan.unit_by_code(c));
        Some(Operator {
            name: name.to_owned(),
            display: self.display,
            duty: OperatorDuty::parse(&self.duty, unit)?,
            disabled: self.disabled.map(|d| d.parse()).transpose().ok()?,
            keys: self.keys.into_iter().map(RawKey::key).collect::<Option<_>>()?,
        })
    }
}

impl RawKey {
    fn of(own: &OperatorKey) -> Self {
        let (kind, key) = (own.key.kind().to_owned(), own.key.encoded());
        Self { added: own.added.to_string(), key, kind, note: own.note.clone() }
    }

    fn key(self) -> Option<OperatorKey> {
        let key = PublicKey::parse(&self.kind, &self.key).ok()?;
        Some(OperatorKey { key, note: self.note, added: self.added.parse().ok()? })
    }
}
