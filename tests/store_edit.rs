//! Two people at one entry, silent changes of status, versions brought back, values over time.

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

use duban::clock::{Clock, Instant};
use duban::error::{Error, Exit};
use duban::ledger::{
    Action, Coded, EntryId, Field, FieldFault, Judgement, Measured, MeasuredFault, NewEntry, Part, Percent,
    Reading, Revision, Status, judge,
};
use duban::ops;
use duban::plan::Plan;
use duban::store::{Reader, Writer};
use duban::strings::Lang;
use jiff::civil::date;
use ledger::{Ledger, TODAY, actor, lead, report};

struct Bench {
    _ledger: Ledger,
    reader: Reader,
    writer: Writer,
}

fn bench() -> Bench {
    let ledger = Ledger::new();
    let (reader, writer) = (ledger.reader(), ledger.writer());
    Bench { _ledger: ledger, reader, writer }
}

/// The clock so many minutes after noon.
fn clock(minutes: i64) -> Clock {
    Clock::Fixed(Instant(Clock::noon(TODAY).now().0 + minutes * 60_000))
}

fn reading(plan: &Plan, id: &str, typed: &str) -> Reading {
    let indicator = plan.indicators.iter().find(|i| i.id == id).unwrap();
    let value = Measured::parse(plan, indicator, typed).unwrap();
    Reading { indicator: id.to_owned(), value, source: String::new() }
}

#[test]
fn the_second_of_two_loses_nothing() {
    let Bench { _ledger, reader, mut writer } = bench();
    let plan = reader.plan().clone();
    let unit = lead(&reader, 14);
    let first = ops::add(&mut writer, &plan, report(14, unit, TODAY, "一"), &actor("甲"), clock(0)).unwrap();
    let began = first.as_new();
    let theirs = NewEntry { problems: "缺人".to_owned(), percent: Percent::new(40), ..began.clone() };
    let stored =
        ops::edit(&mut writer, &plan, first.id, first.revision, theirs, &actor("乙"), clock(1)).unwrap();
    assert_eq!((stored.entry.revision, stored.merged.as_slice()), (Revision(2), [].as_slice()));

    // What only one side changed goes together by itself.
    let mine = NewEntry { next_steps: "招人".to_owned(), ..began.clone() };
    let both = ops::edit(&mut writer, &plan, first.id, first.revision, mine, &actor("甲"), clock(2)).unwrap();
    assert_eq!(both.merged, [Field::Percent, Field::Problems]);
    let said = (both.entry.problems.as_str(), both.entry.next_steps.as_str(), both.entry.revision);
    assert_eq!(said, ("缺人", "招人", Revision(3)));

    // What both changed is told, with everything needed to choose, and nothing is written.
    let mine = NewEntry { problems: "缺钱".to_owned(), reporter: "李".to_owned(), ..began.clone() };
    let refused =
        ops::edit(&mut writer, &plan, first.id, first.revision, mine.clone(), &actor("甲"), clock(3));
    let Err(Error::Conflict(conflict)) = refused else { panic!("{refused:?}") };
    assert_eq!(conflict.parts, [Part::Whole(Field::Problems)]);
    assert_eq!((&conflict.base, &conflict.theirs, &conflict.mine), (&first, &both.entry, &mine));
    assert_eq!((conflict.theirs_by.as_str(), conflict.theirs_at), ("甲", clock(2).now()));
    let expected =
        NewEntry { problems: "缺钱".to_owned(), reporter: "李".to_owned(), ..both.entry.as_new() };
    assert_eq!(conflict.merged, expected);
    assert_eq!(reader.entry(first.id).unwrap().as_ref(), Some(&both.entry));
    let error = Error::Conflict(conflict.clone());
    assert_eq!(error.exit(), Exit::Conflict);
    for part in ["1版", "3版", "甲", "存在问题"] {
        assert!(error.say(Lang::Zh).contains(part), "{}", error.say(Lang::Zh));
    }

    // Who chose tries again from their revision.
    let chosen = conflict.merged.clone();
    let done =
        ops::edit(&mut writer, &plan, first.id, conflict.theirs.revision, chosen, &actor("甲"), clock(4))
            .unwrap();
    assert_eq!((done.entry.revision, done.entry.problems.as_str()), (Revision(4), "缺钱"));

    // Deleted meanwhile is another thing, and so is what never was.
    ops::delete(&mut writer, first.id, Revision(4), &actor("乙"), clock(5)).unwrap();
    let gone = ops::edit(&mut writer, &plan, first.id, Revision(4), mine.clone(), &actor("甲"), clock(6));
    let Err(Error::Gone { id, by, at }) = &gone else { panic!("{gone:?}") };
    assert_eq!((*id, by.as_str(), *at), (first.id, "乙", clock(5).now()));
    assert_eq!(gone.unwrap_err().exit(), Exit::Conflict);
    let never = ops::edit(&mut writer, &plan, EntryId(9), Revision(1), mine, &actor("甲"), clock(7));
    assert_eq!(never.unwrap_err().exit(), Exit::NotFound);
}

