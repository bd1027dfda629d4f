//! 要办的事: what there is to do for one unit, or for all of them: sent back, to be answered, owed, coming up.

use super::model::Model;
use crate::ledger::{Entry, Notice, NoticeId, Owing};
use crate::plan::{TaskNo, UnitIx};
use crate::query::{DueItem, DueKind, due};

/// The box.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    /// Whose; nothing for all units.
    pub unit: Option<UnitIx>,
    /// The row under the cursor.
    pub at: usize,
}

/// One thing to do.
#[derive(Debug, Clone, Copy)]
pub enum Item<'a> {
    /// A report that the office sent back.
    Returned(&'a Entry),
    /// A date, a report or an answer that is due.
    Due(DueItem),
    /// A notice that awaits no answer any more: the office ends it.
    Standing(NoticeId, &'a Notice),
}

/// What there is to do, in the order of a desk: what came back, what asks for an answer, what is owed, what is near.
#[must_use]
pub fn items(model: &Model, unit: Option<UnitIx>) -> Vec<Item<'_>> {
    let (snapshot, as_of) = (&model.snapshot, model.snapshot.as_of);
    let own = unit.is_some() && unit == model.own();
    let returned = model.returned.iter().filter(|_| own).map(Item::Returned);
    let about = |item: &DueItem| item.task.unwrap_or(TaskNo::GENERAL);
    let came_back = |item: &DueItem| {
        own && item.state == Some(Owing::Returned) && model.returned.iter().any(|e| e.task == about(item))
    };
    let near = i32::max(snapshot.office.settings.near_days, 0);
    let mut all = due(snapshot, unit);
    all.retain(|item| item.kind != DueKind::Task || item.within(near.into(), as_of));
    all.retain(|item| !came_back(item));
    // For all units together, one that awaits no answer by a day stands there once, to be ended.
    all.retain(|item| unit.is_some() || item.on.is_some());
    let stands = snapshot.office.notices.iter().filter(|(_, n)| unit.is_none() && n.stands_on(as_of));
    let stands = stands.filter(|(_, n)| n.unanswered(as_of).next().is_none());
    let stands = stands.map(|(id, n)| Item::Standing(*id, n));
    let of = |kind| all.iter().filter(move |item| item.kind == kind).copied().map(Item::Due);
    let notices = of(DueKind::Notice).chain(stands);
    returned.chain(notices).chain(of(DueKind::Report)).chain(of(DueKind::Task)).collect()
}
