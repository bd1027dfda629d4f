//! Conflicts part by part, and read whole.

use duban::tui::effect::Event;
use duban::tui::form::FieldId;
use duban::tui::model::Overlay;

use super::support::{Screen, has, hides, shows};

#[test]
fn values_of_both_go_together_and_one_of_both_is_asked_about_alone() {
    let mut screen = Screen::new(80, 24);
    let task = screen
        .plan()
        .tasks
        .iter()
        .map(|t| t.no)
        .find(|no| screen.plan().indicators_of(Some(*no)).filter(|i| i.measure == "%").count() >= 2)
        .expect("a task with two rates");
    let ids: Vec<String> = screen.plan().indicators_of(Some(task)).map(|i| i.id.to_string()).collect();
    let rates: Vec<usize> = screen
        .plan()
        .indicators_of(Some(task))
        .enumerate()
        .filter(|(_, i)| i.measure == "%")
        .map(|(at, _)| at)
        .collect();
    let open = format!("{}a好<Enter>e", task.0);
    screen.keys(&open);
    let mut other = screen.beside("李波");
    other.keys(&format!("{}e", task.0));
    other.to(FieldId::Value(rates[0]));
    other.keys("1.5<C-s>");
    screen.to(FieldId::Value(rates[1]));
    screen.keys("2.5<C-s>");
    shows(&screen, "指标值按别人刚改的合并了");
    let entry = screen.model.newest[&task].entries[0].clone();
    let found: Vec<&str> = entry.readings.iter().map(|r| r.indicator.as_str()).collect();
    assert!([0, 1].iter().all(|i| found.contains(&ids[rates[*i]].as_str())), "{found:?}");

    // Both now write the same one, and each one of the other's.
    screen.keys("e");
    other.event(Event::LookAgain);
    other.keys("e");
    other.to(FieldId::Value(rates[0]));
    other.keys("<C-k><Home><C-k>7.5 县统计局<C-s>");
    screen.to(FieldId::Value(rates[0]));
    screen.keys("<Home><C-k>8.5<C-s>");
    has(&screen, 0, "两人改了同一份");
    shows(&screen, "只列两人都改了的1处");
    shows(&screen, "7.5 县统计局");
    shows(&screen, "8.5");
    hides(&screen, "2.5");
    screen.keys("3");
    shows(&screen, "只有成段的文字能两段都留");
    screen.keys("1<C-s>");
    let entry = screen.model.newest[&task].entries[0].clone();
    let said: Vec<String> = entry.readings.iter().map(|r| format!("{}{}", r.value, r.source)).collect();
    assert!(said.contains(&"7.5县统计局".to_owned()) && said.contains(&"2.5".to_owned()), "{said:?}");
}

#[test]
fn evidence_of_both_is_kept_and_only_its_note_is_asked_about() {
    let mut screen = Screen::new(80, 24);
    screen.keys("14A受理41件<C-s>");
    let mut other = screen.beside("李波");
    screen.keys("e");
    other.keys("14e");
    screen.to(FieldId::Evidence(0));
    screen.keys("共有.pdf<Tab>第4页<Tab>我的.pdf<C-s>");
    other.to(FieldId::Evidence(0));
    other.keys("共有.pdf<Tab>第3页<Tab>他的.pdf<C-s>");
    has(&other, 0, "两人改了同一份");
    shows(&other, "佐证 共有.pdf");
    shows(&other, "第3页");
    shows(&other, "第4页");
    hides(&other, "他的.pdf");
    other.keys("1<C-s>");
    let page = &other.model.newest[&duban::plan::TaskNo(14)];
    let mut found: Vec<(&str, &str)> =
        page.entries[0].evidence.iter().map(|e| (e.reference.as_str(), e.note.as_str())).collect();
    found.sort_unstable();
    assert_eq!(found, [("他的.pdf", ""), ("共有.pdf", "第4页"), ("我的.pdf", "")]);
}

#[test]
fn every_row_of_a_conflict_can_be_read() {
    for (columns, rows) in [(60, 20), (80, 24)] {
        for lang in ["", ",2"] {
            let long = |who: &str| {
                let lines: Vec<String> = (0..30).map(|n| format!("{who}{n:02}")).collect();
                format!("\x1b[200~\n{}\x1b[201~", lines.join("\n"))
            };
            let mut screen = Screen::new(columns, rows);
            screen.keys(lang).keys("14A始<Tab>始<Tab>始<C-s>e");
            let mut other = screen.beside("李波");
            other.keys("14e");
            for (who, s) in [("乙", &mut other), ("甲", &mut screen)] {
                for field in ["进", "存", "下"] {
                    s.bytes(long(&format!("{who}{field}")).as_bytes()).keys("<Tab>");
                }
                s.keys("<C-s>");
            }
            assert!(matches!(screen.model.overlay, Overlay::Clash(_)));
            // Whatever is turned to, nothing of what the program says is cut.
            let mut seen = String::new();
            for _ in 0..40 {
                hides(&screen, "..");
                seen.push_str(&screen.text());
                screen.keys("<PgDn>");
            }
            for who in ["甲", "乙"] {
                for field in ["进", "存", "下"] {
                    for n in 0..30 {
                        let whole = format!("{who}{field}{n:02}");
                        assert!(seen.contains(&whole), "{columns}x{rows}: {whole} is never on screen");
                    }
                }
            }
            // Back with as many keys, and to a part by its key alone.
            screen.keys("<PgUp>");
            let last = screen.text();
            screen.keys("<PgDn>");
            assert_ne!(screen.text(), last, "turning does not run on behind the end");
            screen.keys("<Down>");
            shows(&screen, ">2 ");
            screen.keys("<Down>");
            shows(&screen, ">3 ");
            screen.keys("<Up><Up>");
            shows(&screen, ">1 ");
        }
    }
}
