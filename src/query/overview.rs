//! The whole at a glance: counts of lights, reports and numbers, and what there is to do.

use jiff::civil::Date;

use super::facts::{owes, owing};
use super::{Row, Sort, rows};
use crate::ledger::{Coded, Duty, Light, Opened, Owing, Reason, duties};
use crate::plan::{Indicator, IndicatorIx, Target, TaskNo, UnitIx};
use crate::query::Filter;
use crate::store::Snapshot;
use crate::strings::{Lang, overview as say, tui, ui, words};

/// A report that is owed for a period, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwedRow {
    /// Who owes it, on what.
    pub duty: Duty,
    /// What became of it.
    pub owing: Owing,
    /// The day it came.
    pub came: Option<Date>,
}

/// Every report that is owed for an opened period, in the order of the document.
#[must_use]
pub fn owed(snapshot: &Snapshot, opened: Opened) -> Vec<OwedRow> {
    let each = duties(&snapshot.plan, &snapshot.office.settings.general).into_iter();
    each.filter(|duty| owes(snapshot, opened, *duty))
        .map(|duty| OwedRow {
            duty,
            owing: owing(snapshot, opened, duty),
            came: snapshot.reported.get(&(opened.period, duty)).and_then(|r| r.first),
        })
        .collect()
}

/// Which of the reports that are owed for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those that came.
    Came,
    /// Those that never came.
    NotCame,
    /// Those that are not there: never came, or were sent back.
    Absent,
    /// Those in one state.
    In(Owing),
}

impl Only {
    /// Whether it lets a report through.
    #[must_use]
    pub fn admits(self, owing: Owing) -> bool {
        match self {
            Self::All => true,
            Self::Came => owing.is_there(),
            Self::NotCame => matches!(owing, Owing::Due | Owing::Missing),
            Self::Absent => !owing.is_there(),
            Self::In(state) => owing == state,
        }
    }
}

/// How many reports of a period are in which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OwedCounts([usize; 5]);

impl OwedCounts {
    /// Of an opened period.
    #[must_use]
    pub fn of(snapshot: &Snapshot, opened: Opened) -> Self {
        Self::of_rows(&owed(snapshot, opened))
    }

    /// Of some of its reports.
    #[must_use]
    pub fn of_rows(rows: &[OwedRow]) -> Self {
        let mut counts = Self::default();
        for row in rows {
            let place = Owing::ALL.iter().position(|o| *o == row.owing);
            if let Some(count) = place.and_then(|i| counts.0.get_mut(i)) {
                *count += 1;
            }
        }
        counts
    }

    /// How many are in a state.
    #[must_use]
    pub fn count(&self, owing: Owing) -> usize {
        Owing::ALL.iter().position(|o| *o == owing).and_then(|i| self.0.get(i)).copied().unwrap_or(0)
    }

    /// How many are owed in all.
    #[must_use]
    pub fn all(&self) -> usize {
        self.0.iter().sum()
    }

    /// How many came.
    #[must_use]
    pub fn came(&self) -> usize {
        Owing::ALL.iter().filter(|o| o.is_there()).map(|o| self.count(*o)).sum()
    }
}

/// Lights that want something done, in the order of doing it.
pub const PRESSING: [Light; 3] = [Light::Red, Light::Yellow, Light::Pending];

/// The tasks that want something done: red, then yellow, then those to be closed.
#[must_use]
pub fn to_do(snapshot: &Snapshot) -> Vec<Row<'_>> {
    let mut all = rows(snapshot, &Filter::default(), Sort::Task);
    all.retain(|r| PRESSING.contains(&r.light));
    all.sort_by_key(|r| PRESSING.iter().position(|l| *l == r.light));
    all
}

/// Supporting units that are behind, or whose report was sent back.
#[must_use]
pub fn troubled(snapshot: &Snapshot, task: TaskNo) -> Vec<UnitIx> {
    use crate::ledger::{Review, Status};
    let Some(task) = snapshot.plan.task(task) else { return Vec::new() };
    let bad = |unit: &UnitIx| {
        let standing = snapshot.standings.get(&(task.no, *unit));
        standing.is_some_and(|s| s.status == Status::Behind || s.review == Review::Returned)
    };
    let others = task.assignments.iter().map(|a| a.unit).filter(|u| Some(*u) != task.lead());
    others.filter(bad).collect()
}

/// Why a row's light shows what it shows, in as many words as it needs.
#[must_use]
pub fn in_words(snapshot: &Snapshot, row: &Row<'_>, lang: Lang) -> String {
    let mut said = match row.reason {
        Reason::Missed(ix) | Reason::Exceeded(ix) => number(snapshot, ix, lang),
        reason => reason.short(lang),
    };
    let troubled = troubled(snapshot, row.task.no);
    if row.unit == row.task.lead() && !troubled.is_empty() {
        let names: Vec<&str> = troubled.iter().map(|u| snapshot.plan.unit_name(*u)).collect();
        said.push_str(ui::SEMICOLON.say(lang));
        said.push_str(&words::SUPPORT_TROUBLED.with(lang, &[&names.join(ui::LIST_COMMA.say(lang))]));
    }
    said
}

fn number(snapshot: &Snapshot, ix: IndicatorIx, lang: Lang) -> String {
    let plan = &snapshot.plan;
    let Some(indicator) = plan.indicators.get(usize::from(ix.0)) else { return String::new() };
    let value =
        snapshot.readings.get(indicator.id.as_str()).map(|(r, ..)| r.value.say(plan, indicator, lang));
    let name = if lang == Lang::Zh { &indicator.name } else { &indicator.gloss };
    words::NUMBER_OFF.with(lang, &[name, &value.unwrap_or_default(), &target(indicator)])
}

fn target(indicator: &Indicator) -> String {
    let target = match &indicator.target {
        Target::Number(number) => number.to_string(),
        Target::Yes | Target::Unknown => String::new(),
    };
    format!("{}{target}{}", indicator.comparator.sign(), indicator.measure)
}

/// The line of the current period in a head: what came and what is awaited.
#[must_use]
pub fn period_line(snapshot: &Snapshot, lang: Lang) -> Option<String> {
    let opened = snapshot.office.current(snapshot.as_of)?;
    let counts = OwedCounts::of(snapshot, opened);
    let parts = [
        opened.period.short(lang),
        tui::OWED_COUNT.with(lang, &[&counts.all().to_string()]),
        say::CAME.with(lang, &[&counts.came().to_string()]),
        say::WAITING.with(lang, &[&snapshot.waiting.to_string()]),
        left(opened, snapshot.as_of, lang),
    ];
    let wanted = |(i, part): (usize, String)| (i != 3 || snapshot.waiting > 0).then_some(part);
    Some(parts.into_iter().enumerate().filter_map(wanted).collect::<Vec<_>>().join(" "))
}

/// How many days are left until the cut-off, or that it passed.
#[must_use]
pub fn left(opened: Opened, as_of: Date, lang: Lang) -> String {
    if opened.closed.is_some_and(|closed| closed <= as_of) {
        return tui::PERIOD_CLOSED.say(lang).to_owned();
    }
    let days = as_of.until(opened.cutoff).map_or(0, |s| s.get_days());
    match days {
        0 => words::DUE_TODAY.say(lang).to_owned(),
        1.. => words::DUE_IN.with(lang, &[&days.to_string()]),
        _ => tui::CUTOFF_PASSED.with(lang, &[&(-days).to_string()]),
    }
}
