//! What the office decided about how it works: lengths, days and thresholds. One list of settings, with their
//! defaults, names and limits, serves reading, writing and telling.

use std::fmt;

use super::{Coded, Limit, Limits, PeriodKind};
use crate::plan::{Kind, Plan, UnitIx};
use crate::strings::{Text, words};

/// The office's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How long a period is.
    pub period: PeriodKind,
    /// Day of a period's last month up to which a report is in time.
    pub cutoff_day: i8,
    /// How many days ahead a date counts as near.
    pub near_days: i32,
    /// How many bad periods running make a task red.
    pub running: usize,
    /// Units that owe a general report, in the order of the document.
    pub general: Vec<UnitIx>,
    /// The unit whose own tasks the office itself reports on.
    pub office: Option<UnitIx>,
    /// What sessions over SSH may do.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            period: PeriodKind::TwoMonths,
            cutoff_day: 25,
            near_days: 30,
            running: 2,
            general: Vec::new(),
            office: None,
            limits: Limits::default(),
        }
    }
}

/// The name of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// [`Settings::period`].
    Period,
    /// [`Settings::cutoff_day`].
    CutoffDay,
    /// [`Settings::near_days`].
    NearDays,
    /// [`Settings::running`].
    Running,
    /// [`Settings::general`].
    General,
    /// [`Settings::office`].
    Office,
    /// [`Settings::limits`].
    Limit(Limit),
}

impl Coded for Setting {
    const ALL: &'static [Self] = &[
        Self::Period,
        Self::CutoffDay,
        Self::NearDays,
        Self::Running,
        Self::General,
        Self::Office,
        Self::Limit(Limit::KeyRequired),
        Self::Limit(Limit::Idle),
        Self::Limit(Limit::SessionsEach),
        Self::Limit(Limit::SessionsAll),
        Self::Limit(Limit::EntryChars),
        Self::Limit(Limit::EntriesMinute),
        Self::Limit(Limit::EntriesDay),
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::CutoffDay => "cutoff_day",
            Self::NearDays => "near_days",
            Self::Running => "running",
            Self::General => "general",
            Self::Office => "office",
            Self::Limit(limit) => limit.code(),
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Period => words::SET_PERIOD,
            Self::CutoffDay => words::SET_CUTOFF,
            Self::NearDays => words::SET_NEAR,
            Self::Running => words::SET_RUNNING,
            Self::General => words::SET_GENERAL,
            Self::Office => words::SET_OFFICE,
            Self::Limit(limit) => limit.word(),
        }
    }
}

/// Why a value was not taken: what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingFault {
    /// One of the kinds of periods.
    Kind,
    /// A whole number in these limits.
    Number(i32, i32),
    /// Units of the plan.
    Units,
}

impl Settings {
    /// The settings with one of them set to a value as typed or stored: units as codes, separated by commas.
    ///
    /// # Errors
    /// What would be right.
    pub fn set(&mut self, plan: &Plan, setting: Setting, value: &str) -> Result<(), SettingFault> {
        let value = value.trim();
        match setting {
            Setting::Period => self.period = PeriodKind::parse(value).ok_or(SettingFault::Kind)?,
            Setting::CutoffDay => self.cutoff_day = number(value, 1, 31)?,
            Setting::NearDays => self.near_days = number(value, 0, 365)?,
            Setting::Running => self.running = number(value, 1, 12)?,
            Setting::General => self.general = units(plan, value)?,
            Setting::Office => self.office = units(plan, value)?.first().copied(),
            Setting::Limit(limit) => {
                let (least, most) = limit.range();
                self.limits.set(limit, number(value, least, most)?);
            }
        }
        Ok(())
    }

    /// A setting's value as [`Settings::set`] reads it.
    #[must_use]
    pub fn get(&self, plan: &Plan, setting: Setting) -> String {
        let codes = |units: &[UnitIx]| {
            let codes: Vec<&str> =
                units.iter().filter_map(|u| plan.unit(*u)).map(|u| u.code.as_str()).collect();
            codes.join(",")
        };
        match setting {
            Setting::Period => self.period.code().to_owned(),
            Setting::CutoffDay => self.cutoff_day.to_string(),
            Setting::NearDays => self.near_days.to_string(),
            Setting::Running => self.running.to_string(),
            Setting::General => codes(&self.general),
            Setting::Office => self.office.map(|u| codes(&[u])).unwrap_or_default(),
            Setting::Limit(limit) => self.limits.get(limit).to_string(),
        }
    }
}

fn number<T: TryFrom<i32>>(value: &str, least: i32, most: i32) -> Result<T, SettingFault> {
    let fault = SettingFault::Number(least, most);
    let number: i32 = crate::text::fold(value).parse().map_err(|_| fault)?;
    if !(least..=most).contains(&number) {
        return Err(fault);
    }
    T::try_from(number).map_err(|_| fault)
}

fn units(plan: &Plan, value: &str) -> Result<Vec<UnitIx>, SettingFault> {
    let codes = value.split([',', '，', '、', ' ']).map(str::trim).filter(|c| !c.is_empty());
    let named = codes.map(|c| plan.unit_by_code(c).or_else(|| plan.unit_by_name(c)));
    let mut units = Vec::new();
    for unit in named {
        let unit = unit.ok_or(SettingFault::Units)?;
        // A collective stands for its members, if the document says who they are: it reports nothing itself.
        match plan.unit(unit).map(|u| &u.kind) {
            Some(Kind::Collective(Some(members))) => units.extend(members),
            Some(Kind::Named) => units.push(unit),
            _ => return Err(SettingFault::Units),
        }
    }
    units.sort_unstable();
    units.dedup();
    Ok(units)
}

impl fmt::Display for SettingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind => {
                let codes: Vec<&str> = PeriodKind::ALL.iter().map(|k| k.code()).collect();
                f.write_str(&codes.join(", "))
            }
            Self::Number(least, most) => write!(f, "{least}-{most}"),
            Self::Units => f.write_str("sfj,ssz"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_read_back() {
        let plan = crate::plan::load(crate::plan::EMBEDDED).expect("a plan");
        let mut settings = Settings::default();
        for (setting, typed, stored) in [
            (Setting::Period, "quarter", "quarter"),
            (Setting::Period, "月", "month"),
            (Setting::CutoffDay, "２０", "20"),
            (Setting::NearDays, "0", "0"),
            (Setting::Running, "3", "3"),
            (Setting::General, "嵊山镇, sfj,ssz", "sfj,ssz"),
            (Setting::General, "sfj,各乡镇", "sfj,cyz,ssz,ysz,wlx,hlx,gqx,hnx"),
            (Setting::Office, "sfj", "sfj"),
            (Setting::Office, "", ""),
        ] {
            assert_eq!(settings.set(&plan, setting, typed), Ok(()), "{typed}");
            assert_eq!(settings.get(&plan, setting), stored, "{typed}");
        }
        for (setting, typed, fault) in [
            (Setting::Period, "week", SettingFault::Kind),
            (Setting::CutoffDay, "32", SettingFault::Number(1, 31)),
            (Setting::NearDays, "many", SettingFault::Number(0, 365)),
            (Setting::Running, "0", SettingFault::Number(1, 12)),
            (Setting::General, "sfj,nobody", SettingFault::Units),
        ] {
            let before = settings.clone();
            assert_eq!(settings.set(&plan, setting, typed), Err(fault), "{typed}");
            assert_eq!(settings, before, "nothing changed");
        }
    }
}
