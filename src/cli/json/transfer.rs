//! What an import wrote, or would write.

use serde::Serialize;

use crate::error::Place;
use crate::ledger::{Coded, Percent};
use crate::ops::{Imported, There};
use crate::plan::Plan;

/// `import` of an exported ledger.
#[derive(Serialize)]
pub(in crate::cli) struct TakenIn<'a> {
    head: &'a str,
    /// `false` where it was only looked at.
    applied: bool,
}

/// `import` of a sheet.
#[derive(Serialize)]
pub(in crate::cli) struct ImportedRows<'a> {
    applied: bool,
    new: Vec<NewRow<'a>>,
    there: Vec<ThereRow<'a>>,
    /// Rows in which nobody wrote anything.
    empty: usize,
}

/// An element of its `new`.
#[derive(Serialize)]
pub(in crate::cli) struct NewRow<'a> {
    sheet: Option<&'a str>,
    row: usize,
    /// `null` where it was not written.
    id: Option<i64>,
    task: Option<u16>,
    unit: &'a str,
    period: String,
    date: String,
    status: &'static str,
    percent: Option<u8>,
    progress: &'a str,
}

/// An element of its `there`.
#[derive(Serialize)]
pub(in crate::cli) struct ThereRow<'a> {
    sheet: Option<&'a str>,
    row: usize,
    /// The entry that says the same; `null` where a row above does.
    id: Option<i64>,
    /// That row.
    above: Option<usize>,
}

pub(in crate::cli) fn taken_in(head: &str, applied: bool) -> TakenIn<'_> {
    TakenIn { head, applied }
}

pub(in crate::cli) fn imported<'a>(
    plan: &'a Plan,
    done: &'a Imported,
    empty: usize,
    applied: bool,
) -> ImportedRows<'a> {
    let ids = done.written.iter().map(|e| Some(e.id.0)).chain(std::iter::repeat(None));
    let new = done.new.iter().zip(ids).map(|((place, new), id)| NewRow {
        sheet: place.sheet.as_deref(),
        row: place.row,
        id,
        task: new.task.numbered(),
        unit: plan.unit_name(new.unit),
        period: new.period.to_string(),
        date: new.day.to_string(),
        status: new.status.code(),
        percent: new.percent.map(Percent::get),
        progress: &new.progress,
    });
    let there = |(place, there): &'a (Place, There)| {
        let (id, above) = match there {
            There::Entry(id) => (Some(id.0), None),
            There::Row(row) => (None, Some(*row)),
        };
        ThereRow { sheet: place.sheet.as_deref(), row: place.row, id, above }
    };
    ImportedRows { applied, new: new.collect(), there: done.there.iter().map(there).collect(), empty }
}
