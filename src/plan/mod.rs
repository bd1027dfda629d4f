//! The plan: one published document as data.
//!
//! Owns the types that hold a document, its groups, tasks, responsible units and indicators, and the loader that
//! reads them from TOML and names every fault of a plan file at once ([`load`]). Refuses any knowledge of one
//! particular plan: names and numbers live in `data/`, never here.

mod decimal;
pub mod faults;
mod indicator;
mod load;
mod model;
mod ready;
mod words;

pub use decimal::{Decimal, DecimalError};
pub use faults::Fault;
pub use indicator::{Aside, Base, Binding, Comparator, Due, Indicator, IndicatorIx, Target};
pub use load::load;
pub use model::{
    Assignment, Document, Group, GroupNo, Kind, Origin, Part, Plan, Role, Task, TaskNo, Unit, UnitIx,
};
pub use ready::{EMBEDDED_SHA256, embedded};
pub use words::Words;

/// The plan that comes with the program, as TOML.
pub const EMBEDDED: &str = include_str!("../../data/plan.toml");

/// The text that [`EMBEDDED`] was taken from, as published.
pub const OFFICIAL: &str = include_str!("../../data/official.txt");
