//! Whom one calls, on the screen where one would call.

use std::sync::Arc;

use duban::ledger::Actor;
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
