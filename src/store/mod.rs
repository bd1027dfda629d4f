//! The ledger's file: the only place that knows SQL.
//!
//! Owns one SQLite file with the plan, the entries and their history, and how it is opened, read and written.
//! Refuses rules: what may be written is decided by `ledger` and `ops` before it comes here.
//!
//! Reading never waits for a writer. Writing takes its turn on lock files beside the ledger, because SQLite's
//! own waiting is unfair, and then one short `BEGIN IMMEDIATE`.

mod act_issued;
mod acted;
mod acts;
mod backup;
mod batch;
mod body;
mod bulk;
mod came;
mod connect;
mod create;
mod desk;
mod each;
mod examine;
mod export;
mod fault;
mod file;
mod found;
mod gate;
mod gram;
mod head;
mod history;
mod imports;
mod keep;
mod kept;
mod lines;
mod lock_file;
mod marked;
mod migrate;
mod open;
mod pages;
mod parts;
mod people;
mod place;
mod purge;
mod readings;
mod readonly;
mod restore;
mod rows;
mod save;
mod schema;
mod search;
mod seats;
mod share;
mod site;
mod snapshot;
mod spelling;
mod standings;
mod take_in;
mod then;
mod turn;
mod verify;
mod versions;
mod wait;
mod write;

#[cfg(test)]
mod plans_tests;

pub use backup::{Backup, BackupTo, backup, backups_folder};
pub use batch::Batch;
pub use bulk::{Filling, fill};
pub use create::create;
pub use examine::{Examined, newest_backup, sqlite_version};
pub use export::Exported;
pub use fault::{ExportFault, StoreError};
pub use file::{LedgerFile, default_path};
pub use found::Found;
pub use history::Head;
pub use imports::sha256;
pub use keep::{of_day, prune};
pub use open::{Reader, Writer};
pub use pages::{Page, PageOf};
pub use place::Which;
pub use purge::{Erased, Purge};
pub use restore::{Abandoned, Restored, restore};
pub use search::Hunt;
pub use seats::{FullHouse, Seat, take_seat};
pub use share::share_folder;
pub use site::{Filesystem, Rights, Site, filesystem, site};
pub use snapshot::{Known, Pair, Scope, Snapshot};
pub use take_in::{TakenIn, take_in};
pub use then::When;
pub use verify::{Mismatch, Proof};
pub use versions::Changes;
pub use wait::{Obstacle, Stop, Wait};
pub use write::Decision;
