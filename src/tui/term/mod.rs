//! The terminal: bytes in, bytes out.
//!
//! Owns the tty, its modes, its two threads and the two languages spoken over it (keys in, frames out).
//! Refuses to know what the program shows or does, and never asks the terminal a question.

mod burst;
mod columns;
mod decoder;
mod encode;
mod flurry;
mod forms;
mod glyph;
mod input;
mod job;
mod keytable;
mod latch;
mod moves;
mod output;
mod pace;
mod paste;
mod pen;
mod row;
mod signals;
mod state;
mod tty;
mod utf8;
mod wait;
mod watch;

pub use burst::{is_pasted, pasted_text};
pub use decoder::{Decoder, Input};
pub use encode::Encoder;
pub use input::{End, Listen, TtyEvent, spawn as listen};
pub use latch::Latch;
pub use output::{FrameOut, Outbox};
pub use pace::{Haste, Pace};
pub use paste::PASTE_LIMIT;
pub use signals::Signals;
pub use tty::{Size, Tty};