#[test]
fn who_goes_by_an_old_revision_deletes_nothing() {
    let Bench { _ledger, reader, mut writer } = bench();
    let plan = reader.plan().clone();
    let unit = lead(&reader, 14);
    let first = ops::add(&mut writer, &plan, report(14, unit, TODAY, "一"), &actor("甲"), clock(0)).unwrap();
    let new = NewEntry { progress: "二".to_owned(), ..first.as_new() };
    ops::edit(&mut writer, &plan, first.id, first.revision, new, &actor("乙"), clock(1)).unwrap();
    let refused = ops::delete(&mut writer, first.id, first.revision, &actor("甲"), clock(2)).unwrap_err();
    let Error::Stale(stale) = &refused else { panic!("{refused:?}") };
    assert_eq!((stale.base, stale.stored, stale.by.as_str()), (Revision(1), Revision(2), "乙"));
    let future = ops::edit(&mut writer, &plan, first.id, Revision(9), first.as_new(), &actor("甲"), clock(2));
    assert!(matches!(future, Err(Error::Stale(_))));
    let undone = ops::undo_preview(&reader, &actor("甲")).unwrap().unwrap();
    assert_eq!((undone.action, undone.before), (Action::Add, None));
}

#[test]
fn a_change_of_status_alone_is_kept_but_is_no_report() {
    let Bench { _ledger, reader, mut writer } = bench();
    let plan = reader.plan().clone();
    let unit = lead(&reader, 14);
    let silent = |status: Status| NewEntry { status, ..report(14, unit, TODAY, "") };
    let mut add = |new: NewEntry| ops::add(&mut writer, &plan, new, &actor("甲"), clock(0));
    // Before the first report a unit stands where its form begins.
    assert!(matches!(add(silent(Status::OnTrack)), Err(Error::Field(Field::Progress, FieldFault::Empty, _))));
    let done = add(silent(Status::Done)).unwrap();
    assert!(!done.is_report());
    assert!(matches!(add(silent(Status::Done)), Err(Error::Field(Field::Progress, FieldFault::Empty, _))));
    for status in [Status::Behind, Status::Dropped] {
        let refused = add(silent(status));
        assert!(matches!(refused, Err(Error::Field(Field::Progress, FieldFault::Silent, _))), "{status:?}");
    }
    let why = NewEntry { status: Status::Behind, ..report(14, unit, TODAY, "缺人") };
    assert!(add(why).unwrap().is_report());
    // An earlier day has its own status before it.
    let earlier = NewEntry { day: date(2025, 6, 1), ..silent(Status::OnTrack) };
    assert!(add(earlier).is_err());
}

#[test]
fn an_earlier_version_comes_back() {
    let Bench { _ledger, reader, mut writer } = bench();
    let plan = reader.plan().clone();
    let unit = lead(&reader, 14);
    let first = ops::add(&mut writer, &plan, report(14, unit, TODAY, "一"), &actor("甲"), clock(0)).unwrap();
    let new = NewEntry { progress: "二".to_owned(), evidence: Vec::new(), ..first.as_new() };
    ops::edit(&mut writer, &plan, first.id, first.revision, new, &actor("乙"), clock(1)).unwrap();
    let history = reader.history(first.id).unwrap();
    let seq = history[0].seq;
    let back = ops::restore(&mut writer, &plan, first.id, Revision(2), seq, &actor("乙"), clock(2)).unwrap();
    assert_eq!((back.entry.as_new(), back.entry.revision), (first.as_new(), Revision(3)));
    let history = reader.history(first.id).unwrap();
    let made: Vec<_> = history.iter().map(|v| (v.action, v.operator.as_str(), v.origin.as_str())).collect();
    let expected = [(Action::Add, "甲"), (Action::Edit, "乙"), (Action::Restore, "乙")];
    assert_eq!(made, expected.map(|(action, by)| (action, by, "10.0.0.7")));
    let none = ops::restore(&mut writer, &plan, first.id, Revision(3), 99, &actor("乙"), clock(3));
    assert!(matches!(none, Err(Error::NoVersion(1, 99))));
    // It can be taken back like any change, and pages of the record say the same.
    let change = ops::undo_preview(&reader, &actor("乙")).unwrap().unwrap();
    assert_eq!(
        (change.action, change.fields.as_slice()),
        (Action::Restore, [Field::Progress, Field::Evidence].as_slice())
    );
    let log = reader.log_of_changes(None, 2).unwrap();
    assert_eq!((log.versions.iter().map(|v| v.seq).collect::<Vec<_>>(), log.more), (vec![4, 3], true));
    let log = reader.log_of_changes(Some(3), 2).unwrap();
    assert_eq!((log.versions.iter().map(|v| v.seq).collect::<Vec<_>>(), log.more), (vec![2], false));
}

