//! The screen: keys in, frames out.
//!
//! ```text
//! tty-in ──┐                                  ┌── reader  own connection, never waits for a writer
//!          ├── one channel ── ui: update ─────┤
//! tty-out ─┘      │            (model, event) └── writer  own connection, one turn at a time
//!                 └── view ── encoder ── one frame ── tty-out
//! ```
//!
//! Owns the state of one operator's session. Refuses to wait: the thread that answers keys asks nobody and no
//! disk.

mod acts;
pub mod begin;
pub mod behind;
pub mod clash;
pub mod desk;
pub mod effect;
pub mod export;
pub mod finder;
pub mod form;
pub mod ime;
pub mod key;
pub mod keys;
pub mod model;
pub mod office;
pub mod overlay;
pub mod overview;
pub mod pen;
pub mod picker;
pub mod saving;
pub mod several;
pub mod term;
pub mod trail;
pub mod update;
pub mod view;
mod way_back;

mod fall;
mod frames;
mod hands;
mod line;
mod listed;
mod over;
mod paper;
mod run;
mod showing;
pub mod workers;

pub use run::{run, run_watched};
