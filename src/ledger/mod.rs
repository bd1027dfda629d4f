//! The rules of the ledger, without any input or output.
//!
//! Owns what an entry, a period, a status, a standing and a light are, and what may be written. Refuses files,
//! databases, terminals and clocks: whoever calls brings the day.

mod act;
mod change;
mod check;
mod closing;
mod code;
mod day;
mod due;
mod entry;
mod evidence;
mod fault;
mod field;
mod light;
mod measured;
mod merge;
mod notice;
mod office;
mod owed;
mod period;
mod permission;
mod review;
mod settings;
mod standing;
mod status;

pub use act::{Act, Deed, Import};
pub use change::{Action, Change, Conflict, Edited, PurgeNote, Version, changed};
pub use check::clean_field;
pub use closing::{Closure, Extension, extended};
pub use code::Coded;
pub use day::{DayFault, MomentFault, parse_day, parse_moment};
pub use due::{Deadline, deadline};
pub use entry::{Actor, Entry, EntryId, LINE_CHARS, NewEntry, Percent, PercentFault, Revision, TEXT_CHARS};
pub use evidence::{EVIDENCE_MOST, Evidence, EvidenceKind, NOTE_CHARS, REFERENCE_CHARS};
pub use fault::OfficeFault;
pub use field::{Field, FieldFault};
pub use light::{Facts, Light, Reason, light};
pub use measured::{Judgement, Measured, MeasuredFault, Reading, SOURCE_CHARS, judge, members};
pub use merge::{Merge, Part, merge, take};
pub use notice::{Answer, Notice, NoticeId, NoticeKind};
pub use office::Office;
pub use owed::{Duty, Opened, Owing, Reported, Running, duties, running};
pub use period::{Period, PeriodKind};
pub use permission::{Operator, OperatorDuty, Permission, Right, may};
pub use review::{Review, Reviewed};
pub use settings::{Setting, SettingFault, Settings};
pub use standing::Standing;
pub use status::Status;
