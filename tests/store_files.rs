//! What the file itself refuses and keeps: foreign files, other schemas, hostile text, settings.

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

use duban::clock::Clock;
use duban::ops;
use duban::store::{Reader, StoreError};
use ledger::{Ledger, TODAY, actor, lead, report};
use rusqlite::Connection;

#[test]
fn a_foreign_file_stays_as_it_is() {
    let text = "姓名,电话\n张三,1\n".repeat(40).into_bytes();
    let other_database = {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("other.db");
        let db = Connection::open(&path).unwrap();
        db.execute_batch("CREATE TABLE t(x); INSERT INTO t VALUES (1);").unwrap();
        drop(db);
        std::fs::read(path).unwrap()
    };
    for content in [Vec::new(), b"SQLite format 3\0".to_vec(), text, vec![0; 4096], other_database] {
        let ledger = Ledger::missing();
        std::fs::write(&ledger.path, &content).unwrap();
        let before = std::fs::metadata(&ledger.path).unwrap().modified().unwrap();
        for words in
            [vec!["list"], vec!["add", "14", "--unit", "sfj", "x"], vec!["undo", "--yes"], vec!["init"]]
        {
            let (code, said) = ledger.refused(&words);
            assert!(code == 7 || (words == ["init"] && code == 2), "{words:?} {code} {said}");
        }
        assert_eq!(std::fs::read(&ledger.path).unwrap(), content);
        assert_eq!(std::fs::metadata(&ledger.path).unwrap().modified().unwrap(), before);
        assert_eq!(std::fs::read_dir(ledger.folder.path()).unwrap().count(), 1, "nothing appeared beside it");
    }
}

#[test]
fn another_schema_is_refused_and_left_alone() {
    for (version, newer) in [(0, false), (4, true), (i32::MAX, true)] {
        let ledger = Ledger::new();
        let db = Connection::open(&ledger.path).unwrap();
        db.pragma_update(None, "user_version", version).unwrap();
        db.pragma_update(None, "wal_checkpoint", "TRUNCATE").ok();
        drop(db);
        let before = std::fs::read(&ledger.path).unwrap();
        let opened = Reader::open(&ledger.path);
        assert_eq!(matches!(opened, Err(StoreError::TooNew { known: 3, .. })), newer, "{version} {opened:?}");
        assert!(opened.is_err());
        assert_eq!(ledger.refused(&["add", "14", "--unit", "sfj", "x"]).0, 7);
        assert_eq!(std::fs::read(&ledger.path).unwrap(), before);
    }
}

#[test]
fn sqlite_is_new_enough_and_the_file_is_a_wal_ledger() {
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    let ledger = Ledger::new();
    let db = Connection::open(&ledger.path).unwrap();
    let pragma = |name: &str| -> String {
        db.query_row(&format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"), [], |r| r.get(0)).unwrap()
    };
    assert_eq!((pragma("journal_mode"), pragma("user_version")), ("wal".to_owned(), "3".to_owned()));
    assert_eq!(pragma("application_id"), 0x6475_626e_u32.to_string());
}

const CHECK: i32 = 275;
const FOREIGN_KEY: i32 = 787;

/// Every text column of every table, tried with what could do harm on a terminal.
#[test]
fn hostile_text_is_refused_in_every_column() {
    let ledger = Ledger::new();
    let reader = ledger.reader();
    let mut new = report(15, lead(&reader, 15), TODAY, "应诉8件");
    let indicator = reader.plan().indicators_of(Some(new.task)).next().unwrap();
    let value = duban::ledger::Measured::parse(reader.plan(), indicator, "0/8").unwrap();
    new.readings = vec![duban::ledger::Reading {
        indicator: indicator.id.to_string(),
        value,
        source: "法院".to_owned(),
    }];
    ops::add(&mut ledger.writer(), reader.plan(), new, &actor("a"), Clock::noon(TODAY)).unwrap();
    ledger.said(&["settings", "running", "3"]);
    let db = Connection::open(&ledger.path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = ON; DROP TRIGGER history_no_update;").unwrap();
    let mut columns = db
        .prepare(
            "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.type = 'TEXT' AND m.name NOT LIKE 'gram%'",
        )
        .unwrap();
    let columns: Vec<(String, String)> =
        columns.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect();
    assert!(columns.len() > 40, "{}", columns.len());
    for (table, column) in &columns {
        for hostile in [
            "a\u{1b}]52;c;\u{7}",
            "a\u{1b}[2J",
            "\u{9b}31m",
            "a\u{0}b",
            "a\rb",
            "\u{8}",
            "\u{7f}",
            "a\u{202e}b",
            "\u{2066}",
            "\u{200e}",
            "\u{2028}",
        ] {
            let one =
                format!("{column} IS (SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 1)");
            let done = db.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE {one}"), [hostile]);
            let refused = done.err().and_then(|e| e.sqlite_error().map(|e| e.extended_code));
            // A foreign key will do: then what it points at refuses it.
            let code = refused.unwrap_or_default();
            assert!(CHECK == code || FOREIGN_KEY == code, "{table}.{column} {hostile:?}: {refused:?}");
        }
        // Not even of another type.
        let blob = db.execute(&format!("UPDATE {table} SET {column} = x'00'"), []);
        assert!(blob.is_err(), "{table}.{column}");
    }
}

#[test]
fn the_record_is_append_only() {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "一"]);
    let db = Connection::open(&ledger.path).unwrap();
    for sql in [
        "DELETE FROM history",
        "UPDATE history SET operator = 'x'",
        "UPDATE history SET body = 'x'",
        "UPDATE history SET at = 0, body = NULL",
    ] {
        let said = db.execute(sql, []).unwrap_err().to_string();
        assert!(said.contains("append-only"), "{sql}: {said}");
    }
    let purged = db.execute("UPDATE history SET body = NULL WHERE kind = 'entry'", []).unwrap_err();
    assert!(purged.to_string().contains("append-only"), "only under a record that says so: {purged}");
}

