//! The office's work from a shell: a whole period by three operators, lights for any day, refusals, hostile texts.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod general;
mod hostile;
mod known;
#[path = "../support/ledger.rs"]
#[allow(dead_code, missing_docs)]
mod ledger;
mod lights;
mod lists;
mod people;
mod refusals;
mod spared;
mod story;
#[path = "../support/cli.rs"]
mod support;
