//! Finding entries: how much is read, and that it is what reading every entry finds.

use jiff::civil::date;
use rusqlite::StatementStatus;

use super::*;
use crate::clock::Clock;
use crate::ledger::Actor;
use crate::plan::EMBEDDED;
use crate::store::{Writer, create, rows};

/// A ledger with 1,200 reports of the units that lead the first four tasks, of several days each. Every
/// report says 进展, every hundredth 律师.
fn ledger(folder: &std::path::Path) -> Reader {
    let path = folder.join("l.db");
    let by = Actor { name: "a".to_owned(), origin: String::new(), way: crate::ledger::Way::Local };
    create(&path, EMBEDDED, &by, Clock::System.now()).expect("a ledger");
    let reader = Reader::open(&path).expect("a reader");
    let mut writer = Writer::open(&path, reader.plan().clone()).expect("a writer");
    writer
        .db
        .execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
             INSERT INTO entry(plan, task, unit, period, day, status, progress, reporter, typed_by, created_at, updated_at)
             SELECT a.plan, a.task, a.unit, '2025B1', date('2025-01-01', (i * 7 % 90) || ' days'), 'on_track',
               iif(i % 100 = 0, '律师进展,', '有进展') || i, 'a', 'a', 0, 0
             FROM n JOIN assignment a ON a.task = 1 + i % 4 AND a.role = 'lead'",
            [],
        )
        .expect("reports");
    writer.rebuild_search().expect("an index");
    reader
}

/// How often entries were read one by one.
fn read(reader: &Reader) -> i32 {
    let statement = reader.db.prepare_cached(&rows::one_entry()).expect("a statement");
    statement.get_status(StatementStatus::Run)
}

#[test]
fn a_page_of_hits_reads_no_more_than_it_shows() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = ledger(folder.path());
    let of = PageOf::all(date(2025, 12, 31));
    let hunt = reader.hunt("进展").expect("a hunt");
    let before = read(&reader);
    let page = reader.hits(&hunt, &of, 5).expect("a page");
    assert_eq!((page.entries.len(), page.more), (5, true));
    assert_eq!(read(&reader) - before, 6);
    assert_eq!(page, reader.page(&of, 5).expect("a page"), "all entries hold it");
    let last = page.entries.last().map(|e| (e.day, e.id));
    let next = reader.hits(&hunt, &PageOf { before: last, ..of }, 5).expect("a page");
    assert_eq!(next, reader.page(&PageOf { before: last, ..of }, 5).expect("a page"));
}

#[test]
fn tasks_of_a_unit_are_found_with_a_look_at_each() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = ledger(folder.path());
    let lead = reader.plan.tasks.first().and_then(crate::plan::Task::lead);
    for unit in [None, lead] {
        let before = read(&reader);
        let tasks = reader.tasks_mentioning("进展", unit, date(2025, 12, 31)).expect("tasks");
        let of = |t: &TaskNo| reader.plan.task(*t).and_then(crate::plan::Task::lead);
        let wanted = (1..=4).map(TaskNo).filter(|t| unit.is_none() || of(t) == unit);
        assert_eq!(tasks, wanted.collect());
        assert_eq!(usize::try_from(read(&reader) - before), Ok(tasks.len()));
    }
}

#[test]
fn few_and_many_candidates_give_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = ledger(folder.path());
    let all = PageOf::all(date(2025, 2, 20));
    let unit = reader.plan.tasks.get(1).and_then(crate::plan::Task::lead);
    for text in ["律师", "进展,", "律师进", ",2", "没有", ",", "", "进展1100"] {
        let [few, many] = [usize::MAX, 0].map(|few| reader.hunt_reading(text, few).expect("a hunt"));
        for of in [
            all,
            PageOf { unit, ..all },
            PageOf { task: Some(TaskNo(1)), since: Some(date(2025, 2, 1)), ..all },
            PageOf { before: Some((date(2025, 2, 3), EntryId(500))), ..all },
        ] {
            for most in [1, 7, usize::MAX] {
                let [one, other] = [&few, &many].map(|h| reader.hits(h, &of, most).expect("a page"));
                assert_eq!(one, other, "{text} {of:?} {most}");
            }
            let [one, other] = [&few, &many].map(|h| reader.tasks_of(h, &of).expect("tasks"));
            assert_eq!(one, other, "{text} {of:?}");
        }
    }
}

