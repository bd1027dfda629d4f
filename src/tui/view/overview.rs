//! 总览: figures and cells at their places, each with what it leads to.

use ratatui::style::Style;

use super::super::model::Model;
use super::super::overview::Goal;
use super::canvas::Canvas;
use super::layout::Layout;
use super::lines::fitting;
use super::todo::PERIODS_AT;
use super::{foot, theme};
use crate::ledger::{Coded, Light};
use crate::plan::GroupNo;
use crate::query::{Filter, Row, Sort, left, rows};
use crate::store::Snapshot;
use crate::strings::{Lang, Text, overview as say, ui};
use crate::text::{cells, truncate};

/// From this width on the last periods of each task stand at the right.
const WIDE: u16 = 120;
/// From this many columns on there is room for what was before, and for two lists side by side.
const ROOMY: u16 = 79;
/// Where figures stand behind what they are figures of.
pub(super) const INDENT: u16 = 9;
/// Where the tasks of a group begin, and how wide each is.
const EACH_AT: u16 = 19;
const EACH_WIDE: u16 = 7;
/// Where a group's counts stand, now and before.
const NOW_AT: u16 = 54;
const NOW_AT_NARROW: u16 = 47;
const BEFORE_AT: u16 = 67;

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
pub fn draw(model: &Model, at: usize, frame: &Layout, canvas: &mut Canvas<'_>) {
    let lang = model.lang;
    let right = canvas.put_right(frame.width, 0, &period(model), theme::PLAIN);
    let title = title(model, usize::from(right));
    canvas.put(0, 0, usize::from(right.saturating_sub(1)), &title, theme::STRONG);
    let all = layout(model);
    let chosen = goals(&all).get(at).map(|c| (c.x, c.y));
    let (first, height) = (2, frame.notice.saturating_sub(2));
    let rows = all.iter().map(|c| c.y + 1).max().unwrap_or(0);
    let top = chosen.map_or(0, |(_, y)| (y + 1).saturating_sub(height));
    for cell in all.iter().filter(|c| c.y >= top && c.y - top < height) {
        let style =
            if chosen == Some((cell.x, cell.y)) { cell.style.patch(theme::CURSOR) } else { cell.style };
        canvas.put(cell.x, first + cell.y - top, usize::from(frame.width), &cell.text, style);
    }
    let below = rows.saturating_sub(top + height);
    if below > 0 {
        let said = say::MORE_BELOW.with(lang, &[&below.to_string()]);
        canvas.put_right(frame.width, frame.notice, &said, theme::STRONG);
    }
    let keys = fitting([say::KEYS, say::KEYS_SHORT].map(|k| k.say(lang)), usize::from(frame.width));
    foot::line(keys, frame, canvas);
    foot::notice(model, frame, canvas);
}

/// Lays everything out.
#[must_use]
pub fn layout(model: &Model) -> Vec<Cell> {
    let width = if model.size.0 >= WIDE { PERIODS_AT - 2 } else { model.size.0.saturating_sub(1) };
    let mut page = Page { model, cells: Vec::new(), x: 0, y: 0, width };
    let (snapshot, before) = (&*model.snapshot, model.before.as_deref());
    page.lights(snapshot, before);
    page.reports(snapshot);
    page.numbers(snapshot);
    page.next_row();
    page.groups(snapshot, before);
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
    pub(super) model: &'a Model,
    cells: Vec<Cell>,
    /// Where the next piece goes.
    pub(super) x: u16,
    /// In which row.
    pub(super) y: u16,
    /// Columns there are.
    pub(super) width: u16,
}

/// A piece that is not put anywhere yet.
pub(super) type Piece = (String, Style, Option<Goal>);

