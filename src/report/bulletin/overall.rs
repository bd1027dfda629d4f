//! 一、总体情况 and 二、指标完成情况: counts, shares to one decimal, and what changed against the period before.

use super::Part;
use crate::ledger::{Coded, Judgement, Light, Owing, Status};
use crate::plan::{Indicator, Target};
use crate::query::{Filter, OwedCounts, light_counts, number_counts};
use crate::report::doc::{Block, Cell, Chart, Column, Table};
use crate::report::{assess, words};
use crate::strings::{paper, report as say, sheet, ui};

impl Part<'_> {
    pub(super) fn overall(&mut self) {
        self.lights();
        self.statuses();
        self.reports();
        self.light_table();
    }

    /// How many tasks show each light, in words.
    fn lights(&mut self) {
        let (now, lang) = (&self.sources.now, self.lang);
        let counts = light_counts(now, &Filter::default());
        let before = self.sources.before.as_ref().map(|b| light_counts(b, &Filter::default()));
        let one = |light: &Light| {
            let count = counts.of(*light);
            let mut said = say::LIGHT_COUNT.with(
                lang,
                &[words::light(*light, lang), &count.to_string(), &words::percent(count, counts.total())],
            );
            if let Some(before) = &before {
                said.push_str(paper::COMMA.say(lang));
                said.push_str(&words::changed(count, before.of(*light), lang));
            }
            said
        };
        // What is in order first, then what is not.
        let order = [Light::Green, Light::Yellow, Light::Red, Light::Grey, Light::Pending, Light::Closed];
        let all: Vec<String> = order.iter().map(one).collect();
        let parts =
            [words::day(now.as_of, lang), counts.total().to_string(), all.join(paper::SEMICOLON.say(lang))];
        self.say(say::ALL_LIGHTS, &[&parts[0], &parts[1], &parts[2]]);
    }

    /// What the leads themselves say.
    fn statuses(&mut self) {
        let lang = self.lang;
        let count = |status: Option<Status>| {
            self.rows.iter().filter(|r| r.standing.map(|s| s.status) == status).count()
        };
        let one = |word: &str, count: usize| say::STATUS_COUNT.with(lang, &[word, &count.to_string()]);
        let mut all: Vec<String> =
            Status::ALL.iter().map(|s| one(s.word().say(lang), count(Some(*s)))).collect();
        all.push(one(say::NEVER.say(lang), count(None)));
        self.say(say::ALL_STATUSES, &[&all.join(ui::LIST_COMMA.say(lang))]);
    }

    /// What was owed for the period and what came.
    fn reports(&mut self) {
        let (sources, lang) = (self.sources, self.lang);
        let Some(opened) = sources.opened else { return self.say(say::NO_PERIOD, &[]) };
        let counts = OwedCounts::of(&sources.now, opened);
        let last = sources.before.as_ref().and_then(|b| {
            let of = b.office.opened(b.as_of).next()?;
            let counts = OwedCounts::of(b, of);
            Some(say::LAST_TIME.with(lang, &[&words::percent(counts.came(), counts.all())]))
        });
        let (all, missing) = (counts.all(), assess::missing(counts));
        let parts = [
            all.to_string(),
            counts.came().to_string(),
            words::percent(counts.came(), all),
            last.unwrap_or_default(),
            counts.count(Owing::OnTime).to_string(),
            counts.count(Owing::Late).to_string(),
            missing.to_string(),
            words::percent(missing, all),
            counts.count(Owing::Returned).to_string(),
        ];
        self.say(say::ALL_REPORTS, &parts.each_ref().map(String::as_str));
        let days = sources.now.as_of.until(opened.cutoff).map_or(0, |s| s.get_days());
        if days >= 0 && counts.count(Owing::Due) > 0 {
            self.say(say::STILL_TIME, &[&words::day(opened.cutoff, lang), &days.to_string()]);
        }
    }

    fn light_table(&mut self) {
        let (now, lang) = (&self.sources.now, self.lang);
        let counts = light_counts(now, &Filter::default());
        let before = self.sources.before.as_ref().map(|b| light_counts(b, &Filter::default()));
        let column = |code, name: crate::strings::Text, width| Column::new(code, name.say(lang), width);
        let row = |light: &Light| {
            let (count, was) = (counts.of(*light), before.as_ref().map(|b| b.of(*light)));
            vec![
                Cell::Light(*light),
                Cell::text(words::light(*light, lang)),
                Cell::Count(count),
                share(count, counts.total()),
                was.map_or(Cell::Empty, Cell::Count),
                was.map_or(Cell::Empty, |was| Cell::Text(words::change(count, was))),
            ]
        };
        self.doc.table(Table {
            caption: sheet::TABLE_LIGHTS.say(lang).to_owned(),
            columns: vec![
                column("light", sheet::COL_LIGHT, 8),
                column("meaning", sheet::COL_MEANING, 32),
                column("count", sheet::COL_COUNT, 6),
                column("share", sheet::COL_SHARE, 8),
                column("before", sheet::COL_BEFORE, 6),
                column("change", sheet::COL_CHANGE, 6),
            ],
            rows: Light::ALL.iter().map(row).collect(),
        });
        let bars = Light::ALL.iter().map(|l| (l.word().say(lang).to_owned(), counts.of(*l), Some(*l)));
        let caption = sheet::CHART_LIGHTS.say(lang).to_owned();
        self.doc.blocks.push(Block::Chart(Chart { caption, bars: bars.collect() }));
    }

    pub(super) fn numbers(&mut self) {
        let (now, lang) = (&self.sources.now, self.lang);
        let counts = number_counts(now);
        let each = [
            (say::MET, counts.met),
            (say::MISSED, counts.missed),
            (say::UNKNOWN, counts.unknown),
            (say::OPEN, counts.open),
        ];
        let one = |(word, count): &(crate::strings::Text, usize)| {
            let parts = [word.say(lang), &count.to_string(), &words::percent(*count, counts.all)];
            say::NUMBER_COUNT.with(lang, &parts)
        };
        let said: Vec<String> = each.iter().map(one).collect();
        let strive = [counts.strive.to_string(), counts.strive_met.to_string()];
        let parts = [&counts.all.to_string(), &said.join(paper::SEMICOLON.say(lang)), &strive[0], &strive[1]];
        self.say(say::ALL_NUMBERS, &parts.map(String::as_str));
        let is = |i: &&Indicator, judgement| {
            words::judged(now, i) == Some(judgement) && i.target != Target::Unknown
        };
        let missed: Vec<String> =
            now.plan.indicators.iter().filter(|i| is(i, Judgement::Missed)).map(|i| self.missed(i)).collect();
        if !missed.is_empty() {
            self.say(say::MISSED_ARE, &[]);
            self.list(missed);
        }
        let unknown =
            now.plan.indicators.iter().filter(|i| {
                i.target != Target::Unknown && !is(i, Judgement::Missed) && !is(i, Judgement::Met)
            });
        let unknown: Vec<&str> = unknown.map(|i| words::indicator(i, lang)).collect();
        if !unknown.is_empty() {
            self.say(say::UNKNOWN_ARE, &[&unknown.join(ui::LIST_COMMA.say(lang))]);
        }
        self.doc.table(Table {
            caption: sheet::TABLE_NUMBERS.say(lang).to_owned(),
            columns: vec![
                Column::new("state", sheet::COL_STATE.say(lang), 20),
                Column::new("count", sheet::COL_COUNT.say(lang), 6),
                Column::new("share", sheet::COL_SHARE.say(lang), 8),
            ],
            rows: each
                .iter()
                .map(|(word, n)| vec![Cell::text(word.say(lang)), Cell::Count(*n), share(*n, counts.all)])
                .collect(),
        });
    }

    /// A number that was not reached, with whose it is.
    fn missed(&self, indicator: &Indicator) -> String {
        let (plan, lang) = (&self.sources.now.plan, self.lang);
        let said = words::missed(&self.sources.now, indicator, lang);
        let task = indicator.task.and_then(|t| plan.task(t));
        match task.and_then(|t| Some((t, t.lead()?))) {
            Some((task, lead)) if words::ranked(plan, lead) => {
                say::WHOSE.with(lang, &[&said, &words::tasks(&[task.no], lang), plan.unit_name(lead)])
            }
            _ => said,
        }
    }
}

fn share(count: usize, whole: usize) -> Cell {
    words::share(count, whole).map_or(Cell::Empty, |share| Cell::Number(share, "%".to_owned()))
}
