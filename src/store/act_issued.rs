//! An issued bulletin as JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock::Instant;
use crate::ledger::{Act, Issued, Period};

#[derive(Serialize, Deserialize)]
struct Raw {
    as_of: String,
    digest: String,
    head: String,
    known_at: i64,
    lang: String,
    next: String,
    number: String,
    on: String,
    period: Option<String>,
    signed: String,
    v: u8,
}

pub(super) fn value(issued: &Issued) -> serde_json::Result<Value> {
    serde_json::to_value(Raw {
        as_of: issued.as_of.to_string(),
        digest: issued.digest.clone(),
        head: issued.head.clone(),
        known_at: issued.known_at.0,
        lang: issued.lang.code().to_owned(),
        next: issued.next.clone(),
        number: issued.number.clone(),
        on: issued.on.to_string(),
        period: issued.period.map(|p| p.to_string()),
        signed: issued.signed.clone(),
        v: 1,
    })
}

pub(super) fn read(object: &str, body: &str) -> Option<Act> {
    let raw: Raw = serde_json::from_str(body).ok()?;
    let period = match raw.period {
        None => None,
        Some(code) => Some(Period::parse(&code)?),
    };
    let issued = Issued {
        number: raw.number,
        period,
        as_of: raw.as_of.parse().ok()?,
        known_at: Instant(raw.known_at),
        head: raw.head,
        signed: raw.signed,
        on: raw.on.parse().ok()?,
        next: raw.next,
        lang: Issued::lang_of(&raw.lang)?,
        digest: raw.digest,
    };
    Some(Act::Bulletin(object.parse().ok()?, issued))
}
