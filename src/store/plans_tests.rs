//! Every statement of the store is held against the query planner: it uses an index, and does not sort.

use std::fmt::Write as _;

use rusqlite::Connection;

use super::{pages, rows, versions};

/// Statements that read everything on purpose: the plan at opening, proofs, rebuilding.
const READS_ALL: [&str; 16] = [
    "SELECT kind, object, body FROM act",
    "SELECT a.kind, a.object",
    "SELECT a.kind, a.object FROM act a",
    "SELECT DISTINCT kind, object FROM history h WHERE kind NOT IN",
    "SELECT {}, e.deleted_at FROM entry e ORDER BY e.id",
    "SELECT body FROM plan",
    "SELECT id, body, sha256 FROM plan",
    "SELECT * FROM ",
    "SELECT DISTINCT r.entry FROM reading r",
    "SELECT DISTINCT v.entry FROM evidence v",
    "SELECT entry, value FROM reading",
    "SELECT seq, at, operator, key_fp",
    "SELECT (SELECT journal_mode",
    "SELECT DISTINCT object FROM history h",
    "SELECT p.task, p.unit FROM",
    "SELECT {} FROM entry e WHERE e.deleted_at IS NULL\"",
];

/// The string literals of the store's sources that are statements.
fn statements() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).expect("the store's folder") {
        let path = file.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("a source");
        if path.ends_with("plans_tests.rs") {
            continue;
        }
        for (i, literal) in text.split('"').enumerate() {
            let verb = ["SELECT ", "UPDATE ", "DELETE FROM"].iter().any(|v| literal.starts_with(v));
            if i % 2 == 1 && verb {
                found.push(literal.to_owned());
            }
        }
    }
    found
}

fn steps(db: &Connection, sql: &str) -> String {
    let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
    let empty = vec![None::<String>; statement.parameter_count()];
    let mut rows = statement.query(rusqlite::params_from_iter(empty)).expect(sql);
    let mut steps = String::new();
    while let Some(r) = rows.next().expect("a step") {
        let _ = writeln!(steps, "{}", r.get::<_, String>(3).expect("its text"));
    }
    steps
}

#[test]
fn every_statement_uses_an_index() {
    let db = Connection::open_in_memory().expect("memory");
    for step in [super::create::SCHEMA_1, super::create::SCHEMA_3] {
        db.execute_batch(step).expect("the schema");
    }
    let found = statements();
    assert!(found.len() > 30, "the sources no longer look as this test reads them: {}", found.len());
    let mut wrong = String::new();
    for sql in found.iter().chain(&pages::all_forms()) {
        let filled = sql.replace("{COLUMNS}", versions::COLUMNS);
        let filled =
            ["{}", "{ENTRY}", "{columns}"].iter().fold(filled, |s, hole| s.replace(hole, rows::ENTRY));
        // The beginning of a page's statement; its whole forms are tried as well.
        let part = filled.ends_with(":until");
        if part
            || READS_ALL.iter().any(|all| format!("{filled}\"").starts_with(&all.replace("{}", rows::ENTRY)))
        {
            continue;
        }
        let steps = steps(&db, &filled);
        // One row from the end of a table is no scan, though the planner calls it so.
        let last = filled.ends_with("FROM history ORDER BY seq DESC LIMIT 1");
        // What a subquery hands over is no table; how it finds its rows is a step of its own.
        let harmless = |s: &str| s == "SCAN CONSTANT ROW" || s.starts_with("SCAN (subquery");
        let scans = steps.lines().any(|s| s.contains("SCAN") && !s.contains("VIRTUAL TABLE") && !harmless(s));
        if scans && !last || steps.contains("TEMP B-TREE") {
            let _ = writeln!(wrong, "{sql}\n{steps}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
