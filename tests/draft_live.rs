//! Drafts of real processes: killed while typing, seen by others, on a full disk, beside a locked ledger.
//!
//! The processes are this test binary itself: with `DUBAN_DRAFT_CHILD` set, the test `child` types or waits.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod draft_support;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use draft_support::{DEADLINE, Process, body, full_body, key, wait_for};
use duban::clock::{self, Clock};
use duban::draft::{DraftError, Folder, Heard, Keeper, Key};
use duban::strings::Lang;

/// What such a process does.
#[test]
fn child() {
    let Ok(doing) = std::env::var("DUBAN_DRAFT_CHILD") else { return };
    let ledger = PathBuf::from(std::env::var_os("DUBAN_DRAFT_LEDGER").unwrap());
    let folder = Folder::beside(&ledger);
    match doing.as_str() {
        "type" => {
            let keeper = Keeper::spawn(folder, "zhang", Clock::System, |h| {
                if let Heard::Fault(e) = h {
                    panic!("{e:?}")
                }
            })
            .unwrap();
            loop {
                keeper.keep(key(), full_body(&Clock::System.now().0.to_string()));
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        "hold" => {
            let mut form = folder.open("li", &key()).unwrap();
            form.save(&body("li"), Clock::System.now()).unwrap();
            let _ = std::io::stdin().read(&mut [0]);
            std::process::exit(0);
        }
        "full disk" => on_a_small_disk(&ledger),
        other => panic!("{other}"),
    }
}

#[test]
fn killed_while_typing_at_most_a_second_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = dir.path().join("l.db");
    let folder = Folder::beside(&ledger);
    let kept = || folder.load("zhang", &key()).map(|f| f.body.period.parse::<i64>().unwrap());
    let mut newest = None;
    for round in 0..4u64 {
        let mut process = Process::start("type", &ledger);
        let first = wait_for("a draft", || kept().filter(|at| Some(*at) > newest));
        // Killed at another moment of its rhythm each time.
        let so_long = i64::try_from(700 + round * 150).unwrap();
        wait_for("more typing", || (Clock::System.now().0 > first + so_long).then_some(()));
        let at = Clock::System.now().0;
        process.kill();
        let found = folder.load("zhang", &key()).expect("a draft");
        newest = kept();
        assert!(!found.open_elsewhere && found.body == full_body(&found.body.period));
        let lost = at - newest.unwrap();
        assert!(lost <= 1000, "{lost} ms of typing lost");
    }
    assert_eq!(folder.list("zhang").len(), 1, "each took over what the last had left");
}

#[test]
fn who_has_a_form_open_is_seen_until_the_process_dies() {
    let dir = tempfile::tempdir().unwrap();
    let ledger = dir.path().join("l.db");
    let folder = Folder::beside(&ledger);
    let li = || folder.load("li", &key());
    assert_eq!(folder.others("zhang", &key()), [""; 0]);
    let mut process = Process::start("hold", &ledger);
    wait_for("the draft", li);
    assert_eq!(folder.others("zhang", &key()), ["li"]);
    assert_eq!(folder.others("zhang", &Key::Edit { entry: 7 }), [""; 0]);
    assert_eq!(folder.others("li", &key()), [""; 0]);
    assert!(li().unwrap().open_elsewhere);
    assert!(matches!(folder.discard("li", &key()), Err(DraftError::OpenElsewhere)));
    // Looking does not wait: the form stays open, so whoever waited for it would never come back.
    let (done, looked) = std::sync::mpsc::channel();
    let looking = folder.clone();
    std::thread::spawn(move || done.send(looking.others("zhang", &key())));
    assert_eq!(looked.recv_timeout(DEADLINE).expect("looking waits"), ["li"]);
    process.kill();
    assert_eq!(folder.others("zhang", &key()), [""; 0]);
    assert!(!li().unwrap().open_elsewhere);
    folder.discard("li", &key()).unwrap();
    assert_eq!(li(), None);
}

#[test]
fn looking_never_takes_a_lock_away() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::beside(&dir.path().join("l.db"));
    folder.open("zhang", &key()).unwrap().save(&body("一"), clock::Instant(1)).unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let _ = folder.others("li", &key());
                }
            });
        }
        let open = || folder.open("zhang", &key()).map(|form| form.number()).ok();
        let numbers: Vec<_> = (0..300).map(|_| open()).collect();
        stop.store(true, Ordering::Relaxed);
        assert!(numbers.iter().all(|n| *n == Some(1)), "{numbers:?}");
    });
}

