//! How what somebody did for the office is taken back: by which keys, or that it is not.

use crate::ledger::{Act, Acted, Deed};
use crate::plan::Plan;
use crate::query::tell;
use crate::strings::{Lang, saves as say};
use crate::text::truncate;

/// Most cells of what was done: which one it was, not all that it says.
const MOST: usize = 60;

/// What was done last, and how it is taken back.
pub(super) fn way_back(plan: &Plan, acted: &Acted, lang: Lang) -> String {
    let said = tell(plan, acted, lang);
    let said = truncate(said.trim_end_matches(['。', '.']), MOST);
    say::LAST_ACT.with(lang, &[&said, &how(acted, lang)])
}

fn how(acted: &Acted, lang: Lang) -> String {
    let plain = |text: crate::strings::Text| text.say(lang).to_owned();
    match &acted.act {
        None | Some(Act::Operator(_)) => plain(say::BACK_OPERATOR),
        Some(Act::Import(_) | Act::Bulletin(..)) => plain(say::BACK_BULLETIN),
        Some(Act::Period(_)) => plain(say::BACK_PERIOD),
        Some(Act::Closure(closure)) => {
            let text = if closure.reopened.is_none() { say::BACK_CLOSURE } else { say::BACK_REOPENED };
            text.with(lang, &[&closure.task.0.to_string()])
        }
        Some(Act::Extension(_, moved)) => {
            let text = if moved.withdrawn.is_none() { say::BACK_EXTENSION } else { say::BACK_WITHDRAWN };
            text.with(lang, &[&moved.task.0.to_string()])
        }
        Some(Act::Notice(..)) if acted.deed == Deed::Send => plain(say::BACK_NOTICE),
        Some(Act::Notice(..)) => plain(say::BACK_ANSWER),
        Some(Act::Setting(..)) => plain(say::BACK_SETTING),
        Some(Act::View(_)) => plain(say::BACK_VIEW),
        Some(Act::Contact(..)) => plain(say::BACK_CONTACT),
    }
}
