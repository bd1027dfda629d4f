//! The ledger of invented reports: the same again, believable, and such as could have been typed and saved.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "support/cli.rs"]
mod support;

use std::collections::BTreeSet;
use std::path::Path;

use duban::clock::{Clock, Instant};
use duban::ledger::{Action, Actor, EntryId, Revision, Version};
use duban::ops;
use duban::store::{Reader, Writer, create};
use rusqlite::Connection;
use rusqlite::types::Value;
use support::Home;

const DAY: &str = "2026-11-24";

/// A home whose ledger is a demo of so many entries.
fn demo(entries: &str, seed: &str) -> Home {
    let home = Home::new();
    let db = home.db();
    let words = ["demo", "--db", db.to_str().unwrap(), "--entries", entries, "--seed", seed, "--as-of", DAY];
    assert!(home.run(words).ok().contains(entries));
    home
}

#[test]
fn the_same_seed_makes_the_same_ledger() {
    let exports = |home: &Home| {
        [["log", "--all", "--csv"], ["log", "--all", "--json"], ["verify", "--lang", "en"]]
            .map(|words| home.run(words).ok())
    };
    let [one, again, other] = [demo("400", "7"), demo("400", "7"), demo("400", "8")];
    assert_eq!(exports(&one), exports(&again));
    assert!(exports(&one).iter().zip(exports(&other)).all(|(a, b)| *a != b));
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    let home = demo("30", "1");
    let before = home.rows();
    let db = home.db();
    let said = home.run(["demo", "--db", db.to_str().unwrap(), "--entries", "5"]).refused(2);
    assert!(said.contains(db.to_str().unwrap()), "{said}");
    assert_eq!(home.rows(), before);
    std::fs::write(home.path("notes.txt"), "notes").unwrap();
    let _ = home.run(["demo", "--db", home.path("notes.txt").to_str().unwrap()]).refused(7);
    assert_eq!(std::fs::read_to_string(home.path("notes.txt")).unwrap(), "notes");
    assert!(!home.files().iter().any(|f| f.contains("-new-")), "{:?}", home.files());
    for wrong in [["--entries", "0"], ["--entries", "9000000"], ["--seed", "x"], ["--seed", "-1"]] {
        let _ = home.run(["demo"].iter().chain(&wrong)).refused(2);
    }
}

#[test]
fn without_a_name_it_lies_beside_the_default_ledger_whatever_duban_db_says() {
    let home = Home::new();
    let said = home.run(["demo", "--entries", "20"]).ok();
    let path = home.path("data/duban/demo.db");
    assert!(said.contains(path.to_str().unwrap()), "{said}");
    assert!(path.exists() && !home.db().exists());
}

#[test]
fn a_small_one_has_something_of_everything() {
    let home = demo("150", "1");
    let lights = home.json(["list", "--as-of", DAY]);
    let lights: BTreeSet<&str> = lights["tasks"]
        .as_array()
        .unwrap_or_else(|| lights.as_array().unwrap())
        .iter()
        .map(|t| t["light"].as_str().unwrap())
        .collect();
    assert_eq!(lights, BTreeSet::from(["red", "yellow", "green", "grey", "pending"]));
    let sql = home.sql();
    let all = |sql_text: &str| -> Vec<String> {
        let mut rows = sql.prepare(sql_text).unwrap();
        rows.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let actions = all("SELECT DISTINCT action FROM history WHERE kind = 'entry' ORDER BY 1");
    assert_eq!(actions, ["add", "delete", "edit", "redo", "undo"]);
    assert!(all("SELECT DISTINCT operator FROM history").len() > 4);
    assert!(all("SELECT DISTINCT indicator FROM reading").len() > 10);
    assert!(all("SELECT DISTINCT kind FROM evidence").len() == 3);
}

#[test]
fn a_larger_one_covers_all_units_over_five_years() {
    let home = demo("2500", "3");
    let sql = home.sql();
    let one = |text: &str| -> String { sql.query_row(text, [], |r| r.get(0)).unwrap() };
    assert_eq!(
        one(
            "SELECT coalesce(group_concat(code), '') FROM (SELECT code FROM unit WHERE kind = 'named' AND code NOT IN (SELECT unit FROM entry))"
        ),
        "",
        "units that never report"
    );
    assert!(one("SELECT min(day) FROM entry").as_str() < "2021-12-31");
    assert!(one("SELECT max(day) FROM entry").as_str() > "2026-11-01");
    home.run(["verify"]).ok();
    assert_eq!(one("PRAGMA integrity_check"), "ok", "every row keeps to the schema");
    let strays = sql.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0));
    assert_eq!(strays, Ok(0));
}

