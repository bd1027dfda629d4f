//! A whole reporting period on the screen alone: the office, a bureau and a township at one ledger.

use duban::clock::Clock;
use duban::ledger::{Actor, Operator, OperatorDuty};
use duban::store::{Reader, Writer};
use jiff::civil::{Date, date};

use super::support::{Screen, hides, shows};

/// Lists the people: this is done once, from a shell, by whoever sets up the ledger.
fn people(of: &Screen) {
    let reader = Reader::open(&of.path).expect("a reader");
    let plan = reader.plan().clone();
    let mut writer = Writer::open(&of.path, plan.clone()).expect("a writer");
    let by = Actor { name: "root".to_owned(), origin: String::new(), way: duban::ledger::Way::Local };
    let unit = |code: &str| OperatorDuty::Reporter(plan.unit_by_code(code).expect(code));
    for (name, display, duty) in [
        ("wang", "王科员", unit("sfj")),
        ("zhao", "赵干事", unit("cyz")),
        ("li", "李主任", OperatorDuty::Office),
    ] {
        let operator = Operator {
            name: name.to_owned(),
            display: display.to_owned(),
            duty,
            disabled: None,
            keys: Vec::new(),
        };
        duban::ops::list_operator(&mut writer, operator, &by, Clock::noon(day(5, 6))).expect("listed");
    }
}

fn day(month: i8, day: i8) -> Date {
    date(2025, month, day)
}

/// They log out, and what they saw is noted.
fn goes(screen: Screen) {
    drop(screen.again());
}

#[test]
fn a_whole_period() {
    let ledger = Screen::with(duban::plan::EMBEDDED, 80, 24, day(5, 6));
    people(&ledger);
    the_office_opens_the_period(&ledger);
    the_bureau_and_the_township_report(&ledger);
    the_office_returns_one_and_praises_the_other(&ledger);
    the_bureau_sees_it_first_thing_and_mends_it(&ledger);
    the_office_presses_and_the_bureau_answers_late(&ledger);
    the_office_moves_a_date_and_closes_a_task(&ledger);
    the_period_is_closed_and_the_next_one_shows_the_change(&ledger);
}

/// The sixth of May. The office counts the townships in and opens the period.
fn the_office_opens_the_period(ledger: &Screen) {
    let mut office = ledger.comes("li", day(5, 6));
    shows(&office, "全部任务  21/21项");
    office.keys(",jjjj<Enter>");
    shows(&office, "报综合情况的单位");
    office.keys("各乡镇<Enter>q");
    office.keys("p");
    shows(&office, "还没有开过报送期。按 + 开本期。");
    office.keys("+");
    shows(&office, "开第3期 2025年5-6月,截止2025-06-25?");
    office.keys("y");
    shows(&office, "共应报28份: 应报28");
    office.keys("q");
    goes(office);
}

/// The tenth of June. The bureau comes in, sees what it owes and reports on task 14.
fn the_bureau_and_the_township_report(ledger: &Screen) {
    let mut bureau = ledger.comes("wang", day(6, 10));
    shows(&bureau, "县司法局 要办的事 7 截至2025-06-10");
    bureau.keys("jjj");
    shows(&bureau, ">报送     14   06-25 剩15天      加强行政复议工作");
    bureau.keys("<Enter>");
    shows(&bureau, "填报 14 县司法局 第3期 正常推进");
    bureau.keys("受理41件<Enter>");
    shows(&bureau, "已保存 14 县司法局 第1号");
    shows(&bureau, "单位:县司法局");
    shows(&bureau, "待审");
    goes(bureau);

    // The twelfth. The township owes one general report and sends it.
    let mut town = ledger.comes("zhao", day(6, 12));
    shows(&town, "菜园镇 要办的事 1 截至2025-06-12");
    town.keys("<Enter>");
    shows(&town, "填报 综合 菜园镇 第3期 正常推进");
    town.keys("普法进渔村4场<Enter>");
    shows(&town, "已保存 综合 菜园镇 第2号");
    town.keys("v");
    town.keys("y");
    shows(&town, "您没有“审核、退回”的权限");
    goes(town);
}

/// The thirteenth. Two reports are new to the office. It returns one with a reason; the next comes by itself and
/// passes as one for the bulletin.
fn the_office_returns_one_and_praises_the_other(ledger: &Screen) {
    let mut office = ledger.comes("li", day(6, 13));
    office.keys("o");
    shows(&office, "已报2 未报26 退回0 待审2 新到2");
    office.keys("v");
    shows(&office, "待审 第1份,共2份");
    shows(&office, "受理41件");
    office.keys("n");
    shows(&office, "退回 #1");
    office.keys("请写明办结数<Enter>");
    shows(&office, "待审 第1份,共1份");
    shows(&office, "普法进渔村4场");
    office.keys("*");
    shows(&office, "没有待审的进展。");
    office.keys("q14");
    shows(&office, "退回(请写明办结数)");
    shows(&office, "黄 退回未改");
    goes(office);
}

