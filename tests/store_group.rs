//! A ledger that a group shares, as README says to set it up: everybody's saves go through one queue, whoever saved
//! first, and by whichever name the ledger is reached.

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

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use ledger::Ledger;
use pty::{Pty, Run};

/// The group that shares the ledger, two of its members with groups of their own, and somebody else.
const GROUP: u32 = 54_320;
const MEMBERS: [u32; 2] = [54_321, 54_322];
const OTHER: u32 = 54_323;

/// A ledger set up as README says, and a program that everybody can start.
struct Shared {
    ledger: Ledger,
    program: PathBuf,
    _beside: tempfile::TempDir,
}

impl Shared {
    fn new(folder_mode: u32) -> Self {
        let root = rustix::process::geteuid().is_root();
        assert!(root, "this test acts as two other users and can only be run as root (see .ci/run)");
        let beside = tempfile::tempdir().unwrap();
        fs::set_permissions(beside.path(), Permissions::from_mode(0o755)).unwrap();
        let program = beside.path().join("duban");
        fs::copy(env!("CARGO_BIN_EXE_duban"), &program).unwrap();
        let ledger = Ledger::new();
        let shared = Self { ledger, program, _beside: beside };
        shared.give(0o660, folder_mode);
        shared
    }

    fn give(&self, mode: u32, folder_mode: u32) {
        let (folder, path) = (self.ledger.folder.path(), &self.ledger.path);
        chown(folder, None, Some(GROUP)).unwrap();
        chown(path, None, Some(GROUP)).unwrap();
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        fs::set_permissions(folder, Permissions::from_mode(folder_mode)).unwrap();
    }

    fn turn(&self) -> PathBuf {
        self.ledger.folder.path().join("ledger.db-turn")
    }

    /// A report by a user, 0 for root, whose umask gives the group nothing.
    #[track_caller]
    fn save(&self, uid: u32) {
        let out = self.run(uid, &["add", "14", "--unit", "sfj", "受理41件"]);
        assert!(out.status.success(), "uid {uid}: {}", String::from_utf8_lossy(&out.stderr));
    }

    /// The words before the program that make it a user's.
    fn as_user(uid: u32) -> Vec<String> {
        let script = r#"umask 077; exec "$0" "$@""#;
        let groups =
            if MEMBERS.contains(&uid) { format!("--groups={GROUP}") } else { "--clear-groups".into() };
        let words =
            [&format!("--reuid={uid}"), &format!("--regid={uid}"), &groups, "--", "/bin/sh", "-c", script];
        words.map(ToString::to_string).to_vec()
    }

    fn run(&self, uid: u32, words: &[&str]) -> Output {
        Command::new("setpriv")
            .args(Self::as_user(uid))
            .arg(&self.program)
            .args(words)
            .env_clear()
            .env("DUBAN_DB", &self.ledger.path)
            .env("LANG", "C")
            .stdin(Stdio::null())
            .output()
            .expect("setpriv of util-linux is installed (see .ci/run)")
    }

    /// A user's screen.
    fn screen(&self, uid: u32) -> Pty {
        let words = Self::as_user(uid).into_iter().fold(Run::new("setpriv"), Run::arg);
        let pty =
            words.arg(&self.program).env("DUBAN_DB", &self.ledger.path).env("HOME", "/nonexistent").start();
        pty.wait_for_text("q退出");
        pty
    }

    /// Names, owners, groups and modes of all that lies in the folder, but for the backups that a
    /// thread makes of its own once a day.
    fn files(&self) -> BTreeMap<String, (u32, u32, u32)> {
        let files = fs::read_dir(self.ledger.folder.path()).unwrap().map(Result::unwrap);
        let of = |m: fs::Metadata| (m.uid(), m.gid(), m.mode() & 0o7777);
        let named = files.map(|f| (f.file_name().into_string().unwrap(), of(f.metadata().unwrap())));
        named.filter(|(name, _)| name != "ledger.db-backups").collect()
    }

    #[track_caller]
    fn assert_turn_is_the_groups(&self, after: u32) {
        let turn = fs::metadata(self.turn()).unwrap();
        assert_eq!((turn.gid(), turn.mode() & 0o777), (GROUP, 0o660), "made by uid {after}");
    }
}

