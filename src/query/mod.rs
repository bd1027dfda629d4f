//! Questions to a snapshot: rows, counts, lights, finding units. Pure: no file, no clock, no terminal.
//!
//! Owns what a list shows and in which order, and what a filter lets through. The screen, the command line and
//! reports read the ledger through here alone, so that they cannot tell different things.

mod acts;
mod beside;
mod conditions;
mod counts;
mod due;
mod facts;
mod filter;
mod find;
#[cfg(test)]
mod line_tests;
mod named;
mod near;
mod numbers;
mod overview;
mod read;
mod rows;
mod suggest;
mod tokens;
mod views;
mod words;

pub use acts::tell;
pub use beside::{Trouble, about, is_not_reached, is_self_reviewed, not_reached, review_words, trouble};
pub use conditions::{CONDITIONS, Condition, Tongue, line};
pub use counts::{
    Facets, LightCounts, Turned, UnitCount, facets, group_counts, light_changes, light_counts, turned,
    unit_counts,
};
pub use due::{DueItem, DueKind, days_left, due};
pub use facts::{Dated, dated, owes, owing, owing_now};
pub use filter::{Filter, LightFilter, NumberFilter, RoleFilter};
pub use find::{
    Found, Names, find_group, find_task, find_task_or_general, find_unit, find_unit_by_whole_name,
    find_unit_to_write, find_what,
};
pub use named::{find_one_unit, find_tasks, find_units, parts};
pub use numbers::{NumberCounts, NumberPick, judged_word, number_counts, numbers};
pub use overview::{Only, OwedCounts, OwedRow, PRESSING, in_words, left, owed, period_line, to_do, troubled};
pub use read::{narrow, parse};
pub use rows::{Row, Sort, row, rows, tasks};
pub use suggest::{Suggestion, suggest};
pub use views::{ViewRow, find_view, own_unit, shown, view_names, views};
pub use words::TextFilter;
