//! What can be set: the language of this session, and how the office works.

use super::super::model::Model;
use super::canvas::Canvas;
use super::layout::Layout;
use super::{foot, theme};
use crate::ledger::{Coded, PeriodKind, Setting};
use crate::plan::UnitIx;
use crate::strings::{Lang, office, tui as say, ui};

/// Draws it over the bottom rows.
pub fn draw(model: &Model, at: usize, layout: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let rows = u16::try_from(Setting::ALL.len()).unwrap_or(0);
    let first = (layout.foot + 1).saturating_sub(rows + 1);
    for y in first.saturating_sub(1)..=layout.foot {
        canvas.blank(0, y, layout.width);
    }
    foot::said_above(model, first.saturating_sub(2), layout, canvas);
    let width = usize::from(layout.width);
    canvas.put(0, first.saturating_sub(1), width, say::SETTINGS.say(lang), theme::STRONG);
    canvas.put(0, first, width, office::SETTINGS_OFFICE.say(lang), theme::STRONG);
    for (at_row, (y, setting)) in (first + 1..).zip(Setting::ALL).enumerate() {
        let (mark, style) = if at_row == at { (">", theme::CURSOR) } else { (" ", theme::PLAIN) };
        canvas.put(0, y, 1, mark, style);
        canvas.put(1, y, 28, setting.word().say(lang), style);
        let value = value(model, *setting);
        canvas.put(30, y, width.saturating_sub(30), &value, theme::PLAIN);
    }
}

/// What a setting is, in words.
pub fn value(model: &Model, setting: Setting) -> String {
    let (lang, settings) = (model.lang, &model.snapshot.office.settings);
    let names = |units: &[UnitIx]| {
        let names: Vec<&str> = units.iter().map(|u| model.plan().unit_name(*u)).collect();
        names.join(ui::LIST_COMMA.say(lang))
    };
    match setting {
        Setting::Period => settings.period.word().say(lang).to_owned(),
        Setting::General => names(&settings.general),
        Setting::Office => names(settings.office.as_slice()),
        Setting::CutoffDay | Setting::NearDays | Setting::Running | Setting::Limit(_) => {
            settings.get(model.plan(), setting)
        }
    }
}

/// What a setting can be, where that is not plain.
pub fn choices(setting: Setting, lang: Lang) -> String {
    match setting {
        Setting::Period => PeriodKind::choices(lang),
        Setting::CutoffDay => "1-31".to_owned(),
        Setting::NearDays => "0-365".to_owned(),
        Setting::Running => "1-12".to_owned(),
        Setting::General | Setting::Office => String::new(),
        Setting::Limit(limit) => {
            let (least, most) = limit.range();
            format!("{least}-{most}")
        }
    }
}
