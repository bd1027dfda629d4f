//! The latest value of every indicator as of a day.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{Row, named_params};

use super::snapshot::{Known, Scope};
use super::then::Then;
use super::{Reader, StoreError, rows};
use crate::ledger::{EntryId, Reading};
use crate::plan::{Indicator, UnitIx};

/// Values of an indicator, latest first.
const LATEST: &str = "SELECT entry, unit, day, value, source FROM reading
  WHERE indicator = :indicator AND day <= :day ORDER BY day DESC, entry DESC";

/// The same of one unit.
const LATEST_OF_UNIT: &str = "SELECT entry, unit, day, value, source FROM reading
  WHERE indicator = :indicator AND unit = :unit AND day <= :day ORDER BY day DESC, entry DESC";

impl Reader {
    /// The latest value of each indicator that is asked about: that of the unit that leads its task, else whoever's is latest.
    pub(super) fn readings(
        &self,
        scope: Scope,
        as_of: Date,
        then: &Then,
    ) -> Result<HashMap<String, Known>, StoreError> {
        let mut readings = HashMap::new();
        for indicator in self.plan.indicators.iter().filter(|i| scope.asks(i)) {
            let lead = indicator.task.and_then(|t| self.plan.task(t)).and_then(crate::plan::Task::lead);
            let of_lead = match lead {
                Some(lead) => self.latest(indicator, Some(lead), as_of, then)?,
                None => None,
            };
            let latest = match of_lead {
                Some(known) => Some(known),
                None => self.latest(indicator, None, as_of, then)?,
            };
            if let Some(known) = latest {
                readings.insert(indicator.id.to_string(), known);
            }
        }
        Ok(readings)
    }

    fn latest(
        &self,
        indicator: &Indicator,
        unit: Option<UnitIx>,
        as_of: Date,
        then: &Then,
    ) -> Result<Option<Known>, StoreError> {
        let entries =
            then.with_value(&indicator.id).filter(|e| e.day <= as_of && unit.is_none_or(|u| u == e.unit));
        let known = entries
            .filter_map(|e| {
                let reading = e.readings.iter().find(|r| r.indicator == indicator.id)?;
                Some((e.id, (reading.clone(), e.day, e.unit)))
            })
            .max_by_key(|(id, (_, day, _))| (*day, *id));
        let stored = self.stored(indicator, unit, as_of, then)?;
        let both = known.into_iter().chain(stored);
        Ok(both.max_by_key(|(id, (_, day, _))| (*day, *id)).map(|(_, known)| known))
    }

    fn stored(
        &self,
        indicator: &Indicator,
        unit: Option<UnitIx>,
        as_of: Date,
        then: &Then,
    ) -> Result<Option<(EntryId, Known)>, StoreError> {
        let day = as_of.to_string();
        let code = unit.and_then(|u| self.plan.unit(u)).map(|u| u.code.as_str());
        let mut statement = self.db.prepare_cached(if code.is_some() { LATEST_OF_UNIT } else { LATEST })?;
        let mut found = match code {
            Some(unit) => {
                statement.query(named_params! {":indicator": indicator.id, ":day": day, ":unit": unit})?
            }
            None => statement.query(named_params! {":indicator": indicator.id, ":day": day})?,
        };
        while let Some(r) = found.next()? {
            let id = EntryId(r.get(0)?);
            if !then.hides(id) {
                return Ok(Some((id, self.known(indicator, r)?)));
            }
        }
        Ok(None)
    }

    fn known(&self, indicator: &Indicator, r: &Row<'_>) -> rusqlite::Result<Known> {
        let unit = rows::parsed(r, 1, |code| self.plan.unit_by_code(code))?;
        let value = rows::measured(r, 3)?;
        let reading = Reading { indicator: indicator.id.to_string(), value, source: r.get(4)? };
        Ok((reading, rows::day(r, 2)?, unit))
    }
}
