//! An issued bulletin for machines.

use serde::Serialize;

use crate::ledger::Issued;

/// What makes an issued bulletin what it was.
#[derive(Serialize)]
pub(in crate::cli) struct IssuedRow<'a> {
    number: &'a str,
    period: Option<String>,
    as_of: String,
    known_at: String,
    issued: String,
    signed: &'a str,
    head: &'a str,
    digest: &'a str,
    lang: &'static str,
    next: &'a str,
}

pub(in crate::cli) fn issued_row(issued: &Issued) -> IssuedRow<'_> {
    IssuedRow {
        number: &issued.number,
        period: issued.period.map(|p| p.to_string()),
        as_of: issued.as_of.to_string(),
        known_at: issued.known_at.iso(),
        issued: issued.on.to_string(),
        signed: &issued.signed,
        head: &issued.head,
        digest: &issued.digest,
        lang: issued.lang.code(),
        next: &issued.next,
    }
}
