//! 总览: figures and cells at their places, each with what it leads to.

use ratatui::style::Style;

use super::super::model::Model;
use super::super::office::Pile;
use super::super::overview::{Glance, Goal};
use super::canvas::Canvas;
use super::layout::Layout;
use super::{foot, theme};
use crate::ledger::{Coded, Light, Owing};
use crate::query::{
    Filter, LightCounts, NumberCounts, NumberFilter, OwedCounts, Row, Sort, left, light_changes,
    light_counts, number_counts, rows,
};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, overview as say};
use crate::text::cells;

/// From this width on the last periods of each task stand at the right.
const WIDE: u16 = 120;

/// A piece of text at its place, counted in rows below the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
    /// What it says.
    pub text: String,
    /// How it looks.
    pub style: Style,
    /// What it leads to, if anything.
    pub goal: Option<Goal>,
}

/// Draws it, turned so that the chosen cell is in sight.
pub fn draw(model: &Model, glance: &Glance, frame: &Layout, canvas: &mut Canvas<'_>) {
    let (name, period) = title(model, glance);
    let right = canvas.put_right(frame.width, 0, &period, theme::PLAIN);
    canvas.put(0, 0, usize::from(right.saturating_sub(1)), &name, theme::STRONG);
    let all = layout(model, glance);
    let chosen = goals(&all).get(glance.at).map(|c| (c.x, c.y));
    let (first, height) = (2, frame.notice.saturating_sub(2));
    let top = chosen.map_or(0, |(_, y)| (y + 1).saturating_sub(height));
    for cell in all.iter().filter(|c| c.y >= top && c.y - top < height) {
        let style =
            if chosen == Some((cell.x, cell.y)) { cell.style.patch(theme::CURSOR) } else { cell.style };
        canvas.put(cell.x, first + cell.y - top, usize::from(frame.width), &cell.text, style);
    }
    canvas.put(0, frame.foot, usize::from(frame.width), say::KEYS.say(model.lang), theme::PLAIN);
    foot::notice(model, frame, canvas);
}

/// Lays everything out.
#[must_use]
pub fn layout(model: &Model, glance: &Glance) -> Vec<Cell> {
    let mut page = Page { model, cells: Vec::new(), x: 0, y: 0 };
    let snapshot = glance.then.as_deref().unwrap_or(&model.snapshot);
    page.lights(snapshot, glance.before.as_deref());
    page.reports(snapshot);
    page.numbers(snapshot);
    page.groups(snapshot, glance.before.as_deref());
    page.tasks(snapshot);
    if model.size.0 >= WIDE {
        page.periods(snapshot);
    }
    page.cells
}

/// The cells that lead somewhere, row by row.
#[must_use]
pub fn goals(cells: &[Cell]) -> Vec<&Cell> {
    let mut goals: Vec<&Cell> = cells.iter().filter(|c| c.goal.is_some()).collect();
    goals.sort_by_key(|c| (c.y, c.x));
    goals
}

/// The page as it is laid out.
pub(super) struct Page<'a> {
    model: &'a Model,
    cells: Vec<Cell>,
    /// Where the next piece goes.
    pub(super) x: u16,
    /// In which row.
    pub(super) y: u16,
}

