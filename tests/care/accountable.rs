//! What whoever changes the file past the program cannot hide, and what only a noted head proves.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use crate::support::Home;
use crate::{head, reported};

/// As somebody with the file and a database shell does it: the guards are taken off first.
fn unguarded(home: &Home) -> Connection {
    let db = home.sql();
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; DROP TRIGGER history_no_update; DROP TRIGGER history_no_delete",
    )
    .unwrap();
    db
}

fn faults(home: &Home) -> Vec<String> {
    let said = home.run(["verify"]);
    assert_eq!(said.code, 7, "{}", said.out);
    said.err.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn a_changed_text_standing_and_body_are_each_named() {
    let home = reported();
    let db = unguarded(&home);
    db.execute("UPDATE entry SET progress = '受理99件' WHERE id = 1", []).unwrap();
    db.execute("UPDATE standing SET entries = 7 WHERE task = 3", []).unwrap();
    db.execute("UPDATE history SET body = replace(body, '42', '24') WHERE seq = 3", []).unwrap();
    let found = faults(&home);
    let named = |what: &str| found.iter().any(|f| f.contains(what));
    assert!(named("进展#1与它最后一次的记录不符"), "{found:?}");
    assert!(named("第3项任务yfzxb的现状"), "{found:?}");
    assert!(named("第3号记录的内容被改过"), "{found:?}");
    assert!(named("进展#2与它最后一次的记录不符"), "the body is no longer what the row says: {found:?}");
    assert_eq!(found.len(), 4, "and nothing else: {found:?}");
    let said = home.call(["verify", "--lang", "en"]).run().err;
    assert!(said.contains("what record 3 holds was changed"), "{said}");
    let kinds: Vec<String> = serde_json::from_str::<serde_json::Value>(
        &home.call(["verify", "--json"]).run().out,
    )
    .unwrap()["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds, ["body", "entry", "entry", "standing"]);
}

#[test]
fn several_changed_records_are_all_named() {
    let home = reported();
    unguarded(&home).execute_batch("UPDATE history SET operator = 'x' WHERE seq IN (2, 4)").unwrap();
    let found = faults(&home);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("第2号记录") && found[1].contains("第4号记录"), "{found:?}");
}

/// Takes the last rows out, and everything that they left.
fn cut(home: &Home, rows: i64) {
    let db = unguarded(home);
    db.execute("DELETE FROM history WHERE seq > (SELECT max(seq) FROM history) - ?1", [rows]).unwrap();
    db.execute_batch(
        "DELETE FROM reading; DELETE FROM evidence; DELETE FROM standing;
         DELETE FROM entry WHERE NOT EXISTS (SELECT 1 FROM history WHERE kind = 'entry' AND object = CAST(entry.id AS TEXT))",
    )
    .unwrap();
}

#[test]
fn a_cut_record_is_found_by_what_was_noted_down() {
    let home = reported();
    let noted = head(&home);
    cut(&home, 3);
    // Whoever cuts with care leaves nothing that the ledger itself could tell.
    assert_eq!(home.json(["verify"])["seq"], 1);
    let said = home.run(["verify", "--expect", &noted]);
    assert!(said.code == 7 && said.err.contains("记下的第4号记录"), "{}", said.err);
    // Also when as many are written anew.
    for n in 0..3 {
        home.add("14", "sfj", "2025-06-20", &format!("别的{n}"), &[]);
    }
    assert_eq!(home.json(["verify"])["seq"], 4);
    assert_eq!(home.run(["verify", "--expect", &noted]).code, 7);
}

/// A cut without such care is found without anything noted down.
#[test]
fn a_cut_that_leaves_the_entries_is_found() {
    let home = reported();
    unguarded(&home).execute_batch("DELETE FROM history WHERE seq > 1").unwrap();
    assert!(faults(&home).len() >= 3);
}

/// The chain's hash, written again from its description: the previous hash, then every column with its length.
fn rechain(db: &Connection) {
    let mut previous = [0u8; 32];
    let last: i64 = db.query_row("SELECT max(seq) FROM history", [], |r| r.get(0)).unwrap();
    for seq in 1..=last {
        let body: String =
            db.query_row("SELECT body FROM history WHERE seq = ?1", [seq], |r| r.get(0)).unwrap();
        let digest: [u8; 32] = Sha256::digest(body.as_bytes()).into();
        let hex = crate::hex(&digest);
        let columns: Vec<Option<String>> = db
            .query_row(
                "SELECT CAST(seq AS TEXT), CAST(at AS TEXT), operator, key_fp, origin, kind, object, action, plan,
                        CAST(task AS TEXT), unit, CAST(stands AS TEXT), CAST(undoes AS TEXT) FROM history WHERE seq = ?1",
                [seq],
                |r| (0..13).map(|i| r.get(i)).collect(),
            )
            .unwrap();
        let mut sha = Sha256::new();
        sha.update(previous);
        for column in columns.into_iter().chain([Some(hex)]) {
            sha.update(column.as_ref().map_or(u64::MAX, |c| c.len() as u64).to_be_bytes());
            sha.update(column.unwrap_or_default());
        }
        previous = sha.finalize().into();
        db.execute(
            "UPDATE history SET body_sha = ?2, hash = ?3 WHERE seq = ?1",
            params![seq, digest.as_slice(), previous.as_slice()],
        )
        .unwrap();
    }
}

#[test]
fn a_recomputed_chain_is_found_by_what_was_noted_down() {
    let home = reported();
    let noted = head(&home);
    let db = unguarded(&home);
    // Nothing is changed, so nothing may come out otherwise: the description of the hash is the right one.
    rechain(&db);
    home.run(["verify", "--expect", &noted]).ok();
    db.execute_batch(
        "UPDATE history SET body = replace(body, '受理42件', '受理99件');
         UPDATE entry SET progress = '受理99件' WHERE id = 2",
    )
    .unwrap();
    assert!(faults(&home).iter().any(|f| f.contains("第3号记录")));
    rechain(&db);
    assert_eq!(home.json(["verify"])["seq"], 4, "by itself the ledger holds");
    let said = home.run(["verify", "--expect", &noted]);
    assert!(said.code == 7 && said.err.contains("记下的第4号记录"), "{}", said.err);
}

#[test]
fn the_papers_say_what_is_promised_and_what_is_not() {
    for (paper, words) in [
        (include_str!("../../README.md"), ["--expect SEQ:HASH", "does not prove", "purge"]),
        (include_str!("../../README.zh-CN.md"), ["--expect", "不能证明", "purge"]),
    ] {
        for word in words {
            assert!(paper.contains(word), "{word}");
        }
    }
}
