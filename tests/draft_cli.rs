//! `duban drafts`.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::path::Path;
use std::process::Command;

use duban::clock::{Clock, Instant};
use duban::draft::{Body, Folder, Key};
use duban::plan::EMBEDDED;
use duban::store;

/// Runs the program; standard output, standard error, exit code.
fn duban(ledger: &Path, words: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duban"));
    let done = command.arg("--db").arg(ledger).args(["--lang", "en"]).args(words).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(done.stdout), text(done.stderr), done.status.code().unwrap())
}

struct Place {
    _dir: tempfile::TempDir,
    ledger: std::path::PathBuf,
    folder: Folder,
    me: String,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let ledger = dir.path().join("l.db");
        let folder = Folder::beside(&ledger);
        Self { _dir: dir, ledger, folder, me: duban::ops::local_actor().name }
    }

    fn save(&self, key: &Key, progress: &str, minutes_ago: i64) {
        let at = Instant(Clock::System.now().0 - minutes_ago * 60_000);
        let unit = "sfj".to_owned();
        let body = Body { task: 7, unit, progress: progress.into(), revision: Some(2), ..Body::default() };
        self.folder.open(&self.me, key).unwrap().save(&body, at).unwrap();
    }
}

fn new(task: u16) -> Key {
    Key::New { task, unit: "sfj".into() }
}

#[test]
fn drafts_are_listed_and_discarded() {
    let place = Place::new();
    assert_eq!(duban(&place.ledger, &["drafts"]), ("There are no drafts.\n".into(), String::new(), 0));
    assert!(!place.ledger.exists(), "looking makes no ledger");
    store::create(&place.ledger, EMBEDDED, &duban::ops::local_actor(), Clock::System.now()).unwrap();
    place.save(&new(7), "\n  已完成\u{1b}[2J\u{202e}双随机\n第二行", 5);
    place.save(&Key::Edit { entry: 12 }, "修改", 125);
    let (listed, _, code) = duban(&place.ledger, &["drafts"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!((lines.len(), code), (3, 0), "{listed}");
    assert!(lines[0].starts_with("Draft Task"), "{listed}");
    for part in ["1 7 new", "县司法局", "5 min ago", "已完成<U+001B>[2J<U+202E>双随机"] {
        assert!(lines[1].contains(part), "{part}: {listed}");
    }
    for part in ["2 7 edit #12", "2 h ago", "修改"] {
        assert!(lines[2].contains(part), "{part}: {listed}");
    }
    assert!(!listed.contains('\u{1b}') && !listed.contains('\u{202e}') && !listed.contains("第二行"));

    assert_eq!(duban(&place.ledger, &["drafts", "discard", "9"]).2, 3);
    let open = place.folder.open(&place.me, &new(7)).unwrap();
    let (_, said, code) = duban(&place.ledger, &["drafts", "discard", "1"]);
    assert!(said.contains("open elsewhere") && code != 0, "{said}");
    drop(open);
    let (said, _, code) = duban(&place.ledger, &["drafts", "discard", "1"]);
    assert_eq!(code, 0);
    assert!(said.starts_with("Discarded draft 1: 7 new 县司法局 已完成<U+001B>"), "{said}");
    let left = place.folder.list(&place.me);
    assert_eq!(left.iter().map(|f| f.number).collect::<Vec<_>>(), [2], "numbers do not move");
}

#[test]
fn machine_output_has_everything_and_nothing_raw() {
    let place = Place::new();
    place.save(&Key::Edit { entry: 12 }, "a\u{9b}\u{202e}\nb", 0);
    let (json, _, code) = duban(&place.ledger, &["drafts", "--json"]);
    assert_eq!(code, 0);
    assert!(!json.contains('\u{9b}') && !json.contains('\u{202e}'));
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    let row = &rows[0];
    assert_eq!(row["progress"], "a\u{9b}\u{202e}\nb");
    // There is no ledger, hence no plan to know the unit's name from.
    assert_eq!(
        (row["draft"].as_i64(), row["kind"].as_str(), row["unit"].as_str()),
        (Some(1), Some("edit"), Some("sfj"))
    );
    assert_eq!((row["entry"].as_i64(), row["revision"].as_i64()), (Some(12), Some(2)));
    assert_eq!((row["open"].as_bool(), row["damaged"].as_bool()), (Some(false), Some(false)));
}

#[test]
fn a_damaged_draft_is_listed_and_can_be_discarded() {
    let place = Place::new();
    place.save(&new(3), "一", 0);
    let mut drafts = place.ledger.clone().into_os_string();
    drafts.push("-drafts");
    for file in std::fs::read_dir(drafts).unwrap().map(|f| f.unwrap().path()) {
        std::fs::write(file, [0x1b; 300]).unwrap();
    }
    let (listed, _, code) = duban(&place.ledger, &["drafts"]);
    assert!(listed.contains("damaged") && listed.contains("3 new") && code == 0, "{listed}");
    assert_eq!(duban(&place.ledger, &["drafts", "discard", "1"]).2, 0);
    assert_eq!(duban(&place.ledger, &["drafts"]).0, "There are no drafts.\n");
}

#[test]
fn a_locked_ledger_does_not_matter() {
    let place = Place::new();
    store::create(&place.ledger, EMBEDDED, &duban::ops::local_actor(), Clock::System.now()).unwrap();
    let db = rusqlite::Connection::open(&place.ledger).unwrap();
    db.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE meta SET value = value;")
        .unwrap();
    // The lock is held to the end: whatever waited for it would give up and fail.
    place.save(&new(7), "锁着也在", 0);
    let (listed, said, code) = duban(&place.ledger, &["drafts"]);
    assert!(listed.contains("锁着也在") && code == 0, "{listed}{said}");
    assert_eq!(duban(&place.ledger, &["drafts", "discard", "1"]).2, 0);
}
