//! The whole program as keys in, screen out.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod back;
mod clash;
mod conditions;
mod contacts;
mod cut;
mod drafts;
mod export;
mod finder;
mod form;
mod glance;
mod input;
mod jobs;
mod list;
mod office;
mod overview;
mod random;
mod record;
mod report;
mod several;
mod story;
#[path = "../support/screen.rs"]
mod support;
mod views;
mod waiting;
