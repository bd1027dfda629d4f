//! Saved views: opened by a digit, the office's own kept from the screen.

use std::sync::Arc;

use duban::ledger::{Actor, Operator, OperatorDuty, Setting};
use duban::ops;
use duban::store::Writer;
use duban::tui::effect::Event;

use super::support::{Screen, has, hides, shows};

fn writer(screen: &Screen) -> (Writer, Arc<duban::plan::Plan>) {
    let plan = Arc::new(screen.plan().clone());
    (Writer::open(&screen.path, plan.clone()).expect("a writer"), plan)
}

fn office() -> Actor {
    Actor { name: "王敏".into(), origin: String::new(), way: duban::ledger::Way::Local }
}

#[test]
fn a_digit_opens_a_view_and_back_leads_out_of_it() {
    let mut screen = Screen::new(80, 24);
    screen.keys("p+yqusfj<Enter>b");
    shows(&screen, "1 预警          灯:红黄");
    shows(&screen, "2 本期未报      本期:未报");
    screen.keys("1");
    has(&screen, 1, "灯:红黄  ");
    hides(&screen, "单位:县司法局");
    screen.keys("<BS>");
    has(&screen, 1, "单位:县司法局  17/21项");
    screen.keys("；2");
    has(&screen, 1, "本期:未报  21/21项");
    screen.keys("b3");
    has(&screen, 1, "审核:待审  0/21项");
    screen.keys("b9");
    shows(&screen, "9号还没有存视图");
    screen.keys("b<BS>");
    hides(&screen, "常用视图");
    has(&screen, 1, "审核:待审");
}

#[test]
fn mine_needs_a_unit_and_says_so() {
    let mut screen = Screen::new(80, 24);
    screen.keys("b4");
    shows(&screen, "要知道您是哪个单位的");
    let (mut pen, plan) = writer(&screen);
    ops::set(&mut pen, &plan, Setting::Office, "sfj", &office(), screen.model.clock).expect("set");
    screen.event(Event::LookAgain).keys("b4");
    has(&screen, 1, "单位:县司法局 角色:牵头  7/21项");
    let unit = plan.unit_by_code("xfb").expect("a unit");
    let duty = OperatorDuty::Reporter(unit);
    let wang =
        Operator { name: "wang".into(), display: "小王".into(), duty, disabled: None, keys: Vec::new() };
    ops::list_operator(&mut pen, wang, &office(), screen.model.clock).expect("listed");
    let mut beside = screen.beside("wang");
    beside.keys("qb4");
    has(&beside, 1, "单位:县府办 角色:牵头");
}

#[test]
fn what_came_last_stands_first_also_in_the_next_reading() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14a甲<Enter>7a乙<Enter>b5");
    has(&screen, 1, "排序:最近来的  21/21项");
    has(&screen, 2, " 7 ");
    has(&screen, 3, "14 ");
    screen.keys("9a丙<Enter>");
    has(&screen, 2, " 9 ");
}

#[test]
fn the_office_keeps_a_view_of_its_own() {
    let mut screen = Screen::new(80, 24);
    screen.keys("usfj<Enter>r!b+");
    shows(&screen, "存常用视图");
    screen.keys("6<Enter>司法局的红灯<Enter>");
    shows(&screen, "已保存");
    screen.keys("cb");
    shows(&screen, "6 司法局的红灯  单位:县司法局 角色:牵头 灯:红");
    screen.keys("6");
    has(&screen, 1, "单位:县司法局 角色:牵头 灯:红");
    let mut again = screen.again();
    again.keys("b6");
    has(&again, 1, "单位:县司法局 角色:牵头 灯:红");
    // It goes from the screen as well; one that is not there is said not to be.
    again.keys("b-");
    shows(&again, "删除常用视图");
    again.keys("6<Enter>b");
    hides(&again, "6 司法局的红灯");
    again.keys("-6<Enter>");
    shows(&again, "没有常用视图");
    again.keys("<C-g>");
    // One of those that come with the program is not overwritten, and what was typed is there again.
    again.keys("b+1<Enter>甲<Enter>");
    shows(&again, "不能改");
    shows(&again, "存常用视图");
    again.assert_sound();
}

#[test]
fn who_may_not_manage_keeps_none() {
    let screen = Screen::new(80, 24);
    let (mut pen, plan) = writer(&screen);
    let sfj = OperatorDuty::Reporter(plan.unit_by_code("sfj").expect("a unit"));
    // From the first office operator on only the office may.
    let li = Actor { name: "li".into(), origin: String::new(), way: duban::ledger::Way::Local };
    for (name, duty, by) in [("li", OperatorDuty::Office, office()), ("wang", sfj, li)] {
        let one =
            Operator { name: name.into(), display: name.into(), duty, disabled: None, keys: Vec::new() };
        ops::list_operator(&mut pen, one, &by, screen.model.clock).expect("listed");
    }
    let mut beside = screen.beside("wang");
    beside.keys("!b+6<Enter>甲<Enter>");
    shows(&beside, "没有“改设置、管经办人、存视图”的权限");
    beside.keys("<C-g>b");
    hides(&beside, "6 甲");
}
