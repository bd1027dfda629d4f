//! 导入: the reports of a sheet are written, all of them or none, by the rules by which one is typed.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::limit;
use super::permit::{on_saving, permit};
use super::rules;
use crate::clock::Clock;
use crate::error::{Error, Place, SheetError, SheetFault};
use crate::ledger::{
    Act, Actor, Deed, Entry, EntryId, Import, LINE_CHARS, NewEntry, Office, OperatorDuty, Period, Permission,
    Reviewed, Status,
};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::sheet::{Line, Lines};
use crate::store::{Batch, Found, StoreError, Writer};
use crate::text::visible;

/// How many rows may be written while others work: they hold the ledger for some 0.3 s.
const CROWD: usize = 2_000;

/// A file that is imported.
#[derive(Debug)]
pub struct Sheet {
    /// What it is called.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What it says.
    pub lines: Lines,
}

/// What an import wrote, or would write.
#[derive(Debug)]
pub struct Imported {
    /// The reports, each with its row.
    pub new: Vec<(Place, NewEntry)>,
    /// The same as they were written; nothing where it was only asked.
    pub written: Vec<Entry>,
    /// Rows that were not written because the same is there.
    pub there: Vec<(Place, There)>,
}

/// Where a report is already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// In the ledger.
    Entry(EntryId),
    /// In this row of the sheet.
    Row(usize),
}

/// The ledger, to write so many rows: alone where they would keep others waiting too long.
///
/// # Errors
/// [`SheetError::Crowd`] where others have it open, or what the store says.
pub fn open_to_import(path: &Path, plan: Arc<Plan>, rows: usize) -> Result<Writer, Error> {
    if rows <= CROWD {
        return Ok(Writer::open(path, plan)?);
    }
    Writer::open_alone(path, plan).map_err(|e| match e {
        StoreError::InUse => SheetError::Crowd(rows).into(),
        e => e.into(),
    })
}

/// What importing the sheet would write now.
///
/// # Errors
/// [`SheetError::Faults`] with every fault, [`SheetError::Already`], or what the store says.
pub fn look_at_import(
    writer: &mut Writer,
    plan: &Plan,
    sheet: Sheet,
    by: &Actor,
    clock: Clock,
) -> Result<Imported, Error> {
    let checked = writer.look(|now| checked(plan, now, sheet, by, clock))?;
    Ok(Imported {
        new: checked.new.into_iter().map(|(p, n, _)| (p, n)).collect(),
        written: Vec::new(),
        there: checked.there,
    })
}

/// Writes the reports of the sheet. `tell` hears how many are in, and ends it by an error.
///
/// # Errors
/// As [`look_at_import`]. Nothing is written then.
pub fn import(
    writer: &mut Writer,
    plan: &Plan,
    sheet: Sheet,
    by: &Actor,
    clock: Clock,
    tell: &mut dyn FnMut(i64) -> Result<(), StoreError>,
) -> Result<Imported, Error> {
    let at = clock.now();
    let rule = |now: &Found<'_>| {
        let file = visible(&sheet.file).chars().take(LINE_CHARS).collect();
        let sha256 = sheet.sha256.clone();
        let Checked { new, there } = checked(plan, now, sheet, by, clock)?;
        limit::in_number(now, &now.office()?, new.len(), by, at)?;
        let act = Import { sha256, file, by: by.name.clone(), at, entries: new.len() };
        let act = Some((Deed::Import, Act::Import(act))).filter(|_| !new.is_empty());
        let entries = new.iter().map(|(_, new, review)| (new.clone(), review.clone())).collect();
        Ok((Batch { entries, act }, (new, there)))
    };
    let (written, (new, there)) = writer.batch::<_, Error>(by, at, rule, tell)?;
    Ok(Imported { new: new.into_iter().map(|(p, n, _)| (p, n)).collect(), written, there })
}

/// What the rules make of a sheet.
struct Checked {
    new: Vec<(Place, NewEntry, Reviewed)>,
    there: Vec<(Place, There)>,
}

