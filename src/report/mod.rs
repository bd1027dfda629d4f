//! Documents that leave the ledger: bulletin, ledger sheet, assessment, sheets of a task and a unit.
//!
//! Owns what they are made of (`gather`), what they say, and how each format writes it (`format`). Refuses SQL and
//! decisions: it reads snapshots through `query`.

mod assess;
mod bulletin;
mod calendar;
pub mod csv;
pub mod doc;
mod docx;
mod fault;
mod fit;
pub mod format;
mod gather;
mod html;
pub mod issued;
pub mod json;
mod ledger;
mod markdown;
mod part;
mod plain;
#[cfg(test)]
mod samples;
mod sheet;
mod shown;
mod svg;
mod words;
mod xlsx;

pub use assess::{Tally, assess, tallies};
pub use bulletin::{Paper, bulletin};
pub use calendar::{Calendar, calendar};
pub use fault::FormatFault;
pub use format::Format;
pub use gather::{Recent, Sources, Wanted};
pub use ledger::ledger;
pub use sheet::{task_sheet, unit_sheet};
