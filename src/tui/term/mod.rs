//! The terminal: bytes in, bytes out.
//!
//! Owns the tty, its modes, its two threads and the two languages spoken over it (keys in, frames out).
//! Refuses to know what the program shows or does, and never asks the terminal a question.

mod decoder;
mod encode;
mod glyph;
mod keytable;
mod moves;
mod paste;
mod pen;
mod row;
mod utf8;

pub use decoder::{Decoder, Input};
pub use encode::Encoder;
pub use paste::PASTE_LIMIT;