fn checked(plan: &Plan, now: &Found<'_>, sheet: Sheet, by: &Actor, clock: Clock) -> Result<Checked, Error> {
    if let Some(before) = now.imported(&sheet.sha256)? {
        return Err(SheetError::Already(before.file, before.by, before.at).into());
    }
    let Lines { lines, mut faults, .. } = sheet.lines;
    let mut above = Above {
        plan,
        now,
        office: now.office()?,
        by,
        today: clock.today(),
        said: HashMap::new(),
        stood: HashMap::new(),
    };
    let mut checked = Checked { new: Vec::new(), there: Vec::new() };
    for line in lines {
        match above.check(&line) {
            Ok(Verdict::New(new, review)) => checked.new.push((line.place().clone(), *new, review)),
            Ok(Verdict::There(there)) => checked.there.push((line.place().clone(), there)),
            Ok(Verdict::Unsound) => {}
            Err(errors) => {
                for error in errors {
                    if let Error::Store(e) = error {
                        return Err(e.into());
                    }
                    faults.push(SheetFault { place: line.place_of(&error), error });
                }
            }
        }
    }
    if faults.is_empty() {
        return Ok(checked);
    }
    let place = |f: &SheetFault| (f.place.row, f.place.column.map(|(at, _)| at));
    // Sheets stay in their order.
    let mut order: Vec<Option<String>> = Vec::new();
    for fault in &faults {
        if !order.contains(&fault.place.sheet) {
            order.push(fault.place.sheet.clone());
        }
    }
    faults.sort_by_key(|f| (order.iter().position(|s| *s == f.place.sheet), place(f)));
    Err(SheetError::Faults(faults).into())
}

/// What becomes of a row.
enum Verdict {
    New(Box<NewEntry>, Reviewed),
    There(There),
    /// Its cells have faults of their own.
    Unsound,
}

/// What makes a report the same as another.
type Key = (TaskNo, UnitIx, Period, Date, String);

/// The ledger as it would be with the rows above.
struct Above<'f> {
    plan: &'f Plan,
    now: &'f Found<'f>,
    office: Office,
    by: &'f Actor,
    today: Date,
    said: HashMap<Key, (usize, NewEntry)>,
    stood: HashMap<(TaskNo, UnitIx), BTreeMap<Date, Status>>,
}

impl Above<'_> {
    /// Every rule is asked, so that all that is wrong is told at once.
    fn check(&mut self, line: &Line) -> Result<Verdict, Vec<Error>> {
        let (task, unit) = (line.new.task, line.new.unit);
        let owed = rules::must_owe(self.plan, &self.office, task, unit).err();
        let duty = permit(&self.office, self.by, Permission::Report, Some(unit));
        let may = duty.as_ref().copied().unwrap_or(OperatorDuty::Office);
        let mut faults: Vec<Error> = owed.into_iter().chain(duty.err()).collect();
        let verdict = if line.sound { self.judge(line, may) } else { Ok(Verdict::Unsound) };
        match verdict {
            Ok(verdict) if faults.is_empty() => return Ok(verdict),
            Ok(_) => {}
            Err(error) => faults.push(error),
        }
        Err(faults)
    }

    fn judge(&mut self, line: &Line, duty: OperatorDuty) -> Result<Verdict, Error> {
        let clean = line.new.clone().cleaned(self.today);
        let clean = clean.map_err(|(field, fault)| Error::Field(field, fault, self.today))?;
        let key = (clean.task, clean.unit, clean.period, clean.day, clean.progress.clone());
        if let Some((row, before)) = self.said.get(&key) {
            let same = is_same(before, &clean);
            return same
                .then_some(Verdict::There(There::Row(*row)))
                .ok_or_else(|| SheetError::DiffersInSheet(*row).into());
        }
        if let Some(before) = self.now.same(&clean)? {
            let same = is_same(&before.as_new(), &clean);
            return same
                .then_some(Verdict::There(There::Entry(before.id)))
                .ok_or_else(|| SheetError::Differs(before.id.0).into());
        }
        limit::in_length(&self.office, &clean, self.by)?;
        let before = self.stood_before(&clean)?;
        let new = rules::checked_after(self.plan, clean, before, duty, self.today)?;
        self.stood.entry((new.task, new.unit)).or_default().insert(new.day, new.status);
        self.said.insert(key, (line.place().row, new.clone()));
        Ok(Verdict::New(Box::new(new), on_saving(duty)))
    }

    /// The status before a report, in the ledger or in a row above.
    fn stood_before(&self, new: &NewEntry) -> Result<Status, Error> {
        if new.task == TaskNo::GENERAL {
            return Ok(new.status);
        }
        let stored = self.now.stood_before(new.task, new.unit, new.day)?;
        let above = self.stood.get(&(new.task, new.unit)).and_then(|s| s.range(..=new.day).next_back());
        Ok(match (stored, above) {
            (Some((day, status)), Some((above, _))) if day > *above => status,
            (_, Some((_, status))) => *status,
            (Some((_, status)), None) => status,
            (None, None) => rules::FIRST_STATUS,
        })
    }
}

/// Whether two reports say the same; who reported it does not matter.
fn is_same(one: &NewEntry, other: &NewEntry) -> bool {
    let bare = |new: &NewEntry| {
        let mut new = NewEntry { reporter: String::new(), ..new.clone() };
        new.readings.sort_by(|a, b| a.indicator.cmp(&b.indicator));
        new
    };
    bare(one) == bare(other)
}
