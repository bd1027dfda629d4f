//! Documents that leave the ledger: bulletin, ledger sheet, assessment, sheets of a task and a unit.
//!
//! Owns what they say (`doc`) and how each format writes it. Refuses SQL and decisions: it reads snapshots through `query`.

mod calendar;
pub mod doc;

pub use calendar::{Calendar, calendar};
