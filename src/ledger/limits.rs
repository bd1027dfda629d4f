//! 上限: what the office allows sessions over SSH. One table of settings with their limits and defaults.

use super::Coded;
use crate::strings::{Text, gate};

/// A limit that the office sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Whether sshd has to vouch for the key: 1 where it must.
    KeyRequired,
    /// Minutes without a key after which a session ends.
    Idle,
    /// Screens that one operator may have open.
    SessionsEach,
    /// Screens that all may have open.
    SessionsAll,
    /// Characters in the texts of one report.
    EntryChars,
    /// Reports that one operator may write in a minute.
    EntriesMinute,
    /// Reports that one operator may write in a day.
    EntriesDay,
}

/// Code, words, least, most, default. Where 0 is allowed it is no limit.
type Row = (Limit, &'static str, Text, i32, i32, i32);

const ROWS: [Row; 7] = [
    (Limit::KeyRequired, "key_required", gate::SET_KEY, 0, 1, 0),
    (Limit::Idle, "session_idle", gate::SET_IDLE, 0, 1440, 120),
    (Limit::SessionsEach, "sessions_each", gate::SET_EACH, 0, 1000, 50),
    (Limit::SessionsAll, "sessions_all", gate::SET_ALL, 0, 5000, 300),
    (Limit::EntryChars, "entry_chars", gate::SET_CHARS, 100, 60_000, 20_000),
    (Limit::EntriesMinute, "entries_minute", gate::SET_MINUTE, 0, 100_000, 1000),
    (Limit::EntriesDay, "entries_day", gate::SET_DAY, 0, 100_000, 5000),
];

impl Limit {
    fn row(self) -> &'static Row {
        const NONE: Row = (Limit::Idle, "", gate::SET_IDLE, 0, 0, 0);
        ROWS.iter().find(|(limit, ..)| *limit == self).unwrap_or(&NONE)
    }

    /// The least and the most that it can be.
    #[must_use]
    pub fn range(self) -> (i32, i32) {
        let (.., least, most, _) = *self.row();
        (least, most)
    }
}

impl Coded for Limit {
    const ALL: &'static [Self] = &[
        Self::KeyRequired,
        Self::Idle,
        Self::SessionsEach,
        Self::SessionsAll,
        Self::EntryChars,
        Self::EntriesMinute,
        Self::EntriesDay,
    ];

    fn code(self) -> &'static str {
        self.row().1
    }

    fn word(self) -> Text {
        self.row().2
    }
}

/// All limits as they are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits([i32; 7]);

impl Default for Limits {
    fn default() -> Self {
        Self(ROWS.map(|(.., default)| default))
    }
}

impl Limits {
    /// What a limit is set to.
    #[must_use]
    pub fn get(&self, limit: Limit) -> i32 {
        let at = ROWS.iter().position(|(l, ..)| *l == limit);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    /// The same as a number of things.
    #[must_use]
    pub fn most(&self, limit: Limit) -> Option<usize> {
        usize::try_from(self.get(limit)).ok().filter(|most| *most > 0)
    }

    pub(super) fn set(&mut self, limit: Limit, value: i32) {
        for ((known, ..), slot) in ROWS.iter().zip(&mut self.0) {
            if *known == limit {
                *slot = value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_has_its_row_and_a_default_that_it_can_be() {
        assert_eq!(Limit::ALL.len(), ROWS.len());
        for (limit, (row, code, _, least, most, default)) in Limit::ALL.iter().zip(ROWS) {
            assert_eq!((*limit, limit.code(), limit.range()), (row, code, (least, most)));
            assert!((least..=most).contains(&default) && Limits::default().get(*limit) == default, "{code}");
        }
    }
}