impl Page<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.model.lang
    }

    /// Puts a piece at the end of the row, one cell after the last.
    pub(super) fn put(&mut self, text: String, style: Style, goal: Option<Goal>) {
        let wide = u16::try_from(cells(&text)).unwrap_or(0);
        self.cells.push(Cell { x: self.x, y: self.y, text, style, goal });
        self.x += wide + 1;
    }

    fn plain(&mut self, text: Text, parts: &[&str]) {
        let text = text.with(self.lang(), parts);
        self.put(text, theme::PLAIN, None);
    }

    fn figure(&mut self, text: Text, count: usize, goal: Goal) {
        let said = text.with(self.lang(), &[&count.to_string()]);
        let goal = (count > 0).then_some(goal);
        self.put(said, if count > 0 { theme::STRONG } else { theme::PLAIN }, goal);
    }

    pub(super) fn next_row(&mut self) {
        (self.x, self.y) = (0, self.y + 1);
    }

    fn at(&mut self, x: u16) {
        self.x = self.x.max(x);
    }

    fn lights(&mut self, snapshot: &Snapshot, before: Option<&Snapshot>) {
        let counts = count(snapshot);
        self.figure(say::TASKS, snapshot.plan.tasks.len(), Goal::All);
        self.at(9);
        for light in Light::ALL {
            let text = format!("{}{}", light.word().say(self.lang()), counts.of(*light));
            let some = counts.of(*light) > 0;
            let style = if some { theme::light(*light) } else { theme::PLAIN };
            self.put(text, style, some.then_some(Goal::Light(*light)));
        }
        if let Some(before) = before {
            self.at(42);
            let period = snapshot.office.opened(snapshot.as_of).nth(1).map(|o| o.period.short(self.lang()));
            self.plain(say::SINCE, &[&period.unwrap_or_default()]);
            let change = light_changes(&counts, &count(before), self.lang());
            let said = if change.is_empty() { say::NO_CHANGE.say(self.lang()).to_owned() } else { change };
            self.put(said, theme::PLAIN, None);
        }
        self.next_row();
    }

    fn reports(&mut self, snapshot: &Snapshot) {
        let lang = self.lang();
        let mut periods = snapshot.office.opened(snapshot.as_of);
        let Some(current) = periods.next() else {
            self.plain(say::NO_PERIOD, &[]);
            self.next_row();
            return;
        };
        let counts = OwedCounts::of(snapshot, current);
        let who = Goal::Reports(current.period);
        self.figure(say::OWED, counts.all(), who);
        self.at(9);
        self.figure(say::CAME, counts.came(), who);
        self.figure(say::MISSING, counts.count(Owing::Missing) + counts.count(Owing::Due), who);
        self.figure(say::RETURNED, counts.count(Owing::Returned), who);
        self.figure(say::WAITING, snapshot.waiting, Goal::Pile(Pile::Waiting));
        if let Some((since, came)) = self.model.came {
            self.figure(say::NEW, came, Goal::Pile(Pile::New(since)));
        }
        if let Some(before) = periods.next() {
            let last = OwedCounts::of(snapshot, before);
            self.at(50);
            let shown = [Owing::OnTime, Owing::Late, Owing::Missing];
            let shown = shown.map(|o| format!("{}{}", o.word().say(lang), last.count(o)));
            let said = say::LAST.with(lang, &[&shown.join(" ")]);
            self.put(said, theme::PLAIN, Some(Goal::Reports(before.period)));
        }
        self.next_row();
    }

    fn numbers(&mut self, snapshot: &Snapshot) {
        let counts: NumberCounts = number_counts(snapshot);
        self.plain(say::NUMBERS, &[&counts.all.to_string()]);
        self.at(9);
        self.figure(say::MET, counts.met, Goal::Numbers(NumberFilter::Met));
        self.figure(say::MISSED, counts.missed, Goal::Numbers(NumberFilter::Missed));
        self.figure(say::UNKNOWN, counts.unknown, Goal::Numbers(NumberFilter::Unknown));
        self.figure(say::OPEN, counts.open, Goal::Numbers(NumberFilter::Open));
        self.at(42);
        self.plain(say::STRIVE, &[&counts.strive.to_string(), &counts.strive_met.to_string()]);
        self.next_row();
        self.next_row();
    }

    /// The chart is the tasks themselves: number and light.
    fn groups(&mut self, snapshot: &Snapshot, before: Option<&Snapshot>) {
        let lang = self.lang();
        self.put(say::GROUPS.say(lang).to_owned(), theme::STRONG, None);
        self.at(19);
        self.put(say::EACH.say(lang).to_owned(), theme::STRONG, None);
        self.at(54);
        self.put(say::NOW.say(lang).to_owned(), theme::STRONG, None);
        if before.is_some() {
            self.at(67);
            self.put(say::BEFORE.say(lang).to_owned(), theme::STRONG, None);
        }
        self.next_row();
        let all = everything(snapshot);
        let old = before.map(everything);
        for group in &snapshot.plan.groups {
            let name = if lang == Lang::Zh { &group.short } else { &group.short_gloss };
            self.put(format!(" {} {name}", group.numeral), theme::PLAIN, None);
            let mine: Vec<&Row<'_>> = all.iter().filter(|r| r.task.group == group.no).collect();
            for (place, row) in (0u16..).zip(&mine) {
                self.x = 19 + place * 7;
                let text = format!("{:>2}{}", row.task.no.0, row.light.mark().say(lang));
                self.put(text, theme::light(row.light), Some(Goal::Task(row.task.no)));
            }
            self.at(54);
            let lights: Vec<Light> = mine.iter().map(|r| r.light).collect();
            self.put(tally(&lights, lang), theme::PLAIN, Some(Goal::Group(group.no)));
            if let Some(old) = &old {
                self.x = 67;
                let old = old.iter().filter(|r| r.task.group == group.no).map(|r| r.light);
                self.put(tally(&old.collect::<Vec<_>>(), lang), theme::PLAIN, None);
            }
            self.next_row();
        }
        self.next_row();
    }
}

fn everything(snapshot: &Snapshot) -> Vec<Row<'_>> {
    rows(snapshot, &Filter::default(), Sort::Task)
}

fn count(snapshot: &Snapshot) -> LightCounts {
    light_counts(snapshot, &Filter::default())
}

/// `黄1绿3`.
fn tally(lights: &[Light], lang: Lang) -> String {
    let each = Light::ALL.iter().filter_map(|light| {
        let count = lights.iter().filter(|l| *l == light).count();
        (count > 0).then(|| format!("{}{count}", light.mark().say(lang)))
    });
    each.collect()
}

/// The first line: what this is, as of when, and the period.
fn title(model: &Model, glance: &Glance) -> (String, String) {
    let snapshot = glance.then.as_deref().unwrap_or(&model.snapshot);
    let lang = model.lang;
    let title = say::TITLE.with(lang, &[&model.plan().document.doc_no, &snapshot.as_of.to_string()]);
    let period = snapshot.office.current(snapshot.as_of).map(|opened| {
        let cutoff = opened.cutoff.strftime("%m-%d").to_string();
        say::PERIOD.with(lang, &[&opened.period.short(lang), &cutoff, &left(opened, snapshot.as_of, lang)])
    });
    (title, period.unwrap_or_default())
}
