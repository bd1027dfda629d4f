//! Several system users around one ledger: what a member makes belongs to the group, and whoever may only read can
//! spoil nothing.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/cli.rs"]
mod support;

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use support::Home;

const GROUP: u32 = 54_320;
const MEMBERS: [u32; 2] = [54_321, 54_322];
const READER: u32 = 54_323;

struct Office {
    home: Home,
    program: PathBuf,
}

impl Office {
    /// As README says to set it up.
    fn new() -> Self {
        assert!(rustix::process::geteuid().is_root(), "only root can act as other users (see .ci/run)");
        let home = Home::new();
        let folder = home.path("data/duban");
        fs::create_dir_all(&folder).unwrap();
        for open in ["", "data"] {
            fs::set_permissions(home.path(open), Permissions::from_mode(0o755)).unwrap();
        }
        fs::set_permissions(&folder, Permissions::from_mode(0o2775)).unwrap();
        chown(&folder, None, Some(GROUP)).unwrap();
        home.run(["init"]).ok();
        chown(home.db(), None, Some(GROUP)).unwrap();
        fs::set_permissions(home.db(), Permissions::from_mode(0o664)).unwrap();
        fs::create_dir(home.path("bin")).unwrap();
        let program = home.path("bin/duban");
        fs::copy(support::DUBAN, &program).unwrap();
        Self { home, program }
    }

    fn run_as(&self, uid: u32, groups: &str, words: &[&str]) -> Output {
        let (user, group) = (format!("--reuid={uid}"), format!("--regid={uid}"));
        Command::new("setpriv")
            .args([&user, &group, groups, "--", "/bin/sh", "-c", r#"umask 077; exec "$0" "$@""#])
            .arg(&self.program)
            .args(words)
            .env_clear()
            .env("DUBAN_DB", self.home.db())
            .stdin(Stdio::null())
            .output()
            .expect("setpriv of util-linux is installed (see .ci/run)")
    }

    #[track_caller]
    fn member(&self, uid: u32, words: &[&str]) -> String {
        let groups = if uid == 0 { "--clear-groups".to_owned() } else { format!("--groups={GROUP}") };
        let out = self.run_as(uid, &groups, words);
        assert!(out.status.success(), "{uid} {words:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    fn files(&self) -> Vec<String> {
        self.home.files()
    }
}

fn rights(path: &Path) -> (u32, u32) {
    let found = fs::metadata(path).unwrap();
    (found.gid(), found.mode() & 0o7777)
}

#[test]
fn what_a_member_makes_every_member_can_use() {
    let office = Office::new();
    fs::set_permissions(office.home.db(), Permissions::from_mode(0o660)).unwrap();
    fs::set_permissions(office.home.path("data/duban"), Permissions::from_mode(0o2770)).unwrap();
    chown(office.home.path("bin"), None, Some(GROUP)).unwrap();
    let mut copy = String::new();
    for uid in [MEMBERS[0], MEMBERS[1], 0] {
        let made = office.member(uid, &["backup"]);
        made.lines().next().unwrap().clone_into(&mut copy);
        let path = PathBuf::from(&copy);
        assert_eq!(rights(&path), (GROUP, 0o660), "a backup of {uid}");
        office.member(MEMBERS[1], &["--db", path.to_str().unwrap(), "verify"]);
        assert_eq!(rights(&office.home.path("data/duban/ledger.db-open")), (GROUP, 0o660), "{uid}");
    }
    assert_eq!(rights(&office.home.path("data/duban/ledger.db-backups")), (GROUP, 0o2770));
    office.member(MEMBERS[0], &["add", "14", "--unit", "sfj", "受理41件"]);
    office.member(MEMBERS[1], &["restore", &copy, "--yes"]);
    assert_eq!(rights(&office.home.db()), (GROUP, 0o660), "restored by a member");
    for uid in [MEMBERS[0], 0, MEMBERS[1]] {
        office.member(uid, &["add", "14", "--unit", "sfj", "受理42件"]);
        office.member(uid, &["doctor"]);
    }
    office.member(0, &["verify"]);
}

#[test]
fn who_may_only_read_looks_and_changes_nothing() {
    let office = Office::new();
    office.member(0, &["add", "14", "--unit", "sfj", "受理41件"]);
    // The folder may be written by all, the file may not; and a folder that may not be written, either.
    for mode in [0o2777, 0o2775] {
        fs::set_permissions(office.home.path("data/duban"), Permissions::from_mode(mode)).unwrap();
        let before = office.files();
        for (words, code) in [
            (vec!["list"], 0),
            (vec!["verify"], 0),
            (vec!["add", "14", "--unit", "sfj", "x"], 7),
            (vec!["restore", "nothing.db", "--yes"], 3),
        ] {
            let out = office.run_as(READER, "--clear-groups", &words);
            let said =
                String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
            assert_eq!(out.status.code(), Some(code), "{mode:o} {words:?} {said}");
        }
        let _ = office.run_as(READER, "--clear-groups", &["doctor"]);
        assert_eq!(office.files(), before);
        office.member(MEMBERS[0], &["add", "14", "--unit", "sfj", "受理42件"]);
    }
}

#[test]
fn who_may_only_read_cannot_bring_an_old_ledger_up_to_date() {
    let office = Office::new();
    office.home.sql().pragma_update(None, "user_version", 1).unwrap();
    office.home.sql().pragma_update(None, "wal_checkpoint", "TRUNCATE").ok();
    // Somebody has it open, so that the files for reading it are there.
    let open = office.home.sql();
    let _: i64 = open.query_row("SELECT count(*) FROM entry", [], |r| r.get(0)).unwrap();
    for end in ["-wal", "-shm"] {
        let _ = fs::set_permissions(
            office.home.path(&format!("data/duban/ledger.db{end}")),
            Permissions::from_mode(0o664),
        );
    }
    let out = office.run_as(READER, "--clear-groups", &["list"]);
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.code() == Some(7) && said.contains("旧格式1"), "{said}");
}
