//! The rules of the ledger, without any input or output.
//!
//! Owns what an entry, a period, a status, a standing and a light are, and what may be written. Refuses files,
//! databases, terminals and clocks: whoever calls brings the day.

mod change;
mod check;
mod code;
mod day;
mod due;
mod entry;
mod evidence;
mod field;
mod light;
mod measured;
mod period;
mod standing;
mod status;

pub use change::{Action, Change, Conflict, Edited, Merge, PurgeNote, Version, changed, merge, take};
pub use code::Coded;
pub use day::{DayFault, MomentFault, parse_day, parse_moment};
pub use due::{Deadline, deadline};
pub use entry::{Actor, Entry, EntryId, LINE_CHARS, NewEntry, Percent, PercentFault, Revision, TEXT_CHARS};
pub use evidence::{EVIDENCE_MOST, Evidence, EvidenceKind, NOTE_CHARS, REFERENCE_CHARS};
pub use field::{Field, FieldFault};
pub use light::{Facts, Light, Reason, light};
pub use measured::{Judgement, Measured, MeasuredFault, Reading, SOURCE_CHARS, judge, members};
pub use period::{Period, PeriodKind};
pub use standing::Standing;
pub use status::Status;
