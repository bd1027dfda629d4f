//! The finder, with letters that spell hanzi in reports.

use std::sync::Arc;

use duban::clock::{Clock, Instant};
use duban::ledger::{Actor, NewEntry};
use duban::ops;
use duban::store::Writer;
use duban::tui::effect::Event;
use duban::tui::view;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::support::{Screen, has, hides, shows};

/// What stands reversed in the text of the detail: the hits.
fn marked(screen: &Screen) -> Vec<String> {
    let (columns, rows) = screen.model.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view::draw(&screen.model, &mut buffer);
    let mut found = Vec::new();
    let tabs = screen.rows().iter().position(|row| row.contains("[进展]")).expect("the tabs");
    for y in u16::try_from(tabs).expect("a row")..rows - 1 {
        let mut word = String::new();
        for x in 25..columns {
            let cell = &buffer[(x, y)];
            if cell.modifier.contains(Modifier::REVERSED) {
                word.push_str(cell.symbol().trim_end());
            } else if !word.is_empty() {
                found.push(std::mem::take(&mut word));
            }
        }
    }
    found
}

/// Two reports with 公证处 on task 13, one on 14 without, one on 15 by initials alone.
fn reported() -> Screen {
    let mut screen = Screen::new(80, 24);
    for (task, text) in [
        ("13", "设公证处两处"),
        ("13", "公证处开门,群众到公证处办证"),
        ("14", "受理41件,公证人员到处走访"),
        ("15", "归总承办案件"),
    ] {
        screen.keys(task).keys("a").keys(text).keys("<Enter>");
        shows(&screen, "已保存");
    }
    screen.keys("1");
    screen
}

#[test]
fn letters_find_and_mark_what_reports_say() {
    for letters in ["gongzhengchu", "gong zheng c", "公zhengchu", "gzhengchu", "ＧｏｎｇZhengChu"] {
        let mut screen = reported();
        screen.keys("/").keys(letters);
        has(&screen, 1, "1/21项");
        shows(&screen, ">13 打造多元化大调解工作格局");
        assert_eq!(marked(&screen), ["公证处", "公证处", "公证处"], "{letters}");
        screen.keys("<Enter>");
        assert_eq!(marked(&screen).len(), 3, "{letters}");
    }
}

#[test]
fn each_letter_typed_narrows_further() {
    let mut screen = reported();
    screen.keys("/gz");
    assert_eq!(marked(&screen), [""; 0], "two letters are looked for as they stand");
    screen.keys("c");
    shows(&screen, "13 打造多元化大调解工作格局");
    shows(&screen, "15 规范行政应诉工作");
    hides(&screen, "14 加强行政复议工作");
    screen.keys("h");
    shows(&screen, "15 规范行政应诉工作");
    screen.keys("u");
    hides(&screen, "15 规范行政应诉工作");
    screen.keys("<BS><BS><BS><BS><BS>").keys("41件");
    has(&screen, 1, "1/21项");
    assert_eq!(marked(&screen), ["41件"]);
}

#[test]
fn n_walks_over_what_the_letters_found() {
    let mut screen = Screen::new(80, 14);
    for task in ["13", "14"] {
        let long = "公证处".to_owned() + &"走访群众,".repeat(60) + "又设公证处";
        screen.keys(task).keys("a").bytes(long.as_bytes()).keys("<Enter>");
    }
    screen.keys("/gongzhengchu<Enter>");
    has(&screen, 1, "2/21项");
    let (mut places, mut tasks) = (Vec::new(), Vec::new());
    for _ in 0..4 {
        screen.keys("n");
        places.push(screen.model.scroll);
        tasks.push(screen.model.selected.0);
    }
    assert_eq!(tasks, [13, 13, 14, 14]);
    assert_eq!(places[..2], places[2..]);
    assert!(places[0] < places[1], "{places:?}");
    screen.keys("N");
    assert_eq!((screen.model.scroll, screen.model.selected.0), (places[2], 14));
    screen.keys("N");
    assert_eq!((screen.model.scroll, screen.model.selected.0), (places[1], 13));
}

#[test]
fn letters_across_two_reports_are_no_hit() {
    let mut screen = Screen::new(80, 24);
    screen.keys("13a").keys("处理案件12件").keys("<Enter>");
    screen.keys("13a").keys("走访群众").keys("<Enter>");
    screen.keys("13a").keys("设公证处").keys("<Enter>");
    screen.keys("/gongzhengchu<Enter>nnn");
    assert_eq!(view::hit_lines(&screen.model).len(), 1);
}

#[test]
fn letters_find_what_was_known_then() {
    let mut screen = Screen::new(80, 24);
    screen.keys("13a").keys("设公证处").keys("<Enter>");
    let (plan, before) = (screen.plan().clone(), screen.model.clock.now());
    let entry = screen.model.newest[&screen.model.selected].entries[0].clone();
    let new = NewEntry { progress: "设调解室".into(), ..entry.as_new() };
    let mut writer = Writer::open(&screen.path, Arc::new(plan.clone())).expect("a writer");
    let by = Actor { name: "李波".into(), origin: String::new(), way: duban::ledger::Way::Local };
    let later = Clock::Fixed(Instant(before.0 + 3_600_000));
    ops::edit(&mut writer, &plan, entry.id, entry.revision, new, &by, later).expect("an edit");
    screen.event(Event::LookAgain).keys("/gzchu");
    has(&screen, 1, "0/21项");
    let mut then = screen.as_known(before);
    then.keys("/gzchu");
    has(&then, 1, "1/21项");
    assert_eq!(marked(&then), ["公证处"]);
}
