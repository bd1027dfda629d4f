//! The table of merges: for every field, what each of two people did to it, and what comes of it.

use super::*;
use crate::ledger::{Measured, Percent, Period, PeriodKind, Status, changed};
use crate::plan::{TaskNo, UnitIx};
use jiff::civil::date;
use proptest::prelude::*;

/// An entry whose every field has the `nth` of three values.
fn version(nth: [usize; 10]) -> NewEntry {
    let mut all = Field::ALL.into_iter().zip(nth);
    let mut of = |field: Field| all.next().filter(|(f, _)| *f == field).expect("in order").1;
    let day = date(2025, 6, 1 + i8::try_from(of(Field::Day)).expect("small"));
    let month = date(2025, 1 + 2 * i8::try_from(of(Field::Period)).expect("small"), 1);
    let text = |n: usize| ["", "甲", "乙"][n].to_owned();
    NewEntry {
        task: TaskNo(1),
        unit: UnitIx(1),
        day,
        period: Period::containing(month, PeriodKind::TwoMonths),
        status: [Status::OnTrack, Status::Behind, Status::Done][of(Field::Status)],
        percent: [None, Percent::new(10), Percent::new(20)][of(Field::Percent)],
        progress: text(of(Field::Progress)),
        problems: text(of(Field::Problems)),
        next_steps: text(of(Field::NextSteps)),
        readings: match of(Field::Readings) {
            0 => Vec::new(),
            n => vec![Reading {
                indicator: "A".to_owned(),
                // Equal by value, not by spelling: a change all the same.
                value: Measured::Number(["", "3", "3.0"][n].parse().expect("a number")),
                source: String::new(),
            }],
        },
        evidence: match of(Field::Evidence) {
            0 => Vec::new(),
            // The same document with another note.
            n => vec![Evidence { note: text(n), ..Evidence::guessed("第3期.xlsx") }],
        },
        reporter: text(of(Field::Reporter)),
    }
}

/// The part of a field that [`version`] changes.
fn part(field: Field) -> Part {
    match field {
        Field::Readings => Part::Value("A".to_owned()),
        Field::Evidence => Part::Evidence(EvidenceKind::Path, "第3期.xlsx".to_owned()),
        field => Part::Whole(field),
    }
}

#[test]
fn each_field_alone() {
    for (place, field) in Field::ALL.into_iter().enumerate() {
        let only = |n: usize| {
            let mut nth = [0; 10];
            nth[place] = n;
            version(nth)
        };
        for (theirs, mine, merged, along, conflict) in [
            (0, 0, 0, false, false),
            (1, 0, 1, true, false),
            (0, 1, 1, false, false),
            (1, 1, 1, false, false),
            (1, 2, 2, false, true),
        ] {
            let got = merge(&only(0), &only(theirs), &only(mine));
            let expected = Merge {
                merged: only(merged),
                theirs: if along { vec![field] } else { Vec::new() },
                conflicts: if conflict { vec![part(field)] } else { Vec::new() },
            };
            assert_eq!(got, expected, "{field:?} theirs {theirs} mine {mine}");
            assert_eq!(changed(&got.merged, &expected.merged), [], "{field:?}: spelling too");
        }
    }
}

#[test]
fn the_order_of_values_is_no_change() {
    let reading =
        |id: &str| Reading { indicator: id.to_owned(), value: Measured::Yes(true), source: String::new() };
    let one = NewEntry { readings: vec![reading("A"), reading("B")], ..version([0; 10]) };
    let other = NewEntry { readings: vec![reading("B"), reading("A")], ..version([0; 10]) };
    assert_eq!(changed(&one, &other), []);
}

