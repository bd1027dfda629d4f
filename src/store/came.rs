//! What came for a period: of each report that is owed, the first and the latest that stand. Two seeks each.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{Row, named_params};

use super::then::Then;
use super::{Reader, StoreError, rows};
use crate::ledger::{Duty, Entry, EntryId, Office, Period, Reported, Review, Status, duties};
use crate::plan::TaskNo;

/// How many periods back somebody may ask; the screen shows the last six.
const PERIODS: usize = 6;

/// Reports for a period, earliest first. A change of status without a text is no report.
const EARLIEST: &str =
    "SELECT id, day, status, review FROM entry WHERE plan = :plan AND period = :period AND unit = :unit
  AND task IS :task AND deleted_at IS NULL AND progress <> '' AND day <= :day ORDER BY day, id";

/// The same, latest first.
const LATEST: &str =
    "SELECT id, day, status, review FROM entry WHERE plan = :plan AND period = :period AND unit = :unit
  AND task IS :task AND deleted_at IS NULL AND progress <> '' AND day <= :day ORDER BY day DESC, id DESC";

/// What is asked of a report here.
type Seen = (Date, EntryId, Status, Review);

impl Reader {
    /// What came for the last periods that the office opened by a day.
    pub(super) fn reported(
        &self,
        office: &Office,
        as_of: Date,
        then: &Then,
    ) -> Result<HashMap<(Period, Duty), Reported>, StoreError> {
        let mut reported = HashMap::new();
        let duties = duties(&self.plan, &office.settings.general);
        for opened in office.opened(as_of).take(PERIODS.max(office.settings.running + 1)) {
            for duty in &duties {
                reported.insert((opened.period, *duty), self.came(opened.period, *duty, as_of, then)?);
            }
        }
        Ok(reported)
    }

    pub(super) fn came(
        &self,
        period: Period,
        duty: Duty,
        as_of: Date,
        then: &Then,
    ) -> Result<Reported, StoreError> {
        let task = duty.1.unwrap_or(TaskNo::GENERAL);
        let counts = |e: &&Entry| e.period == period && e.is_report() && e.day <= as_of;
        let mut known: Vec<Seen> = then
            .of_pair((task, duty.0))
            .filter(counts)
            .map(|e| (e.day, e.id, e.status, e.review.state))
            .collect();
        let mut returned = false;
        for sql in [EARLIEST, LATEST] {
            let found = self.first_that_stands(sql, period, duty, as_of, then)?;
            returned |= found.1;
            known.extend(found.0);
        }
        known.sort_unstable_by_key(|seen| (seen.0, seen.1));
        returned |= known.iter().any(|seen| seen.3 == Review::Returned);
        let mut stands = known.iter().filter(|seen| seen.3 != Review::Returned);
        let first = stands.next();
        let last = stands.next_back().or(first);
        Ok(Reported { first: first.map(|s| s.0), status: last.map(|s| s.2), returned })
    }

    /// The first report in the statement's order that was not sent back, and whether one before it was.
    fn first_that_stands(
        &self,
        sql: &str,
        period: Period,
        (unit, task): Duty,
        as_of: Date,
        then: &Then,
    ) -> Result<(Option<Seen>, bool), StoreError> {
        let unit = self.plan.unit(unit).map(|u| u.code.as_str());
        let mut statement = self.db.prepare_cached(sql)?;
        let mut found = statement.query(named_params! {
            ":plan": self.plan.id, ":period": period.to_string(), ":unit": unit,
            ":task": task.and_then(TaskNo::numbered), ":day": as_of.to_string(),
        })?;
        let mut returned = false;
        while let Some(r) = found.next()? {
            let seen = seen(r)?;
            if then.hides(seen.1) {
                continue;
            }
            if seen.3 != Review::Returned {
                return Ok((Some(seen), returned));
            }
            returned = true;
        }
        Ok((None, returned))
    }
}

fn seen(r: &Row<'_>) -> rusqlite::Result<Seen> {
    Ok((rows::day(r, 1)?, EntryId(r.get(0)?), rows::status(r, 2)?, rows::review(r, 3)?))
}