/// The fourteenth. The bureau sees that first thing, mends it and sends it again.
fn the_bureau_sees_it_first_thing_and_mends_it(ledger: &Screen) {
    let mut bureau = ledger.comes("wang", day(6, 14));
    shows(&bureau, ">退回     14   2025-06-10        请写明办结数");
    bureau.keys("<Enter>");
    shows(&bureau, "退回原因:请写明办结数");
    bureau.keys("<End>,办结38件<C-s>");
    shows(&bureau, "已保存 14 县司法局 第1号");
    shows(&bureau, "受理41件,办结38件");
    bureau.keys("w");
    hides(&bureau, "退回");
    goes(bureau);

    let mut office = ledger.comes("li", day(6, 15));
    office.keys("v");
    shows(&office, "受理41件,办结38件");
    office.keys("*");
    shows(&office, "没有待审的进展。");
    office.keys("q14");
    shows(&office, "绿 正常推进");
    shows(&office, "亮点");
    // What the bureau without an account rang up is typed for it, and has passed.
    office.keys("q9a目录已公布<Enter>");
    shows(&office, "第3期 县府办 06-15 li 正常推进");
    hides(&office, "待审");
    goes(office);
}

/// The twenty-seventh, after the cut-off. The office presses everybody who has not reported, in one notice.
fn the_office_presses_and_the_bureau_answers_late(ledger: &Screen) {
    let mut office = ledger.comes("li", day(6, 27));
    shows(&office, " 1 加强党对法治政府建设的领导       黄 本期未报");
    office.keys("!");
    shows(&office, "灯:红");
    office.keys("!");
    shows(&office, "灯:红黄");
    office.keys("cp");
    shows(&office, "未报25");
    office.keys("T");
    shows(&office, "> 内容");
    shows(&office, "任务(可空)     1,2,3,4,5,6,7,8,10,11,12,13,15");
    office.keys("请两日内补报<Enter>2025-06-29<Enter>");
    shows(&office, "已保存。");
    goes(office);

    // The bureau answers and reports late.
    let mut bureau = ledger.comes("wang", day(6, 27));
    shows(&bureau, ">反馈督办 #1   06-29 剩2天       催办 请两日内补报");
    bureau.keys("<Enter>");
    shows(&bureau, "反馈督办 1 县司法局");
    bureau.keys("今日补报第7项<Enter>");
    hides(&bureau, "请两日内补报");
    shows(&bureau, ">报送     7    06-25 逾期2天");
    bureau.keys("<Enter>新增律师2名<Enter>");
    shows(&bureau, "已保存 7 县司法局");
    // What it has done it says is done.
    bureau.keys("14s4办结<Enter>");
    shows(&bureau, "核 报称完成");
    goes(bureau);
}

/// The twenty-eighth. The office reads what is new, passes it, moves a date and closes a task.
fn the_office_moves_a_date_and_closes_a_task(ledger: &Screen) {
    let mut office = ledger.comes("li", day(6, 28));
    office.keys("o");
    shows(&office, "待审2 新到2");
    office.keys("vyy");
    shows(&office, "没有待审的进展。");
    office.keys("qp");
    shows(&office, "按时3 迟报1 未报24");
    office.keys("q7t9");
    shows(&office, "延期 7");
    office.keys("2026-06-30<Enter>机构改革<Enter>县政府<Enter>嵊政〔2025〕9号<Enter>");
    shows(&office, "已保存。");
    office.keys("14t8目录齐全<Enter>");
    shows(&office, "结 已销号");
    // Once answered by all that matter, the notice is ended.
    office.keys("w");
    shows(&office, "全部单位 要办的事");
    office.keys("x");
    shows(&office, "办结督办 1");
    office.keys("已补报的补报,其余通报<Enter>");
    goes(office);
}

/// It tells what the period was: who was praised, who was late, who did not report, what was closed and moved.
fn the_bulletin_goes_out(office: &mut Screen) {
    office.keys("ox");
    shows(office, "< 工作通报 >");
    office.keys("<Enter>");
    shows(office, "已导出到");
    let path = office.model.folder.join("工作通报-2025-06-30.txt");
    let bulletin = std::fs::read_to_string(path).expect("the bulletin");
    for said in ["第3期", "受理41件,办结38件", "普法进渔村4场", "县司法局", "迟报", "未报", "销号", "延期"]
    {
        assert!(bulletin.contains(said), "{said}:\n{bulletin}");
    }
}

/// The thirtieth. The period is closed: what is missing stays missing.
fn the_period_is_closed_and_the_next_one_shows_the_change(ledger: &Screen) {
    let mut office = ledger.comes("li", day(6, 30));
    office.keys("p-");
    shows(&office, "没报的算未报。");
    office.keys("y");
    shows(&office, "已关期");
    the_bulletin_goes_out(&mut office);
    goes(office);

    // The first of July. The next period is opened; the closed task owes nothing for it, and the overview tells the
    // change.
    let mut office = ledger.comes("li", day(7, 1));
    office.keys("p+");
    shows(&office, "开第4期 2025年7-8月,截止2025-08-25?");
    office.keys("y");
    shows(&office, "共应报27份: 应报27");
    office.keys("o");
    shows(&office, "上期 按时3 迟报1 未报24");
    shows(&office, "较第3期末");
    office.keys("q14");
    for _ in 0..5 {
        office.keys("]");
    }
    shows(&office, "销号:目录齐全");
    shows(&office, "li");
    office.assert_sound();
}
