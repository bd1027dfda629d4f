//! 单位报送统计 and 考评: what each unit owed and sent, and the points that the county's own rules make of it.

use super::doc::{Cell, Column, Document, Page, Table};
use super::gather::Sources;
use super::words;
use crate::ledger::{Assess, Opened, Owing, Points};
use crate::plan::{Kind, UnitIx};
use crate::query::{OwedCounts, OwedRow, owed, unit_counts};
use crate::strings::{Lang, Text, paper, report as say, sheet};

/// What a unit did for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The unit.
    pub unit: UnitIx,
    /// Tasks it leads.
    pub leads: usize,
    /// Tasks it supports.
    pub supports: usize,
    /// Reports of the period, by what became of them.
    pub owed: OwedCounts,
    /// How often the office sent a report for the period back, whether or not it came again.
    pub returned: usize,
    /// Notices sent to it in the period.
    pub notices: usize,
}

/// What every unit that bulletins rank did, in the order of the document; those that owe nothing and got nothing are
/// left out.
#[must_use]
pub fn tallies(sources: &Sources) -> Vec<Tally> {
    let (now, plan) = (&sources.now, &sources.now.plan);
    let all: Vec<OwedRow> = sources.opened.map(|o| owed(now, o)).unwrap_or_default();
    let each = unit_counts(plan)
        .into_iter()
        .filter(|c| plan.unit(c.unit).is_some_and(|u| u.ranked && u.kind == Kind::Named));
    let tally = |count: crate::query::UnitCount| {
        let unit = count.unit;
        let mine: Vec<OwedRow> = all.iter().filter(|o| o.duty.0 == unit).copied().collect();
        let back = sources.returns.iter().filter(|(of, _)| *of == unit);
        Tally {
            unit,
            leads: count.leads,
            supports: count.supports,
            owed: OwedCounts::of_rows(&mine),
            returned: back.map(|(_, times)| times).sum(),
            notices: notices(sources).filter(|n| n.units.contains(&unit)).count(),
        }
    };
    each.map(tally).filter(|t| t.owed.all() + t.returned + t.notices > 0).collect()
}

/// The notices of the period up to the day: those sent on or after its first day, or all where no period was opened.
pub(super) fn notices(sources: &Sources) -> impl Iterator<Item = &crate::ledger::Notice> {
    let (from, to) = (sources.opened.map(first_day), sources.now.as_of);
    let all = sources.now.office.notices.iter().map(|(_, n)| n);
    all.filter(move |n| n.on <= to && from.is_none_or(|from| n.on >= from))
}

fn first_day(opened: Opened) -> jiff::civil::Date {
    opened.period.starts()
}

/// The document.
#[must_use]
pub fn assess(sources: &Sources, rules: &Assess, lang: Lang) -> Document {
    let title = if rules.is_set() { say::ASSESS } else { say::STATISTICS };
    let plan = &sources.now.plan;
    let mut doc = Document::new(&title.with(lang, &[&plan.document.plan_title]), Page::Landscape);
    doc.head = words::head(sources, lang);
    if sources.opened.is_none() {
        doc.text(say::NO_PERIOD.say(lang));
    }
    if rules.is_set() {
        doc.text(&said(rules, lang));
    }
    doc.table(table(sources, "", Some(rules).filter(|r| r.is_set()), lang));
    doc
}

/// The rules that are set, in words.
fn said(rules: &Assess, lang: Lang) -> String {
    let each = parts(rules)
        .into_iter()
        .filter_map(|(word, points)| Some(say::RULE.with(lang, &[word.say(lang), &points?.to_string()])));
    let start = rules.start.map(|p| say::START.with(lang, &[&p.to_string()]));
    let all: Vec<String> = start.into_iter().chain(each).collect();
    say::RULES.with(lang, &[&all.join(paper::SEMICOLON.say(lang))])
}

fn parts(rules: &Assess) -> [(Text, Option<Points>); 4] {
    [
        (sheet::COL_MISSING, rules.unreported),
        (sheet::COL_LATE, rules.late),
        (sheet::COL_RETURNED, rules.returned),
        (sheet::COL_NOTICES_SENT, rules.notice),
    ]
}

/// A row for each unit; with rules, its points and how they came about.
#[must_use]
pub fn table(sources: &Sources, caption: &str, rules: Option<&Assess>, lang: Lang) -> Table {
    let column = |code, name: Text, width| Column::new(code, name.say(lang), width);
    let mut columns = vec![
        column("unit", sheet::COL_UNIT, 20),
        column("leads", sheet::COL_LEADS, 4),
        column("supports", sheet::COL_SUPPORTS, 4),
        column("owed", sheet::COL_OWED, 4),
        column("reported", sheet::COL_REPORTED, 4),
        column("on_time", sheet::COL_ON_TIME, 4),
        column("late", sheet::COL_LATE, 4),
        column("missing", sheet::COL_MISSING, 4),
        column("on_time_rate", sheet::COL_RATE, 6),
        column("returned", sheet::COL_RETURNED, 4),
        column("notices", sheet::COL_NOTICES_SENT, 4),
    ];
    if rules.is_some() {
        columns.extend([
            column("points", sheet::COL_POINTS, 6),
            column("deductions", sheet::COL_DEDUCTIONS, 24),
        ]);
    }
    let rows = tallies(sources).iter().map(|t| cells(sources, t, rules, lang)).collect();
    Table { caption: caption.to_owned(), columns, rows }
}

fn cells(sources: &Sources, tally: &Tally, rules: Option<&Assess>, lang: Lang) -> Vec<Cell> {
    let owed = tally.owed;
    let rate = words::share(owed.count(Owing::OnTime), owed.all());
    let mut cells = vec![
        Cell::text(sources.now.plan.unit_name(tally.unit)),
        Cell::Count(tally.leads),
        Cell::Count(tally.supports),
        Cell::Count(owed.all()),
        Cell::Count(owed.came()),
        Cell::Count(owed.count(Owing::OnTime)),
        Cell::Count(owed.count(Owing::Late)),
        Cell::Count(missing(owed)),
        rate.map_or(Cell::Empty, |share| Cell::Number(share, "%".to_owned())),
        Cell::Count(tally.returned),
        Cell::Count(tally.notices),
    ];
    if let Some(rules) = rules {
        let (points, reasons) = points(tally, rules, lang);
        cells.extend([Cell::Number(points.to_string(), String::new()), Cell::text(&reasons)]);
    }
    cells
}

/// Reports that are owed and are not there.
pub(super) fn missing(owed: OwedCounts) -> usize {
    owed.all() - owed.came()
}

/// The points of a unit, and each deduction with its reason.
fn points(tally: &Tally, rules: &Assess, lang: Lang) -> (Points, String) {
    let counts = [
        // What is still in time is no fault, and what was sent back counts as that.
        tally.owed.count(Owing::Missing),
        tally.owed.count(Owing::Late),
        tally.returned,
        tally.notices,
    ];
    let mut points = rules.start.unwrap_or_default();
    let mut reasons = Vec::new();
    for ((word, rule), count) in parts(rules).into_iter().zip(counts) {
        let Some(rule) = rule.filter(|_| count > 0) else { continue };
        let taken = rule.times(count);
        points = points.and(taken);
        let parts = [word.say(lang), &count.to_string(), &rule.to_string(), &taken.to_string()];
        reasons.push(say::DEDUCTION.with(lang, &parts));
    }
    (points, reasons.join(paper::SEMICOLON.say(lang)))
}
