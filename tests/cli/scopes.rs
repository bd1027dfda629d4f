//! A look-up that reads the standings of some pairs only says what it would say with all of them.

use duban::clock::Instant;
use duban::plan::{Task, UnitIx};
use duban::query::{Filter, Sort, due, in_words, light_counts, row, rows, trouble};
use duban::store::{Reader, Scope, Snapshot};
use jiff::civil::{Date, date};

use crate::support::Home;

/// Today, the same with the record of an earlier moment, and an earlier day.
fn moments(today: Date) -> [(Date, Option<Instant>); 3] {
    let then = date(2024, 6, 30).to_zoned(jiff::tz::TimeZone::UTC).expect("a moment").timestamp();
    [(today, None), (today, Some(Instant(then.as_millisecond()))), (date(2024, 5, 6), None)]
}

fn said_of_task(snapshot: &Snapshot, task: &Task) -> String {
    let row = row(snapshot, task, None);
    let numbers: Vec<_> =
        snapshot.plan.indicators_of(Some(task.no)).map(|i| snapshot.readings.get(i.id.as_str())).collect();
    format!(
        "{row:?} {:?} {numbers:?} {}",
        trouble(snapshot, task),
        in_words(snapshot, &row, duban::strings::Lang::Zh)
    )
}

fn said_of_unit(snapshot: &Snapshot, unit: UnitIx) -> String {
    format!("{:?}", rows(snapshot, &Filter { unit: Some(unit), ..Filter::default() }, Sort::Task))
}

#[test]
fn what_is_left_out_changes_no_answer() {
    let home = Home::new();
    let path = home.path("demo.db");
    let words =
        ["demo", "--db", path.to_str().unwrap(), "--entries", "600", "--seed", "7", "--as-of", "2026-06-24"];
    home.run(words).ok();
    let today = date(2026, 6, 24);
    let reader = Reader::open(&path).expect("a ledger");
    for (as_of, known_at) in moments(today) {
        let of = |scope| reader.snapshot_of(scope, as_of, today, known_at).expect("a snapshot");
        let (all, leads) = (of(Scope::All), of(Scope::Leads));
        assert!(leads.standings.len() < all.standings.len() && leads.standings.len() > 10);
        assert_eq!(format!("{:?}", due(&leads, None)), format!("{:?}", due(&all, None)));
        let counts = |snapshot| format!("{:?}", light_counts(snapshot, &Filter::default()));
        assert_eq!(counts(&leads), counts(&all));
        for (unit, _) in all.plan.units() {
            assert_eq!(said_of_unit(&of(Scope::Unit(unit)), unit), said_of_unit(&all, unit));
        }
        for task in &all.plan.tasks {
            assert_eq!(
                said_of_task(&of(Scope::Task(task.no)), task),
                said_of_task(&all, task),
                "{:?}",
                task.no
            );
        }
    }
}
