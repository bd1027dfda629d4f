//! Documents that leave the ledger: bulletin, ledger sheet, assessment, sheets of a task and a unit.
//!
//! Owns what they say (`doc`) and how each format writes it: HTML (with SVG), Word, spreadsheets. Refuses SQL and decisions: it reads snapshots through `query`.

pub mod doc;
pub mod docx;
pub mod fault;
pub mod html;
mod part;
mod shown;
mod svg;
pub mod xlsx;

#[cfg(test)]
mod samples;

pub use fault::FormatFault;
