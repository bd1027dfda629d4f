//! Who else has a form open: seen at once by somebody who only reads, in processes of their own.
//!
//! With `DUBAN_DRAFT_CHILD` set, the test `child` of this binary is a colleague's process with the form open.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod draft_support;
#[path = "support/pty.rs"]
mod pty;

use std::io::Read;
use std::path::PathBuf;
use std::time::Duration;

use draft_support::{Process, body, wait_for};
use duban::clock::Clock;
use duban::draft::{Folder, Key};
use duban::plan::EMBEDDED;
use duban::store;
use pty::{Pty, Run};

fn form() -> Key {
    Key::New { task: 14, unit: "sfj".into() }
}

#[test]
fn child() {
    if std::env::var_os("DUBAN_DRAFT_CHILD").is_none() {
        return;
    }
    let ledger = PathBuf::from(std::env::var_os("DUBAN_DRAFT_LEDGER").unwrap());
    let mut form = Folder::beside(&ledger).open("li", &form()).unwrap();
    form.save(&body("li"), Clock::System.now()).unwrap();
    let _ = std::io::stdin().read(&mut [0]);
    form.leave();
    std::process::exit(0);
}

/// A ledger, and the program on it with the form for task 14 open.
fn reading() -> (tempfile::TempDir, PathBuf, Pty) {
    let dir = tempfile::tempdir().unwrap();
    let ledger = dir.path().join("l.db");
    store::create(&ledger, EMBEDDED, &duban::ops::local_actor(), Clock::System.now()).unwrap();
    let run = Run::new(env!("CARGO_BIN_EXE_duban")).env("HOME", dir.path()).env("DUBAN_DB", &ledger);
    let mut pty = run.start();
    pty.wait_for_text("q退出");
    pty.send("14A");
    pty.wait_for_text("下一步措施");
    (dir, ledger, pty)
}

fn also_open(pty: &Pty, wanted: bool) {
    pty.wait_for("the sign of somebody else", |screen| screen.contents().contains("li也开着") == wanted);
}

/// Waits until nothing more is due: whoever draws would be woken for it.
fn asleep(pty: &Pty) {
    wait_for("a second and a half without waking", || {
        let (naps, mark) = (pty.naps(), pty.mark());
        std::thread::sleep(Duration::from_millis(1500));
        (pty.naps() == naps && pty.mark() == mark).then_some(())
    });
}

#[test]
fn a_form_that_a_colleague_opens_leaves_or_dies_with_is_told_without_a_key() {
    let (_dir, ledger, pty) = reading();
    also_open(&pty, false);
    let mut colleague = Process::start("hold", &ledger);
    also_open(&pty, true);
    // Killed: the sign's file stays, its lock does not. The looks after the opening are over by then.
    asleep(&pty);
    colleague.kill();
    also_open(&pty, false);
    let mut colleague = Process::start("hold", &ledger);
    also_open(&pty, true);
    // Left with the draft kept.
    asleep(&pty);
    drop(colleague.0.stdin.take());
    also_open(&pty, false);
    colleague.0.wait().unwrap();
}

#[test]
fn a_form_that_nobody_else_touches_wakes_nobody() {
    let (_dir, ledger, pty) = reading();
    let colleague = Process::start("hold", &ledger);
    also_open(&pty, true);
    // The looks after the last sign come to an end, and from then on there is nothing to wake for.
    asleep(&pty);
    drop(colleague);
}
