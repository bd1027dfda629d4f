//! Everything the screen shows, as plain data.
//!
//! Owns the state between two keys. Refuses to act: `update` changes it, `effect` says what is to be done outside,
//! `view` draws it.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::draft::Found;
use crate::ledger::{Acted, Actor, Assess, Entry, EntryId, Version};
use crate::plan::{Plan, TaskNo, UnitIx};
use crate::query::{Facets, Filter, LightCounts, Names, facets, light_counts};
use crate::store::{Page, Snapshot};
use crate::strings::Lang;

use super::effect::SaveId;
use super::office::Prompt;
pub use super::overlay::{Confirm, Overlay};
use super::saving::Saving;
use super::term::Input;
use super::trail::Trail;
pub use super::trail::{Looking, Paused};

/// Which pane the moving keys move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of tasks.
    List,
    /// Groups and units at the left; the row under its cursor.
    Facets(usize),
}

/// A page of the detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// 进展.
    Entries,
    /// 原文.
    Text,
    /// 指标.
    Indicators,
    /// 单位.
    Units,
    /// 督办.
    Office,
    /// 历史.
    History,
}

impl Tab {
    /// All, from left to right.
    pub const ALL: [Self; 6] =
        [Self::Entries, Self::Text, Self::Indicators, Self::Units, Self::Office, Self::History];
}

/// A line for the operator, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub text: String,
    /// Whether something could not be done.
    pub alarm: bool,
}

/// The state.
#[derive(Debug)]
pub struct Model {
    /// Language of the interface.
    pub lang: Lang,
    /// Where the time comes from.
    pub clock: Clock,
    /// Who sits here.
    pub actor: Actor,
    /// Whether the ledger may only be read here.
    pub read_only: bool,
    /// The rules of points, where the settings have any.
    pub assess: Assess,
    /// Where files go that leave the ledger.
    pub folder: PathBuf,
    /// How somebody elsewhere calls this place.
    pub host: String,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The ledger as last read.
    pub snapshot: Arc<Snapshot>,
    /// The ledger at the end of the period before, once it was read for the overview.
    pub before: Option<Arc<Snapshot>>,
    /// The earlier day that is looked at, if one is.
    pub looking: Option<Looking>,
    /// Names prepared for finding.
    named: OnceCell<Arc<Names>>,
    /// Newest entries of every task, of the filter's unit if there is one.
    pub newest: HashMap<TaskNo, Page>,
    /// Whose entries `newest` holds.
    pub newest_of: Option<UnitIx>,
    /// What the list is narrowed to.
    pub filter: Filter,
    /// A filter put aside.
    pub paused: Option<Paused>,
    /// Where one was before.
    pub trail: Trail,
    /// Counts beside the choices, under the filter.
    pub facets: Facets,
    /// Lights of all tasks.
    pub lights: LightCounts,
    /// The task under the cursor; it stays selected when rows move.
    pub selected: TaskNo,
    /// First row of the list on screen.
    pub list_top: usize,
    /// Pane that the moving keys move in.
    pub pane: Pane,
    /// Page of the detail.
    pub tab: Tab,
    /// The tasks of the list, in its order.
    pub listed: Vec<TaskNo>,
    /// First row of the detail on screen.
    pub scroll: usize,
    /// The line of the detail that was walked to.
    pub hit: Option<usize>,
    /// The detail on the whole screen.
    pub zoom: bool,
    /// Digits typed so far.
    pub digits: String,
    /// What lies over the screen.
    pub overlay: Overlay,
    /// What was sent to be saved and is not yet answered.
    pub saving: Saving,
    /// How many forms and saves there were.
    pub counted: u64,
    /// The reports that were last written at once here: they are taken back at once.
    pub together: Vec<EntryId>,
    /// Keys that came behind `z`, until what would be undone is on the screen.
    pub awaiting: Option<Vec<Input>>,
    /// Whether the question on the screen was there before this read of keys. Deleting is never answered by a key
    /// that came along with it.
    pub fresh: bool,
    /// Lines that were sent and are not yet stored.
    pub prompted: Option<(SaveId, Box<Prompt>)>,
    /// Lines that wait for the question about them to be answered.
    pub held: Option<Box<Prompt>>,
    /// Tasks that are marked, to do something with all of them.
    pub marked: BTreeSet<TaskNo>,
    /// The operator's drafts.
    pub drafts: Vec<Found>,
    /// What the operator's own unit has to report again.
    pub returned: Vec<Entry>,
    /// Behind which row of the record how many reports came since the operator's last visit.
    pub came: Option<(i64, usize)>,
    /// What was done to the entries of a task, newest first.
    pub history: Option<(TaskNo, Vec<Version>)>,
    /// What the office did about the same task, newest first.
    pub acted: Vec<Acted>,
    /// A line for the operator.
    pub notice: Option<Notice>,
    /// Whether the operator was told of an input method once.
    pub told_ime: bool,
    /// Whether the operator was told of a wrong encoding once.
    pub told_encoding: bool,
}

impl Model {
    /// The state at start.
    #[must_use]
    pub fn new(snapshot: Snapshot, lang: Lang, clock: Clock, actor: Actor) -> Self {
        let filter = Filter::default();
        Self {
            lang,
            clock,
            actor,
            read_only: false,
            assess: Assess::default(),
            folder: PathBuf::new(),
            host: String::new(),
            size: (80, 24),
            named: OnceCell::new(),
            newest: HashMap::new(),
            newest_of: None,
            facets: facets(&snapshot, &filter),
            lights: light_counts(&snapshot, &filter),
            listed: super::listed::listed(&snapshot, &filter),
            filter,
            paused: None,
            trail: Trail::default(),
            selected: snapshot.plan.tasks.first().map_or(TaskNo(0), |t| t.no),
            snapshot: Arc::new(snapshot),
            before: None,
            looking: None,
            list_top: 0,
            pane: Pane::List,
            tab: Tab::Entries,
            scroll: 0,
            hit: None,
            zoom: false,
            digits: String::new(),
            overlay: Overlay::None,
            saving: Saving::default(),
            counted: 0,
            together: Vec::new(),
            awaiting: None,
            fresh: false,
            prompted: None,
            held: None,
            marked: BTreeSet::new(),
            drafts: Vec::new(),
            returned: Vec::new(),
            came: None,
            history: None,
            acted: Vec::new(),
            notice: None,
            told_ime: false,
            told_encoding: false,
        }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.snapshot.plan
    }

    /// The plan's names, for finding things; made ready when something is looked for first.
    #[must_use]
    pub fn names(&self) -> Arc<Names> {
        self.named.get_or_init(|| Arc::new(Names::new(&self.snapshot.plan, self.lang))).clone()
    }

    /// The unit whose reports the operator writes, where it is one unit's.
    #[must_use]
    pub fn own(&self) -> Option<UnitIx> {
        self.snapshot.office.duty(&self.actor.name).unit()
    }

    /// Takes over a filter: counts anew, and keeps the task if it still passes, else the first that does.
    pub fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
        self.scroll = 0;
        self.hit = None;
        self.recount();
    }

    /// Speaks another language from now on. The plan and what was typed stay in theirs.
    pub fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        self.named = OnceCell::new();
    }

    /// The next number for a form or a save.
    pub fn count(&mut self) -> u64 {
        self.counted += 1;
        self.counted
    }

    /// Says something to the operator.
    pub fn say(&mut self, text: String) {
        self.notice = Some(Notice { text, alarm: false });
    }

    /// Says that something could not be done.
    pub fn warn(&mut self, text: String) {
        self.notice = Some(Notice { text, alarm: true });
    }
}
