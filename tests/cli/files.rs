//! Files that are not what they should be.

use std::path::Path;

use crate::refusals::{check_sentence, refused};
use crate::support::Home;

const FAULTY: &str = include_str!("../plan/faulty.toml");

/// Everything a file says of itself but when it was read.
fn state(path: &Path) -> (Vec<u8>, std::time::SystemTime, u64) {
    let meta = std::fs::metadata(path).unwrap();
    let bytes = if path.is_dir() { Vec::new() } else { std::fs::read(path).unwrap() };
    (bytes, meta.modified().unwrap(), meta.len())
}

#[test]
fn what_is_no_ledger_is_left_byte_for_byte() {
    let home = Home::new();
    let other = home.path("other.sqlite");
    let db = rusqlite::Connection::open(&other).unwrap();
    db.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t(x); INSERT INTO t VALUES (1)").unwrap();
    drop(db);
    std::fs::write(home.path("noise"), (0..20_000u32).map(|n| (n * 7 % 251) as u8).collect::<Vec<u8>>())
        .unwrap();
    std::fs::write(home.path("empty"), "").unwrap();
    std::fs::write(home.path("short"), "SQLite format 3\0").unwrap();
    std::fs::create_dir(home.path("folder")).unwrap();
    for name in ["noise", "empty", "short", "other.sqlite", "folder"] {
        let path = home.path(name);
        let before = (state(&path), home.files());
        for words in [
            vec!["list"],
            vec!["status"],
            vec!["log"],
            vec!["add", "14", "--unit", "sfj", "好"],
            vec!["init"],
        ] {
            let words = [&words[..], &["--db", path.to_str().unwrap()]].concat();
            for (lang, said) in [("zh", "不是督办台账"), ("en", "is not a duban ledger")] {
                let sentence = home.call(&words).env("DUBAN_LANG", lang).run().refused(7);
                check_sentence(name, &sentence, lang == "zh");
                assert!(sentence.contains(said) && sentence.contains(name), "{sentence}");
            }
        }
        assert_eq!((state(&path), home.files()), before, "{name}");
    }
}

#[test]
fn a_ledger_of_a_newer_program_is_left_alone() {
    let home = Home::new();
    home.run(["init"]).ok();
    home.sql().pragma_update(None, "user_version", 99).unwrap();
    home.sql().pragma_update(None, "wal_checkpoint", "TRUNCATE").unwrap();
    let before = std::fs::read(home.db()).unwrap();
    for words in [vec!["list"], vec!["add", "14", "--unit", "sfj", "好"]] {
        assert!(home.run(words).refused(7).contains("99"));
    }
    assert_eq!(std::fs::read(home.db()).unwrap(), before);
}

#[test]
fn a_damaged_ledger_is_told_from_a_foreign_file() {
    let home = Home::new();
    home.run(["init"]).ok();
    let mut bytes = std::fs::read(home.db()).unwrap();
    bytes[4096..].fill(0x5a);
    std::fs::write(home.db(), &bytes).unwrap();
    let said = home.run(["list"]);
    assert!(said.refused(7).contains("损坏"));
    assert_eq!(std::fs::read(home.db()).unwrap(), bytes);
}

#[test]
fn a_faulty_plan_file_is_refused_with_every_fault() {
    let home = Home::new();
    let plan = home.path("plan.toml");
    std::fs::write(&plan, FAULTY).unwrap();
    let marked =
        FAULTY.lines().filter_map(|l| l.split_once("#! ")).map(|(_, f)| f.split(' ').count()).sum::<usize>();
    for words in [vec!["plan", "check"], vec!["init", "--plan"]] {
        for lang in ["zh", "en"] {
            let said = home.call(&words).arg(&plan).env("DUBAN_LANG", lang).run();
            assert_eq!((said.code, said.out.as_str()), (2, ""));
            let lines: Vec<&str> = said.err.lines().collect();
            assert!(lines[0].contains(&marked.to_string()) && lines[0].contains("plan.toml"), "{}", lines[0]);
            assert_eq!(lines.len(), marked + 1);
            let start = if lang == "zh" { "第" } else { "Line " };
            assert!(lines[1..].iter().all(|l| l.starts_with(start)), "{}", said.err);
        }
        assert!(!home.db().exists(), "no ledger was made");
    }
    assert_eq!(home.files(), ["plan.toml"]);
}

#[test]
fn a_good_plan_file_is_said_to_be_good() {
    let home = Home::new();
    let said = home.run(["plan", "check", concat!(env!("CARGO_MANIFEST_DIR"), "/data/plan.toml")]).ok();
    assert!(said.contains("7组21项,40个单位"), "{said}");
    assert_eq!(home.files(), [""; 0], "checking needs no ledger");
}

#[test]
fn a_plan_file_that_is_no_text_is_refused() {
    let home = Home::new();
    std::fs::write(home.path("gbk.toml"), b"id = \"\xc4\xe3\"").unwrap();
    let path = home.path("gbk.toml");
    let [chinese, _] = refused(&home, &["plan", "check", path.to_str().unwrap()], 2);
    assert!(chinese.contains("UTF-8"), "{chinese}");
}

#[test]
fn where_no_ledger_can_be_made_it_is_said() {
    let home = Home::new();
    std::fs::write(home.path("file"), "").unwrap();
    let below = home.path("file/ledger.db");
    for path in ["/proc/nowhere/ledger.db", "/dev/null/ledger.db", below.to_str().unwrap()] {
        let [chinese, english] = refused(&home, &["--db", path, "init"], 7);
        assert!(chinese.contains(path) && chinese.contains("权限"), "{chinese}");
        assert!(english.contains(path) && english.contains("permissions"), "{english}");
    }
}
