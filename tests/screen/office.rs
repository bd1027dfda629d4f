//! The office's work on the screen: periods, the overview, the review queue, notices, closing and moving dates.

use duban::clock::Clock;
use duban::ledger::{Actor, Operator, OperatorDuty};
use duban::store::{Reader, Writer};
use duban::tui::effect::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::support::{Screen, TODAY, has, hides, shows};

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

/// Lists people as a shell would, and lets each come in.
fn listed(screen: &Screen, people: &[(&str, OperatorDuty)]) {
    let reader = Reader::open(&screen.path).expect("a reader");
    let mut writer = Writer::open(&screen.path, reader.plan().clone()).expect("a writer");
    let by = Actor { name: "root".to_owned(), origin: String::new(), way: duban::ledger::Way::Local };
    for (name, duty) in people {
        let operator = Operator {
            name: (*name).to_owned(),
            display: (*name).to_owned(),
            duty: *duty,
            disabled: None,
            keys: Vec::new(),
        };
        duban::ops::list_operator(&mut writer, operator, &by, Clock::noon(TODAY)).expect("listed");
    }
}

fn reporter(screen: &Screen, code: &str) -> OperatorDuty {
    OperatorDuty::Reporter(screen.plan().unit_by_code(code).expect(code))
}

/// An office and a bureau on one ledger with the period open.
fn office_and_bureau() -> (Screen, Screen) {
    let mut first = screen();
    first.keys("p+y");
    let people = [("wang", reporter(&first, "sfj")), ("li", OperatorDuty::Office)];
    listed(&first, &people);
    (first.comes("li", TODAY), first.comes("wang", TODAY))
}

#[test]
fn the_queue_is_worked_with_single_keys_and_the_next_comes_by_itself() {
    let (mut office, mut bureau) = office_and_bureau();
    bureau.keys("q12a第一份<Enter>13a第二份<Enter>14a第三份<Enter>15a第四份<Enter>");
    office.keys("v");
    shows(&office, "待审 第1份,共4份");
    office.keys("y");
    shows(&office, "第二份");
    office.keys("j");
    shows(&office, "第三份");
    office.keys("*");
    shows(&office, "第四份");
    office.keys("kn写明措施<Enter>");
    shows(&office, "待审 第1份,共1份");
    shows(&office, "第四份");
    office.keys("<Enter>");
    shows(&office, ">15牵 规范行政应诉工作");
    shows(&office, "第3期 县司法局 06-24 wang 正常推进 待审");
    office.keys("14");
    shows(&office, "正常推进 亮点");
    office.keys("13");
    shows(&office, "退回(写明措施)");
    // Whoever only looked at an older version does not pass the newer one unseen.
    office.keys("v");
    bureau.keys("15e,补充<C-s>");
    office.keys("y");
    shows(&office, "待审 第1份,共1份");
    shows(&office, "第四份,补充");
    office.keys("y");
    shows(&office, "没有待审的进展。");
}

#[test]
fn a_reporter_sees_first_what_was_returned_and_what_is_owed() {
    let (mut office, mut bureau) = office_and_bureau();
    shows(&bureau, "县司法局 要办的事 7");
    bureau.keys("q13a调解12件<Enter>");
    office.keys("vn没有成功率<Enter>");
    let mut bureau = bureau.again();
    let rows = bureau.rows();
    assert!(rows[2].starts_with(">退回     13   2025-06-24        没有成功率"), "{}", bureau.text());
    assert_eq!(rows.iter().filter(|r| r.contains("报送")).count(), 6, "{}", bureau.text());
    bureau.keys("<Enter>");
    shows(&bureau, "退回原因:没有成功率");
    bureau.keys("<C-g>");
    shows(&bureau, "退回(没有成功率)");
    has(&bureau, 1, "单位:县司法局");
    // A new report answers it as well as a mended one.
    bureau.keys("a调解12件,成功11件<Enter>w");
    hides(&bureau, "没有成功率");
    shows(&bureau, "县司法局 要办的事 6");
}

#[test]
fn a_notice_goes_to_several_units_about_several_tasks_is_answered_and_ended() {
    let (mut office, mut bureau) = office_and_bureau();
    bureau.keys("q");
    office.keys("14t2");
    shows(&office, "书面督查");
    office.keys("<Up><Up>、嵊山镇<Down>,15<Down>请书面说明<Enter>2025-06-30<Enter>");
    shows(&office, "已保存。");
    for _ in 0..4 {
        office.keys("]");
    }
    shows(&office, "1 2025-06-24 书面督查 县司法局 嵊山镇");
    office.keys("15");
    shows(&office, "请书面说明");
    // It stands on the desk of each unit until answered.
    bureau.event(Event::LookAgain);
    bureau.keys("w");
    shows(&bureau, ">反馈督办 #1   06-30 剩6天       书面督查 请书面说明");
    bureau.keys("<Enter>已说明<Enter>q14]]]]");
    shows(&bureau, "2025-06-24 县司法局反馈:已说明");
    office.event(Event::LookAgain);
    office.keys("w");
    shows(&office, "嵊山镇 书面督查 请书面说明");
    hides(&office, "县司法局 书面督查");
    office.keys("<Enter>渔期后落实<Enter>");
    shows(&office, "办结督办 #1");
    office.keys("q14t7都已说明<Enter>");
    shows(&office, "2025-06-24 办结:都已说明");
    office.keys("t6");
    shows(&office, "没有正在办的督办");
    // About no task at all: it is answered and ended from the desk.
    office.keys("t1<Up><Home><C-k><Down>注意报送口径<Enter><Enter>w");
    shows(&office, "办结督办 #2");
    office.keys("x");
    shows(&office, "办结督办 2");
    office.keys("口径已明<Enter>w");
    hides(&office, "注意报送口径");
}

