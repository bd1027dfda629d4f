//! The whole program without a terminal: keys in, screen out.
//!
//! A real ledger in a folder of its own, a clock that stands still, and the effects done at once instead of by
//! threads. What it shows goes through ratatui's `TestBackend`.

use std::collections::HashMap;
use std::path::PathBuf;
use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use duban::clock::Clock;
use duban::draft::{Folder, Form as DraftForm, Key};
use duban::ledger::Actor;
use duban::plan::{EMBEDDED, Plan};
use duban::store::{Reader, create};
use duban::strings::Lang;
use duban::tui::effect::{Effect, Event, SaveAsk};
use duban::tui::model::Model;
use duban::tui::term::{Decoder, Input};
use duban::tui::update::update;
use duban::tui::view;
use duban::tui::workers::{Ask, Days, Desk, Pen, answer, load, save};
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
    forms: HashMap<Key, DraftForm>,
    /// The effects that nobody here can do: quit, suspend, redraw.
    pub asked: Vec<Effect>,
    /// Whether saves are done; else they are kept for later.
    pub saving: bool,
    pub unsaved: Vec<SaveAsk>,
    folder: Rc<tempfile::TempDir>,
}

impl Screen {
    /// The real plan at a size.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self::with(EMBEDDED, columns, rows, TODAY)
    }

    /// Any plan at a size on a day.
    pub fn with(toml: &str, columns: u16, rows: u16, today: Date) -> Self {
        let folder = Rc::new(tempfile::tempdir().expect("a folder"));
        let actor = Actor { name: "王敏".into(), origin: String::new() };
        create(&folder.path().join("l.db"), toml, &actor, Clock::noon(today).now()).expect("a ledger");
        Self::open(folder, (columns, rows), today, &actor)
    }

    /// Another operator on the same ledger.
    pub fn beside(&self, name: &str) -> Self {
        let actor = Actor { name: name.into(), origin: "10.0.0.7".into() };
        Self::open(self.folder.clone(), self.model.size, self.model.clock.today(), &actor)
    }

    /// The same operator, after the program ended and was started again.
    pub fn again(self) -> Self {
        let (folder, size, today) = (self.folder.clone(), self.model.size, self.model.clock.today());
        let actor = self.model.actor.clone();
        drop(self);
        Self::open(folder, size, today, &actor)
    }

    fn open(folder: Rc<tempfile::TempDir>, size: (u16, u16), today: Date, actor: &Actor) -> Self {
        let path = folder.path().join("l.db");
        let clock = Clock::noon(today);
        let reader = Reader::open(&path).expect("a reader");
        let plan = reader.plan().clone();
        let days = Days { as_of: None, known_at: None, clock };
        let first = load(&reader, days, None).expect("a reading");
        let mut model = Model::new(first.snapshot, Lang::Zh, clock, actor.clone());
        model.newest = first.newest.into_iter().collect();
        model.size = size;
        model.show_selected();
        let desk = Desk { reader, drafts: Folder::beside(&path), days, by: actor.clone() };
        let pen = Pen { path: path.clone(), plan, by: actor.clone(), clock, writer: None };
        let (asked, unsaved, forms) = (Vec::new(), Vec::new(), HashMap::new());
        let mut screen = Self { model, path, desk, pen, forms, asked, saving: true, unsaved, folder };
        let drafts = answer(&screen.desk, Ask::Drafts);
        screen.event(drafts);
        screen
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
            Effect::Preview(which) => Ask::Preview(which),
            Effect::Search(words, unit) => Ask::Search(words, unit),
            Effect::OpenDraft(key) => Ask::Draft(key),
            Effect::Save(ask) if self.saving => return Some(Event::Saved(save(&mut self.pen, ask))),
            Effect::Save(ask) => {
                self.unsaved.push(ask);
                return None;
            }
            Effect::HoldDraft(_) | Effect::Keep(..) | Effect::LeaveDraft(_) | Effect::DropDraft(_) => {
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
        let open = |key: &Key| folder.open(&by, key).expect("a draft");
        match effect {
            Effect::HoldDraft(key) => {
                self.forms.entry(key.clone()).or_insert_with(|| open(&key));
            }
            Effect::Keep(key, body) => {
                let form = self.forms.entry(key.clone()).or_insert_with(|| open(&key));
                form.save(&body, self.model.clock.now()).expect("a draft");
                return Some(Event::Kept(key));
            }
            Effect::LeaveDraft(key) => drop(self.forms.remove(&key)),
            Effect::DropDraft(key) => {
                if let Some(form) = self.forms.remove(&key) {
                    form.finish();
                }
            }
            _ => {}
        }
        None
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
