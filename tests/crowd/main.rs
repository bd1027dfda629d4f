//! One ledger and many operators: real processes, terminals, disks and failures.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs
)]

#[path = "../support/ledger.rs"]
#[allow(dead_code)]
mod ledger;
#[path = "../support/pty.rs"]
mod pty;
#[path = "../support/trials.rs"]
mod trials;

mod disk;
mod durable;
mod faults;
mod log;
mod moved;
mod protocol;
mod rested;
mod seen;
mod stage;
mod stalled;
mod waiting;