#[test]
fn members_of_a_group_queue_whoever_saves_first() {
    for folder_mode in [0o2770, 0o770] {
        let shared = Shared::new(folder_mode);
        for first in [0, MEMBERS[0], MEMBERS[1]] {
            let _ = fs::remove_file(shared.turn());
            shared.save(first);
            shared.assert_turn_is_the_groups(first);
            for uid in [MEMBERS[0], MEMBERS[1], 0] {
                shared.save(uid);
                shared.assert_turn_is_the_groups(first);
            }
        }
        let left: Vec<_> = fs::read_dir(shared.ledger.folder.path())
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.contains("-new-"))
            .collect();
        assert_eq!(left, [""; 0]);
        shared.ledger.assert_sound();
    }
}

/// The ledger was its owner's alone at first, and its queue still is.
#[test]
fn a_queue_from_before_the_group_was_given_the_ledger_lets_members_in() {
    for first in [MEMBERS[0], 0] {
        let shared = Shared::new(0o2770);
        chown(&shared.ledger.path, Some(first), Some(first)).unwrap();
        chown(shared.ledger.folder.path(), Some(first), Some(first)).unwrap();
        fs::set_permissions(&shared.ledger.path, Permissions::from_mode(0o600)).unwrap();
        shared.save(first);
        assert_eq!(fs::metadata(shared.turn()).unwrap().mode() & 0o777, 0o600);
        shared.give(0o660, 0o2770);
        shared.save(MEMBERS[1]);
        shared.assert_turn_is_the_groups(MEMBERS[1]);
        shared.save(first);
        shared.assert_turn_is_the_groups(MEMBERS[1]);
    }
}

#[test]
fn a_ledger_reached_through_a_link_has_the_same_queue() {
    let ledger = Ledger::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("台账.db");
    symlink(&ledger.path, &link).unwrap();
    let words = ["add", "14", "--unit", "sfj", "受理41件", "--db", link.to_str().unwrap()];
    assert_eq!(ledger.said(&words), "1");
    let names = |folder: &Path| -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names(elsewhere.path()), ["台账.db"]);
    assert!(names(ledger.folder.path()).contains(&"ledger.db-turn".to_owned()));
    assert_eq!(ledger.json(&["log", "--json"])[0]["progress"], "受理41件");
}

/// As README says: the folder is made for the group, and whoever comes first makes the ledger there.
#[test]
fn a_ledger_made_in_the_groups_folder_is_the_groups() {
    for (folder_mode, mode) in
        [(0o2770, 0o660), (0o2775, 0o660), (0o2750, 0o600), (0o2777, 0o600), (0o770, 0o600)]
    {
        let shared = Shared::new(folder_mode);
        for name in shared.files().keys() {
            fs::remove_file(shared.ledger.folder.path().join(name)).unwrap();
        }
        let first = if folder_mode == 0o2770 { MEMBERS[0] } else { 0 };
        let out = shared.run(first, &["init"]);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let (_, gid, found) = shared.files()["ledger.db"];
        let set = folder_mode & 0o2000 != 0;
        assert_eq!((gid == GROUP, found), (set, mode), "in a folder of mode {folder_mode:o}");
        if mode == 0o660 {
            shared.save(MEMBERS[1]);
            shared.save(0);
            shared.save(MEMBERS[0]);
        }
    }
}

/// In a folder that others may write to, nothing but the queue itself is given away.
#[test]
fn a_link_in_place_of_the_queue_gives_no_other_file_to_the_group() {
    let shared = Shared::new(0o2770);
    let other = shared.ledger.folder.path().join("private");
    for lay in [|from: &Path, to: &Path| symlink(from, to), |from: &Path, to: &Path| fs::hard_link(from, to)]
    {
        fs::write(&other, "x").unwrap();
        chown(&other, None, Some(0)).unwrap();
        fs::set_permissions(&other, Permissions::from_mode(0o600)).unwrap();
        lay(&other, &shared.turn()).unwrap();
        shared.ledger.run(&["add", "14", "--unit", "sfj", "受理41件"]);
        let now = fs::metadata(&other).unwrap();
        assert_eq!((now.gid(), now.mode() & 0o777), (0, 0o600));
        fs::remove_file(shared.turn()).unwrap();
    }
}

