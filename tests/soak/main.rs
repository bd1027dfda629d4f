//! What takes too long for every change: `just soak`. One test a trial, one after the other; each prints a line that
//! begins with `soak:` and says what was done and what came of it.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

#[path = "../support/driver.rs"]
mod driver;
mod keys;
#[path = "../support/monkey.rs"]
mod monkey;
#[path = "../terminal/office.rs"]
mod office;
mod papers;
#[path = "../support/pty.rs"]
mod pty;
mod quiet;
