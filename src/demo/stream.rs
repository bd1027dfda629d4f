//! The course of events: reports one after another, and what is done to some of them afterwards.

use std::collections::BTreeMap;

use jiff::{Span, ToSpan};

use super::calendar::Calendar;
use super::chance::Chance;
use super::material::{Course, Material, Matter};
use super::place::Place;
use super::writer;
use crate::clock::Instant;
use crate::ledger::{Action, Actor, Entry, Percent, Period, PeriodKind};
use crate::plan::Plan;
use crate::store::{Filling, StoreError};

/// Entries of one transaction.
const AT_ONCE: u64 = 4000;

/// Reports of two months in a small ledger; a large one fills five years.
const A_PERIOD: u64 = 25;

/// How often in a thousand something is done to a report afterwards.
const AFTERWARDS: [(Later, i64); 5] =
    [(Later::Edit, 50), (Later::TakenBack, 8), (Later::Brought, 5), (Later::Back, 10), (Later::Delete, 8)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Later {
    /// Written again.
    Edit,
    /// Taken back at once.
    TakenBack,
    /// Taken back at once, and brought again.
    Brought,
    /// Deleted, and the deletion taken back.
    Back,
    /// Deleted.
    Delete,
}

/// All that happens.
pub(super) struct Stream<'m> {
    plan: &'m Plan,
    material: &'m Material,
    chance: Chance,
    calendar: Calendar,
    places: Vec<Place>,
    /// Whose turn it is in this period, and after that.
    leads: Vec<usize>,
    others: Vec<usize>,
    period: Option<Period>,
    made: u64,
    all: u64,
    last: Instant,
    /// By when it is done, and in the order of planning.
    later: BTreeMap<(Instant, u64), (Later, usize, Entry)>,
    /// Rows written to the record.
    pub(super) rows: i64,
}

impl<'m> Stream<'m> {
    pub(super) fn new(
        plan: &'m Plan,
        material: &'m Material,
        all: u64,
        seed: u64,
        day: jiff::civil::Date,
    ) -> Self {
        let months: Span = i64::try_from((all / A_PERIOD).clamp(1, 30) * 2).unwrap_or(60).months();
        // Yesterday at the latest, so that nothing is written ahead of the clock.
        let calendar = Calendar::until(day.checked_sub(1.day()).unwrap_or(day), months);
        let places = Place::all(plan, calendar.first());
        let last = calendar.moment(0, 1);
        let (leads, others) = (Vec::new(), Vec::new());
        let (period, later, chance) = (None, BTreeMap::new(), Chance::new(seed));
        Self {
            plan,
            material,
            chance,
            calendar,
            places,
            leads,
            others,
            period,
            made: 0,
            all,
            last,
            later,
            rows: 1,
        }
    }

    /// When the ledger is made.
    pub(super) fn begin(&self) -> Instant {
        self.last
    }

    /// Writes the next few thousand. Whether there are more.
    pub(super) fn some(&mut self, to: &mut Filling<'_>) -> Result<bool, StoreError> {
        let until = self.all.min(self.made + AT_ONCE);
        while self.made < until {
            let at = self.calendar.moment(self.made, self.all);
            self.catch_up(to, at)?;
            self.one(to, at)?;
            self.made += 1;
        }
        if self.made == self.all {
            self.catch_up(to, Instant(i64::MAX))?;
        }
        Ok(self.made < self.all)
    }

    /// Time never runs backwards.
    fn at(&mut self, at: Instant) -> Instant {
        self.last = self.last.max(at.min(self.calendar.end()));
        self.last
    }