#[test]
fn values_are_known_over_time() {
    let Bench { _ledger, reader, mut writer } = bench();
    let plan = reader.plan().clone();
    let indicator =
        plan.indicators.iter().find(|i| i.task.is_some() && i.measure == "%" && i.base.is_none()).unwrap();
    let (id, task) = (indicator.id.as_str(), indicator.task.unwrap().0);
    let unit = lead(&reader, task);
    let other = plan.task(indicator.task.unwrap()).unwrap().assignments.get(1).map(|a| a.unit);
    let mut add = |day, unit, typed: &str, at| {
        let new = NewEntry { readings: vec![reading(&plan, id, typed)], ..report(task, unit, day, "有数") };
        ops::add(&mut writer, &plan, new, &actor("甲"), clock(at)).unwrap()
    };
    add(date(2025, 3, 1), unit, "3.0", 0);
    let late = add(date(2025, 5, 1), unit, "0/0", 1);
    let backdated = add(date(2025, 4, 1), unit, "1/3", 2);
    if let Some(other) = other {
        add(date(2025, 6, 1), other, "77", 3);
    }
    let value = |as_of, known_at| {
        let snapshot = reader.snapshot(as_of, TODAY, known_at).unwrap();
        snapshot.readings.get(id).map(|(r, day, _)| (r.value.to_string(), *day))
    };
    let known = |n| Some(clock(n).now());
    assert_eq!(
        value(TODAY, None),
        Some(("0/0".to_owned(), date(2025, 5, 1))),
        "the lead's, though another is later"
    );
    assert_eq!(value(date(2025, 4, 15), None), Some(("1/3".to_owned(), date(2025, 4, 1))));
    assert_eq!(
        value(date(2025, 4, 15), known(1)),
        Some(("3.0".to_owned(), date(2025, 3, 1))),
        "not yet known"
    );
    assert_eq!(value(date(2025, 2, 1), None), None);
    assert_eq!(value(TODAY, known(-1)), None);
    let (snapshot, entry) =
        (reader.snapshot(TODAY, TODAY, None).unwrap(), reader.entry(late.id).unwrap().unwrap());
    assert_eq!(judge(&plan, indicator, &snapshot.readings[id].0.value), Judgement::NoCases);
    assert_eq!(entry.readings[0].value.to_string(), "0/0");
    ops::delete(&mut writer, late.id, late.revision, &actor("甲"), clock(4)).unwrap();
    assert_eq!(value(TODAY, None), Some(("1/3".to_owned(), date(2025, 4, 1))));
    assert_eq!(value(TODAY, known(3)), Some(("0/0".to_owned(), date(2025, 5, 1))));
    let new = NewEntry { readings: Vec::new(), ..backdated.as_new() };
    ops::edit(&mut writer, &plan, backdated.id, backdated.revision, new, &actor("甲"), clock(5)).unwrap();
    assert_eq!(value(TODAY, None), Some(("3.0".to_owned(), date(2025, 3, 1))));
}

#[test]
fn values_that_do_not_fit_are_refused() {
    let Bench { _ledger, reader, mut writer } = bench();
    let plan = reader.plan().clone();
    let indicator = plan.indicators.iter().find(|i| i.task.is_some() && i.measure == "%").unwrap();
    let task = indicator.task.unwrap().0;
    let value = |id: &str, value| Reading { indicator: id.to_owned(), value, source: String::new() };
    let good = value(&indicator.id, Measured::Ratio { numerator: 1, base: 2 });
    let of_other = plan.indicators.iter().find(|i| i.task.is_some_and(|t| t.0 != task)).unwrap();
    let mut add = |readings| {
        let new = NewEntry { readings, ..report(task, lead(&reader, task), TODAY, "有数") };
        ops::add(&mut writer, &plan, new, &actor("甲"), clock(0)).unwrap_err()
    };
    assert!(matches!(add(vec![value(&of_other.id, good.value.clone())]), Error::UnknownIndicator(..)));
    assert!(matches!(add(vec![value("无", good.value.clone())]), Error::UnknownIndicator(..)));
    assert!(matches!(add(vec![good.clone(), good.clone()]), Error::TwoValues(_)));
    let fault = add(vec![value(&indicator.id, Measured::Yes(true))]);
    assert!(matches!(fault, Error::Value(_, _, MeasuredFault::Rate)), "{fault:?}");
    assert_eq!(reader.log_of_changes(None, 9).unwrap().versions, []);
    assert_eq!(Judgement::ALL.len(), 4);
}
