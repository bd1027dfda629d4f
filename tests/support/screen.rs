//! The whole program without a terminal: keys in, screen out.
//!
//! A real ledger in a folder of its own, a clock that stands still, and the effects done at once instead of by
//! threads. What it shows goes through ratatui's `TestBackend`.

use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use duban::clock::Clock;
use duban::draft::{Folder, Form as DraftForm, Found, Slot};
use duban::ledger::Actor;
use duban::plan::{EMBEDDED, Plan};
use duban::store::{Reader, StoreError, Wait, create};
use duban::strings::Lang;
use duban::tui::begin::begin;
use duban::tui::effect::{Effect, Event, SaveAsk, SaveId};
use duban::tui::model::Model;
use duban::tui::pen::{Pen, save};
use duban::tui::term::{Decoder, Input};
use duban::tui::update::update;
use duban::tui::view;
use duban::tui::workers::{Ask, Days, Desk, answer};
use jiff::civil::{Date, date};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;

/// The day on which most of these stories are played.
pub const TODAY: Date = date(2025, 6, 24);

/// A program at work.
pub struct Screen {
    pub model: Model,
    #[allow(dead_code)]
    pub path: PathBuf,
    desk: Desk,
    pen: Pen,
    forms: HashMap<Slot, DraftForm>,
    old: HashMap<Slot, Found>,
    /// The effects that nobody here can do: quit, suspend, redraw.
    pub asked: Vec<Effect>,
    /// Whether saves are done; else they are kept for later.
    pub saving: bool,
    pub unsaved: Vec<(SaveId, SaveAsk)>,
    /// Whether answers about drafts are held back.
    pub hold: bool,
    held: Vec<Event>,
    folder: Rc<tempfile::TempDir>,
}

