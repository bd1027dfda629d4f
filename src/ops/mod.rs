//! One file for each thing a person does to the ledger: rules, then one call of the store.
//!
//! Owns what must hold before something is written. The screen and the command line write only through here.
//! Refuses reading for show: that is `query`'s.

mod add;
mod who;

pub use add::{add, prefill};
pub use who::local_actor;
