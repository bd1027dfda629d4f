//! 总览: every figure opens the list behind it, as many rows as it says, also of an earlier period.

use duban::clock::Clock;
use duban::ledger::{Actor, NewEntry, Operator, OperatorDuty, Reading, Status, Way};
use duban::plan::{Plan, TaskNo};
use duban::store::{Reader, Writer};
use duban::tui::behind::{List, Row, rows};
use duban::tui::model::Overlay;
use duban::tui::overview::Goal;
use duban::tui::update::report_rows;
use duban::tui::view;
use jiff::civil::{Date, date};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::support::{Screen, TODAY, has, hides, shows};

fn by(name: &str) -> Actor {
    Actor { name: name.to_owned(), origin: String::new(), way: Way::Local }
}

/// Some of everything that the overview counts, over two periods.
fn busy(columns: u16, rows: u16) -> Screen {
    let screen = Screen::new(columns, rows);
    let plan = Reader::open(&screen.path).expect("a reader").plan().clone();
    let mut writer = Writer::open(&screen.path, plan.clone()).expect("a writer");
    for (name, duty) in [
        ("wang", OperatorDuty::Reporter(plan.unit_by_code("sfj").expect("a unit"))),
        ("li", OperatorDuty::Office),
    ] {
        let (name, display) = (name.to_owned(), name.to_owned());
        let operator = Operator { name, display, duty, disabled: None, keys: Vec::new() };
        duban::ops::list_operator(&mut writer, operator, &by("root"), Clock::noon(date(2025, 1, 2)))
            .expect("listed");
    }
    for (period, on) in [("2025B2", date(2025, 3, 3)), ("2025B3", date(2025, 5, 6))] {
        let period = duban::ledger::Period::parse(period).expect("a period");
        duban::ops::open_period(&mut writer, period, on, None, &by("li"), Clock::noon(on)).expect("opened");
    }
    let said = [
        ("li", 1, "依法治县办", date(2025, 4, 10), Status::OnTrack, vec![("G1", "是"), ("G2", "3")]),
        ("li", 9, "县府办", date(2025, 4, 28), Status::Behind, vec![]),
        ("wang", 14, "县司法局", date(2025, 4, 20), Status::OnTrack, vec![("T14a", "0/5")]),
        ("wang", 15, "县司法局", date(2025, 5, 30), Status::Behind, vec![("T15a", "9%")]),
        ("wang", 13, "县司法局", date(2025, 6, 2), Status::OnTrack, vec![]),
        ("li", 20, "县大数据局", date(2025, 6, 17), Status::Done, vec![("T20a", "是")]),
        ("wang", 14, "县司法局", date(2025, 6, 18), Status::OnTrack, vec![("T14a", "0/8")]),
    ];
    let mut sent = Vec::new();
    for (who, task, unit, day, status, values) in said {
        let new = entry(&plan, task, unit, day, status, &values);
        let entry = duban::ops::add(&mut writer, &plan, new, &by(who), Clock::noon(day)).expect("added");
        sent.push((entry.id, entry.revision));
    }
    let why = duban::ops::Verdict::Return("没有成功率".to_owned());
    let (id, base) = sent[4];
    duban::ops::review(&mut writer, id, base, &why, &by("li"), Clock::noon(TODAY)).expect("returned");
    let office = screen.comes("li", TODAY);
    let office = office.again();
    let new = entry(&plan, 17, "县司法局", TODAY, Status::OnTrack, &[]);
    duban::ops::add(&mut writer, &plan, new, &by("wang"), Clock::noon(TODAY)).expect("added");
    office.again()
}

fn entry(plan: &Plan, task: u16, unit: &str, day: Date, status: Status, values: &[(&str, &str)]) -> NewEntry {
    let unit = duban::query::find_unit(plan, unit, duban::strings::Lang::Zh).expect("a unit");
    let readings = values.iter().map(|(id, value)| {
        let indicator = plan.indicators.iter().find(|i| i.id == *id).expect("an indicator");
        Reading::parse(plan, indicator, value, "").expect("a value")
    });
    NewEntry {
        task: TaskNo(task),
        unit,
        period: duban::ledger::Period::containing(day, duban::ledger::PeriodKind::TwoMonths),
        day,
        status,
        percent: None,
        progress: "已办".to_owned(),
        problems: if status == Status::Behind { "人手不够".to_owned() } else { String::new() },
        next_steps: String::new(),
        readings: readings.collect(),
        evidence: Vec::new(),
        reporter: "某人".to_owned(),
    }
}

/// What the chosen figure says.
fn chosen(screen: &Screen) -> String {
    let (columns, rows) = screen.model.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    view::draw(&screen.model, &mut buffer);
    let mut said = String::new();
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let cell = &buffer[(x, y)];
            if cell.modifier.contains(Modifier::REVERSED) {
                said.push_str(cell.symbol());
            }
            x += u16::try_from(duban::text::grapheme_cells(cell.symbol()).max(1)).expect("one or two");
        }
    }
    said
}

/// The last whole number in a text.
fn number(text: &str) -> Option<usize> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == ' ').collect();
    digits.split(' ').rfind(|d| !d.is_empty()).and_then(|d| d.parse().ok())
}