proptest! {
    #[test]
    fn nobody_loses_anything(base in prop::array::uniform10(0usize..3), theirs in prop::array::uniform10(0usize..3), mine in prop::array::uniform10(0usize..3)) {
        let [b, t, m] = [base, theirs, mine].map(version);
        let got = merge(&b, &t, &m);
        for (place, field) in Field::ALL.into_iter().enumerate() {
            let (base, theirs, mine) = (base[place], theirs[place], mine[place]);
            let both = theirs != base && mine != base && theirs != mine;
            prop_assert_eq!(got.conflicts.contains(&part(field)), both, "{:?}", field);
            let expected = if mine == base { &t } else { &m };
            prop_assert!(same(field, &got.merged, expected), "{:?}", field);
        }
        // Whoever is first, the same fields conflict.
        prop_assert_eq!(merge(&b, &m, &t).conflicts, got.conflicts);
    }
}

/// Values or evidence under some of five names, each with one of two notes.
fn some(nth: [usize; 5]) -> NewEntry {
    let named = |i: usize| ["A", "B", "C", "D", "E"][i].to_owned();
    let there = || nth.into_iter().enumerate().filter(|(_, n)| *n > 0);
    let source = |n: usize| ["", "甲", "乙"][n].to_owned();
    NewEntry {
        readings: there()
            .map(|(i, n)| Reading { indicator: named(i), value: Measured::Yes(true), source: source(n) })
            .collect(),
        evidence: there()
            .map(|(i, n)| Evidence { note: source(n), ..Evidence::guessed(&named(i)) })
            .collect(),
        ..version([0; 10])
    }
}

proptest! {
    #[test]
    fn each_value_and_piece_of_evidence_goes_by_itself(base in prop::array::uniform5(0usize..3), theirs in prop::array::uniform5(0usize..3), mine in prop::array::uniform5(0usize..3)) {
        let got = merge(&some(base), &some(theirs), &some(mine));
        for (i, name) in ["A", "B", "C", "D", "E"].into_iter().enumerate() {
            let (b, t, m) = (base[i], theirs[i], mine[i]);
            let both = t != b && m != b && t != m;
            let wanted = if m == b { t } else { m };
            let note = ["", "甲", "乙"][wanted].to_owned();
            let value = got.merged.readings.iter().find(|r| r.indicator == name).map(|r| r.source.clone());
            prop_assert_eq!(value, (wanted > 0).then_some(note.clone()), "{}", name);
            let piece = got.merged.evidence.iter().find(|e| e.reference == name).map(|e| e.note.clone());
            prop_assert_eq!(piece, (wanted > 0).then_some(note), "{}", name);
            prop_assert_eq!(got.conflicts.contains(&Part::Value(name.to_owned())), both);
            let evidence = Part::Evidence(EvidenceKind::Path, name.to_owned());
            prop_assert_eq!(got.conflicts.contains(&evidence), both);
        }
        let turned = merge(&some(base), &some(mine), &some(theirs));
        prop_assert_eq!(turned.conflicts.len(), got.conflicts.len());
        if got.conflicts.is_empty() {
            prop_assert_eq!(changed(&sorted(turned.merged), &sorted(got.merged)), vec![]);
        }
        let alone = merge(&some(base), &some(theirs), &some(theirs));
        prop_assert_eq!(alone.merged, some(theirs));
    }

    #[test]
    fn a_part_taken_is_as_it_was_there(from in prop::array::uniform5(0usize..3), into in prop::array::uniform5(0usize..3), at in 0usize..5) {
        let name = ["A", "B", "C", "D", "E"][at].to_owned();
        let (from, mut got) = (some(from), some(into));
        take(&Part::Value(name.clone()), &mut got, &from);
        let of = |entry: &NewEntry| entry.readings.iter().find(|r| r.indicator == name).cloned();
        prop_assert_eq!(of(&got), of(&from));
        take(&Part::Evidence(EvidenceKind::Path, name.clone()), &mut got, &from);
        let of = |entry: &NewEntry| entry.evidence.iter().find(|e| e.reference == name).cloned();
        prop_assert_eq!(of(&got), of(&from));
    }
}

/// Whoever was first, only the order of evidence differs.
fn sorted(mut entry: NewEntry) -> NewEntry {
    entry.evidence.sort_by(|a, b| a.reference.cmp(&b.reference));
    entry
}
