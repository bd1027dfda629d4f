//! Questions to a snapshot: rows, counts, lights, finding units. Pure: no file, no clock, no terminal.
//!
//! Owns what a list shows and in which order, and what a filter lets through. The screen, the command line and
//! reports read the ledger through here alone, so that they cannot tell different things.

mod counts;
mod filter;
mod find;
mod rows;
mod words;

pub use counts::{Facets, LightCounts, UnitCount, facets, light_counts, unit_counts};
pub use filter::{Filter, LightFilter, RoleFilter};
pub use find::{Found, Names, find_group, find_task, find_unit, find_unit_to_write, find_what};
pub use rows::{Row, Sort, row, rows};
pub use words::TextFilter;
