//! The upper part of 总览: figures of lights, reports and numbers, each with the list behind it.

use super::super::behind::List;
use super::super::office::Pile;
use super::super::overview::Goal;
use super::overview::{INDENT, Page, Piece};
use super::theme;
use crate::ledger::{Coded, Light, Opened, Owing};
use crate::query::{
    Filter, NumberCounts, NumberFilter, NumberPick, Only, OwedCounts, Turned, light_counts, number_counts,
    owed, turned,
};
use crate::store::Snapshot;
use crate::strings::overview as say;
use crate::text::wrap;

/// Where the changes begin at the earliest.
const CHANGES_AT: u16 = 42;
/// Where the reports of the period before begin at the earliest.
const LAST_AT: u16 = 50;

impl Page<'_> {
    pub(super) fn lights(&mut self, snapshot: &Snapshot, before: Option<&Snapshot>) {
        let lang = self.lang();
        let counts = light_counts(snapshot, &Filter::default());
        self.section(0, vec![self.figure(say::TASKS, snapshot.plan.tasks.len(), Goal::All)]);
        let each = Light::ALL.iter().map(|light| {
            let text = format!("{}{}", light.word().say(lang), counts.of(*light));
            let some = counts.of(*light) > 0;
            let style = if some { theme::light(*light) } else { theme::PLAIN };
            (text, style, some.then_some(Goal::Light(*light)))
        });
        self.section(INDENT, each.collect());
        if let Some(before) = before {
            self.section(CHANGES_AT, self.changes(snapshot, before));
        }
        self.next_row();
    }

    /// What is another than at the end of the period before: how many tasks, and each light's count.
    fn changes(&self, snapshot: &Snapshot, before: &Snapshot) -> Vec<Piece> {
        let lang = self.lang();
        let period = snapshot.office.opened(snapshot.as_of).nth(1).map(|o| o.period.short(lang));
        let since = say::SINCE.with(lang, &[&period.unwrap_or_default()]);
        let mut pieces = vec![(since, theme::PLAIN, None)];
        let all = turned(snapshot, before);
        if all.is_empty() {
            pieces.push((say::NO_CHANGE.say(lang).to_owned(), theme::PLAIN, None));
            return pieces;
        }
        pieces.push(self.figure(say::TURNED, all.len(), Goal::Behind(List::Turned(None))));
        for light in Light::ALL {
            let (to, from) = (|t: &&Turned| t.to == *light, |t: &&Turned| t.from == *light);
            let (more, less) = (all.iter().filter(to).count(), all.iter().filter(from).count());
            let sign = if more > less { '+' } else { '-' };
            if more != less {
                let said = format!("{}{sign}{}", light.word().say(lang), more.abs_diff(less));
                pieces.push((said, theme::PLAIN, Some(Goal::Behind(List::Turned(Some(*light))))));
            }
        }
        pieces
    }

    pub(super) fn reports(&mut self, snapshot: &Snapshot) {
        let lang = self.lang();
        let mut periods = snapshot.office.opened(snapshot.as_of);
        let Some(current) = periods.next() else {
            let said = say::NO_PERIOD.say(lang);
            for row in wrap(said, usize::from(self.width)) {
                self.put(row.shown(said).to_owned(), theme::PLAIN, None);
                self.next_row();
            }
            return;
        };
        let rows = owed(snapshot, current);
        let of = |only: Only| rows.iter().filter(|r| only.admits(r.owing)).count();
        let figure = |text, only| self.figure(text, of(only), Goal::Reports(current.period, only));
        let all = figure(say::OWED, Only::All);
        let mut each = vec![
            figure(say::CAME, Only::Came),
            figure(say::MISSING, Only::NotCame),
            figure(say::RETURNED, Only::In(Owing::Returned)),
            self.figure(say::WAITING, snapshot.waiting, Goal::Pile(Pile::Waiting)),
        ];
        // What is new is new today.
        if let Some((since, came)) = self.model.came.filter(|_| self.model.looking.is_none()) {
            each.push(self.figure(say::NEW, came, Goal::Pile(Pile::New(since))));
        }
        let last = periods.next().map(|before| self.last(snapshot, before));
        self.section(0, vec![all]);
        self.section(INDENT, each);
        if let Some(last) = last {
            self.section(LAST_AT, last);
        }
        self.next_row();
    }

    /// What became of the reports of the period before.
    fn last(&self, snapshot: &Snapshot, before: Opened) -> Vec<Piece> {
        let lang = self.lang();
        let counts = OwedCounts::of(snapshot, before);
        let mut pieces = vec![(say::LAST.say(lang).to_owned(), theme::PLAIN, None)];
        for state in [Owing::OnTime, Owing::Late, Owing::Missing, Owing::Due, Owing::Returned] {
            let count = counts.count(state);
            let said = format!("{}{count}", state.word().say(lang));
            let goal = Some(Goal::Reports(before.period, Only::In(state))).filter(|_| count > 0);
            if count > 0 || !matches!(state, Owing::Due | Owing::Returned) {
                pieces.push((said, theme::PLAIN, goal));
            }
        }
        pieces
    }

    pub(super) fn numbers(&mut self, snapshot: &Snapshot) {
        let counts: NumberCounts = number_counts(snapshot);
        let figure = |text, count, pick| self.figure(text, count, Goal::Behind(List::Numbers(pick)));
        let of = NumberPick::Of;
        let all = figure(say::NUMBERS, counts.all, NumberPick::All);
        let each = vec![
            figure(say::MET, counts.met, of(NumberFilter::Met)),
            figure(say::MISSED, counts.missed, of(NumberFilter::Missed)),
            figure(say::UNKNOWN, counts.unknown, of(NumberFilter::Unknown)),
            figure(say::OPEN, counts.open, of(NumberFilter::Open)),
        ];
        let strive = vec![
            figure(say::STRIVE, counts.strive, NumberPick::Strive),
            figure(say::STRIVE_MET, counts.strive_met, NumberPick::StriveMet),
        ];
        self.section(0, vec![all]);
        self.section(INDENT, each);
        self.section(CHANGES_AT, strive);
        self.next_row();
    }
}
