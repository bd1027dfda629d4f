//! 三、进展较好, 四、滞后与逾期 and 五、未按时报送单位. Who is named as late is always a unit that bulletins rank.

use super::Part;
use crate::ledger::{Entry, Light, Owing, Reason};
use crate::plan::UnitIx;
use crate::query::{OwedRow, Row, owed};
use crate::report::words;
use crate::strings::{Text, report as say, ui};

impl Part<'_> {
    /// What the office marked as highlights.
    pub(super) fn well(&mut self) {
        let items: Vec<String> = self.sources.marked.iter().map(|e| self.highlight(e)).collect();
        if items.is_empty() {
            return self.say(say::NO_HIGHLIGHTS, &[]);
        }
        self.list(items);
    }

    fn highlight(&self, entry: &Entry) -> String {
        let (plan, lang) = (&self.sources.now.plan, self.lang);
        let unit = plan.unit_name(entry.unit);
        match plan.task(entry.task) {
            Some(task) => {
                let no = words::tasks(&[task.no], lang);
                say::HIGHLIGHT.with(lang, &[unit, &no, &task.title, &one_line(&entry.progress)])
            }
            None => say::HIGHLIGHT_GENERAL.with(lang, &[unit, &one_line(&entry.progress)]),
        }
    }

    /// Red, then yellow; what is only near its date stands apart.
    pub(super) fn late(&mut self) {
        let near = |r: &Row<'_>| matches!(r.reason, Reason::DueSoon(_));
        let of = |light: Light, soon: bool| -> Vec<String> {
            let mine = self.rows.iter().filter(|r| r.light == light && near(r) == soon);
            mine.filter(|r| self.ranked(r.unit)).map(|r| self.behind(r)).collect()
        };
        let parts = [
            (say::RED_ONES, of(Light::Red, false)),
            (say::YELLOW_ONES, of(Light::Yellow, false)),
            (say::NEAR_ONES, of(Light::Yellow, true)),
        ];
        if parts.iter().all(|(_, items)| items.is_empty()) {
            return self.say(say::NOBODY_LATE, &[]);
        }
        let numbers = [say::FIRST, say::SECOND, say::THIRD];
        let some = parts.into_iter().filter(|(_, items)| !items.is_empty());
        for (number, (heading, items)) in numbers.into_iter().zip(some) {
            let heading = heading.with(self.lang, &[&items.len().to_string()]);
            self.doc.heading(2, &format!("{}{heading}", number.say(self.lang)));
            self.list(items);
        }
    }

    fn behind(&self, row: &Row<'_>) -> String {
        let (now, lang) = (&self.sources.now, self.lang);
        let unit = words::names(&now.plan, row.unit, lang);
        let reason = words::reason(now, row, lang);
        let mut said =
            say::BEHIND.with(lang, &[&words::tasks(&[row.task.no], lang), &row.task.title, &unit, &reason]);
        let problems = self.sources.entry(row.task.no, row.unit).map(|e| one_line(&e.problems));
        if let Some(problems) = problems.filter(|p| !p.is_empty()) {
            said.push_str(&say::PROBLEMS.with(lang, &[&problems]));
        }
        said
    }

    /// Who did not report in time, by what became of it.
    pub(super) fn unreported(&mut self) {
        let (sources, lang) = (self.sources, self.lang);
        let Some(opened) = sources.opened else { return self.say(say::NO_PERIOD, &[]) };
        let all: Vec<OwedRow> =
            owed(&sources.now, opened).into_iter().filter(|o| self.ranked(Some(o.duty.0))).collect();
        let mut nobody = true;
        let kinds = [
            (Owing::Missing, say::ARE_MISSING),
            (Owing::Returned, say::ARE_RETURNED),
            (Owing::Late, say::ARE_LATE),
            (Owing::Due, say::ARE_DUE),
        ];
        for (owing, text) in kinds {
            let mine: Vec<&OwedRow> = all.iter().filter(|o| o.owing == owing).collect();
            if mine.is_empty() {
                continue;
            }
            // Before the cut-off nobody is late.
            nobody = nobody && owing == Owing::Due;
            let said = self.by_unit(&mine);
            let (count, cutoff) = (mine.len().to_string(), words::day(opened.cutoff, lang));
            self.say(text, &[&count, &said, &cutoff]);
        }
        if nobody {
            let text: Text =
                if all.iter().any(|o| o.owing == Owing::Due) { say::NOBODY_YET } else { say::ALL_CAME };
            self.say(text, &[]);
        }
    }

    /// `县府办(第9、18项)、县应急管理局(第4项)`.
    fn by_unit(&self, rows: &[&OwedRow]) -> String {
        let (plan, lang) = (&self.sources.now.plan, self.lang);
        let mut units: Vec<UnitIx> = rows.iter().map(|o| o.duty.0).collect();
        units.sort_unstable();
        units.dedup();
        let one = |unit: UnitIx| {
            let mine = rows.iter().filter(|o| o.duty.0 == unit);
            let (tasks, general): (Vec<_>, Vec<_>) = mine.map(|o| o.duty.1).partition(Option::is_some);
            let tasks: Vec<_> = tasks.into_iter().flatten().collect();
            let numbers = (!tasks.is_empty()).then(|| words::tasks(&tasks, lang));
            let general = (!general.is_empty()).then(|| crate::strings::words::GENERAL.say(lang).to_owned());
            let about: Vec<String> = numbers.into_iter().chain(general).collect();
            say::UNIT_TASKS.with(lang, &[plan.unit_name(unit), &about.join(ui::LIST_COMMA.say(lang))])
        };
        units.into_iter().map(one).collect::<Vec<_>>().join(ui::LIST_COMMA.say(lang))
    }
}

/// A text of several lines as one, without a full stop of its own.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let joined = lines.join(" ");
    joined.trim_end_matches(['。', '.', ';', ';']).to_owned()
}
