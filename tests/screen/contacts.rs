//! Whom one calls, on the screen where one would call.

use std::sync::Arc;

use duban::ledger::{Actor, Operator, OperatorDuty};
use duban::ops::{self, ContactChange};
use duban::store::Writer;
use duban::tui::effect::Event;

use super::support::{Screen, has, hides, shows};

#[test]
fn whom_one_calls_stands_where_a_task_presses_or_a_report_is_missing() {
    let mut screen = Screen::new(80, 24);
    let plan = Arc::new(screen.plan().clone());
    let mut pen = Writer::open(&screen.path, plan.clone()).expect("a writer");
    let by = Actor { name: "王敏".into(), origin: String::new(), way: duban::ledger::Way::Local };
    for (code, person, phone) in [("xfb", "张三", "0580-5081"), ("sfj", "李四\u{a0}", "135")] {
        let unit = plan.unit_by_code(code).expect("a unit");
        let change = ContactChange {
            person: Some(person.into()),
            phone: Some(phone.into()),
            ..ContactChange::default()
        };
        ops::set_contact(&mut pen, &plan, unit, &change, &by, screen.model.clock).expect("set");
    }
    screen.event(Event::LookAgain);
    // Red: whom one calls. Nothing presses: only who leads.
    screen.keys("9");
    shows(&screen, "找 县府办 张三 0580-5081");
    screen.keys("14");
    shows(&screen, "牵头 县司法局");
    hides(&screen, "135");
    screen.keys("]]]");
    shows(&screen, "县司法局  李四 135");
    screen.keys("[[[p+y");
    has(&screen, 22, "");
    let at = |screen: &Screen| screen.rows().iter().position(|r| r.starts_with('>')).expect("a row");
    while !screen.rows()[at(&screen)].contains("县府办") {
        screen.keys("j");
    }
    has(&screen, 22, "县府办 张三 0580-5081");
    // Once a report is owed and not there, one would call.
    screen.keys("q14");
    shows(&screen, "找 县司法局 李四 135");
    for (columns, rows) in [(60, 20), (120, 40), (200, 50)] {
        screen.resize(columns, rows);
        shows(&screen, "李四 135");
    }
}

#[test]
fn contacts_are_written_down_on_the_screen_by_the_office_and_by_the_unit_itself() {
    let mut screen = Screen::new(80, 24);
    screen.keys("9C");
    shows(&screen, "县府办的联系人");
    screen.keys("周主任<Enter>张三<Enter>0580-5081<Enter>");
    shows(&screen, "已保存。");
    shows(&screen, "找 县府办 张三 0580-5081");
    // What is known stands there and is changed; what is emptied goes.
    screen.keys("C<Tab><C-k>李四<Tab><Home><C-k>");
    shows(&screen, "周主任");
    screen.keys("<C-s>");
    shows(&screen, "找 县府办 张三李四");
    hides(&screen, "0580");
    screen.keys("z");
    shows(&screen, "要改回来,选这个单位");
    let plan = Arc::new(screen.plan().clone());
    let mut pen = Writer::open(&screen.path, plan.clone()).expect("a writer");
    let by = Actor { name: "王敏".into(), origin: String::new(), way: duban::ledger::Way::Local };
    let clock = screen.model.clock;
    for (name, duty) in [
        ("wang", OperatorDuty::Reporter(plan.unit_by_code("sfj").expect("a unit"))),
        ("li", OperatorDuty::Office),
    ] {
        let (name, display) = (name.to_owned(), name.to_owned());
        let one = Operator { name, display, duty, disabled: None, keys: Vec::new() };
        ops::list_operator(&mut pen, one, &by, clock).expect("listed");
    }
    let mut bureau = screen.beside("wang");
    bureau.keys("C");
    shows(&bureau, "县司法局的联系人");
    bureau.keys("<Enter>王五<Enter>138<Enter>");
    shows(&bureau, "已保存。");
    bureau.keys("uxfb<Enter>C<Enter>别人<C-s>");
    shows(&bureau, "您没有");
}