impl Screen {
    /// The real plan at a size.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self::with(EMBEDDED, columns, rows, TODAY)
    }

    /// Any plan at a size on a day.
    pub fn with(toml: &str, columns: u16, rows: u16, today: Date) -> Self {
        Self::inside(tempfile::tempdir().expect("a folder"), toml, (columns, rows), today)
    }

    /// The real plan, on a disk in memory where there is one: for thousands of keys, of which each keeps a draft.
    pub fn in_memory(columns: u16, rows: u16) -> Self {
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
        Self::inside(folder, EMBEDDED, (columns, rows), TODAY)
    }

    fn inside(folder: tempfile::TempDir, toml: &str, size: (u16, u16), today: Date) -> Self {
        let folder = Rc::new(folder);
        let actor = Actor { name: "王敏".into(), origin: String::new(), way: duban::ledger::Way::Local };
        create(&folder.path().join("l.db"), toml, &actor, Clock::noon(today).now()).expect("a ledger");
        Self::open(folder, size, today, &actor)
    }

    /// Another operator on the same ledger.
    pub fn beside(&self, name: &str) -> Self {
        let actor = Actor { name: name.into(), origin: "10.0.0.7".into(), way: duban::ledger::Way::Local };
        Self::open(self.folder.clone(), self.model.size, self.model.clock.today(), &actor)
    }

    /// The same operator, after the program ended and was started again.
    pub fn again(self) -> Self {
        let (folder, size, today) = (self.folder.clone(), self.model.size, self.model.clock.today());
        let actor = self.model.actor.clone();
        self.desk.drafts.leave(&actor.name, self.model.snapshot.seq);
        drop(self);
        Self::open(folder, size, today, &actor)
    }

    /// An operator on the same ledger on another day.
    #[allow(dead_code)]
    pub fn comes(&self, name: &str, day: Date) -> Self {
        let actor = Actor { name: name.into(), origin: String::new(), way: duban::ledger::Way::Local };
        Self::open(self.folder.clone(), self.model.size, day, &actor)
    }

    /// The same ledger as it was recorded at a moment.
    pub fn as_known(&self, at: duban::clock::Instant) -> Self {
        let (size, today) = (self.model.size, self.model.clock.today());
        Self::open_known(self.folder.clone(), size, today, &self.model.actor, Some(at))
    }

    /// Writes past the screen.
    pub fn write(&mut self, ask: SaveAsk) -> &mut Self {
        save(&mut self.pen, ask, Wait::default()).expect("written");
        self.event(Event::LookAgain)
    }

    fn open(folder: Rc<tempfile::TempDir>, size: (u16, u16), today: Date, actor: &Actor) -> Self {
        Self::open_known(folder, size, today, actor, None)
    }

    fn open_known(
        folder: Rc<tempfile::TempDir>,
        size: (u16, u16),
        today: Date,
        actor: &Actor,
        known_at: Option<duban::clock::Instant>,
    ) -> Self {
        let path = folder.path().join("l.db");
        let clock = Clock::noon(today);
        let reader = Reader::open(&path).expect("a reader");
        let (plan, which) = (reader.plan().clone(), reader.which().clone());
        let visited = Folder::beside(&path).visited(&actor.name);
        let days = Days { looking: None, as_of: None, known_at, clock, visited };
        let mut model = begin(&reader, days, (Lang::Zh, actor), (size, false)).expect("a reading");
        folder.path().clone_into(&mut model.folder);
        "wang@server".clone_into(&mut model.host);
        model.show_selected();
        let desk = Desk { reader, drafts: Folder::beside(&path), days, by: actor.clone() };
        let daily = duban::ops::Daily::new(&path, 0);
        let pen = Pen { path: path.clone(), which, plan, by: actor.clone(), clock, writer: None, daily };
        let (asked, unsaved, held) = (Vec::new(), Vec::new(), Vec::new());
        let (forms, old) = (HashMap::new(), HashMap::new());
        let mut screen = Self {
            model,
            path,
            desk,
            pen,
            forms,
            old,
            asked,
            saving: true,
            unsaved,
            hold: false,
            held,
            folder,
        };
        for ask in [Ask::Load(screen.model.newest_of), Ask::Drafts] {
            let answer = answer(&screen.desk, ask);
            screen.event(answer);
        }
        screen
    }

    /// What the reader answers.
    pub fn asked(&self, ask: Ask) -> Event {
        answer(&self.desk, ask)
    }

    pub fn plan(&self) -> &Plan {
        self.desk.reader.plan()
    }

    /// Types keys, each in a read of its own: text as it is, `<Enter>`, `<Tab>`, `<C-g>` and so on by name.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for event in parse(keys) {
            self.event(Event::Input(vec![Input::Key(event)]));
        }
        self
    }

    /// Sends bytes as a terminal does, all in one read.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        let mut inputs = Vec::new();
        let mut decoder = Decoder::default();
        decoder.feed(bytes, &mut inputs);
        decoder.idle(&mut inputs);
        self.event(Event::Input(inputs));
        self
    }

    /// Lets something happen, and everything that follows from it.
    pub fn event(&mut self, event: Event) -> &mut Self {
        let mut events = std::collections::VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for effect in update(&mut self.model, event) {
                events.extend(self.act(effect));
            }
        }
        self
    }

    fn act(&mut self, effect: Effect) -> Option<Event> {
        let ask = match effect {
            Effect::Load(unit) => Ask::Load(unit),
            Effect::LoadMore(task, unit, most) => Ask::More(task, unit, most),
            Effect::Previous(pair) => Ask::Previous(pair),
            Effect::History(task, unit) => Ask::History(task, unit),
            Effect::Preview(which, ids) => Ask::Preview(which, ids),
            Effect::Queue(pile) => Ask::Queue(pile),
            Effect::Look(day, unit) => {
                self.desk.days.looking = day;
                Ask::Look(day, unit)
            }
            Effect::Glance => Ask::Glance,
            Effect::Since(slot, body) => Ask::Since(slot, body),
            Effect::Show(ask) => Ask::Show(ask),
            Effect::Export(ask, path, replace) => Ask::Export(ask, path, replace),
            Effect::LookForOthers(slot) => {
                let others = self.desk.drafts.others(&self.model.actor.name, &slot.key);
                return Some(Event::Others(slot, others));
            }
            Effect::Search(words, unit) => Ask::Search(words, unit),
            Effect::Save(id, ask) if self.saving => {
                return Some(Event::Saved(id, save(&mut self.pen, ask, Wait::default())));
            }
            Effect::GiveUp(id) => {
                self.unsaved.retain(|(waiting, _)| *waiting != id);
                return Some(Event::Saved(id, Err(StoreError::GivenUp.into())));
            }
            Effect::Save(id, ask) => {
                self.unsaved.push((id, ask));
                return None;
            }
            Effect::OpenDraft(_)
            | Effect::TakeDraft(_)
            | Effect::Keep(..)
            | Effect::LeaveDraft(_)
            | Effect::DropDraft(_) => {
                return self.draft(effect);
            }
            other => {
                self.asked.push(other);
                return None;
            }
        };
        Some(answer(&self.desk, ask))
    }

    /// What the keeper of drafts does on its thread.
    fn draft(&mut self, effect: Effect) -> Option<Event> {
        let (folder, by) = (self.desk.drafts.clone(), self.model.actor.name.clone());
        match effect {
            Effect::OpenDraft(slot) => {
                let others = folder.others(&by, &slot.key);
                let found = folder.load(&by, &slot.key).filter(|f| !f.open_elsewhere && !f.damaged);
                match &found {
                    Some(old) => drop(self.old.insert(slot.clone(), old.clone())),
                    None => {
                        drop(self.forms.insert(slot.clone(), folder.open(&by, &slot.key).expect("a draft")));
                    }
                }
                let event = Event::Draft(slot, found.map(Box::new), others);
                if self.hold {
                    self.held.push(event);
                    return None;
                }
                return Some(event);
            }
            Effect::TakeDraft(slot) => {
                let old = self.old.remove(&slot);
                if self.forms.contains_key(&slot) {
                    folder.discard_found(&by, &old.expect("found before")).expect("gone");
                } else {
                    self.forms.insert(slot.clone(), folder.open(&by, &slot.key).expect("a draft"));
                }
            }
            Effect::Keep(slot, body) => {
                let beside = self.old.contains_key(&slot);
                let form = self.forms.entry(slot.clone()).or_insert_with(|| {
                    let made =
                        if beside { folder.open_new(&by, &slot.key) } else { folder.open(&by, &slot.key) };
                    made.expect("a draft")
                });
                form.save(&body, self.model.clock.now()).expect("a draft");
                return Some(Event::Kept(slot.clone(), folder.others(&by, &slot.key)));
            }
            Effect::LeaveDraft(slot) => drop(self.forms.remove(&slot)),
            Effect::DropDraft(slot) => {
                if let Some(form) = self.forms.remove(&slot) {
                    form.finish();
                }
            }
            _ => {}
        }
        None
    }

    /// Lets the answers about drafts come.
    pub fn release(&mut self) -> &mut Self {
        self.hold = false;
        for event in std::mem::take(&mut self.held) {
            self.event(event);
        }
        self
    }

    /// Answers the oldest save that was held back: does it, or lets it fail.
    pub fn answer(&mut self, fault: Option<duban::error::Error>) -> &mut Self {
        let (id, ask) = self.unsaved.remove(0);
        let result = match fault {
            Some(e) => Err(e),
            None => save(&mut self.pen, ask, Wait::default()),
        };
        self.event(Event::Saved(id, result))
    }

    /// Gives the window another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.event(Event::Resize(columns, rows))
    }

    /// The rows of the screen, without spaces at their ends.
    pub fn rows(&self) -> Vec<String> {
        self.draw().0
    }

    /// The screen as one text.
    pub fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// Where the caret stands, if anything is being typed.
    pub fn caret(&self) -> Option<Position> {
        self.draw().1
    }

    /// The text of the newest entry in the ledger.
    pub fn stored(&self) -> String {
        let all = duban::store::PageOf::all(duban::store::When { until: Date::MAX, known_at: None });
        let page = self.desk.reader.page(&all, 1).expect("a page");
        page.entries.first().expect("an entry").progress.clone()
    }

    /// Holds that the ledger is what its history says.
    pub fn assert_sound(&self) {
        let verified = self.desk.reader.verify().expect("a reading");
        assert!(verified.is_ok(), "{verified:?}");
    }

    /// Goes to a field of the form by name.
    #[allow(dead_code)]
    pub fn to(&mut self, field: duban::tui::form::FieldId) {
        use duban::tui::model::Overlay;
        let Overlay::Form(form) = &self.model.overlay else { panic!("a form") };
        let at = |wanted| form.order().iter().position(|x| *x == wanted).expect("in the form");
        let steps = (at(field) + form.order().len() - at(form.focus)) % form.order().len();
        for _ in 0..steps {
            self.keys("<Tab>");
        }
    }

    /// Whether the keys go to the button with these words.
    pub fn on_button(&self, words: &str) -> bool {
        use duban::tui::form::FieldId;
        use duban::tui::model::Overlay;
        let Overlay::Form(form) = &self.model.overlay else { return false };
        matches!(
            (form.focus, words),
            (FieldId::Save, "保存") | (FieldId::Leave, "存草稿离开") | (FieldId::Discard, "放弃这次填写")
        )
    }

    fn draw(&self) -> (Vec<String>, Option<Position>) {
        let (columns, rows) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test backend");
        let mut caret = None;
        terminal
            .draw(|frame| {
                caret = view::draw(&self.model, frame.buffer_mut());
                if let Some(position) = caret {
                    frame.set_cursor_position(position);
                }
            })
            .expect("a frame");
        let buffer = terminal.backend().buffer().clone();
        let rows = (0..rows).map(|y| {
            let mut row = String::new();
            let mut x = 0;
            while let Some(cell) = buffer.cell((x, y)).filter(|_| x < columns) {
                row.push_str(cell.symbol());
                // The second cell of a glyph that takes two is a filler.
                x += u16::try_from(duban::text::grapheme_cells(cell.symbol()).max(1)).expect("one or two");
            }
            row.trim_end().to_owned()
        });
        (rows.collect(), caret)
    }
}

