//! The rules of the ledger, without any input or output.
//!
//! Owns what an entry, a period, a status, a standing and a light are, and what may be written. Refuses files,
//! databases, terminals and clocks: whoever calls brings the day.

mod code;
mod day;
mod due;
mod entry;
mod light;
mod period;
mod standing;
mod status;

pub use code::Coded;
pub use day::{DayFault, parse_day};
pub use due::{Deadline, deadline};
pub use entry::{
    Actor, Entry, EntryId, Field, FieldFault, LINE_CHARS, NewEntry, Percent, PercentFault, Revision,
    TEXT_CHARS,
};
pub use light::{Facts, Light, Reason, light};
pub use period::{Period, PeriodKind};
pub use standing::Standing;
pub use status::Status;
