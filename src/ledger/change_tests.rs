//! The table of merges: for every field, what each of two people did to it, and what comes of it.

use super::*;
use crate::ledger::{Evidence, Measured, Percent, Period, PeriodKind, Status};
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
            n => vec![Evidence::guessed(&text(n))],
        },
        reporter: text(of(Field::Reporter)),
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
                conflicts: if conflict { vec![field] } else { Vec::new() },
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
            prop_assert_eq!(got.conflicts.contains(&field), both, "{:?}", field);
            let expected = if mine == base { &t } else { &m };
            prop_assert!(same(field, &got.merged, expected), "{:?}", field);
        }
        // Whoever is first, the same fields conflict.
        prop_assert_eq!(merge(&b, &m, &t).conflicts, got.conflicts);
    }
}
