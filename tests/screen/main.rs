//! The whole program as keys in, screen out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod form;
mod jobs;
mod list;
mod record;
mod report;
#[path = "../support/screen.rs"]
mod support;
