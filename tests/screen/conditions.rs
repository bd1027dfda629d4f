//! Conditions typed in the finder: narrowed while typing, completed, shown in the head, refused with what is right.

use super::support::{Screen, has, hides, shows};

#[test]
fn conditions_are_typed_in_one_line_and_stand_in_the_head() {
    let mut screen = Screen::new(80, 24);
    screen.keys("/单位:司法局 角色:牵头");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项");
    screen.keys("<Enter>");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项  c清除");
    screen.keys("/灯：绿<Enter>");
    has(&screen, 1, "单位:县司法局 角色:牵头 灯:绿  0/21项");
    screen.keys("/unit:xfb role:any light:红黄 复议<C-g>");
    has(&screen, 1, "单位:县司法局 角色:牵头 灯:绿  0/21项");
    screen.keys("c/灯:红黄 听证<Enter>");
    has(&screen, 1, "灯:红黄 含:听证");
}

#[test]
fn what_the_head_says_can_be_typed() {
    let mut screen = Screen::new(120, 40);
    screen.keys("usfj<Enter>ru3<Enter>!/听证<Enter>");
    let head = screen.rows()[1].clone();
    let said = head.split("  ").next().expect("the filter").to_owned();
    assert!(said.contains("含:听证") && said.contains("组:依法决策"), "{said}");
    screen.keys("c/").keys(&said).keys("<Enter>");
    has(&screen, 1, &said);
}

#[test]
fn the_line_is_completed_while_it_is_typed() {
    let mut screen = Screen::new(80, 24);
    screen.keys("/");
    has(&screen, 22, "单位: 角色: 组: 状态: 灯: 本期: 审核: 指标: 排序: 含:");
    screen.keys("dw<Tab>");
    has(&screen, 23, "单位:");
    has(&screen, 22, "县委依法治县办");
    screen.keys("sf<Tab>");
    has(&screen, 23, "单位:县司法局");
    has(&screen, 1, "单位:县司法局  17/21项");
    // An offer is walked to and taken; only then does Enter keep the line.
    screen.keys("灯:<Down><Down>");
    screen.keys("<Enter>");
    has(&screen, 23, "灯:黄");
    has(&screen, 1, "单位:县司法局 灯:黄");
    screen.keys("<Enter>");
    hides(&screen, "搜索>");
    has(&screen, 1, "单位:县司法局 灯:黄");
}

#[test]
fn a_wrong_word_is_named_with_what_would_be_right_and_the_line_stays() {
    let mut screen = Screen::new(80, 24);
    screen.keys("/灯:紫<Enter>");
    shows(&screen, "“紫”");
    shows(&screen, "红、黄、绿、灰");
    shows(&screen, "搜索> 灯:紫");
    screen.keys("<BS>红 角色:牵头<Enter>");
    shows(&screen, "先按 u 选单位");
    screen.keys(" 单位:xfb<Enter>");
    has(&screen, 1, "单位:县府办 角色:牵头 灯:红  1/21项");
    hides(&screen, "搜索>");
}

#[test]
fn conditions_of_every_size_of_window_keep_to_their_rows() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40), (200, 50)] {
        let mut screen = Screen::new(columns, rows);
        screen.keys("/单位:");
        for _ in 0..11 {
            screen.keys("<Down>");
            let last = screen.rows().len() - 1;
            assert!(screen.rows()[last].contains("搜索> 单位:"), "{}", screen.text());
        }
    }
}
