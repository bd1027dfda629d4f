//! The terminal from outside: what is typed, how a session ends, and where it runs.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod broken;
mod caret;
mod endings;
mod office;
mod pasting;
mod places;
#[path = "../support/pty.rs"]
mod pty;
mod sizes;
mod stopping;
