//! Puts an invented report together.

use jiff::ToSpan;
use jiff::civil::Date;

use super::chance::Chance;
use super::material::{GIVEN, Material, Matter, Told};
use super::place::Place;
use super::template::Numbers;
use crate::clock::Instant;
use crate::ledger::{Evidence, NewEntry, Period, PeriodKind, Reading, Status};
use crate::plan::Plan;

/// A report of a part, written at a moment when so many thousandths of the time have passed.
pub(super) fn report(
    (plan, material, matter): (&Plan, &Material, &Matter),
    place: &mut Place,
    at: Instant,
    passed: i64,
    chance: &mut Chance,
) -> NewEntry {
    let day = reported(place, at, chance);
    let (status, percent) = place.report(matter.course, day, passed, chance);
    let period = Period::containing(day, PeriodKind::TwoMonths);
    let mut told: Vec<&Told> = matter.reports.iter().collect();
    chance.shuffle(&mut told);
    told.truncate(usize::try_from(chance.between(1, 3)).unwrap_or(1));
    let mut progress = chance.pick(&material.openings).cloned().unwrap_or_default();
    let mut readings = Vec::new();
    for told in told {
        let mut numbers = numbers(plan, place, period, day);
        progress.push_str(&told.text.fill(chance, &mut numbers));
        for (indicator, value) in &told.values {
            let fresh = readings.iter().all(|r: &Reading| r.indicator != *indicator);
            if let Some(value) = value.fill(chance, &mut numbers).parse().ok().filter(|_| fresh) {
                let source = chance.pick(&material.sources).cloned().unwrap_or_default();
                readings.push(Reading { indicator: indicator.clone(), value, source });
            }
        }
    }
    let pressed = status == Status::Behind;
    let mut sentence = |of: &[_], often| {
        let template: Option<&super::template::Template> = chance.pick(of);
        let wanted = chance.happens(often);
        let mut numbers = numbers(plan, place, period, day);
        template.filter(|_| wanted).map(|t| t.fill(chance, &mut numbers)).unwrap_or_default()
    };
    let problems = sentence(&matter.problems, if pressed { 1000 } else { 180 });
    let next_steps = sentence(&matter.next, if pressed { 900 } else { 350 });
    let evidence = evidence(plan, material, place, (period, day), chance);
    let reporter = material.reporters.get(usize::from(place.unit.0) % material.reporters.len());
    let (task, unit, reporter) = (place.task, place.unit, reporter.cloned().unwrap_or_default());
    NewEntry {
        task,
        unit,
        period,
        day,
        status,
        percent,
        progress,
        problems,
        next_steps,
        readings,
        evidence,
        reporter,
    }
}

/// A sentence more about the same.
pub(super) fn more(
    plan: &Plan,
    matter: &Matter,
    place: &Place,
    of: &NewEntry,
    chance: &mut Chance,
) -> String {
    let mut numbers = numbers(plan, place, of.period, of.day);
    let told = chance.pick(&matter.reports);
    told.map(|t| t.text.fill(chance, &mut numbers)).unwrap_or_default()
}

/// The day reported: that of writing or a few days before, and not before the last one.
fn reported(place: &Place, at: Instant, chance: &mut Chance) -> Date {
    let today = at.local().date();
    let lag = if chance.happens(300) { chance.between(1, 4) } else { 0 };
    today.checked_sub(lag.days()).unwrap_or(today).max(place.day)
}

fn numbers<'t>(plan: &'t Plan, place: &Place, period: Period, day: Date) -> Numbers<'t> {
    let no = i64::from(period.starts().month() + 1) / 2;
    let given = GIVEN.into_iter().zip([i64::from(day.year()), no]);
    Numbers { drawn: given.collect(), unit: plan.unit_name(place.unit) }
}

fn evidence(
    plan: &Plan,
    material: &Material,
    place: &Place,
    (period, day): (Period, Date),
    chance: &mut Chance,
) -> Vec<Evidence> {
    let many = if chance.happens(300) { chance.between(1, 2) } else { 0 };
    let mut found = Vec::new();
    for _ in 0..many {
        if let Some((kind, reference, note)) = chance.pick(&material.evidence) {
            let reference = reference.fill(chance, &mut numbers(plan, place, period, day));
            found.push(Evidence { kind: *kind, reference, note: note.clone() });
        }
    }
    found
}
