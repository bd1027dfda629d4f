//! Values of indicators as they are typed on one line: `T7a=3.2 县统计局`.

use crate::error::Error;
use crate::ledger::{NewEntry, Reading};
use crate::plan::{Plan, TaskNo};
use crate::strings::errors;

/// `T7a=3.2` sets a value, `T7a=3.2 县统计局` also where it comes from, `T7a=` takes it away.
///
/// # Errors
/// What cannot be read, and what would be right.
pub fn set_value(plan: &Plan, new: &mut NewEntry, typed: &str) -> Result<(), Error> {
    let folded = typed.replace('＝', "=");
    let form = || Error::Usage(errors::VALUE_FORM, typed.to_owned(), String::new());
    let (id, value) = folded.split_once('=').ok_or_else(form)?;
    let (id, value) = (id.trim(), value.trim());
    let ours = |task: Option<TaskNo>| task.is_none_or(|t| t == new.task);
    let mut possible = plan.indicators.iter().filter(|i| ours(i.task));
    let Some(indicator) = possible.clone().find(|i| i.id.eq_ignore_ascii_case(id)) else {
        let all = possible.by_ref().map(|i| i.id.to_string()).collect();
        return Err(Error::UnknownIndicator(id.to_owned(), new.task.0, all));
    };
    let old = new.readings.iter().find(|r| r.indicator == indicator.id).map(|r| r.source.clone());
    new.readings.retain(|r| r.indicator != indicator.id);
    if !value.is_empty() {
        let fault = |fault| Error::Value(indicator.id.to_string(), value.to_owned(), fault);
        new.readings.push(Reading::parse(plan, indicator, value, &old.unwrap_or_default()).map_err(fault)?);
    }
    Ok(())
}
