//! 六、督办情况 and 七、下一步要求.

use super::Part;
use crate::ledger::{Coded, Extension, Light, Notice, NoticeKind, Owing, Reason};
use crate::plan::{TaskNo, UnitIx};
use crate::query::{OwedRow, owed};
use crate::report::{assess, words};
use crate::strings::{paper, report as say, ui};

impl Part<'_> {
    /// The five kinds with their counts, then each notice; what was closed and moved.
    pub(super) fn supervision(&mut self) {
        let (sources, lang) = (self.sources, self.lang);
        let sent: Vec<&Notice> = assess::notices(sources).collect();
        let one = |kind: &NoticeKind| {
            let count = sent.iter().filter(|n| n.kind == *kind).count();
            say::KIND_COUNT.with(lang, &[kind.word().say(lang), &count.to_string()])
        };
        let each: Vec<String> = NoticeKind::ALL.iter().map(one).collect();
        self.say(say::ALL_NOTICES, &[&sent.len().to_string(), &each.join(ui::LIST_COMMA.say(lang))]);
        let items: Vec<String> = sent.iter().map(|n| self.notice(n)).collect();
        self.list(items);
        self.closed_and_moved();
    }

    fn notice(&self, notice: &Notice) -> String {
        let (now, lang) = (&self.sources.now, self.lang);
        let units = words::names(&now.plan, notice.units.iter().copied(), lang);
        let about = match notice.tasks.as_slice() {
            [] => String::new(),
            tasks => say::IN_BRACKETS.with(lang, &[&words::tasks(tasks, lang)]),
        };
        let state = match notice.ended.as_ref().filter(|(on, _)| *on <= now.as_of) {
            Some((on, _)) => say::NOTICE_ENDED.with(lang, &[&words::day(*on, lang)]),
            None => self.answered(notice),
        };
        let on = words::day(notice.on, lang);
        say::NOTICE.with(lang, &[&on, &units, notice.kind.word().say(lang), &about, &state])
    }

    /// Who still owes an answer, of those that bulletins rank.
    fn answered(&self, notice: &Notice) -> String {
        let (now, lang) = (&self.sources.now, self.lang);
        let waiting: Vec<UnitIx> = notice.unanswered(now.as_of).filter(|u| self.ranked(Some(*u))).collect();
        match notice.due {
            None => say::NOTICE_STANDS.say(lang).to_owned(),
            Some(_) if waiting.is_empty() => {
                let late: Vec<UnitIx> = notice.unanswered(now.as_of).collect();
                let answered = notice.units.iter().copied().filter(|u| !late.contains(u));
                match words::names(&now.plan, answered, lang) {
                    nobody if nobody.is_empty() => say::NOTICE_STANDS.say(lang).to_owned(),
                    names => say::NOTICE_ANSWERED.with(lang, &[&names]),
                }
            }
            Some(due) => {
                let names = words::names(&now.plan, waiting, lang);
                let text = if due < now.as_of { say::NOTICE_OVERDUE } else { say::NOTICE_WAITS };
                text.with(lang, &[&words::day(due, lang), &names])
            }
        }
    }

    fn closed_and_moved(&mut self) {
        let (sources, lang) = (self.sources, self.lang);
        let (office, to) = (&sources.now.office, sources.now.as_of);
        let from = sources.opened.map(|o| o.period.starts());
        let within = |on| on <= to && from.is_none_or(|from| on >= from);
        let closed: Vec<TaskNo> =
            office.closures.iter().filter(|c| within(c.on) && c.holds_on(to)).map(|c| c.task).collect();
        if !closed.is_empty() {
            self.say(say::WERE_CLOSED, &[&closed.len().to_string(), &words::tasks(&closed, lang)]);
        }
        let moved = office.extensions.iter().map(|(_, e)| e).filter(|e| within(e.on) && e.holds_on(to));
        let one = |e: &Extension| {
            say::WAS_MOVED.with(lang, &[&words::tasks(&[e.task], lang), &words::day(e.to, lang), &e.doc_no])
        };
        let moved: Vec<String> = moved.map(one).collect();
        if !moved.is_empty() {
            self.say(say::WERE_MOVED, &[&moved.len().to_string(), &moved.join(paper::SEMICOLON.say(lang))]);
        }
    }

    /// What the office asks for, or what follows from the ledger: whose explanation, report and answer is awaited.
    pub(super) fn next(&mut self, typed: Option<&str>) {
        if let Some(typed) = typed.map(str::trim).filter(|t| !t.is_empty()) {
            return self.list(typed.lines().map(str::to_owned).collect::<Vec<_>>());
        }
        let (sources, lang) = (self.sources, self.lang);
        let plan = &sources.now.plan;
        let mut items = Vec::new();
        let pressing = self.rows.iter().filter(|r| r.light == Light::Red && self.ranked(r.unit));
        let red: Vec<(TaskNo, UnitIx)> = pressing.filter_map(|r| Some((r.task.no, r.unit?))).collect();
        items.extend(self.ask(say::ASK_RED, &red));
        let behind = self.rows.iter().filter(|r| {
            r.light == Light::Yellow
                && self.ranked(r.unit)
                && !matches!(r.reason, Reason::Unreported | Reason::Returned)
        });
        let yellow: Vec<(TaskNo, UnitIx)> = behind.filter_map(|r| Some((r.task.no, r.unit?))).collect();
        items.extend(self.ask(say::ASK_YELLOW, &yellow));
        let wanting: Vec<OwedRow> = sources.opened.map(|o| owed(&sources.now, o)).unwrap_or_default();
        let mut units: Vec<UnitIx> = wanting
            .iter()
            .filter(|o| matches!(o.owing, Owing::Missing | Owing::Returned) && self.ranked(Some(o.duty.0)))
            .map(|o| o.duty.0)
            .collect();
        units.dedup();
        units.sort_unstable();
        units.dedup();
        if !units.is_empty() {
            items.push(say::ASK_REPORT.with(lang, &[&words::names(plan, units, lang)]));
        }
        let done = self.rows.iter().filter(|r| r.light == Light::Pending).map(|r| r.task.no);
        let done: Vec<TaskNo> = done.collect();
        if !done.is_empty() {
            items.push(say::WILL_CHECK.with(lang, &[&words::tasks(&done, lang)]));
        }
        items.push(say::ASK_ALL.say(lang).to_owned());
        self.list(items);
    }

    fn ask(&self, text: crate::strings::Text, of: &[(TaskNo, UnitIx)]) -> Option<String> {
        let lang = self.lang;
        let tasks: Vec<TaskNo> = of.iter().map(|(t, _)| *t).collect();
        let mut units: Vec<UnitIx> = of.iter().map(|(_, u)| *u).collect();
        units.sort_unstable();
        units.dedup();
        let names = words::names(&self.sources.now.plan, units, lang);
        (!tasks.is_empty()).then(|| text.with(lang, &[&names, &words::tasks(&tasks, lang)]))
    }
}
