//! The ledger's file: the only place that knows SQL.
//!
//! Owns one SQLite file with the plan, the entries and their history, and how it is opened, read and written.
//! Refuses rules: what may be written is decided by `ledger` and `ops` before it comes here.
//!
//! Reading never waits for a writer. Writing takes its turn on lock files beside the ledger, because SQLite's
//! own waiting is unfair, and then one short `BEGIN IMMEDIATE`.

mod body;
mod create;
mod file;
mod found;
mod gram;
mod history;
mod open;
mod pages;
mod parts;
mod place;
mod readings;
mod readonly;
mod rows;
mod search;
mod snapshot;
mod then;
mod turn;
mod verify;
mod versions;
mod wait;
mod write;

#[cfg(test)]
mod plans_tests;

pub use create::create;
pub use file::{LedgerFile, default_path};
pub use found::Found;
pub use history::{ChainFault, Head, check_chain};
pub use open::{Reader, StoreError, Writer};
pub use pages::{Page, PageOf};
pub use place::Which;
pub use search::Hunt;
pub use snapshot::{Known, Pair, Snapshot};
pub use then::When;
pub use verify::Mismatch;
pub use versions::Changes;
pub use wait::{Obstacle, Stop, Wait};
pub use write::Decision;
