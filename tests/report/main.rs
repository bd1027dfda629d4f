//! What leaves the ledger as documents: the same numbers in every format, issued bulletins, files.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod files;
mod golden;
mod issue;
mod numbers;
mod stage;
#[path = "../support/cli.rs"]
mod support;
