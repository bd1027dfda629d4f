//! From the cells below a head to reports, and every fault on the way with its place.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::grid::{Cell, Grid};
use super::head::{self, Head};
use super::{Column, cell, set_value};
use crate::error::{Error, Place, SheetError, SheetFault};
use crate::ledger::{Coded, Evidence, Field, NewEntry, OfficeFault, Period, Standing, Status, clean_field};
use crate::plan::{TaskNo, UnitIx};
use crate::query::{find_task_or_general, find_unit_by_whole_name};
use crate::store::Snapshot;
use crate::strings::Lang;

/// A report as a row says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The report.
    pub new: NewEntry,
    /// Whether all of its cells could be read. If not, who may report it can still be looked at.
    pub sound: bool,
    row: Place,
    columns: BTreeMap<Column, usize>,
}

impl Line {
    /// The row.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.row
    }

    /// The cell that a refusal is about, or the row.
    #[must_use]
    pub fn place_of(&self, error: &Error) -> Place {
        let column = match error {
            Error::Field(field, ..) => Some(Column::Field(*field)),
            Error::UnknownIndicator(..) | Error::TwoValues(_) | Error::Value(..) => {
                Some(Column::Field(Field::Readings))
            }
            Error::NotResponsible(..)
            | Error::Office(OfficeFault::NotPermitted(..) | OfficeFault::NotGeneral(_)) => Some(Column::Unit),
            Error::Office(OfficeFault::StandingIsTheOffices) => Some(Column::Field(Field::Status)),
            Error::Office(OfficeFault::DroppedNeedsDocument) => Some(Column::Field(Field::Evidence)),
            _ => None,
        };
        let at = column.and_then(|c| Some((*self.columns.get(&c)?, c.name())));
        Place { column: at, ..self.row.clone() }
    }
}

/// All reports of a file.
#[derive(Debug, Default)]
pub struct Lines {
    /// The reports.
    pub lines: Vec<Line>,
    /// Rows in which nobody wrote anything.
    pub empty: usize,
    /// Headings that name no column.
    pub unknown: Vec<String>,
    /// What is wrong so far.
    pub faults: Vec<SheetFault>,
}

/// Reads every sheet that has a head. What a row does not say is as when a report is typed: the period of the day, the
/// last status, today, and `reporter`.
///
/// # Errors
/// [`SheetError::NoHead`] where none has one, [`SheetError::Twice`].
pub fn lines(
    grids: &[Grid],
    snapshot: &Snapshot,
    reporter: &str,
    today: Date,
    lang: Lang,
) -> Result<Lines, Error> {
    let mut lines = Lines::default();
    let mut reading = Reader { snapshot, reporter, today, lang, units: HashMap::new() };
    let mut lacks = None;
    let mut found = false;
    for grid in grids {
        match head::find(grid) {
            Err(lacking) => {
                let fewest: &mut Vec<Column> = lacks.get_or_insert_with(|| lacking.clone());
                if lacking.len() < fewest.len() {
                    *fewest = lacking;
                }
            }
            Ok(head) => {
                if let Some((column, at)) = head.twice {
                    return Err(SheetError::Twice(column.name(), at).into());
                }
                found = true;
                lines.unknown.extend(head.unknown.iter().cloned());
                reading.sheet(grid, &head, &mut lines);
            }
        }
    }
    if found {
        return Ok(lines);
    }
    let lacks = lacks.unwrap_or_else(|| vec![Column::Task, Column::Unit]);
    Err(SheetError::NoHead(lacks.into_iter().map(Column::name).collect()).into())
}

struct Reader<'s> {
    snapshot: &'s Snapshot,
    reporter: &'s str,
    today: Date,
    lang: Lang,
    units: HashMap<String, UnitIx>,
}

