//! A disk that is full, and one that can only be read: on the screen and in a shell.
//!
//! Each test runs itself again in a mount namespace of its own, with a small disk there.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::ledger::Ledger;
use crate::stage::{DUBAN, opened, screen, with_line};

const DISK: &str = "DUBAN_TEST_DISK";

/// Runs one of the tests below in a namespace where it may mount.
fn in_a_namespace(child: &str) {
    let dir = tempfile::tempdir().unwrap();
    let mut command = Command::new("unshare");
    command.arg("--mount");
    // An ordinary user is root in a namespace of their own.
    if !rustix::process::geteuid().is_root() {
        command.arg("--map-root-user");
    }
    let exact = format!("disk::{child}");
    command.arg(std::env::current_exe().unwrap()).args([&exact, "--exact", "--nocapture"]);
    let done = command.env(DISK, dir.path()).output().expect("this test needs `unshare` of util-linux");
    let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
    assert!(
        !said.contains("unshare failed") && !said.contains("CANNOT MOUNT"),
        "this test mounts a small disk of its own: run it where user namespaces are allowed, or as root, in a container \
         with --cap-add SYS_ADMIN --security-opt apparmor=unconfined\n{said}"
    );
    assert!(done.status.success() && said.contains("CAME TO ITS END"), "{said}");
}

fn ended() {
    std::io::stdout().write_all(b"CAME TO ITS END\n").unwrap();
}

/// The small disk, where this is the child.
fn disk() -> Option<PathBuf> {
    let disk = PathBuf::from(std::env::var_os(DISK)?);
    mount(&["-t", "tmpfs", "-o", "size=6m,mode=755", "tmpfs"], &disk);
    Some(disk)
}

fn mount(words: &[&str], disk: &Path) {
    let done = Command::new("mount").args(words).arg(disk).status().expect("this test needs `mount`");
    assert!(done.success(), "CANNOT MOUNT");
}

/// A ledger with a report, on the disk.
fn ledger_on(disk: &Path) -> PathBuf {
    let made = Ledger::new();
    made.said(&["add", "14", "--unit", "sfj", "--date", "2025-06-12", "先前的"]);
    let path = disk.join("ledger.db");
    fs::copy(&made.path, &path).unwrap();
    path
}

fn shell(path: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(DUBAN);
    command.env_clear().env("DUBAN_DB", path).env("LANG", "C").args(words);
    command.output().unwrap()
}

fn said(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)
}

fn fill(disk: &Path) -> PathBuf {
    let rest = disk.join("rest");
    let mut filler = fs::File::create(&rest).unwrap();
    while filler.write_all(&[7; 1024]).is_ok() {}
    while filler.write(&[7]).is_ok() {}
    rest
}

#[test]
fn a_full_disk() {
    in_a_namespace("full_child");
}

#[test]
fn a_medium_that_can_only_be_read() {
    in_a_namespace("read_only_child");
}

#[test]
fn full_child() {
    let Some(disk) = disk() else { return };
    let path = ledger_on(&disk);
    let mut pty = with_line(&path, "写在满的盘上");
    pty.send("\t");
    pty.wait_for_text("草稿已存");
    let rest = fill(&disk);
    pty.send("\x13");
    pty.wait_for_text("磁盘满了,什么都没有写入");
    pty.wait_for_text("写在满的盘上");
    assert!(!pty.screen(|s| s.contents().contains("已保存")));
    let out = shell(&path, &["add", "15", "--unit", "sfj", "壳里的"]);
    assert_eq!(out.status.code(), Some(8), "{}", said(&out));
    let out = shell(&path, &["status", "sfj"]);
    assert!(out.status.success() && said(&out).contains("先前的"), "{}", said(&out));
    fs::remove_file(rest).unwrap();
    pty.send("\x13");
    pty.wait_for_text("已保存 14 县司法局 第2号");
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);

    // From the first moment on: nobody has it open, and there is no room for what SQLite lays beside it. A session that
    // ends may leave the log there; the last to close the ledger takes it away.
    assert!(shell(&path, &["status"]).status.success());
    assert!(!disk.join("ledger.db-wal").exists());
    let rest = fill(&disk);
    let out = shell(&path, &["status", "sfj"]);
    assert!(out.status.success() && said(&out).contains("先前的"), "{}", said(&out));
    for words in [&["add", "15", "--unit", "sfj", "壳里的"][..], &["undo", "--yes"]] {
        let out = shell(&path, words);
        assert_eq!(out.status.code(), Some(8), "{words:?}: {}", said(&out));
    }
    fs::remove_file(rest).unwrap();
    let out = shell(&path, &["add", "15", "--unit", "sfj", "壳里的"]);
    assert!(out.status.success(), "{}", said(&out));
    let out = shell(&path, &["verify"]);
    assert!(out.status.success(), "{}", said(&out));
    ended();
}

#[test]
fn read_only_child() {
    let Some(disk) = disk() else { return };
    let path = ledger_on(&disk);
    let mut pty = with_line(&path, "断在写完时");
    pty.send("\r");
    pty.wait_for_text("已保存 14 县司法局 第2号");
    // With the log's files left there by a session that was killed, and without.
    pty.signal(rustix::process::Signal::KILL);
    pty.wait_exit();
    assert!(disk.join("ledger.db-wal").exists());
    for alone in [false, true] {
        if alone {
            mount(&["-o", "remount,rw"], &disk);
            assert!(shell(&path, &["status"]).status.success());
            assert!(!disk.join("ledger.db-wal").exists(), "the last to leave takes the log away");
        }
        mount(&["-o", "remount,ro"], &disk);
        let before = names(&disk);
        let out = shell(&path, &["status", "sfj"]);
        assert!(out.status.success() && said(&out).contains("县司法局"), "alone {alone}: {}", said(&out));
        let out = shell(&path, &["log", "--json"]);
        assert!(said(&out).contains("断在写完时"), "alone {alone}: {}", said(&out));
        assert!(shell(&path, &["verify"]).status.success(), "alone {alone}");
        let out = shell(&path, &["add", "15", "--unit", "sfj", "壳里的"]);
        assert_eq!(out.status.code(), Some(7), "alone {alone}: {}", said(&out));
        assert!(said(&out).contains("只能读"), "{}", said(&out));
        let mut pty = screen(&path).start();
        pty.wait_for_text("q退出");
        pty.wait_for_text("只读");
        pty.send("14");
        pty.wait_for_text("先前的");
        for key in ["a", "A", "e", "d", "z", "Z", "s"] {
            pty.send(key);
            pty.wait_for_text("在这里只能读,不能填报");
            pty.send("j");
            pty.wait_for("the sentence gone", |s| !s.contents().contains("不能填报"));
        }
        pty.send("q");
        assert_eq!(pty.wait_exit(), 0);
        assert_eq!(names(&disk), before, "alone {alone}");
    }
    ended();
}

fn names(disk: &Path) -> Vec<String> {
    let mut all: Vec<_> =
        fs::read_dir(disk).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    all.sort();
    all
}

/// Where there is no right to the folder either, as for a member who lost it.
#[test]
fn a_folder_that_cannot_be_entered() {
    if rustix::process::geteuid().is_root() {
        // Root may; `store_group` asks other users.
        return;
    }
    let ledger = Ledger::new();
    let mut pty = opened(&ledger.path);
    fs::set_permissions(ledger.folder.path(), fs::Permissions::from_mode(0o000)).unwrap();
    assert_eq!(ledger.refused(&["status"]).0, 7);
    fs::set_permissions(ledger.folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    pty.send("q");
    assert_eq!(pty.wait_exit(), 0);
}
