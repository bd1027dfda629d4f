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

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ledger::Ledger;

/// The group that shares the ledger, and two of its members with groups of their own.
const GROUP: u32 = 54_320;
const MEMBERS: [u32; 2] = [54_321, 54_322];

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
        let script = r#"umask 077; exec "$0" "$@""#;
        let (user, group) = (format!("--reuid={uid}"), format!("--regid={uid}"));
        let groups = if uid == 0 { "--clear-groups".to_owned() } else { format!("--groups={GROUP}") };
        let out = Command::new("setpriv")
            .args([&user, &group, &groups, "--", "/bin/sh", "-c", script])
            .arg(&self.program)
            .args(["add", "14", "--unit", "sfj", "受理41件"])
            .env_clear()
            .env("DUBAN_DB", &self.ledger.path)
            .stdin(Stdio::null())
            .output()
            .expect("setpriv of util-linux is installed (see .ci/run)");
        assert!(out.status.success(), "uid {uid}: {}", String::from_utf8_lossy(&out.stderr));
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
