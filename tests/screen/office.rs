//! The office's work on the screen: periods, the overview, the review queue, notices, closing and moving dates.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::support::{Screen, has, hides, shows};

fn screen() -> Screen {
    Screen::new(80, 24)
}

#[test]
fn a_period_is_opened_and_what_is_owed_shows() {
    let mut screen = screen();
    shows(&screen, "第3期 2025年5-6月");
    screen.keys("p");
    shows(&screen, "按 + 开本期");
    screen.keys("+");
    shows(&screen, "开第3期 2025年5-6月,截止2025-06-25?");
    screen.keys("y");
    shows(&screen, "应报21份");
    screen.keys("q");
    has(&screen, 1, "第3期 应报21 已报0 剩1天");
    screen.keys("14a半年受理41件<Enter>");
    has(&screen, 1, "已报1");
    screen.keys("p");
    shows(&screen, "按时1");
    screen.keys("-");
    shows(&screen, "没报的算未报");
    screen.keys("y");
    shows(&screen, "已关期");
}

#[test]
fn only_the_chosen_row_of_the_reports_is_marked() {
    let mut screen = screen();
    screen.keys("p+yj");
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    duban::tui::view::draw(&screen.model, &mut buffer);
    let marked: Vec<u16> =
        (0..24).filter(|y| buffer[(0, *y)].modifier.contains(Modifier::REVERSED)).collect();
    assert_eq!(marked, [3], "{}", screen.text());
    has(&screen, 3, "> 2");
}

#[test]
fn the_overview_counts_and_leads_on() {
    let mut screen = screen();
    screen.keys("p+yq14a半年受理41件<Enter>");
    screen.keys("o");
    let text = screen.text();
    assert!(text.contains("全部21项"), "{text}");
    assert!(text.contains("已报1"), "{text}");
    assert!(text.contains("14绿"), "{text}");
    screen.keys("<Enter>");
    hides(&screen, "总览 嵊政办发");
}