#[test]
fn names_that_are_no_units_are_refused_and_what_was_typed_stays() {
    let (mut office, _) = office_and_bureau();
    office.keys("14t1<Up><Up>,谁也不是<Down><Down>请报<Enter><Enter>");
    shows(&office, "谁也不是");
    shows(&office, "请报");
    office.keys("<Up><Up><Up><End>").keys(&"<BS>".repeat(5)).keys("<C-s>");
    shows(&office, "已保存。");
}

#[test]
fn a_task_is_closed_taken_back_and_closed_again() {
    let (mut office, mut bureau) = office_and_bureau();
    office.keys("14t8好<Enter>");
    shows(&office, "还没有报“已完成”");
    shows(&office, "销号 14");
    office.keys("<C-g>");
    bureau.keys("q14s4办结<Enter>");
    office.event(Event::LookAgain);
    shows(&office, "核 报称完成");
    office.keys("t8资料齐全<Enter>");
    shows(&office, "结 已销号");
    office.keys("t8抽查不实<Enter>");
    shows(&office, "核 报称完成");
    office.keys("t8复核属实<Enter>");
    shows(&office, "结 已销号");
    office.keys("]]]]");
    for line in ["2025-06-24 销号:资料齐全", "2025-06-24 收回销号:抽查不实", "2025-06-24 销号:复核属实"]
    {
        shows(&office, line);
    }
    office.keys("]");
    shows(&office, "任务 14 2025-06-24 收回销号:抽查不实");
    bureau.event(Event::LookAgain);
    bureau.keys("t8随便<Enter>");
    shows(&bureau, "您没有“销号、收回销号”的权限");
}

#[test]
fn a_date_is_moved_and_moved_back() {
    let (mut office, _) = office_and_bureau();
    office.keys("7t9");
    shows(&office, "批准单位");
    office.keys("2025-12-31<Enter>机构改革<Enter>县政府<Enter>9号<Enter>");
    shows(&office, "晚于 2025-12-31");
    office.keys("<Up><Up><Up><Home><C-k>2026-06-30<C-s>");
    shows(&office, "已保存。");
    office.keys("]]]]");
    shows(&office, "延期 2025-12-31 改到 2026-06-30,县政府 9号:机构改革");
    office.keys("t0不再延<Enter>");
    shows(&office, "2025-06-24 收回延期:不再延");
    office.keys("t0");
    shows(&office, "没有正在办的督办");
}

#[test]
fn settings_are_changed_and_say_what_they_can_be() {
    let (mut office, mut bureau) = office_and_bureau();
    office.keys(",");
    shows(&office, "双月");
    office.keys("<Enter>");
    shows(&office, "报送期 双月");
    office.keys("每周<Enter>");
    shows(&office, "two_months");
    office.keys("<Home><C-k>月<Enter>");
    shows(&office, "已保存。");
    office.keys("jjjj<Enter>菜园镇,嵊山镇<Enter>");
    shows(&office, "菜园镇、嵊山镇");
    office.keys("jjjjj<Enter>县委依法治县办<Enter>q");
    office.keys("1a召开领导小组会议<Enter>");
    shows(&office, "自审");
    // A report of the day is for the period that is open, not for one of another length.
    office.keys("2a");
    shows(&office, "填报 2 县委编办 第3期");
    office.keys("<C-g>p-");
    shows(&office, "没报的算未报");
    office.keys("y-");
    shows(&office, "开第3期 2025年5-6月");
    office.keys("nq3a");
    shows(&office, "填报 3 县委依法治县办 第6期");
    office.keys("<C-g>,2");
    shows(&office, "as of 2025-06-24");
    bureau.keys("q,<Enter>月<Enter>");
    shows(&bureau, "您没有");
}

#[test]
fn what_the_office_types_for_a_unit_has_passed_and_says_who_reported() {
    let (mut office, _) = office_and_bureau();
    office.keys("1A召开会议").keys(&"<Tab>".repeat(5));
    shows(&office, "报送人 [li");
    office.keys("<Home><C-k>张科长<C-s>");
    shows(&office, "第3期 县委依法治县办 06-24 张科长 正常推进");
    shows(&office, "录入:li");
    hides(&office, "待审");
}
