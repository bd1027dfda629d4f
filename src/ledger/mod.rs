//! The rules of the ledger, without any input or output.
//!
//! Owns what an entry, a period, a status, a standing and a light are, and what may be written. Refuses files,
//! databases, terminals and clocks: whoever calls brings the day.

mod act;
mod admission;
mod assess;
mod change;
mod check;
mod closing;
mod code;
mod contact;
mod day;
mod due;
mod entry;
mod evidence;
mod fault;
mod field;
mod issued;
mod key;
mod light;
mod limits;
mod measured;
mod merge;
mod notice;
mod office;
mod owed;
mod passage;
mod period;
mod permission;
mod review;
mod settings;
mod standing;
mod status;
mod view;

pub use act::{Act, Acted, Deed, Import};
pub use admission::GateFault;
pub use assess::{Assess, Points};
pub use change::{Action, Change, Conflict, Edited, PurgeNote, Version, changed};
pub use check::clean_field;
pub use closing::{Closure, Extension, extended};
pub use code::Coded;
pub use contact::Contact;
pub use day::{DayFault, MomentFault, parse_day, parse_moment};
pub use due::{Deadline, deadline};
pub use entry::{
    Actor, Entry, EntryId, LINE_CHARS, NewEntry, Percent, PercentFault, Revision, TEXT_CHARS, Way,
};
pub use evidence::{EVIDENCE_MOST, Evidence, EvidenceKind, NOTE_CHARS, REFERENCE_CHARS};
pub use fault::OfficeFault;
pub use field::{Field, FieldFault};
pub use issued::Issued;
pub use key::{KeyFault, OperatorKey, PublicKey};
pub use light::{Facts, Light, Reason, light};
pub use limits::{Limit, Limits};
pub use measured::{Judgement, Measured, MeasuredFault, Reading, SOURCE_CHARS, judge, members};
pub use merge::{Merge, Part, merge, take};
pub use notice::{Answer, Notice, NoticeId, NoticeKind};
pub use office::Office;
pub use owed::{Duty, Opened, Owing, Reported, Running, duties, running};
pub use passage::{PASSAGES, Passage, passage, passes};
pub use period::{Period, PeriodKind};
pub use permission::{Operator, OperatorDuty, Permission, Right, may};
pub use review::{Review, Reviewed};
pub use settings::{Setting, SettingFault, Settings};
pub use standing::Standing;
pub use status::Status;
pub use view::{OWN_VIEWS, View};
