//! Over SSH without an account of the host's: keys, the gate as a process, and a real sshd on loopback.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::unnecessary_debug_formatting,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout
)]

mod any;
mod commands;
mod desk;
mod hostile;
mod inside;
mod keys;
mod lasting;
#[path = "../support/pty.rs"]
mod pty;
mod server;
mod sessions;
#[path = "../support/cli.rs"]
mod support;
mod traced;
