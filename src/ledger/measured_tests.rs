//! Values against targets: a made-up plan, so that nothing here knows the real one.

use super::*;
use crate::plan::load;

fn plan() -> Plan {
    load(include_str!("../../tests/plan/other.toml")).expect("the made-up plan")
}

/// An indicator of the made-up plan, turned into the one that a row of a table speaks of.
fn indicator(comparator: Comparator, target: &str, measure: &str) -> Indicator {
    let plan = plan();
    let mut indicator = plan.indicators.first().expect("one").clone();
    indicator.comparator = comparator;
    indicator.target = match target {
        "yes" => Target::Yes,
        "unknown" => Target::Unknown,
        number => Target::Number(number.parse().expect("a number")),
    };
    indicator.measure = measure.to_owned().into();
    indicator.base = None;
    indicator
}

#[test]
fn values_are_judged_exactly() {
    use Comparator::{Above, AtLeast, AtMost, Below, Equal};
    use Judgement::{Met, Missed, NoCases, Unjudged};
    let plan = plan();
    for (comparator, target, measure, typed, expected) in [
        (Below, "3", "%", "3.0", Missed),
        (Below, "3", "%", "2.999999999999", Met),
        (Below, "3", "%", "3.0%", Missed),
        (AtMost, "3", "%", "3.0", Met),
        (AtMost, "3", "%", "3.000000000001", Missed),
        (AtMost, "3", "%", "3/100", Met),
        (Below, "3", "%", "3/100", Missed),
        (AtMost, "33.3", "%", "1/3", Missed),
        (AtMost, "33.4", "%", "1/3", Met),
        (AtMost, "7", "%", "0/8", Met),
        (AtMost, "7", "%", "0/0", NoCases),
        (AtLeast, "100", "%", "0/0", NoCases),
        (AtLeast, "60", "%", "59.99", Missed),
        (AtLeast, "60", "%", "３／５", Met),
        (Above, "60", "%", "60", Missed),
        (Above, "60", "%", "60.1", Met),
        (AtMost, "80", "天", "80天", Met),
        (AtMost, "80", "天", "81", Missed),
        (Equal, "12", "次", "12.00", Met),
        (Equal, "yes", "", "是", Met),
        (Equal, "yes", "", "NO", Missed),
        (AtLeast, "unknown", "学时", "40", Unjudged),
    ] {
        let indicator = indicator(comparator, target, measure);
        let value = Measured::parse(&plan, &indicator, typed).expect(typed);
        assert_eq!(judge(&plan, &indicator, &value), expected, "{typed} {comparator:?} {target}{measure}");
        assert_eq!(value.to_string().parse::<Measured>().map(|v| v.to_string()), Ok(value.to_string()));
    }
}

#[test]
fn a_spelling_is_kept() {
    let plan = plan();
    for (measure, typed, kept) in
        [("%", "3.0%", "3.0"), ("%", " 0 / 8 ", "0/8"), ("天", "08天", "08"), ("%", "３．５０％", "3.50")]
    {
        let indicator = indicator(Comparator::AtMost, "3", measure);
        assert_eq!(Measured::parse(&plan, &indicator, typed).map(|v| v.to_string()), Ok(kept.to_owned()));
    }
}

#[test]
fn what_is_no_value_is_told_what_is() {
    let plan = plan();
    for (target, measure, typed, fault) in [
        ("yes", "", "8", MeasuredFault::YesOrNo),
        ("yes", "", "", MeasuredFault::YesOrNo),
        ("3", "%", "是", MeasuredFault::Rate),
        ("3", "%", "", MeasuredFault::Rate),
        ("3", "%", "-1", MeasuredFault::Rate),
        ("3", "%", "1/2/3", MeasuredFault::Rate),
        ("3", "%", "1.5/8", MeasuredFault::Rate),
        ("3", "%", "1e2", MeasuredFault::Rate),
        ("3", "%", "99999999999/3", MeasuredFault::Rate),
        ("3", "%", "1/0", MeasuredFault::OfNothing),
        ("3", "%", "9/8", MeasuredFault::OfNothing),
        ("3", "天", "1/2", MeasuredFault::Number("天".to_owned())),
        ("3", "天", "3%", MeasuredFault::Number("天".to_owned())),
        ("3", "天", "三天", MeasuredFault::Number("天".to_owned())),
    ] {
        let indicator = indicator(Comparator::AtMost, target, measure);
        assert_eq!(Measured::parse(&plan, &indicator, typed), Err(fault), "{typed}");
    }
}

#[test]
fn members_are_counted_against_their_collective() {
    let plan = plan();
    let (ix, count) = plan
        .units()
        .find_map(|(ix, u)| match &u.kind {
            Kind::Collective(Some(members)) => Some((ix, members.len())),
            _ => None,
        })
        .expect("a collective with members");
    let mut indicator = indicator(Comparator::AtLeast, "60", "%");
    indicator.base = Some(crate::plan::Base { collective: ix });
    for number in 0..=count {
        let expected = if number * 100 >= 60 * count { Judgement::Met } else { Judgement::Missed };
        for typed in [number.to_string(), format!("{number}/{count}")] {
            let value = Measured::parse(&plan, &indicator, &typed).expect("a count");
            assert_eq!(judge(&plan, &indicator, &value), expected, "{typed} of {count}");
        }
    }
    for typed in [format!("{}", count + 1), format!("1/{}", count + 1), "57.1".to_owned(), "50%".to_owned()] {
        assert_eq!(Measured::parse(&plan, &indicator, &typed), Err(MeasuredFault::Members(count)), "{typed}");
    }
    // The document does not say who the members are: a percentage it is.
    indicator.base = None;
    assert!(Measured::parse(&plan, &indicator, "57.1").is_ok());
}

#[test]
fn four_of_seven_is_below_sixty_percent() {
    let target: Decimal = "60".parse().expect("a number");
    assert_eq!(target.compare_ratio(4, 7, 100), Some(Ordering::Less));
    assert_eq!(target.compare_ratio(5, 7, 100), Some(Ordering::Greater));
}
