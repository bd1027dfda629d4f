//! duban 督办: a terminal ledger for one government work plan.

pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod draft;
pub mod error;
pub mod gate;
pub mod ledger;
pub mod ops;
pub mod plan;
pub mod query;
pub mod report;
pub mod sheet;
pub mod store;
pub mod strings;
pub mod text;
pub mod tui;
