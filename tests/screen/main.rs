//! The whole program as keys in, screen out.

mod form;
mod jobs;
mod list;
mod record;
mod report;
#[path = "../support/screen.rs"]
mod support;
