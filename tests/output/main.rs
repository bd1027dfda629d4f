//! What reaches the terminal: the real program in a real pseudo-terminal, seen from outside.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout // what was measured, for whoever asks with --nocapture
)]

#[path = "../support/paint.rs"]
mod paint;
#[path = "../support/pty.rs"]
mod pty;
#[allow(dead_code)]
#[path = "../support/screen.rs"]
mod screen;
#[path = "../support/vt.rs"]
mod vt;

mod bytes;
mod film;
mod first;
mod idle;
mod office;
mod random;
mod silence;
mod slow;
mod twins;
mod widths;
