//! A save that has to wait, and one that nobody wants to wait for.

use duban::clock::Clock;
use duban::draft::Folder;
use duban::error::Error;
use duban::ledger::{Actor, Way};
use duban::store::{Obstacle, Reader, StoreError};
use duban::strings::Lang;
use duban::tui::begin::begin;
use duban::tui::effect::{Effect, Event};
use duban::tui::update::update;
use duban::tui::view;
use duban::tui::workers::{Ask, Days, Desk, answer};
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::support::{Screen, hides, shows};

fn waiting(keys: &str, who: Obstacle) -> Screen {
    let mut screen = Screen::new(80, 24);
    screen.saving = false;
    screen.keys(keys);
    let id = screen.unsaved[0].0;
    screen.event(Event::Waiting(id, who));
    screen
}

#[test]
fn it_is_said_who_is_waited_for_until_it_is_over() {
    let mut screen = waiting("14a好<Enter>", Obstacle::Outside);
    shows(&screen, "保存在等别的程序放开台账。Ctrl-G 不等了");
    hides(&screen, "正在保存..");
    screen.keys("jj");
    shows(&screen, ">16 ");
    shows(&screen, "保存在等别的程序");
    let id = screen.unsaved[0].0;
    screen.event(Event::Waiting(id, Obstacle::Colleague));
    shows(&screen, "保存在等同事先存完");
    screen.answer(None);
    shows(&screen, "已保存 14");
    screen.keys("j");
    hides(&screen, "保存在等");
    // What comes too late says nothing any more.
    screen.event(Event::Waiting(id, Obstacle::Outside));
    hides(&screen, "保存在等");
}

#[test]
fn entries_that_are_still_being_read_are_not_said_to_be_none() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a头一件<Enter>");
    screen.model.newest.clear();
    hides(&screen, "还没有");
    hides(&screen, "头一件");
    let read = screen.asked(Ask::Load(None));
    screen.event(read);
    shows(&screen, "头一件");
    // Another unit's come too late.
    let late = screen.asked(Ask::Load(None));
    screen.keys("uxfb<Enter>");
    screen.event(late);
    hides(&screen, "头一件");
}

/// It is drawn before everybody's standing was read.
#[test]
fn the_first_screen_says_what_it_says_when_all_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, day) = (folder.path().join("l.db"), date(2025, 6, 24));
    duban::demo::make(&path, 600, 7, day).expect("a ledger");
    let reader = Reader::open(&path).expect("a reader");
    let days = Days { looking: None, as_of: None, known_at: None, clock: Clock::noon(day), visited: None };
    let by = Actor { name: "office".to_owned(), origin: String::new(), way: Way::Local };
    let desk = Desk { reader, drafts: Folder::beside(&path), days, by: by.clone() };
    for size in [(60, 20), (80, 24), (120, 40), (200, 50)] {
        let mut model = begin(&desk.reader, days, (Lang::Zh, &by), (size, false)).expect("a reading");
        model.show_selected();
        let drawn = |model: &_| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            let caret = view::draw(model, &mut buffer);
            (buffer, caret)
        };
        let first = drawn(&model);
        let standings = model.snapshot.standings.len();
        let _ = update(&mut model, answer(&desk, Ask::Load(None)));
        assert!(model.snapshot.standings.len() > standings && model.newest.len() == 21);
        assert_eq!(drawn(&model), first, "{size:?}");
    }
}

#[test]
fn given_up_the_text_is_under_the_hands_again() {
    for key in ["<C-g>", "<BS>"] {
        let mut screen = waiting("14a好<Enter>", Obstacle::Colleague);
        screen.keys(key);
        shows(&screen, "不等了,什么都没有写入;写的都留着");
        shows(&screen, "> 好");
        assert!(screen.unsaved.is_empty());
        screen.saving = true;
        screen.keys("<Enter>");
        shows(&screen, "已保存 14 县司法局 第1号");
    }
}

#[test]
fn all_that_wait_are_given_up_and_none_is_lost() {
    let mut screen = waiting("14a第一份<Enter>15a第二份<Enter>", Obstacle::Outside);
    screen.keys("<C-g>");
    shows(&screen, "> 第一份");
    screen.keys("<C-g>15a");
    shows(&screen, "> 第二份");
}

#[test]
fn a_deletion_is_given_up_too() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a要留的<Enter>");
    screen.saving = false;
    screen.keys("d").keys("y");
    let id = screen.unsaved[0].0;
    screen.event(Event::Waiting(id, Obstacle::Outside)).keys("<C-g>");
    shows(&screen, "不等了,什么都没有写入");
    shows(&screen, "要留的");
}

#[test]
fn in_a_form_the_key_is_the_forms() {
    let mut screen = waiting("14a第一份<Enter>15a正写着", Obstacle::Outside);
    shows(&screen, "保存在等别的程序");
    screen.keys("<C-g>");
    assert_eq!(screen.unsaved.len(), 1, "the form was left, the save still waits");
    screen.keys("<C-g>");
    assert!(screen.unsaved.is_empty());
}

#[test]
fn leaving_twice_gives_up_and_leaves_knowing_what_was_saved() {
    let mut screen = waiting("14a好<Enter>", Obstacle::Outside);
    screen.keys("q");
    assert!(screen.asked.is_empty());
    screen.keys("q");
    assert_eq!(screen.asked, [Effect::Quit]);
    let mut screen = screen.again();
    screen.keys("14a");
    shows(&screen, "> 好");
}

#[test]
fn what_goes_wrong_behind_it_is_told_as_ever() {
    let mut screen = waiting("14a好<Enter>", Obstacle::Outside);
    screen.answer(Some(Error::Store(StoreError::Busy)));
    shows(&screen, "一直被别人占用");
    shows(&screen, "> 好");
    hides(&screen, "保存在等");
}
