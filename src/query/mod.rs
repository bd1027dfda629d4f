//! Questions to a snapshot: rows, counts, lights, finding units. Pure: no file, no clock, no terminal.
//!
//! Owns what a list shows and in which order, and what a filter lets through. The screen, the command line and
//! reports read the ledger through here alone, so that they cannot tell different things.

mod beside;
mod counts;
mod due;
mod facts;
mod filter;
mod find;
mod overview;
mod rows;
mod words;

pub use beside::{Trouble, is_not_reached, is_self_reviewed, not_reached, trouble};
pub use counts::{Facets, LightCounts, UnitCount, facets, group_counts, light_counts, unit_counts};
pub use due::{DueItem, DueKind, due};
pub use facts::{Dated, dated, owing, owing_now};
pub use filter::{Filter, LightFilter, NumberFilter, RoleFilter};
pub use find::{
    Found, Names, find_group, find_task, find_task_or_general, find_unit, find_unit_to_write, find_what,
};
pub use overview::{
    NumberCounts, OwedCounts, OwedRow, in_words, left, number_counts, owed, period_line, to_do, troubled,
};
pub use rows::{Row, Sort, row, rows};
pub use words::TextFilter;
