//! What stands below its like: counts, lights, marks.
//!
//! Owns which glyphs may be shorter to draw downwards than along their rows: a line feed and a step back are two bytes
//! where an address is eight, and a look is set once for all of them. Refuses to decide: that is done by
//! counting bytes. Refuses glyphs that terminals do not agree about.

use super::glyph::Glyph;
use super::pen::Pen;
use super::row::{Change, Unit};

/// A column is at least as long as this.
const LONG: usize = 3;
/// More columns than this are not tried.
const MOST: usize = 4;
/// What stands in a column is at most so many cells wide.
const NARROW: u16 = 4;
/// So many rows further down is still below.
const BELOW: u16 = 3;
/// What has no look of its own needs so many cells beside it that stay: fewer are written again sooner than jumped over.
const APART: u16 = 2;

/// Glyphs side by side.
type Run<'c, 'a> = &'c [Unit<'a>];

/// Glyphs with their rows, in the order of drawing.
pub(super) type Column<'c, 'a> = Vec<(u16, &'c Unit<'a>)>;

/// What might be drawn downwards, the longest first.
pub(super) fn columns<'c, 'a>(changes: &'c [Change<'a>]) -> Vec<Column<'c, 'a>> {
    let mut columns: Vec<Vec<(u16, Run<'c, 'a>)>> = Vec::new();
    for change in changes {
        for run in lone(change) {
            match columns.iter_mut().find(|column| goes_on(column, change.y, run)) {
                Some(column) => column.push((change.y, run)),
                None => columns.push(vec![(change.y, run)]),
            }
        }
    }
    columns.retain(|column| column.len() >= LONG);
    columns.sort_by_key(|column| std::cmp::Reverse(column.len()));
    columns.truncate(MOST);
    let glyphs = |(y, run): (u16, Run<'c, 'a>)| run.iter().map(move |unit| (y, unit));
    columns.into_iter().map(|column| column.into_iter().flat_map(glyphs).collect()).collect()
}

/// Whether this run stands below the last of the column: line feeds and some steps back lead to it.
fn goes_on(column: &[(u16, Run<'_, '_>)], y: u16, run: Run<'_, '_>) -> bool {
    let Some((above, last)) = column.last() else { return false };
    let (Some(end), Some(start)) = (last.last().map(Unit::end), run.first().map(|unit| unit.x)) else {
        return false;
    };
    (above + 1..=above + BELOW).contains(&y) && end >= start && end - start <= NARROW
}

/// The runs of a row that are narrow enough, and stand alone or look unlike the rest.
fn lone<'c, 'a>(change: &'c Change<'a>) -> Vec<Run<'c, 'a>> {
    let runs: Vec<Run<'c, 'a>> = change.runs().collect();
    let ends = |run: Run<'_, '_>| (run.first().map_or(0, |unit| unit.x), run.last().map_or(0, Unit::end));
    let mut alone = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let (start, end) = ends(run);
        let before = at.checked_sub(1).and_then(|at| runs.get(at)).map(|run| ends(run).1);
        let behind = runs.get(at + 1).map(|run| ends(run).0);
        let apart = before.is_none_or(|end| start - end >= APART) && behind.is_none_or(|x| x - end >= APART);
        let looks = run.first().is_some_and(|unit| unit.pen != Pen::DEFAULT);
        let certain = run.iter().all(|unit| unit.kind != Glyph::Ambiguous) && end < change.width();
        if (apart || looks) && certain && end - start <= NARROW {
            alone.push(*run);
        }
    }
    alone
}
