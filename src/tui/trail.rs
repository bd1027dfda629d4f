//! 退格: where the operator was before, so that one key leads back there.
//!
//! Owns the short stack of places. A place is what the operator chose to look at: filter, screen and task. Refuses to
//! know how a place is gone to: `update` does that.

use jiff::civil::Date;

use super::behind::Behind;
use super::model::{Model, Overlay, Pane, Tab};
use super::office::{Pile, Queue, Reports};
use crate::plan::TaskNo;
use crate::query::Filter;

/// How many places are kept.
const MOST: usize = 30;

/// A whole screen that one works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The list of tasks.
    List,
    /// 总览, with the cell that is chosen.
    Overview(usize),
    /// A list behind one of its figures.
    Behind(Behind),
    /// 报送情况.
    Reports(Reports),
    /// Reports, one after the other.
    Queue(Pile),
}

/// What was being looked at.
#[derive(Debug, Clone)]
pub struct Place {
    /// Narrowed to what.
    pub filter: Filter,
    /// On which screen.
    pub screen: Screen,
    /// Which task was selected.
    pub task: TaskNo,
    /// Which page of it.
    pub tab: Tab,
    /// First row of the list.
    pub list_top: usize,
    /// The earlier day that was looked at, if one was.
    pub day: Option<Date>,
}

/// An earlier day that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looking {
    /// The day.
    pub day: Date,
    /// The screen's own, to which one comes back.
    pub home: Date,
}

/// A filter left for a moment to look at a task outside it.
#[derive(Debug, Clone)]
pub struct Paused {
    /// The filter.
    pub filter: Filter,
    /// The task that was selected.
    pub task: TaskNo,
}

/// The places one came from.
#[derive(Debug, Default)]
pub struct Trail {
    places: Vec<Place>,
    /// Where one was before what lies over the screen was opened.
    from: Option<Place>,
}

impl Screen {
    /// The screen that the model shows; nothing while something only lies over it.
    fn of(overlay: &Overlay) -> Option<Self> {
        match overlay {
            Overlay::None => Some(Self::List),
            Overlay::Overview(at) => Some(Self::Overview(*at)),
            Overlay::Behind(behind) => Some(Self::Behind(*behind)),
            Overlay::Reports(reports) => Some(Self::Reports(*reports)),
            Overlay::Queue(queue) => Some(Self::Queue(queue.pile)),
            _ => None,
        }
    }

    /// Whether it is the same screen, wherever its cursor stands.
    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

impl Place {
    /// The place that the model shows.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let screen = Screen::of(&model.overlay)?;
        let (filter, task) = (model.filter.clone(), model.selected);
        let day = model.looking.map(|l| l.day);
        Some(Self { filter, screen, task, tab: model.tab, list_top: model.list_top, day })
    }

    /// Whether one would see the same: the filter and the screen, not which row one stands on.
    fn is_like(&self, other: &Self) -> bool {
        self.filter == other.filter && self.screen.is_like(other.screen)
    }
}

impl Trail {
    /// Before a key: where one is, unless something lies over the screen.
    pub fn leaving(&mut self, here: Option<Place>) {
        self.from = here.or(self.from.take());
    }

    /// After a key: what was left is kept, if one looks at something else now. Digits that go on with a number go on
    /// from where its first digit was typed.
    pub fn arrived(&mut self, here: Option<&Place>, same_number: bool) {
        let Some(here) = here else { return };
        let Some(from) = self.from.take().filter(|from| !from.is_like(here)) else { return };
        if same_number {
            return;
        }
        self.places.push(from);
        if self.places.len() > MOST {
            self.places.remove(0);
        }
    }

    /// Nothing of this key is to be kept.
    pub fn forget(&mut self) {
        self.from = None;
    }

    /// The place before, other than this one.
    pub fn back(&mut self, here: &Place) -> Option<Place> {
        while let Some(place) = self.places.pop() {
            if !place.is_like(here) || place.task != here.task {
                return Some(place);
            }
        }
        None
    }
}

impl Model {
    /// Puts a place on the screen, but for its filter and what its screen reads. The task stays where it still passes.
    pub fn stand(&mut self, place: &Place) {
        (self.tab, self.pane, self.zoom) = (place.tab, Pane::List, false);
        (self.scroll, self.list_top) = (0, place.list_top);
        if self.listed.contains(&place.task) {
            self.selected = place.task;
        }
        self.show_selected();
        self.overlay = match place.screen {
            Screen::List => Overlay::None,
            Screen::Overview(at) => Overlay::Overview(at),
            Screen::Behind(behind) => Overlay::Behind(behind),
            Screen::Reports(reports) => Overlay::Reports(reports),
            Screen::Queue(pile) => Overlay::Queue(Box::new(Queue { pile, ..Queue::default() })),
        };
    }
}