fn parse(keys: &str) -> Vec<KeyEvent> {
    let mut events = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|r| r.split_once('>')).filter(|(name, _)| name.len() > 1);
        let (event, after) = match named {
            Some((name, after)) => (key(name), after),
            None => (KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE), &rest[c.len_utf8()..]),
        };
        events.push(event);
        rest = after;
    }
    events
}

fn key(name: &str) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    if let Some(letter) = name.strip_prefix("C-") {
        return KeyEvent::new(KeyCode::Char(letter.chars().next().expect("a letter")), KeyModifiers::CONTROL);
    }
    plain(match name {
        "Enter" => KeyCode::Enter,
        "Tab" => KeyCode::Tab,
        "BTab" => KeyCode::BackTab,
        "Esc" => KeyCode::Esc,
        "BS" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "lt" => KeyCode::Char('<'),
        "gt" => KeyCode::Char('>'),
        other => panic!("no key is called {other}"),
    })
}

/// Holds that a row of the screen has some words.
pub fn has(screen: &Screen, row: usize, wanted: &str) {
    let rows = screen.rows();
    assert!(rows[row].contains(wanted), "row {row} should hold {wanted:?}:\n{}", rows.join("\n"));
}

/// Holds that the screen has some words.
pub fn shows(screen: &Screen, wanted: &str) {
    assert!(screen.text().contains(wanted), "should show {wanted:?}:\n{}", screen.text());
}

/// Holds that the screen does not have some words.
pub fn hides(screen: &Screen, unwanted: &str) {
    assert!(!screen.text().contains(unwanted), "should not show {unwanted:?}:\n{}", screen.text());
}
