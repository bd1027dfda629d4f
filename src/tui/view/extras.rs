//! The rows of the form that come in numbers: values of indicators, and evidence.

use super::super::form::{FieldId, Form, Rules};
use super::super::model::Model;
use super::form::{Pen, boxed, complaint};
use super::lines::fitting;
use super::theme;
use crate::ledger::Coded;
use crate::plan::Target;
use crate::strings::{Lang, plan as plan_say, tui as say};
use crate::text::{cells, truncate};

/// Values, evidence and who reports, a row each.
pub(super) fn extra_rows(form: &Form) -> Vec<Vec<FieldId>> {
    let values = (0..form.values.len()).map(|i| vec![FieldId::Value(i)]);
    let evidence = (0..form.evidence.len()).map(|i| vec![FieldId::Evidence(i), FieldId::Note(i)]);
    values.chain(evidence).chain([vec![FieldId::Reporter]]).collect()
}

pub(super) fn value_row(model: &Model, form: &Form, at: usize, rules: Rules<'_>, pen: &mut Pen<'_, '_>) {
    let lang = model.lang;
    let Some(field) = form.values.get(at) else { return };
    let Some(indicator) = model.plan().indicators.iter().find(|i| i.id == field.indicator) else { return };
    let name = if lang == Lang::Zh { &indicator.name } else { &indicator.gloss };
    let room = usize::from(pen.width / 2).saturating_sub(18);
    let target = plan_say::target(indicator, lang);
    let label = format!("{} {} {target}", say::F_VALUE.say(lang), truncate(name, room));
    let mut x = boxed(form, FieldId::Value(at), &label, 12, 0, pen);
    if indicator.target == Target::Unknown {
        x = pen.canvas.put(x + 1, pen.y, 10, &indicator.measure, theme::PLAIN);
    }
    let here = form.focus == FieldId::Value(at);
    if let Some(fault) = form.fault(FieldId::Value(at), rules) {
        complaint(&fault, here, x, pen);
        pen.y += 1;
        return;
    }
    // Beside the field how it stands, and how to say where it comes from where there is room; else that, and a name
    // that was cut, below.
    let said = said_of_value(model, form, at, rules);
    let how = say::VALUE_SOURCE.say(lang);
    let both = if said.is_empty() { how.to_owned() } else { format!("{said}  {how}") };
    let room_beside = usize::from(pen.width.saturating_sub(x + 2));
    let both_fit = cells(&both) <= room_beside;
    let beside = if here && both_fit { &both } else { &said };
    pen.canvas.put(x + 2, pen.y, room_beside, fitting([beside.as_str()], room_beside), theme::PLAIN);
    // What is wrong elsewhere comes before a hint.
    if here && pen.below.is_none() && (!both_fit || cells(name) > room) {
        let name = format!("{name} {target}");
        let all = if both_fit { [name, String::new()] } else { [format!("{name}  {how}"), how.to_owned()] };
        let below = fitting(all.iter().map(String::as_str), usize::from(pen.width));
        pen.below = (!below.is_empty()).then(|| (below.to_owned(), theme::PLAIN));
    }
    pen.y += 1;
}

/// Whether the value as typed meets its target, and what it was last time.
fn said_of_value(model: &Model, form: &Form, at: usize, rules: Rules<'_>) -> String {
    let lang = model.lang;
    let judged = form.judgement(at, rules).map(|j| j.word().say(lang).to_owned());
    let id = form.values.get(at).map(|v| v.indicator.as_str());
    let before = form.previous.iter().flat_map(|e| &e.readings).find(|r| Some(r.indicator.as_str()) == id);
    let last = before.map(|r| say::LAST_VALUE.with(lang, &[&r.value.to_string()]));
    [judged, last].into_iter().flatten().collect::<Vec<_>>().join("  ")
}

pub(super) fn evidence_row(model: &Model, form: &Form, at: usize, pen: &mut Pen<'_, '_>) {
    let lang = model.lang;
    let (first, second) = (say::F_EVIDENCE.say(lang), say::F_NOTE.say(lang));
    // Two labels, two pairs of brackets, the gaps between them.
    let taken = u16::try_from(cells(first) + cells(second)).unwrap_or(0) + 7;
    let half = pen.width.saturating_sub(taken) / 2;
    let x = boxed(form, FieldId::Evidence(at), first, half, 0, pen);
    boxed(form, FieldId::Note(at), second, half, x + 1, pen);
    pen.y += 1;
}