/// Whoever changes the file by hand is found out.
#[test]
fn tampering_is_found() {
    let ledger = Ledger::new();
    ledger.said(&["add", "14", "--unit", "sfj", "--evidence", "a.pdf", "--value", "G2=5", "一"]);
    ledger.said(&["add", "14", "--unit", "sfj", "二"]);
    ledger.said(&["delete", "2", "--yes"]);
    ledger.assert_sound();
    let sound = std::fs::read(&ledger.path).unwrap();
    for sql in [
        "UPDATE entry SET progress = '二'",
        "UPDATE entry SET revision = 7",
        "UPDATE entry SET deleted_at = 1",
        "DELETE FROM evidence",
        "UPDATE standing SET entries = 2",
        "DELETE FROM standing",
        "DROP TRIGGER history_no_update; UPDATE history SET operator = 'x'",
        "DROP TRIGGER history_no_update; UPDATE history SET body = replace(body, '一', '二'); UPDATE entry SET progress = '二'",
        "DROP TRIGGER history_no_delete; DELETE FROM history WHERE kind = 'entry'",
        "DROP TRIGGER history_no_delete; DELETE FROM history WHERE kind = 'plan'",
        "PRAGMA foreign_keys = OFF; DELETE FROM standing; DELETE FROM entry",
        "UPDATE reading SET value = '4'",
        "UPDATE reading SET value = '5.0'",
        "UPDATE reading SET source = '县统计局'",
        "UPDATE reading SET unit = 'bb'",
        "UPDATE reading SET day = '2025-01-01'",
        "DELETE FROM reading",
        "INSERT INTO reading(entry, indicator, unit, day, value) SELECT id, 'G2', unit, day, '7' FROM entry WHERE id = 2",
        "INSERT INTO evidence(entry, sort, kind, ref) VALUES (2, 1, 'path', 'a.pdf')",
        "PRAGMA foreign_keys = OFF; INSERT INTO evidence(entry, sort, kind, ref) VALUES (9, 1, 'path', 'a.pdf')",
        "UPDATE plan SET body = replace(body, '90', '80')",
        "UPDATE plan SET body = body || char(10) || '# x'",
        "UPDATE plan SET sha256 = zeroblob(32)",
        "UPDATE plan SET title = title || '一'",
        "UPDATE task SET title = '一' WHERE no = 3",
        "UPDATE task SET grp = 1 WHERE no = 21",
        "UPDATE unit SET name = '一' WHERE code = 'sfj'",
        "DELETE FROM unit_alias",
        "DELETE FROM unit_member WHERE unit IN (SELECT unit FROM unit_member LIMIT 1)",
        "UPDATE assignment SET as_written = '一' WHERE task = 14",
        "DELETE FROM assignment WHERE task = 1 AND role = 'support'",
    ] {
        let ledger = Ledger::missing();
        std::fs::write(&ledger.path, &sound).unwrap();
        let db = Connection::open(&ledger.path).unwrap();
        let before = db.total_changes();
        db.execute_batch(sql).expect(sql);
        assert!(db.total_changes() > before || sql.contains("DROP"), "nothing was changed: {sql}");
        assert!(ledger.reader().verify().unwrap().is_err(), "{sql}");
    }
}
