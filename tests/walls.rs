//! The walls of the house: who may import whom, how long a file and a function may be, and what the tables of
//! interface text must keep to.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "walls/imports.rs"]
mod imports;
#[path = "walls/lengths.rs"]
mod lengths;
#[path = "walls/source.rs"]
mod source;
#[path = "walls/texts.rs"]
mod texts;
#[path = "walls/writes.rs"]
mod writes;
