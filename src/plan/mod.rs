//! The plan: one published document as data.
//!
//! Owns the types that hold a document, its groups, tasks, responsible units and indicators, the loader that
//! reads them from TOML ([`load`]) and the checks that name every fault of a plan file at once ([`check`]).
//! Refuses any knowledge of one particular plan: names and numbers live in `data/`, never here.

mod decimal;
mod load;
mod model;

pub use decimal::Decimal;
pub use load::{Fault, load};
pub use model::{
    Aside, Assignment, Base, Binding, Comparator, Document, Due, Group, GroupNo, Indicator, Kind, Origin,
    Part, Plan, Role, Target, Task, TaskNo, Unit, UnitIx,
};