/// Opens every figure that the overview has, and holds that its list has as many rows as it says.
fn every_figure(screen: &mut Screen) -> usize {
    let goals = view::overview_goals(&screen.model);
    let day = screen.model.snapshot.as_of;
    for (at, (.., goal)) in goals.iter().enumerate() {
        screen.model.overlay = Overlay::Overview(at);
        let said = chosen(screen);
        screen.keys("<Enter>");
        let opened = match (&screen.model.overlay, goal) {
            (Overlay::None, Goal::Task(task)) => {
                assert_eq!(screen.model.selected, *task, "{said}");
                usize::from(task.0)
            }
            (Overlay::None, Goal::GroupThen(then, ..)) => {
                assert_eq!(screen.model.snapshot.as_of, *then, "{said}");
                screen.model.listed.len()
            }
            (Overlay::None, Goal::Group(group)) => {
                assert!(screen.model.rows_from(0).all(|r| r.task.group == *group), "{said}");
                assert!(number(&said).is_none(), "{said}");
                continue;
            }
            (Overlay::None, _) => screen.model.listed.len(),
            (Overlay::Reports(box_), _) => {
                let (period, rows) = report_rows(&screen.model, *box_).expect("a period");
                let code = period.period.to_string();
                // The heads of the last periods are no figures.
                if code.ends_with(&said) { number(&said).expect("a code") } else { rows.len() }
            }
            (Overlay::Queue(queue), _) => queue.entries.as_ref().expect("read").len(),
            (Overlay::Behind(behind), Goal::Behind(List::Turned(Some(light)))) => {
                let all = rows(&screen.model, behind.list);
                let to = |r: &&Row<'_>| matches!(r, Row::Turned(t) if t.to == *light);
                let from = |r: &&Row<'_>| matches!(r, Row::Turned(t) if t.from == *light);
                all.iter().filter(to).count().abs_diff(all.iter().filter(from).count())
            }
            (Overlay::Behind(behind), _) => rows(&screen.model, behind.list).len(),
            (other, _) => panic!("{said} opens {other:?}"),
        };
        if said != "综" {
            assert_eq!(number(&said), Some(opened), "{said}:\n{}", screen.text());
        }
        if !matches!(goal, Goal::GroupThen(..)) {
            assert_eq!(screen.model.snapshot.as_of, day, "{said} is of the day shown");
        }
        screen.keys("<BS>");
        shows(screen, "总览");
        assert_eq!(screen.model.snapshot.as_of, day, "back from {said}");
        assert_eq!(chosen(screen), said, "back at the same figure");
    }
    goals.len()
}

#[test]
fn every_figure_opens_a_list_of_as_many_rows() {
    for (columns, rows) in [(80, 24), (60, 20), (120, 40)] {
        let mut screen = busy(columns, rows);
        screen.keys("o");
        for said in ["新到1", "退回1", "达标3", "未达2", "其中力争4项 已达1", "红"] {
            shows(&screen, said);
        }
        assert!(every_figure(&mut screen) > 60);
    }
}

#[test]
fn every_figure_of_an_earlier_period_opens_a_list_as_of_then() {
    let mut screen = busy(80, 24);
    screen.keys("o<lt>");
    shows(&screen, "督办 总览(回看)");
    shows(&screen, "截至2025-04-30");
    shows(&screen, "应报21份");
    shows(&screen, "已报3");
    every_figure(&mut screen);
    screen.keys("<gt>");
    shows(&screen, "截至2025-06-24");
    hides(&screen, "回看");
}

#[test]
fn the_past_is_looked_at_and_left_again() {
    let mut screen = busy(80, 24);
    screen.keys("o<lt>l<Enter>");
    has(&screen, 0, "截至2025-04-30");
    has(&screen, 1, "回看,只能看 c回今天");
    screen.keys("14");
    shows(&screen, "第2期 县司法局 04-20");
    hides(&screen, "06-18");
    // Nothing is written from there, whichever way one tries.
    for keys in ["a", "e", "s", "d", "z", "t", "v", "p+", "p-", "pt", "pT", "w<Enter>", ",<Enter>", "b+"] {
        screen.keys(keys);
        shows(&screen, "只能看");
        screen.keys("<Esc>");
        if screen.model.looking.is_none() {
            screen.keys("o<lt>l<Enter>14");
        }
    }
    screen.keys("c");
    has(&screen, 0, "截至2025-06-24");
    hides(&screen, "回看");
    // Leaving the overview leaves the past too; leaving the list does before the program ends.
    screen.keys("o<lt>q");
    has(&screen, 0, "截至2025-06-24");
    screen.keys("o<lt><Enter>q");
    has(&screen, 0, "截至2025-06-24");
    assert!(screen.asked.is_empty(), "{:?}", screen.asked);
}

#[test]
fn numbers_are_listed_and_lead_to_their_task() {
    let mut screen = busy(80, 24);
    screen.keys("o");
    let at = view::overview_goals(&screen.model);
    let all = |g: &Goal| matches!(g, Goal::Behind(List::Numbers(duban::query::NumberPick::All)));
    screen.model.overlay = Overlay::Overview(at.iter().position(|(.., g)| all(g)).expect("a figure"));
    screen.keys("<Enter>");
    has(&screen, 0, "指标 全部 22项 截至2025-06-24");
    shows(&screen, "G1   做到         是        达标");
    // A goal of the whole plan is of no task: its words stand below.
    shows(&screen, "创成法治浙江");
    screen.keys("<Enter>");
    shows(&screen, "不属于哪一项任务");
    screen.keys("G<Up><Enter>");
    shows(&screen, ">15");
    shows(&screen, "[指标]");
    screen.keys("<BS>");
    has(&screen, 0, "指标 全部 22项");
    screen.keys("q");
    shows(&screen, "总览");
}

#[test]
fn a_small_window_says_what_is_below() {
    let mut screen = busy(60, 20);
    screen.keys("o");
    has(&screen, 0, "截至");
    shows(&screen, "行 PgDn往下");
    screen.keys("<PgDn>").keys("<PgDn><PgDn><PgDn>");
    hides(&screen, "PgDn往下");
    shows(&screen, "21 县司法局");
}
