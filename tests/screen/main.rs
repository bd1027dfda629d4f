//! The whole program as keys in, screen out.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod clash;
mod cut;
mod drafts;
mod export;
mod finder;
mod form;
mod input;
mod jobs;
mod list;
mod office;
mod random;
mod record;
mod report;
#[path = "../support/screen.rs"]
mod support;
mod waiting;