/// Reports of some hanzi and letters each, made without chance but without order.
fn scattered(folder: &std::path::Path) -> Reader {
    let reader = ledger(folder);
    let writer = Writer::open(&folder.join("l.db"), reader.plan().clone());
    let mut writer = writer.expect("a writer");
    let signs: Vec<char> = "公证处工作长重设绿律师法ghcGz3,\n".chars().collect();
    let mut seed = 7_usize;
    let mut text = |most: usize| -> String {
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seed >> 33
        };
        let length = next() % most;
        (0..length).map(|_| signs[next() % signs.len()]).collect()
    };
    for id in 1..=1200 {
        let set = "UPDATE entry SET progress = ?1, problems = ?2 WHERE id = ?3";
        writer.db.execute(set, (text(9) + "x", text(7), id)).expect("a text");
    }
    writer.rebuild_search().expect("an index");
    reader
}

#[test]
fn letters_find_what_reading_every_entry_finds() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = scattered(folder.path());
    let all = PageOf::all(date(2025, 12, 31));
    let every = reader.page(&all, usize::MAX).expect("all entries").entries;
    assert_eq!(every.len(), 1200);
    for text in [
        "gzc",
        "gongzhengchu",
        "gong zheng chu",
        "公zc",
        "gongz",
        "zzz",
        "ggg",
        "gz3",
        "lvshi",
        "lushif",
        "chong工",
        "zhangchang",
        "zhong",
        "shefa",
        "xyz",
        "gzcg",
        "hch",
        "333a",
    ] {
        let wanted: Vec<&Entry> = every
            .iter()
            .filter(|e| gram::texts(e).iter().any(|t| !crate::text::hits(t, text).is_empty()))
            .collect();
        for few in [usize::MAX, 0] {
            let hunt = reader.hunt_reading(text, few).expect("a hunt");
            let hits = reader.hits(&hunt, &all, usize::MAX).expect("a page").entries;
            assert_eq!(hits.iter().collect::<Vec<_>>(), wanted, "{text} {few}");
            let tasks: BTreeSet<TaskNo> = wanted.iter().map(|e| e.task).collect();
            assert_eq!(reader.tasks_of(&hunt, &all).expect("tasks"), tasks, "{text} {few}");
        }
    }
}

#[test]
fn a_frequent_word_is_asked_for_from_its_latest_entry_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = ledger(folder.path());
    let question = gram::question("进展").expect("a question");
    let ids = candidates(&reader.db, &question, i64::MAX, 10).expect("candidates");
    let mut falling = Falling { question, ids, all: false };
    for (id, held, read) in [(1201, false, 10), (1195, true, 10), (1190, true, 1200), (1, true, 1200)] {
        assert_eq!((falling.holds(&reader.db, id).ok(), falling.ids.len()), (Some(held), read), "{id}");
    }
}

#[test]
fn letters_that_spell_something_rare_read_few_entries() {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = ledger(folder.path());
    let of = PageOf::all(date(2025, 12, 31));
    for (text, hits) in [("lvshij", 12), ("lsj", 12), ("yjz77", 11), ("lszjz", 0)] {
        let hunt = reader.hunt(text).expect("a hunt");
        let before = read(&reader);
        let page = reader.hits(&hunt, &of, usize::MAX).expect("a page");
        assert_eq!(page.entries.len(), hits, "{text}");
        assert_eq!(usize::try_from(read(&reader) - before), Ok(hits), "{text}");
    }
}