impl Page<'_> {
    pub(super) fn lang(&self) -> Lang {
        self.model.lang
    }

    /// Whether there is room for two columns of lists.
    pub(super) fn is_roomy(&self) -> bool {
        self.width >= ROOMY
    }

    /// Puts a piece at the end of the row, one cell after the last.
    pub(super) fn put(&mut self, text: String, style: Style, goal: Option<Goal>) {
        let wide = wide(&text);
        self.cells.push(Cell { x: self.x, y: self.y, text, style, goal });
        self.x += wide + 1;
    }

    /// Puts pieces side by side from a column on, or from the beginning of the next row where they would not fit.
    pub(super) fn section(&mut self, from: u16, pieces: Vec<Piece>) {
        let all: u16 = pieces.iter().map(|p| wide(&p.0) + 1).sum();
        self.x = self.x.max(from);
        if self.x > INDENT && self.x + all > self.width + 1 {
            self.next_row();
            self.x = INDENT;
        }
        for (text, style, goal) in pieces {
            if self.x > INDENT && self.x + wide(&text) > self.width {
                self.next_row();
                self.x = INDENT;
            }
            self.put(text, style, goal);
        }
    }

    pub(super) fn figure(&self, text: Text, count: usize, goal: Goal) -> Piece {
        let said = text.with(self.lang(), &[&count.to_string()]);
        if count > 0 { (said, theme::STRONG, Some(goal)) } else { (said, theme::PLAIN, None) }
    }

    pub(super) fn next_row(&mut self) {
        (self.x, self.y) = (0, self.y + 1);
    }

    /// The chart is the tasks themselves: number and light.
    fn groups(&mut self, snapshot: &Snapshot, before: Option<&Snapshot>) {
        let lang = self.lang();
        let now_at = if self.is_roomy() { NOW_AT } else { NOW_AT_NARROW };
        // Where there is no room for what was before, the keys lead there.
        let before = before.filter(|_| self.is_roomy());
        let mut heads = vec![(0, say::GROUPS), (EACH_AT, say::EACH), (now_at, say::NOW)];
        heads.extend(before.map(|_| (BEFORE_AT, say::BEFORE)));
        for (x, head) in heads {
            self.x = x;
            self.put(head.say(lang).to_owned(), theme::STRONG, None);
        }
        self.next_row();
        let all = everything(snapshot);
        let old = before.map(|then| (then.as_of, everything(then)));
        for group in &snapshot.plan.groups {
            let name = if lang == Lang::Zh { &group.short } else { &group.short_gloss };
            let goal = Some(Goal::Group(group.no));
            self.put(format!(" {} {}", group.numeral, truncate(name, 14)), theme::PLAIN, goal);
            let lights = of_group(&all, group.no);
            self.tally(now_at, &lights, |light| Goal::GroupLight(group.no, light));
            if let Some((day, old)) = &old {
                let lights = of_group(old, group.no);
                self.tally(BEFORE_AT, &lights, |light| Goal::GroupThen(*day, group.no, light));
            }
            self.x = EACH_AT;
            for row in all.iter().filter(|r| r.task.group == group.no) {
                if self.x + EACH_WIDE > now_at {
                    self.next_row();
                    self.x = EACH_AT;
                }
                let (from, text) = (self.x, format!("{:>2}{}", row.task.no.0, row.light.mark().say(lang)));
                self.put(text, theme::light(row.light), Some(Goal::Task(row.task.no)));
                self.x = from + EACH_WIDE;
            }
            self.next_row();
        }
        self.next_row();
    }

    /// `黄1绿3`, each of them a figure.
    fn tally(&mut self, from: u16, lights: &[Light], goal: impl Fn(Light) -> Goal) {
        self.x = from;
        for light in Light::ALL {
            let count = lights.iter().filter(|l| *l == light).count();
            if count > 0 {
                let said = format!("{}{count}", light.mark().say(self.lang()));
                self.put(said, theme::PLAIN, Some(goal(*light)));
                self.x -= 1;
            }
        }
    }
}

fn wide(text: &str) -> u16 {
    u16::try_from(cells(text)).unwrap_or(0)
}

fn of_group(rows: &[Row<'_>], group: GroupNo) -> Vec<Light> {
    rows.iter().filter(|r| r.task.group == group).map(|r| r.light).collect()
}

fn everything(snapshot: &Snapshot) -> Vec<Row<'_>> {
    rows(snapshot, &Filter::default(), Sort::Task)
}

/// The first line at the left: what this is and as of when, which is never dropped.
fn title(model: &Model, room: usize) -> String {
    let lang = model.lang;
    let name = if model.looking.is_some() { say::TITLE_BACK } else { say::TITLE }.say(lang);
    let (number, day) = (&model.plan().document.doc_no, model.snapshot.as_of);
    let as_of = ui::AS_OF.with(lang, &[&day.to_string()]);
    let short = ui::AS_OF.with(lang, &[&day.strftime("%m-%d").to_string()]);
    let forms =
        [format!("{name} {number} {as_of}"), format!("{name} {as_of}"), format!("{name} {short}"), as_of];
    forms.iter().find(|f| cells(f) < room).or(forms.last()).cloned().unwrap_or_default()
}

/// And at the right: the period.
fn period(model: &Model) -> String {
    let (snapshot, lang) = (&model.snapshot, model.lang);
    let Some(opened) = snapshot.office.current(snapshot.as_of) else { return String::new() };
    let cutoff = opened.cutoff.strftime("%m-%d").to_string();
    say::PERIOD.with(lang, &[&opened.period.short(lang), &cutoff, &left(opened, snapshot.as_of, lang)])
}
