//! The thread that keeps drafts.
//!
//! With `DUBAN_DRAFT_CHILD` set, the test `child` of this binary is a process with an idle keeper.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod draft_support;

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use draft_support::{DEADLINE, Process, body, key, wait_for};
use duban::clock::Clock;
use duban::draft::{DraftError, Folder, Heard, Keeper, Key, Slot};

#[test]
fn child() {
    if std::env::var_os("DUBAN_DRAFT_CHILD").is_none() {
        return;
    }
    let ledger = PathBuf::from(std::env::var_os("DUBAN_DRAFT_LEDGER").unwrap());
    let keeper = Keeper::spawn(Folder::beside(&ledger), "zhang", Clock::System, |h| {
        if let Heard::Fault(e) = h {
            panic!("{e:?}")
        }
    })
    .unwrap();
    keeper.keep(key(), body("一"));
    assert!(keeper.flush(DEADLINE));
    fs::write(ledger.with_file_name("asleep"), "").unwrap();
    let _ = std::io::stdin().read(&mut [0]);
}

#[test]
fn a_disk_that_was_full_is_tried_again() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = dir.path().join("l.db");
    // A file in the folder's place stands for whatever is in the way.
    fs::write(dir.path().join("l.db-drafts"), "").unwrap();
    let (send, faults) = mpsc::channel();
    let folder = Folder::beside(&ledger);
    let keeper = Keeper::spawn(folder.clone(), "zhang", Clock::System, move |h| {
        if let Heard::Fault(e) = h {
            drop(send.send(e));
        }
    })
    .unwrap();
    keeper.keep(key(), body("一"));
    assert!(matches!(faults.recv_timeout(DEADLINE), Ok(DraftError::Folder(_))));
    assert!(!keeper.flush(DEADLINE));
    fs::remove_file(dir.path().join("l.db-drafts")).unwrap();
    assert!(keeper.flush(DEADLINE));
    assert_eq!(folder.load("zhang", &key()).unwrap().body, body("一"));
}

#[test]
fn the_keeper_does_as_it_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::beside(&dir.path().join("l.db"));
    let count = Arc::new(AtomicUsize::new(0));
    let kept = Arc::new(AtomicUsize::new(0));
    let (faults, written) = (Arc::clone(&count), Arc::clone(&kept));
    let (typed, all_typed) = mpsc::channel();
    let heard = move |h| match h {
        Heard::Fault(_) => _ = faults.fetch_add(1, Ordering::Relaxed),
        Heard::Kept(..) if written.fetch_add(1, Ordering::Relaxed) == 0 => {
            all_typed.recv_timeout(DEADLINE).expect("typing waits for the keeper");
        }
        Heard::Kept(..) | Heard::Looked(..) | Heard::Others(..) => {}
    };
    let keeper = Keeper::spawn(folder.clone(), "zhang", Clock::System, heard).unwrap();
    let edit = Key::Edit { entry: 3 };
    let load = |key: &Key| folder.load("zhang", key);

    keeper.open(key());
    wait_for("the sign", || (folder.others("li", &key()) == ["zhang"]).then_some(()));
    assert_eq!(load(&key()), None);
    // Typing does not wait for the keeper, which is held up until all is typed; and of all that, the last is written.
    keeper.keep(key(), body("先"));
    wait_for("the keeper to be held up", || (kept.load(Ordering::Relaxed) == 1).then_some(()));
    for i in 0..1000 {
        keeper.keep(key(), body(&i.to_string()));
        keeper.keep(edit.clone(), body("改"));
    }
    typed.send(()).unwrap();
    assert!(keeper.flush(DEADLINE));
    assert_eq!(load(&key()).unwrap().body, body("999"));
    assert_eq!(kept.load(Ordering::Relaxed), 3, "written once before, and once for each form");

    // Written without being asked to. The limit is a promise: a draft is at most a second old.
    keeper.keep(key(), body("再"));
    let since = Instant::now();
    wait_for("the draft", || load(&key()).filter(|f| f.body == body("再")));
    assert!(since.elapsed() < Duration::from_secs(1), "{:?}", since.elapsed());

    // What is still to be written is not written after the report was saved, nor lost when the form is left.
    keeper.keep(key(), body("晚"));
    keeper.finish(key());
    keeper.keep(edit.clone(), body("改了"));
    keeper.leave(edit.clone());
    assert!(keeper.flush(DEADLINE));
    assert_eq!(load(&key()), None);
    let left = load(&edit).unwrap();
    assert!(left.body == body("改了") && !left.open_elsewhere);

    // The same form again, and an end without a word.
    keeper.keep(key(), body("又"));
    drop(keeper);
    wait_for("the last words", || load(&key()).filter(|f| f.body == body("又") && !f.open_elsewhere));
    assert_eq!(count.load(Ordering::Relaxed), 0);
}

#[test]
fn an_idle_keeper_sleeps() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = dir.path().join("l.db");
    let process = Process::start("idle", &ledger);
    let asleep = dir.path().join("asleep");
    wait_for("the keeper to be done", || asleep.exists().then_some(()));
    let tasks = fs::read_dir(format!("/proc/{}/task", process.0.id())).unwrap().map(|t| t.unwrap().path());
    let keeper: Vec<_> =
        tasks.filter(|t| fs::read_to_string(t.join("comm")).unwrap() == "drafts\n").collect();
    assert_eq!(keeper.len(), 1);
    let woken = || {
        let status = fs::read_to_string(keeper[0].join("status")).unwrap();
        status.lines().filter(|l| l.contains("ctxt_switches")).map(str::to_owned).collect::<Vec<_>>()
    };
    // Until it has gone to sleep after its last work; from then on time itself is what is waited for.
    wait_for("a second without waking", || {
        let before = woken();
        std::thread::sleep(Duration::from_millis(1200));
        (woken() == before).then_some(())
    });
}

#[test]
fn an_earlier_draft_is_only_replaced_once_it_is_taken_up() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::beside(&dir.path().join("l.db"));
    let (send, heard) = mpsc::channel();
    let keeper = Keeper::spawn(folder.clone(), "zhang", Clock::System, move |h| drop(send.send(h))).unwrap();
    let slot = |form| Slot { form, key: key() };
    let texts = || {
        let mut all: Vec<String> = folder.list("zhang").into_iter().map(|f| f.body.progress).collect();
        all.sort();
        all
    };
    keeper.keep(slot(1), body("先"));
    keeper.leave(slot(1));
    assert!(keeper.flush(DEADLINE));

    // Typed before what was found is taken up: both are there.
    keeper.look(slot(2));
    keeper.keep(slot(2), body("后"));
    assert!(keeper.flush(DEADLINE));
    assert_eq!(texts(), ["先", "后"]);
    assert!(
        heard
            .try_iter()
            .any(|h| matches!(h, Heard::Looked(s, Some(f), _) if s == slot(2) && f.body == body("先")))
    );
    // Taken up: one is left, with both texts.
    keeper.open(slot(2));
    keeper.keep(slot(2), body("先后"));
    assert!(keeper.flush(DEADLINE));
    assert_eq!(texts(), ["先后"]);

    // Two forms on the same: neither writes into the other's draft, and finishing one leaves the other.
    keeper.look(slot(3));
    keeper.keep(slot(3), body("另"));
    assert!(keeper.flush(DEADLINE));
    assert_eq!(texts(), ["先后", "另"]);
    keeper.finish(slot(2));
    assert!(keeper.flush(DEADLINE));
    assert_eq!(texts(), ["另"]);
}
