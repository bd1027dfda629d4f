//! The digits: to a task by its number.

use super::super::effect::Effect;
use super::super::model::{Model, Pane, Paused};
use crate::plan::TaskNo;
use crate::query::{Sort, rows};
use crate::strings::tui as say;

/// A digit goes to a task at once; one that follows makes a longer number, if there is such a task.
pub(super) fn digit(model: &mut Model, digit: char) -> Vec<Effect> {
    let last = model.plan().tasks.len();
    let there = |digits: &str| digits.parse().ok().map(TaskNo).filter(|no| model.plan().task(*no).is_some());
    let longer = format!("{}{digit}", model.digits);
    let wanted = longer.clone();
    let (digits, task) = match there(&longer) {
        Some(task) => (longer, Some(task)),
        None => (digit.to_string(), there(&digit.to_string())),
    };
    model.digits = digits;
    let Some(task) = task else {
        model.say(say::NO_TASK.with(model.lang, &[&model.digits, &last.to_string()]));
        return Vec::new();
    };
    let number = model.digits.clone();
    let said = if wanted == number {
        say::GOING_TO.with(model.lang, &[&number])
    } else {
        say::GOING_INSTEAD.with(model.lang, &[&wanted, &number])
    };
    model.say(said);
    // The first of two digits may have led out of the filter and the second back into it.
    let before = model.paused.as_ref().map_or(&model.filter, |p| &p.filter).clone();
    let passes = rows(&model.snapshot, &before, Sort::Task).iter().any(|r| r.task.no == task);
    if passes {
        model.paused = None;
        model.filter = before;
    } else {
        let paused = Paused { filter: std::mem::take(&mut model.filter), task: model.selected };
        model.paused.get_or_insert(paused);
        model.say(say::PAUSED.with(model.lang, &[&number]));
    }
    model.pane = Pane::List;
    model.selected = task;
    model.scroll = 0;
    model.hit = None;
    model.recount();
    let unit = model.filter.unit;
    (unit != model.newest_of).then_some(Effect::Load(unit)).into_iter().collect()
}
