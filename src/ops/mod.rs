//! One file for each thing a person does to the ledger: rules, then one call of the store.
//!
//! Owns what must hold before something is written. The screen and the command line write only through here.
//! Refuses reading for show: that is `query`'s.

mod add;
mod daily;
mod delete;
mod doctor;
mod edit;
mod purge;
mod rules;
mod undo;
mod who;

pub use add::{add, prefill};
pub use daily::Daily;
pub use delete::delete;
pub use doctor::{Finding, Said, State, doctor};
pub use edit::{edit, restore};
pub use purge::{purge, purgeable};
pub use rules::must_be_responsible;
pub use undo::{redo, redo_preview, undo, undo_preview};
pub use who::local_actor;
