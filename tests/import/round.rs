//! Reports written into a sheet as the template has it and imported are the same reports.

use std::sync::{Arc, LazyLock};

use duban::clock::Clock;
use duban::ledger::{Actor, Coded, Evidence, NewEntry, Percent, Period, PeriodKind, Status};
use duban::ops::{self, Sheet};
use duban::plan::{EMBEDDED, Plan, load};
use duban::sheet::{self, Column};
use duban::store::{Reader, create};
use duban::strings::Lang;
use duban::text::{Lines, clean_input, harmless};
use encoding_rs::GB18030;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

static PLAN: LazyLock<Arc<Plan>> = LazyLock::new(|| Arc::new(load(EMBEDDED).unwrap()));

const TODAY: Date = date(2025, 6, 24);

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[受理审结件,。“”、0-9a-z=+@' \n]{0,30}",
        any::<String>().prop_filter("no control characters", |t| clean_input(t, Lines::Many).is_ok()),
    ]
    .prop_map(|t| clean_input(t.trim(), Lines::Many).unwrap())
    // A workbook cannot hold these; nobody can type them either.
    .prop_map(|t| t.replace(['\u{fffe}', '\u{ffff}'], "").replace("_x", "x").trim().to_owned())
}

fn report() -> impl Strategy<Value = NewEntry> {
    let status = prop_oneof![
        Just(Status::NotStarted),
        Just(Status::OnTrack),
        Just(Status::Behind),
        Just(Status::Done)
    ];
    (
        0..21usize,
        0..800i64,
        status,
        proptest::option::of(0..=100i64),
        [text(), text(), text()],
        "[台账一-十0-9/.]{0,12}",
    )
        .prop_map(|(task, ago, status, percent, [progress, problems, next_steps], evidence)| {
            let task = &PLAN.tasks[task];
            let day = TODAY.checked_sub(ago.days()).unwrap();
            NewEntry {
                task: task.no,
                unit: task.lead().unwrap(),
                period: Period::containing(day, PeriodKind::TwoMonths),
                day,
                status,
                percent: percent.and_then(Percent::new),
                progress: format!("一{progress}"),
                problems,
                next_steps,
                readings: Vec::new(),
                evidence: Some(evidence)
                    .filter(|e| !e.is_empty())
                    .map(|e| Evidence::guessed(&e))
                    .into_iter()
                    .collect(),
                reporter: "王敏".to_owned(),
            }
        })
}

fn cell(new: &NewEntry, column: usize) -> String {
    match column {
        0 => new.task.0.to_string(),
        1 => PLAN.task(new.task).unwrap().title.to_string(),
        2 => PLAN.unit_name(new.unit).to_owned(),
        3 => new.period.to_string(),
        4 => new.day.to_string(),
        5 => new.status.word().zh.to_owned(),
        6 => new.percent.map(|p| format!("{}%", p.get())).unwrap_or_default(),
        7 => new.progress.clone(),
        8 => new.problems.clone(),
        9 => new.next_steps.clone(),
        11 => new.evidence.iter().map(Evidence::line).collect::<Vec<_>>().join("\n"),
        12 => new.reporter.clone(),
        _ => String::new(),
    }
}

fn workbook(all: &[NewEntry]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (at, column) in (0..).zip(Column::all()) {
        sheet.write_string(1, at, column.name().zh).unwrap();
        for (row, new) in (2..).zip(all) {
            if at == 4 {
                let (month, day_of) = (new.day.month().unsigned_abs(), new.day.day().unsigned_abs());
                let typed = ExcelDateTime::from_ymd(new.day.year().unsigned_abs(), month, day_of).unwrap();
                sheet.write_datetime_with_format(row, at, &typed, &day).unwrap();
            } else {
                sheet.write_string(row, at, cell(new, usize::from(at))).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn table(all: &[NewEntry]) -> String {
    let mut to = csv::Writer::from_writer(Vec::new());
    to.write_record(Column::all().map(|c| c.name().zh)).unwrap();
    for new in all {
        to.write_record((0..13).map(|c| harmless(&cell(new, c)).into_owned())).unwrap();
    }
    String::from_utf8(to.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn what_goes_into_a_sheet_comes_out_of_it(all in proptest::collection::vec(report(), 1..6)) {
        let mut all = all;
        all.dedup_by_key(|e| (e.task, e.day, e.progress.clone()));
        let clock = Clock::noon(TODAY);
        let by = Actor { name: "li".to_owned(), origin: String::new(), way: duban::ledger::Way::Local };
        let csv = table(&all);
        for (kind, bytes) in [
            ("xlsx", workbook(&all)),
            ("utf-8", csv.clone().into_bytes()),
            ("gb18030", GB18030.encode(&csv).0.into_owned()),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("l.db");
            create(&path, EMBEDDED, &by, clock.now()).unwrap();
            let reader = Reader::open(&path).unwrap();
            let snapshot = reader.snapshot(TODAY, TODAY, None).unwrap();
            let grids = sheet::read(&bytes).unwrap();
            let lines = sheet::lines(&grids, &snapshot, "li", TODAY, Lang::Zh).unwrap();
            let sheet = Sheet { file: kind.to_owned(), sha256: "0".repeat(64), lines };
            let mut writer = ops::open_to_import(&path, PLAN.clone(), all.len()).unwrap();
            let done = ops::import(&mut writer, &PLAN, sheet, &by, clock, &mut |_| Ok(()));
            let done = done.map_err(|e| TestCaseError::fail(format!("{kind}: {}", e.say(Lang::En))))?;
            let written: Vec<NewEntry> = done.written.iter().map(duban::ledger::Entry::as_new).collect();
            prop_assert_eq!(&written, &all, "{}", kind);
            prop_assert!(reader.verify().unwrap().is_ok());
        }
    }
}
