//! The terminal from outside: what is typed, how a session ends, and where it runs.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod endings;
mod office;
#[path = "../support/pty.rs"]
mod pty;