/// Three users at once, whoever came first, with the tightest umask: whatever lies beside the ledger is the group's.
#[test]
fn what_lies_beside_the_ledger_is_the_groups_whoever_is_first() {
    for first in [MEMBERS[0], 0] {
        let shared = Shared::new(0o2770);
        let mut screens: Vec<Pty> = [first, MEMBERS[1], MEMBERS[0]].map(|uid| shared.screen(uid)).into();
        for pty in &mut screens {
            pty.send("14a写着\t");
            pty.wait_for_text("草稿已存");
        }
        for (pty, id) in screens.iter_mut().zip(1..) {
            pty.send("\x13");
            pty.wait_for_text(&format!("已保存 14 县司法局 第{id}号"));
        }
        let files = shared.files();
        for name in ["ledger.db", "ledger.db-wal", "ledger.db-shm", "ledger.db-turn"] {
            let (_, gid, mode) = files[name];
            assert_eq!((gid, mode), (GROUP, 0o660), "{name}, uid {first} was first");
        }
        assert_eq!((files["ledger.db-drafts"].1, files["ledger.db-drafts"].2), (GROUP, 0o3770));
        // Killed, they leave all of it for the next.
        for pty in screens {
            pty.signal(rustix::process::Signal::KILL);
        }
        for uid in [0, MEMBERS[1], MEMBERS[0]] {
            shared.save(uid);
        }
        shared.ledger.assert_sound();
    }
}

#[test]
fn three_users_at_once_lose_nothing() {
    let shared = Shared::new(0o2770);
    std::thread::scope(|scope| {
        for uid in [0, MEMBERS[0], MEMBERS[1]] {
            let shared = &shared;
            scope.spawn(move || (0..10).for_each(|_| shared.save(uid)));
        }
    });
    assert_eq!(shared.ledger.json(&["log", "--all", "--json"]).as_array().unwrap().len(), 30);
    shared.ledger.assert_sound();
}

#[test]
fn who_is_no_member_is_told_so_once_and_leaves_nothing() {
    let shared = Shared::new(0o2770);
    shared.save(MEMBERS[0]);
    let before = shared.files();
    for words in [
        &["status"][..],
        &["list", "--json"],
        &["add", "14", "--unit", "sfj", "x"],
        &["init"],
        &["verify"],
        &[],
    ] {
        let out = shared.run(OTHER, words);
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!((out.status.code(), said.lines().count()), (Some(7), 1), "{words:?}: {said}");
        assert!(said.contains("没有权限"), "{words:?}: {said}");
    }
    assert_eq!(shared.files(), before);
}

/// The folder may even be everybody's: a reader's files beside the ledger would lock its writers out.
#[test]
fn who_may_only_read_reads_and_spoils_nothing() {
    for (folder, file) in [(0o2775, 0o664), (0o2777, 0o664), (0o2777, 0o644)] {
        let shared = Shared::new(folder);
        shared.give(file, folder);
        let writer = if file == 0o664 { MEMBERS[0] } else { 0 };
        shared.save(writer);
        let alone = shared.files();
        assert!(!alone.contains_key("ledger.db-wal"), "nobody has it open");
        let looks = |count: usize| {
            for words in [&["status"][..], &["log", "--json"], &["verify"], &["list", "--text=受理"]] {
                let out = shared.run(OTHER, words);
                assert!(out.status.success(), "{words:?}: {}", String::from_utf8_lossy(&out.stderr));
            }
            let log: serde_json::Value =
                serde_json::from_slice(&shared.run(OTHER, &["log", "--json"]).stdout).unwrap();
            assert_eq!(log.as_array().unwrap().len(), count);
            let out = shared.run(OTHER, &["add", "14", "--unit", "sfj", "x"]);
            let said = String::from_utf8(out.stderr).unwrap();
            assert_eq!(out.status.code(), Some(7), "{said}");
            assert!(said.contains("只能读"), "{said}");
        };
        looks(1);
        assert_eq!(shared.files(), alone, "{folder:o} {file:o}");
        // Beside somebody who writes, with reports that are only in the log.
        let mut pty = shared.screen(writer);
        pty.send("14a又一份\r");
        pty.wait_for_text("已保存 14 县司法局 第2号");
        let beside = shared.files();
        assert!(beside.contains_key("ledger.db-wal"));
        looks(2);
        assert_eq!(shared.files(), beside, "{folder:o} {file:o}");
        // A screen of somebody who only looks on sees what comes, and says that it can only be read.
        let mut look = shared.screen(OTHER);
        look.wait_for_text("只读");
        look.send("14");
        look.wait_for_text("又一份");
        shared.run(writer, &["add", "14", "--unit", "sfj", "第三份"]);
        look.wait_for_text("第三份");
        look.send("a");
        look.wait_for_text("在这里只能读");
        drop(pty);
        assert!(shared.files().values().all(|(uid, ..)| *uid != OTHER), "{:?}", shared.files());
        drop(look);
        shared.save(writer);
        shared.save(0);
        assert!(shared.files().values().all(|(uid, ..)| *uid != OTHER), "{:?}", shared.files());
        shared.ledger.assert_sound();
    }
}
