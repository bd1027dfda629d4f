//! 退格: one key leads back to the filter, the screen and the task that one came from.

use super::support::{Screen, has, hides, shows};

#[test]
fn back_goes_through_the_filters_one_by_one() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14usfj<Enter>r!");
    has(&screen, 1, "单位:县司法局 角色:牵头 灯:红  0/21项");
    screen.keys("<BS>");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项");
    screen.keys("jj<BS>");
    has(&screen, 1, "单位:县司法局  17/21项");
    screen.keys("<BS>");
    has(&screen, 1, "全部任务  21/21项");
    shows(&screen, ">14 加强行政复议工作");
    screen.keys("<BS>");
    shows(&screen, "前面没有别的屏了");
}

#[test]
fn back_leads_from_the_list_behind_a_figure_to_the_overview_and_on() {
    let mut screen = Screen::new(80, 24);
    screen.keys("p+yq");
    screen.keys("/听证<Enter>o");
    shows(&screen, "总览");
    screen.keys("l<Enter>");
    hides(&screen, "总览 嵊政办发");
    has(&screen, 1, "灯:红");
    screen.keys("<BS>");
    shows(&screen, "总览");
    screen.keys("v");
    shows(&screen, "没有待审的进展");
    screen.keys("<BS>");
    shows(&screen, "总览");
    screen.keys("<BS>");
    has(&screen, 1, "含:听证");
}

#[test]
fn back_leads_from_a_units_task_to_who_has_reported_at_the_same_row() {
    let mut screen = Screen::new(80, 24);
    screen.keys("p+yjjj");
    has(&screen, 5, "> 4");
    screen.keys("<Enter>");
    shows(&screen, "> 4");
    screen.keys("<BS>");
    shows(&screen, "应报21份");
    has(&screen, 5, "> 4");
}

#[test]
fn a_number_outside_the_filter_is_one_step_however_many_digits_it_has() {
    let mut screen = Screen::new(80, 24);
    screen.keys("usfj<Enter>r15");
    has(&screen, 1, "单位:县司法局 角色:牵头");
    screen.keys("20");
    has(&screen, 1, "全部任务");
    screen.keys("!");
    has(&screen, 1, "灯:红");
    screen.keys("<BS>");
    has(&screen, 1, "全部任务");
    shows(&screen, ">20 ");
    screen.keys("<BS>");
    has(&screen, 1, "单位:县司法局 角色:牵头");
    shows(&screen, ">15 ");
    screen.keys("<BS><BS><BS>");
    has(&screen, 1, "全部任务");
}

#[test]
fn what_was_cleared_and_what_was_looked_for_come_back() {
    let mut screen = Screen::new(80, 24);
    screen.keys("/听证<Enter>c<BS>");
    has(&screen, 1, "含:听证");
    // Looking without keeping anything is no step.
    screen.keys("/复议<C-g>?xu<BS><BS>");
    has(&screen, 1, "全部任务");
}

#[test]
fn the_way_back_is_short() {
    let mut screen = Screen::new(80, 24);
    for _ in 0..40 {
        screen.keys("!");
    }
    for _ in 0..30 {
        screen.keys("<BS>");
        hides(&screen, "前面没有别的屏了");
    }
    screen.keys("<BS>");
    shows(&screen, "前面没有别的屏了");
}
