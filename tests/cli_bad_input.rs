//! Bad input from outside: one sentence that says what is wrong and what would be right, in the operator's
//! language, with its exit code, nothing on standard output and nothing written. And stored text that should
//! never have been stored does no harm when it is read.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "cli/files.rs"]
mod files;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "support/cli.rs"]
mod support;
