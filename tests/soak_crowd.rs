//! The long trials of many operators on one ledger: `just soak`. Each prints what it measured.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    missing_docs
)]

#[path = "support/ledger.rs"]
#[allow(dead_code)]
mod ledger;
#[path = "support/pty.rs"]
mod pty;
#[path = "crowd/stage.rs"]
#[allow(dead_code)]
mod stage;
#[path = "support/trials.rs"]
mod trials;

use std::time::Duration;

use ledger::Ledger;
use stage::{log_bytes, opened};

/// What is promised for a save among sixteen.
const LONGEST: Duration = Duration::from_millis(500);
/// What is promised for the log.
const MOST: u64 = 8 << 20;

#[test]
fn sixteen_processes_with_two_hundred_edits_each() {
    let waits = trials::edits(16, 200);
    println!("soak: 16 processes x 200 edits: {waits}");
    assert!(waits.worst <= LONGEST, "{:?}", waits.worst);
}

#[test]
fn five_hundred_kills() {
    let acknowledged = trials::kills(500);
    println!("soak: 500 kills: {acknowledged} acknowledged writes, all there, ledger sound after each");
}

#[test]
fn twenty_idle_screens_and_five_thousand_saves() {
    let ledger = Ledger::new();
    let screens: Vec<_> = (0..20).map(|_| opened(&ledger.path)).collect();
    let mut largest = 0;
    trials::save_many(&ledger, 5000, |_| largest = largest.max(log_bytes(&ledger.path)));
    let after = log_bytes(&ledger.path);
    println!("soak: 20 idle screens, 5000 saves: log at most {largest} bytes, {after} afterwards");
    assert!(largest <= MOST, "{largest}");
    for pty in &screens {
        pty.wait_for_text("q退出");
    }
}