#[test]
fn a_full_disk_still_takes_what_is_typed() {
    let dir = tempfile::tempdir().unwrap();
    let mut command = Command::new("unshare");
    command.arg("--mount");
    // An ordinary user is root in a namespace of their own.
    if !rustix::process::geteuid().is_root() {
        command.arg("--map-root-user");
    }
    command.arg(std::env::current_exe().unwrap()).args(["child", "--exact", "--nocapture"]);
    command.env("DUBAN_DRAFT_CHILD", "full disk").env("DUBAN_DRAFT_LEDGER", dir.path().join("l.db"));
    let done = command.output().expect("this test needs `unshare` of util-linux");
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(
        !said.contains("unshare failed") && !said.contains("CANNOT MOUNT"),
        "this test mounts a small disk of its own: run it where user namespaces are allowed, or as root, in a container \
         with --cap-add SYS_ADMIN --security-opt apparmor=unconfined\n{said}"
    );
    assert!(done.status.success() && said.contains("KEPT ON A FULL DISK"), "{said}");
}

/// Runs in a mount namespace of its own.
fn on_a_small_disk(ledger: &Path) {
    let disk = ledger.parent().unwrap();
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs"]).arg(disk);
    let mounted = mount.status().expect("this test needs `mount`");
    assert!(mounted.success(), "CANNOT MOUNT a small disk");
    let folder = Folder::beside(ledger);
    let mut form = folder.open("zhang", &key()).unwrap();
    form.save(&body("一"), clock::Instant(1)).unwrap();

    let rest = disk.join("rest");
    let mut filler = fs::File::create(&rest).unwrap();
    while filler.write_all(&[7; 1024]).is_ok() {}
    while filler.write(&[7]).is_ok() {}
    assert_eq!(fs::write(disk.join("more"), "x").unwrap_err().kind(), std::io::ErrorKind::StorageFull);

    for mark in 2..8 {
        form.save(&full_body(&mark.to_string()), clock::Instant(mark)).expect("room was reserved");
        assert_eq!(folder.load("zhang", &key()).unwrap().body, full_body(&mark.to_string()));
    }
    // What needs more than was reserved is refused, and takes nothing away.
    let refused = form.save(&body(&"长".repeat(100_000)), clock::Instant(9)).unwrap_err();
    assert!(matches!(refused, DraftError::Full), "{refused:?}");
    assert!(duban::error::Error::Draft(refused).say(Lang::Zh).contains("磁盘满了"));
    let other = Key::Edit { entry: 1 };
    assert!(matches!(folder.open("zhang", &other), Err(DraftError::Full)));
    form.leave();
    assert_eq!(folder.load("zhang", &key()).unwrap().body, full_body("7"));
    let mut form = folder.open("zhang", &key()).expect("an old draft needs no room");
    form.save(&full_body("10"), clock::Instant(10)).unwrap();
    form.leave();
    assert_eq!(folder.list("zhang").len(), 1, "what was refused left nothing behind");
    folder.discard("zhang", &key()).expect("removing needs no room");
    assert_eq!(fs::read_dir(disk.join("l.db-drafts")).unwrap().count(), 0);
    std::io::stdout().write_all(b"KEPT ON A FULL DISK\n").unwrap();
}
