//! 回看: the whole screen as of an earlier day, to look at only; and back to its own day.

use jiff::civil::Date;

use super::super::effect::Effect;
use super::super::model::{Looking, Model};

/// The day that the screen is for when it does not look back.
pub(super) fn home(model: &Model) -> Date {
    model.looking.map_or(model.snapshot.as_of, |l| l.home)
}

/// Looks at a day from now on, or at the screen's own.
pub(super) fn at(model: &mut Model, day: Option<Date>) -> Option<Effect> {
    let home = home(model);
    let looking = day.filter(|day| *day != home).map(|day| Looking { day, home });
    if looking == model.looking {
        return None;
    }
    (model.looking, model.before) = (looking, None);
    Some(Effect::Look(looking.map(|l| l.day), model.filter.unit))
}
