//! duban 督办: a terminal ledger for one government work plan.

pub mod plan;
pub mod strings;
pub mod text;
pub mod tui;
