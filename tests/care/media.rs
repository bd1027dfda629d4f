//! A full disk and one that may only be read: nothing is lost, each is said, and it goes on once there is room.

use std::process::Command;

use crate::support::{DUBAN, Home};
use crate::{migrate, reported};

/// Runs a script in a mount namespace of its own with a small disk at `$disk`, `fill` leaving little room on it.
fn on_a_small_disk(home: &Home, script: &str) -> String {
    let disk = home.path("disk");
    std::fs::create_dir(&disk).unwrap();
    let whole = format!(
        "set -eu; mount -t tmpfs -o size=1200k,mode=700 tmpfs \"$disk\" || {{ echo CANNOT MOUNT; exit 9; }}
         fill() {{ dd if=/dev/zero of=\"$disk/rest\" bs=4k 2>/dev/null || true; truncate -s -120k \"$disk/rest\"; }}
         gives() {{ wanted=$1; shift; set +e; said=$(\"$@\" 2>&1); code=$?; set -e
                   [ $code = $wanted ] || {{ echo \"$* gave $code: $said\"; exit 1; }}; }}
         same() {{ [ \"$(sha256sum < \"$1\")\" = \"$2\" ] || {{ echo \"$1 changed\"; exit 1; }}; }}
         sum() {{ sha256sum < \"$1\"; }}
         {script}; echo ALL DONE"
    );
    let mut command = Command::new("unshare");
    command.arg("--mount");
    if !rustix::process::geteuid().is_root() {
        command.arg("--map-root-user");
    }
    command.args(["bash", "-c", &whole]).env("disk", &disk).env("duban", DUBAN).env("home", home.path(""));
    command.env("DUBAN_DB", disk.join("l.db")).env("HOME", home.path("home")).env("DUBAN_LANG", "zh");
    let done = command.output().expect("this test needs `unshare` of util-linux");
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(!said.contains("CANNOT MOUNT"), "this test mounts a small disk, see tests/draft_live.rs\n{said}");
    assert!(said.contains("ALL DONE"), "{said}");
    said
}

#[test]
fn an_old_ledger_waits_for_room() {
    let home = Home::new();
    migrate::old(&home.db());
    on_a_small_disk(
        &home,
        "cp \"$home/data/duban/ledger.db\" \"$disk/l.db\"; before=$(sum \"$disk/l.db\"); fill
         gives 8 $duban list; echo \"$said\" | grep -q '磁盘满了'; echo \"$said\" | grep -q '原文件没有动'
         same \"$disk/l.db\" \"$before\"; [ -z \"$(ls \"$disk\" | grep -e -schema -e -new-)\" ]
         rm \"$disk/rest\"; gives 0 $duban list; gives 0 $duban verify; ls \"$disk\" | grep -q schema1",
    );
}

#[test]
fn backup_and_restore_wait_for_room() {
    let home = reported();
    home.run(["backup", home.path("copy.db").to_str().unwrap()]).ok();
    on_a_small_disk(
        &home,
        "cp \"$home/copy.db\" \"$disk/l.db\"; gives 0 $duban verify; head=$said; fill
         gives 8 $duban backup; [ -z \"$(ls \"$disk/l.db-backups\")\" ]
         gives 8 $duban restore \"$home/copy.db\" --yes; [ -z \"$(ls \"$disk\" | grep -e -replaced -e -new-)\" ]
         gives 0 $duban verify; [ \"$said\" = \"$head\" ]
         rm \"$disk/rest\"; gives 0 $duban backup; gives 0 $duban restore \"$home/copy.db\" --yes; gives 0 $duban verify",
    );
}

#[test]
fn a_disk_that_may_only_be_read_is_said() {
    let home = reported();
    home.run(["backup", home.path("copy.db").to_str().unwrap()]).ok();
    on_a_small_disk(
        &home,
        "cp \"$home/copy.db\" \"$disk/l.db\"; before=$(sum \"$disk/l.db\"); mount -o remount,ro \"$disk\"
         for words in backup 'purge 1 --reason x --yes' doctor \"restore $home/copy.db --yes\"; do gives 7 $duban $words; done
         same \"$disk/l.db\" \"$before\"",
    );
}
