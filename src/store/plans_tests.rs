//! Every statement of the store is held against the query planner: the table of plans names the index that it uses,
//! and none reads a whole table or sorts but where it is meant to.
//!
//! Two ways look at it. The statements in the sources are explained, and a walk through everything that the store
//! can do is watched: SQLite counts the rows that it stepped through without an index, and the rows that it sorted.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use jiff::civil::{Date, date};
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, StatementStatus};

use super::{
    Decision, PageOf, Reader, StoreError, When, Writer, fill, pages, rows, schema, spelling, versions,
};
use crate::clock::Instant;
use crate::ledger::{
    Action, Actor, EntryId, Evidence, NewEntry, Percent, Period, PeriodKind, Reading, Reviewed, Revision,
    Status,
};
use crate::plan::{EMBEDDED, Plan};

/// The table of plans.
const PLANS: &str = include_str!("../../tests/plans.txt");

/// Statements that read everything on purpose: the plan at opening, proofs, rebuilding, the settings of the search
/// index; and two that sort a few rows: those about one entry, and the purges since a moment.
const READS_ALL: [&str; 22] = [
    "SELECT kind, object, body FROM act",
    "SELECT entry, ",
    "SELECT key, value FROM meta",
    "SELECT a.kind, a.object",
    "SELECT h.seq, h.at, h.operator, h.origin, h.action, h.kind, h.object, h.body FROM act a",
    "SELECT DISTINCT kind, object FROM history h WHERE kind NOT IN",
    "SELECT (SELECT value FROM meta",
    "SELECT octet_length(body) FROM plan",
    "SELECT k, v FROM 'main'.'gram_config'",
    "SELECT (SELECT count(*) FROM entry)",
    "SELECT name, sql FROM sqlite_schema",
    "SELECT h.seq, h.at, h.operator, h.origin, h.action, h.object, h.task, h.unit, h.undoes, h.body, h.kind \
     FROM history h WHERE h.kind IN ('entry', 'purge') AND h.object = ?1 ORDER BY h.seq\"",
    "SELECT {}, e.deleted_at FROM entry e ORDER BY e.id",
    "SELECT body FROM plan\"",
    "SELECT id, body, sha256 FROM plan",
    "SELECT * FROM ",
    "SELECT DISTINCT r.entry FROM reading r",
    "SELECT DISTINCT v.entry FROM evidence v",
    "SELECT seq, at, operator, key_fp",
    "SELECT DISTINCT object FROM history",
    "SELECT p.task, p.unit FROM",
    "SELECT {} FROM entry e WHERE e.deleted_at IS NULL ORDER BY e.id\"",
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

fn steps(db: &Connection, sql: &str) -> Vec<String> {
    let mut statement = db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
    let empty = vec![None::<String>; statement.parameter_count()];
    let found = statement.query_map(rusqlite::params_from_iter(empty), |r| r.get(3)).expect(sql);
    found.collect::<Result<_, _>>().expect(sql)
}

/// Everything that the planner is asked, each statement with its steps, in order.
fn plans() -> Vec<(String, Vec<String>)> {
    let mut db = Connection::open_in_memory().expect("memory");
    let tx = db.transaction().expect("a transaction");
    schema::lift(&tx, 0).expect("the schema");
    tx.commit().expect("a commit");
    spelling::prepare(&db).expect("the view of the index");
    let found = statements();
    assert!(found.len() > 30, "the sources no longer look as this test reads them: {}", found.len());
    let mut plans = BTreeMap::new();
    for sql in found.iter().chain(&pages::all_forms()) {
        let filled = sql.replace("{COLUMNS}", versions::COLUMNS);
        let filled =
            ["{}", "{ENTRY}", "{columns}"].iter().fold(filled, |s, hole| s.replace(hole, rows::ENTRY));
        // The beginning of a page's statement; its whole forms are tried as well.
        if !filled.ends_with(":until") {
            let one_line = filled.split_whitespace().collect::<Vec<_>>().join(" ");
            plans.insert(one_line, steps(&db, &filled));
        }
    }
    plans.into_iter().collect()
}

/// Whether a statement is to read everything.
fn is_meant(sql: &str) -> bool {
    let whole = format!("{sql}\"");
    READS_ALL.iter().any(|all| whole.starts_with(&all.replace("{}", rows::ENTRY)))
}

#[test]
fn every_statement_uses_an_index() {
    let mut wrong = String::new();
    for (sql, steps) in plans().iter().filter(|(sql, _)| !is_meant(sql)) {
        // One row from the end of a table is no scan, though the planner calls it so.
        let last = sql.ends_with("FROM history ORDER BY seq DESC LIMIT 1");
        // What a subquery hands over is no table; how it finds its rows is a step of its own.
        let harmless = |s: &str| s == "SCAN CONSTANT ROW" || s.starts_with("SCAN (subquery");
        let scans = steps.iter().any(|s| s.contains("SCAN") && !s.contains("VIRTUAL TABLE") && !harmless(s));
        if scans && !last || steps.iter().any(|s| s.contains("TEMP B-TREE")) {
            let _ = writeln!(wrong, "{sql}\n{steps:#?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// `DUBAN_WRITE_PLANS=1` writes the table anew; what it changes is to be looked at.
#[test]
fn every_statement_goes_the_way_of_the_table() {
    let mut table = String::new();
    for (sql, steps) in plans() {
        let steps: String = steps.iter().fold(String::new(), |all, s| all + "    " + s + "\n");
        let _ = writeln!(table, "{sql}\n{steps}");
    }
    if std::env::var_os("DUBAN_WRITE_PLANS").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plans.txt"), &table).expect("the table");
        return;
    }
    for (found, expected) in table.split("\n\n").zip(PLANS.split("\n\n")) {
        assert_eq!(found, expected, "if it is meant: DUBAN_WRITE_PLANS=1 cargo test --lib plans");
    }
    assert_eq!(table.len(), PLANS.len());
}

/// What a connection did: each statement, with rows stepped through without an index and rows sorted.
type Done = Arc<Mutex<BTreeMap<String, (i32, i32)>>>;

fn watch(db: &mut Connection, done: &Done) {
    let done = Arc::clone(done);
    let note = move |event: TraceEvent<'_>| {
        if let TraceEvent::Profile(statement, _) = event {
            let [scanned, sorted, own] =
                [StatementStatus::FullscanStep, StatementStatus::Sort, StatementStatus::AutoIndex]
                    .map(|s| statement.get_status(s));
            let sql = statement.sql().split_whitespace().collect::<Vec<_>>().join(" ");
            let mut done = done.lock().expect("nobody fell over");
            let most = done.entry(sql).or_default();
            *most = (most.0.max(scanned), most.1.max(sorted + own));
        }
    };
    db.trace_v2(TraceEventCodes::SQLITE_TRACE_PROFILE, Some(note)).expect("a watch");
}

const DAY: Date = date(2025, 6, 24);

fn at(hours: i64) -> Instant {
    Instant(1_700_000_000_000 + hours * 3_600_000)
}

fn by() -> Actor {
    Actor { name: "a".to_owned(), origin: String::new(), way: crate::ledger::Way::Local }
}

fn report(plan: &Plan, n: i64) -> NewEntry {
    let task = &plan.tasks[usize::try_from(n).expect("a number") % plan.tasks.len()];
    let day = at(n).local().date();
    let indicator = plan.indicators_of(Some(task.no)).next();
    let reading = indicator.map(|i| Reading {
        indicator: i.id.to_string(),
        value: "1".parse().expect("a value"),
        source: String::new(),
    });
    NewEntry {
        task: task.no,
        unit: task.lead().expect("a lead"),
        period: Period::containing(day, PeriodKind::TwoMonths),
        day,
        status: if n % 40 == 0 { Status::Done } else { Status::OnTrack },
        percent: None,
        progress: format!("{}进展{n}", if n % 700 == 0 { "律师" } else { "" }),
        problems: String::new(),
        next_steps: String::new(),
        readings: reading.into_iter().collect(),
        evidence: vec![Evidence::guessed("台账/1.pdf")],
        reporter: String::new(),
    }
}

/// Every question, about now, an earlier day and an earlier moment.
fn ask(reader: &Reader) -> Result<(), StoreError> {
    let plan = reader.plan().clone();
    let (task, unit) = (plan.tasks[13].no, plan.tasks[13].lead().expect("a lead"));
    for (day, known_at) in [(DAY, None), (date(2024, 1, 1), None), (DAY, Some(at(900))), (DAY, Some(at(1)))] {
        let when = When { until: day, known_at };
        reader.snapshot(day, DAY, known_at)?;
        reader.newest(None, when, 3)?;
        reader.newest(Some(unit), when, 3)?;
        let place = reader.place_of(Some(1200), known_at)?;
        for bits in 0..16 {
            let of = |bit: u8| bits & bit != 0;
            let page = PageOf {
                task: of(1).then_some(task),
                unit: of(2).then_some(unit),
                since: of(4).then_some(date(2023, 12, 1)),
                before: place.filter(|_| of(8)),
                ..PageOf::all(when)
            };
            reader.page(&page, 20)?;
            for text in ["进展", "律师", "没有的", ","] {
                reader.hits(&reader.hunt(text)?, &page, 20)?;
            }
        }
        for text in ["进展", "律师", "没有的"] {
            reader.tasks_mentioning(text, None, when)?;
            reader.tasks_mentioning(text, Some(unit), when)?;
        }
    }
    reader.history(EntryId(3))?;
    reader.task_history(task, None, 20)?;
    reader.task_history(task, Some(unit), 20)?;
    reader.log_of_changes(None, 20)?;
    reader.log_of_changes(Some(100), 20)?;
    reader.version_before(EntryId(3), 5000)?;
    reader.last_changes("a", 2)?;
    reader.last_undos("a", 2)?;
    Ok(())
}

/// Every way to write.
fn write(writer: &mut Writer) -> Result<(), StoreError> {
    let plan = writer.plan.clone();
    for n in 0..3 {
        writer.add(&by(), at(4000 + n), |now| {
            let new = report(&plan, 4000 + n);
            now.status_before(new.task, new.unit, new.day)?;
            Ok::<_, StoreError>((new, Reviewed::default()))
        })?;
    }
    for (action, undoes) in [(Action::Edit, None), (Action::Undo, Some(2002))] {
        writer.change(EntryId(14), &by(), at(4100), |found| {
            found.at_revision(Revision(1))?;
            found.at_seq(15)?;
            found.is_undone(15)?;
            let (new, review) = (Box::new(report(&plan, 34)), Reviewed::default());
            Ok::<_, StoreError>(Decision::Put { action, new, review, undoes })
        })?;
    }
    writer.change(EntryId(15), &by(), at(4200), |_| {
        Ok::<_, StoreError>(Decision::Remove(Action::Delete, None))
    })?;
    Ok(())
}

#[test]
fn nothing_that_is_done_reads_a_whole_table_or_sorts() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("l.db");
    let mut n = 0;
    fill(&path, EMBEDDED, &by(), at(0), |to| {
        for _ in 0..2000 {
            n += 1;
            let new = report(to.plan(), n);
            let (entry, _) = to.add(&by(), at(n), &new)?;
            if n % 50 == 0 {
                to.put(
                    (&by(), at(n), Action::Edit),
                    &entry,
                    &NewEntry { percent: Percent::new(5), ..new },
                    None,
                )?;
            }
        }
        Ok(false)
    })
    .expect("a ledger");
    let done = Done::default();
    let mut reader = Reader::open(&path).expect("a reader");
    let mut writer = Writer::open(&path, reader.plan().clone()).expect("a writer");
    watch(&mut reader.db, &done);
    watch(&mut writer.db, &done);
    ask(&reader).expect("answers");
    write(&mut writer).expect("written");
    let done = done.lock().expect("nobody fell over");
    let own = |sql: &&String| PLANS.lines().any(|line| line == **sql);
    assert!(done.keys().filter(own).count() > 35, "the walk no longer does what it did: {done:#?}");
    let wrong: Vec<_> = done.iter().filter(|(sql, found)| **found != (0, 0) && !is_meant(sql)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