    fn one(&mut self, to: &mut Filling<'_>, at: Instant) -> Result<(), StoreError> {
        let at = self.at(at);
        let passed = i64::try_from(self.made * 1000 / self.all.max(1)).unwrap_or(0);
        let next = self.next(at);
        let (by, matter) = (self.by(next), self.matter(next));
        let (Some(place), Some(matter)) = (self.places.get_mut(next), matter) else { return Ok(()) };
        let sources = (self.plan, self.material, matter);
        let new = writer::report(sources, place, at, passed, &mut self.chance);
        let (entry, seq) = to.add(&by, at, &new)?;
        self.rows += 1;
        let drawn = self.chance.between(0, 999);
        let mut from = 0;
        let after = AFTERWARDS.iter().find(|(_, often)| {
            from += often;
            drawn < from
        });
        match after.map(|(what, _)| *what) {
            Some(what @ (Later::TakenBack | Later::Brought)) => self.undo(to, &by, &entry, seq, what),
            Some(what) => {
                let hours = self.chance.between(1, if what == Later::Edit { 120 } else { 30 });
                let when = Instant(at.0 + hours * 3_600_000);
                self.later.insert((when, self.made), (what, next, entry));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Takes a report back that was just written.
    fn undo(
        &mut self,
        to: &mut Filling<'_>,
        by: &Actor,
        entry: &Entry,
        seq: i64,
        what: Later,
    ) -> Result<(), StoreError> {
        let at = self.at(Instant(self.last.0 + 40_000));
        let (row, undone) = to.remove((by, at, Action::Undo), entry, Some(seq))?;
        self.rows += 1;
        if what == Later::Brought {
            let at = self.at(Instant(at.0 + 20_000));
            to.put((by, at, Action::Redo), &row, &entry.as_new(), Some(undone))?;
            self.rows += 1;
        }
        Ok(())
    }

    /// Does what is due by a moment.
    fn catch_up(&mut self, to: &mut Filling<'_>, until: Instant) -> Result<(), StoreError> {
        while let Some(first) = self.later.first_entry().filter(|e| e.key().0 <= until) {
            let ((when, _), (what, place, entry)) = first.remove_entry();
            let at = self.at(when);
            let by = self.by(place);
            if what == Later::Edit {
                let new = self.edited(place, &entry);
                to.put((&by, at, Action::Edit), &entry, &new, None)?;
                self.rows += 1;
                continue;
            }
            let (row, seq) = to.remove((&by, at, Action::Delete), &entry, None)?;
            self.rows += 1;
            if what == Later::Back {
                let at = self.at(Instant(at.0 + 60_000));
                to.put((&by, at, Action::Undo), &row, &entry.as_new(), Some(seq))?;
                self.rows += 1;
            }
        }
        Ok(())
    }

    /// The report with a sentence or some percent more.
    fn edited(&mut self, place: usize, entry: &Entry) -> crate::ledger::NewEntry {
        let mut new = entry.as_new();
        let percent = new.percent.map(|p| i64::from(p.get())).filter(|p| (1..95).contains(p));
        match (percent, self.chance.happens(400), self.places.get(place), self.matter(place)) {
            (Some(percent), true, ..) => new.percent = Percent::new(percent + self.chance.between(1, 4)),
            (_, _, Some(place), Some(matter)) => {
                let more = writer::more(self.plan, matter, place, &new, &mut self.chance);
                new.progress.push('\n');
                new.progress.push_str(&more);
            }
            _ => {}
        }
        new
    }

    /// Who reports next: in every period each lead first, then all in turn, as often as their part is heavy.
    fn next(&mut self, at: Instant) -> usize {
        let period = Period::containing(at.local().date(), PeriodKind::TwoMonths);
        if self.period != Some(period) {
            self.period = Some(period);
            self.leads = self.parts(|p| usize::from(p.lead));
        }
        if let Some(next) = self.leads.pop() {
            return next;
        }
        if self.others.is_empty() {
            self.others = self.parts(|p| p.weight);
        }
        self.others.pop().unwrap_or_default()
    }

    fn parts(&mut self, times: impl Fn(&Place) -> usize) -> Vec<usize> {
        let silent = |p: &Place| p.lead && self.matter_of(p).is_some_and(|m| m.course == Course::Silent);
        let each = self.places.iter().enumerate().filter(|(_, p)| !silent(p));
        let mut parts: Vec<usize> = each.flat_map(|(at, p)| std::iter::repeat_n(at, times(p))).collect();
        self.chance.shuffle(&mut parts);
        parts
    }

    fn matter(&self, place: usize) -> Option<&'m Matter> {
        self.places.get(place).and_then(|p| self.matter_of(p))
    }

    fn matter_of(&self, place: &Place) -> Option<&'m Matter> {
        let found = self.material.matters.iter().find(|(no, _)| *no == place.task);
        found.map(|(_, matter)| matter)
    }

    /// Who types in what a unit reports.
    pub(super) fn by(&self, place: usize) -> Actor {
        let all = &self.material.operators;
        let unit = self.places.get(place).map_or(0, |p| usize::from(p.unit.0));
        let found = all.get(unit % all.len().max(1));
        found.cloned().unwrap_or_else(|| Actor {
            name: "demo".to_owned(),
            origin: String::new(),
            way: crate::ledger::Way::Local,
        })
    }
}
