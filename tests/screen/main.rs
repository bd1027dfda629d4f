//! The whole program as keys in, screen out.

mod list;
mod report;
#[path = "../support/screen.rs"]
mod support;