impl Reader<'_> {
    fn sheet(&mut self, grid: &Grid, head: &Head, lines: &mut Lines) {
        for &row in grid.rows.range(head.below..).map(|(row, _)| row) {
            let mut row = Row { grid, head, at: row, faults: Vec::new() };
            if row.is_empty() {
                lines.empty += 1;
                continue;
            }
            lines.lines.extend(self.line(&mut row));
            lines.faults.append(&mut row.faults);
        }
    }

    /// The report of a row; nothing where it does not say whose and of what.
    fn line(&mut self, row: &mut Row<'_>) -> Option<Line> {
        let plan = &self.snapshot.plan;
        let task = row.wanted(Column::Task, |cell| find_task_or_general(plan, &cell::text(cell)?));
        let unit = row.wanted(Column::Unit, |cell| self.unit(&cell::text(cell)?));
        let day = row.get(Column::Field(Field::Day), cell::day).unwrap_or(self.today);
        let period = row.get(Column::Field(Field::Period), period);
        let period = period.unwrap_or_else(|| self.snapshot.office.period_for(day));
        let status = row.get(Column::Field(Field::Status), |cell| status(cell, self.lang));
        let percent = row.get(Column::Field(Field::Percent), cell::percent);
        let today = self.today;
        let mut text = |field| {
            row.get(Column::Field(field), |cell| {
                clean_field(field, &cell::text(cell)?).map_err(|(f, fault)| Error::Field(f, fault, today))
            })
        };
        let texts = [Field::Progress, Field::Problems, Field::NextSteps].map(|f| text(f).unwrap_or_default());
        let reporter = text(Field::Reporter).unwrap_or_else(|| self.reporter.to_owned());
        let evidence = row.get(Column::Field(Field::Evidence), cell::text);
        let (Some(task), Some(unit)) = (task, unit) else {
            return None;
        };
        let [progress, problems, next_steps] = texts;
        let mut new = NewEntry {
            task,
            unit,
            period,
            day,
            status: status.unwrap_or_else(|| self.last(task, unit)),
            percent,
            progress,
            problems,
            next_steps,
            readings: Vec::new(),
            evidence: evidence.iter().flat_map(|e| filled(e)).map(Evidence::typed).collect(),
            reporter,
        };
        let values = row.get(Column::Field(Field::Readings), cell::text);
        for typed in values.iter().flat_map(|v| filled(v)) {
            if let Err(error) = set_value(plan, &mut new, typed) {
                row.fault(Column::Field(Field::Readings), error);
            }
        }
        let (sound, columns) = (row.faults.is_empty(), row.head.columns.clone());
        Some(Line { new, sound, row: row.place(None), columns })
    }

    /// A unit by its whole name in some spelling.
    fn unit(&mut self, typed: &str) -> Result<UnitIx, Error> {
        if let Some(unit) = self.units.get(typed) {
            return Ok(*unit);
        }
        let unit = find_unit_by_whole_name(&self.snapshot.plan, typed, self.lang)?;
        self.units.insert(typed.to_owned(), unit);
        Ok(unit)
    }

    fn last(&self, task: TaskNo, unit: UnitIx) -> Status {
        self.snapshot.standings.get(&(task, unit)).map_or(Status::OnTrack, |s: &Standing| s.status)
    }
}

/// A row being read.
struct Row<'g> {
    grid: &'g Grid,
    head: &'g Head,
    at: usize,
    faults: Vec<SheetFault>,
}

impl<'g> Row<'g> {
    /// What stands in a column. Whose report it is may be written once for several rows.
    fn cell(&self, column: Column) -> Option<&'g Cell> {
        let at = *self.head.columns.get(&column)?;
        let shared =
            matches!(column, Column::Task | Column::Unit | Column::Field(Field::Period | Field::Day));
        if shared { self.grid.through_merged(self.at, at) } else { self.grid.at(self.at, at) }
    }

    /// Whether nobody reported anything in it.
    fn is_empty(&self) -> bool {
        [Field::Status, Field::Percent, Field::Progress, Field::Problems, Field::NextSteps, Field::Evidence]
            .into_iter()
            .all(|field| self.cell(Column::Field(field)).is_none())
            && self.cell(Column::Field(Field::Readings)).is_none_or(|c| filled(&c.text()).next().is_none())
    }

    fn place(&self, column: Option<Column>) -> Place {
        let at = column.and_then(|c| Some((*self.head.columns.get(&c)?, c.name())));
        Place { sheet: self.grid.name.clone(), row: self.at + 1, column: at }
    }

    fn fault(&mut self, column: Column, error: Error) {
        self.faults.push(SheetFault { place: self.place(Some(column)), error });
    }

    /// What a column says, where it says something that can be read.
    fn get<T>(&mut self, column: Column, read: impl FnOnce(&Cell) -> Result<T, Error>) -> Option<T> {
        match read(self.cell(column)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    /// The same where it must say something.
    fn wanted<T>(&mut self, column: Column, read: impl FnOnce(&Cell) -> Result<T, Error>) -> Option<T> {
        if self.cell(column).is_none() {
            self.fault(column, SheetError::Wanting(column.name()).into());
            return None;
        }
        self.get(column, read)
    }
}

/// Lines with something in them; a value that was left out behind its id is nothing.
fn filled(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.ends_with(['=', '＝']))
}

fn period(cell: &Cell) -> Result<Period, Error> {
    let typed = cell::text(cell)?;
    Period::parse(&typed).ok_or(Error::Period(typed))
}

fn status(cell: &Cell, lang: Lang) -> Result<Status, Error> {
    let typed = cell::text(cell)?;
    Status::parse(&typed).ok_or_else(|| Error::Choice(typed, "status", Status::choices(lang)))
}
