//! What is wrong with a field as typed, said beside it while typing, and the report that a form without faults
//! becomes.

use jiff::civil::Date;

use super::draft::kind_of;
use super::{FieldId, Form};
use crate::error::Error;
use crate::ledger::{
    Evidence, Field, FieldFault, Judgement, NewEntry, Percent, Period, Reading, judge, parse_day,
};
use crate::ops::must_be_responsible;
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::query::find_unit_to_write;
use crate::strings::Lang;

/// What fields are held against.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The language of the sentences.
    pub lang: Lang,
    /// Today.
    pub today: Date,
}

impl Form {
    /// What is wrong with a field, as a sentence.
    #[must_use]
    pub fn fault(&self, field: FieldId, rules: Rules<'_>) -> Option<String> {
        let error = match field {
            FieldId::Unit => self.chosen_unit(rules).err(),
            FieldId::Period => self.chosen_period().err(),
            FieldId::Day => self.chosen_day(rules.today).err(),
            FieldId::Percent => self.chosen_percent().err(),
            FieldId::Value(i) => self.reading(i, rules).err(),
            _ => None,
        };
        error.map(|e| e.say(rules.lang))
    }

    /// The report, if it may be stored.
    ///
    /// # Errors
    /// The first field at fault, and the sentence.
    pub fn build(&self, rules: Rules<'_>) -> Result<NewEntry, (FieldId, String)> {
        let say = |field| move |e: Error| (field, e.say(rules.lang));
        let new = NewEntry {
            task: self.task,
            unit: self.chosen_unit(rules).map_err(say(FieldId::Unit))?,
            period: self.chosen_period().map_err(say(FieldId::Period))?,
            day: self.chosen_day(rules.today).map_err(say(FieldId::Day))?,
            status: self.status,
            percent: self.chosen_percent().map_err(say(FieldId::Percent))?,
            progress: self.progress.text().to_owned(),
            problems: self.problems.text().to_owned(),
            next_steps: self.next.text().to_owned(),
            readings: self.readings(rules)?,
            evidence: self.pieces(),
            reporter: self.reporter.text().trim().to_owned(),
        };
        // Whether a status may stand without a text depends on the status before; `ops` knows that one.
        new.cleaned(rules.today).map_err(|(field, fault)| {
            let place = place_of(field);
            (place, Error::Field(field, fault, rules.today).say(rules.lang))
        })
    }

    /// The values that were typed.
    fn readings(&self, rules: Rules<'_>) -> Result<Vec<Reading>, (FieldId, String)> {
        let each = (0..self.values.len())
            .map(|i| self.reading(i, rules).map_err(|e| (FieldId::Value(i), e.say(rules.lang))));
        let shown = each.collect::<Result<Vec<_>, _>>()?.into_iter().flatten();
        Ok(shown.chain(self.unshown.iter().cloned()).collect())
    }

    fn reading(&self, at: usize, rules: Rules<'_>) -> Result<Option<Reading>, Error> {
        let Some(field) = self.values.get(at) else { return Ok(None) };
        let typed = field.typed.text().trim();
        let indicator = rules.plan.indicators.iter().find(|i| i.id == field.indicator);
        let Some(indicator) = indicator.filter(|_| !typed.is_empty()) else { return Ok(None) };
        Reading::parse(rules.plan, indicator, typed, &field.source)
            .map(Some)
            .map_err(|fault| Error::Value(indicator.id.to_string(), typed.to_owned(), fault))
    }

    /// Whether a value as typed meets its target; nothing while none is typed.
    #[must_use]
    pub fn judgement(&self, at: usize, rules: Rules<'_>) -> Option<Judgement> {
        let reading = self.reading(at, rules).ok()??;
        let indicator = rules.plan.indicators.iter().find(|i| i.id == reading.indicator)?;
        Some(judge(rules.plan, indicator, &reading.value))
    }

    /// The evidence that was typed.
    fn pieces(&self) -> Vec<Evidence> {
        let typed = self.evidence.iter().filter(|e| !e.is_empty());
        typed
            .map(|e| {
                let piece = Evidence::guessed(e.reference.text());
                Evidence { kind: kind_of(e, piece.kind), note: e.note.text().trim().to_owned(), ..piece }
            })
            .collect()
    }

    fn chosen_unit(&self, rules: Rules<'_>) -> Result<UnitIx, Error> {
        let unit = find_unit_to_write(rules.plan, self.unit.text(), rules.lang)?;
        // Which units owe a general report `ops` knows.
        if self.task == TaskNo::GENERAL {
            return Ok(unit);
        }
        must_be_responsible(rules.plan, self.task, unit).map(|()| unit)
    }

    fn chosen_period(&self) -> Result<Period, Error> {
        let typed = self.period.text();
        Period::parse(typed).ok_or_else(|| Error::Period(typed.to_owned()))
    }

    fn chosen_day(&self, today: Date) -> Result<Date, Error> {
        let day = parse_day(self.day.text()).map_err(Error::Day)?;
        if day > today {
            return Err(Error::Field(Field::Day, FieldFault::Future(day), today));
        }
        Ok(day)
    }

    fn chosen_percent(&self) -> Result<Option<Percent>, Error> {
        let typed = self.percent.text().trim();
        if typed.is_empty() { Ok(None) } else { Percent::parse(typed).map(Some).map_err(Error::Percent) }
    }
}

/// Where in the form a field of an entry is typed.
const fn place_of(field: Field) -> FieldId {
    match field {
        Field::Day => FieldId::Day,
        Field::Period => FieldId::Period,
        Field::Status => FieldId::Status,
        Field::Percent => FieldId::Percent,
        Field::Problems => FieldId::Problems,
        Field::NextSteps => FieldId::Next,
        Field::Readings => FieldId::Value(0),
        Field::Evidence => FieldId::Evidence(0),
        Field::Progress => FieldId::Progress,
        Field::Reporter => FieldId::Reporter,
    }
}
