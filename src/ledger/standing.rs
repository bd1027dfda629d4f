//! 现状: where a unit stands with a task.

use jiff::civil::Date;

use super::{EntryId, Percent, Period, Review, Status};

/// A unit's latest live entry on a task as of a day. Derived; the store keeps it at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The entry that stands.
    pub entry: EntryId,
    /// Its status.
    pub status: Status,
    /// Whether the office let it pass.
    pub review: Review,
    /// Its percent, where the unit gave one.
    pub percent: Option<Percent>,
    /// Its day.
    pub day: Date,
    /// Its period.
    pub period: Period,
    /// The last day on which the unit reported the task as done, where it ever did: a yearly duty may be done for
    /// its year although the latest report speaks of other things.
    pub last_done: Option<Date>,
}
