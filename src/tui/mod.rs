//! tui
pub mod term;
