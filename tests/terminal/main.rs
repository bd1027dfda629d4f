//! The terminal from outside: what is typed, how a session ends, and where it runs.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice
)]

mod broken;
mod caret;
#[path = "../support/driver.rs"]
mod driver;
mod endings;
#[path = "../support/monkey.rs"]
mod monkey;
mod office;
mod pasting;
mod places;
#[path = "../support/pty.rs"]
mod pty;
mod random;
mod sizes;
mod stopping;
mod story;
