//! Ledgers of every schema that was released are brought up to date, by one of many, with a copy kept.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::beside;
use crate::support::Home;

const RELEASED: [(&str, &str); 1] =
    [(include_str!("../../data/schema/001.sql"), include_str!("../fixtures/schema-1.sql"))];

/// The schema of this program.
const NOW: u32 = 3;

/// A ledger as the program of schema 1 left it.
pub fn old(path: &Path) {
    let (schema, rows) = RELEASED[0];
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let db = Connection::open(path).unwrap();
    db.pragma_update(None, "application_id", 0x6475_626e).unwrap();
    db.pragma_update(None, "journal_mode", "WAL").unwrap();
    db.execute_batch(&format!("PRAGMA foreign_keys = OFF; BEGIN; {schema} PRAGMA user_version = 1;"))
        .unwrap();
    db.execute_batch(&format!("{rows} COMMIT;")).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

/// Everything that a ledger holds, table by table.
fn content(path: &Path) -> Vec<String> {
    let db = Connection::open(path).unwrap();
    let mut out = Vec::new();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'gram*' ORDER BY name";
    let mut names = db.prepare(names).unwrap();
    let names: Vec<String> = names.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(names.len() > 10);
    for name in names {
        let mut rows = db.prepare(&format!("SELECT * FROM \"{name}\" ORDER BY 1, 2")).unwrap();
        // What came later says nothing of what was there before.
        let later = ["review", "review_note", "reviewed_by", "highlight"];
        let names = rows.column_names().map(ToOwned::to_owned).collect::<Vec<_>>();
        let columns: Vec<usize> = (0..names.len()).filter(|i| !later.contains(&names[*i].as_str())).collect();
        let mut rows = rows.query([]).unwrap();
        while let Some(r) = rows.next().unwrap() {
            let row: Vec<String> = columns.iter().map(|i| format!("{:?}", r.get_ref(*i).unwrap())).collect();
            out.push(format!("{name} {}", row.join("|")));
        }
    }
    out
}

fn version(path: &Path) -> u32 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |r| r.get(0)).unwrap()
}

#[test]
fn what_was_released_never_changes() {
    let released = ["b8871aee0ebad3315dbe84f06769042be20313a5895d4c627c71fbd984736442"];
    for ((schema, _), sha) in RELEASED.iter().zip(released) {
        let found = crate::hex(&Sha256::digest(schema.as_bytes()));
        assert_eq!(found, sha, "people have ledgers made by this; write a further step instead");
    }
}

#[test]
fn an_old_ledger_keeps_everything_it_holds() {
    let home = Home::new();
    old(&home.db());
    let before = content(&home.db());
    // Looking is enough.
    assert!(home.run(["log", "--text", "受理41"]).ok().starts_with("#1 "));
    assert!(content(&home.db()) == before && version(&home.db()) == NOW);
    let proved = home.json(["verify"]);
    assert_eq!((&proved["sound"], &proved["seq"]), (&true.into(), &13.into()));
    // The search index, values, evidence, the record of a deleted entry, and what can be undone.
    assert!(home.run(["log", "--text", "调成38"]).ok().contains("#1"));
    assert!(home.run(["log", "--text", "覆盖率"]).ok().starts_with("还没有"));
    let entry = &home.json(["show", "14"])["last_entry"];
    assert_eq!((&entry["values"]["G2"], &entry["evidence"][0]["kind"]), (&"6".into(), &"doc_no".into()));
    assert_eq!(home.json(["history", "3"]).as_array().unwrap().len(), 4);
    home.run(["edit", "1", "--percent", "90"]).ok();
    home.run(["verify"]).ok();
    // The copy is the ledger before, of its schema, and can be used.
    let kept = beside(&home.db(), "-schema1-");
    assert_eq!(kept.len(), 1);
    assert_eq!((version(&kept[0]), crate::mode(&kept[0])), (1, crate::mode(&home.db())));
    assert!(content(&kept[0]) == before);
}

#[test]
fn an_upgraded_ledger_has_the_schema_of_a_new_one() {
    let schema = |path: &Path| -> Vec<String> {
        let db = Connection::open(path).unwrap();
        let mut all = db
            .prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
            .unwrap();
        all.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let (new, up) = (Home::new(), Home::new());
    new.run(["init"]).ok();
    old(&up.db());
    up.run(["list"]).ok();
    assert_eq!(schema(&new.db()), schema(&up.db()));
    assert_eq!(version(&new.db()), NOW);
}

#[test]
fn of_sixteen_first_starts_one_brings_it_up_to_date() {
    let home = Home::new();
    old(&home.db());
    let words = |n: usize| match n % 4 {
        0 => vec!["list"],
        1 => vec!["add", "14", "--unit", "sfj", "--date", "2025-06-20", "又一件"],
        2 => vec!["verify"],
        _ => vec!["log", "--all"],
    };
    let start = |n| {
        let mut command = home.call(words(n)).command();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let all: Vec<_> = (0..16).map(start).collect();
    for started in all {
        let ended = started.wait_with_output().unwrap();
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    }
    assert_eq!((version(&home.db()), beside(&home.db(), "-schema1-").len()), (NOW, 1));
    assert_eq!(home.json(["verify"])["seq"], 17);
    assert_eq!(beside(&home.db(), "-new-").len(), 0, "nothing half-made stays");
}

#[test]
fn what_cannot_be_brought_up_to_date_stays_as_it_was() {
    let home = Home::new();
    old(&home.db());
    // Something in the way of the step itself.
    Connection::open(home.db()).unwrap().execute_batch("DROP TRIGGER history_no_update").unwrap();
    let before = content(&home.db());
    for (lang, said) in [("zh", "没有升成,原文件没有动"), ("en", "could not be brought from format 1 to 3")]
    {
        let sentence = home.call(["list"]).env("DUBAN_LANG", lang).run().refused(7);
        assert!(sentence.contains(said), "{sentence}");
    }
    assert!(content(&home.db()) == before && version(&home.db()) == 1);
    assert_eq!(beside(&home.db(), "-schema1-").len() + beside(&home.db(), "-new-").len(), 0);
}

#[test]
fn a_newer_ledger_is_not_written_to_even_where_only_its_log_says_so() {
    let home = Home::new();
    home.run(["init"]).ok();
    // A newer program is at it, and its step is still in the log.
    let newer = home.sql();
    newer.pragma_update(None, "user_version", NOW + 1).unwrap();
    for words in [vec!["list"], vec!["add", "14", "--unit", "sfj", "好"], vec!["backup"], vec!["verify"]] {
        let said = home.run(&words).refused(7);
        assert!(said.contains("更新版本"), "{words:?} {said}");
    }
    let rows: i64 = newer.query_row("SELECT count(*) FROM history", [], |r| r.get(0)).unwrap();
    assert_eq!(rows, 1);
}