/// Saves one after another what the record of a ledger says was done, by the operators' own ways.
fn play(from: &Path, to: &Path) {
    let reader = Reader::open(from).unwrap();
    let sql = Connection::open(from).unwrap();
    let first: (String, String, i64) = sql
        .query_row("SELECT operator, origin, at FROM history WHERE seq = 1", [], |r| {
            Ok((r.get(0)?, r.get(1)?, r.get(2)?))
        })
        .unwrap();
    create(
        to,
        duban::plan::EMBEDDED,
        &Actor { name: first.0, origin: first.1, way: duban::ledger::Way::Local },
        Instant(first.2),
    )
    .unwrap();
    let mine = Reader::open(to).unwrap();
    let plan = mine.plan().clone();
    let mut writer = Writer::open(to, plan.clone()).unwrap();
    let mut all = reader.log_of_changes(None, usize::MAX - 1).unwrap().versions;
    all.reverse();
    for Version { at, operator, origin, action, id, entry, seq, .. } in all {
        let (by, clock) =
            (Actor { name: operator, origin, way: duban::ledger::Way::Local }, Clock::Fixed(at));
        let new = entry.map(|e| e.as_new());
        let w = &mut writer;
        let done = match action {
            Action::Add => ops::add(w, &plan, new.unwrap(), &by, clock).map(|e| assert_eq!(e.id, id)),
            Action::Edit => {
                let base = mine.entry(id).unwrap().unwrap().revision;
                ops::edit(w, &plan, id, base, new.unwrap(), &by, clock).map(|_| ())
            }
            Action::Delete => {
                let base = mine.entry(id).unwrap().map_or(Revision(0), |e| e.revision);
                ops::delete(w, id, base, &by, clock).map(|_| ())
            }
            Action::Undo => {
                let change = ops::undo_preview(&mine, &by).unwrap().unwrap();
                ops::undo(w, &plan, &change, &by, clock).map(|_| ())
            }
            Action::Redo => {
                let change = ops::redo_preview(&mine, &by).unwrap().unwrap();
                ops::redo(w, &plan, &change, &by, clock).map(|_| ())
            }
            Action::Restore | Action::Purge | Action::Approve | Action::Return => {
                panic!("never done by demo")
            }
        };
        done.unwrap_or_else(|e| panic!("row {seq}, {action:?} of {id:?}: {e:?}"));
    }
    assert_eq!(mine.entry(EntryId(i64::MAX)).unwrap(), None);
}

/// Every row of every table that holds work, and every word of the search index with its entries.
fn contents(path: &Path) -> Vec<(String, Vec<Vec<Value>>)> {
    let sql = Connection::open(path).unwrap();
    sql.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'gram', 'instance')").unwrap();
    let all = |(name, text): (&str, &str)| {
        let mut rows = sql.prepare(text).unwrap();
        let columns = rows.column_count();
        let found = rows.query_map([], |r| (0..columns).map(|i| r.get(i)).collect()).unwrap();
        (name.to_owned(), found.collect::<Result<_, _>>().unwrap())
    };
    [
        ("entries", "SELECT * FROM entry ORDER BY id"),
        ("values", "SELECT * FROM reading ORDER BY entry, indicator"),
        ("evidence", "SELECT * FROM evidence ORDER BY entry, sort"),
        ("standings", "SELECT * FROM standing ORDER BY plan, task, unit"),
        ("record", "SELECT * FROM history ORDER BY seq"),
        ("words", "SELECT term, doc FROM words ORDER BY term, doc"),
        ("schema", "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"),
    ]
    .map(all)
    .into()
}

#[test]
fn what_is_written_at_once_is_what_single_saves_would_have_left() {
    let home = demo("250", "5");
    let saved = home.path("saved.db");
    play(&home.db(), &saved);
    let [at_once, one_by_one] = [home.db(), saved].map(|path| contents(&path));
    for ((what, left), (_, right)) in at_once.iter().zip(&one_by_one) {
        assert!(left.len() > 20, "{what}");
        for (left, right) in left.iter().zip(right) {
            assert_eq!(left, right, "{what}");
        }
        assert_eq!(left.len(), right.len(), "{what}");
    }
}
