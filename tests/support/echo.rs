//! A small program on the terminal layer, for tests: it shows its size and what it hears.
//!
//! Its loop is the real program's in small: receive, drain, change, draw when the last frame is out and the
//! pace allows.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use duban::tui::term::{
    Encoder, End, FrameOut, Haste, Input, Latch, Listen, Outbox, Pace, Signals, Tty, TtyEvent, listen,
};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

enum Event {
    Tty(TtyEvent),
    Out(FrameOut),
}

/// What the small program shows: its size, counts, and what it heard last.
struct Shown {
    size: (u16, u16),
    looks: usize,
    heard: Vec<String>,
}

impl Shown {
    fn draw(&self) -> (Buffer, Position) {
        let mut b = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let head =
            format!("size {}x{} heard {} looks {}", self.size.0, self.size.1, self.heard.len(), self.looks);
        let rows = std::iter::once(&head).chain(self.heard.iter().rev());
        for (y, row) in (0..self.size.1).zip(rows) {
            b.set_stringn(0, y, row, usize::from(self.size.0), Style::default());
        }
        (b, Position::new(2, 0))
    }

    fn hear(&mut self, input: &Input, tty: &Tty) -> bool {
        self.heard.push(match input {
            Input::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) if modifiers.is_empty() => {
                format!("<{c}>")
            }
            Input::Key(key) => format!("<{:?} {:?}>", key.code, key.modifiers),
            Input::Paste(text) => {
                format!("<paste {}>", text.replace('\n', "/").chars().take(40).collect::<String>())
            }
            Input::NotUtf8 => "<not utf-8>".into(),
        });
        match input {
            Input::Key(KeyEvent { code: KeyCode::Char('z'), modifiers: KeyModifiers::CONTROL, .. }) => {
                let done = tty.suspend();
                self.heard.push(format!("suspend {done}"));
                true
            }
            Input::Key(KeyEvent { code: KeyCode::Char('P'), .. }) => panic!("asked to panic"),
            Input::Key(KeyEvent { code: KeyCode::Char('S'), .. }) => loop {
                std::thread::park();
            },
            Input::Key(KeyEvent { code: KeyCode::Char('q'), modifiers, .. }) => !modifiers.is_empty(),
            _ => true,
        }
    }
}

/// Runs it until `q`; Ctrl-Z asks to be stopped, `P` panics, `S` never comes back.
pub fn child_ui(tty: &Tty) {
    let (sender, events) = channel();
    let latch = Latch::new();
    let ledger = std::env::var_os("DUBAN_TERM_LEDGER").map(Into::into);
    let words = |why: End| format!("ended: {why:?}");
    let setup = Listen {
        tty: tty.clone(),
        signals: Signals::catch().expect("signals"),
        ledger,
        drafts: None,
        drafts_safe: latch.clone(),
        last_words: Box::new(words),
        at_rest: Box::new(|| {}),
    };
    let to = sender.clone();
    listen(setup, move |event| to.send(Event::Tty(event)).is_ok()).expect("listen");
    let mut outbox = Outbox::new(tty.clone());
    outbox.wait_by(move |out| sender.send(Event::Out(out)).is_ok()).expect("outbox");
    let size = tty.size();
    let mut shown = Shown { size: (size.cols, size.rows), looks: 0, heard: Vec::new() };
    ui_loop(tty, &events, &mut outbox, &latch, &mut shown);
}

/// The loop the real program has, in small: receive, drain, change, draw when allowed.
fn ui_loop(tty: &Tty, events: &Receiver<Event>, outbox: &mut Outbox, latch: &Latch, shown: &mut Shown) {
    let (mut encoder, mut pace) = (Encoder::new(true), Pace::new());
    let mut on_screen = Buffer::empty(Rect::ZERO);
    let (mut full, mut changed, mut in_flight) = (true, true, false);
    loop {
        let mut wait = Duration::from_secs(3600);
        if changed && !in_flight {
            let (now, (next, caret)) = (Instant::now(), shown.draw());
            let frame = encoder.clone().frame(&on_screen, &next, Some(caret), full);
            wait = pace.wait(now, frame.len(), Haste::Asked);
            if wait.is_zero() {
                encoder.frame(&on_screen, &next, Some(caret), full);
                pace.after_frame(frame.len(), now);
                (on_screen, full, changed) = (next, false, false);
                in_flight = outbox.send(frame);
                wait = Duration::from_secs(3600);
            }
        }
        let mut event = match events.recv_timeout(wait) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return,
        };
        while let Some(next) = event {
            match next {
                Event::Out(out) => {
                    in_flight = false;
                    full |= out == FrameOut::Dropped;
                }
                Event::Tty(TtyEvent::Ending(_)) => {
                    if let Some(ledger) = std::env::var_os("DUBAN_TERM_LEDGER") {
                        std::fs::write(Path::new(&ledger).with_extension("draft"), "safe").expect("draft");
                    }
                    latch.open();
                }
                Event::Tty(TtyEvent::Input(inputs)) => {
                    changed = true;
                    if !inputs.iter().all(|input| shown.hear(input, tty)) {
                        return;
                    }
                }
                Event::Tty(TtyEvent::Resize(size) | TtyEvent::Resumed(size)) => {
                    (shown.size, full, changed) = ((size.cols, size.rows), true, true);
                }
                Event::Tty(TtyEvent::LookAgain) => (shown.looks, changed) = (shown.looks + 1, true),
                Event::Tty(TtyEvent::Suspended | TtyEvent::FormsMoved) => {}
            }
            event = events.try_recv().ok();
        }
    }
}
