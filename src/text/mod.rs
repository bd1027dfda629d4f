//! Text as people see it and type it: display width, cutting, wrapping, showing hidden characters, pinyin,
//! caret editing. Pure functions and small state; refuses all I/O and knows nothing of plans, keys or colours.

mod breaks;
pub mod diff;
pub mod edit;
pub mod fit;
mod formula;
pub mod grapheme;
pub mod mark;
pub mod matcher;
mod measure;
pub mod pinyin;
pub mod rank;
pub mod safe;
pub mod spelt;
pub mod width;
pub mod wrap;

pub use diff::{Piece, diff};
pub use edit::{Edit, Editor, window};
pub use fit::{pad, pad_left, truncate};
pub use formula::{harmless, without_apostrophe};
pub use mark::numbers;
pub use matcher::{Class, Hit, Name, Query};
pub use rank::{Choice, Ranked, choose, rank};
pub use safe::{Lines, Unsafe, clean_input, fold, json_bytes_escaped, json_escaped, visible, visible_lines};
pub use spelt::{Spelt, hits};
pub use width::{cells, grapheme_cells, is_ambiguous};
pub use wrap::{Line, byte_at, caret_of, column, wrap};

#[cfg(test)]
mod samples;
