//! Saving entries: one, or several of which all are written or none.

use super::found::Found;
use super::write::{add_one, change_one};
use super::{Decision, StoreError, Writer, history};
use crate::clock::Instant;
use crate::ledger::{Actor, Entry, EntryId, NewEntry, Reviewed};

impl Writer {
    /// Stores a new entry that `rule` makes of what is stored now, and returns it once it is safely on the disk.
    ///
    /// # Errors
    /// Nothing was written; see [`StoreError`], or what the rule says.
    pub fn add<E: From<StoreError>>(
        &mut self,
        by: &Actor,
        at: Instant,
        rule: impl FnOnce(&Found<'_>) -> Result<(NewEntry, Reviewed), E>,
    ) -> Result<Entry, E> {
        self.turn(|plan, tx| {
            let at = history::not_before(tx, at)?;
            let new = rule(&Found::nothing(tx, plan))?;
            Ok(add_one(tx, plan, (by, at), new)?)
        })
    }

    /// The same with several: each is looked at as the one before it left the ledger.
    ///
    /// # Errors
    /// As [`Writer::add`], of the first that is refused.
    pub fn add_all<E: From<StoreError>>(
        &mut self,
        by: &Actor,
        at: Instant,
        all: impl IntoIterator<Item = NewEntry>,
        rule: impl Fn(&Found<'_>, NewEntry) -> Result<(NewEntry, Reviewed), E>,
    ) -> Result<Vec<Entry>, E> {
        self.turn(|plan, tx| {
            let at = history::not_before(tx, at)?;
            let each = all.into_iter().map(|new| {
                let new = rule(&Found::nothing(tx, plan), new)?;
                Ok(add_one(tx, plan, (by, at), new)?)
            });
            each.collect()
        })
    }

    /// Changes an entry as `rule` decides after looking at what is stored now. Returns the entry as it stands
    /// afterwards, or `None` where it is gone.
    ///
    /// # Errors
    /// Nothing was written; [`StoreError::NoEntry`] where there never was one, what the rule says, and others.
    pub fn change<E: From<StoreError>>(
        &mut self,
        id: EntryId,
        by: &Actor,
        at: Instant,
        rule: impl FnOnce(&Found<'_>) -> Result<Decision, E>,
    ) -> Result<Option<Entry>, E> {
        self.turn(|plan, tx| {
            let at = history::not_before(tx, at)?;
            change_one(tx, plan, (by, at), id, rule)
        })
    }

    /// The same with several, each with what it is changed by.
    ///
    /// # Errors
    /// As [`Writer::change`], of the first that is refused.
    pub fn change_all<T, E: From<StoreError>>(
        &mut self,
        by: &Actor,
        at: Instant,
        all: impl IntoIterator<Item = (EntryId, T)>,
        rule: impl Fn(&Found<'_>, EntryId, T) -> Result<Decision, E>,
    ) -> Result<Vec<Option<Entry>>, E> {
        self.turn(|plan, tx| {
            let at = history::not_before(tx, at)?;
            let each = all
                .into_iter()
                .map(|(id, by_what)| change_one(tx, plan, (by, at), id, |found| rule(found, id, by_what)));
            each.collect()
        })
    }
}
