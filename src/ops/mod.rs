//! One file for each thing a person does to the ledger: rules, then one call of the store.
//!
//! Owns what must hold before something is written. The screen and the command line write only through here.
//! Refuses reading for show: that is `query`'s.

mod add;
mod closing;
mod contact;
mod daily;
mod delete;
mod doctor;
mod edit;
mod file_out;
mod import;
mod issue;
mod keys;
mod limit;
mod manage;
mod notice;
mod period;
mod permit;
mod purge;
mod review;
mod rules;
mod said;
mod since;
mod undo;
mod view;
mod who;

pub use add::{add, add_all, prefill};
pub use closing::{Grant, close_task, extend, reopen_task, withdraw};
pub use contact::{ContactChange, set_contact};
pub use daily::Daily;
pub use delete::delete;
pub use doctor::{Finding, Said, State, doctor};
pub use edit::{edit, edit_all, restore};
pub use file_out::{write_file, write_whole};
pub use import::{Imported, Sheet, There, import, look_at_import, open_to_import};
pub use issue::issue;
pub use keys::{add_key, remove_key};
pub use manage::{disable_operator, list_operator, set};
pub use notice::{answer, end, send};
pub use period::{close_period, open_period};
pub use purge::{purge, purgeable};
pub use review::{Verdict, pass_all, review};
pub use rules::must_be_responsible;
pub use since::{Since, since};
pub use undo::{redo, redo_all, redo_preview, redo_together, undo, undo_all, undo_preview, undo_together};
pub use view::{remove_view, save_view};
pub use who::local_actor;
