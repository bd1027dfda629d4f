//! What was read anew takes its place on the screen without moving what the operator is looking at.

use super::super::effect::{Effect, Loaded};
use super::super::model::{Model, Overlay, Tab};
use super::super::view;
use super::{overview, saving};
use crate::ledger::{Acted, Version};
use crate::plan::TaskNo;
use crate::store::Page;

/// How many entries are asked for beyond those that were on the screen: as many may have come above them.
const MORE: usize = 20;

/// The ledger was read.
pub(super) fn loaded(model: &mut Model, loaded: Loaded) -> Vec<Effect> {
    let mut effects = Vec::new();
    let (changed, anew) = (loaded.snapshot.seq != model.snapshot.seq, loaded.anew);
    let other_day = loaded.snapshot.as_of != model.snapshot.as_of;
    let held = held(model);
    let same = model.newest_of == loaded.unit && !anew;
    let before = model.newest.remove(&model.selected);
    model.snapshot = std::sync::Arc::new(loaded.snapshot);
    model.newest = loaded.newest.into_iter().collect();
    model.newest_of = loaded.unit;
    (model.returned, model.came) = (loaded.returned, loaded.came);
    // Whoever was reading further down goes on reading there, and meanwhile what was there before.
    let now = model.newest.get(&model.selected).map_or(0, |page| page.entries.len());
    if let Some(before) = before.filter(|page| same && (held.is_some() || page.entries.len() > now)) {
        effects.push(Effect::LoadMore(model.selected, model.filter.unit, before.entries.len() + MORE));
        model.newest.insert(model.selected, before);
    }
    model.recount();
    hold(model, held);
    if anew {
        effects.extend(saving::read_anew(model));
    }
    if changed || other_day {
        effects.extend(overview::again(model));
        if let Overlay::Queue(queue) = &model.overlay {
            effects.push(Effect::Queue(queue.pile));
        }
    }
    // The history on screen is of the ledger as it was.
    if (changed || other_day) && model.tab == Tab::History {
        effects.push(Effect::History(model.selected, model.filter.unit));
    }
    effects
}

/// More entries of a task.
pub(super) fn more(model: &mut Model, task: TaskNo, page: Page) {
    let held = held(model);
    model.newest.insert(task, page);
    hold(model, held);
}

/// What was done to the entries of a task, and what the office did about it.
pub(super) fn history(model: &mut Model, task: TaskNo, versions: Vec<Version>, acted: Vec<Acted>) {
    let held = held(model);
    if let (Overlay::Versions(at), Some((_, before))) = (&mut model.overlay, &model.history) {
        let open = before.get(*at).map(|v| v.seq);
        *at = versions.iter().position(|v| Some(v.seq) == open).unwrap_or(*at);
    }
    (model.history, model.acted) = (Some((task, versions)), acted);
    hold(model, held);
}

/// The line at the top of a detail that was scrolled. At its beginning one wants to see what is new.
fn held(model: &Model) -> Option<view::Mark> {
    let elsewhere = matches!(model.overlay, Overlay::Versions(_) | Overlay::Help);
    (model.scroll > 0 && !elsewhere).then(|| view::marks(model).get(model.scroll).copied()).flatten()
}

fn hold(model: &mut Model, held: Option<view::Mark>) {
    if let Some(at) = held.and_then(|mark| view::marks(model).iter().position(|m| *m == mark)) {
        model.scroll = at;
    }
}
