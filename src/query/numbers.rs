//! The document's numbers: which of them stand so, and how many.

use super::facts::number_state;
use super::{NumberFilter, is_not_reached};
use crate::ledger::{Coded, judge};
use crate::plan::{Binding, Indicator};
use crate::store::Snapshot;
use crate::strings::{Text, desk};

/// Which of the document's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberPick {
    /// All of them.
    All,
    /// Those that stand so.
    Of(NumberFilter),
    /// Those that are to be striven for.
    Strive,
    /// Of these, met.
    StriveMet,
}

/// These numbers, in the document's order.
#[must_use]
pub fn numbers(snapshot: &Snapshot, pick: NumberPick) -> Vec<&Indicator> {
    let is = |i: &Indicator, state| number_state(snapshot, i) == state;
    let admits = |i: &&Indicator| match pick {
        NumberPick::All => true,
        NumberPick::Of(state) => is(i, state),
        NumberPick::Strive => i.binding == Binding::Strive,
        NumberPick::StriveMet => i.binding == Binding::Strive && is(i, NumberFilter::Met),
    };
    snapshot.plan.indicators.iter().filter(admits).collect()
}

/// Whether a number meets its target, in a word; nothing without a value. What nobody is held to is not missed but
/// not reached.
#[must_use]
pub fn judged_word(snapshot: &Snapshot, indicator: &Indicator) -> Option<Text> {
    let (reading, ..) = snapshot.readings.get(indicator.id.as_str())?;
    let missed = is_not_reached(snapshot, indicator).then_some(desk::NOT_REACHED);
    Some(missed.unwrap_or_else(|| judge(&snapshot.plan, indicator, &reading.value).word()))
}

/// How many of the document's numbers are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberCounts {
    /// All of them.
    pub all: usize,
    /// Met by the latest value.
    pub met: usize,
    /// Not met by it.
    pub missed: usize,
    /// Without a value, or with one that is not judged.
    pub unknown: usize,
    /// Those for which the document leaves the target open.
    pub open: usize,
    /// Those that are to be striven for.
    pub strive: usize,
    /// Of these, met.
    pub strive_met: usize,
}

/// Counts the document's numbers; one whose target is open counts as nothing else.
#[must_use]
pub fn number_counts(snapshot: &Snapshot) -> NumberCounts {
    let of = |pick| numbers(snapshot, pick).len();
    NumberCounts {
        all: of(NumberPick::All),
        met: of(NumberPick::Of(NumberFilter::Met)),
        missed: of(NumberPick::Of(NumberFilter::Missed)),
        unknown: of(NumberPick::Of(NumberFilter::Unknown)),
        open: of(NumberPick::Of(NumberFilter::Open)),
        strive: of(NumberPick::Strive),
        strive_met: of(NumberPick::StriveMet),
    }
}
