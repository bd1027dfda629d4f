//! The long trials of the gate, built as it is shipped: `just soak`. Each prints what it measured. `SOAK_SESSIONS` says how
//! many people are there at once, `SOAK_COMMANDS` how many commands are tried.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::unnecessary_debug_formatting,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout
)]

#[path = "gate/any.rs"]
mod any;
#[path = "gate/commands.rs"]
mod commands;
#[path = "gate/crowd.rs"]
mod crowd;
#[path = "gate/desk.rs"]
mod desk;
#[path = "gate/inside.rs"]
mod inside;
#[path = "support/pty.rs"]
mod pty;
#[path = "gate/server.rs"]
mod server;
#[path = "support/cli.rs"]
mod support;
#[path = "gate/traced.rs"]
mod traced;

use std::time::Instant;

fn set(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

#[test]
fn trial_of_a_million_commands_by_the_table() {
    let (many, start) = (set("SOAK_COMMANDS", 1_000_000), Instant::now());
    let Some(tried) = inside::tried("trial_of_a_million_commands_by_the_table", 7, many) else { return };
    let (slowest, which) = &tried.slowest;
    assert!(slowest.as_secs() < 1, "{which}: {slowest:?}");
    println!(
        "soak: {many} commands in one process: {} passed the table, {} went to their end, the slowest was busy for {} us: \
         {which}; {} s",
        tried.passed,
        tried.ended,
        slowest.as_micros(),
        start.elapsed().as_secs()
    );
}

#[test]
fn trial_of_two_thousand_commands_through_the_gate() {
    let (many, start) = (set("SOAK_COMMANDS", 1_000_000).div_ceil(500), Instant::now());
    let slowest = commands::any_process(8, many, true);
    assert!(slowest.as_secs() < 1, "{slowest:?}");
    println!(
        "soak: {many} commands through the gate, each system call looked at: no harm, the slowest {} ms, {} s",
        slowest.as_millis(),
        start.elapsed().as_secs()
    );
}

#[test]
fn trial_of_many_people_at_once() {
    crowd::together(usize::try_from(set("SOAK_SESSIONS", 200)).unwrap());
}

#[test]
fn trial_of_a_session_that_nobody_uses() {
    crowd::idle();
}

#[test]
fn trial_of_look_ups() {
    crowd::look_ups();
}
