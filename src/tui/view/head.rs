//! The two rows at the top: which plan as of which day, the lights; then the filter and how many pass.

use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::theme;
use crate::ledger::{Coded, Light, Period};
use crate::query::{Tongue, line, period_line};
use crate::strings::{Lang, saves, several, tui as say, ui};
use crate::text::cells;

/// Draws both rows.
pub fn draw(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) {
    let left = lights(model, layout, canvas);
    let title = title(model, usize::from(left));
    canvas.put(0, 0, usize::from(left.saturating_sub(1)), &title, theme::STRONG);
    let right = canvas.put_right(layout.width, 1, &circumstances(model), theme::PLAIN);
    let style = if model.filter.is_empty() { theme::PLAIN } else { theme::STRONG };
    canvas.put(0, 1, usize::from(right.saturating_sub(1)), &filter(model), style);
}

/// The longest form of the title that fits; the as-of day is never dropped.
fn title(model: &Model, room: usize) -> String {
    let lang = model.lang;
    let day = model.snapshot.as_of;
    let as_of = ui::AS_OF.with(lang, &[&day.to_string()]);
    let short = ui::AS_OF.with(lang, &[&day.strftime("%m-%d").to_string()]);
    let (name, number) = (say::NAME.say(lang), &model.plan().document.doc_no);
    let forms =
        [format!("{name} {number} {as_of}"), format!("{number} {as_of}"), format!("{number} {short}"), as_of];
    forms.iter().find(|f| cells(f) < room).or(forms.last()).cloned().unwrap_or_default()
}

/// Lights with their counts at the right; without those that count nothing where room is scarce. Where they begin.
fn lights(model: &Model, layout: &Layout, canvas: &mut Canvas<'_>) -> u16 {
    let roomy = layout.width >= 79 && model.lang == Lang::Zh;
    let shown = Light::ALL.iter().rev().filter(|l| roomy || model.lights.of(**l) > 0);
    let mut right = layout.width;
    for light in shown {
        let word = format!("{}{}", light.word().say(model.lang), model.lights.of(*light));
        let style = if model.lights.of(*light) > 0 { theme::light(*light) } else { theme::PLAIN };
        right = canvas.put_right(right, 0, &word, style).saturating_sub(1);
    }
    right + 1
}

/// The conditions as they could be typed, and how many tasks pass.
fn filter(model: &Model) -> String {
    let (lang, plan) = (model.lang, model.plan());
    let count = say::COUNT.with(lang, &[&model.listed.len().to_string(), &plan.tasks.len().to_string()]);
    let said = line(plan, &model.filter, Tongue::Words(lang));
    let marked = (!model.marked.is_empty())
        .then(|| format!(" {}", several::MARKED.with(lang, &[&model.marked.len().to_string()])));
    let count = count + marked.as_deref().unwrap_or_default();
    if said.is_empty() && marked.is_none() {
        return format!("{}  {count}", say::EVERYTHING.say(lang));
    }
    let said = if said.is_empty() { say::EVERYTHING.say(lang) } else { &said };
    format!("{said}  {count}  {}", say::CLEARS.say(lang))
}

/// The period of the as-of day, or that the plan's term is over.
fn circumstances(model: &Model) -> String {
    let day = model.snapshot.as_of;
    if model.read_only {
        return saves::READ_ONLY.say(model.lang).to_owned();
    }
    if let Some(at) = model.snapshot.known_at {
        return say::KNOWN_AT.with(model.lang, &[&at.local().strftime("%Y-%m-%d %H:%M").to_string()]);
    }
    if model.looking.is_some() {
        return say::LOOKING.say(model.lang).to_owned();
    }
    let office = &model.snapshot.office;
    let period = period_line(&model.snapshot, model.lang);
    match &model.plan().horizon {
        Some((end, _)) if day > *end => {
            // The office may well go on after the plan's term.
            let open = office.current(day).is_some_and(|p| p.is_open_on(day));
            let period = period.filter(|_| open).unwrap_or_default();
            format!("{} {period}", say::HORIZON.say(model.lang)).trim_end().to_owned()
        }
        _ => period.unwrap_or_else(|| Period::containing(day, office.settings.period).long(model.lang)),
    }
}
